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


class Row(Value, frozen=True, kw_only=True):
    """One bar: the lines of its name, its length and where its value stands."""

    bar: Bar
    lines: tuple[str, ...]
    length: float
    inside: bool


class Plan(Value, frozen=True, kw_only=True):
    """All rows; `text` is the type size, `thickness` that of a bar, `between` the space between rows."""

    rows: tuple[Row, ...]
    text: float
    thickness: float
    between: float
    height: float


def plan(figure: Bars, width: float, text: float, letters: Lettering, format: str, height: float | None = None) -> Plan:
    """Return the rows at a width; with a height given, bars and gaps grow into it.

    Raises InputError for a value that no bar can show, for no bars at all, and for a value without room.
    """
    name = figure.words.id
    if not figure.bars:
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no bars", "give its data at least one row")
    for bar in figure.bars:
        if not math.isfinite(bar.value) or bar.value < 0:
            hint = "bars start at zero: show a table where values can be negative or are missing"
            raise faults.fault(faults.BAD_VALUE, name, f"bar {bar.id!r} has the value {bar.value}", hint)
    scale = _scale(figure, width, text, letters)
    rows = []
    for bar in figure.bars:
        lines = typeset.lines(bar.label, letters.regular.file, text, width - INSET * text, safety=1.02)
        length = bar.value * scale
        rows.append(Row(bar=bar, lines=lines, length=length, inside=_inside(bar, length, text, letters)))
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
    return Plan(rows=tuple(rows), text=text, thickness=thickness, between=between, height=total)


def heights(figure: Bars, width: float, text: float, letters: Lettering, format: str) -> tuple[float, float]:
    """Return the least and the greatest height that the bars can use."""
    least = plan(figure, width, text, letters, format)
    most = plan(figure, width, text, letters, format, height=1e6)
    return least.height, most.height


def value_width(bar: Bar, text: float, letters: Lettering) -> float:
    """Return the room that a printed value takes, with a little to spare."""
    return letters.bold.width(bar.printed, text) * 1.03


def _inside(bar: Bar, length: float, text: float, letters: Lettering) -> bool:
    return length >= value_width(bar, text, letters) + 2 * INSET * text


def _scale(figure: Bars, width: float, text: float, letters: Lettering) -> float:
    """Return points per unit: the longest bar as wide as the drawing, unless a value beside one needs room."""
    longest = max(bar.value for bar in figure.bars)
    scale = width / longest if longest > 0 else 0.0
    for _ in figure.bars:  # a shorter scale may push further values out of their bars: each turn settles one
        for bar in figure.bars:
            room = width - value_width(bar, text, letters) - 2 * INSET * text
            if room < 0:
                message = f"the value {bar.printed!r} is wider than the drawing"
                raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "print the value shorter")
            if not _inside(bar, bar.value * scale, text, letters) and bar.value * scale > room:
                scale = room / bar.value
    return scale
