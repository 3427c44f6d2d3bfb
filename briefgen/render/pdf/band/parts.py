"""The blocks that BAND sets otherwise than MARGIN: one arm each; all others stand as MARGIN has them."""

from collections.abc import Iterator

from msgspec.structs import replace

from ....model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    FigureBlock,
    FigureTable,
    Heading,
    KeyJudgements,
    Outlook,
    Prose,
    References,
    Scale,
    Sources,
    TableBlock,
)
from ....model.measures import mm
from ....model.scene import Sketch
from .. import backmatter, inlines, pictures, prose, summary, tables
from ..boxes import Beside, Measured, Outline, Words
from ..sheet import alone
from ..stack import Context, beside, label, passage, put
from .opening import list_across, standfirst
from .places import hang, labelled
from .single import judgements

SHORTEST = 3
"""Lines of a paragraph that may stand alone where it goes on in the wider measure of the next page."""


def block(one: Block, context: Context, *, follows: str, name: str) -> Iterator[Measured] | None:
    """Yield the boxes of a block; None for one that stands as MARGIN has it. For `follows` see `prose`."""
    match one:
        case BottomLine():
            return iter((standfirst(one, context),))
        case KeyJudgements() if summary.one_page(context.document.length):
            return iter((judgements(one, context),))
        case KeyJudgements():
            return list_across(one, context)
        case Heading():
            return _heading(one, context)
        case Prose():
            return _prose(one, context, follows)
        case Bullets():
            return _bullets(one, context, name)
        case FigureBlock():
            return _figure(one, context)
        case TableBlock():
            return tables.table(one, context)
        case Outlook():
            return _outlook(one, context)
        case Sources():
            return _sources(context)
        case Scale():
            return backmatter.scale(one, context)
        case FigureTable():
            return backmatter.figure_table(one, context)
        case References():
            return backmatter.references(one, labelled(context, over=True))
        case Colophon():
            return _colophon(one, context)
        case _:
            return None


def shared(context: Context) -> Context:
    """Return the context of blocks that stand as MARGIN has them: labels left of the text, in the text column."""
    return replace(context, grid=alone(context.grid)) if context.opening else labelled(context)


def freed(boxes: Iterator[Measured], context: Context) -> Iterator[Measured]:
    """Yield such blocks; on page one, beside the key judgements, labels stand above the text."""
    for one in boxes:
        if not context.opening:
            yield one
            continue
        above = one.box.before
        for n, words in enumerate(p for p in (one.beside.parts if one.beside else ()) if isinstance(p, Words)):
            name, after = f"{one.box.id}.label.{n}", context.look.space.hair
            yield passage(replace(words, down=0.0), name, before=above, after=after, keep=True, split=False)
            above = 0.0
        yield replace(one, box=replace(one.box, before=above, side=0.0, clear=False), beside=None)


def _heading(block: Heading, context: Context) -> Iterator[Measured]:
    """Yield a headline; level 1 hangs behind its number, at one x on all pages."""
    style, space, place = context.look.style, context.look.space, context.grid
    first = block.level == 1
    face = style.section if first else style.subsection
    x = mm(context.look.theme.band.hang_mm) if block.number is not None else place.text_x
    path = (("H2" if first else "H3", block.section),)
    words = put(
        inlines.words(block.headline, face, context.language),
        face,
        place.edge - x,
        x=x,
        path=path,
        outline=Outline(title=block.headline, level=1 if first else 2),
    )
    yield passage(
        words,
        block.section,
        before=space.large,
        after=space.thin if first else space.hair,
        keep=True,
        split=False,
        head=_number(block.number, context, path) if block.number is not None else None,
    )


def _number(number: int, context: Context, path: tuple[tuple[str, str], ...]) -> Words:
    style = replace(context.look.style.section, colour=context.look.theme.colour.accent)
    run = inlines.words(f"{number} ", style, context.language)
    return put(run, style, mm(context.look.theme.band.hang_mm), x=0.0, path=(*path, ("Span", "numeral")))


def _prose(block: Prose, context: Context, follows: str) -> Iterator[Measured]:
    """Yield a paragraph; on page one what is said aside stands below it."""
    for one in prose.prose(block, context, follows=follows, parted=True):
        if not context.opening:
            yield one
            continue
        box = replace(one.box, least=max(one.box.least, SHORTEST), side=0.0, keep=one.beside is not None)
        yield replace(one, box=box, beside=None)
        if one.beside is not None:
            yield from _below(block, context)


def _below(block: Prose, context: Context) -> Iterator[Measured]:
    """Yield what is said aside as small paragraphs of the text column."""
    style, space, place = context.look.style.caption, context.look.space, context.grid
    for name, run in prose.asides(block, context):
        words = put(run, style, place.text, x=place.text_x, path=(("P", name),))
        yield passage(words, name, before=space.hair, split=False)


def _bullets(block: Bullets, context: Context, name: str) -> Iterator[Measured]:
    """Yield short statements behind dashes, their text below that of the judgements."""
    x = mm(context.look.theme.band.hang_mm) - summary.BULLET * context.look.style.text.size
    place = replace(context.grid, text_x=x, text=context.grid.edge - x)
    return summary.bullets(block, replace(context, grid=place), name)


def _figure(block: FigureBlock, context: Context) -> Iterator[Measured]:
    """Yield a figure: its picture on the left and all words right of it, or over both columns if it is wide."""
    sketch = context.sketches[block.figure.words.id]
    if pictures.wide(block.figure):
        return _over_both(block, sketch, context)
    if summary.one_page(context.document.length):
        return _low(block, sketch, context)
    return _narrow(block, sketch, context)


def _beside(block: FigureBlock, sketch: Sketch, context: Context) -> tuple[Beside, Context]:
    """Return the words right of a picture without its source, and a context whose label column is theirs."""
    x = sketch.width + mm(context.look.theme.grid.gutter_mm)
    column = replace(context, grid=replace(context.grid, label_x=x, label=context.grid.width - x))
    return pictures.captions(block, sketch, column), column


def _narrow(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    """Yield a figure with all its words right of the picture, which is as high as they are where it can be.

    Where it cannot, its source stands below it.
    """
    words, column = _beside(block, sketch, context)
    source = pictures.source(block, sketch, context, column.grid.label_x, column.grid.label)
    down = words.height + (context.look.space.small if sketch.key else 0.0)  # without a key its gap is there already
    words = Beside(parts=(*words.parts, replace(source, down=down)), height=down + source.setting.height)
    if words.height > sketch.most:
        yield from _low(block, sketch, context)
        return
    yield pictures.ruled(block, context, after=context.look.space.small, parts=True)
    taller = min(sketch.most, max(sketch.least, words.height))
    one = pictures.picture(block, replace(sketch, least=taller), 0.0, sketch.width, context, words, before=0.0)
    calls = tuple((0, n) for _, n in source.setting.calls()) if context.document.footnotes else ()
    yield replace(one, box=replace(one.box, keep=False, calls=calls, after=context.look.space.large))


def _low(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    """Yield a figure whose source stands below the picture, which may be low."""
    words, _ = _beside(block, sketch, context)
    yield pictures.ruled(block, context, after=context.look.space.small, parts=True)
    yield pictures.picture(block, sketch, 0.0, sketch.width, context, words, before=0.0)
    yield pictures.below(block, sketch, context, 0.0, context.grid.edge, gap=context.look.space.thin)


def _over_both(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    """Yield a figure over both columns: its name, headline and subtitle one under the other, the source below."""
    place = context.grid
    style, space, about = context.look.style, context.look.space, block.figure.words
    yield pictures.ruled(block, context, after=space.hair, parts=True)
    lines = [
        (0.0, pictures.name(block, context, 0.0, place.width)),
        (0.0, pictures.headline(block, style.subsection, context, 0.0, place.width)),
    ]
    if about.subtitle:
        lines.append((space.hair, pictures.subtitle(block, context, 0.0, place.edge)))
    for n, (gap, words) in enumerate(lines):
        key = pictures.under(words, block, sketch, context, 0.0, place.width) if n == len(lines) - 1 else None
        yield passage(words, f"{about.id}.head.{n}", before=gap, keep=True, split=False, beside=key)
    yield pictures.picture(block, sketch, 0.0, place.width, context, None, before=space.small)
    yield pictures.below(block, sketch, context, 0.0, context.grid.edge, gap=context.look.space.thin)


def _outlook(block: Outlook, context: Context) -> Iterator[Measured]:
    """Yield the outlook on a panel over both columns, its label left of it."""
    style, theme = context.look.style.text, context.look.theme
    x, (inset, pad) = hang(context), map(mm, theme.panel_pad_mm)
    place = labelled(context, over=True)
    head = label(context.document.labels.outlook, "outlook", place, inset=inset)
    words = put(
        inlines.running(block.statements, style, context.language),
        style,
        min(place.grid.width - x - inset, context.grid.text),
        x=x,
        path=(("P", "outlook"),),
    )
    found = passage(
        words,
        "outlook",
        before=context.look.space.large,
        beside=beside(((0.0, head),), start=style.baseline - head.setting.baseline),
        clear=True,
        panel="outlook",
        pad=pad,
        notes=context.document.footnotes,
    )
    yield found


def _sources(context: Context) -> Iterator[Measured]:
    """Yield the line of sources under a hairline."""
    document = context.document
    if document.notes and not document.footnotes:
        yield summary.hairline("sources.rule", context, below=context.look.space.small)
        yield from summary.sources(labelled(context, over=True))


def _colophon(block: Colophon, context: Context) -> Iterator[Measured]:
    """Yield the colophon, under a hairline where no line of sources is above it."""
    document = context.document
    if not block.imprint and (document.footnotes or not document.notes):
        yield summary.hairline("colophon.rule", context)
    yield from backmatter.colophon(block, labelled(context, over=True))
