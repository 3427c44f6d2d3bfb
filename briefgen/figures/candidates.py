"""Where the words of a map could stand: names in their countries, names beside their points, callouts."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..typeset import text as typeset
from .faces import Lettering
from .ground import Ground, boxes, share
from .placing import Box, Place, Segment, overlap, strikes

SAFETY = 1.03
"""Labels may come out this much wider than measured: a back end may set them without kerning."""
EDGE = 3.0
"""Points between a label and the edge of the map."""
CROSSING = 1.6
"""Cost of one em of border inside a label."""
MARKER = 0.27
"""Half the side of a capital's square, in em."""
BESIDE = 0.25
"""Borders so near to a name, in em, count against its place."""
KEPT, KEPT_LED = 90, 400
"""Places kept for each name and each callout, the cheapest; those of callouts lie close together."""
LED_OUT = 6.0
"""Cost of leading a name out of its country instead of setting it inside."""
LEADER, OVER = 0.16, 0.9
"""Cost of one em of leader, and of one em that it runs over other subjects."""
SHAPE = 1.5
"""Cost of each line of a callout beyond its name and three."""
NEAREST = 240
"""Places of a callout that are looked at closely, those with the shortest leaders."""


class Words(NamedTuple):
    """A label's detail: where its lines start, how they are anchored, and the ink they need."""

    x: float
    baseline: float
    lines: tuple[str, ...]
    light: bool
    crossed: bool


class Finder:
    """Finds places on one map: its ground, size of type, window, and what is already taken."""

    def __init__(
        self, ground: Ground, letters: Lettering, size: float, window: tuple[float, float], taken: Sequence[Box]
    ) -> None:
        self.ground, self.letters, self.size, self.taken = ground, letters, size, tuple(taken)
        self.width, self.height = window
        self.above = letters.cap_height * size
        self.below = 0.24 * size

    def area(self, name: str, country: BaseGeometry, bold: bool) -> tuple[Place, ...]:
        """Return places for a name inside its country, dear where it crosses a border."""
        wide = self.letters.cut(bold).width(name, self.size) * SAFETY
        body = max(shapely.get_parts(country), key=lambda p: p.area)
        x0, y0, x1, y1 = body.bounds
        xs = np.linspace(x0, x1, max(3, min(22, int((x1 - x0) / (0.6 * self.size)))))
        ys = np.linspace(y0, y1, max(3, min(22, int((y1 - y0) / (0.45 * self.size)))))
        middles = [(float(x), float(y)) for x in xs for y in ys]
        corners = [self._box(x - wide / 2, y - self.above / 2, wide) for x, y in middles]
        shapely.prepare(body)
        centre = body.centroid if body.contains(body.centroid) else body.representative_point()
        free = self._free(corners)
        found = boxes(corners)
        inside = np.zeros(len(corners))
        inside[free] = share(body, found[free])
        good = [k for k in free if inside[k] > 0.8]
        crossed, dark, hatched = self._under(found, good)
        beside = self.ground.crossed(boxes([_grown(corners[k], BESIDE * self.size) for k in good]))
        out = []
        for n, k in enumerate(good):
            if not (dark[n] > 0.97 or dark[n] < 0.03) or hatched[n] > 0.02:
                continue
            (x, y), box = middles[k], corners[k]
            far = math.hypot((x - centre.x), 1.4 * (y - centre.y)) / self.size
            cost = 0.13 * far + CROSSING * (crossed[n] + 0.5 * beside[n]) / self.size + 8 * (1 - inside[k])
            words = Words(x, y - self.above / 2, (name,), dark[n] > 0.5, crossed[n] > 0.3)
            out.append(Place((box,), cost, None, ("middle", words)))
        return _best(out)

    def spot(self, name: str, x: float, y: float, country: BaseGeometry | None) -> tuple[Place, ...]:
        """Return places for a name beside its marker, right and left first."""
        wide = self.letters.regular.width(name, self.size) * SAFETY
        half = MARKER * self.size
        corners, costs = [], []
        for near, dear in ((0.36, 0.0), (0.75, 1.2)):
            gap = half + near * self.size
            flat, high, low = y - self.above / 2, y + 0.75 * gap, y - 0.75 * gap - self.above
            for left, base, cost in (
                (x + gap, flat, 0.0), (x - gap - wide, flat, 0.25),
                (x - wide / 2, y + gap, 0.7), (x - wide / 2, y - gap - self.above, 0.9),
                (x + 0.7 * gap, high, 0.8), (x + 0.7 * gap, low, 1.0),
                (x - 0.7 * gap - wide, high, 1.0), (x - 0.7 * gap - wide, low, 1.2),
                (x - 0.25 * wide, y + gap, 1.0), (x - 0.75 * wide, y + gap, 1.0),
                (x - 0.25 * wide, y - gap - self.above, 1.1), (x - 0.75 * wide, y - gap - self.above, 1.1),
            ):  # fmt: skip
                corners.append(self._box(left, base, wide))
                costs.append(cost + dear)
        free = self._free(corners)
        found = boxes(corners)
        crossed, dark, hatched = self._under(found, free)
        home = share(country, found[free]) if country is not None else np.ones(len(free))
        out = []
        for n, k in enumerate(free):
            if not (dark[n] > 0.97 or dark[n] < 0.03) or hatched[n] > 0.02:
                continue
            left, bottom = corners[k][0], corners[k][1] + self.below
            cost = costs[k] + CROSSING * crossed[n] / self.size + 0.8 * (1 - home[n])
            centred = abs(left + wide / 2 - x) < 0.01
            anchor = "middle" if centred else "start" if left + wide / 2 > x else "end"
            at = left + {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            words = Words(at, bottom, (name,), dark[n] > 0.5, crossed[n] > 0.3)
            out.append(Place((corners[k],), cost, None, (anchor, words)))
        return _best(out)

    def callout(self, name: str, text: str, country: BaseGeometry, cost: float = 0.0) -> tuple[Place, ...]:
        """Return places for words led out to ground where no subject lies; the leader ends in the country."""
        anchor = shapely.maximum_inscribed_circle(max(shapely.get_parts(country), key=lambda p: p.area))
        px, py = anchor.coords[0]
        out: list[Place] = []
        for wide, lines in self._shapes(name, text):
            tall = self.above + self.below + (len(lines) - 1) * self.letters.leading * self.size
            lefts = np.arange(EDGE, self.width - EDGE - wide, 0.7 * self.size)
            bottoms = np.arange(EDGE, self.height - EDGE - tall, 0.6 * self.size)
            corners = [(float(x), float(y), float(x) + wide, float(y) + tall) for x in lefts for y in bottoms]
            out += self._led(corners, lines, (px, py), country, cost + SHAPE * max(0, len(lines) - 4))
        return _best(out, KEPT_LED)

    def _led(
        self,
        corners: Sequence[Box],
        lines: tuple[str, ...],
        end: tuple[float, float],
        country: BaseGeometry,
        dear: float,
    ) -> list[Place]:
        free = np.asarray(self._free(corners), dtype=int)
        found = boxes(corners)
        free = free[~shapely.intersects(self.ground.filled, found[free])]
        near: list[tuple[float, int, Segment]] = []
        for k in free.tolist():
            leader = self._leader(corners[k], *end)
            if leader is None or any(strikes(leader, other) for other in self.taken):
                continue
            length = math.hypot(leader[2] - leader[0], leader[3] - leader[1])
            if length >= 0.8 * self.size:
                slope = abs(leader[3] - leader[1]) / length
                near.append((dear + LEADER * length / self.size + 0.8 * slope, k, leader))
        near = sorted(near)[:NEAREST]
        which = [k for _, k, _ in near]
        crossed = self.ground.crossed(boxes([_grown(corners[k], BESIDE * self.size) for k in which]))
        leaders = shapely.linestrings([[line[:2], line[2:]] for _, _, line in near]) if near else []
        over = shapely.length(shapely.intersection(leaders, self.ground.filled))
        over -= shapely.length(shapely.intersection(leaders, country))
        out = []
        for n, (cost, k, leader) in enumerate(near):
            box = corners[k]
            cost += OVER * over[n] / self.size + 2 * CROSSING * crossed[n] / self.size
            words = Words(box[0], box[3] - self.above, lines, False, False)
            # air about the words, so that no other name reads on from them
            out.append(Place((_grown(box, 0.45 * self.size),), cost, leader, ("start", words)))
        return out

    def _leader(self, box: Box, px: float, py: float) -> Segment | None:
        """Return the line from a block of words to its country: from the side of its first line, or from its edge."""
        middle, gap = box[3] - self.above / 2, 0.35 * self.size
        if box[0] > px:
            return box[0] - gap, middle, px, py
        if box[2] < px:
            return box[2] + gap, middle, px, py
        if box[1] > py:
            return min(max(px, box[0]), box[2]), box[1] - gap, px, py
        if box[3] < py:
            return min(max(px, box[0]), box[2]), box[3] + gap, px, py
        return None

    def _shapes(self, name: str, text: str) -> list[tuple[float, tuple[str, ...]]]:
        """Return the ways to break a callout's words into two to four lines, as (width, lines)."""
        head = self.letters.bold.width(name, self.size) * SAFETY
        if not text:
            return [(head, (name,))]
        out: dict[int, tuple[float, tuple[str, ...]]] = {}
        whole = self.letters.regular.width(text, self.size) * SAFETY
        for step in range(60):
            room = head + (whole - head) * (1 - step / 60)
            lines = typeset.lines(text, self.letters.regular.file, self.size, room, SAFETY)
            wide = max(head, *(self.letters.regular.width(line, self.size) * SAFETY for line in lines))
            if 1 <= len(lines) <= 4 and wide < 0.45 * self.width and wide < out.get(len(lines), (1e9, ()))[0]:
                out[len(lines)] = (wide, (name, *lines))
        return [out[n] for n in sorted(out)]

    def _box(self, left: float, baseline: float, wide: float) -> Box:
        return left, baseline - self.below, left + wide, baseline + self.above

    def _free(self, corners: Sequence[Box]) -> list[int]:
        """Return the boxes that lie within the window and touch nothing taken and no unsettled line."""
        struck = self.ground.unsettled(corners, 0.25 * self.size)
        out = []
        for k, (x0, y0, x1, y1) in enumerate(corners):
            inside = x0 >= EDGE and y0 >= EDGE and x1 <= self.width - EDGE and y1 <= self.height - EDGE
            if inside and not struck[k] and not any(overlap((x0, y0, x1, y1), other, 0.8) for other in self.taken):
                out.append(k)
        return out

    def _under(self, found: Any, which: Sequence[int]) -> tuple[Any, Any, Any]:
        """Return border length, dark share and hatched share of some of the boxes."""
        some = found[list(which)]
        return self.ground.crossed(some), share(self.ground.dark, some), share(self.ground.hatched, some)


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _best(places: list[Place], kept: int = KEPT) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda p: (p.cost, p.boxes))[:kept])
