"""The shapes of charts and tables in figures.yaml, and of data/<id>.yaml."""

from typing import Annotated, Literal

from msgspec import Meta

from .base import Id, Label, Line, Mark, Marking, Numeral, Passage, Shape, about
from .caption import FigureBase
from .facts import Works

Keep = Annotated[int, Meta(ge=1, le=5)]


class RowsShape(FigureBase, frozen=True, kw_only=True):
    """A number a row."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column with the labels.")]
    y: Annotated[str, about("The column with the numbers.")]
    emphasis: Annotated[Line | None, about("The cell of the id column whose bar is stressed.")] = None
    ranked: Annotated[bool, about("Whether the largest comes first; else the order of the data.")] = False
    keep: Annotated[Keep | None, about("Show so many of the largest and join the rest into one.")] = None


class BarShape(RowsShape, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Lying bars of one number a row."""


class ColumnBarsShape(RowsShape, frozen=True, kw_only=True, tag="column", tag_field="kind"):
    """Upright bars of one number a row; years and months that the data leave out are shown as gaps."""


class StackedShape(FigureBase, frozen=True, kw_only=True, tag="stacked", tag_field="kind"):
    """Bars in parts: a row of the data for each part of each bar."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column that names the bar.")]
    part: Annotated[str, about("The column that names the part.")]
    y: Annotated[str, about("The column with the numbers.")]
    rest: Annotated[tuple[Line, ...], about("Parts that are no category of their own: hatched.")] = ()
    keep: Annotated[Keep | None, about("Show so many of the largest of each bar and join the rest.")] = None
    upright: Annotated[bool, about("Whether the bars stand as columns.")] = False


class LineShape(FigureBase, frozen=True, kw_only=True, tag="line", tag_field="kind"):
    """Lines over time, from three moments on; what is missing is a gap."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column with the moments: years (2019), months (2021-06), or words in their order.")]
    y: Annotated[tuple[str, ...], Meta(min_length=1, max_length=5, description="Columns of numbers, a line each.")]
    emphasis: Annotated[str | None, about("The column whose line is stressed.")] = None
    zero: Annotated[bool, about("Whether the axis starts at zero; else the figure says that it does not.")] = True


class DotShape(FigureBase, frozen=True, kw_only=True, tag="dot", tag_field="kind"):
    """Dots on one scale, a row of the data each."""

    data: Annotated[Id, about("The dataset.", "datasets")]
    x: Annotated[str, about("The column with the labels.")]
    y: Annotated[tuple[str, ...], Meta(min_length=1, max_length=3, description="Columns of numbers, a dot each.")]
    ranked: Annotated[bool, about("Whether the largest of the first column comes first.")] = False


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
    marking: Annotated[Marking | None, about("A marking of the data; figures that draw them have it too.")] = None
