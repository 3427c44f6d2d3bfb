"""The shapes of matrices in figures.yaml."""

from typing import Annotated

import msgspec
from msgspec import Meta

from ...model import matrix
from .base import Id, Line, Mark, Shape, about
from .caption import FigureBase
from .facts import ActorId


class MarkColumnShape(Shape, frozen=True, kw_only=True):
    """A column of marks."""

    value: Annotated[Line, about("The value in the data whose mark stands in it.")]
    label: Annotated[Mark, about("The words over it.")]
    shape: Annotated[matrix.Shape, about("accent, filled or open.")] = matrix.Shape.FILLED


class MatrixShape(FigureBase, frozen=True, kw_only=True, tag="matrix", tag_field="kind"):
    """Rows against columns, one mark a row."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    rows: Annotated[str, about("The column that names the rows; ids of actors become their names.")]
    mark: Annotated[str, about("The column whose value says in which column a row's mark stands.")]
    columns: Annotated[
        tuple[MarkColumnShape, ...], Meta(min_length=1, max_length=7, description="Columns of marks in order.")
    ]
    across: Annotated[str | None, about("The column with words for rows that have no mark.")] = None
    beside: Annotated[tuple[str, ...], Meta(max_length=3, description="Columns of words, right of the marks.")] = ()
    emphasis: Annotated[Line | None, about("The row to stress; it comes first.")] = None


class MembershipShape(FigureBase, frozen=True, kw_only=True, tag="membership", tag_field="kind"):
    """Who is in which group, as far as the report says."""

    groups: Annotated[
        tuple[Annotated[Id, about("A group.", "groups")], ...],
        Meta(min_length=1, max_length=8, description="Groups, a column each."),
    ]
    actors: Annotated[tuple[ActorId, ...], about("Actors, a row each; else all members.")] = ()
    statuses: Annotated[dict[str, matrix.Shape], about("Shapes by status of a member, such as {host: accent}.")] = (
        msgspec.field(default_factory=dict)
    )
    emphasis: Annotated[Id | None, about("The actor to stress.", "actors")] = None
