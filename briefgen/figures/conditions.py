"""Conditions -> Scene: boxes and arrows; what is not certain has a dashed edge and its word of caution on the arrow."""

from pathlib import Path

from ..model.diagrams import Conditions
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from .faces import Lettering, lettering
from .sheet import Sheet
from .sizing import STEP, fitting
from .steps import BETWEEN, PAD, Box, Plan, Row, plan

EDGE, LINE = 0.9, 1.1
DASH = (3.2, 2.0)
HEAD = 0.62


def draw(figure: Conditions, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type that the height allows; raises InputError where none does."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters).height

    size = fitting(target, figure.words.id, need, "the steps", "show fewer, or say them shorter", step=STEP)
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    y = target.height
    for number, row in enumerate(layout.rows, 1):
        with sheet.group(f"Step {number}"):
            _step(sheet, figure, row, layout, letters, theme, y)
        y -= row.height + layout.between
    return sheet.scene()


def _step(
    sheet: Sheet, figure: Conditions, row: Row, layout: Plan, letters: Lettering, theme: Theme, top: float
) -> None:
    size, middle = layout.text, top - row.height / 2
    stacked = sum(box.height for box in row.left) + (len(row.left) - 1) * BETWEEN * size
    y = middle + stacked / 2
    ends = []
    for n, box in enumerate(row.left):
        word = figure.if_ if n == 0 else figure.and_
        base = y - box.height / 2 - letters.cap_height * size / 2
        sheet.text(f"Word {n + 1}", 0, base, word, theme.colour.mute)
        _box(sheet, f"Condition {n + 1}", layout.indent, layout.left, y, box, letters, theme, sure=True)
        ends.append(y - box.height / 2)
        y -= box.height + BETWEEN * size
    _arrow(sheet, row, layout, letters, theme, ends, middle)
    half = row.right.height / 2
    _box(sheet, "What follows", layout.right, sheet.width, middle + half, row.right, letters, theme, sure=not row.hedge)


def _box(
    sheet: Sheet,
    name: str,
    left: float,
    right: float,
    top: float,
    box: Box,
    letters: Lettering,
    theme: Theme,
    *,
    sure: bool,
) -> None:
    inset = EDGE / 2
    x0, x1, y0, y1 = left + inset, right - inset, top - box.height + inset, top - inset
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    with sheet.group(name):
        sheet.area("Ground", [ring], theme.colour.panel)
        sheet.line("Edge", [[*ring, ring[0]]], theme.colour.ink, EDGE, dash=() if sure else DASH)
        lift = (len(box.lines) - 1) / 2 * letters.leading * sheet.size - letters.cap_height * sheet.size / 2
        words = "\n".join(box.lines)
        sheet.text("Words", left + PAD * sheet.size, top - box.height / 2 + lift, words, theme.colour.ink)


def _arrow(
    sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, ends: list[float], middle: float
) -> None:
    """Draw the arrow from all conditions to what follows, its word of caution above it."""
    size, colour = layout.text, theme.chart.focus
    start, end = layout.left + 0.25 * size, layout.right - 0.2 * size
    joint = start + 0.9 * size
    tip = end - HEAD * size
    lines = [[(joint if len(ends) > 1 else start, middle), (tip, middle)]]
    if len(ends) > 1:
        lines += [[(start, y), (joint, y)] for y in ends]
        lines.append([(joint, ends[0]), (joint, ends[-1])])
    sheet.line("Arrow", lines, colour, LINE)
    wide = 0.3 * size
    sheet.area("Head", [[(end, middle), (tip, middle + wide), (tip, middle - wide)]], colour)
    if row.hedge:
        base = middle + 0.4 * size + (len(row.hedge) - 1) * letters.leading * size
        x = (joint + tip) / 2
        sheet.text("Caution", x, base, "\n".join(row.hedge), theme.colour.ink, italic=True, anchor="center")
