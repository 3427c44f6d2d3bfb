"""The Equal Earth projection: the whole world, areas true, shapes as near as that allows.

Šavrič, Patterson and Jenny, The Equal Earth map projection, International Journal of Geographical Information
Science 33 (2019).
"""

import math

from ...model.base import Value
from .cones import RADIUS, Degrees

A = (1.340264, -0.081106, 0.000893, 0.003796)
ROOT = math.sqrt(3) / 2


class EqualEarth(Value, frozen=True, kw_only=True):
    """The world about a meridian; `latitude` is that of y = 0, always the equator."""

    meridian: float
    latitude: float = 0.0

    def point(self, lon: float, lat: float) -> Degrees:
        """Return x and y in km from degrees."""
        theta = math.asin(ROOT * math.sin(math.radians(lat)))
        turn = (lon - self.meridian + 180) % 360 - 180
        if turn == -180 and lon > self.meridian:
            turn = 180.0  # the eastern edge is not the western one
        slope = _slope(theta)
        return RADIUS * math.radians(turn) * math.cos(theta) / (ROOT * slope), RADIUS * _height(theta)

    def degrees(self, x: float, y: float) -> Degrees:
        """Return longitude and latitude from km; beyond the edge the longitude goes on."""
        theta = max(-math.pi / 3, min(math.pi / 3, y / RADIUS))
        for _ in range(12):
            theta = max(-math.pi / 3, min(math.pi / 3, theta - (_height(theta) - y / RADIUS) / _slope(theta)))
        lat = math.asin(max(-1.0, min(1.0, math.sin(theta) / ROOT)))
        turn = x / RADIUS * ROOT * _slope(theta) / max(math.cos(theta), 1e-6)
        return self.meridian + math.degrees(turn), math.degrees(lat)


def _height(theta: float) -> float:
    return float(theta * (A[0] + A[1] * theta**2 + A[2] * theta**6 + A[3] * theta**8))


def _slope(theta: float) -> float:
    return float(A[0] + 3 * A[1] * theta**2 + 7 * A[2] * theta**6 + 9 * A[3] * theta**8)
