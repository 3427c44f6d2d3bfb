"""Where the entries of boundaries.yaml lie: lines and areas that are not settled, made from the layers.

The policy (status, drawing, words) is in boundaries.yaml; here is only geometry, by the same ids.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from .shapes import Record, pieces, snapped

Box = tuple[float, float, float, float]
REACH = 0.2
"""Degrees by which a cutting shape goes beyond its unit, where layers of other detail may have their coast."""
OVER = 0.002
"""Degrees by which a claim line is led beyond the edge of the unit it cuts."""
SKIRT = 0.06
"""Degrees about the rest of the unit that it does not reach into: there lie the slivers between two layers."""
EDGE = 0.02
"""Degrees between two layers' pictures of the same edge."""


@dataclass(frozen=True)
class Unsettled:
    """Lines of the boundary layers (those not classed as international) whose middle lies in one of the boxes."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Between:
    """The common border of two units, or the part of it in a box."""

    one: str
    other: str
    box: Box | None = None


@dataclass(frozen=True)
class EdgeOf:
    """The edge of an area inside the unit that holds it."""

    area: str


@dataclass(frozen=True)
class Whole:
    """A unit of the country layers."""

    unit: str


@dataclass(frozen=True)
class Piece:
    """The islands of a unit that lie in a box, or the one piece that holds a point."""

    unit: str
    box: Box | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Cut:
    """What claim lines (rows of disputed_borders) part from a unit: the side that holds a point."""

    unit: str
    claims: tuple[int, ...]
    point: tuple[float, float]


@dataclass(frozen=True)
class Ring:
    """What claim lines enclose about a point."""

    unit: str
    claims: tuple[int, ...]
    point: tuple[float, float]


LINES: Mapping[str, Unsettled | Between | EdgeOf] = {
    # South and Central Asia
    "durand-line": Between("AFG", "PAK"),
    "line-of-control": Unsettled(((73.6, 32.82, 77.06, 35.2),)),
    "jammu-working-boundary": Unsettled(((74.2, 32.2, 75.4, 32.82),)),
    "siachen": Unsettled(((76.7, 35.05, 77.9, 35.72),)),
    "shaksgam": Unsettled(((75.8, 35.72, 77.9, 36.5),)),
    "aksai-chin": Unsettled(((77.7, 33.3, 79.1, 35.0),)),
    "china-india-west": Unsettled(((79.0, 32.4, 79.7, 33.3),)),
    "china-india-middle": Unsettled(((78.3, 30.5, 80.4, 32.3),)),
    "arunachal-pradesh": Unsettled(((91.5, 27.6, 97.4, 29.5),)),
    "bhutan-china-north": Unsettled(((89.7, 28.0, 90.7, 28.4),)),
    "doklam": Unsettled(((88.9, 27.4, 89.2, 27.7),)),
    # East and South-East Asia
    "korea": Unsettled(((126.5, 37.7, 128.5, 38.7),)),
    "kuril": Unsettled(((145.1, 43.0, 146.0, 44.9),)),
    # Europe and the Caucasus
    "crimea": Unsettled(((33.5, 45.6, 35.1, 46.3),)),
    "kerch-strait": Unsettled(((36.4, 44.8, 36.8, 45.7),)),
    "donbas": EdgeOf("donbas"),
    "transnistria": EdgeOf("transnistria"),
    "abkhazia": EdgeOf("abkhazia"),
    "south-ossetia": EdgeOf("south-ossetia"),
    "nagorno-karabakh": EdgeOf("nagorno-karabakh"),
    "kosovo": Between("SRB", "XKX"),
    "cyprus": Unsettled(((32.6, 34.9, 34.1, 35.3),)),
    "danube-croatia-serbia": Unsettled(((19.0, 45.2, 19.3, 45.4),)),
    "piran-bay": Unsettled(((13.5, 45.4, 13.7, 45.5),)),
    "olivenza": Unsettled(((-7.4, 38.5, -7.0, 38.9),)),
    # Near East
    "west-bank": Unsettled(((34.8, 31.3, 35.65, 32.6),)),
    "gaza": Unsettled(((34.1, 31.1, 34.7, 31.7),)),
    "blue-line": Unsettled(((35.0, 33.0, 35.604, 33.3),)),
    "golan": Unsettled(((35.75, 32.6, 36.0, 33.2),)),
    "golan-west": EdgeOf("golan"),
    "shebaa": Unsettled(((35.604, 33.2, 35.83, 33.45),)),
    "lebanon-syria": Unsettled(((35.83, 33.42, 36.7, 34.8),)),
    # Africa
    "western-sahara-berm": Unsettled(((-17.2, 20.7, -8.6, 27.7),)),
    "western-sahara-north": EdgeOf("western-sahara"),
    "morocco-algeria": Unsettled(((-8.0, 27.6, -1.2, 32.2),)),
    "sudan-south-sudan": Between("SDN", "SSD"),
    "abyei": Unsettled(((27.8, 9.2, 29.1, 9.7),)),
    "abyei-north": EdgeOf("abyei"),
    "halaib": Between("EGY", "SDN", (33.9, 21.9, 37.0, 22.3)),
    "ilemi": Unsettled(((34.3, 4.5, 36.0, 5.6),)),
    "ethiopia-somalia": Unsettled(((41.8, 3.9, 48.1, 8.1),)),
    "somaliland": Unsettled(((47.9, 7.9, 49.0, 11.4),)),
    "malawi-tanzania": Unsettled(((33.8, -11.7, 35.1, -9.4),)),
    # The Americas
    "essequibo": Unsettled(((-61.5, 5.1, -59.7, 8.6),)),
    "belize-guatemala": Unsettled(((-89.3, 15.8, -88.8, 17.9),)),
    "guyana-suriname": Unsettled(((-57.7, 1.8, -56.4, 3.5),)),
    "suriname-french-guiana": Unsettled(((-54.7, 2.2, -54.0, 3.4),)),
    "brazil-uruguay": Unsettled(((-56.1, -31.2, -55.7, -30.8), (-57.7, -30.3, -57.5, -30.1))),
    "southern-ice-field": Unsettled(((-73.7, -49.9, -73.0, -49.2),)),
}
LEFT_ALONE: tuple[Box, ...] = (
    (-124.8, 48.2, -123.0, 49.0),  # a strait between Canada and the United States
    (-75.3, 19.8, -75.0, 20.0),  # the limits of a lease at Guantánamo
    (62.8, 45.5, 64.0, 46.4),  # the limits of a lease at Baikonur
    (33.9, 21.9, 37.0, 22.3),  # Hala'ib at 1:10 million: taken as the common border at both scales
)
"""Lines of the layers that are not taken from them."""
AREAS: Mapping[str, Whole | Piece | Cut | Ring] = {
    "crimea": Piece("RUS", point=(34.3, 45.2)),
    "western-sahara": Cut("MAR", (33,), (-13.5, 26.0)),
    "northern-cyprus": Whole("CYN"),
    "kosovo": Whole("XKX"),
    "taiwan": Whole("TWN"),
    "somaliland": Whole("SOL"),
    "siachen": Whole("KAS"),
    "abkhazia": Cut("GEO", (8,), (41.0, 43.1)),
    "south-ossetia": Cut("GEO", (9,), (44.0, 42.35)),
    "transnistria": Cut("MDA", (7,), (29.25, 47.36)),
    "nagorno-karabakh": Ring("AZE", (2, 3, 37, 38, 41, 43, 46), (46.75, 39.85)),
    "donbas": Cut("UKR", (45,), (38.8, 48.0)),
    "golan": Cut("ISR", (22,), (35.78, 33.0)),
    "aksai-chin": Cut("CHN", (21,), (79.5, 35.0)),
    "arunachal-pradesh": Cut("IND", (20,), (94.0, 28.0)),
    "abyei": Cut("SDN", (25,), (28.4, 9.8)),
    "kuril": Piece("RUS", box=(145.2, 43.2, 149.2, 45.6)),
    "essequibo": Cut("GUY", (31,), (-59.4, 4.9)),
    "falklands": Whole("FLK"),
    "gibraltar": Whole("GIB"),
    "chagos": Whole("IOT"),
    "paracel": Piece("CHN", box=(111.0, 15.6, 113.0, 17.3)),
    "spratly": Whole("PGA"),
    "scarborough": Whole("SCR"),
    "bir-tawil": Whole("BRT"),
    "cyprus-buffer-zone": Whole("CNM"),
}


def areas(units: Mapping[str, BaseGeometry], claims: Mapping[int, BaseGeometry]) -> dict[str, tuple[str, BaseGeometry]]:
    """Return each area's unit and a shape that cuts it out of any layer's picture of that unit."""
    out = {}
    for name, recipe in AREAS.items():
        unit = units[recipe.unit]
        match recipe:
            case Whole():
                out[name] = (recipe.unit, shapely.box(*unit.bounds))
            case Piece(box=None):
                held = [p for p in pieces(unit, "Polygon") if p.contains(shapely.Point(recipe.point))]
                out[name] = (recipe.unit, _beyond(shapely.union_all(held), unit))
            case Piece():
                out[name] = (recipe.unit, shapely.box(*(recipe.box or unit.bounds)))
            case Cut():
                lines = [_joined(claims[k], unit) for k in recipe.claims]
                sides = shapely.polygonize([shapely.union_all([*lines, unit.boundary])])
                held = [s for s in sides.geoms if s.contains(shapely.Point(recipe.point))]
                out[name] = (recipe.unit, _beyond(shapely.union_all(held), unit))
            case Ring():
                round_about = shapely.union_all([claims[k] for k in recipe.claims]).buffer(0.004)
                inner = shapely.union_all(
                    [shapely.Polygon(r) for p in pieces(round_about, "Polygon") for r in p.interiors]
                )
                out[name] = (recipe.unit, shapely.simplify(inner.buffer(0.004), 0.005))
        if out[name][1].is_empty:
            raise ValueError(f"nothing is found of area {name}")
    return out


def lines(
    drawn: Sequence[Record], units: Mapping[str, BaseGeometry], cuts: Mapping[str, tuple[str, BaseGeometry]]
) -> dict[str, BaseGeometry]:
    """Return the lines of every entry that a layer knows; raises ValueError for an unsettled line without an entry."""
    found: dict[str, list[BaseGeometry]] = {}
    for fields, line in drawn:
        if fields["FEATURECLA"].startswith(("International", "Overlay")):
            continue
        x, y = (line.bounds[0] + line.bounds[2]) / 2, (line.bounds[1] + line.bounds[3]) / 2
        names = [n for n, r in LINES.items() if isinstance(r, Unsettled) and any(_holds(b, x, y) for b in r.boxes)]
        if len(names) == 1:
            found.setdefault(names[0], []).append(line)
        elif not any(_holds(b, x, y) for b in LEFT_ALONE):
            raise ValueError(f"{len(names)} entries for the line {line.bounds}: {names}")
    for name, recipe in LINES.items():
        match recipe:
            case Between() if recipe.one in units and recipe.other in units:
                shared = snapped(units[recipe.one]).boundary.intersection(snapped(units[recipe.other]).boundary)
                found[name] = [shared if recipe.box is None else shapely.clip_by_rect(shared, *recipe.box)]
            case EdgeOf():
                unit, cut = cuts[recipe.area]
                inside = cut.boundary.intersection(units[unit].buffer(-EDGE))
                found[name] = [shapely.simplify(inside, 0.005)]
            case _:
                pass
    merged = {
        n: shapely.line_merge(shapely.MultiLineString(pieces(shapely.union_all(f), "LineString")))
        for n, f in found.items()
    }
    return {n: g for n, g in sorted(merged.items()) if not g.is_empty}


def points(geometries: Iterable[BaseGeometry], most: int) -> list[list[float]]:
    """Return at most `most` points spread along lines, or within areas, to tell whether a window shows them."""
    whole = shapely.union_all(list(geometries))
    if "Polygon" in whole.geom_type:
        whole = shapely.MultiLineString([p.exterior for p in pieces(whole, "Polygon")])
    parts = sorted(pieces(whole, "LineString"), key=lambda p: -p.length)[:most]
    total = sum(p.length for p in parts)
    out = []
    for part in parts:
        count = max(1, round(most * part.length / total)) if total else 1
        for k in range(count):
            at = part.interpolate((k + 0.5) / count, normalized=True)
            out.append([round(at.x, 2), round(at.y, 2)])
    return out[: most + 4]


def _beyond(area: BaseGeometry, unit: BaseGeometry) -> BaseGeometry:
    """Return an area widened over all but the rest of its unit."""
    rest = unit.difference(area.buffer(1e-6))
    outside = area.buffer(REACH).difference(rest.buffer(SKIRT)).difference(unit)
    return shapely.simplify(area.union(outside), 0.002)


def _joined(claim: BaseGeometry, unit: BaseGeometry) -> BaseGeometry:
    """Return claim lines led on from both ends to the unit's edge, and a little beyond."""
    out = []
    for line in pieces(shapely.line_merge(claim), "LineString"):
        c: Any = list(line.coords)
        out.append(shapely.LineString([*reversed(_onward(c[0], unit)), *c, *_onward(c[-1], unit)]))
    return shapely.union_all(out)


def _onward(end: tuple[float, float], unit: BaseGeometry) -> list[tuple[float, float]]:
    place = shapely.Point(end)
    near = unit.boundary.interpolate(unit.boundary.project(place))
    far = max(place.distance(near), 1e-9)
    if not unit.contains(place):
        return []
    return [(end[0] + (near.x - end[0]) * k, end[1] + (near.y - end[1]) * k) for k in (1.0, 1 + OVER / far)]


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
