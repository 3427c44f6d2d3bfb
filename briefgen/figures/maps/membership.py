"""GroupMaps -> Scene: a small map for each group, all of one frame, scale and ground."""

from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from ...diagnostics import Diagnostic
from ...model.colour import mix
from ...model.figure import Target
from ...model.maps import GroupMaps, Panel
from ...model.scene import Scene
from ...model.theme import Theme
from ..faces import Lettering, lettering
from ..sheet import Sheet
from ..sizing import STEP, fitting
from . import basemap, mapcheck, panels
from .basemap import BORDER, CASING, DASHES, HATCH, STROKE, lines, rings
from .fills import fill
from .territory import Country, Territory, territory
from .view import View

COARSER = 2.0
"""A panel is drawn with so much less detail than a map of its own."""
FOCUS = 1.3
"""Points of the outline about a state in focus."""


def draw(
    figure: GroupMaps, target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """Return the maps at the largest type that the target's height allows.

    Raises InputError for unknown states, and where even the smallest type is too large.
    """
    mapcheck.check_groups(figure)
    letters = lettering(theme, target.format, fonts)
    shown = panels.frame(figure)
    found = _fitting(figure, target, letters)
    tall = min(found.most, found.map_height(target.height))
    window = panels.window(shown, found, tall)
    members = {m.iso for p in figure.panels for m in p.members}
    land = territory(
        window,
        figure.ground.boundaries,
        target.format,
        names={m.iso: m.name for p in figure.panels for m in p.members},
        subjects=(),
        topic=frozenset(members),
        coarser=COARSER,
    )
    sheet = Sheet(target.width, target.height, letters, found.text)
    top = target.height
    for row in found.rows:
        foot = top - found.above(row) - tall
        for place, number in enumerate(row):
            x = place * (found.width + panels.GUTTER * found.text)
            with sheet.group(f"Panel {figure.panels[number].name}"):
                _words(sheet, found.words[number], x, (top, foot), found, letters, theme)
                with sheet.shifted(x, foot):
                    _panel(sheet, figure, figure.panels[number], land, window, theme, target.format)
        top = foot - found.below(row) - panels.ROWS_APART * found.text
    return sheet.scene(), ()


def _fitting(figure: GroupMaps, target: Target, letters: Lettering) -> panels.Plan:
    """Return the plan at the largest type at which the maps are not too low."""
    shown = panels.frame(figure)

    def planned(size: float) -> panels.Plan:
        return panels.plan(figure, shown, target.width, size, letters, smallest=target.smallest)

    def need(size: float) -> float:
        found = planned(size)
        return found.height(found.least)

    what = f"{len(figure.panels)} small maps"
    return planned(fitting(target, figure.words.id, need, what, "name fewer groups", step=STEP))


def _words(
    sheet: Sheet, words: panels.Words, x: float, between: tuple[float, float], found: panels.Plan, letters: Lettering,
    theme: Theme,
) -> None:  # fmt: skip
    """Set a panel's title above its map and the names of its members beneath."""
    top, foot = between
    title, cap = "\n".join(words.title), letters.cap_height * found.text
    sheet.text("Title", x, top - cap - 0.1 * found.text, title, theme.colour.ink, bold=True)
    if words.beneath:
        below = foot - panels.GAP * found.text - cap
        sheet.text("Members", x, below, "\n".join(words.beneath), theme.colour.mute)


def _panel(
    sheet: Sheet, figure: GroupMaps, panel: Panel, land: Territory, window: View, theme: Theme, format: str
) -> None:
    """Draw one panel: the land as one shape, its members each by itself, then borders and the states in focus."""
    tokens = theme.map
    looks = {m.iso: fill(str(m.category), theme) for m in panel.members}
    held = {c.iso: c for c in land.countries if c.iso}
    sheet.rectangle("Sea", 0, 0, window.width, window.height, tokens.sea)
    sheet.area("Land", rings(_ground(land)), tokens.land)
    for iso, look in looks.items():
        if iso in held:
            _member(sheet, held[iso], look.colour, look.hatch, format)
    quiet = mix(theme.colour.mute, tokens.land, 0.5)
    sheet.line("Borders", lines(land.borders), quiet, BORDER, join="round")
    for line in land.unsettled:
        with sheet.group(f"Boundary {line.name}"):
            if line.style == "solid":
                sheet.line("Line", lines(line.geometry), quiet, BORDER, join="round")
            else:
                colour = tokens.disputed if line.style == "dashed" else tokens.control
                sheet.line("Casing", lines(line.geometry), tokens.line, 0.7 * CASING, join="round")
                dash = tuple(0.7 * d for d in DASHES[line.style])
                sheet.line("Dashes", lines(line.geometry), colour, 0.7 * STROKE, dash=dash, join="round")
    edge = shapely.box(0, 0, window.width, window.height).boundary
    for iso in figure.focus:
        if iso in held:
            outline = held[iso].geometry.boundary.difference(edge.buffer(0.1))
            sheet.line(f"Outline {held[iso].name}", lines(outline), theme.colour.accent, FOCUS, join="round")
    basemap.specks(sheet, land, looks, theme)


def _member(sheet: Sheet, country: Country, colour: str, hatch: str | None, format: str) -> None:
    name = basemap.title(country.name, country.iso)
    sheet.area(name, rings(country.geometry), colour)
    if hatch:
        sheet.area(f"{name} hatch", rings(country.geometry), None, hatch=HATCH[format], hatch_colour=hatch)


def _ground(land: Territory) -> BaseGeometry:
    """Return all land without its lakes."""
    whole = shapely.union_all([c.geometry for c in land.countries])
    return whole.difference(shapely.union_all([lake for _, lake in land.lakes]))
