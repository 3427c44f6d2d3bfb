"""What is known of countries and capitals without their shapes, for what must not wait for geometry."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .names import CAPITALS, COUNTRIES, FORMER, FORMER_CAPITALS, NONE_NAMED, SEATS, tidy
from .shapes import Record, pieces

RADIUS = 6371.0088
NEAR = 6.0
"""Degrees between parts of a country's main body; what lies farther off is no reason to widen a map."""
SMALLEST = 0.002
"""Share of the largest part below which an island does not widen the main body."""


def country(
    fields: Mapping[str, Any], iso: str, geometry: BaseGeometry, capital: dict[str, Any] | None
) -> dict[str, Any]:
    """Return a country's names and bounds: `bounds` of all of it, `body` of the part that a reader thinks of."""
    en, fr = COUNTRIES.get(iso, (tidy(fields["NAME_EN"], "en"), tidy(fields["NAME_FR"], "fr")))
    parts = sorted(pieces(geometry, "Polygon"), key=lambda p: -p.area)
    body = [parts[0]]
    rest = [p for p in parts[1:] if p.area >= SMALLEST * parts[0].area]
    grew = True
    while grew:
        near = [p for p in rest if any(_apart(p, q) <= NEAR for q in body)]
        rest, grew = [p for p in rest if p not in near], bool(near)
        body += near
    found = {"name": en, "fr": fr, "km2": round(_km2(geometry)), "bounds": _bounds(parts), "body": _bounds(body)}
    if iso in FORMER:
        found["former"] = _former(FORMER[iso])
    if capital:
        found["capital"] = capital
    return found


def capitals(records: Iterable[Record], iso: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the capitals by country, with the names that they bore before; latitude and longitude in degrees."""
    out: dict[str, dict[str, Any]] = {}
    for fields, geometry in records:
        code, name = iso.get(fields["adm0_a3"], fields["adm0_a3"]), fields["name"]
        seat = name == SEATS[code] if code in SEATS else fields["featurecla"] == "Admin-0 capital"
        if not seat or code in NONE_NAMED:
            continue
        if code in out:
            raise ValueError(f"{code} has two capitals: {name} and {out[code]['name']}")
        en, fr = CAPITALS.get(name, (name, name))
        out[code] = {"name": en, "fr": fr, "at": [round(geometry.y, 2), round(geometry.x, 2)]}
        if name in FORMER_CAPITALS:
            out[code]["former"] = _former(FORMER_CAPITALS[name])
    return out


def _former(names: Iterable[tuple[str, str, str]]) -> list[dict[str, str]]:
    return [{"until": until, "name": en, "fr": fr} for until, en, fr in names]


def _km2(geometry: BaseGeometry) -> float:
    """Return an area on the sphere of the earth's mean radius, by Lambert's cylinder, which keeps it."""

    def rolled(xy: Any) -> Any:
        return np.column_stack([np.radians(xy[:, 0]), np.sin(np.radians(xy[:, 1]))])

    return float(shapely.transform(geometry, rolled).area) * RADIUS**2


def _apart(one: BaseGeometry, other: BaseGeometry) -> float:
    """Return the degrees between two shapes' bounds, the date line being no gap."""
    a, b = one.bounds, other.bounds
    across = min(max(b[0] + turn - a[2], a[0] - b[2] - turn, 0.0) for turn in (-360, 0, 360))
    return max(across, max(b[1] - a[3], a[1] - b[3], 0.0))


def _bounds(parts: Iterable[BaseGeometry]) -> list[float]:
    """Return west, south, east, north; west of the widest gap, so that east may be beyond 180."""
    boxes = [shapely.bounds(p) for p in parts]
    spans = sorted((float(b[0]), float(b[2])) for b in boxes)
    joined = [list(spans[0])]
    for west, east in spans[1:]:
        if west <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], east)
        else:
            joined.append([west, east])
    gaps = [
        (joined[(k + 1) % len(joined)][0] + 360 * (k == len(joined) - 1) - joined[k][1], k) for k in range(len(joined))
    ]
    _, widest = max(gaps)
    west = joined[(widest + 1) % len(joined)][0]
    east = joined[widest][1]
    south, north = min(float(b[1]) for b in boxes), max(float(b[3]) for b in boxes)
    return [round(v, 2) for v in (west, south, east + 360 if east < west else east, north)]
