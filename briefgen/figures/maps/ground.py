"""What lies under a label: which fills, whose land, which lines; and so which ink can be read there."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...model.colour import contrast
from ..clip import pieces
from .raster import Box, Grid, Sums
from .territory import Territory
from .touching import Segment

NARROW = 0.15
"""A lake narrower than twice this, in em, strikes none: a reservoir along a valley."""
LAKE = 12.0
"""Lakes below this area, in square points, do not hinder a name."""
READABLE = 4.5
"""The least contrast of an ink and each fill beneath it (WCAG 2.2, 1.4.3)."""
FINENESS = 15
"""Cells to the em."""
SAMPLES = 48
"""Points along a leader at which it is asked what lies beneath."""
NEAR = 0.9
"""Points from its border within which a line counts as a country's own."""


class Ground:
    """A map's fills and lines as cells; `fills` are by ISO code, "" for land that is nobody's.

    `subjects` are the codes of countries with a category, `hatched` of those whose fill is hatched.
    """

    def __init__(
        self,
        land: Territory,
        fills: Mapping[str, str],
        sea: str,
        size: tuple[float, float, float],
        subjects: Collection[str],
        hatched: Collection[str],
    ) -> None:
        width, height, text = size
        self.width, self.height, self.sea = width, height, sea
        self.grid = Grid(width, height, text / FINENESS)
        self.land, self.fills = land, fills
        self.colours: list[str] = [sea]
        self.owner = np.zeros((self.grid.rows, self.grid.cols), dtype=np.int16)
        self.paint = np.zeros((self.grid.rows, self.grid.cols), dtype=np.int16)
        self.codes: list[str] = [""]
        for country in land.countries:
            rows, cols, mask = self.grid.filled(country.geometry)
            self.codes.append(country.iso)
            self.owner[rows, cols][mask] = len(self.codes) - 1
            self.paint[rows, cols][mask] = self._colour(fills[country.iso])
        for _, lake in land.lakes:
            rows, cols, mask = self.grid.filled(lake)
            self.paint[rows, cols][mask] = 0
        # a shore strikes a name as a border does
        shores = [k.boundary for _, k in land.lakes if k.area > LAKE and k.area > NARROW * text * k.length]
        edges = shapely.union_all([c.geometry.boundary for c in land.countries if c.iso in subjects])
        loud = [line.distance(edges) < 0.5 for line in _solid(land)]
        solid = list(zip(_solid(land), loud, strict=True))
        self.quiet_lines = self.grid.lined(_coordinates([land.borders, *(g for g, own in solid if not own)]))
        self.lines = self.grid.lined(_coordinates([land.outlines, *shores, *(g for g, own in solid if own)]))
        self.crossed, self.quiet = self._sums(self.lines), self._sums(self.quiet_lines)
        self.open = self._sums(self.grid.lined(_coordinates(_marked(land)), wide=0.25 * text))
        taken = [k for k, iso in enumerate(self.codes) if iso in subjects]
        self.subjects = np.isin(self.owner, taken)
        self.subject = self._sums(self.subjects)
        self.hatched = self._sums(np.isin(self.owner, [k for k, iso in enumerate(self.codes) if iso in hatched]))
        self.sea_or_lake = self._sums(self.paint == 0)
        self._unreadable: dict[str, Sums] = {}

    def hold(self, shapes: Sequence[BaseGeometry]) -> None:
        """Take in areas that are no country's own, but which words led out must leave free as they leave countries."""
        for shape in shapes:
            self.subjects |= self._mask(shape)
        self.subject = self._sums(self.subjects)

    def covered(self, shape: BaseGeometry) -> Sums:
        """Return where a shape's land is."""
        return self._sums(self._mask(shape) & (self.paint > 0))

    def unlike(self, home: BaseGeometry) -> Sums:
        """Return the subjects that the map paints in another colour than a country."""
        own = np.bincount(self.paint[self._mask(home)], minlength=1)
        return self._sums(self.subjects & (self.paint != own.argmax()))

    def run_over(self, leaders: Sequence[Segment], own: BaseGeometry) -> Any:
        """Return points of each leader that lie over subjects other than its own."""
        lines = np.asarray(leaders, dtype=float).reshape(-1, 4)
        steps = np.linspace(0.0, 1.0, SAMPLES)
        xs = lines[:, :1] + (lines[:, 2:3] - lines[:, :1]) * steps
        ys = lines[:, 1:2] + (lines[:, 3:] - lines[:, 1:2]) * steps
        rows = np.clip((ys / self.grid.cell).astype(int), 0, self.grid.rows - 1)
        cols = np.clip((xs / self.grid.cell).astype(int), 0, self.grid.cols - 1)
        others = self.subjects & ~self._mask(own)
        return others[rows, cols].mean(axis=1) * np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])

    def _mask(self, shape: BaseGeometry) -> Any:
        mask = self.grid.empty()
        rows, cols, found = self.grid.filled(shape)
        mask[rows, cols] = found
        return mask

    def foreign(self, body: BaseGeometry, *, quiet: bool = True) -> Sums:
        """Return the lines that are not a body of land's own border, `quiet` ones too or not."""
        own = self.grid.lined(_coordinates([body.boundary]), wide=NEAR)
        return self._sums((self.lines | self.quiet_lines if quiet else self.lines) & ~own)

    def unreadable(self, ink: str) -> Sums:
        """Return where an ink has too little contrast."""
        if ink not in self._unreadable:
            bad = [k for k, colour in enumerate(self.colours) if contrast(ink, colour) < READABLE]
            self._unreadable[ink] = self._sums(np.isin(self.paint, bad))
        return self._unreadable[ink]

    def boxes_taken(self, boxes: Sequence[Box], pad: float) -> Sums:
        """Return boxes that are already taken, grown by `pad` points."""
        return self._sums(self.grid.boxed(boxes, pad))

    def at(self, x: float, y: float) -> str:
        """Return the colour at a point."""
        row = min(self.grid.rows - 1, max(0, int(y / self.grid.cell)))
        col = min(self.grid.cols - 1, max(0, int(x / self.grid.cell)))
        return self.colours[int(self.paint[row, col])]

    def colours_in(self, box: Box) -> tuple[str, ...]:
        """Return the colours in a box, the one that covers most first."""
        left, foot = max(0, int(box[0] / self.grid.cell)), max(0, int(box[1] / self.grid.cell))
        right, top = int(np.ceil(box[2] / self.grid.cell)), int(np.ceil(box[3] / self.grid.cell))
        found, count = np.unique(self.paint[foot:top, left:right], return_counts=True)
        return tuple(self.colours[k] for k in found[np.argsort(-count, kind="stable")])

    def _colour(self, colour: str) -> int:
        if colour not in self.colours:
            self.colours.append(colour)
        return self.colours.index(colour)

    def _sums(self, mask: Any) -> Sums:
        return Sums(mask, self.grid.cell)


def _coordinates(geometries: Sequence[BaseGeometry]) -> list[Any]:
    return [shapely.get_coordinates(p) for g in geometries for p in pieces(g, "LineString")]


def _solid(land: Territory) -> list[BaseGeometry]:
    return [line.geometry for line in land.unsettled if line.style == "solid"]


def _marked(land: Territory) -> list[BaseGeometry]:
    return [line.geometry for line in land.unsettled if line.style != "solid"]
