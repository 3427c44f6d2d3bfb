"""Stacked bars -> a native chart: each part a series; below each bar, rows without fill carry the parts' names.

The rows of names repeat the numbers of their bar by formula, so that names stay below their parts when a user
edits the data.
"""

from briefgen.model.base import Value
from briefgen.model.charts import Part, Stack, Stacks

from .boxes import Box
from .chartlabels import number_format
from .deck import Chart, Series, Tag
from .frame import Setting
from .plotting import planned_chart, readable, width

PAD, APART = 6.0, 8.0
"""Points beside a number in its part, and between two names on a line."""
LINES = 3
"""Rows of names below a bar."""
ROW_MOST = 2.4
"""Height of a row at the most, in heights of text."""
GAP = 10
NAMES = "Names"
"""The series that carries the names of the bars, above them."""


class Laid(Value, frozen=True, kw_only=True):
    """A part: whether its number stands inside and whether it is named, and in which row, where, how far shifted.

    A part that another bar names has only its number below it, or nothing where that stands inside; then it has no row.
    """

    part: Part
    inside: bool
    named: bool
    row: int | None
    place: str
    shift: float = 0.0


def stacked_bars(setting: Setting, stacks: Stacks, box: Box, size: float) -> Chart:
    """Return a chart of lying stacked bars on one scale."""
    several = len(stacks.stacks) > 1
    longest = max(sum(p.value for p in s.parts) for s in stacks.stacks)
    laid = [
        _laid(setting, stack, named, box.w / longest, box.w, size)
        for stack, named in zip(stacks.stacks, stacks.naming, strict=True)
    ]
    rows: list[str] = []
    first: list[int] = []
    for stack, some in zip(stacks.stacks, laid, strict=True):
        rows += [stack.label] if several else []
        first.append(len(rows))
        rows += [""] * (1 + _deep(some))
    carried = Tag(place="inBase", colour=setting.theme.colour.ink, says="category")
    heads = Series(name=NAMES, values=(0.0,) * len(rows), tags=tuple(carried if name else None for name in rows))
    parts = _series(setting, laid, first, len(rows), box.w)
    return planned_chart(
        setting,
        stacks.words,
        box,
        "bars",
        size,
        categories=tuple(rows),
        series=(heads, *parts) if several else parts,
        low=0.0,
        high=longest,
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


def _deep(laid: tuple[Laid, ...]) -> int:
    """Return the rows of names below a bar."""
    return 1 + max((one.row for one in laid if one.row is not None), default=-1)


def _series(
    setting: Setting, laid: list[tuple[Laid, ...]], first: list[int], rows: int, wide: float
) -> tuple[Series, ...]:
    """Return a series for each part's name, in the order in which bars bring them."""
    found: dict[str, list[tuple[int, int, Laid]]] = {}
    for start, some in zip(first, laid, strict=True):
        for one in some:
            found.setdefault(one.part.label, []).append((start, _deep(some), one))
    return tuple(_one(setting, name, places, rows, wide) for name, places in found.items())


def _one(setting: Setting, name: str, places: list[tuple[int, int, Laid]], rows: int, wide: float) -> Series:
    theme = setting.theme
    values: list[float | None] = [None] * rows
    tags: list[Tag | None] = [None] * rows
    own: list[tuple[int, str | None]] = []
    copies: list[tuple[int, int]] = []
    fill, hatched = part_fill(setting, places[0][2].part)
    code = number_format((one.part.value, one.part.printed) for _, _, one in places)
    for start, deep, one in places:
        values[start] = one.part.value
        # all rows of names repeat all parts, else names would not stand below their own
        for row in range(start + 1, start + 1 + deep):
            values[row] = one.part.value
            copies.append((row, start))
            own.append((row, None))
        if one.inside:
            ink = theme.colour.ink if hatched else readable(fill, setting)
            tags[start] = Tag(place="ctr", colour=ink, text="" if code else one.part.printed)
        if one.row is None:
            continue
        says = " ".join(["series"] * one.named + ["value"] * (not one.inside))
        tags[start + 1 + one.row] = Tag(
            place=one.place,
            colour=theme.colour.mute,
            says=says,
            text="" if one.inside or code else f"{name} {one.part.printed}" if one.named else one.part.printed,
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


def _laid(
    setting: Setting, stack: Stack, naming: frozenset[str], unit: float, room: float, size: float
) -> tuple[Laid, ...]:
    """Return the parts of a bar with the rows of their names: the first in which a name touches no other."""
    out: list[Laid] = []
    taken: list[tuple[int, float, float]] = []
    at = 0.0
    for n, part in enumerate(stack.parts):
        low, at = at, at + part.value * unit
        inside = at - low >= width(setting, part.printed, size, strong=True) + 2 * PAD
        named = part.label in naming
        if inside and not named:
            out.append(Laid(part=part, inside=True, named=False, row=None, place="ctr"))
            continue
        words = " ".join([part.label] * named + [part.printed] * (not inside))
        wide = width(setting, words, size) + PAD
        centred = (low + at - wide) / 2
        kept = max(0.0, min(centred, room - wide))
        if n == 0 and wide <= at - low:
            place, left, shift = "inBase", low, 0.0
        else:
            place, left, shift = "ctr", kept, kept - centred
        row = next((r for r in range(LINES) if _free(taken, r, left, left + wide)), LINES - 1)
        taken.append((row, left, left + wide))
        out.append(Laid(part=part, inside=inside, named=named, row=row, place=place, shift=shift))
    return tuple(out)


def _free(taken: list[tuple[int, float, float]], row: int, left: float, right: float) -> bool:
    return all(r != row or left >= b + APART or right <= a - APART for r, a, b in taken)
