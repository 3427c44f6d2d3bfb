"""Lines laid out: the scale, moments below, names at the ends of lines. Needs only the widths of text."""

import math

from ..model.base import Value
from ..model.charts import Lines
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .spread import spread

LEAST, MOST = 8.5, 17.0
"""Heights of the plot in em."""
UNDER_AXIS, OVER = 0.5, 1.3
"""Space between the plot and the moments' names, and above it for the highest number of the scale, in em."""
GAP, BEHIND, APART = 0.6, 0.4, 0.9
"""Space before a line's words, between its name and value, and between two moments' names, in em."""
NAMES_MOST = 0.36
"""The part of the width that the names of the lines may take."""
NAME_LEADING = 1.2
SAFETY = 1.03

Point = tuple[float, float]


class Drawn(Value, frozen=True, kw_only=True):
    """A line: its stretches without a gap, its name in lines, and its last value, which stands behind the last of them.

    `indent` is where the value begins on that line, `top` the middle of the first line.
    """

    name: tuple[str, ...]
    indent: float
    value: str
    stretches: tuple[tuple[Point, ...], ...]
    top: float


class Plan(Value, frozen=True, kw_only=True):
    """Everything in points from the lower left corner; `moments` are (x, name), `scale` (y, number)."""

    lines: tuple[Drawn, ...]
    moments: tuple[tuple[float, str], ...]
    scale: tuple[tuple[float, str], ...]
    left: float
    right: float
    names: float
    height: float


def plan(figure: Lines, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the lines at a width and, if it is given, in a height; else at the least height.

    Raises InputError for values that no line can show, and for names that take too much room.
    """
    check(figure)
    several = len(figure.lines) > 1
    ends = [_last(line.printed, line.values) for line in figure.lines]
    values = [letters.bold.width(end, text) * SAFETY for end in ends]
    room = NAMES_MOST * width - max(values) - BEHIND * text
    names: list[tuple[str, ...]] = [()] * len(figure.lines)
    if several:
        names = [typeset.lines(line.label, letters.regular.file, text, room, SAFETY) for line in figure.lines]
    wide = [[letters.regular.width(part, text) * SAFETY for part in some] for some in names]
    indents = [some[-1] + BEHIND * text if some else 0.0 for some in wide]
    taken = [max([*some, indent + value]) for some, indent, value in zip(wide, indents, values, strict=True)]
    right = width - max(taken) - GAP * text
    deep = letters.leading * text + UNDER_AXIS * text
    tall = LEAST * text if height is None else height - deep - OVER * text
    blocks = [max(1, len(some)) for some in names]
    tall = min(max(tall, sum(blocks) * NAME_LEADING * text), MOST * text)
    low, high = figure.ticks[0].value, figure.ticks[-1].value
    left = max(letters.regular.width(t.printed, text) for t in figure.ticks) * SAFETY + 0.5 * text
    step = (right - left) / max(1, len(figure.moments) - 1)

    def y(value: float) -> float:
        return deep + tall * (value - low) / (high - low)

    stretches = [_stretches([None if v is None else (left + n * step, y(v)) for n, v in enumerate(line.values)])
                 for line in figure.lines]  # fmt: skip
    wanted = [some[-1][-1][1] if some else deep for some in stretches]
    apart = max(blocks) * NAME_LEADING * text
    tops = spread(wanted, apart, (deep + apart - 0.7 * text, deep + tall + (OVER - 0.5) * text))
    lines = tuple(
        Drawn(name=name, indent=indent, value=end, stretches=some, top=top)
        for name, indent, end, some, top in zip(names, indents, ends, stretches, tops, strict=True)
    )
    return Plan(
        lines=lines,
        moments=_moments(figure, left, step, width, text, letters),
        scale=tuple((y(t.value), t.printed) for t in figure.ticks),
        left=left,
        right=right,
        names=deep - UNDER_AXIS * text,
        height=deep + tall + OVER * text,
    )


def heights(figure: Lines, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the lines can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def check(figure: Lines) -> None:
    """Raise InputError where there is nothing to draw, or a value that no line can show."""
    name = figure.words.id
    values = [v for line in figure.lines for v in line.values if v is not None]
    if not values or len(figure.moments) < 2 or len(figure.ticks) < 2:
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no numbers over time", "give its data rows")
    if not all(map(math.isfinite, values)):
        raise faults.fault(faults.BAD_VALUE, name, "a value is not finite", "leave out what is not known")


def _last(printed: tuple[str, ...], values: tuple[float | None, ...]) -> str:
    """Return the last number that is known, as it is printed."""
    return next((p for p, v in zip(reversed(printed), reversed(values), strict=True) if v is not None), "")


def _stretches(points: list[Point | None]) -> tuple[tuple[Point, ...], ...]:
    """Return runs of points without a gap between them."""
    out: list[list[Point]] = []
    open_ = False
    for point in points:
        if point is None:
            open_ = False
        elif open_:
            out[-1].append(point)
        else:
            out.append([point])
            open_ = True
    return tuple(map(tuple, out))


def _moments(
    figure: Lines, left: float, step: float, width: float, text: float, letters: Lettering
) -> tuple[tuple[float, str], ...]:
    """Return the moments that are named: the last one, and as many before it as have room."""
    widest = max(letters.regular.width(m, text) for m in figure.moments) * SAFETY + APART * text
    every = max(1, math.ceil(widest / step)) if step else 1
    last = len(figure.moments) - 1
    return tuple((left + n * step, figure.moments[n]) for n in range(last % every, last + 1, every))
