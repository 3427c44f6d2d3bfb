"""Where the nodes of a diagram stand: on a lattice of staggered rows, with few crossings and short lines.

Deterministic: changes are tried in a fixed order, a settled layout is shaken by seeded numbers, the best is kept.
"""

import math
import random
from collections.abc import Sequence
from functools import cache

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
PASSES = 12
SHAKES, SHAKEN = 16, 3
"""How often a settled layout is shaken, and how many nodes are moved each time."""
SEED = 1


class Lattice:
    """The places of a lattice in units of columns and rows, and what lines between them do to one another.

    `wide` and `tall` are half the size of a node, `row` the height of a row, in columns.
    """

    def __init__(self, columns: int, rows: int, *, wide: float, tall: float, row: float) -> None:
        self.columns, self.rows = columns, rows
        self.points: tuple[Point, ...] = tuple(
            (c + (0.5 if r % 2 else 0.0), float(r)) for r in range(rows) for c in range(columns - r % 2)
        )
        self._row, self._wide, self._tall = row, wide, tall
        self.length = cache(self._length)
        self.crossed = cache(self._crossed)
        self.struck = cache(self._struck)

    def at(self, place: int) -> Point:
        """Return a place in columns, y downwards."""
        x, y = self.points[place]
        return x, y * self._row

    def _length(self, a: int, b: int, ties: int) -> float:
        """Return what a line costs by itself."""
        (x0, y0), (x1, y1) = self.at(a), self.at(b)
        length = math.hypot(x1 - x0, y1 - y0)
        if ties == 1:
            return LENGTH * length
        steep = 0.0 if lying(x1 - x0, y1 - y0) else STEEP * (ties - 1)
        return LENGTH * (length + 2 * max(0.0, SHORTEST - length)) + steep

    def _crossed(self, a: int, b: int, c: int, d: int) -> float:
        """Return what two lines cost together: they cross, or leave one node at nearly the same angle."""
        shared = {a, b} & {c, d}
        if shared:
            (at,) = shared if len(shared) == 1 else (a,)
            one, other = (a if b == at else b), (c if d == at else d)
            return NARROW if self._between(at, one, other) < ANGLE else 0.0
        p, q, r, s = map(self.at, (a, b, c, d))
        return CROSSING if crosses(p, q, r, s) else 0.0

    def _between(self, at: int, one: int, other: int) -> float:
        (x, y), (x0, y0), (x1, y1) = self.at(at), self.at(one), self.at(other)
        turned = abs(math.atan2(y0 - y, x0 - x) - math.atan2(y1 - y, x1 - x))
        return min(turned, 2 * math.pi - turned)

    def _struck(self, a: int, b: int, node: int) -> bool:
        """Tell whether a line passes over the node at a place."""
        (x0, y0), (x1, y1), (x, y) = self.at(a), self.at(b), self.at(node)
        low, high = 0.0, 1.0
        for start, end, middle, half in ((x0, x1, x, self._wide), (y0, y1, y, self._tall)):
            if abs(end - start) < 1e-9:
                if abs(start - middle) >= half:
                    return False
                continue
            near, far = sorted(((middle - half - start) / (end - start), (middle + half - start) / (end - start)))
            low, high = max(low, near), min(high, far)
        return low < high


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
    best = _settled(start, links, lattice)
    ways = {tuple(best): _cost(best, links, lattice, range(count))}
    for _ in range(SHAKES):
        tried = list(best)
        for _ in range(SHAKEN):
            one, place = shuffled.randrange(count), shuffled.randrange(free)
            if place in tried:
                tried[tried.index(place)] = tried[one]
            tried[one] = place
        tried = _settled(tried, links, lattice)
        ways[tuple(tried)] = _cost(tried, links, lattice, range(count))
        if ways[tuple(tried)] <= ways[tuple(best)]:
            best = tried
    return tuple(sorted(ways, key=lambda way: (ways[way], way))[:kept])


def _settled(places: list[int], links: Sequence[Link], lattice: Lattice) -> list[int]:
    """Return places that no move to a free one and no exchange of two makes better."""
    for _ in range(PASSES):
        better = False
        for node in range(len(places)):
            alone = _cost(places, links, lattice, (node,))
            for place in range(len(lattice.points)):
                if places[node] == place:
                    continue
                tried = list(places)
                moved: tuple[int, ...] = (node,)
                if place in places:
                    other = places.index(place)
                    tried[other], moved = places[node], (node, other)
                tried[node] = place
                before = alone if len(moved) == 1 else _cost(places, links, lattice, moved)
                if _cost(tried, links, lattice, moved) < before - 1e-9:
                    places, better = tried, True
                    alone = _cost(places, links, lattice, (node,))
        if not better:
            break
    return places


def _cost(places: list[int], links: Sequence[Link], lattice: Lattice, moved: Sequence[int]) -> float:
    """Return what all costs that has to do with the moved nodes."""
    lines = [(min(places[a], places[b]), max(places[a], places[b]), k) for a, b, k in links]
    changed = [n for n, (a, b, _) in enumerate(links) if a in moved or b in moved]
    touched = set(changed)
    total = 0.0
    for n in changed:
        a, b, k = lines[n]
        total += lattice.length(a, b, k)
        for m, (c, d, j) in enumerate(lines):
            if m < n or m not in touched:
                first, second = ((a, b), (c, d)) if (a, b) <= (c, d) else ((c, d), (a, b))
                total += lattice.crossed(*first, *second) * (k + j) / 2 if m != n else 0.0
        for place in places:
            if place != a and place != b and lattice.struck(a, b, place):
                total += STRUCK
    for m, (c, d, _) in enumerate(lines):
        if m not in touched:
            total += sum(STRUCK for n in moved if lattice.struck(c, d, places[n]))
    return total


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the line from `a` to `b` crosses that from `c` to `d`."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return on which side of a line through two points a third lies, by its sign."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
