"""Figures that are charts -> native charts: what all forms share, and the choice between them."""

from typing import assert_never

from briefgen.model.charts import Bars, Dots, Lines, Stacks

from .barchart import bar_chart
from .boxes import Box
from .deck import Chart
from .dotchart import dot_chart
from .frame import Setting
from .linechart import line_chart
from .stackchart import stacked_bars
from .stackcolumns import stacked_columns

Native = Bars | Stacks | Lines | Dots
"""The figures that a deck shows as native charts."""


def chart(setting: Setting, figure: Native, box: Box, size: float) -> Chart:
    """Return a native chart in a box, with type of a size or, where it is crowded, a smaller one."""
    match figure:
        case Bars():
            return bar_chart(setting, figure, box, size)
        case Stacks():
            return (stacked_columns if figure.upright else stacked_bars)(setting, figure, box, size)
        case Lines():
            return line_chart(setting, figure, box, size)
        case Dots():
            return dot_chart(setting, figure, box, size)
        case _:
            assert_never(figure)
