"""Timelines: events of a period in lanes."""

from datetime import date

from .base import Value
from .caption import SpecBase, Words


class Lane(Value, frozen=True, kw_only=True):
    """A lane of a timeline and the actors whose events stand in it."""

    label: str
    actors: tuple[str, ...]


class TimelineSpec(SpecBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """Events of a period in lanes; `events` limits and ranks them, else the best ranked are shown."""

    period: str
    lanes: tuple[Lane, ...]
    events: tuple[str, ...] = ()
    key_event: str | None = None


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


class Timeline(Value, frozen=True, kw_only=True, tag="timeline"):
    """Events in lanes over whole months, from the first day to the last."""

    words: Words
    first: date
    last: date
    lanes: tuple[str, ...]
    marks: tuple[TimelineMark, ...]
    months: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...]
