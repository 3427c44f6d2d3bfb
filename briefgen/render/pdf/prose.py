"""Sections: their headlines with numbers in the label column, and paragraphs of running text with their asides."""

from collections.abc import Iterator

from msgspec.structs import replace

from ...model.document import Heading, Prose
from ...model.inline import plain
from ...model.report import Kind
from ...typeset.furniture import furniture
from . import inlines
from .boxes import Beside, Hairline, Measured, Outline, Path
from .paragraph import Piece
from .stack import Context, beside, own, passage, put

INDENT = 1.2
"""How far a paragraph that follows another is indented, in em."""
AFTER_HEAD = 3
"""Lines of text that a headline must have below it."""


def heading(block: Heading, context: Context, *, wide: bool = False) -> Iterator[Measured]:
    """Yield a headline; level 1 has its number in the label column, the tops of capitals on one line.

    `wide`: over text that takes the label column too.
    """
    style, space = context.look.style, context.look.space
    first = block.level == 1
    face = style.section if first else style.subsection
    place = context.grid
    x = 0.0 if not first and place.label_x == 0.0 and wide else place.text_x  # over text in columns
    words = put(
        inlines.words(block.headline, face, context.language),
        face,
        place.edge - x,
        x=x,
        path=(("H2" if first else "H3", block.section),),
        outline=Outline(title=block.headline, level=1 if first else 2),
    )
    yield passage(
        words,
        block.section,
        before=space.wide if first else space.large,
        after=space.medium if first else space.hair,
        keep=True,
        split=False,
        beside=_number(block.number, block.section, context) if block.number is not None else None,
        clear=True,
    )


def _number(number: int, section: str, context: Context) -> Beside:
    numeral, headline = context.look.style.numeral, context.look.style.section
    words = put(
        inlines.words(f"{number} ", numeral, context.language),
        numeral,
        context.grid.label,
        x=0.0,
        path=(("H2", section), ("Span", "numeral")),
    )
    start = (headline.baseline - headline.cap) - (numeral.baseline - numeral.cap)
    return beside(((0.0, words),), start=start)


def prose(block: Prose, context: Context, *, follows: str, parted: bool = False) -> Iterator[Measured]:
    """Yield a paragraph. `follows` says what stands above: "heading" keeps three lines, "prose" has it indented.

    `parted`: by half a line from a paragraph above it instead.
    """
    style = context.look.style.text
    run, quoted = inlines.running(block.statements, style, context.language), _quoted(block)
    words = put(
        tuple(replace(p, quotation=None) for p in run) if quoted else run,
        style,
        context.grid.text,
        x=context.grid.text_x,
        path=(*quoted, ("P", block.statements[0].unit)),
        indent=INDENT * style.size if follows == "prose" and not parted else 0.0,
    )
    space = context.look.space
    above = space.small if follows == "prose" and parted else space.large if follows in ("figure", "other") else 0.0
    yield passage(
        words,
        block.statements[0].unit,
        before=above,
        least=AFTER_HEAD if follows == "heading" else 2,
        beside=_aside(block, context),
        notes=context.document.footnotes,
    )


def _quoted(block: Prose) -> Path:
    """Return the quotation that a paragraph stands in, which is nothing but the words of another."""
    for one in block.statements:
        text = plain(one.text).strip()
        closing = inlines.QUOTING.get(text[:1])
        if one.kind is not Kind.QUOTATION or closing is None or text.find(closing) != len(text) - 1:
            return ()
    return (("BlockQuote", block.statements[0].unit),)


def _aside(block: Prose, context: Context) -> Beside | None:
    """Return a paragraph's asides and editor's notes, under an accent hairline in the label column."""
    look, grid = context.look, context.grid
    style = look.style.caption
    words = [
        (look.space.thin, put(run, style, grid.label, x=grid.label_x, path=(("P", name),)))
        for name, run in asides(block, context)
    ]
    if not words:
        return None
    line = Hairline(x=grid.label_x, length=grid.label, width=look.theme.rule.divide, colour=look.theme.colour.accent)
    start = look.style.text.baseline - look.style.text.cap
    below = beside(words, start=start + look.space.hair)
    return Beside(parts=(replace(line, down=start), *below.parts), height=below.height + look.space.thin, aside=True)


def asides(block: Prose, context: Context) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield the name and words of each aside and editor's note of a paragraph, a bold lead first."""
    style = context.look.style.caption
    editor = own(f"{furniture(context.document.labels.language).editor}. ", style, context, strong=True)
    for one in block.statements:
        lead, rest = _opening(one.aside or "")
        bold = inlines.words(lead, style, context.language, strong=True)
        for kind, head, text in (("aside", bold, rest), ("note", editor, one.editor_note or "")):
            if text:
                yield f"{one.unit}.{kind}", (*head, *inlines.words(text, style, context.language))


def _opening(aside: str) -> tuple[str, str]:
    """Return an aside's first sentence, which is set bold, and the rest."""
    head, stop, rest = aside.partition(". ")
    return (f"{head}{stop}", rest) if stop else ("", aside)
