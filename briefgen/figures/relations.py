"""Relations -> Scene: actors as boxes, ties as lines with arrows and words on them, a key of what lines mean."""

import math
from pathlib import Path

from ..model.diagrams import Relations
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import faults
from .colours import readable
from .faces import Lettering, lettering
from .relationplan import KEY_LINE, SAMPLE, Entry, Placed, Plan, plan
from .sheet import Point, Sheet
from .sizing import sizes
from .tielabels import Worded

EDGE = 0.8
DASHES: dict[str, tuple[float, ...]] = {
    "done": (),
    "reported": (4.0, 2.2),
    "denied": (4.0, 2.2),
    "announced": (1.4, 1.8),
    "planned": (1.4, 1.8),
    "possible": (1.4, 1.8),
}
WIDTHS = (1.1, 2.0, 1.1, 2.0)
HEADS = ("filled", "filled", "open", "bar")
STEP = 0.3
"""Points between the type sizes that are tried."""
"""Families differ in the width of their lines and in the heads of their arrows, not in colour only."""


def draw(figure: Relations, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type at which it is not crowded, else where its words stand best.

    Raises InputError where words touch at every size.
    """
    letters = lettering(theme, target.format, fonts)
    layout = _fitting(figure, target, letters)
    if layout.clashes:
        message = f"{len(figure.ties)} ties between {len(figure.nodes)} actors have no room for their words"
        hint = "show fewer ties, or word them shorter with `wording`"
        raise faults.fault(faults.TARGET_TOO_SMALL, figure.words.id, message, hint)
    sheet = Sheet(target.width, target.height, letters, layout.text)
    for tie in layout.ties:
        with sheet.group(f"Tie {tie.tie.id}: {tie.tie.source} to {tie.tie.target}"):
            _tie(sheet, tie, letters, theme)
    for node in layout.nodes:
        with sheet.group(f"Actor {node.node.label}"):
            _node(sheet, node, letters, theme)
    for entry in layout.key:
        with sheet.group(f"Key {entry.label}"):
            _key(sheet, entry, layout, letters, theme)
    return sheet.scene()


def _fitting(figure: Relations, target: Target, letters: Lettering) -> Plan:
    """Return the plan at the largest type that is not crowded, else the least crowded of all."""
    found = []
    for size in sizes(target, STEP):
        found.append(plan(figure, target.width, size, letters, target.height))
        if found[-1].easy:
            break
    return found[-1] if found[-1].easy else min(found, key=lambda p: (p.clashes, p.crowding))


def look(family: int | None, theme: Theme) -> tuple[str, float, str]:
    """Return colour, width and arrow's head of a family of ties."""
    if family is None:
        return theme.colour.ink, WIDTHS[0], HEADS[0]
    colours = (theme.colour.ink, theme.chart.focus, theme.colour.mute, theme.colour.ink)
    return colours[family % 4], WIDTHS[family % 4], HEADS[family % 4]


def _tie(sheet: Sheet, tie: Worded, letters: Lettering, theme: Theme) -> None:
    colour, width, head = look(tie.tie.family, theme)
    line(sheet, tie.pieces, tie.start, tie.end, colour, width, head, DASHES[tie.tie.status.value], theme)
    x0, y0, x1, y1 = tie.box
    middle = (y0 + y1) / 2
    base = middle + (len(tie.lines) - 1) / 2 * letters.leading * sheet.size - letters.cap_height * sheet.size / 2
    sheet.text("Label", (x0 + x1) / 2, base, "\n".join(tie.lines), theme.colour.ink, anchor="center")


def line(
    sheet: Sheet,
    pieces: tuple[tuple[Point, Point], ...],
    start: Point,
    end: Point,
    colour: str,
    width: float,
    head: str,
    dash: tuple[float, ...],
    theme: Theme,
) -> None:
    """Draw a line in its pieces, and its arrow's head at the end."""
    length = math.dist(start, end)
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    long = 0.62 * sheet.size
    back = (end[0] - ux * long, end[1] - uy * long)
    shown = []
    for a, b in pieces:
        if math.dist(a, start) >= length - long:
            continue
        shown.append((a, back if math.dist(b, start) > length - long else b))
    if shown:
        sheet.line("Line", shown, colour, width, dash=dash)
    wide = 0.3 * sheet.size
    left, right = ((back[0] - uy * wide * s, back[1] + ux * wide * s) for s in (1, -1))
    match head:
        case "filled":
            sheet.area("Head", [[end, left, right]], colour)
        case "open":
            sheet.area("Head", [[end, left, right]], theme.colour.paper, edge=colour, width=1.0)
        case _:
            bar = [((end[0] - uy * wide * s, end[1] + ux * wide * s)) for s in (1, -1)]
            sheet.line("Head", [[back, end], bar], colour, width)


def _node(sheet: Sheet, node: Placed, letters: Lettering, theme: Theme) -> None:
    x0, y0, x1, y1 = node.box
    middle = (y0 + y1) / 2
    # a box may stand at the edge of the sheet, which would cut half of its outline
    x0, y0, x1, y1 = x0 + EDGE / 2, y0 + EDGE / 2, x1 - EDGE / 2, y1 - EDGE / 2
    fill = theme.chart.focus if node.node.stressed else theme.colour.panel
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    edge = fill if node.node.stressed else theme.colour.ink
    sheet.area("Box", [ring], fill, edge=edge, width=EDGE)
    ink = readable(fill, theme.colour.ink, theme.colour.paper)
    base = middle + (len(node.lines) - 1) / 2 * letters.leading * sheet.size - letters.cap_height * sheet.size / 2
    sheet.text("Name", (x0 + x1) / 2, base, "\n".join(node.lines), ink, bold=True, anchor="center")


def _key(sheet: Sheet, entry: Entry, layout: Plan, letters: Lettering, theme: Theme) -> None:
    size = sheet.size
    y = layout.key_top - (entry.line + 0.5) * KEY_LINE * size
    colour, width, head = look(entry.family, theme)
    start, end = (entry.x, y), (entry.x + SAMPLE * size, y)
    line(sheet, ((start, end),), start, end, colour, width, head, DASHES[entry.status], theme)
    x = entry.x + (SAMPLE + 0.5) * size
    sheet.text("Label", x, y - letters.cap_height * size / 2, entry.label, theme.colour.mute)
