"""Conic projections on the sphere: Albers' keeps areas, Lambert's keeps shapes.

Point by point in plain Python, for what layout must know before a map is drawn (its window and shape) without
loading PROJ; the map's geometry goes through cartopy with the same constants (`geodata.project`).
"""

import math

from ...model.base import Value

RADIUS = 6371.0088
"""The mean radius of the earth in km (IUGG)."""
SLIMMEST = 0.01
"""The least constant of a cone: a frame astride the equator would make it a cylinder."""

Degrees = tuple[float, float]


class Albers(Value, frozen=True, kw_only=True):
    """Albers' equal-area conic, after Snyder, Map Projections: A Working Manual (1987), equations 14-1 to 14-6.

    `parallels` are the latitudes true to scale, `latitude` that of y = 0, in degrees.
    """

    meridian: float
    latitude: float
    parallels: Degrees
    cone: float
    constant: float
    origin: float

    def point(self, lon: float, lat: float) -> Degrees:
        """Return x and y in km from degrees."""
        rho = RADIUS * math.sqrt(self.constant - 2 * self.cone * math.sin(math.radians(lat))) / self.cone
        return _turned(rho, self.cone, lon - self.meridian, self.origin)

    def degrees(self, x: float, y: float) -> Degrees:
        """Return longitude and latitude from km; beyond the pole the latitude is the pole's."""
        rho, turn = _polar(x, self.origin - y, self.cone)
        sine = (self.constant - (rho * self.cone / RADIUS) ** 2) / (2 * self.cone)
        lat = math.degrees(math.asin(max(-1.0, min(1.0, sine))))
        return self.meridian + math.degrees(turn / self.cone), lat


class Lambert(Value, frozen=True, kw_only=True):
    """Lambert's conformal conic, after Snyder (1987), equations 15-1 to 15-5."""

    meridian: float
    latitude: float
    parallels: Degrees
    cone: float
    constant: float
    origin: float

    def point(self, lon: float, lat: float) -> Degrees:
        """Return x and y in km from degrees."""
        rho = RADIUS * self.constant / _tangent(max(-89.99, min(89.99, lat))) ** self.cone
        return _turned(rho, self.cone, lon - self.meridian, self.origin)

    def degrees(self, x: float, y: float) -> Degrees:
        """Return longitude and latitude from km."""
        rho, turn = _polar(x, self.origin - y, self.cone)
        side = math.copysign(max(abs(rho), 1e-9), self.cone)
        lat = 2 * math.atan((RADIUS * self.constant / side) ** (1 / self.cone)) - math.pi / 2
        return self.meridian + math.degrees(turn / self.cone), math.degrees(lat)


def albers(lon: Degrees, lat: Degrees) -> Albers:
    """Return the projection for a frame in degrees, true along one sixth and five sixths of its height."""
    first, second = _parallels(lat)
    cone = (math.sin(first) + math.sin(second)) / 2
    if abs(cone) < SLIMMEST:
        cone = math.copysign(SLIMMEST, cone)
        second = math.asin(2 * cone - math.sin(first))
    constant = math.cos(first) ** 2 + 2 * cone * math.sin(first)
    middle = sum(lat) / 2
    origin = RADIUS * math.sqrt(constant - 2 * cone * math.sin(math.radians(middle))) / cone
    return Albers(
        meridian=sum(lon) / 2,
        latitude=middle,
        parallels=(math.degrees(first), math.degrees(second)),
        cone=cone,
        constant=constant,
        origin=origin,
    )


def lambert(lon: Degrees, lat: Degrees) -> Lambert:
    """Return the projection for a frame in degrees, true along one sixth and five sixths of its height."""
    first, second = _parallels(lat)
    if abs(math.sin(first) + math.sin(second)) < 2 * SLIMMEST:
        first = second = math.asin(math.copysign(SLIMMEST, first + second))
    if abs(first - second) < 1e-6:
        cone = math.sin(first)
    else:
        ratio = _tangent(math.degrees(second)) / _tangent(math.degrees(first))
        cone = math.log(math.cos(first) / math.cos(second)) / math.log(ratio)
    constant = math.cos(first) * _tangent(math.degrees(first)) ** cone / cone
    middle = sum(lat) / 2
    return Lambert(
        meridian=sum(lon) / 2,
        latitude=middle,
        parallels=(math.degrees(first), math.degrees(second)),
        cone=cone,
        constant=constant,
        origin=RADIUS * constant / _tangent(middle) ** cone,
    )


def _parallels(lat: Degrees) -> Degrees:
    south, north = lat
    return math.radians(south + (north - south) / 6), math.radians(south + (north - south) * 5 / 6)


def _tangent(lat: float) -> float:
    return math.tan(math.pi / 4 + math.radians(lat) / 2)


def _turned(rho: float, cone: float, lon: float, origin: float) -> Degrees:
    """Return x and y of a point on the cone, `lon` degrees east of its meridian."""
    turn = cone * math.radians((lon + 180) % 360 - 180)
    return rho * math.sin(turn), origin - rho * math.cos(turn)


def _polar(x: float, down: float, cone: float) -> Degrees:
    """Return the distance from the cone's tip and the angle there."""
    side = math.copysign(1.0, cone)
    return math.hypot(x, down), math.atan2(side * x, side * down)
