"""Columns laid out: slots, names below, values at their ends. Needs only the widths of text."""

from ..model.base import Value
from ..model.figure import Bar, Bars
from ..typeset import text as typeset
from . import faults
from .barplan import check, value_width
from .faces import Lettering

WIDTH, WIDEST = 0.64, 4.5
"""A column's width as a part of its slot, and in em at the most."""
LEAST, MOST = 7.0, 15.0
"""Heights of the plot in em, from the lowest value's end to the highest one's."""
UNDER_AXIS, BEYOND = 0.4, 0.35
"""Space between the plot and the names, and between a column's end and its value, in em."""
APART = 0.5
"""The least space between two labels beside each other, in em."""
LINES = 3
SAFETY = 1.03


class Column(Value, frozen=True, kw_only=True):
    """A column: the middle of its slot, its height (below zero downwards), its name in lines, and whether it is told.

    A column without a name, or whose value is not `told`, stands between others that have them. Words at the edges
    are shifted inwards: `name` and `value` are their middles.
    """

    bar: Bar
    x: float
    name: float
    value: float
    height: float
    lines: tuple[str, ...]
    told: bool


class Plan(Value, frozen=True, kw_only=True):
    """All columns; `zero` is the height of the line that they begin at, `names` that of the first names' top."""

    columns: tuple[Column, ...]
    text: float
    thickness: float
    zero: float
    names: float
    height: float


def plan(figure: Bars, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the columns at a width and, if it is given, in a height; else at the least height.

    Raises InputError for values that no column can show, and for names that do not fit below their columns.
    """
    check(figure)
    slot = width / len(figure.bars)
    middles = [(n + 0.5) * slot for n in range(len(figure.bars))]
    names = _names(figure, slot, text, letters)
    told = _told(figure, middles, slot, text, letters)
    deep = max(len(lines) for lines in names) * letters.leading * text + UNDER_AXIS * text
    values = [bar.value or 0.0 for bar in figure.bars]
    low, high = min(0.0, *values), max(0.0, *values)
    label = letters.leading * text + BEYOND * text
    above = label if high > 0 or low == 0 else 0.0
    below = label if low < 0 else 0.0
    room = (LEAST * text if height is None else max(height - deep - above - below, 0.0)) or 1.0
    room = min(room, MOST * text)
    scale = room / (high - low) if high > low else 0.0

    def inside(x: float, wide: float) -> float:
        return min(max(x, wide / 2), width - wide / 2)

    columns = tuple(
        Column(
            bar=bar,
            x=x,
            name=inside(x, max(letters.regular.width(line, text) * SAFETY for line in lines)),
            value=inside(x, value_width(bar, text, letters)),
            height=(bar.value or 0.0) * scale,
            lines=lines,
            told=shown,
        )
        for bar, x, lines, shown in zip(figure.bars, middles, names, told, strict=True)
    )
    floor = deep + below
    return Plan(
        columns=columns,
        text=text,
        thickness=min(WIDTH * slot, WIDEST * text),
        zero=floor - low * scale,
        names=deep - UNDER_AXIS * text,
        height=floor + room + above,
    )


def heights(figure: Bars, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the columns can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def _names(figure: Bars, slot: float, text: float, letters: Lettering) -> list[tuple[str, ...]]:
    """Return the names in lines; of moments in time those that have room, the last one first."""
    face = letters.regular.file
    if not figure.timed:
        room = slot - APART * text
        found = [typeset.lines(bar.label, face, text, room, SAFETY) for bar in figure.bars]
        for bar, lines in zip(figure.bars, found, strict=True):
            widest = max(letters.regular.width(word, text) for word in bar.label.split() or [""]) * SAFETY
            if len(lines) > LINES or widest > room:
                message = f"the name {bar.label[:40]!r} has no room below its column"
                hint = "show lying bars (`kind: bar`), say it shorter, or show fewer columns"
                raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, hint)
        return found
    wide = [letters.regular.width(bar.label, text) * SAFETY + APART * text for bar in figure.bars]
    step = max(1, -int(-max(wide) // slot))
    last = len(figure.bars) - 1
    shown = set(range(last, -1, -step))
    return [(bar.label,) if n in shown else ("",) for n, bar in enumerate(figure.bars)]


def _told(figure: Bars, middles: list[float], slot: float, text: float, letters: Lettering) -> list[bool]:
    """Return which values are told: all that fit; else the stressed, the largest and the last one."""
    wide = [value_width(bar, text, letters) + APART * text for bar in figure.bars]
    known = [n for n, bar in enumerate(figure.bars) if bar.value is not None]
    if all(w <= slot for n, w in enumerate(wide) if n in known):
        return [True] * len(figure.bars)
    values = {n: figure.bars[n].value or 0.0 for n in known}
    first = [n for n in known if figure.bars[n].stressed]
    first += [max(known, key=lambda n: values[n]), known[-1]] if known else []
    taken: list[int] = []
    for n in dict.fromkeys(first):
        if all(abs(middles[n] - middles[k]) >= (wide[n] + wide[k]) / 2 for k in taken):
            taken.append(n)
    return [n in taken for n in range(len(figure.bars))]
