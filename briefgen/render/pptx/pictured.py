"""Slides that show a figure: a map with takeaways beside it, a timeline with them below, a chart with statements."""

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from briefgen.model.document import FigureBlock, Heading, Statement
from briefgen.model.figure import (
    Bars,
    Choropleth,
    Conditions,
    Distances,
    Dots,
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

from .boxes import Box, from_left
from .deck import Drawing, Paragraph, Problem, Shape, Span, TextBox
from .frame import Contents, Planned, Setting, headline, large, planned
from .grid import columns, parted
from .lists import Look, entry, rows
from .measure import height, set_in, steps, tidy
from .native import Native, chart
from .pictures import cited, drawing, key, sketch_of
from .words import remarks, short

TAKEAWAYS = 3
GAP = 14.0
SOURCE_GAP = 9.0
PARAGRAPH_GAP = 12.0


def pictured(
    setting: Setting, block: FigureBlock, pool: tuple[Statement, ...], heading: Heading | None, *, whole: int = 0
) -> Planned:
    """Return the slide of a figure with as many of the statements of `pool` as have room, from the first on.

    The first `whole` are of its own point: a map shows one more than usual where this leaves none of them behind.
    """
    match block.figure:
        case Choropleth() | Locator() | PlacesMap() | Distances():
            return _map(setting, block, pool, heading, most=TAKEAWAYS + (whole == TAKEAWAYS + 1))
        case Timeline() | Matrix() | Seats() | Numbers() | Relations() | Conditions() | GroupMaps():
            return _timeline(setting, block, pool, heading)
        case Bars() | Stacks() | Lines() | Dots():
            return _chart(setting, block, block.figure, pool, heading)
        case _:
            assert_never(block.figure)


def _contents(setting: Setting, block: FigureBlock, shown: tuple[Statement, ...], heading: Heading | None) -> Contents:
    notes, said, count = cited(setting, block, drawn=not isinstance(block.figure, Native))
    return Contents(
        heading=heading,
        shown=shown,
        words=block.figure.words,
        notes=notes,
        remarks=remarks(setting.document, said),
        source_lines=count,
    )


def _counts(pool: tuple[Statement, ...], most: int = TAKEAWAYS) -> Iterator[int]:
    """Yield how many takeaways to try, most first."""
    yield from range(min(most, len(pool)), 0, -1)


def _map(
    setting: Setting, block: FigureBlock, pool: tuple[Statement, ...], heading: Heading | None, *, most: int
) -> Planned:
    words, theme, using = block.figure.words, setting.theme, setting.using
    head, problems = headline(setting, words.headline)
    box = setting.box("map_takeaways", "map")
    sketch = sketch_of(setting.sketches, words.id, box)
    # a map keeps its shape: what is too tall is drawn narrower
    wide = box.w * min(1.0, box.h / sketch.least) if sketch.least else box.w
    place = replace(box, w=wide, h=min(box.h, sketch.most))
    side, column = setting.box("map_takeaways", "key"), setting.box("map_takeaways", "takeaways")
    shapes: list[Shape] = []
    y = side.y
    if words.subtitle:
        paragraph = Paragraph(spans=(Span(text=words.subtitle),), size=theme.deck.type.label, colour="mute")
        tall = height((paragraph,), using, side.w)
        shapes.append(
            TextBox(
                slot="subtitle",
                name="Figure subtitle",
                box=Box(x=side.x, y=y, w=side.w, h=tall),
                paragraphs=(paragraph,),
            )
        )
        y += tall + GAP / 2
    legend = key(sketch.key, replace(side, y=y), theme, using)
    y += legend.box.h + GAP if legend else 0.0
    room = Box(x=column.x, y=y, w=column.w, h=column.bottom - y)
    shown: tuple[Statement, ...] = ()
    for count in _counts(pool, most):
        look = Look(slot="takeaway", lead="lead", ruled_first=True)
        laid = rows(setting, pool[:count], room, look, where="Takeaway")
        if not laid.problems:
            shown = pool[:count]
            shapes += laid.shapes
            break
    if not shown and heading and heading.bottom_line:
        shapes.append(_bottom_line(setting, heading.bottom_line, room, "takeaway 1"))
    contents = _contents(setting, block, shown, heading)
    picture = drawing(setting, block, place)
    drawn = (legend, picture) if legend else (picture,)
    found = planned(setting, "map_takeaways", head, (*shapes, *drawn), contents, problems)
    return _clear_of_source(found, picture)


def _clear_of_source(found: Planned, picture: Drawing) -> Planned:
    """Return a slide whose picture ends above a source line that takes more lines than usual."""
    room = _source_top(found) - SOURCE_GAP - picture.box.y
    if room <= 0 or picture.box.h <= room:
        return found
    lower = replace(picture, box=replace(picture.box, h=room))
    shapes = tuple(lower if s == picture else s for s in found.slide.shapes)
    return replace(found, slide=replace(found.slide, shapes=shapes))


def _source_top(found: Planned) -> float:
    """Return where the source line of a slide begins; 0 where there is none."""
    return min((s.box.y for s in found.slide.shapes if isinstance(s, TextBox) and s.slot == "source"), default=0.0)


def _bottom_line(setting: Setting, text: str, room: Box, slot: str) -> TextBox:
    """Return a section's bottom line in statement type, where a figure has no statements of its own."""
    paragraph = large(setting, (Span(text=text),), setting.theme.deck.type.body)
    return TextBox(slot=slot, name="Bottom line", box=room, paragraphs=(paragraph,))


def _timeline(setting: Setting, block: FigureBlock, pool: tuple[Statement, ...], heading: Heading | None) -> Planned:
    """Return the slide of a wide figure, which ends above a source line that takes more lines than usual."""
    box = setting.box("timeline", "chart")
    found = _over(setting, block, pool, heading, box)
    room = _source_top(found) - SOURCE_GAP - box.y
    return _over(setting, block, pool, heading, replace(box, h=room)) if 0 < room < box.h else found


def _over(
    setting: Setting, block: FigureBlock, pool: tuple[Statement, ...], heading: Heading | None, box: Box
) -> Planned:
    """Return the slide of a figure with takeaways below it in columns, all of it in a box."""
    words = block.figure.words
    head, problems = headline(setting, words.headline)
    sketch = sketch_of(setting.sketches, words.id, box)
    legend = key(sketch.key, box, setting.theme, setting.using)
    used = legend.box.h + GAP / 2 if legend else 0.0
    shown: tuple[Statement, ...] = ()
    below: tuple[Shape, ...] = ()
    most = min(sketch.most, box.h - used)
    for count in _counts(pool):
        room = box.h - used - GAP - sketch.least
        foot = replace(box, y=box.bottom - room, h=room)
        below, need = columns(
            setting, pool[:count], foot, "takeaway", "Takeaway", most=setting.theme.deck.type.table, foot=True
        )
        if below:
            shown, most = pool[:count], min(sketch.most, box.h - used - GAP - need)
            break
    if sketch.least > most + 0.5:
        problems += (Problem(where=f"figure {words.id}", needed=sketch.least, there=most),)
    shapes: list[Shape] = [drawing(setting, block, replace(box, h=most))]
    if legend:
        moved = key(sketch.key, replace(box, y=box.y + most + GAP / 2), setting.theme, setting.using)
        shapes += [moved] if moved else []
    contents = _contents(setting, block, shown, heading)
    return planned(setting, "timeline", head, (*below, *shapes), contents, problems)  # text is read before its figure


def _chart(
    setting: Setting, block: FigureBlock, figure: Native, pool: tuple[Statement, ...], heading: Heading | None
) -> Planned:
    words, deck = figure.words, setting.theme.deck.type
    head, problems = headline(setting, words.headline)
    text = setting.box("statement_chart", "text")
    shown: tuple[Statement, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    for count in _counts(pool):
        tried = _statements(setting, pool[:count], text)
        if tried:
            shown, paragraphs = pool[:count], tried
            break
    box, place = setting.box("statement_chart", "chart_head"), setting.box("statement_chart", "chart")
    about, dot, measure = words.subtitle.partition(". ")
    lines = [Paragraph(spans=(Span(text=about, strong=True),), size=deck.table)]
    if dot:
        lines.append(Paragraph(spans=(Span(text=measure),), size=deck.chart, colour="mute"))
    shapes: list[Shape] = []
    layout = "statement_chart"
    if paragraphs:
        wide = tidy(paragraphs, setting.using, text.w)
        shapes.append(TextBox(slot="text", name="Statements", box=replace(text, w=wide), paragraphs=paragraphs))
    elif heading and heading.bottom_line:
        shapes.append(_bottom_line(setting, heading.bottom_line, text, "text"))
    else:  # nothing stands beside the chart: it has the whole width, and its measure in one line over it
        layout, box, place = "chart", from_left(box, text), from_left(place, text)
        paragraph = (
            Paragraph(spans=(*lines[0].spans, Span(text="  "), *lines[1].spans), size=deck.table) if dot else None
        )
        lines = [paragraph] if paragraph else lines
    need = height(lines, setting.using, box.w)
    there = place.y - box.y
    if need > there:
        problems += (Problem(where=f"subtitle of {words.id}", needed=need, there=there),)
    shapes.append(
        TextBox(
            slot="chart head",
            name="Chart title",
            box=replace(box, w=tidy(tuple(lines), setting.using, box.w), h=max(box.h, need)),
            paragraphs=tuple(lines),
        )
    )
    shapes.append(chart(setting, figure, place, deck.chart))
    contents = _contents(setting, block, shown, heading)
    return planned(setting, layout, head, tuple(shapes), contents, problems)


def _statements(setting: Setting, statements: tuple[Statement, ...], box: Box) -> tuple[Paragraph, ...]:
    """Return the first statement large in the theme's colour and the others below it; none if they do not fit."""
    deck, look = setting.theme.deck.type, Look(slot="text")

    def at(size: float) -> tuple[Paragraph, ...]:
        first = large(setting, short(statements[0]), max(deck.body, deck.statement - (deck.body - size)))
        return parted([(first,), *(entry(s, size, look) for s in statements[1:])], PARAGRAPH_GAP)

    paragraphs, _, fits = set_in(steps(deck.body, deck.body_min), at, setting.using, box.w, box.h)
    return paragraphs if fits else ()
