"""Lines over time -> a native chart: hairlines of the scale, a name and the last value at each line's end."""

import math

from briefgen.model.charts import Line, Lines
from briefgen.model.colour import contrast

from .boxes import Box
from .chartlabels import number_format
from .deck import Chart, Dot, Series, Tag
from .frame import Setting
from .palette import READABLE
from .plotting import VISIBLE, planned_chart, shifts, width

WIDTH, STRESSED = 2.25, 3.5
DOT = 7.0
DASHES = ("solid", "dash", "sysDot", "dashDot", "sysDash")
PAD = 14.0
MOMENTS = "Moments"
NAMES_MOST = 0.42
FOOT, HEAD = 2.0, 0.6
"""Space for the moments below the plot, and above it, in heights of text."""


def line_chart(setting: Setting, lines: Lines, box: Box, size: float) -> Chart:
    """Return a chart of lines; the plot leaves room for their names on the right."""
    several = len(lines.lines) > 1
    ends = [_end(line) for line in lines.lines]
    wide = max(
        width(setting, f"{line.label} {line.printed[end]}" if several else line.printed[end], size, strong=not several)
        for line, end in zip(lines.lines, ends, strict=True)
    )
    right = min(wide + PAD, NAMES_MOST * box.w)
    left = max(width(setting, t.printed, size) for t in lines.ticks) + PAD / 2
    colours = line_colours(setting, lines)
    low, high = lines.ticks[0].value, lines.ticks[-1].value
    top, foot = HEAD * size / box.h, FOOT * size / box.h
    tall = 1 - top - foot
    at = [tall * ((line.values[end] or 0.0) - low) / (high - low) for line, end in zip(lines.lines, ends, strict=True)]
    lifts = shifts(at, [1.25 * size / box.h] * len(at))
    series = []
    for n, (line, end, colour, lift) in enumerate(zip(lines.lines, ends, colours, lifts, strict=True)):
        code = number_format((v, p) for v, p in zip(line.values, line.printed, strict=True) if v is not None)
        legible = contrast(colour, setting.theme.colour.paper) >= READABLE
        said = f"{line.label} {line.printed[end]}" if several else line.printed[end]
        tag = Tag(
            place="r",
            colour=colour if legible else setting.theme.colour.ink,
            says="series value" if several else "value",
            text="" if code else said,
            strong=not several,
            lift=lift,
        )
        series.append(
            Series(
                name=line.label,
                values=line.values,
                tags=tuple(tag if k == end else None for k in range(len(line.values))),
                code=code,
                stroke=colour,
                width=STRESSED if line.stressed else WIDTH,
                dash=DASHES[n % len(DASHES)],
                dots=tuple((k, Dot(symbol="circle", size=DOT, colour=colour)) for k in _dots(line)),
            )
        )
    slot = (box.w - left - right) / max(1, len(lines.moments) - 1)
    name = max(width(setting, m, size) for m in lines.moments) + PAD / 2
    return planned_chart(
        setting,
        lines.words,
        box,
        "lines",
        size,
        categories=lines.moments,
        series=(*series, _moments(setting, lines, low, math.ceil(name / slot))),
        low=low,
        high=high,
        gap=0,
        named=False,
        step=lines.ticks[1].value - low,
        plot=(left / box.w, top, 1 - (left + right) / box.w, tall),
        shown="; ".join(f"{line.label}: {' '.join(line.printed)}" for line in lines.lines),
    )


def _moments(setting: Setting, lines: Lines, low: float, every: int) -> Series:
    """Return the series without a line that carries the names of moments: not every program thins out an axis."""
    count = len(lines.moments)
    named = range((count - 1) % every, count, every)
    tag = Tag(place="b", colour=setting.theme.colour.mute, says="category", strong=False)
    tags = tuple(tag if n in named else None for n in range(count))
    return Series(name=MOMENTS, values=(low,) * count, tags=tags)


def line_colours(setting: Setting, lines: Lines) -> tuple[str, ...]:
    """Return a colour for each line that stands out from paper; where one is stressed, the others step back."""
    theme = setting.theme
    if any(line.stressed for line in lines.lines):
        return tuple(theme.chart.focus if line.stressed else theme.colour.mute for line in lines.lines)
    seen = [c for c in theme.chart.categories if contrast(c, theme.colour.paper) >= VISIBLE]
    palette = list(dict.fromkeys([*seen, theme.colour.ink, theme.colour.mute, theme.chart.focus]))
    return tuple(palette[n % len(palette)] for n in range(len(lines.lines)))


def _end(line: Line) -> int:
    """Return the last moment whose value is known."""
    return max((n for n, v in enumerate(line.values) if v is not None), default=0)


def _dots(line: Line) -> tuple[int, ...]:
    """Return the moments that have a dot: the last, and those beside a gap."""
    known = [n for n, v in enumerate(line.values) if v is not None]
    beside = [n for n in known if n + 1 not in known or (n - 1 not in known and n != known[0])]
    return tuple(beside)
