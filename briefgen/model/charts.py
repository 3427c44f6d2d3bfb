"""Charts and tables of data: their specs, and the same with their numbers in hand.

A number stands beside its `printed` form, which is what every format shows of it; a number that the data lack is
None, printed in words.
"""

from .base import Value
from .caption import SpecBase, Words


class RowsSpec(SpecBase, frozen=True, kw_only=True):
    """A number a row; `ranked` sorts by it, `keep` joins all but so many of the largest into one."""

    data: str
    x: str
    y: str
    emphasis: str | None = None
    ranked: bool = False
    keep: int | None = None


class BarSpec(RowsSpec, frozen=True, kw_only=True, tag="bar", tag_field="kind"):
    """Bars of one number a row; `emphasis` names the cell of the id column to stress."""


class ColumnSpec(RowsSpec, frozen=True, kw_only=True, tag="column", tag_field="kind"):
    """Upright bars of one number a row."""


class StackedSpec(SpecBase, frozen=True, kw_only=True, tag="stacked", tag_field="kind"):
    """Bars in parts, a row of the data for each part: `x` names the bar, `part` the part, `y` its number.

    Parts named in `rest` are hatched and neutral; `keep` joins all but so many of the largest of each bar.
    """

    data: str
    x: str
    part: str
    y: str
    rest: tuple[str, ...] = ()
    keep: int | None = None
    upright: bool = False


class LineSpec(SpecBase, frozen=True, kw_only=True, tag="line", tag_field="kind"):
    """Lines over time, one for each column of `y`; without `zero` the axis may start elsewhere, and says so."""

    data: str
    x: str
    y: tuple[str, ...]
    emphasis: str | None = None
    zero: bool = True


class DotSpec(SpecBase, frozen=True, kw_only=True, tag="dot", tag_field="kind"):
    """Dots on one scale, a row of the data each, one dot for each column of `y`."""

    data: str
    x: str
    y: tuple[str, ...]
    ranked: bool = False


class TableSpec(SpecBase, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table of words or numbers; the first column heads its rows."""

    data: str
    columns: tuple[str, ...]


class Bar(Value, frozen=True, kw_only=True):
    """One bar: its value, and the value as it is printed."""

    id: str
    label: str
    value: float | None
    printed: str
    stressed: bool = False


class Bars(Value, frozen=True, kw_only=True, tag="bars"):
    """A chart of bars from zero: lying, or `upright` as columns; where these are `timed`, some may go unnamed."""

    words: Words
    bars: tuple[Bar, ...]
    unit: str
    period: str
    upright: bool = False
    timed: bool = False


class Part(Value, frozen=True, kw_only=True):
    """A part of a stacked bar; `colour` counts the theme's categories, and is None for a rest."""

    label: str
    value: float
    printed: str
    colour: int | None


class Stack(Value, frozen=True, kw_only=True):
    """A bar in parts."""

    label: str
    parts: tuple[Part, ...]


class Stacks(Value, frozen=True, kw_only=True, tag="stacks"):
    """Stacked bars on one scale from one edge: lying, or `upright` as columns. No part is without a number."""

    words: Words
    stacks: tuple[Stack, ...]
    unit: str
    period: str
    upright: bool = False

    @property
    def naming(self) -> tuple[frozenset[str], ...]:
        """Return the parts that each bar names: a part that several bars have is named by the longest of them."""
        sums = [sum(p.value for p in stack.parts) for stack in self.stacks]
        best: dict[str, int] = {}
        for n, stack in enumerate(self.stacks):
            for part in stack.parts:
                if part.label not in best or sums[n] > sums[best[part.label]]:
                    best[part.label] = n
        return tuple(frozenset(label for label, n in best.items() if n == k) for k in range(len(self.stacks)))


class Tick(Value, frozen=True, kw_only=True):
    """A round number on a scale."""

    value: float
    printed: str


class Line(Value, frozen=True, kw_only=True):
    """A line: a value, or a gap, for each moment."""

    label: str
    values: tuple[float | None, ...]
    printed: tuple[str, ...]
    stressed: bool = False


class Lines(Value, frozen=True, kw_only=True, tag="lines"):
    """Lines over moments at equal distances, on a scale from its first tick to its last."""

    words: Words
    moments: tuple[str, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    unit: str
    period: str


class DotRow(Value, frozen=True, kw_only=True):
    """A row of dots: a value, or none, for each series."""

    label: str
    values: tuple[float | None, ...]
    printed: tuple[str, ...]


class Dots(Value, frozen=True, kw_only=True, tag="dots"):
    """Rows of dots on one scale from zero to its last tick."""

    words: Words
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]
    ticks: tuple[Tick, ...]
    unit: str
    period: str
