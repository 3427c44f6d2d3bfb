"""What part of the world a map shows at a given size: projection, scale and place, without any geometry."""

from ..model.base import Value
from ..model.maps import Choropleth, Frame
from . import atlas
from .albers import Albers, albers

WIDEST = 1.45
"""A map shows at most this many times its frame's width; a lower target crops the frame instead."""
MARGIN = 3.0
"""Points between the focus country and the edge of the map."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees; or left, bottom, right, top in points."""


class View(Value, frozen=True, kw_only=True):
    """A window of `width` by `height` points on a projected world; `scale` in points per km."""

    projection: Albers
    scale: float
    left: float
    bottom: float
    width: float
    height: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a place's x and y in points from the lower left corner."""
        x, y = self.projection.point(lon, lat)
        return (x - self.left) * self.scale, (y - self.bottom) * self.scale

    def shows(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Tell whether a place lies in the window, `margin` points from its edge."""
        x, y = self.point(lon, lat)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def bounds(self) -> Bounds:
        """Return the degrees that hold the window, with a degree to spare."""
        steps = [k / 24 for k in range(25)]
        edge = [(self.width * s, y) for s in steps for y in (0.0, self.height)]
        edge += [(x, self.height * s) for s in steps for x in (0.0, self.width)]
        places = [self.projection.degrees(x / self.scale + self.left, y / self.scale + self.bottom) for x, y in edge]
        lons, lats = [p[0] for p in places], [p[1] for p in places]
        return min(lons) - 1, max(-90.0, min(lats) - 1), max(lons) + 1, min(90.0, max(lats) + 1)


def view(figure: Choropleth, width: float, height: float) -> View:
    """Return the window that shows the figure's frame; what is too low shows less of it, the focus whole.

    The figure must have passed `mapcheck.check`.
    """
    frame = figure.frame
    projection = albers(frame.lon, frame.lat)
    across, up = _extent(projection, frame)
    scale = max(min(width / across, height / up), width / (across * WIDEST))
    centre = height / scale / 2
    box = _focus(figure, projection)
    if box is not None:
        room = min((width - 2 * MARGIN) / (box[2] - box[0]), (height - 2 * MARGIN) / (box[3] - box[1]))
        scale = min(scale, room)
        centre = height / scale / 2
    x, y = projection.point(projection.meridian, sum(frame.lat) / 2)
    if box is not None:
        slack = height / scale / 2 - MARGIN / scale
        y = min(max(y, box[3] - slack), box[1] + slack)
    return View(
        projection=projection,
        scale=scale,
        left=x - width / scale / 2,
        bottom=y - centre,
        width=width,
        height=height,
    )


def proportion(figure: Choropleth) -> float:
    """Return the height of the figure's frame as a share of its width."""
    frame = figure.frame
    across, up = _extent(albers(frame.lon, frame.lat), frame)
    return up / across


def _extent(projection: Albers, frame: Frame) -> tuple[float, float]:
    """Return a frame's width at its middle latitude and height at its middle meridian, in km."""
    (west, east), (south, north) = frame.lon, frame.lat
    middle = (south + north) / 2
    across = projection.point(east, middle)[0] - projection.point(west, middle)[0]
    up = projection.point(projection.meridian, north)[1] - projection.point(projection.meridian, south)[1]
    return across, up


def _focus(figure: Choropleth, projection: Albers) -> Bounds | None:
    """Return the box of the countries in focus, in km, cut to the frame that the author chose."""
    roles = {c.id: c.role for c in figure.categories}
    boxes = []
    for area in figure.areas:
        if area.category is None or roles.get(area.category) != "focus":
            continue
        west, south, east, north = atlas.country(figure.words.id, area.iso).bounds
        (left, right), (low, high) = figure.frame.lon, figure.frame.lat
        west, south, east, north = max(west, left), max(south, low), min(east, right), min(north, high)
        if west < east and south < north:
            steps = [k / 8 for k in range(9)]
            lons, lats = [west + (east - west) * s for s in steps], [south + (north - south) * s for s in steps]
            places = [projection.point(lon, lat) for lon in lons for lat in lats]
            xs, ys = [p[0] for p in places], [p[1] for p in places]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if not boxes:
        return None
    return (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    )  # fmt: skip
