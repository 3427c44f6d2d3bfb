"""Charts and tables of data: their specs, and the same with their numbers in hand."""

from .base import Value
from .caption import SpecBase, Words


class BarSpec(SpecBase, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row; `emphasis` names the cell of the id column to stress."""

    data: str
    x: str
    y: str
    emphasis: str | None = None


class TableSpec(SpecBase, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table of words or numbers; the first column heads its rows."""

    data: str
    columns: tuple[str, ...]


class Bar(Value, frozen=True, kw_only=True):
    """One bar: its value, and the value as it is printed."""

    id: str
    label: str
    value: float
    printed: str
    stressed: bool = False


class Bars(Value, frozen=True, kw_only=True, tag="bars"):
    """A chart of horizontal bars from zero."""

    words: Words
    bars: tuple[Bar, ...]
    unit: str
    period: str
