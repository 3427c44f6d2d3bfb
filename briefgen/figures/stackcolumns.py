"""Stacks that stand upright -> Scene: parts named beside the last column, numbers inside the parts that hold them."""

from pathlib import Path

from ..model.charts import Part, Stacks
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import stacked
from .faces import Lettering, lettering
from .sheet import Sheet
from .sizing import fitting
from .spread import spread
from .uprightplan import LEADER, LEADING, SAFETY, UNDER_AXIS, Plan, heights, plan

BASE_LINE, SEAM, TICK = 1.1, 1.0, 0.6


def draw(figure: Stacks, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return heights(figure, target.width, size, letters)[0]

    size = fitting(target, figure.words.id, need, "the columns", "show fewer parts")
    layout = plan(figure, target.width, size, letters)
    sheet = Sheet(target.width, target.height, letters, size)
    scale = (target.height - layout.deep) / max(sum(p.value for p in s.parts) for s in figure.stacks)
    for number, stack in enumerate(figure.stacks):
        with sheet.group(f"Column {stack.label}"):
            x = number * layout.slot + (layout.slot - layout.thickness) / 2
            _column(sheet, stack.parts, x, layout, letters, theme, scale)
            if stack != figure.stacks[-1]:
                _beside(sheet, stack.parts, x + layout.thickness, layout, letters, theme, scale)
            middle = x + layout.thickness / 2
            base = layout.deep - UNDER_AXIS * size - 0.78 * letters.leading * size
            sheet.text("Name", middle, base, "\n".join(layout.names[number]), theme.colour.ink, anchor="center")
    _names(sheet, figure, layout, letters, theme, scale)
    end = len(figure.stacks) * layout.slot
    sheet.line("Base line", [[(0, layout.deep), (end, layout.deep)]], theme.colour.ink, BASE_LINE)
    return sheet.scene()


def _column(
    sheet: Sheet,
    parts: tuple[Part, ...],
    x: float,
    layout: Plan,
    letters: Lettering,
    theme: Theme,
    scale: float,
) -> None:
    y, size = layout.deep, sheet.size
    for part in parts:
        tall = part.value * scale
        seam = SEAM if tall > 2 * SEAM else 0.0
        with sheet.group(f"Part {part.label}"):
            ink = theme.colour.ink
            if tall > 0:
                ink = stacked.area(sheet, part, theme, (x, y, layout.thickness, tall - seam))
            if holds(part, tall, layout, letters):
                base = y + (tall - seam - letters.cap_height * size) / 2
                halo = theme.colour.paper if part.colour is None else None
                middle = x + layout.thickness / 2
                sheet.text("Number", middle, base, part.printed, ink, bold=True, anchor="center", halo=halo)
        y += tall


def holds(part: Part, tall: float, layout: Plan, letters: Lettering) -> bool:
    """Tell whether a part's number has room inside it."""
    wide = letters.bold.width(part.printed, layout.text) * SAFETY
    return tall >= 1.25 * layout.text and wide <= layout.thickness - 0.4 * layout.text


def _beside(
    sheet: Sheet, parts: tuple[Part, ...], x: float, layout: Plan, letters: Lettering, theme: Theme, scale: float
) -> None:
    """Set the numbers that have no room inside beside their column, moved apart where they would touch."""
    size, y = sheet.size, layout.deep
    small, wanted = [], []
    for part in parts:
        tall = part.value * scale
        if not holds(part, tall, layout, letters):
            small.append(part)
            wanted.append(y + tall / 2)
        y += tall
    places = spread(wanted, LEADING * size, (layout.deep + 0.35 * size, sheet.height - 0.4 * size))
    for part, place in zip(small, places, strict=True):
        base = place - letters.cap_height * size / 2
        sheet.text(f"Number {part.label}", x + 0.3 * size, base, part.printed, theme.colour.ink, bold=True)


def _names(sheet: Sheet, figure: Stacks, layout: Plan, letters: Lettering, theme: Theme, scale: float) -> None:
    """Name the parts beside the last column, each at its height, moved apart where they would touch."""
    size, y = sheet.size, layout.deep
    wanted = []
    for part, _ in layout.beside:
        wanted.append(y + part.value * scale / 2)
        y += part.value * scale
    places = spread(wanted, LEADING * size, (layout.deep + 0.3 * size, sheet.height - 0.4 * size))
    edge = (len(figure.stacks) - 1) * layout.slot + (layout.slot + layout.thickness) / 2
    start = len(figure.stacks) * layout.slot + LEADER * size - 0.25 * size
    for (part, name), at, place in zip(layout.beside, wanted, places, strict=True):
        told = name if holds(part, part.value * scale, layout, letters) else f"{name} {part.printed}"
        base = place - letters.cap_height * size / 2
        line = [(edge + 0.15 * size, at), (start - 0.25 * size, place)]
        sheet.line(f"Leader {part.label}", [line], theme.colour.mute, TICK)
        sheet.text(f"Name {part.label}", start, base, told, theme.colour.ink)
