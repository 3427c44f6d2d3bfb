"""Where the nodes of a diagram stand: on a lattice of staggered rows, with few crossings and short lines.

Deterministic: the best of all moves is made until none is left, a settled layout is shaken by seeded numbers. What
lines do to one another depends on four places alone, so it is looked up in tables, for all moves at once.
"""

import math
import random
from collections.abc import Sequence
from typing import Any

import numpy as np

Point = tuple[float, float]
Link = tuple[int, int, int]
"""Two nodes, and how many ties there are between them."""

CROSSING, STRUCK, NARROW, STEEP = 12.0, 40.0, 8.0, 8.0
"""Cost of two lines that cross, of a line over a node that is not its own, of two that leave a node together, and of
each further tie on a line that does not lie: words have room on lying lines."""
LENGTH, SHORTEST = 1.0, 1.3
"""Cost of a line of one column's width, and how long a line with several ties should be, in columns."""
LYING = 1.6
"""How many times as wide as high a line lies."""
ANGLE = math.radians(24)
SHAKES, SHAKEN = 16, 3
"""How often a settled layout is shaken, and how many nodes are moved each time."""
SEED = 1
NONE = 1e-9


class Lattice:
    """The places of a lattice in units of columns and rows, and what lines between them do to one another.

    `wide` and `tall` are half the size of a node, `row` the height of a row, in columns.
    """

    def __init__(self, columns: int, rows: int, *, wide: float, tall: float, row: float) -> None:
        self.columns, self.rows = columns, rows
        self.points: tuple[Point, ...] = tuple(
            (c + (0.5 if r % 2 else 0.0), float(r)) for r in range(rows) for c in range(columns - r % 2)
        )
        self._row = row
        at = np.array([self.at(p) for p in range(len(self.points))])
        count = len(at)
        self._ends = first, last = np.triu_indices(count, 1)
        self.pair = np.zeros((count, count), dtype=np.intp)
        self.pair[first, last] = self.pair[last, first] = np.arange(len(first))
        dx, dy = (at[last] - at[first]).T
        self.length = np.hypot(dx, dy)
        self.stands = np.abs(dx) <= LYING * np.abs(dy)
        self.struck = _struck(at, first, last, wide, tall)
        self.together = _together(at, first, last)

    def at(self, place: int) -> Point:
        """Return a place in columns, y downwards."""
        x, y = self.points[place]
        return x, y * self._row

    def cost(self, ways: Any, links: Sequence[Link]) -> Any:
        """Return what each of several ways to place nodes costs, a row each."""
        one, other, ties = np.array(links, dtype=np.intp).T
        lines = self.pair[ways[:, one], ways[:, other]]
        length = self.length[lines]
        several = length + 2 * np.maximum(0.0, SHORTEST - length)
        total = LENGTH * np.where(ties == 1, length, several).sum(1)
        total += STEEP * (self.stands[lines] * (ties - 1)).sum(1)
        total += STRUCK * self.struck[lines[:, :, None], ways[:, None, :]].sum((1, 2))
        i, j = np.triu_indices(len(links), 1)
        total += (self.together[lines[:, i], lines[:, j]] * ((ties[i] + ties[j]) / 2)).sum(1)
        return total.round(6)


def lying(dx: float, dy: float) -> bool:
    """Tell whether a line lies rather than stands."""
    return abs(dx) > LYING * abs(dy)


def placed(
    count: int, links: Sequence[Link], lattice: Lattice, centre: int | None, kept: int
) -> tuple[tuple[int, ...], ...]:
    """Return the best ways to place so many nodes, at most `kept`; `centre` begins in the middle."""
    free = len(lattice.points)
    middle = ((lattice.columns - 1) / 2, (lattice.rows - 1) / 2)
    degree = [sum(k for a, b, k in links if n in (a, b)) for n in range(count)]
    spots = sorted(range(free), key=lambda p: (math.dist(lattice.points[p], middle), p))
    order = sorted(range(count), key=lambda n: (n != centre, -degree[n], n))
    shuffled = random.Random(SEED)
    start = [0] * count
    for node, place in zip(order, spots, strict=False):
        start[node] = place
    best, least = _settled(start, links, lattice)
    ways = {tuple(best): least}
    for _ in range(SHAKES):
        tried = list(best)
        for _ in range(SHAKEN):
            one, place = shuffled.randrange(count), shuffled.randrange(free)
            if place in tried:
                tried[tried.index(place)] = tried[one]
            tried[one] = place
        tried, cost = _settled(tried, links, lattice)
        ways[tuple(tried)] = cost
        if cost <= least:
            best, least = tried, cost
    # of those that cost the same, mostly mirrored, one is enough
    distinct = {cost: way for way, cost in sorted(ways.items(), reverse=True)}
    return tuple(distinct[cost] for cost in sorted(distinct)[:kept])


def _settled(places: list[int], links: Sequence[Link], lattice: Lattice) -> tuple[list[int], float]:
    """Return places that no move to a free one and no exchange of two makes better, and what they cost."""
    now = np.array(places, dtype=np.intp)
    (cost,) = lattice.cost(now[None], links)
    while True:
        moved = _moves(now, len(lattice.points))
        costs = lattice.cost(moved, links)
        best = int(costs.argmin())
        if costs[best] >= cost:
            return [int(p) for p in now], float(cost)
        now, cost = moved[best], costs[best]


def _moves(now: Any, free: int) -> Any:
    """Return what each node's move to each place makes of a layout: who stands there takes its place."""
    count = len(now)
    nodes, places = (a.ravel() for a in np.indices((count, free)))
    out = np.repeat(now[None], count * free, 0)
    there = out == places[:, None]
    out = np.where(there, now[nodes][:, None], out)
    out[np.arange(len(out)), nodes] = places
    return out


def _struck(at: Any, first: Any, last: Any, wide: float, tall: float) -> Any:
    """Return which lines pass over the node at which place."""
    low, high = np.zeros((len(first), len(at))), np.ones((len(first), len(at)))
    for axis, half in ((0, wide), (1, tall)):
        start, delta = at[first, axis, None], (at[last, axis] - at[first, axis])[:, None]
        flat = np.abs(delta) < NONE
        by = np.where(flat, 1.0, delta)
        one, other = (at[None, :, axis] - half - start) / by, (at[None, :, axis] + half - start) / by
        inside = np.abs(start - at[None, :, axis]) < half
        low = np.maximum(low, np.where(flat, np.where(inside, 0.0, 1.0), np.minimum(one, other)))
        high = np.minimum(high, np.where(flat, np.where(inside, 1.0, 0.0), np.maximum(one, other)))
    found = low < high
    rows = np.arange(len(first))
    found[rows, first] = found[rows, last] = False
    return found


def _together(at: Any, first: Any, last: Any) -> Any:
    """Return what two lines cost together: they cross, or leave one node at nearly the same angle."""
    a, b, c, d = first[:, None], last[:, None], first[None], last[None]

    def turn(p: Any, q: Any, r: Any) -> Any:
        (px, py), (qx, qy), (rx, ry) = (np.moveaxis(at[k], -1, 0) for k in (p, q, r))
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    crossed = (turn(a, b, c) * turn(a, b, d) < 0) & (turn(c, d, a) * turn(c, d, b) < 0)
    out = np.where(crossed, CROSSING, 0.0)
    away = at[None] - at[:, None]
    angle = np.arctan2(away[..., 1], away[..., 0])
    for same, hub, one, other in ((a == c, a, b, d), (a == d, a, b, c), (b == c, b, a, d), (b == d, b, a, c)):
        turned = np.abs(angle[hub, one] - angle[hub, other])
        close = np.minimum(turned, 2 * np.pi - turned) < ANGLE
        out = np.where(same, np.where(close, NARROW, 0.0), out)
    return out


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the line from `a` to `b` crosses that from `c` to `d`."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return on which side of a line through two points a third lies, by its sign."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
