"""The vendored map layers, cut to a view and projected into its points."""

import gzip
from functools import cache
from typing import Any, NamedTuple

import cartopy.crs as crs
import msgspec
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.base import Value
from ..resources import asset
from .albers import RADIUS, Albers
from .clip import pieces
from .view import Bounds, View

LAYERS = ("countries-50m", "boundaries-50m", "lakes-50m")
MARGIN = 24.0
"""Points beyond the window that are kept, so that simplifying does not move what is seen at its edge."""


class Feature(Value, frozen=True, kw_only=True):
    """One record of a layer; `shape` is well-known binary in degrees, the other fields as the layer has them."""

    bounds: Bounds
    wkb: bytes
    iso: str = ""
    name: str = ""
    kind: str = msgspec.field(default="", name="class")


class Shape(NamedTuple):
    """A feature in a view's points."""

    feature: Feature
    geometry: BaseGeometry


@cache
def layer(name: str) -> tuple[Feature, ...]:
    """Return the records of a layer."""
    return msgspec.msgpack.decode(
        gzip.decompress(asset("geodata", f"{name}.msgpack.gz").read_bytes()), type=tuple[Feature, ...]
    )


def shapes(name: str, view: View) -> list[Shape]:
    """Return what a view shows of a layer and `MARGIN` beyond, projected, in the layer's order.

    Shapes are cut in degrees first: what crosses the date line far away does no harm then.
    """
    window = view.bounds()
    frame = shapely.box(-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN)
    out = []
    for feature in layer(name):
        if not _meet(feature.bounds, window):
            continue
        geometry = shapely.from_wkb(feature.wkb)
        geometry = shapely.clip_by_rect(geometry, *window)
        geometry = shapely.transform(shapely.segmentize(geometry, 1.0), lambda xy: project(xy, view))
        geometry = _valid(geometry).intersection(frame)
        if not geometry.is_empty:
            out.append(Shape(feature, geometry))
    return out


def project(degrees: Any, view: View) -> Any:
    """Return an array of points from an array of longitudes and latitudes, as `View.point` does one by one."""
    projection, sphere = _systems(view.projection)
    metres = projection.transform_points(sphere, degrees[:, 0], degrees[:, 1])
    x, y = metres[:, 0] / 1000, metres[:, 1] / 1000
    return np.column_stack([(x - view.left) * view.scale, (y - view.bottom) * view.scale])


@cache
def _systems(cone: Albers) -> tuple[crs.CRS, crs.CRS]:
    """Return cartopy's projection with a cone's constants, and the degrees of the same sphere."""
    globe = crs.Globe(ellipse=None, semimajor_axis=RADIUS * 1000, semiminor_axis=RADIUS * 1000)
    projection = crs.AlbersEqualArea(
        central_longitude=cone.meridian,
        central_latitude=cone.latitude,
        standard_parallels=cone.parallels,
        globe=globe,
    )
    return projection, crs.PlateCarree(globe=globe)


def polygonal(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry, without the lines and points that cutting leaves."""
    return shapely.MultiPolygon(pieces(geometry, "Polygon"))


def linear(geometry: BaseGeometry) -> BaseGeometry:
    """Return the lines of a geometry, joined where they meet."""
    return shapely.line_merge(shapely.MultiLineString(pieces(geometry, "LineString")))


def _meet(a: Bounds, b: Bounds) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _valid(geometry: BaseGeometry) -> BaseGeometry:
    return geometry if geometry.is_valid else shapely.make_valid(geometry)
