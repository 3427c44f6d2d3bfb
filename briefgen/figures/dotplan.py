"""Rows of dots laid out: names left, dots on one scale, values beside them. Needs only the widths of text."""

import math

from ..model.base import Value
from ..model.charts import Dots
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .naming import Placed, placed

PITCH, LOOSEST = 1.7, 1.7
"""From row to row in em, and how far rows may part (times)."""
NAMES_MOST = 0.42
"""The part of the width that the names of rows may take."""
GAP, APART = 0.9, 0.8
"""Space between names and scale, and between names of dots, in em."""
RADIUS = 0.36
HEAD_LEADING, FOOT = 1.25, 1.7
SAFETY = 1.03


class Dot(Value, frozen=True, kw_only=True):
    """A dot: its series, its place, and its value left or right of it, or above where others are on both sides."""

    series: int
    x: float
    printed: str
    side: str


class Row(Value, frozen=True, kw_only=True):
    """A row: its name in lines, and its dots from left to right; `missing` says that there are none."""

    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    missing: str


class Plan(Value, frozen=True, kw_only=True):
    """Rows from the top; `head` are the names of the dots over the first row, `scale` (x, number) below the last."""

    rows: tuple[Row, ...]
    head: tuple[tuple[str, Placed], ...]
    head_lines: int
    scale: tuple[tuple[float, str], ...]
    left: float
    right: float
    tall: tuple[float, ...]
    height: float


def plan(figure: Dots, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the rows at a width; with a height given, rows part into it.

    Raises InputError for values that no dot can show, and where names leave no room for the scale.
    """
    check(figure)
    names = [typeset.lines(r.label, letters.regular.file, text, NAMES_MOST * width, SAFETY) for r in figure.rows]
    taken = max(letters.regular.width(line, text) * SAFETY for lines in names for line in lines)
    widest = max(letters.bold.width(p, text) * SAFETY for r in figure.rows for p in r.printed)
    left = taken + GAP * text + widest * 0.5
    right = width - widest - (RADIUS + 0.5) * text
    if right - left < 6 * text:
        message = "names and values leave no room for the scale"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say the names shorter")
    low, high = figure.ticks[0].value, figure.ticks[-1].value

    def x(value: float) -> float:
        return left + (right - left) * (value - low) / (high - low)

    rows = tuple(
        Row(lines=lines, dots=_dots(row.values, row.printed, x), missing=_missing(row.values, row.printed))
        for row, lines in zip(figure.rows, names, strict=True)
    )
    head = _head(figure, rows, (taken + GAP * text, width), text, letters)
    head_lines = 1 + max((p.line for _, p in head), default=-1)
    top = (head_lines * HEAD_LEADING + (0.3 if head_lines else 0.0)) * text
    tall = [max(PITCH, len(r.lines) * letters.leading + 0.35) * text for r in rows]
    least = top + sum(tall) + FOOT * text
    if height is not None and height > least:
        growth = min(LOOSEST, 1 + (height - least) / sum(tall))
        tall = [t * growth for t in tall]
    return Plan(
        rows=rows,
        head=head,
        head_lines=head_lines,
        scale=tuple((x(t.value), t.printed) for t in figure.ticks),
        left=left,
        right=right,
        tall=tuple(tall),
        height=top + sum(tall) + FOOT * text,
    )


def heights(figure: Dots, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the rows can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def check(figure: Dots) -> None:
    """Raise InputError where there is nothing to draw, or a value that no dot can show."""
    name = figure.words.id
    values = [v for row in figure.rows for v in row.values if v is not None]
    if not values:
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no numbers", "give its data rows")
    if not all(math.isfinite(v) and v >= 0 for v in values):
        hint = "this scale begins at zero: show bars, or leave out what is not known"
        raise faults.fault(faults.BAD_VALUE, name, "a value is below zero or not finite", hint)


def _missing(values: tuple[float | None, ...], printed: tuple[str, ...]) -> str:
    return printed[0] if all(v is None for v in values) else ""


def _dots(values: tuple[float | None, ...], printed: tuple[str, ...], x: object) -> tuple[Dot, ...]:
    """Return a row's dots from left to right: the first value stands left, the last right, one between above."""
    assert callable(x)
    known = sorted((v, n) for n, v in enumerate(values) if v is not None)
    out = []
    for k, (value, n) in enumerate(known):
        side = "right" if k == len(known) - 1 else "left" if k == 0 else "above"
        out.append(Dot(series=n, x=x(value), printed=printed[n], side=side))
    return tuple(out)


def _head(
    figure: Dots, rows: tuple[Row, ...], room: tuple[float, float], text: float, letters: Lettering
) -> tuple[tuple[str, Placed], ...]:
    """Return the names of the dots over the first row that has them all; one series needs no name."""
    if len(figure.series) < 2:
        return ()
    first = rows[0].dots
    if len(first) < len(figure.series):
        message = "the first row lacks a value, and dots are named over it"
        hint = "put a row that has all values first"
        raise faults.fault(faults.NO_NAME, figure.words.id, message, hint)
    widths = [letters.bold.width(figure.series[d.series], text) * SAFETY for d in first]
    places = placed([(d.x, d.x) for d in first], widths, room, APART * text)
    if places is None:
        message = "the names of the dots have no room over the first row"
        hint = "say the columns' labels shorter, or put a row first whose values lie farther apart"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, hint)
    return tuple((figure.series[d.series], place) for d, place in zip(first, places, strict=True))
