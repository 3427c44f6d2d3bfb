"""Places that are areas or borders: drawn as such, never as points."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from ...model.colour import contrast, mix
from ...model.maps import Map, Zone
from ...model.theme import Theme
from .. import faults
from ..clip import pieces
from ..sheet import Sheet
from . import candidates, told
from .basemap import HATCH, lines, openings, rings
from .finder import Finder
from .geodata import layer, linear, polygonal, shapes
from .ground import Ground
from .labels import SUBJECT, Labels
from .leading import inner_point, led_out, led_to
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
    """A zone, its number and its shape on the map."""

    number: int
    zone: Zone
    geometry: BaseGeometry


def found(figure: Map, land: Territory, window: View, format: str) -> tuple[list[Shown], list[str]]:
    """Return the zones that a map shows, and the names of those beyond its edge.

    Raises InputError for a code that no layer knows.
    """
    held = {c.iso: c.geometry for c in land.countries if c.iso}
    frame = shapely.box(0, 0, window.width, window.height)
    provinces: dict[str, BaseGeometry] = {}
    if any("." in code for zone in figure.zones for code in zone.codes):
        provinces = {s.feature.id: s.geometry for s in shapes("provinces", window)}
    out: list[Shown] = []
    beyond: list[str] = []
    for number, zone in enumerate(figure.zones, len(figure.spots) + 1):
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
        if shape.is_empty:
            beyond.append(zone.name)
        else:
            out.append(Shown(number, zone, shape))
    return out, beyond


def ask(shown: Sequence[Shown], labels: Labels, finder: Finder, theme: Theme, *, numbered: bool) -> None:
    """Ask for the words of every zone: its name or number, and what happened there where words are shown."""
    for number, zone, shape in shown:
        if zone.events and not numbered:
            _happened(zone, shape, labels, finder, theme)
        else:
            name = str(number) if numbered else zone.name
            labels.zone(name, _places(finder, name, shape, labels.inks()))


def _happened(zone: Zone, shape: BaseGeometry, labels: Labels, finder: Finder, theme: Theme) -> None:
    """Ask for a block that tells what happened in an area or at a border, led out of it."""
    block = told.told(zone.name, zone.events, finder.letters, finder.size)
    places = led_to(finder, [(block.wide, block.lines)], _middle(shape), shape, labels.inks())

    def draw(place: Place) -> None:
        with labels.sheet.group(f"Area {zone.name}"):
            labels.lead(place)
            told.draw(block, place, labels, theme)

    labels.wish(zone.name, places, SUBJECT, True, draw)


def _places(finder: Finder, name: str, shape: BaseGeometry, inks: Sequence[str]) -> tuple[Place, ...]:
    """Return places for a zone's name: inside an area, or led out of it; led to the middle of a border."""
    if pieces(shape, "Polygon"):
        return (
            *candidates.area(finder, name, shape, inks, bold=False),
            *led_out(finder, name, "", shape, inks, LED),
        )
    forms = [(finder.width(lines, True), lines) for lines, _ in finder.broken(name)]
    return led_to(finder, forms, _middle(shape), shape, inks)


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the point that a line to a zone ends at."""
    if pieces(shape, "Polygon"):
        return inner_point(shape)
    middle = max(pieces(shape, "LineString"), key=lambda line: line.length).interpolate(0.5, normalized=True)
    return middle.x, middle.y


def areas(
    sheet: Sheet, shown: Sequence[Shown], ground: Ground, stood: Sequence[Box], theme: Theme, format: str
) -> None:
    """Draw areas tinted and without an edge; parts of states are hatched, their bounds are not meant to the metre."""
    words = openings(stood, sheet.size)
    for _, zone, shape in shown:
        if pieces(shape, "Polygon"):
            middle = shape.representative_point()
            below = ground.at(middle.x, middle.y)
            ink = theme.colour.accent if contrast(theme.colour.accent, below) >= VISIBLE else theme.colour.paper
            sheet.area(f"Area {zone.name} ground", rings(shape), mix(ink, below, TINT))
            if any("." in code for code in zone.codes):
                within = rings(shape.difference(words))
                sheet.area(f"Area {zone.name}", within, None, hatch=HATCH[format], hatch_colour=ink)


def borders(sheet: Sheet, shown: Sequence[Shown], theme: Theme) -> None:
    """Draw borders as broad lines."""
    for _, zone, shape in shown:
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
