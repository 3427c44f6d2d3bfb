"""Bars laid out: lines of the names, lengths, heights. Needs only the widths of text, so a sketch can ask it."""

import math

from ..model.base import Value
from ..model.figure import Bar, Bars
from ..typeset import text as typeset
from . import faults
from .faces import Lettering

INSET = 0.6
"""Between the base line and a name, and between a bar's end and its value, in em."""
UNDER_NAME, BETWEEN = 0.3, 0.75
"""Space beneath a name's descenders and between rows, in em, at the least."""
THICKNESS = {"pdf": 1.75, "pptx": 2.7}
"""Thickness of a bar in em."""
THICKEST, WIDEST = 1.6, 3.2
"""How far a bar may thicken (times) and rows may part (times) where there is height to spare."""
TURNS = 40
"""Steps in the search for a scale: far more than a drawing can show."""


class Row(Value, frozen=True, kw_only=True):
    """One bar: the lines of its name, its length (below zero to the left) and where its value stands."""

    bar: Bar
    lines: tuple[str, ...]
    length: float
    inside: bool


class Plan(Value, frozen=True, kw_only=True):
    """All rows; `zero` is where bars begin, `thickness` that of a bar, `between` the space between rows."""

    rows: tuple[Row, ...]
    text: float
    zero: float
    thickness: float
    between: float
    height: float

    @property
    def negative(self) -> bool:
        """Tell whether a bar runs to the left."""
        return any(row.length < 0 for row in self.rows)


def plan(figure: Bars, width: float, text: float, letters: Lettering, format: str, height: float | None = None) -> Plan:
    """Return the rows at a width; with a height given, bars and gaps grow into it.

    Raises InputError for a value that no bar can show, for no bars at all, and for a value without room.
    """
    check(figure)
    scale = _scale(figure, width, text, letters)
    zero = _reaches(figure.bars, scale, scale, text, letters)[0]
    rows = []
    for bar in figure.bars:
        lines = typeset.lines(bar.label, letters.regular.file, text, width - INSET * text, safety=1.02)
        length = (bar.value or 0.0) * scale
        rows.append(Row(bar=bar, lines=lines, length=length, inside=_inside(bar, scale, text, letters)))
    names = sum(len(row.lines) for row in rows) * letters.leading * text + len(rows) * UNDER_NAME * text
    thickness, between = THICKNESS[format] * text, BETWEEN * text
    least = names + len(rows) * thickness + (len(rows) - 1) * between
    if height is not None and height > least:
        spare = height - least
        growth = min(THICKEST - 1, spare / 2 / (len(rows) * thickness))
        spare -= growth * len(rows) * thickness
        thickness *= 1 + growth
        if len(rows) > 1:
            between = min(between * WIDEST, between + spare / (len(rows) - 1))
    total = names + len(rows) * thickness + (len(rows) - 1) * between
    return Plan(rows=tuple(rows), text=text, zero=zero, thickness=thickness, between=between, height=total)


def heights(figure: Bars, width: float, text: float, letters: Lettering, format: str) -> tuple[float, float]:
    """Return the least and the greatest height that the bars can use."""
    least = plan(figure, width, text, letters, format)
    most = plan(figure, width, text, letters, format, height=1e6)
    return least.height, most.height


def check(figure: Bars) -> None:
    """Raise InputError for no bars at all, or a value that none can show."""
    name = figure.words.id
    if not figure.bars:
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no bars", "give its data at least one row")
    for bar in figure.bars:
        if bar.value is not None and not math.isfinite(bar.value):
            hint = "leave out what is not known: it is shown as not stated"
            raise faults.fault(faults.BAD_VALUE, name, f"bar {bar.id!r} has the value {bar.value}", hint)


def value_width(bar: Bar, text: float, letters: Lettering) -> float:
    """Return the room that a printed value takes, with a little to spare."""
    return letters.cut(bar.value is not None).width(bar.printed, text) * 1.03


def _inside(bar: Bar, scale: float, text: float, letters: Lettering) -> bool:
    return bar.value is not None and abs(bar.value) * scale >= value_width(bar, text, letters) + 2 * INSET * text


def _reaches(
    bars: tuple[Bar, ...], scale: float, former: float, text: float, letters: Lettering
) -> tuple[float, float]:
    """Return how far bars with their values reach left and right of zero; `former` says which values stand inside."""
    left = right = 0.0
    for bar in bars:
        value = bar.value or 0.0
        beside = 0.0 if _inside(bar, former, text, letters) else value_width(bar, text, letters) + 2 * INSET * text
        if value < 0:
            left = max(left, -value * scale + beside)
        else:
            right = max(right, value * scale + beside)
    return left, right


def _scale(figure: Bars, width: float, text: float, letters: Lettering) -> float:
    """Return points per unit: bars as wide as the drawing, unless a value beside one needs room."""
    values = [bar.value or 0.0 for bar in figure.bars]
    reach = max(0.0, *values) - min(0.0, *values)
    widest = max(figure.bars, key=lambda b: value_width(b, text, letters))
    scale = width / reach if reach else 0.0
    # a shorter scale may push further values out of their bars: each turn settles one
    for _ in range(len(values) + 1):
        low, high = 0.0, scale
        if sum(_reaches(figure.bars, scale, scale, text, letters)) <= width + 0.01:
            return scale
        if sum(_reaches(figure.bars, 0.0, scale, text, letters)) > width:
            break
        for _ in range(TURNS):
            middle = (low + high) / 2
            fits = sum(_reaches(figure.bars, middle, scale, text, letters)) <= width
            low, high = (middle, high) if fits else (low, middle)
        scale = low
    message = f"the value {widest.printed!r} leaves no room for the bars"
    raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "print the values shorter")
