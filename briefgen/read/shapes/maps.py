"""The shapes of maps in figures.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Id, Line, Shape, about
from .caption import FigureBase
from .facts import ActorId

Degrees = tuple[Annotated[float, Meta(ge=-180, le=180)], Annotated[float, Meta(ge=-180, le=180)]]


class CategoryShape(Shape, frozen=True, kw_only=True):
    """A class of states on a map."""

    id: Annotated[Id, about("The value in the data.")]
    label: Annotated[Line, about("The words in the key.")]
    role: Annotated[Literal["focus", "opposed", "conciliatory"], about("The theme's colour for it.")]


class FrameShape(Shape, frozen=True, kw_only=True):
    """The part of the world that the map must show, in degrees."""

    lon: Annotated[Degrees, about("[west, east]")]
    lat: Annotated[Degrees, about("[south, north]")]


class CalloutShape(Shape, frozen=True, kw_only=True):
    """Words led out from a state."""

    actor: Annotated[ActorId, about("The state.", "actors")]
    text: Annotated[Line, about("The words.")]


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
