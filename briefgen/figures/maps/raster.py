"""Shapes in points as cells of a grid, and sums over boxes of cells in one step each."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from ..clip import pieces

Box = tuple[float, float, float, float]


class Grid:
    """A grid of square cells over a window of `width` by `height` points; row 0 is at the foot."""

    def __init__(self, width: float, height: float, cell: float) -> None:
        self.cell = cell
        self.cols, self.rows = max(1, int(np.ceil(width / cell))), max(1, int(np.ceil(height / cell)))

    def empty(self) -> Any:
        """Return a mask without cells."""
        return np.zeros((self.rows, self.cols), dtype=bool)

    def filled(self, geometry: BaseGeometry) -> tuple[slice, slice, Any]:
        """Return the rows, columns and mask of the cells that polygons cover."""
        if geometry.is_empty:
            return slice(0, 0), slice(0, 0), np.zeros((0, 0), dtype=bool)
        x0, y0, x1, y1 = (v / self.cell for v in geometry.bounds)
        left, foot = max(0, int(x0)), max(0, int(y0))
        right, top = min(self.cols, int(x1) + 1), min(self.rows, int(y1) + 1)
        image = Image.new("1", (max(1, right - left), max(1, top - foot)))
        pen = ImageDraw.Draw(image)
        for polygon in pieces(geometry, "Polygon"):
            for ring, ink in ((polygon.exterior, 1), *((hole, 0) for hole in polygon.interiors)):
                points = np.asarray(ring.coords) / self.cell - (left + 0.5, foot + 0.5)
                pen.polygon([(x, y) for x, y in points.tolist()], fill=ink)
        return slice(foot, foot + image.height), slice(left, left + image.width), np.asarray(image)

    def lined(self, lines: Iterable[Sequence[Any]], wide: float = 0.0) -> Any:
        """Return the cells that lines pass through, and those within `wide` points of them."""
        image = Image.new("1", (self.cols, self.rows))
        pen = ImageDraw.Draw(image)
        width = 1 + 2 * int(np.ceil(wide / self.cell))
        for line in lines:
            points = np.asarray(line)[:, :2] / self.cell - 0.5
            pen.line([(x, y) for x, y in points.tolist()], fill=1, width=width, joint="curve" if width > 2 else None)
        return np.array(image)

    def boxed(self, boxes: Iterable[Box], pad: float = 0.0) -> Any:
        """Return the cells that boxes touch, each grown by `pad` points."""
        out = self.empty()
        for x0, y0, x1, y1 in boxes:
            left, foot = max(0, int((x0 - pad) / self.cell)), max(0, int((y0 - pad) / self.cell))
            right, top = int(np.ceil((x1 + pad) / self.cell)), int(np.ceil((y1 + pad) / self.cell))
            out[foot : max(foot, top), left : max(left, right)] = True
        return out


class Sums:
    """A mask whose cells can be counted in any box at once."""

    def __init__(self, mask: Any, cell: float) -> None:
        self.cell = cell
        self.rows, self.cols = mask.shape
        self.table = np.zeros((self.rows + 1, self.cols + 1), dtype=np.int32)
        np.cumsum(np.cumsum(mask, axis=0, dtype=np.int32), axis=1, out=self.table[1:, 1:])

    def count(self, boxes: Any) -> Any:
        """Return how many cells of the mask lie in each box of an array (n, 4)."""
        left, foot, right, top = self._cells(boxes)
        t = self.table
        return t[top, right] - t[foot, right] - t[top, left] + t[foot, left]

    def share(self, boxes: Any) -> Any:
        """Return the part of each box that the mask covers, from 0 to 1."""
        left, foot, right, top = self._cells(boxes)
        return self.count(boxes) / np.maximum(1, (right - left) * (top - foot))

    def _cells(self, boxes: Any) -> tuple[Any, Any, Any, Any]:
        b = np.asarray(boxes, dtype=float).reshape(-1, 4) / self.cell
        left = np.clip(np.floor(b[:, 0]).astype(int), 0, self.cols)
        foot = np.clip(np.floor(b[:, 1]).astype(int), 0, self.rows)
        right = np.clip(np.ceil(b[:, 2]).astype(int), left, self.cols)
        top = np.clip(np.ceil(b[:, 3]).astype(int), foot, self.rows)
        return left, foot, right, top
