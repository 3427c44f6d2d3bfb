"""Figures: what a report can show (`FigureSpec`), and the same with its data in hand (`Figure`)."""

from datetime import date

from .base import Value
from .caption import SpecBase, Words
from .maps import (
    Choropleth,
    ChoroplethSpec,
    Distances,
    DistancesSpec,
    Locator,
    LocatorSpec,
    Membership,
    MembershipSpec,
    PlacesMap,
    PlacesSpec,
)

__all__ = [
    "Bar",
    "BarSpec",
    "Bars",
    "Choropleth",
    "ChoroplethSpec",
    "Distances",
    "DistancesSpec",
    "Figure",
    "FigureSpec",
    "Lane",
    "Locator",
    "LocatorSpec",
    "Membership",
    "MembershipSpec",
    "PlacesMap",
    "PlacesSpec",
    "SpecBase",
    "TableSpec",
    "Target",
    "Timeline",
    "TimelineMark",
    "TimelineSpec",
    "Words",
]


class Lane(Value, frozen=True, kw_only=True):
    """A lane of a timeline and the actors whose events stand in it."""

    label: str
    actors: tuple[str, ...]


class BarSpec(SpecBase, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row; `emphasis` names the cell of the id column to stress."""

    data: str
    x: str
    y: str
    emphasis: str | None = None


class TimelineSpec(SpecBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """Events of a period in lanes; `events` limits and ranks them, else the best ranked are shown."""

    period: str
    lanes: tuple[Lane, ...]
    events: tuple[str, ...] = ()
    key_event: str | None = None


class TableSpec(SpecBase, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table of words or numbers; the first column heads its rows."""

    data: str
    columns: tuple[str, ...]


MapSpecs = ChoroplethSpec | LocatorSpec | PlacesSpec | MembershipSpec | DistancesSpec
FigureSpec = BarSpec | MapSpecs | TimelineSpec | TableSpec


class Bar(Value, frozen=True, kw_only=True):
    """One bar: its value, and the value as it is printed."""

    id: str
    label: str
    value: float
    printed: str
    stressed: bool = False


class Bars(Value, frozen=True, kw_only=True, tag="bars"):
    """A chart of horizontal bars from zero."""

    words: Words
    bars: tuple[Bar, ...]
    unit: str
    period: str


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


Mapped = Choropleth | Locator | PlacesMap | Membership | Distances
Figure = Bars | Mapped | Timeline


class Target(Value, frozen=True, kw_only=True):
    """Where a drawing goes: its size in points, its format ("pdf" or "pptx") and its type sizes."""

    format: str
    width: float
    height: float
    text: float
    smallest: float
