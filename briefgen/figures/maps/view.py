"""What part of the world a map shows at a given size: projection, scale and place, without any geometry."""

import math
from collections.abc import Iterable, Sequence
from typing import Literal

from ...model.base import Value
from ...model.maps import Frame
from .azimuthal import Azimuthal
from .cones import RADIUS, Albers, Lambert, albers, lambert
from .worldwide import EqualEarth

Projection = Albers | Lambert | Azimuthal | EqualEarth
Purpose = Literal["areas", "shapes"]
"""What a projection must keep: areas where they are filled, shapes where places are looked for."""

WIDEST = 1.45
"""A map shows at most this many times its frame's width; a lower target crops the frame instead."""
MARGIN = 3.0
"""Points between what is to be whole and the edge of the map."""
CONE_WIDEST = 160.0
"""Degrees of longitude that a cone is used for; beyond, a frame is of the world or of a pole."""
CONE_HIGHEST = 85.0
"""Degrees of latitude beyond which a frame is of a pole."""
POLAR_LOWEST = 45.0
"""A frame about a pole does not reach nearer to the equator."""
STEPS = 24

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees; or left, bottom, right, top in points."""


class View(Value, frozen=True, kw_only=True):
    """A window of `width` by `height` points on a projected world; `scale` in points per km of the projection."""

    projection: Projection
    scale: float
    left: float
    bottom: float
    width: float
    height: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a place's x and y in points from the lower left corner."""
        x, y = self.projection.point(lon, lat)
        return (x - self.left) * self.scale, (y - self.bottom) * self.scale

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a point."""
        return self.projection.degrees(x / self.scale + self.left, y / self.scale + self.bottom)

    def shows(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Tell whether a place lies in the window, `margin` points from its edge."""
        x, y = self.point(lon, lat)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def bounds(self) -> Bounds:
        """Return the degrees that hold the window, with a degree to spare; east may be beyond 180."""
        meridian = self.projection.meridian
        if isinstance(self.projection, EqualEarth):
            return meridian - 180, -90.0, meridian + 180, 90.0
        steps = [k / STEPS for k in range(STEPS + 1)]
        edge = [(self.width * s, y) for s in steps for y in (0.0, self.height)]
        edge += [(x, self.height * s) for s in steps for x in (0.0, self.width)]
        places = [self.degrees(x, y) for x, y in edge]
        lons, lats = [p[0] for p in places], [p[1] for p in places]
        west, east = max(min(lons) - 1, meridian - 180), min(max(lons) + 1, meridian + 180)
        south, north = min(lats) - 1, max(lats) + 1
        for pole in (-90.0, 90.0):
            if self.shows(meridian, pole):
                west, east = meridian - 180, meridian + 180
                south, north = min(south, pole), max(north, pole)
        return west, max(-90.0, south), east, min(90.0, north)

    def scale_here(self) -> float:
        """Return points per km on the ground at the middle of the window, along its width."""
        x, y = self.width / 2, self.height / 2
        return 2.0 / ground(self.degrees(x - 1, y), self.degrees(x + 1, y))


def projection(frame: Frame, purpose: Purpose) -> Projection:
    """Return the projection for a frame: a cone for a region, a plane for a pole, Equal Earth for the world."""
    west, east = frame.lon
    polar = polar_frame(frame)
    if polar:
        kind: Literal["equal-area", "conformal"] = "equal-area" if purpose == "areas" else "conformal"
        return Azimuthal(kind=kind, meridian=(west + east) / 2, latitude=polar)
    if east - west > CONE_WIDEST:
        return EqualEarth(meridian=(west + east) / 2)
    return albers(frame.lon, frame.lat) if purpose == "areas" else lambert(frame.lon, frame.lat)


def polar_frame(frame: Frame) -> float:
    """Return the latitude of the pole that a frame is about, or 0 where it is about none."""
    (west, east), (south, north) = frame.lon, frame.lat
    wide = east - west > CONE_WIDEST
    if south >= POLAR_LOWEST and (wide or north > CONE_HIGHEST):
        return 90.0
    if north <= -POLAR_LOWEST and (wide or south < -CONE_HIGHEST):
        return -90.0
    return 0.0


def view(frame: Frame, purpose: Purpose, size: tuple[float, float], whole: Sequence[Bounds] = ()) -> View:
    """Return the window of a size, in points, that shows a frame; what is too low shows less of it.

    `whole` are boxes in degrees that must not be cropped. The frame must have passed `mapcheck`.
    """
    width, height = size
    made = projection(frame, purpose)
    left, bottom, right, top = _extent(made, frame)
    across, up = right - left, top - bottom
    scale = max(min(width / across, height / up), width / (across * WIDEST))
    if isinstance(made, EqualEarth):
        scale = min(width / across, height / up)  # the world is never cropped
    x, y = (left + right) / 2, (bottom + top) / 2
    box = _box(made, whole, frame)
    if box is not None:
        room = min((width - 2 * MARGIN) / (box[2] - box[0]), (height - 2 * MARGIN) / (box[3] - box[1]))
        scale = min(scale, room)
        aside, slack = (side / scale / 2 - MARGIN / scale for side in (width, height))
        x = min(max(x, box[2] - aside), box[0] + aside)
        y = min(max(y, box[3] - slack), box[1] + slack)
    return View(
        projection=made,
        scale=scale,
        left=x - width / scale / 2,
        bottom=y - height / scale / 2,
        width=width,
        height=height,
    )


def proportion(frame: Frame, purpose: Purpose) -> float:
    """Return the height of a frame as a share of its width."""
    left, bottom, right, top = _extent(projection(frame, purpose), frame)
    return (top - bottom) / (right - left)


def ground(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the km between two places (longitude, latitude) that are not far apart."""
    (lon1, lat1), (lon2, lat2) = ((math.radians(v) for v in place) for place in (one, other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(half))


def _extent(made: Projection, frame: Frame) -> Bounds:
    """Return a frame's box in km: of a cone by its middle lines, of a pole or the world by all of its edge."""
    (west, east), (south, north) = frame.lon, frame.lat
    if isinstance(made, Albers | Lambert):
        middle = (south + north) / 2
        across = (made.point(west, middle)[0], made.point(east, middle)[0])
        up = (made.point(made.meridian, south)[1], made.point(made.meridian, north)[1])
        return across[0], up[0], across[1], up[1]
    steps = [k / STEPS for k in range(STEPS + 1)]
    places = [made.point(west + (east - west) * s, south + (north - south) * t) for s in steps for t in steps]
    return _around(places)


def _box(made: Projection, whole: Iterable[Bounds], frame: Frame) -> Bounds | None:
    """Return the box, in km, of what must not be cropped, so far as the frame that the author chose has it."""
    (left, right), (low, high) = frame.lon, frame.lat
    places = []
    for box in whole:
        for turn in (-360, 0, 360):
            west, east = max(box[0] + turn, left), min(box[2] + turn, right)
            south, north = max(box[1], low), min(box[3], high)
            if west < east and south < north:
                steps = [k / 8 for k in range(9)]
                places += [
                    made.point(west + (east - west) * s, south + (north - south) * t) for s in steps for t in steps
                ]
    return _around(places) if places else None


def _around(places: Sequence[tuple[float, float]]) -> Bounds:
    xs, ys = [p[0] for p in places], [p[1] for p in places]
    return min(xs), min(ys), max(xs), max(ys)
