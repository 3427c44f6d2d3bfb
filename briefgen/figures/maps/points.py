"""A map's points: markers that nothing may hide, with names, numbers or what happened there beside them."""

import shapely
from shapely.geometry.base import BaseGeometry

from ...model.maps import Map, Spot
from ...model.theme import Theme
from . import candidates, told
from .finder import Finder
from .labels import SUBJECT, Labels, marked
from .leading import led_to
from .placing import Place
from .view import View

SAME = 0.35
"""Points so near to one another, in em, have one marker and one label."""
LED = 2.0
"""Cost of leading a block of words to quiet ground."""


class Point:
    """One marker: the spots that fall on it, and where it stands."""

    def __init__(self, spots: list[tuple[int, Spot]], at: tuple[float, float]) -> None:
        self.spots, self.at = spots, at


def found(figure: Map, window: View, size: float) -> tuple[list[Point], list[str]]:
    """Return the markers that a window shows, and the names of places beyond its edge, but for capitals."""
    out: list[Point] = []
    beyond = []
    for number, spot in enumerate(figure.spots, 1):
        if not window.shows(spot.lon, spot.lat, margin=0.6 * size):
            beyond += [] if spot.capital else [spot.name]
            continue
        x, y = window.point(spot.lon, spot.lat)
        near = next((p for p in out if abs(p.at[0] - x) < SAME * size and abs(p.at[1] - y) < SAME * size), None)
        if near:
            near.spots.append((number, spot))
        else:
            out.append(Point([(number, spot)], (x, y)))
    return out, beyond


def ask(
    points: list[Point], labels: Labels, finder: Finder, shapes: list[BaseGeometry], theme: Theme, *, numbered: bool
) -> None:
    """Ask for the words of every point; those of a map of places are needed, capitals are not."""
    needed = not all(spot.capital for p in points for _, spot in p.spots)
    for point in points:
        place = shapely.Point(point.at)
        home = next((s for s in shapes if s.contains(place)), None)
        spots = [spot for _, spot in point.spots]
        name = ", ".join(s.name for s in spots)
        capital = all(s.capital for s in spots)

        def symbol(_: Place, p: Point = point, square: bool = capital) -> None:
            labels.marker(*p.at, capital=square)

        if numbered:
            lines = (", ".join(str(n) for n, _ in point.spots),)
            labels.spot(name, lines, point.at, home, symbol, needed=True, bold=True)
        elif any(s.events for s in spots):
            _happened(point, home, labels, finder, theme)
        else:
            must = needed and not capital
            labels.spot(name, tuple(s.name for s in spots), point.at, home, symbol, needed=must)


def _happened(point: Point, home: BaseGeometry | None, labels: Labels, finder: Finder, theme: Theme) -> None:
    """Ask for a block that tells what happened at a point."""
    name = ", ".join(s.name for _, s in point.spots)
    block = told.told(name, [e for _, s in point.spots for e in s.events], finder.letters, finder.size)
    own = home if home is not None else shapely.Point(point.at)
    places = (
        *candidates.spot(finder, block.lines, block.wide, point.at, home, labels.inks()),
        *led_to(finder, [(block.wide, block.lines)], point.at, own, labels.inks(), LED),
    )

    def draw(place: Place) -> None:
        with labels.sheet.group(f"Place {name}"):
            labels.thread(place)
            labels.marker(*point.at, capital=False)
            told.draw(block, place, labels, theme)

    labels.wish(name, places, SUBJECT, True, draw, marker=marked(point.at, finder.size))
