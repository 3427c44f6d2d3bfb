"""Stacked bars -> a native chart: each part a series; below each bar, rows without fill carry the parts' names.

The rows of names repeat the numbers of their bar by formula, so that names stay below their parts when a user
edits the data.
"""

from briefgen.model.charts import Part, Stacks

from .boxes import Box
from .chartlabels import number_format
from .deck import Chart, Series, Tag
from .frame import Setting
from .plotting import planned_chart, readable
from .stackrows import Laid, behind_bars, below_bars, deep, words_of

TIGHTEST = 1.15
"""Height of a row at the least, in heights of text."""
ROW_MOST = 2.4
"""Height of a row at the most, in heights of text."""
GAP = 10
NAMES, ENDS = "Names", "Small parts"
"""The series that carry the names of the bars, above them, and numbers behind them."""


def stacked_bars(setting: Setting, stacks: Stacks, box: Box, size: float) -> Chart:
    """Return a chart of lying stacked bars on one scale."""
    several = len(stacks.stacks) > 1
    bars = below_bars(setting, stacks, box.w, size)
    if several and bars.rows(several) * TIGHTEST * size > box.h:
        bars = behind_bars(setting, stacks, box.w, size)
    rows: list[str] = []
    first: list[int] = []
    for stack, some in zip(stacks.stacks, bars.laid, strict=True):
        rows += [stack.label] if several else []
        first.append(len(rows))
        rows += [""] * (1 + deep(some))
    carried = Tag(place="inBase", colour=setting.theme.colour.ink, says="category")
    heads = Series(name=NAMES, values=(0.0,) * len(rows), tags=tuple(carried if name else None for name in rows))
    parts = _series(setting, bars.laid, first, len(rows), box.w)
    behind = dict(zip(first, bars.ends, strict=True))
    ends = Series(
        name=ENDS,
        values=(0.0,) * len(rows),
        tags=tuple(
            Tag(place="inBase", colour=setting.theme.colour.mute, text=text, strong=False)
            if (text := behind.get(row))
            else None
            for row in range(len(rows))
        ),
    )
    return planned_chart(
        setting,
        stacks.words,
        box,
        "bars",
        size,
        categories=tuple(rows),
        series=(*([heads] if several else []), *parts, *([ends] if any(bars.ends) else [])),
        low=0.0,
        high=box.w / bars.unit,
        gap=GAP,
        stacked=True,
        named=False,
        plot=(0.0, 0.0, 1.0, min(1.0, len(rows) * ROW_MOST * size / box.h)),
        shown=shown(stacks),
    )


def shown(stacks: Stacks) -> str:
    """Return what a chart shows in words."""
    return "; ".join(f"{s.label}: {', '.join(f'{p.label} {p.printed}' for p in s.parts)}" for s in stacks.stacks)


def part_fill(setting: Setting, part: Part) -> tuple[str, str | None]:
    """Return a part's fill, and the colour of its hatch if it is a rest."""
    theme = setting.theme
    if part.colour is None:
        return theme.colour.paper, theme.colour.mute
    return theme.chart.categories[part.colour % len(theme.chart.categories)], None


def _series(
    setting: Setting, laid: tuple[tuple[Laid, ...], ...], first: list[int], rows: int, wide: float
) -> tuple[Series, ...]:
    """Return a series for each part's name, in the order in which bars bring them."""
    found: dict[str, list[tuple[int, int, Laid]]] = {}
    for start, some in zip(first, laid, strict=True):
        for one in some:
            found.setdefault(one.part.label, []).append((start, deep(some), one))
    return tuple(_one(setting, name, places, rows, wide) for name, places in found.items())


def _one(setting: Setting, name: str, places: list[tuple[int, int, Laid]], rows: int, wide: float) -> Series:
    theme = setting.theme
    values: list[float | None] = [None] * rows
    tags: list[Tag | None] = [None] * rows
    own: list[tuple[int, str | None]] = []
    copies: list[tuple[int, int]] = []
    fill, hatched = part_fill(setting, places[0][2].part)
    code = number_format((one.part.value, one.part.printed) for _, _, one in places)
    for start, below, one in places:
        values[start] = one.part.value
        # all rows of names repeat all parts, else names would not stand below their own
        for row in range(start + 1, start + 1 + below):
            values[row] = one.part.value
            copies.append((row, start))
            own.append((row, None))
        if one.inside:
            ink = theme.colour.ink if hatched else readable(fill, setting)
            tags[start] = Tag(place="ctr", colour=ink, text="" if code else one.part.printed)
        if one.row is None:
            continue
        by_hand = "value" in one.says and not code
        tags[start + 1 + one.row] = Tag(
            place=one.place,
            colour=theme.colour.mute,
            says=" ".join(one.says),
            text=words_of(one) if by_hand else "",
            strong=False,
            shift=one.shift / wide,
        )
    return Series(
        name=name,
        values=tuple(values),
        tags=tuple(tags),
        fill=fill,
        hatched=hatched,
        own=tuple(own),
        code=code,
        copies=tuple(copies),
    )
