"""Distances -> Scene: each as a straight line on a small map, all maps of one scale, and as bars of one scale."""

from pathlib import Path

import shapely

from ...diagnostics import Diagnostic
from ...model.figure import Target
from ...model.maps import Distances, Leg
from ...model.scene import Scene
from ...model.theme import Theme
from ...typeset import mapwords
from ..faces import Lettering, lettering
from ..sheet import Sheet
from ..sizing import STEP, fitting
from . import atlas, basemap, legs
from .candidates import MARKER
from .finder import Finder
from .frames import LEAST_SHOWN
from .ground import Ground
from .labels import Labels
from .legs import BAR, FOOT, GUTTER, LONGEST, PITCH
from .placing import Place
from .raster import Box
from .territory import Territory, territory
from .view import View

LINE = 1.6
"""Points of a distance on its map."""
BEAD = 3.0
"""Points between the boxes that keep words off a line."""


def draw(
    figure: Distances, target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """Return the maps and bars at the largest type that the target's height allows.

    Raises InputError where even the smallest type is too large, or an end has no room for its name.
    """
    letters = lettering(theme, target.format, fonts)
    found = _fitting(figure, target, letters)
    tall = min(found.most, found.map_height(target.height))
    sheet = Sheet(target.width, target.height, letters, found.text)
    remarks: list[Diagnostic] = []
    for number, (leg, window) in enumerate(zip(figure.legs, legs.windows(figure, found, tall), strict=True)):
        row, column = divmod(number, found.columns)
        x = column * (found.width + GUTTER * found.text)
        y = target.height - (row + 1) * tall - row * GUTTER * found.text
        with sheet.group(f"Map {leg.start.name} to {leg.end.name}"), sheet.shifted(x, y):
            remarks += _map(sheet, figure, leg, window, target, theme, letters)
    _bars(sheet, figure, theme, letters)
    return sheet.scene(), tuple(remarks)


def _fitting(figure: Distances, target: Target, letters: Lettering) -> legs.Plan:
    def planned(size: float) -> legs.Plan:
        return legs.plan(figure, target.width, size, letters)

    def need(size: float) -> float:
        found = planned(size)
        return found.height(found.least)

    what = f"{len(figure.legs)} distances"
    return planned(fitting(target, figure.words.id, need, what, "name fewer pairs", step=STEP))


def _map(
    sheet: Sheet, figure: Distances, leg: Leg, window: View, target: Target, theme: Theme, letters: Lettering
) -> tuple[Diagnostic, ...]:
    """Draw one map: land, the distance as a straight line, its ends named, large countries for orientation."""
    land = territory(
        window, figure.ground.boundaries, target.format, names={}, subjects=(), topic=frozenset(), coarser=1.5
    )
    fills = {c.iso: theme.map.land for c in land.countries}
    size = (window.width, window.height, sheet.size)
    ground = Ground(land, fills, theme.map.sea, size, (), ())
    ends = [(spot, window.point(spot.lon, spot.lat)) for spot in (leg.start, leg.end)]
    way = shapely.LineString([at for _, at in ends])
    beads, markers = _beads(way, sheet.size), [at for _, at in ends]
    finder = Finder(ground, letters, sheet.size, target.format, beads, markers)
    labels = Labels(figure.words.id, sheet, finder, theme)
    for spot, at in ends:

        def symbol(_: Place, at: tuple[float, float] = at) -> None:
            labels.marker(*at, capital=False)

        labels.spot(spot.name, (spot.name,), at, None, symbol, needed=True, bold=True)
    _orient(labels, land, figure, sheet.size)
    placed = labels.place(f"{window.width:.0f} x {window.height:.0f} pt")
    basemap.countries(sheet, land, {}, (window.width, window.height), theme)
    basemap.borders(sheet, land, (), placed.boxes, theme, sheet.size)
    sheet.line("Distance", [way.coords], theme.colour.accent, LINE * sheet.size / 8.6, cap="round")
    placed.draw()
    return placed.remarks


def _orient(labels: Labels, land: Territory, figure: Distances, size: float) -> None:
    for country in land.countries:
        if country.iso and country.geometry.area >= LEAST_SHOWN * size**2:
            known = atlas.countries()[country.iso]
            labels.orient(atlas.name(known, figure.ground.language, figure.ground.day), country.geometry)


def _beads(way: shapely.LineString, size: float) -> list[Box]:
    """Return boxes along a line and about its ends, on which no word may stand."""
    out = []
    count = max(2, int(way.length / BEAD))
    for k in range(count + 1):
        at = way.interpolate(k / count, normalized=True)
        half = (MARKER + 0.08) * size if k in (0, count) else 1.5
        out.append((at.x - half, at.y - half, at.x + half, at.y + half))
    return out


def _bars(sheet: Sheet, figure: Distances, theme: Theme, letters: Lettering) -> None:
    """Draw a bar for each distance, from zero and to one scale, its name above and its length at its end."""
    size, told = sheet.size, mapwords.words(figure.ground.boundaries.language)
    longest = max(leg.km for leg in figure.legs)
    top = (PITCH * len(figure.legs) + FOOT) * size
    for number, leg in enumerate(figure.legs):
        foot = top - (number + 1) * PITCH * size
        high, wide = BAR * size, LONGEST * sheet.width * leg.km / longest
        name = told.between.format(start=leg.start.name, end=leg.end.name)
        with sheet.group(f"Bar {name}"):
            sheet.text("Name", 0, foot + high + 0.5 * size, name, theme.colour.ink)
            sheet.rectangle("Bar", 0, foot, wide, high, theme.colour.accent)
            base = foot + (high - letters.cap_height * size) / 2
            sheet.text("Length", wide + 0.6 * size, base, leg.printed, theme.colour.ink, bold=True)
