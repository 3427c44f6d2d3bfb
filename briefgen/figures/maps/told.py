"""What happened at a place, as a block of words: its name, and below it each event behind the shape of its status."""

from collections.abc import Sequence

from ...model.base import Value
from ...model.maps import Happening, Map, Spot, Zone
from ...model.theme import Theme
from ...typeset import text as typeset
from ..faces import Lettering
from ..statusmarks import mark
from .finder import SAFETY
from .labels import Labels
from .placing import Place

WIDEST = 17.0
"""Em of the widest line of an event."""
BULLET, INDENT = 0.3, 1.05
"""Radius of a status's shape before an event, and the room it takes, in em."""


class Told(Value, frozen=True, kw_only=True):
    """A place's name and its events, each broken into lines; all of it is `wide` points wide."""

    name: str
    events: tuple[tuple[Happening, tuple[str, ...]], ...]
    wide: float

    @property
    def lines(self) -> tuple[str, ...]:
        """Return all lines, the name first."""
        return (self.name, *(line for _, lines in self.events for line in lines))


def told(name: str, events: Sequence[Happening], letters: Lettering, size: float) -> Told:
    """Return what happened at a place, broken into lines."""
    indent, face = INDENT * size, letters.regular.file
    broken = tuple((e, tuple(typeset.lines(said(e), face, size, WIDEST * size, SAFETY))) for e in events)
    below = [indent + letters.regular.width(line, size) * SAFETY for _, lines in broken for line in lines]
    return Told(name=name, events=broken, wide=max(letters.bold.width(name, size) * SAFETY, *below))


def area(figure: Map, letters: Lettering, size: float) -> float:
    """Return how many square points the words of all places with events cover."""
    places: tuple[Spot | Zone, ...] = (*figure.spots, *figure.zones)
    blocks = [told(p.name, p.events, letters, size) for p in places if p.events]
    return sum(block.wide * len(block.lines) * letters.leading * size for block in blocks)


def said(event: Happening) -> str:
    """Return an event as a line says it."""
    return f"{event.when}: {event.label}" if event.when else event.label


def draw(block: Told, place: Place, labels: Labels, theme: Theme) -> None:
    """Draw a block at its place."""
    sheet, finder, words = labels.sheet, labels.finder, place.detail
    sheet.text("Name", words.x, words.baseline, block.name, words.ink, bold=True)
    below = 1
    for event, lines in block.events:
        base = words.baseline - below * finder.leading
        with sheet.group(f"Event {event.id}"):
            at = (words.x + BULLET * finder.size, base + finder.above / 2)
            mark(sheet, event.status, at, BULLET * finder.size, words.ink, theme)
            sheet.text("Label", words.x + INDENT * finder.size, base, "\n".join(lines), words.ink)
        below += len(lines)
