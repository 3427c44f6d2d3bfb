"""Figures: a narrow picture has its words beside it, a wide one its head above; source and remarks stand below."""

from collections.abc import Iterator
from typing import assert_never

from ...model.document import FigureBlock
from ...model.figure import (
    Bars,
    Choropleth,
    Conditions,
    Distances,
    Dots,
    Figure,
    GroupMaps,
    Lines,
    Locator,
    Matrix,
    Numbers,
    PlacesMap,
    Relations,
    Seats,
    Stacks,
    Timeline,
)
from ...model.inline import Inlines, Text
from ...model.measures import mm
from ...model.scene import Sketch
from ...model.spec import Sheet
from ...model.theme import Construction, Theme
from ...typeset import pages
from . import inlines
from .boxes import Beside, Measured, Path, Picture, Words
from .sheet import grid
from .stack import Context, aligned, beside, filled, keyed, keyed_across, passage, put, rule, say
from .styles import Style

NARROW = 3
"""So many small maps stand in the text column; more stand over both."""


def wide(figure: Figure) -> bool:
    """Tell whether a figure's picture stands over both columns."""
    match figure:
        case Timeline() | Matrix() | Seats() | Relations():
            return True
        case GroupMaps():
            return len(figure.panels) > NARROW
        case Bars() | Stacks() | Lines() | Dots() | Numbers() | Conditions():
            return False
        case Choropleth() | Locator() | PlacesMap() | Distances():
            return False
        case _:
            assert_never(figure)


def slender(figure: Figure) -> bool:
    """Tell whether a figure can be read in the width that a single page of BAND has beside its key judgements."""
    match figure:
        case Bars():
            return not figure.upright
        case Distances():
            return True
        case Choropleth() | Locator() | PlacesMap() | GroupMaps():
            return False
        case Stacks() | Lines() | Dots() | Numbers() | Conditions():
            return False
        case Timeline() | Matrix() | Seats() | Relations():
            return False
        case _:
            assert_never(figure)


def picture_width(figure: Figure, theme: Theme, sheet: Sheet, *, alone: bool) -> float:
    """Return how wide a figure's picture is on paper, in points; `alone`: in a brief of one page."""
    found = grid(theme, sheet)
    if alone and theme.construction is Construction.BAND and slender(figure):
        return mm(theme.band.figure_column_mm)
    return found.width if wide(figure) else found.picture


def figure(block: FigureBlock, context: Context) -> Iterator[Measured]:
    """Yield a figure with its words, its picture at its least height."""
    sketch = context.sketches[block.figure.words.id]
    if wide(block.figure):
        yield from over_both(block, sketch, context)
    else:
        yield from _narrow(block, sketch, context)


def root(block: FigureBlock) -> Path:
    """Return where a figure stands in the structure tree."""
    return (("Div", block.figure.words.id),)


def caption(block: FigureBlock) -> Path:
    """Return where its words stand that are read before it."""
    return (*root(block), ("Caption", "caption"))


def _narrow(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    place, space = context.grid, context.look.space
    column = captions(block, sketch, context)
    yield picture(block, sketch, place.picture_x, place.picture, context, column, before=space.large)
    yield below(block, sketch, context, place.text_x, place.text, gap=space.hair)


def captions(block: FigureBlock, sketch: Sketch, context: Context) -> Beside:
    """Return what stands in the label column beside a picture: its name, headline, subtitle and key."""
    place, style, space = context.grid, context.look.style, context.look.space
    x, width = place.label_x, place.label
    parts = [(0.0, name(block, context, x, width)), (space.hair, headline(block, style.figure_head, context, x, width))]
    if block.figure.words.subtitle:
        parts.append((space.thin, subtitle(block, context, x, width)))
    return keyed(
        beside(parts, start=style.label.cap - style.label.baseline), sketch.key, context, caption(block), space.small
    )


def over_both(block: FigureBlock, sketch: Sketch, context: Context) -> Iterator[Measured]:
    """Yield a figure whose picture stands over both columns: a rule, its head, the picture, its source."""
    look, place, about = context.look, context.grid, block.figure.words
    style, space = look.style, look.space
    yield ruled(block, context, after=space.hair)
    column = aligned(name(block, context, place.label_x, place.label), to=style.subsection)
    head = headline(block, style.subsection, context, place.text_x, place.text)
    key = None if about.subtitle else under(head, block, sketch, context, place.text_x, place.text)
    column = Beside(parts=(*column.parts, *key.parts), height=key.height) if key else column
    yield passage(head, f"{about.id}.head", before=0.0, keep=True, split=False, beside=column)
    if about.subtitle:
        measure = subtitle(block, context, place.text_x, place.text)
        key = under(measure, block, sketch, context, place.text_x, place.text)
        yield passage(measure, f"{about.id}.subtitle", before=space.hair, keep=True, split=False, beside=key)
    yield picture(block, sketch, 0.0, place.width, context, None, before=space.small)
    yield below(block, sketch, context, place.text_x, place.text, gap=space.thin)


def under(words: Words, block: FigureBlock, sketch: Sketch, context: Context, x: float, width: float) -> Beside | None:
    """Return the key of a wide picture in rows under the last words of its head; None where it has none."""
    if not sketch.key:
        return None
    start = words.setting.height + context.look.space.thin
    return keyed_across(sketch.key, context, caption(block), x, width, start)


def ruled(block: FigureBlock, context: Context, *, after: float, parts: bool = False) -> Measured:
    """Return the rule over a figure; for `parts` see `boxes.Rule`."""
    return rule(
        f"{block.figure.words.id}.rule",
        context,
        width=context.look.theme.rule.table_outer,
        colour=context.look.roles.figure_rule,
        before=context.look.space.large,
        after=after,
        parts=parts,
    )


def name(block: FigureBlock, context: Context, x: float, width: float) -> Words:
    """Return "Figure 2" as a label."""
    text = filled(context.document.labels.figure, *(() if block.number is None else (block.number,)))
    return say(text, context.look.style.label, width, context, x=x, path=(*caption(block), ("P", "label")))


def headline(block: FigureBlock, style: Style, context: Context, x: float, width: float) -> Words:
    """Return what a figure shows as a sentence."""
    run = inlines.words(block.figure.words.headline, style, context.language)
    return put(run, style, width, x=x, path=(*caption(block), ("P", "headline")))


def subtitle(block: FigureBlock, context: Context, x: float, width: float) -> Words:
    """Return what a figure measures."""
    style = context.look.style.caption
    run = inlines.words(block.figure.words.subtitle, style, context.language)
    return put(run, style, width, x=x, path=(*caption(block), ("P", "subtitle")))


def source(block: FigureBlock, sketch: Sketch, context: Context, x: float, width: float) -> Words:
    """Return a figure's source and remarks."""
    style = context.look.style.caption
    text: Inlines = block.source
    if sketch.notes:
        text = (*text, Text(text=" " + " ".join(sketch.notes)))
    run = tuple(inlines.pieces(text, style, context.language))
    return put(run, style, width, x=x, path=(*root(block), ("P", "source")))


def picture(
    block: FigureBlock,
    sketch: Sketch,
    x: float,
    width: float,
    context: Context,
    column: Beside | None,
    *,
    before: float,
) -> Measured:
    """Return a picture as a box, with what stands beside it."""
    body = drawn(block, sketch, x, width)
    box = pages.Box(
        id=body.figure,
        heights=(body.least,),
        before=before,
        after=context.look.space.hair,
        keep=True,
        split=False,
        grow=body.grow,
        side=column.height if column else 0.0,
        clear=True,
    )
    return Measured(box=box, body=body, beside=column)


def drawn(block: FigureBlock, sketch: Sketch, x: float, width: float) -> Picture:
    """Return a figure's drawing at a place."""
    return Picture(
        figure=block.figure.words.id,
        alt=" ".join(filter(None, (block.figure.words.alt, block.figure.words.description))),
        x=x,
        width=width,
        least=sketch.least,
        grow=max(0.0, sketch.most - sketch.least),
        path=(*root(block), ("Figure", "picture")),
    )


def below(block: FigureBlock, sketch: Sketch, context: Context, x: float, width: float, *, gap: float) -> Measured:
    """Return source and remarks below a picture; only one line runs across both columns, under a wide picture."""
    words = source(block, sketch, context, 0.0, context.grid.width)
    if not wide(block.figure) or len(words.setting.lines) > 1:
        words = source(block, sketch, context, x, width)
    return passage(
        words,
        f"{block.figure.words.id}.source",
        before=gap,
        split=False,
        notes=context.document.footnotes,
    )
