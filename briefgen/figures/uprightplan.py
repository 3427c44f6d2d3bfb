"""Stacked columns laid out: slots, names below, what is written beside the last column. Needs only text widths."""

from ..model.base import Value
from ..model.charts import Part, Stacks
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .stackplan import check

LEAST, MOST = 9.0, 17.0
"""Heights of the plot in em."""
WIDTH, WIDEST = 0.66, 7.0
"""A column's width as a part of its slot, and in em at the most."""
UNDER_AXIS, LEADER, LEADING = 0.4, 1.2, 1.25
NAMES_MOST = 0.4
"""The part of the width that the names of the parts may take."""
SAFETY = 1.03


class Plan(Value, frozen=True, kw_only=True):
    """Columns across: slots, their names in lines, and what is written beside the last of them."""

    slot: float
    thickness: float
    names: tuple[tuple[str, ...], ...]
    beside: tuple[tuple[Part, str], ...]
    text: float
    deep: float


def plan(figure: Stacks, width: float, text: float, letters: Lettering) -> Plan:
    """Return the columns at a width.

    Raises InputError where a part is missing from the last column, beside which all are named, or a name is too long.
    """
    check(figure)
    last = figure.stacks[-1]
    named = {p.label for p in last.parts}
    for stack in figure.stacks:
        for part in stack.parts:
            if part.label not in named:
                message = f"part {part.label!r} is not in the last column, beside which parts are named"
                hint = "give the last column all parts, with 0 where there is none, or show lying bars"
                raise faults.fault(faults.NO_NAME, figure.words.id, message, hint)
    beside = tuple((p, p.label) for p in last.parts)
    wide = max(letters.regular.width(f"{name} {part.printed}", text) * SAFETY for part, name in beside)
    if wide > NAMES_MOST * width:
        message = f"the names of the parts take {wide:.0f} pt of {width:.0f}"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say them shorter, or show lying bars")
    slot = (width - wide - LEADER * text) / len(figure.stacks)
    names = tuple(typeset.lines(s.label, letters.regular.file, text, slot - 0.4 * text, SAFETY) for s in figure.stacks)
    for stack in figure.stacks:
        longest = max(letters.regular.width(word, text) for word in stack.label.split() or [""]) * SAFETY
        if longest > slot - 0.4 * text:
            message = f"the name {stack.label[:40]!r} has no room below its column"
            raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say it shorter, or show lying bars")
    deep = max(map(len, names)) * letters.leading * text + UNDER_AXIS * text
    thickness = min(WIDTH * slot, WIDEST * text)
    return Plan(slot=slot, thickness=thickness, names=names, beside=beside, text=text, deep=deep)


def heights(figure: Stacks, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the columns can use."""
    layout = plan(figure, width, text, letters)
    least = max(LEAST, len(layout.beside) * LEADING + 1) * text
    return layout.deep + least, layout.deep + max(least, MOST * text)
