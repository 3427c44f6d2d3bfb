"""Lines -> Scene: hairlines of the scale, a line for each series, named at its end; gaps stay open."""

from pathlib import Path

from ..model.charts import Lines
from ..model.colour import contrast
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from .faces import Lettering, lettering
from .lineplan import GAP, NAME_LEADING, Drawn, Plan, plan
from .sheet import Sheet
from .sizing import fitting

WIDTH, STRESSED, HAIR, LEADER, BASE_LINE = 1.5, 2.4, 0.4, 0.6, 0.9
RADIUS = 0.26
"""Radius of the dot at a line's end, in em."""
DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.2), (1.6, 2.0), (7.0, 2.2, 1.6, 2.2), (2.8, 1.4))
"""Lines differ in their dashes as well as in their colour."""
VISIBLE = 3.0
"""The least contrast of a line with its ground (WCAG 2.2, 1.4.11)."""


def draw(figure: Lines, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters).height

    size = fitting(target, figure.words.id, need, "the lines", "show fewer lines")
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    _scale(sheet, layout, letters, theme)
    colours = colours_of(figure, theme)
    for number, (line, drawn) in enumerate(zip(figure.lines, layout.lines, strict=True)):
        with sheet.group(f"Line {line.label}"):
            width = STRESSED if line.stressed else WIDTH
            _line(sheet, drawn, colours[number], width, DASHES[number % len(DASHES)])
            _name(sheet, drawn, layout, letters, theme, colours[number])
    return sheet.scene()


def colours_of(figure: Lines, theme: Theme) -> tuple[str, ...]:
    """Return a colour for each line that stands out from paper; where one is stressed, the others step back."""
    if any(line.stressed for line in figure.lines):
        return tuple(theme.chart.focus if line.stressed else theme.colour.mute for line in figure.lines)
    seen = [c for c in theme.chart.categories if contrast(c, theme.colour.paper) >= VISIBLE]
    palette = list(dict.fromkeys([*seen, theme.colour.ink, theme.colour.mute, theme.chart.focus]))
    return tuple(palette[n % len(palette)] for n in range(len(figure.lines)))


def _scale(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme) -> None:
    size = sheet.size
    with sheet.group("Scale"):
        for number, (y, printed) in enumerate(layout.scale):
            zero = number == 0
            colour, width = (theme.colour.ink, BASE_LINE) if zero else (theme.colour.hair, HAIR)
            sheet.line(f"At {printed}", [[(0, y), (layout.right, y)]], colour, width)
            sheet.text(f"Number {printed}", 0, y + 0.25 * size, printed, theme.colour.mute, halo=theme.colour.paper)
    with sheet.group("Moments"):
        for x, name in layout.moments:
            base = layout.names - 0.78 * letters.leading * size
            sheet.text(f"Moment {name}", x, base, name, theme.colour.mute, anchor="center")


def _line(sheet: Sheet, drawn: Drawn, colour: str, width: float, dash: tuple[float, ...]) -> None:
    """Draw a line's stretches, a dot at its end and at both sides of a gap."""
    runs = [run for run in drawn.stretches if len(run) > 1]
    if runs:
        sheet.line("Stretch", runs, colour, width, dash=dash, cap="butt" if dash else "round", join="round")
    ends = [point for run in drawn.stretches for point in (run[0], run[-1])][1:]
    alone = [drawn.stretches[0][0]] if drawn.stretches and len(drawn.stretches[0]) == 1 else []
    for x, y in dict.fromkeys([*alone, *ends]):
        sheet.disc("Dot", x, y, RADIUS * sheet.size, colour)


def _name(sheet: Sheet, drawn: Drawn, layout: Plan, letters: Lettering, theme: Theme, colour: str) -> None:
    """Set the name, where there are several lines, and the last value beside the line's end."""
    if not drawn.stretches:
        return
    size = sheet.size
    x = layout.right + GAP * size
    end = drawn.stretches[-1][-1]
    ink = colour if contrast(colour, theme.colour.paper) >= 4.5 else theme.colour.ink
    base = drawn.top - letters.cap_height * size / 2
    if layout.right - end[0] > 1 or abs(drawn.top - end[1]) > 0.6 * size:
        leader = [(end[0] + 0.4 * size, end[1]), (x - 0.25 * size, drawn.top)]
        sheet.line("Leader", [leader], theme.colour.mute, LEADER)
    for n, part in enumerate(drawn.name):
        sheet.text(f"Name {n + 1}", x, base - n * NAME_LEADING * size, part, theme.colour.ink)
    last = base - max(0, len(drawn.name) - 1) * NAME_LEADING * size
    sheet.text("Value", x + drawn.indent, last, drawn.value, ink, bold=True)
