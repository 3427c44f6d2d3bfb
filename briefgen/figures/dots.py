"""Dots -> Scene: a hairline a row, dots of different shapes on it, values beside them."""

from pathlib import Path

from ..model.charts import Dots
from ..model.colour import contrast
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from .dotplan import HEAD_LEADING, RADIUS, Dot, Plan, Row, plan
from .faces import Lettering, lettering
from .sheet import Anchor, Sheet
from .sizing import fitting

HAIR, SPAN, EDGE = 0.4, 1.2, 1.2


def draw(figure: Dots, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low for its rows."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters).height

    size = fitting(target, figure.words.id, need, f"{len(figure.rows)} rows", "show fewer rows")
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    head = layout.head_lines * HEAD_LEADING * size + (0.3 * size if layout.head_lines else 0.0)
    y = target.height - head
    _scale(sheet, layout, letters, theme, y - sum(layout.tall), y)
    colours = colours_of(theme)
    for n, (row, tall) in enumerate(zip(layout.rows, layout.tall, strict=True)):
        middle = y - tall / 2
        with sheet.group(f"Row {figure.rows[n].label}"):
            _row(sheet, row, layout, letters, theme, middle, colours)
        if n == 0:
            _head(sheet, layout, letters, theme, middle, colours)
        y -= tall
    return sheet.scene()


def colours_of(theme: Theme) -> tuple[str, str, str]:
    """Return the colours of the first, second and third series; their shapes differ too."""
    return theme.chart.focus, theme.colour.ink, theme.colour.mute


def _scale(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme, foot: float, top: float) -> None:
    size = sheet.size
    with sheet.group("Scale"):
        for n, (x, printed) in enumerate(layout.scale):
            colour, width = (theme.colour.mute, 0.7) if n == 0 else (theme.colour.hair, HAIR)
            sheet.line(f"At {printed}", [[(x, foot), (x, top)]], colour, width)
            base = foot - 0.5 * size - 0.7 * letters.cap_height * size
            sheet.text(f"Number {printed}", x, base, printed, theme.colour.mute, anchor="center")


def _row(
    sheet: Sheet,
    row: Row,
    layout: Plan,
    letters: Lettering,
    theme: Theme,
    y: float,
    colours: tuple[str, str, str],
) -> None:
    size = sheet.size
    lift = (len(row.lines) - 1) / 2 * letters.leading * size - letters.cap_height * size / 2
    sheet.text("Name", 0, y + lift, "\n".join(row.lines), theme.colour.ink)
    if row.missing:
        at = layout.left + 0.5 * size
        sheet.text("Value", at, y - letters.cap_height * size / 2, row.missing, theme.colour.mute)
        return
    if len(row.dots) > 1:
        sheet.line("Span", [[(row.dots[0].x, y), (row.dots[-1].x, y)]], theme.colour.hair, SPAN)
    else:
        sheet.line("Span", [[(layout.scale[0][0], y), (row.dots[0].x, y)]], theme.colour.hair, SPAN)
    for n, dot in enumerate(row.dots):
        hidden = any(abs(dot.x - other.x) < RADIUS * size for other in row.dots[:n])
        # of two dots in one place the second is an open shape around the first
        radius = (1.5 if hidden else 1.0) * RADIUS * size
        marker(sheet, dot.series, dot.x, y, radius, colours[dot.series], filled=not hidden)
    for dot in row.dots:
        _value(sheet, dot, letters, theme, y, colours[dot.series])


def marker(sheet: Sheet, series: int, x: float, y: float, radius: float, colour: str, *, filled: bool) -> None:
    """Draw the shape of a series: a disc, a diamond, a square."""
    match series:
        case 0:
            sheet.disc("Dot", x, y, radius, colour)
        case 1:
            d = radius * 1.2
            ring = [(x - d, y), (x, y + d), (x + d, y), (x, y - d)]
            sheet.area("Dot", [ring], colour if filled else None, edge=colour, width=EDGE)
        case _:
            d = radius * 0.85
            ring = [(x - d, y - d), (x - d, y + d), (x + d, y + d), (x + d, y - d)]
            sheet.area("Dot", [ring], colour if filled else None, edge=colour, width=EDGE)


def _value(sheet: Sheet, dot: Dot, letters: Lettering, theme: Theme, y: float, colour: str) -> None:
    size = sheet.size
    ink = colour if contrast(colour, theme.colour.paper) >= 4.5 else theme.colour.ink
    base = y - letters.cap_height * size / 2
    gap = (RADIUS + 0.3) * size
    places: dict[str, tuple[float, float, Anchor]] = {
        "right": (dot.x + gap, base, "left"),
        "left": (dot.x - gap, base, "right"),
        "above": (dot.x, y + (RADIUS + 0.12) * size, "center"),
    }
    x, base, anchor = places[dot.side]
    sheet.text("Value", x, base, dot.printed, ink, bold=True, anchor=anchor, halo=theme.colour.paper)


def _head(
    sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme, y: float, colours: tuple[str, str, str]
) -> None:
    """Name the dots of the first row over it, those on higher lines led by a tick."""
    size = sheet.size
    foot = y + layout.tall[0] / 2 + 0.3 * size
    series = {name: n for n, name in enumerate(dict.fromkeys(name for name, _ in layout.head))}
    for name, place in layout.head:
        dot = layout.rows[0].dots[series[name]]
        ink = colours[dot.series] if contrast(colours[dot.series], theme.colour.paper) >= 4.5 else theme.colour.ink
        base = foot + place.line * HEAD_LEADING * size + 0.3 * size
        sheet.line(f"Tick {name}", [[(dot.x, y + (RADIUS + 0.15) * size), (dot.x, base - 0.2 * size)]], ink, HAIR)
        sheet.text(f"Name {name}", place.left, base, name, ink, bold=True)
