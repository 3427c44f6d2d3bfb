"""Stacks -> Scene: parts with their numbers inside, names below or beside, white seams between."""

from pathlib import Path

from ..model.charts import Part, Stacks
from ..model.figure import Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import stackcolumns
from .colours import readable
from .faces import Lettering, lettering
from .sheet import Anchor, Sheet
from .sizing import fitting
from .stackplan import HEAD_GAP, LEADING, NAMES_GAP, Piece, Plan, Row, plan

SEAM = 1.0
"""Points of ground between parts: they differ without colour."""
TICK, EDGE = 0.6, 0.6
REST_HATCH = "///"


def draw(figure: Stacks, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing; raises InputError where the target is too low for its bars."""
    if figure.upright:
        return stackcolumns.draw(figure, target, theme, fonts)
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters, target.format).height

    size = fitting(target, figure.words.id, need, f"{len(figure.stacks)} bars", "show fewer bars")
    layout = plan(figure, target.width, size, letters, target.format, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    y = target.height
    for row in layout.rows:
        with sheet.group(f"Bar {row.stack.label}"):
            y = _bar(sheet, row, layout, letters, theme, y)
        y -= layout.between
    return sheet.scene()


def area(sheet: Sheet, part: Part, theme: Theme, box: tuple[float, float, float, float]) -> str:
    """Fill a part's box (left, bottom, width, height) and return the ink of what is set upon it."""
    x, y, wide, tall = box
    ring = [(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)]
    name, colour = f"Area {part.label}", theme.colour
    if part.colour is None:
        if wide > EDGE:
            inset = EDGE / 2
            ring = [(x + inset, y + inset), (x + wide - inset, y + inset)]
            ring += [(x + wide - inset, y + tall - inset), (x + inset, y + tall - inset)]
        sheet.area(name, [ring], colour.paper, edge=colour.mute, width=EDGE, hatch=REST_HATCH, hatch_colour=colour.hair)
        return colour.ink
    fill = theme.chart.categories[part.colour % len(theme.chart.categories)]
    sheet.area(name, [ring], fill)
    return readable(fill, colour.ink, colour.paper)


def _bar(sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, y: float) -> float:
    """Draw a bar with its names below `y` and return where it ends."""
    size = sheet.size
    if row.head:
        sheet.text("Name", 0, y - 0.78 * letters.leading * size, "\n".join(row.head), theme.colour.ink, bold=True)
        y -= len(row.head) * letters.leading * size + HEAD_GAP * size
    y -= layout.thickness
    for number, piece in enumerate(row.pieces):
        with sheet.group(f"Part {piece.part.label}"):
            _part(sheet, piece, layout, letters, theme, y, last=number == len(row.pieces) - 1)
    return y - (NAMES_GAP * size + row.lines * LEADING * size if row.lines else 0.0)


def _part(sheet: Sheet, piece: Piece, layout: Plan, letters: Lettering, theme: Theme, y: float, *, last: bool) -> None:
    size, place = sheet.size, piece.place
    wide = piece.high - piece.low
    seam = 0.0 if last or wide < 2 * SEAM else SEAM
    ink = theme.colour.ink
    if wide > 0:
        ink = area(sheet, piece.part, theme, (piece.low, y, wide - seam, layout.thickness))
    if piece.inside:
        middle = (piece.low + piece.high - seam) / 2
        base = y + (layout.thickness - letters.cap_height * size) / 2
        halo = theme.colour.paper if piece.part.colour is None else None
        sheet.text("Number", middle, base, piece.part.printed, ink, bold=True, anchor="center", halo=halo)
    if place is None:
        return
    top = y - NAMES_GAP * size - place.line * LEADING * size
    if place.tick is not None:
        sheet.line("Tick", [[(place.tick, y - 0.15 * size), (place.tick, top)]], theme.colour.mute, TICK)
    at: tuple[float, Anchor] = (place.left + place.width / 2, "center")
    if place.left < 0.5:
        at = (place.left, "left")
    elif place.right > sheet.width - 0.5:
        at = (place.right, "right")
    sheet.text("Name", at[0], top - 0.78 * LEADING * size, piece.name, theme.colour.mute, anchor=at[1])
