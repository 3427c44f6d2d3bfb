"""Places that are areas or borders: drawn as such, never as points."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from ...model.maps import Map, Zone
from ...model.theme import Theme
from .. import faults
from ..clip import pieces
from ..colours import contrast, mix
from ..sheet import Sheet
from . import candidates
from .basemap import HATCH, OPENING, lines, rings
from .finder import Finder
from .geodata import layer, linear, polygonal, shapes
from .ground import Ground
from .leading import led_out, led_to
from .placing import Place
from .raster import Box
from .territory import TOLERANCE, Territory
from .view import View

BORDER = 2.0
"""Points of a border that is itself the place."""
TINT = 0.22
"""How much of its ink an area's ground has."""
VISIBLE = 3.0
"""The least contrast of a mark and what lies beneath it (WCAG 2.2, 1.4.11)."""
LED = 1.0
"""Cost of leading a name out of its area."""


class Shown(NamedTuple):
    """A zone and its shape on the map."""

    zone: Zone
    geometry: BaseGeometry


def found(figure: Map, land: Territory, window: View, format: str) -> list[Shown]:
    """Return the zones that a map shows; raises InputError for a code that no layer knows."""
    held = {c.iso: c.geometry for c in land.countries if c.iso}
    frame = shapely.box(0, 0, window.width, window.height)
    provinces: dict[str, BaseGeometry] = {}
    if any("." in code for zone in figure.zones for code in zone.codes):
        provinces = {s.feature.id: s.geometry for s in shapes("provinces", window)}
    out = []
    for zone in figure.zones:
        if zone.border:
            one, other = (held.get(iso, shapely.Polygon()) for iso in zone.border)
            shape = linear(one.boundary.intersection(other.boundary.buffer(0.3)))
        else:
            for code in zone.codes:
                _known(figure.words.id, zone, code, held)
            parts = [held[c] if c in held else provinces.get(c, shapely.Polygon()) for c in zone.codes]
            joined = shapely.union_all([shapely.simplify(p, TOLERANCE[format]) for p in parts])
            inside = shapely.union_all([g for iso, g in held.items() if any(c.startswith(iso) for c in zone.codes)])
            shape = polygonal(joined.intersection(inside).intersection(frame))
        if not shape.is_empty:
            out.append(Shown(zone, shape))
    return out


def places(finder: Finder, zone: Zone, shape: BaseGeometry, inks: Sequence[str]) -> tuple[Place, ...]:
    """Return places for a zone's name: inside an area, or led out of it; led to the middle of a border."""
    if pieces(shape, "Polygon"):
        return (
            *candidates.area(finder, zone.name, shape, inks, bold=False),
            *led_out(finder, zone.name, "", shape, inks, LED),
        )
    longest = max(pieces(shape, "LineString"), key=lambda line: line.length)
    middle = longest.interpolate(0.5, normalized=True)
    forms = [(finder.width(lines, True), lines) for lines, _ in finder.broken(zone.name)]
    return led_to(finder, forms, (middle.x, middle.y), shape, inks)


def areas(
    sheet: Sheet, shown: Sequence[Shown], ground: Ground, stood: Sequence[Box], theme: Theme, format: str
) -> None:
    """Draw areas tinted, hatched and without an edge, since their bounds are not meant to the metre."""
    gap = OPENING * sheet.size
    words = shapely.union_all([shapely.box(x0 - gap, y0 - gap, x1 + gap, y1 + gap) for x0, y0, x1, y1 in stood])
    for zone, shape in shown:
        if pieces(shape, "Polygon"):
            middle = shape.representative_point()
            below = ground.at(middle.x, middle.y)
            ink = theme.colour.accent if contrast(theme.colour.accent, below) >= VISIBLE else theme.colour.paper
            sheet.area(f"Area {zone.name} ground", rings(shape), mix(ink, below, TINT))
            sheet.area(f"Area {zone.name}", rings(shape.difference(words)), None, hatch=HATCH[format], hatch_colour=ink)


def borders(sheet: Sheet, shown: Sequence[Shown], theme: Theme) -> None:
    """Draw borders as broad lines."""
    for zone, shape in shown:
        if not pieces(shape, "Polygon"):
            sheet.line(f"Border {zone.name}", lines(shape), theme.colour.accent, BORDER, cap="round", join="round")


def _known(figure: str, zone: Zone, code: str, held: dict[str, BaseGeometry]) -> None:
    """Raise InputError for a code of no country and no province."""
    codes = [f.id for f in layer("provinces")] if "." in code else [f.iso for f in layer("countries-50m")]
    if code in codes:
        return
    near = get_close_matches(code, codes, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "write a state as AFG, a province as AFG.panjshir"
    raise faults.fault(faults.UNKNOWN_COUNTRY, figure, f"place {zone.id!r}: no area has the code {code!r}", hint)
