"""Rows of dots -> a native chart of scattered dots: names left of the scale, values beside the dots."""

import math

from briefgen.model.charts import DotRow, Dots
from briefgen.model.colour import contrast

from .boxes import Box
from .deck import Chart, Dot, Series, Tag
from .frame import Setting
from .palette import READABLE
from .plotting import planned_chart, shifts, width

SYMBOLS = ("circle", "diamond", "square")
DOT = 9.0
NAMES = "Names"
"""The series without dots that carries the rows' names."""
NAMES_MOST = 0.5
PAD_CHARACTER = "\u00a0"
PAD = 12.0
TOP = 0.5
"""The level of the plot's upper edge."""
FOOT, HEAD = 2.0, 1.8
"""Space for the scale's numbers below the plot, and for the names of dots above it, in heights of text."""


def dot_chart(setting: Setting, dots: Dots, box: Box, size: float) -> Chart:
    """Return a chart of rows of dots; the names of the series stand over the first row."""
    theme, count = setting.theme, len(dots.rows)
    levels = tuple(float(n) for n in range(1, count + 1))
    right = max(width(setting, p, size, strong=True) for row in dots.rows for p in row.printed) + PAD
    # a value may stand left of the first dot: names keep clear of it by spaces, for labels know no distance
    room = max(width(setting, p, size, strong=True) for row in dots.rows for p in row.printed) + DOT
    air = PAD_CHARACTER * math.ceil(room / width(setting, PAD_CHARACTER, size)) if len(dots.series) > 1 else ""
    carried = tuple(
        Tag(place="l", colour=theme.colour.ink, says="", text=row.label + air, strong=False) for row in dots.rows
    )
    left = min(max(width(setting, tag.text, size) for tag in carried) + PAD, NAMES_MOST * box.w)
    series = [Series(name=NAMES, values=(0.0,) * count, tags=carried, levels=levels)]
    for n, name in enumerate(dots.series):
        colour = (theme.chart.focus, theme.colour.ink, theme.colour.mute)[n]
        ink = colour if contrast(colour, theme.colour.paper) >= READABLE else theme.colour.ink
        marks = Dot(symbol=SYMBOLS[n], size=DOT + n, colour=colour)
        series.append(
            Series(
                name=name,
                values=tuple(row.values[n] for row in dots.rows),
                tags=tuple(_tag(row, n, ink) for row in dots.rows),
                dots=tuple((k, marks) for k, row in enumerate(dots.rows) if row.values[n] is not None),
                levels=levels,
            )
        )
    if len(dots.series) > 1:
        series.append(_heads(setting, dots, size, box.w - left - right, box.w))
    head = (HEAD if len(dots.series) > 1 else 0.4) * size / box.h
    foot = FOOT * size / box.h
    return planned_chart(
        setting,
        dots.words,
        box,
        "dots",
        size,
        categories=tuple(row.label for row in dots.rows),
        series=tuple(series),
        low=dots.ticks[0].value,
        high=dots.ticks[-1].value,
        gap=0,
        step=dots.ticks[1].value - dots.ticks[0].value,
        plot=(left / box.w, head, 1 - (left + right) / box.w, 1 - head - foot),
        shown="; ".join(f"{row.label}: {' '.join(row.printed)}" for row in dots.rows),
    )


def _tag(row: DotRow, series: int, ink: str) -> Tag | None:
    """Return a value's label: left of the least dot, right of the greatest, above one between."""
    value = row.values[series]
    if value is None:
        return None
    known = sorted((v, n) for n, v in enumerate(row.values) if v is not None)
    at = known.index((value, series))
    place = "r" if at == len(known) - 1 else "l" if at == 0 else "t"
    return Tag(place=place, colour=ink, says="", text=row.printed[series])


def _heads(setting: Setting, dots: Dots, size: float, wide: float, whole: float) -> Series:
    """Return the series without dots that carries the names of the others, over the plot and clear of one another.

    `wide` is the plot's width and `whole` the chart's, in points.
    """
    theme = setting.theme
    values = [next((v for row in dots.rows if (v := row.values[n]) is not None), 0.0) for n in range(len(dots.series))]
    low, high = dots.ticks[0].value, dots.ticks[-1].value
    sizes = [width(setting, name, size, strong=True) + PAD for name in dots.series]
    moved = shifts([(v - low) / (high - low) * wide for v in values], sizes)
    tags = []
    for n, name in enumerate(dots.series):
        colour = (theme.chart.focus, theme.colour.ink, theme.colour.mute)[n]
        ink = colour if contrast(colour, theme.colour.paper) >= READABLE else theme.colour.ink
        tags.append(Tag(place="t", colour=ink, says="", text=name, shift=moved[n] / whole))
    return Series(name="Names of dots", values=tuple(values), tags=tuple(tags), levels=(TOP,) * len(dots.series))
