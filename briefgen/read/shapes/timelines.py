"""The shapes of timelines in figures.yaml."""

from typing import Annotated

from msgspec import Meta

from .base import Edtf, Id, Label, Shape, about
from .caption import FigureBase
from .facts import ActorId


class LaneShape(Shape, frozen=True, kw_only=True):
    """A lane of a timeline."""

    label: Annotated[Label, about("The words beside it.")]
    actors: Annotated[tuple[ActorId, ...], Meta(min_length=1, description="Actors whose events stand in it.")]


class TimelineShape(FigureBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """Events of a period in lanes."""

    period: Annotated[Edtf, about("The period, such as 2021-06/2021-10 or 1872/2019.")]
    lanes: Annotated[
        tuple[Annotated[Id, about("An actor or a group.", "parties")] | tuple[ActorId, ...] | LaneShape, ...],
        Meta(min_length=1, max_length=8, description="Lanes: an actor or group, a list of actors, or {label, actors}."),
    ]
    cuts: Annotated[
        tuple[Edtf, ...], about("Years left out of the axis because nothing happens in them, such as 1936/1968.")
    ] = ()
    key_event: Annotated[Id | None, about("The event to stress.", "events")] = None
    events: Annotated[
        tuple[Annotated[Id, about("An event.", "events")], ...],
        about("Events to show, best first; else the best ranked."),
    ] = ()
