"""The vendored map layers, cut to a view and projected into its points."""

import gzip
from functools import cache
from typing import Any, NamedTuple, assert_never

import cartopy.crs as crs
import msgspec
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...model.base import Value
from ...resources import asset
from ..clip import pieces
from .azimuthal import Azimuthal
from .cones import RADIUS, Albers, Lambert
from .view import Bounds, Projection, View
from .worldwide import EqualEarth

LAYERS = (
    *("countries-10m", "countries-50m", "countries-110m", "boundaries-10m", "boundaries-50m", "disputed"),
    *("lakes-10m", "lakes-50m", "rivers-10m", "rivers-50m", "provinces"),
)
THOUSANDTHS = 1000
"""A layer's units in a degree."""
MARGIN = 24.0
"""Points beyond the window that are kept, so that simplifying does not move what is seen at its edge."""
FINEST = 0.4
"""Points per km from which a map takes the layers of 1:10 million instead of 1:50 million."""
CURVE = 1.0
"""Degrees of the longest straight piece of a projected line."""


class Feature(Value, frozen=True, kw_only=True):
    """One record of a layer: `rings` are the points of each ring of each polygon, or of each `line`.

    `starts` are 32-bit, `steps` 16-bit integers of thousandths of a degree, x before y; of the steps, all low bytes
    come before all high ones. Other fields are as the layer has them.
    """

    line: bool
    bounds: Bounds
    rings: tuple[tuple[int, ...], ...]
    starts: bytes
    steps: bytes
    id: str = ""
    iso: str = ""
    name: str = ""
    rank: int = 0


class Shape(NamedTuple):
    """A feature in a view's points."""

    feature: Feature
    geometry: BaseGeometry


@cache
def layer(name: str) -> tuple[Feature, ...]:
    """Return the records of a layer."""
    packed = gzip.decompress(asset("geodata", f"{name}.msgpack.gz").read_bytes())
    return msgspec.msgpack.decode(packed, type=tuple[Feature, ...])


@cache
def degrees(feature: Feature) -> BaseGeometry:
    """Return a feature's polygons or lines in degrees."""
    counts = [n for shape in feature.rings for n in shape]
    starts = np.frombuffer(feature.starts, dtype="<i4").reshape(-1, 2)
    planes = np.frombuffer(feature.steps, dtype=np.uint8).reshape(2, -1)
    steps = np.ascontiguousarray(planes.T).view("<i2").reshape(2, -1)
    run = np.cumsum(steps, axis=1, dtype=np.int64).T
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    points = (run + np.repeat(starts - run[first], counts, axis=0)) / THOUSANDTHS
    which = np.repeat(np.arange(len(counts)), counts)
    if feature.line:
        return shapely.multilinestrings(shapely.linestrings(points, indices=which))
    rings = shapely.linearrings(points, indices=which)
    of = np.repeat(np.arange(len(feature.rings)), [len(shape) for shape in feature.rings])
    return shapely.multipolygons(shapely.polygons(rings, indices=of))


def detail(view: View) -> str:
    """Return the scale of the layers that a view needs."""
    return "10m" if view.scale >= FINEST else "50m"


def shapes(name: str, view: View) -> list[Shape]:
    """Return what a view shows of a layer and `MARGIN` beyond, projected, in the layer's order.

    Shapes are cut in degrees first, where the date line is no more than a turn of 360: the layers end at it, and
    the halves of what lies across it are joined again.
    """
    window = view.bounds()
    frame = shapely.box(-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN)
    shown: list[Feature] = []
    whole: list[BaseGeometry] = []
    for feature in layer(name):
        turns = [turn for turn in (-360, 0, 360) if _meet(feature.bounds, window, turn)]
        if turns:
            parts = [cut(degrees(feature), turn, window) for turn in turns]
            shown.append(feature)
            whole.append(parts[0] if len(parts) == 1 else shapely.union_all(parts))
    # one call for all: a call for each shape costs more than its work
    moved = shapely.transform(shapely.segmentize(whole, CURVE), lambda xy: project(xy, view))
    broken = ~shapely.is_valid(moved)
    moved[broken] = shapely.make_valid(moved[broken])
    seen = shapely.intersection(moved, frame)
    return [Shape(f, g) for f, g in zip(shown, seen, strict=True) if not g.is_empty]


def cut(geometry: BaseGeometry, turn: float, window: Bounds) -> BaseGeometry:
    """Return what lies in a window of degrees of a geometry moved by whole turns."""
    moved = geometry if turn == 0 else shapely.transform(geometry, lambda xy: xy + np.array([turn, 0.0]))
    return shapely.clip_by_rect(moved, *window)


def project(points: Any, view: View) -> Any:
    """Return an array of points from an array of longitudes and latitudes, as `View.point` does one by one."""
    system, sphere = systems(view.projection)
    metres = system.transform_points(sphere, points[:, 0], points[:, 1])
    x, y = metres[:, 0] / 1000, metres[:, 1] / 1000
    if isinstance(view.projection, EqualEarth):  # PROJ takes the eastern edge of the world to be the western one
        edge = (points[:, 0] >= view.projection.meridian + 180 - 1e-9) & (x < 0)
        x = np.where(edge, -x, x)
    return np.column_stack([(x - view.left) * view.scale, (y - view.bottom) * view.scale])


@cache
def systems(projection: Projection) -> tuple[crs.CRS, crs.CRS]:
    """Return cartopy's projection with the constants of ours, and the degrees of the same sphere."""
    globe = crs.Globe(ellipse=None, semimajor_axis=RADIUS * 1000, semiminor_axis=RADIUS * 1000)
    centre = {"central_longitude": projection.meridian, "central_latitude": projection.latitude, "globe": globe}
    sphere = crs.PlateCarree(globe=globe)
    match projection:
        case Albers():
            return crs.AlbersEqualArea(**centre, standard_parallels=projection.parallels), sphere
        case Lambert():
            cutoff = -80 if projection.cone > 0 else 80
            return crs.LambertConformal(**centre, standard_parallels=projection.parallels, cutoff=cutoff), sphere
        case Azimuthal(kind="equal-area"):
            return crs.LambertAzimuthalEqualArea(**centre), sphere
        case Azimuthal(kind="conformal"):
            return crs.Stereographic(**centre), sphere
        case Azimuthal(kind="equidistant"):
            return crs.AzimuthalEquidistant(**centre), sphere
        case Azimuthal():
            return crs.Orthographic(**centre), sphere
        case EqualEarth():
            return crs.EqualEarth(central_longitude=projection.meridian, globe=globe), sphere
        case _:
            assert_never(projection)


def polygonal(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry, without the lines and points that cutting leaves."""
    return shapely.MultiPolygon(pieces(geometry, "Polygon"))


def linear(geometry: BaseGeometry) -> BaseGeometry:
    """Return the lines of a geometry, joined where they meet."""
    return shapely.line_merge(shapely.MultiLineString(pieces(geometry, "LineString")))


def _meet(a: Bounds, b: Bounds, turn: float) -> bool:
    return a[0] + turn <= b[2] and b[0] <= a[2] + turn and a[1] <= b[3] and b[1] <= a[3]
