"""The part of the world that a map shows where its author gave none, and what of it must be whole."""

from ...model.maps import Choropleth, Frame, Locator, Map, PlacesMap
from . import atlas
from .view import Bounds, Purpose

NEAR = 6.0
"""Degrees about a lone point."""
AROUND = 0.03
"""The share of a frame about each point that must not be cropped."""
LEAST_SHOWN = 30.0
"""Square em that a country must show to be named for orientation."""
FOCUS = "focus"
"""The category of what a map without a key is about, whatever its fill."""
WIDER = 0.3
"""What a locator shows about its region, as a share of it on each side."""


def frame(figure: Map) -> Frame:
    """Return a map's frame: its own, or one about its states with a category, its points and its callouts."""
    if figure.frame is not None:
        return figure.frame
    name = figure.words.id
    boxes = [atlas.country(name, a.iso).body for a in figure.areas if a.category is not None]
    points: list[Bounds] = [(s.lon, s.lat, s.lon, s.lat) for s in figure.spots]
    if not boxes and len(points) == 1:
        points = [(points[0][0] - NEAR, points[0][1] - NEAR, points[0][0] + NEAR, points[0][1] + NEAR)]
    return atlas.frame_around([*boxes, *points], WIDER if isinstance(figure, Locator) else atlas.ROOM)


def purpose(figure: Map) -> Purpose:
    """Return what a map's projection must keep: filled states weigh what they are, places lie where they are."""
    return "areas" if isinstance(figure, Choropleth) else "shapes"


def whole(figure: Map) -> tuple[Bounds, ...]:
    """Return the boxes of what a low map must not crop: states in focus, the middles of others, points."""
    shown, name = frame(figure), figure.words.id
    roles = {c.id: c.role for c in figure.categories}
    (west, east), (south, north) = shown.lon, shown.lat
    x, y = AROUND * (east - west), AROUND * (north - south)
    boxes: list[Bounds] = []
    for area in (a for a in figure.areas if a.category is not None):
        body = atlas.country(name, area.iso).body
        if roles.get(str(area.category)) == "focus" or area.category == FOCUS:
            boxes.append(body)
            continue
        turn = next((t for t in (0, 360, -360) if body[0] + t < east and west < body[2] + t), 0)
        lon = (max(body[0] + turn, west) + min(body[2] + turn, east)) / 2
        lat = (max(body[1], south) + min(body[3], north)) / 2
        boxes.append((lon - x, lat - y, lon + x, lat + y))
    if isinstance(figure, Locator | PlacesMap):
        boxes += [(s.lon - x, s.lat - y, s.lon + x, s.lat + y) for s in figure.spots if not s.capital]
    return tuple(boxes)


def topic(figure: Map, scale: float, text: float) -> frozenset[str]:
    """Return the states that a map of a scale (points per km) speaks of, whose unsettled lines it draws.

    A map that names countries for orientation speaks of those that are large enough.
    """
    named = frozenset(a.iso for a in figure.areas)
    if not figure.ground.orient:
        return named
    least = LEAST_SHOWN * (text / scale) ** 2
    return named | {iso for iso, country in atlas.countries().items() if country.km2 >= least}
