"""The shapes of charts and tables in figures.yaml, and of data/<id>.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Id, Line, Numeral, Passage, Shape, about
from .caption import FigureBase
from .facts import Works


class BarShape(FigureBase, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column with the labels.")]
    y: Annotated[str, about("The column with the numbers.")]
    emphasis: Annotated[Line | None, about("The cell of the id column whose bar is stressed.")] = None


class TableShape(FigureBase, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table; its first column heads the rows."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    columns: Annotated[tuple[str, ...], Meta(min_length=1, max_length=12, description="Columns in order.")]


class ColumnShape(Shape, frozen=True, kw_only=True):
    """A column of a dataset."""

    kind: Annotated[
        Literal["id", "text", "number"] | None,
        about("id, text or number; a column with a unit is a number, else text."),
    ] = None
    label: Annotated[Line | None, about("The column's head in tables.")] = None
    unit: Annotated[Line | None, about("Unit of a number, such as USD million.")] = None
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
