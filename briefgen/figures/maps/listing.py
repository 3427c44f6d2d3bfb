"""What stands beneath a map in the same drawing, laid out: the numbers of its places, the shapes of statuses."""

from ...model.base import Value
from ...model.maps import Map, PlacesMap, Spot, Zone
from ...typeset import text as typeset
from ..faces import Lettering
from ..keylines import lined

MANY = 12
"""More places than this are numbered, unless their author says otherwise."""
GUTTER, HEAD = 1.4, 0.7
"""Em between columns, and between the map and what stands beneath it."""
NARROWEST = 14.0
"""Em of the narrowest column."""
SAFETY = 1.03
LINE = 1.15
"""Lines of the key, in lines of text."""
RADIUS = 0.36
"""Em of a status's shape."""


class Entry(Value, frozen=True, kw_only=True):
    """A numbered place: its number and its words, broken into lines."""

    number: str
    lines: tuple[str, ...]


class Status(Value, frozen=True, kw_only=True):
    """A status and its word; `x` from the left and `line` from the top."""

    status: str
    label: str
    x: float
    line: int


class Listing(Value, frozen=True, kw_only=True):
    """Columns of entries, and statuses in lines; `height` is what the map must leave, in points."""

    columns: tuple[tuple[Entry, ...], ...] = ()
    column: float = 0.0
    statuses: tuple[Status, ...] = ()
    height: float = 0.0


def numbered(figure: Map) -> bool:
    """Tell whether a map's places bear numbers instead of names."""
    if not isinstance(figure, PlacesMap):
        return False
    return len(figure.spots) + len(figure.zones) > MANY if figure.numbered is None else figure.numbered


def plan(figure: Map, width: float, text: float, letters: Lettering, *, numbers: bool | None = None) -> Listing:
    """Return what stands beneath a map of a width, at a size of type; `numbers` overrides `numbered`."""
    pitch = letters.leading * text
    statuses = _statuses(figure, width, text, letters)
    tall = (max((s.line for s in statuses), default=-1) + 1) * LINE * pitch
    columns: tuple[tuple[Entry, ...], ...] = ()
    column = width
    if numbered(figure) if numbers is None else numbers:
        count = max(1, int((width + GUTTER * text) / ((NARROWEST + GUTTER) * text)))
        column = (width - (count - 1) * GUTTER * text) / count
        columns = _columns(_entries(figure, column, text, letters), count)
        tall += max(sum(len(e.lines) for e in c) for c in columns) * pitch
    return Listing(columns=columns, column=column, statuses=statuses, height=tall + (HEAD * text if tall else 0.0))


def indent(text: float) -> float:
    """Return the room of a number before its words."""
    return 1.7 * text


def _entries(figure: Map, column: float, text: float, letters: Lettering) -> list[Entry]:
    out = []
    places: tuple[Spot | Zone, ...] = (*figure.spots, *figure.zones)
    for number, place in enumerate(places, 1):
        said = "; ".join(f"{e.when}, {e.label}" for e in place.events)
        words = f"{place.name}: {said}" if said else place.name
        lines = typeset.lines(words, letters.regular.file, text, column - indent(text), SAFETY)
        out.append(Entry(number=str(number), lines=tuple(lines)))
    return out


def _columns(entries: list[Entry], count: int) -> tuple[tuple[Entry, ...], ...]:
    """Return entries in columns of like length, in reading order."""
    total = sum(len(e.lines) for e in entries)
    most = -(-total // count)
    while True:
        out: list[list[Entry]] = [[]]
        for entry in entries:
            if sum(len(e.lines) for e in out[-1]) + len(entry.lines) > most and out[-1]:
                out.append([])
            out[-1].append(entry)
        if len(out) <= count:
            return tuple(tuple(c) for c in out)
        most += 1


def _statuses(figure: Map, width: float, text: float, letters: Lettering) -> tuple[Status, ...]:
    rooms = [1.1 * text + letters.regular.width(label, text) * SAFETY for _, label in figure.statuses]
    places = lined(rooms, width, 1.2 * text)
    return tuple(
        Status(status=status, label=label, x=x, line=line)
        for (status, label), (x, line) in zip(figure.statuses, places, strict=True)
    )
