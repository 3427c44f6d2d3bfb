"""Bars -> Scene: name above its bar, value at its end, one base line."""

from pathlib import Path

from ..model.colour import contrast
from ..model.figure import Bars, Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import columns
from .barplan import INSET, UNDER_NAME, Plan, Row, plan
from .colours import readable
from .faces import Lettering, lettering
from .sheet import Anchor, Sheet
from .sizing import fitting

BASE_LINE = 1.1


def draw(figure: Bars, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low for its rows."""
    if figure.upright:
        return columns.draw(figure, target, theme, fonts)
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters, target.format).height

    size = fitting(target, figure.words.id, need, f"{len(figure.bars)} bars", "show fewer rows")
    layout = plan(figure, target.width, size, letters, target.format, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    y = target.height
    ends: list[list[tuple[float, float]]] = []
    zero = max(layout.zero, BASE_LINE / 2)
    for row in layout.rows:
        with sheet.group(f"Bar {row.bar.label}"):
            top = y
            y = _name(sheet, row, layout, letters, theme, y)
            _bar(sheet, row, layout, letters, theme, y)
        # with bars on both sides the line stops at names, which may reach over it
        ends.append([(zero, y), (zero, y + layout.thickness if layout.negative else top)])
        last = y
        y -= layout.between
    if not layout.negative:
        ends = [[(zero, last), (zero, target.height)]]
    sheet.line("Base line", ends, theme.colour.ink, BASE_LINE)
    return sheet.scene()


def _name(sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, y: float) -> float:
    """Set a bar's name below `y`, at the base line where it fits there, and return the bar's lower edge."""
    size = sheet.size
    wide = max(letters.regular.width(line, size) for line in row.lines) * 1.03
    at = layout.zero + INSET * size
    x = at if at + wide <= sheet.width else max(0.0, sheet.width - wide) if layout.negative else at
    baseline = y - 0.78 * letters.leading * size
    sheet.text(f"Name {row.bar.id}", x, baseline, "\n".join(row.lines), theme.colour.ink)
    return y - (len(row.lines) * letters.leading * size + UNDER_NAME * size + layout.thickness)


def _bar(sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, y: float) -> None:
    """Draw a bar on its lower edge and set its value inside its end, else beside it."""
    bar, size = row.bar, sheet.size
    fill = theme.chart.focus if bar.stressed else theme.chart.other
    left, length = layout.zero + min(0.0, row.length), abs(row.length)
    if length > 0:
        sheet.rectangle(f"Area {bar.id}", left, y, length, layout.thickness, fill)
    middle = y + (layout.thickness - letters.cap_height * size) / 2
    towards = -1 if row.length < 0 else 1
    end = layout.zero + row.length
    name = f"Value {bar.id}"
    inner: Anchor = "right" if towards > 0 else "left"
    outer: Anchor = "left" if towards > 0 else "right"
    if bar.value is None:
        sheet.text(name, end + INSET * size, middle, bar.printed, theme.colour.mute)
    elif row.inside:
        colour = readable(fill, theme.colour.ink, theme.colour.paper)
        sheet.text(name, end - towards * INSET * size, middle, bar.printed, colour, bold=True, anchor=inner)
    else:
        colour = fill if contrast(fill, theme.colour.paper) >= 4.5 else theme.colour.ink
        sheet.text(name, end + towards * INSET * size, middle, bar.printed, colour, bold=True, anchor=outer)
