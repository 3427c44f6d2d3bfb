"""What can be asked of a place for words: whether it is free, which ink can be read there, what it crosses."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from ..faces import Lettering
from .ground import Ground
from .placing import Place
from .raster import Box
from .touching import strikes

SAFETY = 1.03
"""Labels may come out this much wider than measured: a back end may set them without kerning."""
EDGE = 3.0
"""Points between a label and the edge of the map."""
CROSSING = 1.6
"""Cost of one em of its own border inside a label; on slides, where no halo parts them, twice that."""
QUIET = 0.3
"""What a neighbours' border inside a label counts, as a part of any other."""
BLOCK = 3
"""How much dearer a border is inside several lines of words than inside one."""
STACKED = 0.7
"""Cost of setting a name in two lines."""
COAST = 0.8
"""Cost of a name across a shore."""
KEPT = 90
"""Places kept for each name, the cheapest."""


class Words(NamedTuple):
    """A label's detail: its lines, where the first one is anchored, its ink, and the halo it needs, if any."""

    x: float
    baseline: float
    lines: tuple[str, ...]
    anchor: str
    ink: str
    halo: str | None = None


class Finder:
    """Finds places on one map: its ground, size of type, the inks that may be used, and what is already taken."""

    def __init__(
        self,
        ground: Ground,
        letters: Lettering,
        size: float,
        format: str,
        taken: Sequence[Box],
        markers: Sequence[tuple[float, float]] = (),
    ) -> None:
        self.ground, self.letters, self.size, self.format = ground, letters, size, format
        self.markers = tuple(markers)
        self.taken = tuple(taken)
        self.blocked = ground.boxes_taken(taken, 0.8)
        self.above = letters.cap_height * size
        self.below = 0.24 * size
        self.leading = letters.leading * size

    def broken(self, name: str) -> list[tuple[tuple[str, ...], float]]:
        """Return a name whole and, where it has several words, in two lines of like length, with their costs."""
        words = name.split(" ")
        out: list[tuple[tuple[str, ...], float]] = [((name,), 0.0)]
        if len(words) > 1:
            halves = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))]
            out.append((min(halves, key=lambda pair: max(map(len, pair))), STACKED))
        return out

    def width(self, lines: Sequence[str], bold: bool) -> float:
        """Return how wide lines may come out."""
        return max(self.letters.cut(bold).width(line, self.size) for line in lines) * SAFETY

    def box(self, left: float, top: float, wide: float, count: int) -> Box:
        """Return the box of lines from the upper left corner of their capitals."""
        return left, top - self.above - self.below - (count - 1) * self.leading, left + wide, top

    def free(self, boxes: Any) -> Any:
        """Return which boxes lie within the window, touch nothing taken and come near no unsettled line."""
        b = np.asarray(boxes).reshape(-1, 4)
        inside = (b[:, 0] >= EDGE) & (b[:, 1] >= EDGE)
        inside &= (b[:, 2] <= self.ground.width - EDGE) & (b[:, 3] <= self.ground.height - EDGE)
        return inside & (self.blocked.count(b) == 0) & (self.ground.open.count(b) == 0)

    def inked(self, boxes: Any, inks: Sequence[str]) -> list[str | None]:
        """Return the first ink that can be read in each box, None where none can."""
        out: list[str | None] = [None] * len(boxes)
        for ink in reversed(inks):
            for k in np.flatnonzero(self.ground.unreadable(ink).count(boxes) == 0):
                out[k] = ink
        return out

    def halo(self, box: Box) -> str | None:
        """Return the colour beneath a label that a border runs through; slides draw no halo."""
        needed = self.format == "pdf" and self.ground.crossed.count(np.array([box]))[0] > 0
        return self.ground.colours_in(box)[0] if needed else None

    def struck(self, leaders: Any, at: tuple[float, float]) -> Any:
        """Return which leaders run over something taken that is not their own marker."""
        out = np.zeros(len(leaders), dtype=bool)
        for box in self.taken:
            if not (box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]):
                out |= strikes(leaders, np.broadcast_to(np.array(box), leaders.shape), self.below)
        return out

    def nearer_another(self, boxes: Any, at: tuple[float, float]) -> Any:
        """Return which boxes are nearer to another marker than to their own."""
        own = _distance(boxes, at)
        others = [_distance(boxes, m) for m in self.markers if math.dist(m, at) > 0.1]
        return np.min(others, axis=0) < own if others else np.zeros(len(boxes), dtype=bool)

    def coast(self, boxes: Any) -> Any:
        """Return the cost of standing half on water."""
        water = self.ground.sea_or_lake.share(boxes)
        return COAST * np.minimum(1.0, 4 * np.minimum(water, 1 - water))

    def crossed(self, boxes: Any) -> Any:
        """Return points of border inside each box; quiet ones, which stop about words, count less."""
        return (self.ground.crossed.count(boxes) + QUIET * self.ground.quiet.count(boxes)) * self.ground.grid.cell


def _distance(boxes: Any, at: tuple[float, float]) -> Any:
    """Return how far a point is from each box."""
    across = np.maximum(np.maximum(boxes[:, 0] - at[0], at[0] - boxes[:, 2]), 0)
    up = np.maximum(np.maximum(boxes[:, 1] - at[1], at[1] - boxes[:, 3]), 0)
    return np.hypot(across, up)


def grown(boxes: Any, by: float) -> Any:
    """Return boxes that are larger by some points on each side."""
    return np.asarray(boxes) + np.array([-by, -by, by, by])


def spread(middles: Any, cost: Any, step: tuple[float, float], kept: int = KEPT) -> Any:
    """Return the numbers of the cheapest places, one for each step across and up, so that not all lie together."""
    cells = np.floor(middles / np.array(step)).astype(int)
    order = np.argsort(cost, kind="stable")
    _, first = np.unique(cells[order], axis=0, return_index=True)
    return order[np.sort(first)][:kept]


def best(places: list[Place], kept: int = KEPT) -> tuple[Place, ...]:
    """Return the cheapest places, in an order that does not depend on how they were found."""
    return tuple(sorted(places, key=lambda p: (p.cost, p.box))[:kept])
