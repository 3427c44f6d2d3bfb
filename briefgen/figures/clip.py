"""Cutting shapes to a clip, geometrically."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path as Outline
from shapely.geometry.base import BaseGeometry

from ..model.scene import Command
from .outline import polylines


class Clips:
    """The clip regions met so far, by what defines them: figures repeat theirs for every artist."""

    def __init__(self) -> None:
        self.known: dict[Any, BaseGeometry] = {}

    def region(self, gc: Any) -> BaseGeometry | None:
        """Return the region of a graphics context's clip, None where there is no clip."""
        rectangle, (path, transform) = gc.get_clip_rectangle(), gc.get_clip_path()
        if rectangle is None and path is None:
            return None
        outline = None if path is None else (path.vertices.tobytes(), transform.get_matrix().tobytes())
        key = (None if rectangle is None else rectangle.bounds, outline)
        if key not in self.known:
            region = None if rectangle is None else shapely.box(*rectangle.extents)
            if path is not None:
                inside = area(path.to_polygons(transform))
                region = inside if region is None else region.intersection(inside)
            shapely.prepare(region)
            self.known[key] = region
        return self.known[key]


def box(path: Any, transform: Any) -> BaseGeometry | None:
    """Return the bounding box of a path; closing vertices do not count, being often (0, 0)."""
    vertices = path.vertices if path.codes is None else path.vertices[path.codes != Outline.CLOSEPOLY]
    moved = transform.transform(vertices)
    moved = moved[np.isfinite(moved).all(axis=1)]
    return shapely.box(*moved.min(axis=0), *moved.max(axis=0)) if len(moved) else None


def area(rings: Iterable[Any]) -> BaseGeometry:
    """Return the area that rings enclose by the even-odd rule."""
    out: BaseGeometry = shapely.Polygon()
    for ring in rings:
        if len(ring) > 3:
            out = out.symmetric_difference(_valid(ring))
    return out


def cut_fill(rings: Iterable[Any], region: BaseGeometry) -> tuple[Command, ...]:
    """Return the part of an even-odd fill that lies in the region.

    (A xor B) and C is (A and C) xor (B and C): rings are cut one by one, and nobody has to find the holes.
    """
    cut: list[Any] = []
    for ring in rings:
        if len(ring) > 3:
            for part in pieces(_valid(ring).intersection(region), "Polygon"):
                cut += [part.exterior.coords, *(hole.coords for hole in part.interiors)]
    return polylines(cut, close=True)


def cut_stroke(lines: Iterable[Any], region: BaseGeometry) -> tuple[Command, ...]:
    """Return the parts of lines that lie in the region."""
    whole = shapely.MultiLineString([line for line in lines if len(line) > 1])
    return polylines(part.coords for part in joined(whole.intersection(region)))


def joined(lines: BaseGeometry) -> list[Any]:
    """Return lines with their touching ends joined, long ones first made as long as they can be."""
    merged = shapely.line_merge(shapely.MultiLineString(pieces(lines, "LineString")))
    return pieces(merged, "LineString")


def pieces(geometry: BaseGeometry, kind: str) -> list[Any]:
    """Return the members of one kind ("Polygon", "LineString") at any depth."""
    if geometry.geom_type == kind:
        return [] if geometry.is_empty else [geometry]
    members = getattr(geometry, "geoms", ())
    return [piece for member in members for piece in pieces(member, kind)]


def _valid(ring: Any) -> BaseGeometry:
    polygon = shapely.Polygon(ring)
    return polygon if polygon.is_valid else shapely.make_valid(polygon)
