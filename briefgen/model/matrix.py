"""Matrices: rows against columns, with marks of three shapes where they meet."""

from enum import Enum

import msgspec

from .base import Value
from .caption import SpecBase, Words


class Shape(Enum):
    """The three marks of a matrix, told apart without colour: a large disc in the accent, a disc, a ring."""

    ACCENT = "accent"
    FILLED = "filled"
    OPEN = "open"


class MarkColumn(Value, frozen=True, kw_only=True):
    """A column of marks: the value in the data that stands in it, its label, its shape."""

    value: str
    label: str
    shape: Shape = Shape.FILLED


class MatrixSpec(SpecBase, frozen=True, kw_only=True, tag="matrix", tag_field="kind"):
    """A row of the data each: its mark stands in the column that `mark` names; `beside` are columns of words.

    `across` names the column whose words stand across the marks of a row that has none.
    """

    data: str
    rows: str
    mark: str
    columns: tuple[MarkColumn, ...]
    across: str | None = None
    beside: tuple[str, ...] = ()
    emphasis: str | None = None


class MembershipSpec(SpecBase, frozen=True, kw_only=True, tag="membership", tag_field="kind"):
    """Actors against the groups in which they are; without `actors`, all members of these groups.

    `statuses` are the shapes of the statuses that members have.
    """

    groups: tuple[str, ...]
    actors: tuple[str, ...] = ()
    statuses: dict[str, Shape] = msgspec.field(default_factory=dict)
    emphasis: str | None = None


class Cell(Value, frozen=True, kw_only=True):
    """Where a row and a column meet: a mark, words, or nothing."""

    shape: Shape | None = None
    text: str = ""


class MatrixRow(Value, frozen=True, kw_only=True):
    """A row: a cell for each column, or words `across` the columns of marks."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    across: str = ""
    stressed: bool = False


class Matrix(Value, frozen=True, kw_only=True, tag="matrix"):
    """Rows against columns, of which the first so many (`marks`) hold marks and the rest words.

    `key` says what shapes stand for, where columns do not.
    """

    words: Words
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    marks: int
    key: tuple[tuple[Shape, str], ...] = ()
