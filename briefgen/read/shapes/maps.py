"""The shapes of maps in figures.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Caption, Id, Mark, Shape, about
from .caption import FigureBase
from .facts import ActorId

Longitude = Annotated[float, Meta(ge=-180, le=360)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
PlaceId = Annotated[Id, about("A place.", "places")]
Actors = tuple[ActorId, ...]


class CategoryShape(Shape, frozen=True, kw_only=True):
    """A class of states on a map."""

    id: Annotated[Id, about("The value in the data.")]
    label: Annotated[Mark, about("The words in the key.")]
    role: Annotated[
        Literal["focus", "opposed", "conciliatory", "mixed", "unknown"],
        about("How it is filled: each category has a role of its own; unknown is for states without data."),
    ]


class FrameShape(Shape, frozen=True, kw_only=True):
    """The part of the world that the map must show, in degrees."""

    lon: Annotated[tuple[Longitude, Longitude], about("[west, east]; across the date line [160, -150].")]
    lat: Annotated[tuple[Latitude, Latitude], about("[south, north]")]


class CalloutShape(Shape, frozen=True, kw_only=True):
    """Words led out from a state."""

    actor: Annotated[ActorId, about("The state.", "actors")]
    text: Annotated[Caption, about("The words.")]


class MapBase(FigureBase, frozen=True, kw_only=True):
    """What maps of one region share."""

    frame: Annotated[
        FrameShape | None, about("The part of the world to show; without it, what the map is about and a margin.")
    ] = None
    neighbours: Annotated[Actors, about("States named for orientation only.")] = ()
    rivers: Annotated[bool, about("Whether to draw rivers.")] = False


class ChoroplethShape(MapBase, frozen=True, kw_only=True, tag="choropleth", tag_field="kind"):
    """States filled by category."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    key: Annotated[str, about("The column with the actors.")]
    value: Annotated[str, about("The column with the categories.")]
    categories: Annotated[
        tuple[CategoryShape, ...], Meta(min_length=1, max_length=5, description="Categories in the order of the key.")
    ]
    capitals: Annotated[bool, about("Whether to mark the capitals.")] = True
    callouts: Annotated[tuple[CalloutShape, ...], about("Words led out from states.")] = ()
    inset: Annotated[Literal["globe", "none"], about("A small globe that shows where the frame lies.")] = "none"


class LocatorShape(MapBase, frozen=True, kw_only=True, tag="locator", tag_field="kind"):
    """Where a region lies."""

    focus: Annotated[Actors, Meta(min_length=1, description="The states that it is about.")]
    places: Annotated[tuple[PlaceId, ...], about("Places to mark.")] = ()
    capitals: Annotated[bool, about("Whether to mark the capitals of these states.")] = True
    inset: Annotated[Literal["globe", "none"], about("A small globe that shows where the frame lies.")] = "globe"


class PlacesShape(MapBase, frozen=True, kw_only=True, tag="places", tag_field="kind"):
    """Places and what happened there."""

    places: Annotated[tuple[PlaceId, ...], about("Places to mark.")] = ()
    events: Annotated[
        tuple[Annotated[Id, about("An event.", "events")], ...],
        about("Events to tell at their places, each with the shape of its status."),
    ] = ()
    focus: Annotated[Actors, about("States to fill.")] = ()
    numbered: Annotated[
        bool | None,
        about(
            "Whether numbers stand for names, explained beneath; without it, for more than 12 places or too many words."
        ),
    ] = None
    inset: Annotated[Literal["globe", "none"], about("A small globe that shows where the frame lies.")] = "none"


class GroupMapsShape(FigureBase, frozen=True, kw_only=True, tag="group-maps", tag_field="kind"):
    """Who is in which group, a small map for each."""

    groups: Annotated[
        tuple[Annotated[Id, about("A group.", "groups")], ...],
        Meta(min_length=1, max_length=9, description="Groups in the order of the maps."),
    ]
    focus: Annotated[Actors, about("States outlined in every map.")] = ()
    frame: Annotated[FrameShape | None, about("The part of the world that all maps show.")] = None


class DistancesShape(FigureBase, frozen=True, kw_only=True, tag="distances", tag_field="kind"):
    """Distances between places, to one scale."""

    pairs: Annotated[
        tuple[tuple[PlaceId, PlaceId], ...],
        Meta(min_length=1, max_length=4, description="Pairs of places that are points: [moscow, kabul]."),
    ]


MapShape = ChoroplethShape | LocatorShape | PlacesShape | GroupMapsShape | DistancesShape
