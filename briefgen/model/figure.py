"""Figures: what a report can show (`FigureSpec`), and the same with its data in hand (`Figure`)."""

from datetime import date

from .base import Value


class Frame(Value, frozen=True, kw_only=True):
    """The part of the world a map must show, in degrees: (west, east) and (south, north)."""

    lon: tuple[float, float]
    lat: tuple[float, float]


class Category(Value, frozen=True, kw_only=True):
    """A class of a choropleth; `role` names the theme's map colour: focus, opposed or conciliatory."""

    id: str
    label: str
    role: str


class Callout(Value, frozen=True, kw_only=True):
    """Words led out from an actor's territory."""

    actor: str
    text: str


class Lane(Value, frozen=True, kw_only=True):
    """A lane of a timeline and the actors whose events stand in it."""

    label: str
    actors: tuple[str, ...]


class SpecBase(Value, frozen=True, kw_only=True):
    """What every figure says: the finding, the measure, where it stands, whence it comes."""

    id: str
    headline: str
    subtitle: str | None = None
    point: str | None = None
    note: str | None = None
    cites: tuple[str, ...] = ()
    alt: str | None = None
    marking: str | None = None


class BarSpec(SpecBase, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row; `emphasis` names the cell of the id column to stress."""

    data: str
    x: str
    y: str
    emphasis: str | None = None


class ChoroplethSpec(SpecBase, frozen=True, kw_only=True, tag="choropleth", tag_field="kind"):
    """States filled by category."""

    data: str
    key: str
    value: str
    categories: tuple[Category, ...]
    frame: Frame
    neighbours: tuple[str, ...] = ()
    capitals: bool = True
    callouts: tuple[Callout, ...] = ()


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


FigureSpec = BarSpec | ChoroplethSpec | TimelineSpec | TableSpec


class Words(Value, frozen=True, kw_only=True):
    """The words around a picture; `alt` is short (150 characters), `description` says all that the picture shows."""

    id: str
    headline: str
    subtitle: str
    alt: str
    description: str
    note: str | None = None
    point: str | None = None


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


class Area(Value, frozen=True, kw_only=True):
    """A state on a map, by ISO alpha-3; `category` is None for a neighbour shown only for orientation."""

    iso: str
    name: str
    category: str | None = None


class Spot(Value, frozen=True, kw_only=True):
    """A point on a map, in degrees."""

    id: str
    name: str
    lat: float
    lon: float


class AreaCallout(Value, frozen=True, kw_only=True):
    """Words led out from a state."""

    iso: str
    name: str
    text: str


class Choropleth(Value, frozen=True, kw_only=True, tag="choropleth"):
    """A map of states filled by category; `boundaries` is the preset that says how disputed lines are drawn."""

    words: Words
    areas: tuple[Area, ...]
    categories: tuple[Category, ...]
    frame: Frame
    spots: tuple[Spot, ...]
    callouts: tuple[AreaCallout, ...]
    boundaries: str
    issuer: str


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


Figure = Bars | Choropleth | Timeline


class Target(Value, frozen=True, kw_only=True):
    """Where a drawing goes: its size in points, its format ("pdf" or "pptx") and its type sizes."""

    format: str
    width: float
    height: float
    text: float
    smallest: float
