"""A map's ground on a sheet: sea, countries, lakes, borders by rank, and a scale bar."""

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ..model.theme import Theme
from .clip import pieces
from .colours import mix, readable
from .ground import Ground
from .placing import Box
from .sheet import Sheet
from .territory import Territory

BORDER = 0.5
CASING = 2.2
STROKE = 0.9
DASHES = {"dashed": (3.0, 2.0), "dotted": (0.9, 1.6)}
HATCH = {"pdf": "////", "pptx": "///"}
SCALES = (2000, 1000, 500, 250, 200, 100, 50, 25, 10)
LONGEST = 0.17
"""The scale bar's greatest share of the width."""


def countries(
    sheet: Sheet, land: Territory, fills: Mapping[str, str], roles: Mapping[str, str], theme: Theme, format: str
) -> None:
    """Fill the sea, then neighbours, then the countries with a role, then lakes; "opposed" is hatched."""
    tokens = theme.map
    sheet.rectangle("Sea", 0, 0, sheet.width, sheet.height, tokens.sea)
    for country in sorted(land.countries, key=lambda c: c.iso in roles):
        hatch = HATCH[format] if roles.get(country.iso) == "opposed" else None
        code = f" ({country.iso})" if country.iso else ""
        name = f"Country {country.name}{code}"
        sheet.area(name, _rings(country.geometry), fills[country.iso], hatch=hatch, hatch_colour=tokens.line)
    if land.lakes:
        with sheet.group("Lakes"):
            for name, lake in land.lakes:
                sheet.area(f"Lake {name}", _rings(lake), tokens.sea)


def lines(sheet: Sheet, land: Territory, roles: Mapping[str, str], theme: Theme) -> None:
    """Draw the neighbours' borders, the outlines of countries with a role, and unsettled lines on a casing."""
    tokens = theme.map
    quiet = mix(theme.colour.mute, tokens.land, 0.5)
    sheet.line("Borders of neighbours", _lines(land.borders), quiet, BORDER, join="round")
    sheet.line("Outlines of states", _lines(land.outlines), tokens.line, tokens.line_width, join="round")
    outlines = shapely.union_all([c.geometry.boundary for c in land.countries if c.iso in roles])
    for line in (u for u in land.unsettled if u.style == "solid"):
        own = line.geometry.distance(outlines) < 0.5
        colour, width = (tokens.line, tokens.line_width) if own else (quiet, BORDER)
        sheet.line(f"Boundary {line.name}", _lines(line.geometry), colour, width, join="round")
    for style, colour in (("dashed", tokens.disputed), ("dotted", tokens.control)):
        for line in (u for u in land.unsettled if u.style == style):
            with sheet.group(f"Boundary {line.name}"):
                sheet.line("Casing", _lines(line.geometry), tokens.line, CASING, join="round")
                sheet.line("Dashes", _lines(line.geometry), colour, STROKE, dash=DASHES[style], join="round")


def scale_bar(sheet: Sheet, scale: float, ground: Ground, theme: Theme) -> Box:
    """Draw a bar for `scale` points per km, lower left unless a state lies there; return the box that it takes."""
    size, ink = sheet.size, theme.colour.ink
    length = next((km for km in SCALES if km * scale <= LONGEST * sheet.width), SCALES[-1])
    long, foot, tick = length * scale, 0.9 * size, 0.32 * size
    label, base = f"{length} km", foot + tick + 0.15 * size
    half = max(long, sheet.letters.regular.width(label, size) * 1.03) / 2
    top = base + sheet.letters.cap_height * size
    middle = 0.9 * size + half
    if ground.holds(box := (middle - half, foot, middle + half, top)):
        right = sheet.width - middle
        if ground.holds((right - half, foot, right + half, top)):
            ink = readable(ground.at(middle, top), ink, theme.colour.paper)
        else:
            middle, box = right, (right - half, foot, right + half, top)
    x = middle - long / 2
    with sheet.group("Scale bar"):
        line = [(x, foot + tick), (x, foot), (x + long, foot), (x + long, foot + tick)]
        sheet.line("Bar", [line], ink, STROKE)
        sheet.text("Length", middle, base, label, ink, anchor="center")
    return box


def _rings(geometry: BaseGeometry) -> list[Any]:
    return [ring.coords for p in pieces(geometry, "Polygon") for ring in (p.exterior, *p.interiors)]


def _lines(geometry: BaseGeometry) -> list[Any]:
    return [p.coords for p in pieces(geometry, "LineString")]
