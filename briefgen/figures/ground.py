"""What lies under a label: how much of a box is dark, hatched or of one country, and which lines it crosses."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.colour import luminance
from .placing import Box
from .territory import Territory

LAKE = 12.0
"""Lakes below this area, in square points, do not hinder a name."""
DARK = 0.2
"""Fills of less luminance take light ink."""


class Ground:
    """A map's fills and lines, prepared for many questions; `fills` and `hatched` are by ISO code."""

    def __init__(self, land: Territory, fills: Mapping[str, str], hatched: Sequence[str]) -> None:
        self.countries = {c.iso: c.geometry for c in land.countries if c.iso}
        self.fills = fills
        dark = [c.geometry for c in land.countries if luminance(fills[c.iso]) < DARK and c.iso not in hatched]
        self.dark = _prepared(shapely.union_all(dark))
        self.hatched = _prepared(shapely.union_all([c.geometry for c in land.countries if c.iso in hatched]))
        filled = [c.geometry for c in land.countries if c.iso in fills and fills[c.iso] != fills[""]]
        self.filled = _prepared(shapely.union_all(filled))
        lines = [land.outlines, land.borders, *(line.geometry for line in land.unsettled)]
        lines += [
            lake.boundary for _, lake in land.lakes if lake.area > LAKE
        ]  # a shore strikes a name as a border does
        self.open_lines = _prepared(
            shapely.union_all([line.geometry for line in land.unsettled if line.style != "solid"])
        )
        self.segments = _segments(lines)
        self.tree = shapely.STRtree(self.segments)
        for geometry in self.countries.values():
            shapely.prepare(geometry)

    def crossed(self, boxes: Any) -> Any:
        """Return the length of all lines inside each box."""
        out = np.zeros(len(boxes))
        if len(self.segments) and len(boxes):
            which, segment = self.tree.query(boxes, predicate="intersects")
            lengths = shapely.length(shapely.intersection(self.segments[segment], boxes[which]))
            np.add.at(out, which, lengths)
        return out

    def unsettled(self, corners: Sequence[Box], pad: float) -> Any:
        """Return which boxes come closer than `pad` to a dashed or dotted line."""
        grown = [(x0 - pad, y0 - pad, x1 + pad, y1 + pad) for x0, y0, x1, y1 in corners]
        return shapely.intersects(self.open_lines, boxes(grown))

    def holds(self, box: Box) -> bool:
        """Tell whether a state with a category lies in a box."""
        return bool(shapely.intersects(self.filled, shapely.box(*box)))

    def at(self, x: float, y: float) -> str:
        """Return the fill at a point: the country's, or the land's where there is none."""
        place = shapely.Point(x, y)
        iso = next((iso for iso, shape in self.countries.items() if shape.contains(place)), "")
        return self.fills[iso]


def boxes(corners: Sequence[Box]) -> Any:
    """Return boxes as an array of polygons."""
    c = np.asarray(corners, dtype=float).reshape(-1, 4)
    return shapely.box(c[:, 0], c[:, 1], c[:, 2], c[:, 3])


def share(geometry: BaseGeometry, found: Any) -> Any:
    """Return which part of each box lies in a (prepared) geometry, from 0 to 1."""
    out = np.zeros(len(found))
    if geometry.is_empty or not len(found):
        return out
    inside = shapely.contains(geometry, found)
    out[inside] = 1.0
    for k in np.flatnonzero(shapely.intersects(geometry, found) & ~inside):
        # clipping to a rectangle is several times faster than a general intersection
        out[k] = shapely.clip_by_rect(geometry, *found[k].bounds).area / found[k].area
    return out


def _prepared(geometry: BaseGeometry) -> BaseGeometry:
    shapely.prepare(geometry)
    return geometry


def _segments(lines: Sequence[BaseGeometry]) -> Any:
    """Return every straight piece of the lines as a line of its own."""
    parts = [p for line in lines for p in shapely.get_parts(line)]
    coordinates = [shapely.get_coordinates(p) for p in parts]
    pairs = [np.stack([c[:-1], c[1:]], axis=1) for c in coordinates if len(c) > 1]
    return shapely.linestrings(np.concatenate(pairs)) if pairs else np.empty(0, dtype=object)
