"""Contents: a line for each section, part and figure, whose page is filled in once pages are broken."""

from collections.abc import Iterator

from msgspec.structs import replace

from ...model.document import Contents, Listed
from ...model.inline import Inlines, Text
from . import inlines
from .boxes import Beside, Lead, Measured, Path, Words
from .paragraph import Piece, width_of
from .stack import Context, aligned, label, passage, put, say
from .styles import Style

NAME = "contents.part"
LEADING = 1.08
"""How much further apart lines of contents are than those of a table's cell."""
HANG = 1.6
"""How far titles hang behind the numbers of sections, in em of the text."""
LEADER_LEAST = 2.5
"""What a title leaves free for a leader, in em."""
TOGETHER = 3
"""Lines that stand together at either end where sections are broken over pages."""
WHOLE = 12
"""Figures up to which their list is not broken."""


def contents(block: Contents, context: Context) -> Iterator[Measured]:
    """Yield the lines of the contents: sections and parts in the size of a table, figures and tables smaller."""
    look, labels = context.look, context.document.labels
    cell, small = look.style.cell, look.style.key
    text = replace(look.style.text, size=cell.size, leading=LEADING * cell.leading, old_style=False)
    head = label(labels.contents, "part/contents", context)
    parts, figures = [*_parts(block, text, context)], [*_figures(block, small, context)]
    ends = TOGETHER if len(parts) > 2 * TOGETHER else len(parts)
    after = 0.0 if figures else look.space.medium
    yield from _lines(parts, NAME, aligned(head, to=text), look.space.large, after, ends)
    if figures:
        path: Path = (("P", "part/figures"),)
        named = say(block.label, look.style.label, context.grid.label, context, x=0.0, path=path)
        ends = len(figures) if len(figures) <= WHOLE else TOGETHER
        beside = aligned(named, to=small)
        yield from _lines(figures, "contents.figures", beside, look.space.small, look.space.medium, ends)


def _lines(lines: list[Lead], name: str, column: Beside, before: float, after: float, ends: int) -> Iterator[Measured]:
    """Yield lines as boxes, `ends` of them together at either end."""
    last = len(lines) - 1
    for n, one in enumerate(lines):
        found = passage(
            one.words,
            f"{name}.{n}",
            before=0.0 if n else before,
            after=after if n == last else 0.0,
            keep=n < last and (n < ends - 1 or n > last - ends),
            split=False,
            beside=None if n else column,
            clear=n == 0,
        )
        yield replace(found, body=one)


def _parts(block: Contents, style: Style, context: Context) -> Iterator[Lead]:
    """Yield sections behind their numbers; nested ones belong to the line above, in the tree as on the page."""
    hang = HANG * style.size
    outer: Path = ()
    for one in block.parts:
        if one.level > 1 and context.outermost:
            continue
        nested = one.level > 1 and bool(outer)
        path: Path = (*(outer if nested else ()), ("TOC", "nested" if nested else "contents"), ("TOCI", one.target))
        outer = outer if nested else path
        mark = None
        if one.mark:
            (number,) = inlines.words(one.mark, style, context.language, strong=True)
            coloured = replace(number, colour=context.look.theme.colour.accent)
            mark = put((coloured,), style, hang, x=context.grid.text_x, path=(*path, ("Lbl", "label")))
        yield _lead(one, style, context, path, hang=hang * (2 if nested else 1), mark=mark)


def _figures(block: Contents, style: Style, context: Context) -> Iterator[Lead]:
    """Yield figures and tables behind their names."""
    for one in block.figures:
        path: Path = (("TOC", "figures"), ("TOCI", one.target))
        yield _lead(one, style, context, path, hang=HANG * context.look.style.text.size, name=one.mark)


def _lead(
    one: Listed,
    style: Style,
    context: Context,
    path: Path,
    *,
    hang: float,
    mark: Words | None = None,
    name: str = "",
) -> Lead:
    page = Piece(text="", face=style.face(), size=style.size, colour=style.colour)
    widest = replace(page, text="0" * len(str(context.document.length.pages)))
    x = context.grid.text_x + hang
    text: Inlines = (Text(text=one.title, language=one.language),)
    if name:
        text = (Text(text=f"{name}. ", strong=True, language=context.document.labels.language), *text)
    words = put(
        tuple(inlines.pieces(text, style, context.language)),
        style,
        context.grid.width - x - width_of((widest,)) - LEADER_LEAST * style.size,
        x=x,
        path=(*path, ("Reference", "to"), ("Link", "link")),
    )
    return Lead(words=words, mark=mark, target=one.target, title=one.title, page=page, right=context.grid.width)
