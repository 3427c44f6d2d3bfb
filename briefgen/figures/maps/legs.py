"""Distances: small maps of one scale and bars beneath them, without geometry."""

import math

from ...model.base import Value
from ...model.maps import Distances, Leg
from ..faces import Lettering
from .azimuthal import Azimuthal
from .view import View

GUTTER = 1.2
"""Em between maps."""
LOWEST, TALLEST = 0.5, 0.95
"""A map's height as a share of its width."""
ROOM = 0.7
"""The share of a map's width and height that the longest distance takes."""
PITCH, BAR, HEAD = 2.75, 0.62, 1.1
"""Em from bar to bar, of a bar's thickness, and above the first."""
FOOT = 0.3
"""Em below the last bar, for what hangs from its words."""
LONGEST = 0.7
"""The share of the width that the longest bar takes."""
MOST = 2
"""Maps side by side."""


class Plan(Value, frozen=True, kw_only=True):
    """Maps in rows, and the bars below; `least` and `most` are the heights of a map."""

    columns: int
    rows: int
    width: float
    text: float
    bars: float
    least: float
    most: float

    def height(self, tall: float) -> float:
        """Return the height of everything where each map is so tall."""
        return self.rows * tall + (self.rows - 1) * GUTTER * self.text + self.bars

    def map_height(self, height: float) -> float:
        """Return how tall each map is where everything has a height."""
        return (height - self.height(0.0)) / self.rows


def plan(figure: Distances, width: float, text: float, letters: Lettering) -> Plan:
    """Return the maps' rows at a width and a size of type."""
    count = len(figure.legs)
    columns = min(count, MOST)
    wide = (width - (columns - 1) * GUTTER * text) / columns
    low = LOWEST if columns > 1 else LOWEST / 2
    high = TALLEST if columns > 1 else TALLEST / 2
    bars = (HEAD + PITCH * count + FOOT) * text
    return Plan(
        columns=columns,
        rows=-(-count // columns),
        width=wide,
        text=text,
        bars=bars,
        least=low * wide,
        most=high * wide,
    )


def windows(figure: Distances, found: Plan, tall: float) -> tuple[View, ...]:
    """Return a window for each distance, all of one scale: about its middle, from where distances are true."""
    planes = [Azimuthal(kind="equidistant", meridian=m[0], latitude=m[1]) for m in map(middle, figure.legs)]
    scale = min(_scale(leg, plane, found.width, tall) for leg, plane in zip(figure.legs, planes, strict=True))
    return tuple(
        View(
            projection=plane,
            scale=scale,
            left=-found.width / scale / 2,
            bottom=-tall / scale / 2,
            width=found.width,
            height=tall,
        )
        for plane in planes
    )


def middle(leg: Leg) -> tuple[float, float]:
    """Return the longitude and latitude half way along a great circle."""
    vectors = []
    for spot in (leg.start, leg.end):
        lon, lat = math.radians(spot.lon), math.radians(spot.lat)
        vectors.append((math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)))
    x, y, z = (a + b for a, b in zip(*vectors, strict=True))
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _scale(leg: Leg, plane: Azimuthal, wide: float, tall: float) -> float:
    (x0, y0), (x1, y1) = (plane.point(spot.lon, spot.lat) for spot in (leg.start, leg.end))
    across, up = abs(x1 - x0), abs(y1 - y0)
    return min(ROOM * wide / max(across, 1.0), ROOM * tall / max(up, 1.0))
