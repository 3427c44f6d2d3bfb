"""A condition chain laid out: conditions left, what follows right, an arrow between. Needs only the widths of text."""

from ..model.base import Value
from ..model.diagrams import Conditions, Step
from ..typeset import text as typeset
from . import faults
from .faces import Lettering

LEFT, RIGHT = 0.4, 0.38
"""The parts of the width that conditions and consequences take; the arrow has the rest."""
PAD, HIGH = 0.7, 0.55
"""Space beside and above words in a box, in em."""
BETWEEN, APART, LOOSEST = 0.45, 1.2, 1.8
"""Between the conditions of a step and between steps, in em, and how far steps may part (times)."""
SAFETY = 1.03


class Box(Value, frozen=True, kw_only=True):
    """Words in lines, and the height of their box."""

    lines: tuple[str, ...]
    height: float


class Row(Value, frozen=True, kw_only=True):
    """A step: boxes left, the box right, the word on the arrow in lines, and the height of all."""

    step: Step
    left: tuple[Box, ...]
    right: Box
    hedge: tuple[str, ...]
    height: float


class Plan(Value, frozen=True, kw_only=True):
    """Steps from the top; `indent` is the column of the words before conditions, `left` and `right` are boxes' ends."""

    rows: tuple[Row, ...]
    indent: float
    left: float
    right: float
    between: float
    text: float
    height: float


def plan(figure: Conditions, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the steps at a width; with a height given, they part into it.

    Raises InputError where there are none, or a word of caution has no room on its arrow.
    """
    if not figure.steps:
        raise faults.fault(faults.NOTHING_TO_SHOW, figure.words.id, "it has no steps", "add one")
    words = (figure.if_, figure.and_)
    indent = max(letters.regular.width(word, text) for word in words) * SAFETY + 0.6 * text
    left, right = LEFT * width, (1 - RIGHT) * width
    rows = []
    for step in figure.steps:
        some = tuple(_box(words, left - indent, text, letters) for words in step.conditions)
        then = _box(step.then, width - right, text, letters)
        hedge: tuple[str, ...] = ()
        if step.hedge:
            room = right - left - 2.6 * text
            hedge = typeset.lines(step.hedge, letters.slanted.file, text, room, SAFETY)
            widest = max(letters.slanted.width(word, text) for word in step.hedge.split()) * SAFETY
            if widest > room or len(hedge) > 2:
                message = f"the word of caution {step.hedge[:40]!r} has no room on its arrow"
                raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say it shorter")
        stacked = sum(box.height for box in some) + (len(some) - 1) * BETWEEN * text
        above = len(hedge) * letters.leading * text * 2
        rows.append(Row(step=step, left=some, right=then, hedge=hedge, height=max(stacked, then.height, above)))
    between = APART * text
    total = sum(r.height for r in rows)
    if height is not None and len(rows) > 1:
        between = max(between, min(LOOSEST * between, (height - total) / (len(rows) - 1)))
    return Plan(
        rows=tuple(rows),
        indent=indent,
        left=left,
        right=right,
        between=between,
        text=text,
        height=total + (len(rows) - 1) * between,
    )


def heights(figure: Conditions, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the steps can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def _box(words: str, width: float, text: float, letters: Lettering) -> Box:
    lines = typeset.lines(words, letters.regular.file, text, width - 2 * PAD * text, SAFETY)
    return Box(lines=lines, height=((len(lines) - 1) * letters.leading + 1.0 + 2 * HIGH) * text)
