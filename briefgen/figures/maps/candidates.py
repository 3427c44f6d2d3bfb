"""Where the words of a map could stand: names in or beside their countries, names beside their points."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..faces import Lettering
from .ground import Ground
from .placing import NOWHERE, Place, Segment, strikes
from .raster import Box, Sums

SAFETY = 1.03
"""Labels may come out this much wider than measured: a back end may set them without kerning."""
EDGE = 3.0
"""Points between a label and the edge of the map."""
CROSSING = 1.6
"""Cost of one em of its own border inside a label; on slides, where nothing parts them, twice that."""
MARKER = 0.27
"""Half the side of a marker, in em."""
BESIDE = 0.25
"""Borders so near to a name, in em, count against its place."""
BLOCK = 3
"""How much dearer a border is inside several lines of words than inside one."""
KEPT = 90
"""Places kept for each name, the cheapest."""
STACKED = 0.7
"""Cost of setting a name in two lines."""
OUTSIDE, AWAY = 1.5, 2.0
"""Cost of a name beside its country instead of in it, and of each em between them."""
FARTHEST = 0.9
"""Em between a country and a name beside it at the most."""
RINGS = ((0.36, 0.0), (0.75, 0.9), (1.3, 1.8), (2.2, 3.2), (3.4, 4.6), (5.0, 6.2))
"""Em between a marker and its label, and the cost of it; the farther ones have a leader."""
LED = 2.0
"""Em from which a label has a leader."""
COAST = 0.8
"""Cost of a name across a shore."""
ABROAD = 0.8
"""Cost of a point's name that stands outside the country of the point."""
LEAST_OWN = 0.8
"""The least part of a name that stands in its own country."""
FULLEST = 40
"""Positions tried along each side of a country."""


ASTRAY = 2.0
"""Cost of a name that stands nearer to another marker than to its own."""


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

    def area(self, name: str, country: BaseGeometry, inks: Sequence[str], *, bold: bool) -> tuple[Place, ...]:
        """Return places for a name inside its country, or beside one that is too small for it."""
        body = max(shapely.get_parts(country), key=lambda p: p.area)
        own = self.ground.covered(body)
        out: list[Place] = []
        for lines, dear in self.broken(name):
            out += self._inside(lines, body, own, inks, bold, dear)
        if len(out) < KEPT // 4:
            x0, y0, x1, y1 = body.bounds
            reach = (min(x1 - x0, 6 * self.size) / 2, min(y1 - y0, 6 * self.size) / 2)
            middle = ((x0 + x1) / 2, (y0 + y1) / 2)
            if max(reach) < 3 * self.size:
                near = self.around((name,), self.width((name,), bold), middle, reach, inks, None, OUTSIDE)
                out += self._at_sea(near, body)
        return best(out)

    def spot(
        self,
        lines: tuple[str, ...],
        wide: float,
        at: tuple[float, float],
        home: BaseGeometry | None,
        inks: Sequence[str],
    ) -> tuple[Place, ...]:
        """Return places for lines beside their marker, right and left first, farther ones with a leader."""
        half = MARKER * self.size
        return best(self.around(lines, wide, at, (half, half), inks, home, 0.0))

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

    def halo(self, box: Box, crossed: float) -> str | None:
        """Return the colour beneath a label that a border runs through; slides draw no halo."""
        return self.ground.colours_in(box)[0] if crossed and self.format == "pdf" else None

    def _inside(
        self, lines: tuple[str, ...], body: BaseGeometry, covered: Sums, inks: Sequence[str], bold: bool, dear: float
    ) -> list[Place]:
        wide, tall = self.width(lines, bold), self.above + (len(lines) - 1) * self.leading
        x0, y0, x1, y1 = body.bounds
        xs = np.linspace(x0, x1, max(3, min(FULLEST, int((x1 - x0) / (0.4 * self.size)))))
        ys = np.linspace(y0, y1, max(3, min(FULLEST, int((y1 - y0) / (0.3 * self.size)))))
        middles = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
        left, top = middles[:, 0] - wide / 2, middles[:, 1] + tall / 2
        boxes = np.stack([left, top - tall - self.below, left + wide, top], axis=1)
        own = covered.share(boxes)
        keep = self.free(boxes) & (own > LEAST_OWN) & (self.ground.foreign(body).count(boxes) == 0)
        middles, boxes, own = middles[keep], boxes[keep], own[keep]
        if not len(boxes):
            return []
        crossed = self._crossed(boxes)
        near = self._crossed(grown(boxes, BESIDE * self.size))
        centre = body.centroid if body.contains(body.centroid) else body.representative_point()
        far = np.hypot(middles[:, 0] - centre.x, 1.4 * (middles[:, 1] - centre.y)) / self.size
        harm = CROSSING * (1 if self.format == "pdf" else 2)
        cost = dear + 0.13 * far + harm * (crossed + 0.5 * near) / self.size + 8 * (1 - own)
        cost += 2 * self.ground.hatched.share(boxes) + self.coast(boxes)
        order = spread(middles, cost, (1.5 * self.size, 0.8 * self.size))
        found = self.inked(boxes[order], inks)
        out = []
        for k, ink in zip(order.tolist(), found, strict=True):
            if ink is not None:
                box: Box = tuple(boxes[k].tolist())
                words = Words(
                    float(middles[k, 0]), box[3] - self.above, lines, "middle", ink, self.halo(box, crossed[k])
                )
                out.append(Place(box, float(cost[k]), None, words))
        return out

    def around(
        self,
        lines: tuple[str, ...],
        wide: float,
        at: tuple[float, float],
        reach: tuple[float, float],
        inks: Sequence[str],
        home: BaseGeometry | None,
        dear: float,
    ) -> list[Place]:
        """Return places about a point, or about a small shape that reaches so far from it on each side."""
        (x, y), tall = at, self.above + (len(lines) - 1) * self.leading
        seats: list[tuple[Box, float, str, bool]] = []
        for near, far in RINGS:
            gap = near * self.size
            for left, top, anchor, cost in _seats(x, y, (reach[0] + gap, reach[1] + gap), wide, self.above, tall):
                anchor = "start" if len(lines) > 1 else anchor
                seats.append((self.box(left, top, wide, len(lines)), dear + cost + far, anchor, near > LED))
        boxes = np.array([seat[0] for seat in seats])
        crossed, hatched, coast = self._crossed(boxes), self.ground.hatched.share(boxes), self.coast(boxes)
        over, away = np.zeros(len(boxes)), np.zeros(len(boxes))
        if home is not None:
            over = self.ground.foreign(home).count(boxes) * self.ground.grid.cell
            away = 1 - self.ground.covered(home).share(boxes)
        harm = CROSSING * (1 if self.format == "pdf" else 2) * (1 if len(lines) == 1 else BLOCK)
        out, inked, astray = [], self.inked(boxes, inks), self._nearer_another(boxes, at)
        leaders = [self._leader(seat[0], at) if seat[3] else None for seat in seats]
        struck = self.struck(np.array([leader or NOWHERE for leader in leaders]), at)
        for k in np.flatnonzero(self.free(boxes)).tolist():
            (box, cost, anchor, _), ink = seats[k], inked[k]
            if ink is None or over[k] > 0.5 or struck[k]:
                continue
            cost += ASTRAY * astray[k]
            cost += harm * float(crossed[k]) / self.size + 2 * float(hatched[k]) + ABROAD * float(away[k])
            cost += float(coast[k])
            at_x = {"start": box[0], "middle": (box[0] + box[2]) / 2, "end": box[2]}[anchor]
            words = Words(at_x, box[3] - self.above, lines, anchor, ink, self.halo(box, crossed[k]))
            out.append(Place(box, float(cost), leaders[k], words))
        return out

    def _at_sea(self, places: list[Place], body: BaseGeometry) -> list[Place]:
        """Return the places beside a country that stand on water, dearer the farther off: land is another's."""
        out = []
        for place in (p for p in places if p.leader is None):
            off = float(shapely.box(*place.box).distance(body)) / self.size
            if self.ground.sea_or_lake.share([place.box])[0] > 0.97 and off < FARTHEST:
                out.append(place._replace(cost=place.cost + AWAY * off))
        return out

    def _leader(self, box: Box, at: tuple[float, float]) -> Segment:
        """Return the line from a label to its point."""
        middle, gap = (box[1] + self.below + box[3]) / 2, 0.2 * self.size
        if box[0] > at[0]:
            return box[0] - gap, middle, *at
        if box[2] < at[0]:
            return box[2] + gap, middle, *at
        return min(max(at[0], box[0]), box[2]), box[1] if box[1] > at[1] else box[3] + gap, *at

    def struck(self, leaders: Any, at: tuple[float, float]) -> Any:
        """Return which leaders run over something taken that is not their own marker."""
        out = np.zeros(len(leaders), dtype=bool)
        for box in self.taken:
            if not (box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]):
                out |= strikes(leaders, np.broadcast_to(np.array(box), leaders.shape), self.below)
        return out

    def _nearer_another(self, boxes: Any, at: tuple[float, float]) -> Any:
        """Return which boxes are nearer to another marker than to their own."""
        own = _distance(boxes, at)
        others = [_distance(boxes, m) for m in self.markers if math.dist(m, at) > 0.1]
        return np.min(others, axis=0) < own if others else np.zeros(len(boxes), dtype=bool)

    def coast(self, boxes: Any) -> Any:
        """Return the cost of standing half on water."""
        water = self.ground.sea_or_lake.share(boxes)
        return COAST * np.minimum(1.0, 4 * np.minimum(water, 1 - water))

    def _crossed(self, boxes: Any) -> Any:
        """Return points of border inside each box."""
        return self.ground.crossed.count(boxes) * self.ground.grid.cell


def _seats(
    x: float, y: float, gap: tuple[float, float], wide: float, above: float, tall: float
) -> list[tuple[float, float, str, float]]:
    """Return left edges, tops, anchors and costs of places about a point, after Imhof: right first, then left."""
    across, up = gap
    level, high, low = y + above / 2, y + 0.75 * up + tall, y - 0.75 * up
    right, left = x + across, x - across - wide
    near_right, near_left = x + 0.7 * across, x - 0.7 * across - wide
    over = y + up + tall
    return [
        (right, level, "start", 0.0),
        (left, level, "end", 0.25),
        (x - wide / 2, over, "middle", 0.7),
        (x - wide / 2, y - up, "middle", 0.9),
        (near_right, high, "start", 0.8),
        (near_right, low, "start", 1.0),
        (near_left, high, "end", 1.0),
        (near_left, low, "end", 1.2),
        (x - 0.25 * wide, over, "start", 1.0),
        (x - 0.75 * wide, over, "end", 1.0),
        (x - 0.25 * wide, y - up, "start", 1.1),
        (x - 0.75 * wide, y - up, "end", 1.1),
    ]


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
