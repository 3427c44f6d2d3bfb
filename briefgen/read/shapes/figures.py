"""The shapes of figures.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Caption, Id, Mark, Shape, about
from .caption import FigureBase
from .charts import BarShape, ColumnBarsShape, DotShape, LineShape, StackedShape, TableShape
from .diagrams import ConditionsShape, RelationsShape
from .facts import ActorId
from .matrices import MatrixShape, MembershipShape
from .numbers import NumbersShape
from .profiles import SourcesShape, StrengthShape
from .timelines import TimelineShape

Degrees = tuple[Annotated[float, Meta(ge=-180, le=180)], Annotated[float, Meta(ge=-180, le=180)]]


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


FigureShape = (
    BarShape
    | ColumnBarsShape
    | StackedShape
    | LineShape
    | DotShape
    | ChoroplethShape
    | TimelineShape
    | MatrixShape
    | MembershipShape
    | NumbersShape
    | RelationsShape
    | ConditionsShape
    | SourcesShape
    | StrengthShape
    | TableShape
)
