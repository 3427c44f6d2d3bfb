"""Azimuthal projections on the sphere: directions from the centre are true.

Equal-area and conformal about a pole, equidistant about the middle of a distance, orthographic for globes.
Snyder, Map Projections: A Working Manual (1987), chapters 20 to 25.
"""

import math
from typing import Literal

from ...model.base import Value
from .cones import RADIUS, Degrees

Kind = Literal["equal-area", "conformal", "equidistant", "orthographic"]
FARTHEST = 179.9
"""Degrees from the centre beyond which a point has no place; for the orthographic it is the limb."""


class Azimuthal(Value, frozen=True, kw_only=True):
    """A plane that touches the sphere at (`meridian`, `latitude`)."""

    kind: Kind
    meridian: float
    latitude: float

    def point(self, lon: float, lat: float) -> Degrees:
        """Return x and y in km from degrees; what lies behind a globe is put on its limb."""
        turn, up, here = math.radians(lon - self.meridian), math.radians(lat), math.radians(self.latitude)
        cosine = math.sin(here) * math.sin(up) + math.cos(here) * math.cos(up) * math.cos(turn)
        east = math.cos(up) * math.sin(turn)
        north = math.cos(here) * math.sin(up) - math.sin(here) * math.cos(up) * math.cos(turn)
        far = math.hypot(east, north)
        if far < 1e-12:
            return 0.0, 0.0
        rho = self._radius(min(math.atan2(far, cosine), math.radians(FARTHEST)))
        return rho * east / far, rho * north / far

    def degrees(self, x: float, y: float) -> Degrees:
        """Return longitude, near the centre's, and latitude from km."""
        rho = math.hypot(x, y)
        if rho < 1e-9:
            return self.meridian, self.latitude
        angle, here = self._angle(rho), math.radians(self.latitude)
        sine = math.cos(angle) * math.sin(here) + y * math.sin(angle) * math.cos(here) / rho
        down = rho * math.cos(here) * math.cos(angle) - y * math.sin(here) * math.sin(angle)
        turn = math.degrees(math.atan2(x * math.sin(angle), down))
        return self.meridian + turn, math.degrees(math.asin(max(-1.0, min(1.0, sine))))

    def _radius(self, angle: float) -> float:
        """Return the distance from the centre, in km, of what is `angle` away on the sphere."""
        match self.kind:
            case "equal-area":
                return 2 * RADIUS * math.sin(angle / 2)
            case "conformal":
                return 2 * RADIUS * math.tan(min(angle, 3.0) / 2)
            case "equidistant":
                return RADIUS * angle
            case "orthographic":
                return RADIUS * math.sin(min(angle, math.pi / 2))

    def _angle(self, rho: float) -> float:
        match self.kind:
            case "equal-area":
                return 2 * math.asin(min(1.0, rho / (2 * RADIUS)))
            case "conformal":
                return 2 * math.atan(rho / (2 * RADIUS))
            case "equidistant":
                return rho / RADIUS
            case "orthographic":
                return math.asin(min(1.0, rho / RADIUS))
