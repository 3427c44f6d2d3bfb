"""Bars and columns -> a native chart: names above or beside lying bars, below columns; values at the ends."""

import math

from briefgen.model.charts import Bar, Bars
from briefgen.model.colour import contrast

from .boxes import Box
from .chartlabels import number_format
from .deck import Chart, Series, Tag
from .frame import Setting
from .palette import READABLE
from .plotting import planned_chart, readable, width

NAMES = "Names"
"""The series that carries the bars' names: bars without fill, with the names as labels at their ends."""
NAME_INSET = 6.0
"""Points from the axis to where a name begins; a label cannot be moved by itself in every program."""
BAR_PAD = 8.0
AXIS_MOST = 2.5
"""How many times as long as its longest bar an axis may get to leave room for labels."""
ABOVE_LEAST = 3.4
"""Heights of text that a bar's slot must have for its name to stand above the bar."""
BESIDE_MOST = 0.4
"""The part of a chart's width that names beside the bars may take."""
SMALLEST = 14.0
GAP_ABOVE, GAP_BESIDE, GAP_COLUMNS = 70, 60, 55
"""Space between categories in percent of a bar's thickness."""
TURNS = 8
DIP = 0.05
"""How far below the axis, as a share of the room there, a name's column without fill ends."""


def bar_chart(setting: Setting, bars: Bars, box: Box, size: float) -> Chart:
    """Return a chart of bars; labels stand inside the bars that hold them, the axis leaves room for the others.

    Names that would take more than their share beside the bars stand above them in the smallest type that may be.
    """
    if bars.upright:
        return _columns(setting, bars, box, size)
    slot = box.h / len(bars.bars)
    names = max(width(setting, name, size) + 2 * BAR_PAD for name in map(_name, bars.bars))
    if names > BESIDE_MOST * box.w and slot >= ABOVE_LEAST * SMALLEST:
        size = min(size, slot / ABOVE_LEAST)
    above = slot >= ABOVE_LEAST * size
    room = box.w if above else box.w - min(names, BESIDE_MOST * box.w)
    widths = {b.id: width(setting, b.printed, size, strong=True) + 2 * BAR_PAD for b in bars.bars}
    low, high, inside = _axis(bars.bars, widths, room)
    code = number_format((b.value, b.printed) for b in bars.bars if b.value is not None)
    tags = tuple(_tag(setting, bar, code, inside=bar.id in inside) for bar in bars.bars)
    values = _values(setting, bars, tags, code)
    carried = Tag(place="outEnd", colour=setting.theme.colour.ink, says="category", strong=False)
    count = len(bars.bars)
    inset = float(f"{(high - low) * NAME_INSET / box.w:.2g}")
    named = Series(name=NAMES, values=(inset,) * count, tags=(carried,) * count)
    return planned_chart(
        setting,
        bars.words,
        box,
        "bars",
        size,
        categories=tuple(map(_name, bars.bars)),
        series=(named, values) if above else (values,),
        low=low,
        high=high,
        gap=GAP_ABOVE if above else GAP_BESIDE,
        named=not above,
        plot=(0.0, 0.0, 1.0, 1.0) if above else None,
        shown=_shown(bars),
    )


def _name(bar: Bar) -> str:
    """Return a bar's name; one without a value says so."""
    return bar.label if bar.value is not None else f"{bar.label}: {bar.printed}"


def _shown(bars: Bars) -> str:
    return "; ".join(f"{b.label}: {b.printed}" for b in bars.bars)


def _values(setting: Setting, bars: Bars, tags: tuple[Tag | None, ...], code: str | None) -> Series:
    """Return the series of the values, stressed bars in their own colour."""
    chart = setting.theme.chart
    return Series(
        name=bars.unit or bars.words.subtitle,
        values=tuple(b.value for b in bars.bars),
        tags=tags,
        fill=chart.other,
        own=tuple((n, chart.focus) for n, b in enumerate(bars.bars) if b.stressed),
        code=code,
    )


def _tag(setting: Setting, bar: Bar, code: str | None, *, inside: bool) -> Tag | None:
    """Return a value's label: inside its bar's end or after it, in a colour that its ground allows."""
    if bar.value is None:
        return None
    chart, colour = setting.theme.chart, setting.theme.colour
    fill = chart.focus if bar.stressed else chart.other
    legible = contrast(fill, colour.paper) >= READABLE
    ink = readable(fill, setting) if inside else fill if legible else colour.ink
    return Tag(place="inEnd" if inside else "outEnd", colour=ink, text="" if code else bar.printed)


def _axis(bars: tuple[Bar, ...], widths: dict[str, float], room: float) -> tuple[float, float, frozenset[str]]:
    """Return the ends of the axis of values, and the bars that hold their labels."""
    values = [b.value or 0.0 for b in bars]
    least, most = min(0.0, *values), max(0.0, *values)
    low, high = least, (most if most > least else 1.0)
    inside: frozenset[str] = frozenset()
    for _ in range(TURNS):
        unit = room / (high - low)
        inside = frozenset(b.id for b in bars if b.value is not None and abs(b.value) * unit >= widths[b.id])
        outer = [b for b in bars if b.value is not None and b.id not in inside]
        right = max([most, *((b.value or 0.0) + widths[b.id] / unit for b in outer if (b.value or 0.0) >= 0)])
        left = min([least, *((b.value or 0.0) - widths[b.id] / unit for b in outer if (b.value or 0.0) < 0)])
        if right <= high and left >= low:
            break
        limit = AXIS_MOST * (most - least or 1.0)
        low, high = max(min(low, left), least - limit), min(max(high, right), most + limit)
    return low, high, inside


def _columns(setting: Setting, bars: Bars, box: Box, size: float) -> Chart:
    """Return a chart of columns: names at the axis, values over the columns that have the room."""
    slot = box.w / len(bars.bars)
    code = number_format((b.value, b.printed) for b in bars.bars if b.value is not None)
    told = _told(setting, bars, slot, size)
    tags = tuple(_tag(setting, b, code, inside=False) if b.id in told else None for b in bars.bars)
    values = [b.value or 0.0 for b in bars.bars]
    least, most = min(0.0, *values), max(0.0, *values)
    span = (most - least) or 1.0
    pad = 1.6 * size / box.h * span
    every = _every(setting, bars, slot, size)
    carried = (_moments(setting, bars, every, pad),) if every > 1 and least == 0 else ()
    return planned_chart(
        setting,
        bars.words,
        box,
        "columns",
        size,
        categories=tuple(b.label for b in bars.bars),
        series=(_values(setting, bars, tags, code), *carried),
        low=least - (pad if least < 0 or carried else 0.0),
        high=(most + pad) if most > least or not least else 0.0,
        gap=GAP_COLUMNS,
        overlaid=bool(carried),
        named=not carried,
        every=every,
        shown=_shown(bars),
    )


def _moments(setting: Setting, bars: Bars, every: int, pad: float) -> Series:
    """Return the series without fill that carries names below the axis: not every program thins out an axis."""
    count = len(bars.bars)
    tag = Tag(place="outEnd", colour=setting.theme.colour.ink, says="category", strong=False)
    tags = tuple(tag if (count - 1 - n) % every == 0 else None for n in range(count))
    return Series(name=NAMES, values=(float(f"{-pad * DIP:.2g}"),) * count, tags=tags)


def _every(setting: Setting, bars: Bars, slot: float, size: float) -> int:
    """Return how many columns share a name: moments in time need not all be named."""
    widest = max(width(setting, b.label, size) for b in bars.bars) + BAR_PAD / 2
    return math.ceil(widest / slot) if bars.timed else 1


def _told(setting: Setting, bars: Bars, slot: float, size: float) -> set[str]:
    """Return the columns whose values are told: all if they fit, else the stressed, the largest and the last."""
    known = [b for b in bars.bars if b.value is not None]
    if all(width(setting, b.printed, size, strong=True) + BAR_PAD / 2 <= slot for b in known):
        return {b.id for b in known}
    largest = max(known, key=lambda b: b.value or 0.0)
    return {largest.id, known[-1].id} | {b.id for b in known if b.stressed}
