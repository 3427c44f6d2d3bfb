"""Figures: a narrow picture has its words beside it, a wide one its head above; source and remarks stand below."""

from collections.abc import Iterator
from typing import assert_never

from ...model.document import FigureBlock
from ...model.figure import Bars, Choropleth, Distances, Figure, Locator, Membership, PlacesMap, Timeline
from ...model.inline import Inlines, Text
from ...model.scene import Sketch
from ...model.spec import Sheet
from ...model.theme import Theme
from ...typeset import pages
from . import inlines
from .boxes import Beside, Measured, Path, Picture, Words
from .sheet import grid
from .stack import Context, aligned, beside, filled, keyed, passage, put, rule, say

NARROW = 3
"""So many small maps stand in the text column; more stand over both."""


def wide(figure: Figure) -> bool:
    """Tell whether a figure's picture stands over both columns."""
    match figure:
        case Timeline():
            return True
        case Membership():
            return len(figure.panels) > NARROW
        case Bars() | Choropleth() | Locator() | PlacesMap() | Distances():
            return False
        case _:
            assert_never(figure)


def picture_width(figure: Figure, theme: Theme, sheet: Sheet) -> float:
    """Return how wide a figure's picture is on paper, in points."""
    found = grid(theme, sheet)
    return found.width if wide(figure) else found.text


def figure(block: FigureBlock, context: Context) -> Iterator[Measured]:
    """Yield a figure with its words, its picture at its least height."""
    sketch = context.sketches[block.figure.words.id]
    if wide(block.figure):
        yield from _wide(block, sketch, context)
    else:
        yield from _narrow(block, sketch, context)


def _path(block: FigureBlock) -> Path:
    return (("Div", block.figure.words.id),)


def _narrow(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    place, style, space = context.grid, context.look.style, context.look.space
    parts = [(0.0, _name(block, context)), (space.hair, _headline(block, context, 0.0, place.label))]
    if block.figure.words.subtitle:
        parts.append((space.thin, _subtitle(block, context, 0.0, place.label)))
    column = beside(parts, start=style.label.cap - style.label.baseline)
    column = keyed(column, sketch.key, context, _caption(block), space.small)
    yield _picture(block, sketch, place.text_x, place.text, context, column, before=space.large)
    yield _source(block, sketch, context)


def _wide(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    look, place, about = context.look, context.grid, block.figure.words
    style, space = look.style, look.space
    yield rule(
        f"{about.id}.rule",
        context,
        width=look.theme.rule.table_outer,
        colour=look.theme.colour.ink,
        before=space.large,
        after=space.hair,
        parts=False,
    )
    column = aligned(_name(block, context), to=style.subsection)
    head = _headline(block, context, place.text_x, place.text)
    yield passage(head, f"{about.id}.head", before=0.0, keep=True, split=False, beside=column)
    if about.subtitle:
        subtitle = _subtitle(block, context, place.text_x, place.text)
        yield passage(subtitle, f"{about.id}.subtitle", before=space.hair, keep=True, split=False)
    yield _picture(block, sketch, 0.0, place.width, context, None, before=space.small)
    yield _source(block, sketch, context)


def _caption(block: FigureBlock) -> Path:
    return (*_path(block), ("Caption", "caption"))


def _name(block: FigureBlock, context: Context) -> Words:
    """Return "Figure 2" as a label."""
    text = filled(context.document.labels.figure, *(() if block.number is None else (block.number,)))
    path = (*_caption(block), ("P", "label"))
    return say(text, context.look.style.label, context.grid.label, context, x=0.0, path=path)


def _headline(block: FigureBlock, context: Context, x: float, width: float) -> Words:
    styles = context.look.style
    style = styles.subsection if wide(block.figure) else styles.figure_head
    run = inlines.words(block.figure.words.headline, style, context.language)
    return put(run, style, width, x=x, path=(*_caption(block), ("P", "headline")))


def _subtitle(block: FigureBlock, context: Context, x: float, width: float) -> Words:
    style = context.look.style.caption
    run = inlines.words(block.figure.words.subtitle, style, context.language)
    return put(run, style, width, x=x, path=(*_caption(block), ("P", "subtitle")))


def _picture(
    block: FigureBlock,
    sketch: Sketch,
    x: float,
    width: float,
    context: Context,
    column: Beside | None,
    *,
    before: float,
) -> Measured:
    about = block.figure.words
    box = pages.Box(
        id=about.id,
        heights=(sketch.least,),
        before=before,
        after=context.look.space.hair,
        keep=True,
        split=False,
        grow=max(0.0, sketch.most - sketch.least),
        side=column.height if column else 0.0,
        clear=True,
    )
    return Measured(
        box=box,
        body=Picture(
            figure=about.id,
            alt=about.alt,
            x=x,
            width=width,
            least=sketch.least,
            grow=box.grow,
            path=(*_path(block), ("Figure", "picture")),
        ),
        beside=column,
    )


def _source(block: FigureBlock, sketch: Sketch, context: Context) -> Measured:
    """Return the line below a picture: its source and remarks. Two lines never run across both columns."""
    style, place = context.look.style.caption, context.grid
    text: Inlines = block.source
    if sketch.notes:
        text = (*text, Text(text=" " + " ".join(sketch.notes)))
    run = tuple(inlines.pieces(text, style, context.language))
    path = (*_path(block), ("P", "source"))
    whole = put(run, style, place.width, x=0.0, path=path)
    words = whole
    if not wide(block.figure) or len(whole.setting.lines) > 1:
        words = put(run, style, place.text, x=place.text_x, path=path)
    return passage(
        words,
        f"{block.figure.words.id}.source",
        before=context.look.space.thin if wide(block.figure) else context.look.space.hair,
        split=False,
        notes=context.document.length.full_notes,
    )
