"""The shape of an overview of formats in figures.yaml."""

from typing import Annotated

import msgspec
from msgspec import Meta

from ...model.seats import Seat
from .base import Id, Line, about
from .caption import FigureBase
from .facts import ActorId

Below = Annotated[str, Meta(pattern=r"\S", max_length=90)]


class SeatsShape(FigureBase, frozen=True, kw_only=True, tag="seats", tag_field="kind"):
    """Formats, and who sits in which, as far as the report says."""

    groups: Annotated[
        tuple[Annotated[Id, about("A group.", "groups")], ...],
        Meta(min_length=2, max_length=10, description="Groups, a line each."),
    ]
    actors: Annotated[tuple[ActorId, ...], about("Actors to show; else all members.")] = ()
    statuses: Annotated[
        dict[Line, Seat], about("Seats by status of a member, host, full, part or absent: {eligible to apply: part}.")
    ] = msgspec.field(default_factory=dict)
    emphasis: Annotated[Id | None, about("The actor to stress; it has a column of its own, the first.", "actors")] = (
        None
    )
    beneath: Annotated[dict[Id, Below], about("Words below a group's name, instead of its status.")] = msgspec.field(
        default_factory=dict
    )
