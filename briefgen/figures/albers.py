"""Albers' equal-area conic projection on the sphere: areas are true, so that a filled state weighs what it is.

Point by point in plain Python, for what layout must know before a map is drawn (its window and shape) without
loading PROJ; the map's geometry goes through cartopy with the same constants (`geodata.project`).
"""

import math

from ..model.base import Value

RADIUS = 6371.0088
"""The mean radius of the earth in km (IUGG)."""
SLIMMEST = 0.01
"""The least constant of a cone."""


class Albers(Value, frozen=True, kw_only=True):
    """Constants of the cone, after Snyder, Map Projections: A Working Manual (1987), equations 14-1 to 14-6.

    `parallels` are the latitudes true to scale, `latitude` that of y = 0, in degrees.
    """

    meridian: float
    latitude: float
    parallels: tuple[float, float]
    cone: float
    constant: float
    origin: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return x and y in km from degrees."""
        rho = RADIUS * math.sqrt(self.constant - 2 * self.cone * math.sin(math.radians(lat))) / self.cone
        turn = self.cone * math.radians((lon - self.meridian + 180) % 360 - 180)
        return rho * math.sin(turn), self.origin - rho * math.cos(turn)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude from km; beyond the pole the latitude is the pole's."""
        side = math.copysign(1.0, self.cone)
        rho = math.hypot(x, self.origin - y)
        turn = math.atan2(side * x, side * (self.origin - y))
        sine = (self.constant - (rho * self.cone / RADIUS) ** 2) / (2 * self.cone)
        lat = math.degrees(math.asin(max(-1.0, min(1.0, sine))))
        return self.meridian + math.degrees(turn / self.cone), lat


def albers(lon: tuple[float, float], lat: tuple[float, float]) -> Albers:
    """Return the projection for a frame in degrees, true along one sixth and five sixths of its height."""
    south, north = lat
    first, second = (math.radians(south + (north - south) * share) for share in (1 / 6, 5 / 6))
    cone = (math.sin(first) + math.sin(second)) / 2
    if abs(cone) < SLIMMEST:  # a frame astride the equator: the cone would be a cylinder
        cone = math.copysign(SLIMMEST, cone)
        second = math.asin(2 * cone - math.sin(first))
    constant = math.cos(first) ** 2 + 2 * cone * math.sin(first)
    middle = (south + north) / 2
    origin = RADIUS * math.sqrt(constant - 2 * cone * math.sin(math.radians(middle))) / cone
    return Albers(
        meridian=sum(lon) / 2,
        latitude=middle,
        parallels=(math.degrees(first), math.degrees(second)),
        cone=cone,
        constant=constant,
        origin=origin,
    )
