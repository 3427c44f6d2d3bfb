"""The pictures of a deck in their boxes: drawings with their key, native charts, and the words that go with them."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefgen.model.document import FigureBlock
from briefgen.model.figure import Conditions, Figure, Matrix, Numbers, Relations, Seats, Timeline
from briefgen.model.scene import Sketch, Swatch
from briefgen.model.theme import Theme

from .boxes import Box
from .deck import Drawing, Entry, Key, Span
from .frame import Setting
from .measure import Ruler, text_width
from .words import source_parts

PATCH = (16.0, 11.0)
KEY_GAP = 6.0
KEY_SPACE = 18.0
KEY_LEADING = 1.5


def sketch_of(sketches: Mapping[str, Sketch], name: str, box: Box) -> Sketch:
    """Return the sketch of a figure at a box's width; a figure without one takes any height."""
    found = sketches.get(name) or Sketch(width=box.w, least=0.0, most=box.h)
    scale = box.w / found.width
    return replace(found, width=box.w, least=found.least * scale, most=found.most * scale)


def drawing(setting: Setting, block: FigureBlock, box: Box) -> Drawing:
    """Return a drawing in its box, with the type sizes of the theme."""
    words, deck = block.figure.words, setting.theme.deck.type
    size = deck.table if isinstance(block.figure, Matrix | Seats | Numbers | Conditions) else deck.map
    return Drawing(
        figure=words.id,
        name=f"Figure: {words.headline}",
        box=box,
        alt=words.alt,
        text=size,
        smallest=min(size, deck.body_min, 14.0),
        furniture=_furniture(block.figure),
    )


def _furniture(figure: Figure) -> tuple[str, ...]:
    """Return the labels of a drawing that briefgen words itself: months, what marks and dashes stand for, "if"."""
    match figure:
        case Timeline():
            return (*(tick.label for tick in figure.ticks), *(label for _, label in figure.statuses))
        case Relations():
            return tuple(label for _, label in figure.statuses)
        case Matrix():
            return tuple(label for _, label in figure.key)
        case Seats():
            return (*(label for _, label in figure.key), figure.named, figure.held)
        case Conditions():
            return figure.if_, figure.and_
        case _:
            return ()


def key(swatches: tuple[Swatch, ...], box: Box, theme: Theme, using: Ruler) -> Key | None:
    """Return the key set in lines from the upper left corner of a box; its own box is as tall as it needs."""
    if not swatches:
        return None
    size = theme.deck.type.label
    line = size * KEY_LEADING
    entries: list[Entry] = []
    x, y = box.x, box.y
    for swatch in swatches:
        wide = text_width((Span(text=swatch.label),), using, "body", size)
        if x > box.x and x + PATCH[0] + KEY_GAP + wide > box.right:
            x, y = box.x, y + line
        patch = Box(x=x, y=y + (line - PATCH[1]) / 2, w=PATCH[0], h=PATCH[1])
        label = Box(x=patch.right + KEY_GAP, y=y, w=wide, h=line)
        entries.append(Entry(swatch=swatch, patch=patch, label=label))
        x = label.right + KEY_SPACE
    place = Box(x=box.x, y=box.y, w=max(e.label.right for e in entries) - box.x, h=y + line - box.y)
    alt = "; ".join(s.label for s in swatches)
    return Key(name="Key", box=place, alt=alt, size=size, entries=tuple(entries))


def cited(setting: Setting, block: FigureBlock, *, drawn: bool) -> tuple[tuple[int, ...], str, int]:
    """Return the notes of a figure's source line, its remarks with a map's disclaimer, and the lines it may take."""
    notes, remarks = source_parts(block.source)
    sketch = setting.sketches.get(block.figure.words.id) if drawn else None
    disclaimer = " ".join(sketch.notes) if sketch else ""
    return notes, " ".join(p for p in (remarks, disclaimer) if p), 3 if disclaimer else 2
