"""The shapes of diagrams in figures.yaml."""

from typing import Annotated

import msgspec
from msgspec import Meta

from .base import Id, Label, Mark, Shape, about
from .caption import FigureBase

Party = Annotated[Id, about("An actor or a group.", "parties")]


class FamilyShape(Shape, frozen=True, kw_only=True):
    """A kind of tie with a look of its own."""

    label: Annotated[Mark, about("Its words in the key.")]
    types: Annotated[tuple[Id, ...], Meta(min_length=1, description="Types of relations.yaml that belong to it.")]


class RelationsShape(FigureBase, frozen=True, kw_only=True, tag="relations", tag_field="kind"):
    """Actors and the ties between them."""

    actors: Annotated[tuple[Party, ...], Meta(min_length=2, max_length=14, description="Actors, 2 to 14.")]
    ties: Annotated[
        tuple[Annotated[Id, about("A relation.", "relations")], ...],
        about("Ties to show; else all between them."),
    ] = ()
    types: Annotated[tuple[Id, ...], about("Types of ties to show, where `ties` are not named.")] = ()
    families: Annotated[
        tuple[FamilyShape, ...], Meta(max_length=4, description="Kinds of tie that lines and arrows tell apart.")
    ] = ()
    wording: Annotated[dict[Id, Mark], about("Types in other words than their ids.")] = msgspec.field(
        default_factory=dict
    )
    emphasis: Annotated[Party | None, about("The actor to stress; it stands in the middle.")] = None


Words = Annotated[str, Meta(pattern=r"\S", max_length=120)]


class StepShape(Shape, frozen=True, kw_only=True):
    """What must hold, and what follows."""

    conditions: Annotated[
        tuple[Words, ...], Meta(min_length=1, max_length=3, description="Conditions that must hold together.")
    ] = msgspec.field(name="if")
    then: Annotated[Words, about("What follows.")]
    hedge: Annotated[Label | None, about("The word of caution of the units, such as could.")] = None
    units: Annotated[
        tuple[Annotated[Id, about("A unit.", "units")], ...], Meta(min_length=1, description="Units that say so.")
    ]


class ConditionsShape(FigureBase, frozen=True, kw_only=True, tag="conditions", tag_field="kind"):
    """What depends on what."""

    steps: Annotated[tuple[StepShape, ...], Meta(min_length=1, max_length=6, description="Steps in order.")]
