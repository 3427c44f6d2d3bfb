"""Timelines: events of a period in lanes."""

from datetime import date

from .base import Value
from .caption import SpecBase, Words


class Lane(Value, frozen=True, kw_only=True):
    """A lane of a timeline and the actors whose events stand in it."""

    label: str
    actors: tuple[str, ...]


class TimelineSpec(SpecBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """Events of a period in lanes; `events` limits and ranks them, else the best ranked are shown.

    `cuts` are years left out of the axis, as "1936/1968".
    """

    period: str
    lanes: tuple[Lane, ...]
    events: tuple[str, ...] = ()
    key_event: str | None = None
    cuts: tuple[str, ...] = ()


class TimelineMark(Value, frozen=True, kw_only=True):
    """An event in a lane; a span has different first and last days and `spans` set."""

    event: str
    label: str
    status: str
    lane: int
    first: date
    last: date
    spans: bool = False
    key: bool = False


class Tick(Value, frozen=True, kw_only=True):
    """A day on the axis, the first of a month or year, and what it is called."""

    day: date
    label: str


class Cut(Value, frozen=True, kw_only=True):
    """Days left out of the axis, the first and the last."""

    first: date
    last: date


class Timeline(Value, frozen=True, kw_only=True, tag="timeline"):
    """Events in lanes from the first day of a period to the last; its `ticks` are months or years."""

    words: Words
    first: date
    last: date
    lanes: tuple[str, ...]
    marks: tuple[TimelineMark, ...]
    ticks: tuple[Tick, ...]
    statuses: tuple[tuple[str, str], ...]
    cuts: tuple[Cut, ...] = ()
