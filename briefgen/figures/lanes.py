"""A timeline laid out: lanes, rows, sides of labels. Needs only the widths of text, so a sketch can ask it."""

from ..model.base import Value
from ..model.figure import Timeline, TimelineMark
from ..typeset import text as typeset
from . import faults
from .axis import Axis
from .faces import Lettering
from .keylines import lined
from .packing import Slot, packed

STATUSES = ("done", "reported", "announced", "planned", "possible", "denied")
SPAN = "period"
"""The legend's entry for bars, where the figure names one."""

RADIUS, GAP = 0.36, 0.34
"""A marker's radius, and the space from marker to label, in em."""
APART = 0.7
"""The least space between what stands in one row, in em."""
CLEAR = 2.0
"""Points between a label and the line of the key date."""
SAFETY = 1.03
"""Labels may come out this much wider than measured: a back end may set them without kerning."""
ONE_LINE = 1.4
"""The names' column may grow so much (times) to set a name in one line."""
BREAK = 1.5
"""Width of a break in the axis, in em."""


class Lane(Value, frozen=True, kw_only=True):
    """A lane's name in lines, and its rows from the top; a slot set `over` takes two rows and stands in the upper."""

    lines: tuple[str, ...]
    rows: tuple[tuple[Slot, ...], ...]


class Tick(Value, frozen=True, kw_only=True):
    """The first day of a month or year across the drawing; its label is empty where it would touch the next."""

    x: float
    name: str
    label: str


class Entry(Value, frozen=True, kw_only=True):
    """A legend's entry: from `x` a sample, then words; `line` counts from 0."""

    status: str
    label: str
    x: float
    line: int


class Plan(Value, frozen=True, kw_only=True):
    """Everything across; what is down follows from the height. `left` is where the first day begins."""

    text: float
    left: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[tuple[float, float], ...]
    legend: tuple[Entry, ...]
    key: float | None

    @property
    def crossed(self) -> bool:
        """Tell whether a label crosses the key date."""
        return any(slot.crosses for lane in self.lanes for row in lane.rows for slot in row)


def plan(figure: Timeline, width: float, text: float, letters: Lettering) -> Plan:
    """Return the timeline at a width and type size, every mark in it.

    Raises InputError for a mark outside period or lanes, of unknown status, or with a label too long.
    """
    _check(figure)
    names, left = _names(figure, width, text, letters)
    axis = Axis(figure, left, width - (RADIUS + 0.1) * text, BREAK * text)

    def ends(mark: TimelineMark) -> tuple[float, float]:
        # a span runs to the end of its last day; a date that is not known to the day stands in its middle
        middle = (axis.at(mark.first) + axis.at(mark.last)) / 2
        return (axis.at(mark.first, 0.0), axis.at(mark.last, 1.0)) if mark.spans else (middle, middle)

    key = next((ends(m)[0] for m in figure.marks if m.key), None)
    lanes = []
    for number, lines in enumerate(names):
        marks = sorted((m for m in figure.marks if m.lane == number), key=lambda m: (m.first, m.last, m.event))
        choices = [_choices(m, ends(m), key, (left, width), text, letters, figure.words.id) for m in marks]
        lanes.append(Lane(lines=lines, rows=packed(choices, APART * text)))
    legend = _legend(figure, left, width, text, letters)
    ticks = _ticks(figure, axis, width, text, letters)
    return Plan(
        text=text,
        left=left,
        lanes=tuple(lanes),
        ticks=ticks,
        breaks=tuple(axis.breaks),
        legend=legend,
        key=key,
    )


def _check(figure: Timeline) -> None:
    name = figure.words.id
    if not figure.marks or not figure.lanes:
        hint = "name events of the period and lanes whose actors they have"
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no events in lanes", hint)
    for mark in figure.marks:
        if mark.status not in STATUSES:
            hint = f"use one of: {', '.join(STATUSES)}"
            raise faults.fault(faults.UNKNOWN_STATUS, name, f"event {mark.event!r} has status {mark.status!r}", hint)
        if not figure.first <= mark.first <= mark.last <= figure.last:
            message = f"event {mark.event!r} lies outside {figure.first} to {figure.last}"
            raise faults.fault(faults.OUTSIDE_PERIOD, name, message, "widen `period` or leave the event out")
        if not 0 <= mark.lane < len(figure.lanes):
            message = f"event {mark.event!r} stands in lane {mark.lane}; there are {len(figure.lanes)}"
            raise faults.fault(faults.OUTSIDE_PERIOD, name, message, "give a lane to the event's first actor")


def _names(figure: Timeline, width: float, text: float, letters: Lettering) -> tuple[list[tuple[str, ...]], float]:
    """Return the lanes' names in at most two lines where that goes, and where the first day begins."""
    widest = 0.24 * width
    best = 0.0
    for name in figure.lanes:
        trial = 2.0 * text
        while trial < widest and len(typeset.lines(name, letters.bold.file, text, trial, SAFETY)) > 2:
            trial += 0.25 * text
        longest = max(letters.bold.width(word, text) * SAFETY for word in name.split())
        best = max(best, min(widest, max(trial, longest)))
    whole = [letters.bold.width(name, text) * SAFETY for name in figure.lanes]
    best = max([best, *(w for w in whole if w <= min(widest, ONE_LINE * best))])
    names = [typeset.lines(name, letters.bold.file, text, best + 0.01, SAFETY) for name in figure.lanes]
    taken = max(letters.bold.width(line, text) * SAFETY for lines in names for line in lines)
    return names, taken + 1.9 * text


def _choices(
    mark: TimelineMark,
    ends: tuple[float, float],
    key: float | None,
    room: tuple[float, float],
    text: float,
    letters: Lettering,
    figure: str,
) -> list[Slot]:
    """Return where a mark's label can stand between the ends of the room, the best place first.

    A span's label can stand in the row above; an event's does where neither side has room.
    """
    (first, last), (left, width) = ends, room
    wide = letters.cut(mark.key).width(mark.label, text) * SAFETY
    half = 0.0 if mark.spans else RADIUS * text
    start, end = first - half, last + half
    right = Slot(mark=mark, first=start, last=end, left=end + GAP * text, right=end + GAP * text + wide)
    near = Slot(mark=mark, first=start, last=end, left=start - GAP * text - wide, right=start - GAP * text)
    slots = [near, right] if mark.key or mark.spans else [right, near]
    beside = [s for s in slots if s.left >= left + 1 and s.right <= width - 1]
    if mark.spans or not beside:
        starts = [first if mark.spans else (first + last - wide) / 2]
        starts += [] if key is None else [key + CLEAR + 1, key - CLEAR - 1 - wide]
        for at in (max(left + 1, min(x, width - 1 - wide)) for x in starts):
            slots.append(Slot(mark=mark, first=start, last=end, left=at, right=at + wide, over=True))
    inside = [s for s in slots if s.left >= left + 1 and s.right <= width - 1]
    clear = [s for s in inside if key is None or not s.left - CLEAR < key < s.right + CLEAR]
    if clear:
        return clear
    if inside:
        return [Slot(**{f: getattr(s, f) for f in s.__struct_fields__} | {"crosses": True}) for s in inside]
    message = f"the label of event {mark.event!r} ({mark.label!r}) has no room on either side"
    hint = "keep labels to about 32 characters, or give the figure fewer months"
    raise faults.fault(faults.LABEL_TOO_LONG, figure, message, hint)


def _ticks(figure: Timeline, axis: Axis, width: float, text: float, letters: Lettering) -> tuple[Tick, ...]:
    """Return the axis's ticks; a label that would reach the next tick's, or a break, is left out."""
    places = [axis.at(tick.day, 0.0) for tick in figure.ticks]
    out: list[Tick] = []
    free = 0.0
    for k, (place, tick) in enumerate(zip(places, figure.ticks, strict=True)):
        room = letters.regular.width(tick.label, text) * SAFETY + 0.8 * text
        torn = any(place - 0.5 < high and low < place + room - 0.4 * text for low, high in axis.breaks)
        shown = place >= free and (place + room <= width or k == 0) and not torn
        free = place + room if shown else free
        out.append(Tick(x=place, name=tick.label, label=tick.label if shown else ""))
    return tuple(out)


def _legend(figure: Timeline, left: float, width: float, text: float, letters: Lettering) -> tuple[Entry, ...]:
    """Return entries for the statuses that are shown, in the figure's order, in as many lines as they take."""
    shown = {m.status for m in figure.marks if not m.spans or m.status != "done"}
    spans = any(m.spans for m in figure.marks)
    entries = [(status, label) for status, label in figure.statuses if status in shown or (status == SPAN and spans)]
    rooms = [sample(s, text) + GAP * text + letters.regular.width(label, text) * SAFETY for s, label in entries]
    places = lined(rooms, width, 1.6 * text, left)
    return tuple(
        Entry(status=status, label=label, x=x, line=line)
        for (status, label), (x, line) in zip(entries, places, strict=True)
    )


def sample(status: str, text: float) -> float:
    """Return how wide a legend's sample is."""
    return (2.2 if status == SPAN else 2 * RADIUS) * text
