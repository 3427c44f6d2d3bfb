"""A map's ground on a sheet: sea, countries, lakes, rivers, borders by rank, hatches and a scale bar."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from ...model.colour import mix
from ...model.theme import Theme
from ...typeset import language as lang
from ..clip import pieces
from ..colours import readable
from ..sheet import Sheet
from .fills import Fill
from .ground import Ground
from .raster import Box
from .territory import Territory
from .view import View

BORDER = 0.5
CASING = 2.2
STROKE = 0.9
RIVER = 0.6
DASHES = {"dashed": (3.0, 2.0), "dotted": (0.9, 1.6)}
HATCH = {"pdf": "////", "pptx": "///"}
SCALES = (10_000, 5000, 2000, 1000, 500, 250, 200, 100, 50, 20, 10, 5, 2, 1)
LONGEST = 0.17
"""The scale bar's greatest share of the width."""
TINY, SPECK = 0.12, 0.26
"""Square em below which a country is not seen, and the radius of the disc that shows it."""
AIR = 0.6
"""Em about a scale bar that words keep clear, so that it is not read on from them."""
TICK = 0.32
"""Em of a scale bar's ends."""
LEAST_RING = 0.02
"""Square points of the smallest ring that is drawn: less is left over from cutting."""
OPENING = 0.18
"""Em about a name in which a hatch is left out."""


def countries(
    sheet: Sheet, land: Territory, fills: Mapping[str, Fill], size: tuple[float, float], theme: Theme
) -> None:
    """Fill the sea, then neighbours, then the countries with a fill of their own, then lakes and rivers."""
    tokens = theme.map
    sheet.rectangle("Sea", 0, 0, *size, tokens.sea)
    plain = Fill(colour=tokens.land)
    for country in sorted(land.countries, key=lambda c: c.iso in fills):
        sheet.area(title(country.name, country.iso), rings(country.geometry), fills.get(country.iso, plain).colour)
    if land.lakes:
        with sheet.group("Lakes"):
            for name, lake in land.lakes:
                sheet.area(f"Lake {name}", rings(lake), tokens.sea)
    if land.rivers:
        with sheet.group("Rivers"):
            for name, river in land.rivers:
                sheet.line(f"River {name}", lines(river), tokens.river, RIVER, cap="round", join="round")


def specks(sheet: Sheet, land: Territory, fills: Mapping[str, Fill], theme: Theme) -> None:
    """Draw a disc on each country with a fill that is too small to be seen."""
    for country in land.countries:
        look = fills.get(country.iso)
        if look is not None and country.geometry.area < TINY * sheet.size**2:
            at = max(shapely.get_parts(country.geometry), key=lambda p: p.area).representative_point()
            name = f"{title(country.name, country.iso)} marker"
            edge = readable(theme.map.sea, theme.colour.ink, theme.colour.paper)
            sheet.disc(name, at.x, at.y, SPECK * sheet.size, look.colour, edge=edge, width=0.6)


def openings(taken: Sequence[Box], size: float) -> BaseGeometry:
    """Return where words stand, with a little air."""
    gap = OPENING * size
    return shapely.union_all([shapely.box(x0 - gap, y0 - gap, x1 + gap, y1 + gap) for x0, y0, x1, y1 in taken])


def hatches(
    sheet: Sheet, land: Territory, fills: Mapping[str, Fill], taken: Sequence[Box], format: str, size: float
) -> None:
    """Hatch the countries whose fill says so, except about the words that stand on them."""
    words = openings(taken, size)
    for country in land.countries:
        look = fills.get(country.iso)
        if look is not None and look.hatch:
            name = f"{title(country.name, country.iso)} hatch"
            area = country.geometry.difference(words)
            sheet.area(name, rings(area), None, hatch=HATCH[format], hatch_colour=look.hatch)


def borders(
    sheet: Sheet, land: Territory, subjects: Collection[str], taken: Sequence[Box], theme: Theme, size: float
) -> None:
    """Draw the neighbours' borders, the outlines of countries with a fill, and unsettled lines on a casing.

    Neighbours' borders stop about words, since nothing there is spoken of.
    """
    tokens = theme.map
    quiet = mix(theme.colour.mute, tokens.land, 0.5)
    words = openings(taken, size)
    sheet.line("Borders of neighbours", lines(land.borders.difference(words)), quiet, BORDER, join="round")
    sheet.line("Outlines of states", lines(land.outlines), tokens.line, tokens.line_width, join="round")
    outlines = shapely.union_all([c.geometry.boundary for c in land.countries if c.iso in subjects])
    for line in (u for u in land.unsettled if u.style == "solid"):
        own = line.geometry.distance(outlines) < 0.5
        colour, width = (tokens.line, tokens.line_width) if own else (quiet, BORDER)
        shape = line.geometry if own else line.geometry.difference(words)
        sheet.line(f"Boundary {line.name}", lines(shape), colour, width, join="round")
    for style, colour in (("dashed", tokens.disputed), ("dotted", tokens.control)):
        for line in (u for u in land.unsettled if u.style == style):
            with sheet.group(f"Boundary {line.name}"):
                sheet.line("Casing", lines(line.geometry), tokens.line, CASING, join="round")
                sheet.line("Dashes", lines(line.geometry), colour, STROKE, dash=DASHES[style], join="round")


class Bar(NamedTuple):
    """A scale bar: what it says, its middle, foot and length in points, and its box."""

    label: str
    middle: float
    foot: float
    long: float
    box: Box
    kept: Box
    """Its box and the air about it."""


def bar(sheet: Sheet, window: View, ground: Ground, taken: Sequence[Box], language: str) -> Bar:
    """Return a bar that is true at the middle of the window, in the corner where it hides least."""
    size, scale = sheet.size, window.scale_here()
    length = next((km for km in SCALES if km * scale <= LONGEST * window.width), SCALES[-1])
    label, long = f"{lang.number(length, language)} km", length * scale
    half = max(long, sheet.letters.regular.width(label, size) * 1.03) / 2
    tall = _lift(size) + sheet.letters.cap_height * size
    wide, high, edge = window.width, window.height, 0.9 * size
    xs, ys = (edge + half, wide - edge - half), (edge, high - edge - tall)
    corners = [(x, y) for y in ys for x in xs]
    boxes = [(x - half, y, x + half, y + tall) for x, y in corners]
    busy = ground.subject.share(boxes) + 4 * ground.boxes_taken(taken, 1.0).share(boxes)
    k = min(range(4), key=lambda n: (round(float(busy[n]), 2), n))
    (left, low, right, top), air = boxes[k], AIR * size
    return Bar(label, *corners[k], long, boxes[k], (left - air, low - air, right + air, top + air))


def scale_bar(sheet: Sheet, found: Bar, ground: Ground, theme: Theme) -> None:
    """Draw a scale bar."""
    colour = theme.colour
    ink = readable(ground.colours_in(found.box)[0], colour.ink, colour.paper)
    left, right = found.middle - found.long / 2, found.middle + found.long / 2
    top = found.foot + TICK * sheet.size
    with sheet.group("Scale bar"):
        sheet.line("Bar", [[(left, top), (left, found.foot), (right, found.foot), (right, top)]], ink, STROKE)
        sheet.text("Length", found.middle, found.foot + _lift(sheet.size), found.label, ink, anchor="center")


def _lift(size: float) -> float:
    """Return the points from a bar to the words above it."""
    return (TICK + 0.15) * size


def title(name: str, iso: str) -> str:
    """Return what a country's shape is called: "Country Afghanistan (AFG)"."""
    return f"Country {name} ({iso})" if iso else f"Country {name}"


def rings(geometry: BaseGeometry) -> list[Any]:
    """Return the rings of polygons."""
    found = [ring for p in pieces(geometry, "Polygon") for ring in (p.exterior, *p.interiors)]
    return [ring.coords for ring in found if shapely.Polygon(ring).area >= LEAST_RING]


def lines(geometry: BaseGeometry) -> list[Any]:
    """Return the lines of a geometry."""
    return [p.coords for p in pieces(geometry, "LineString")]
