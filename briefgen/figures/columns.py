"""Bars that stand upright -> Scene: name below its column, value at its end, one base line."""

from pathlib import Path

from ..model.colour import contrast
from ..model.figure import Bars, Target
from ..model.scene import Scene
from ..model.theme import Theme
from .columnplan import BEYOND, Column, Plan, plan
from .faces import Lettering, lettering
from .sheet import Sheet
from .sizing import fitting

BASE_LINE = 1.1
MISSING = 0.9
"""Half the width of the dash that stands for a value that is not stated, in em."""


def draw(figure: Bars, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters).height

    size = fitting(target, figure.words.id, need, "the columns", "say the names shorter")
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    lift = target.height - layout.height
    for column in layout.columns:
        with sheet.group(f"Column {column.bar.label}"):
            _column(sheet, column, layout, letters, theme, lift)
    y = layout.zero + lift
    sheet.line("Base line", [[(0, y), (target.width, y)]], theme.colour.ink, BASE_LINE)
    return sheet.scene()


def _column(sheet: Sheet, column: Column, layout: Plan, letters: Lettering, theme: Theme, lift: float) -> None:
    bar, size = column.bar, sheet.size
    fill = theme.chart.focus if bar.stressed else theme.chart.other
    zero, half = layout.zero + lift, layout.thickness / 2
    if column.height:
        bottom = zero + min(0.0, column.height)
        sheet.rectangle(f"Area {bar.id}", column.x - half, bottom, layout.thickness, abs(column.height), fill)
    end = zero + column.height
    if bar.value is None:
        y = zero + (BEYOND + 0.3) * size
        wide = min(half, MISSING * size)
        sheet.line(f"Not stated {bar.id}", [[(column.x - wide, y), (column.x + wide, y)]], theme.colour.mute, 0.8)
    elif column.told:
        high = letters.cap_height * size
        y = end + BEYOND * size if column.height >= 0 else end - BEYOND * size - high
        colour = fill if contrast(fill, theme.colour.paper) >= 4.5 else theme.colour.ink
        sheet.text(f"Value {bar.id}", column.value, y, bar.printed, colour, bold=True, anchor="center")
    if any(column.lines):
        y = layout.names + lift - 0.78 * letters.leading * size
        sheet.text(f"Name {bar.id}", column.name, y, "\n".join(column.lines), theme.colour.ink, anchor="center")
