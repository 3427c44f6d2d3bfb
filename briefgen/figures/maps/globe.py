"""An inset: the globe from above a map's frame, its frame marked."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...model.colour import mix
from ...model.theme import Theme
from ..sheet import Sheet
from .azimuthal import Azimuthal
from .basemap import STROKE, rings
from .cones import RADIUS
from .geodata import degrees, layer, systems
from .ground import Ground
from .raster import Box
from .view import View

SHARE, LEAST, MOST = 0.13, 24.0, 62.0
"""Radius as a share of the map's width, and its bounds in points."""
GAP = 6.0
DETAIL = 0.5
"""Degrees of the smallest bend of a coast that a globe of this size shows."""
STEPS = 24


def radius(width: float, height: float) -> float:
    """Return the radius of the globe on a map of a size."""
    return max(LEAST, min(MOST, SHARE * width, 0.22 * height))


def corner(ground: Ground, half: float, markers: Sequence[Box] = ()) -> Box:
    """Return the corner of the map where the globe hides least, of those where it hides no marker if there are any."""
    wide, high, across = ground.width, ground.height, 2 * half
    boxes = [
        (wide - GAP - across, high - GAP - across, wide - GAP, high - GAP),
        (GAP, high - GAP - across, GAP + across, high - GAP),
        (wide - GAP - across, GAP, wide - GAP, GAP + across),
        (GAP, GAP, GAP + across, GAP + across),
    ]
    busy = ground.subject.share(boxes) + ground.open.share(boxes)
    hidden = [sum(_meet(box, marker) for marker in markers) for box in boxes]
    return boxes[min(range(4), key=lambda k: (hidden[k], round(float(busy[k]), 2), k))]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def draw(sheet: Sheet, box: Box, window: View, theme: Theme) -> None:
    """Draw the globe in a box, turned to the middle of the window, whose edge is outlined on it."""
    lon, lat = window.degrees(window.width / 2, window.height / 2)
    globe = Azimuthal(kind="orthographic", meridian=round((lon + 180) % 360 - 180, 1), latitude=round(lat, 1))
    x, y, radius = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, (box[2] - box[0]) / 2
    scale = radius / RADIUS
    land = shapely.transform(_land(globe), lambda xy: xy / 1000 * scale + np.array([x, y]))
    edge = mix(theme.colour.mute, theme.map.sea, 0.6)
    with sheet.group("Inset globe"):
        sheet.disc("Globe", x, y, radius, theme.map.sea, edge=edge, width=0.5)
        sheet.area("Land", rings(land), mix(theme.colour.bar, theme.map.land, 0.55))
        frame = [(a * scale + x, b * scale + y) for a, b in _edge(globe, window)]
        sheet.line("Frame", [[*frame, frame[0]]], theme.map.line, 3 * STROKE, join="miter")
        sheet.line("Frame line", [[*frame, frame[0]]], theme.colour.accent, 1.4 * STROKE, join="miter")


def _edge(globe: Azimuthal, window: View) -> list[tuple[float, float]]:
    """Return the window's edge on the globe, in km from its centre."""
    w, h = window.width, window.height
    steps = [k / STEPS for k in range(STEPS)]
    around = [(w * s, 0.0) for s in steps] + [(w, h * s) for s in steps]
    around += [(w * (1 - s), h) for s in steps] + [(0.0, h * (1 - s)) for s in steps]
    return [globe.point(*window.degrees(px, py)) for px, py in around]


@cache
def _coasts() -> BaseGeometry:
    """Return all land in degrees, as a small globe shows it."""
    land = shapely.union_all([degrees(f) for f in layer("countries-110m")])
    return shapely.simplify(land, DETAIL)


def _land(globe: Azimuthal) -> BaseGeometry:
    """Return the land of the near half in metres; cartopy cuts it at the limb."""
    system, sphere = systems(globe)
    found = system.project_geometry(_coasts(), sphere)
    return found if found.is_valid else shapely.make_valid(found)
