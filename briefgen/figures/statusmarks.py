"""The shapes of statuses: six that differ without colour, the same in timelines and on maps."""

from ..model.colour import luminance
from ..model.theme import Theme
from .sheet import Sheet

EDGE = 0.9
"""Points of an open shape's edge."""


def mark(sheet: Sheet, status: str, at: tuple[float, float], radius: float, colour: str, theme: Theme) -> None:
    """Draw the shape of a status about a point."""
    (x, y), r, paper = at, radius, theme.colour.paper
    match status:
        case "done":
            sheet.disc("Marker", x, y, r, colour)
        case "reported":
            d = r * 1.12
            ring = [(x - d, y), (x, y + d), (x + d, y), (x, y - d)]
            sheet.area("Marker", [ring], paper, edge=colour, width=EDGE)
        case "announced":
            ring = [(x - r * 1.08, y - r * 0.8), (x, y + r), (x + r * 1.08, y - r * 0.8)]
            fill = max(theme.chart.categories[:3], key=luminance)  # the one that stands apart from the ink
            sheet.area("Marker", [ring], fill, edge=colour, width=EDGE)
        case "planned":
            d = r * 0.82
            ring = [(x - d, y - d), (x + d, y - d), (x + d, y + d), (x - d, y + d)]
            sheet.area("Marker", [ring], paper, edge=colour, width=EDGE)
        case "possible":
            sheet.disc("Marker", x, y, r * 0.88, paper, edge=colour, width=EDGE)
        case "denied":
            d = r * 0.78
            strokes = [[(x - d, y - d), (x + d, y + d)], [(x - d, y + d), (x + d, y - d)]]
            sheet.line("Marker", strokes, colour, EDGE * 1.5)
        case _:
            raise ValueError(f"no marker for {status!r}")
