"""Bars -> Scene: name above its bar, value at its end, one base line."""

from pathlib import Path

from ..model.colour import contrast
from ..model.figure import Bars, Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import faults
from .barplan import INSET, UNDER_NAME, plan
from .colours import readable
from .faces import lettering
from .sheet import Sheet

BASE_LINE = 1.1


def draw(figure: Bars, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low for its rows."""
    letters = lettering(theme, target.format, fonts)
    size = max(target.text, target.smallest)
    if plan(figure, target.width, size, letters, target.format).height > target.height + 0.01:
        size = target.smallest
    layout = plan(figure, target.width, size, letters, target.format, height=target.height)
    if layout.height > target.height + 0.01:
        message = f"{len(layout.rows)} bars need {layout.height:.0f} pt of height; there are {target.height:.0f}"
        raise faults.fault(faults.TARGET_TOO_SMALL, figure.words.id, message, "show fewer rows")
    sheet = Sheet(target.width, target.height, letters, size)
    ink = theme.colour.ink
    y = target.height
    for row in layout.rows:
        bar = row.bar
        fill = theme.chart.focus if bar.stressed else theme.chart.other
        with sheet.group(f"Bar {bar.label}"):
            baseline = y - 0.78 * letters.leading * size
            sheet.text(f"Name {bar.id}", INSET * size, baseline, "\n".join(row.lines), ink)
            y -= len(row.lines) * letters.leading * size + UNDER_NAME * size + layout.thickness
            if row.length > 0:
                sheet.rectangle(f"Area {bar.id}", 0, y, row.length, layout.thickness, fill)
            middle = y + (layout.thickness - letters.cap_height * size) / 2
            name = f"Value {bar.id}"
            if row.inside:
                colour = readable(fill, ink, theme.colour.paper)
                sheet.text(name, row.length - INSET * size, middle, bar.printed, colour, bold=True, anchor="right")
            else:
                colour = fill if contrast(fill, theme.colour.paper) >= 4.5 else ink
                sheet.text(name, row.length + INSET * size, middle, bar.printed, colour, bold=True)
        last = y
        y -= layout.between
    half = BASE_LINE / 2
    sheet.line("Base line", [[(half, last), (half, target.height)]], ink, BASE_LINE)
    return sheet.scene()
