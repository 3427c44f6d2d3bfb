"""The shapes of figures.yaml and data/<id>.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Caption, Edtf, Id, Label, Line, Mark, Numeral, Passage, Shape, about
from .facts import ActorId, Works

Degrees = tuple[Annotated[float, Meta(ge=-180, le=180)], Annotated[float, Meta(ge=-180, le=180)]]
Alt = Annotated[str, Meta(pattern=r"\S", max_length=150)]


class FigureBase(Shape, frozen=True, kw_only=True):
    """What every figure says."""

    id: Annotated[Id, about("Id.")]
    headline: Annotated[Line, about("What the figure shows, as a sentence.")]
    subtitle: Annotated[Line | None, about("What is measured, unit, period.")] = None
    point: Annotated[Id | None, about("The point beside which it stands.", "points")] = None
    note: Annotated[Passage | None, about("A remark beneath it.")] = None
    cites: Annotated[Works, about("Its sources.")] = ()
    alt: Annotated[Alt | None, about("What it is and shows, at most 150 characters.")] = None


class BarShape(FigureBase, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column with the labels.")]
    y: Annotated[str, about("The column with the numbers.")]
    emphasis: Annotated[Line | None, about("The cell of the id column whose bar is stressed.")] = None


class CategoryShape(Shape, frozen=True, kw_only=True):
    """A class of states on a map."""

    id: Annotated[Id, about("The value in the data.")]
    label: Annotated[Mark, about("The words in the key.")]
    role: Annotated[Literal["focus", "opposed", "conciliatory"], about("The theme's colour for it.")]


class FrameShape(Shape, frozen=True, kw_only=True):
    """The part of the world that the map must show, in degrees."""

    lon: Annotated[Degrees, about("[west, east]")]
    lat: Annotated[Degrees, about("[south, north]")]


class CalloutShape(Shape, frozen=True, kw_only=True):
    """Words led out from a state."""

    actor: Annotated[ActorId, about("The state.", "actors")]
    text: Annotated[Caption, about("The words.")]


class ChoroplethShape(FigureBase, frozen=True, kw_only=True, tag="choropleth", tag_field="kind"):
    """States filled by category."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    key: Annotated[str, about("The column with the actors.")]
    value: Annotated[str, about("The column with the categories.")]
    categories: Annotated[
        tuple[CategoryShape, ...], Meta(min_length=1, max_length=6, description="Categories in the order of the key.")
    ]
    frame: Annotated[FrameShape, about("The part of the world to show.")]
    neighbours: Annotated[tuple[ActorId, ...], about("States shown for orientation only.")] = ()
    capitals: Annotated[bool, about("Whether to mark the capitals.")] = True
    callouts: Annotated[tuple[CalloutShape, ...], about("Words led out from states.")] = ()


class LaneShape(Shape, frozen=True, kw_only=True):
    """A lane of a timeline."""

    label: Annotated[Label, about("The words beside it.")]
    actors: Annotated[tuple[ActorId, ...], Meta(min_length=1, description="Actors whose events stand in it.")]


class TimelineShape(FigureBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """Events of a period in lanes."""

    period: Annotated[Edtf, about("The period, such as 2021-06/2021-10.")]
    lanes: Annotated[
        tuple[Annotated[Id, about("An actor or a group.", "parties")] | tuple[ActorId, ...] | LaneShape, ...],
        Meta(min_length=1, max_length=8, description="Lanes: an actor or group, a list of actors, or {label, actors}."),
    ]
    key_event: Annotated[Id | None, about("The event to stress.", "events")] = None
    events: Annotated[
        tuple[Annotated[Id, about("An event.", "events")], ...],
        about("Events to show, best first; else the best ranked."),
    ] = ()


class TableShape(FigureBase, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table; its first column heads the rows."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    columns: Annotated[tuple[str, ...], Meta(min_length=1, max_length=12, description="Columns in order.")]


FigureShape = BarShape | ChoroplethShape | TimelineShape | TableShape


class ColumnShape(Shape, frozen=True, kw_only=True):
    """A column of a dataset."""

    kind: Annotated[
        Literal["id", "text", "number"] | None,
        about("id, text or number; a column with a unit is a number, else text."),
    ] = None
    label: Annotated[Mark | None, about("The column's head in tables.")] = None
    unit: Annotated[Label | None, about("Unit of a number, such as USD million.")] = None
    period: Annotated[Numeral | None, about("Year or period of a number.")] = None
    precision: Annotated[Literal["exact", "rounded"] | None, about('rounded: printed with "about" before it.')] = None


class DataShape(Shape, frozen=True, kw_only=True):
    """data/<id>.yaml: what the columns of data/<id>.csv mean."""

    columns: Annotated[
        dict[str, Literal["id", "text", "number"] | ColumnShape],
        Meta(min_length=1, description="Columns in the order of the CSV: id, text, number, or {label, unit, period}."),
    ]
    cites: Annotated[Works, about("The works they rest on.")] = ()
    note: Annotated[Passage | None, about("A remark on the data.")] = None
