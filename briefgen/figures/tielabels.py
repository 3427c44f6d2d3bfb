"""Words on the lines of a diagram: each on its own, clear of boxes, other words and, where it goes, other lines."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from ..model.base import Value
from ..model.diagrams import Tie
from ..typeset import text as typeset
from .faces import Face, Lettering
from .lattice import crosses, lying

Box = tuple[float, float, float, float]
Point = tuple[float, float]

ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where on its line a label may stand."""
WIDTHS = (14.0, 9.0, 6.5)
"""Widths in em at which a label's words are broken."""
AIR, HEAD = 0.3, 1.1
"""Space about words, and room for an arrow's head at the end of a line, in em."""
CLASH, POINTED, OVER, STRANGE, HIDDEN, BESIDE = 100.0, 16.0, 16.0, 20.0, 14.0, 1.5
"""Cost of touching a box or other words, of hiding an arrow's end, of lying over a parallel line, of
lying over any other, of hiding one's own line, and of standing beside it."""
SHOWN = 0.62
"""How much of a line its words may hide at no cost."""
PASSES = 4
SAFETY = 1.03


class Strand(Value, frozen=True, kw_only=True):
    """The line of a tie, from its source's box to its target's."""

    tie: Tie
    start: Point
    end: Point


def crossings(lines: Sequence[Strand]) -> int:
    """Return how many pairs of lines cross."""
    return sum(crosses(a.start, a.end, b.start, b.end) for n, a in enumerate(lines) for b in lines[:n])


class Worded(Value, frozen=True, kw_only=True):
    """A tie's line in the pieces that words leave of it, and its words: lines, middle and box."""

    tie: Tie
    start: Point
    end: Point
    pieces: tuple[tuple[Point, Point], ...]
    lines: tuple[str, ...]
    box: Box

    def moved(self, up: float) -> "Worded":
        """Return it so much higher."""

        def raised(p: Point) -> Point:
            return p[0], p[1] + up

        x0, y0, x1, y1 = self.box
        return Worded(
            tie=self.tie,
            start=raised(self.start),
            end=raised(self.end),
            pieces=tuple((raised(a), raised(b)) for a, b in self.pieces),
            lines=self.lines,
            box=(x0, y0 + up, x1, y1 + up),
        )


class Options(NamedTuple):
    """Places for the words of all ties: whose they are, the words in lines, their boxes, and what each costs alone."""

    whose: Any
    lines: tuple[tuple[str, ...], ...]
    boxes: Any
    costs: Any
    bad: Any


def worded(
    strands: Sequence[Strand], boxes: Sequence[Box], room: Point, text: float, letters: Lettering
) -> tuple[tuple[Worded, ...], int, float]:
    """Return the lines with their words, how many words still touch a box, other words or the edge, and the cost."""
    options = _options(strands, boxes, room, text, letters)
    touch = _touching(options.boxes, options.boxes)
    order = sorted(range(len(strands)), key=lambda n: (math.dist(strands[n].start, strands[n].end), n))
    own = [np.flatnonzero(options.whose == n) for n in range(len(strands))]
    ranked = [rows[np.lexsort((*options.boxes[rows].T[::-1], options.costs[rows]))] for rows in own]
    chosen: dict[int, int] = {}
    for _ in range(PASSES):
        before = dict(chosen)
        for n in order:
            others = [at for k, at in chosen.items() if k != n]
            cost = options.costs[ranked[n]] + CLASH * touch[ranked[n]][:, others].sum(1)
            chosen[n] = int(ranked[n][cost.round(6).argmin()])
        if chosen == before:
            break
    taken = [chosen[n] for n in range(len(strands))]
    clashes = int(touch[taken][:, taken].sum() - len(taken) + options.bad[taken].sum())
    labels = options.boxes[taken]
    low, high = _inside(strands, labels)
    out = tuple(
        Worded(
            tie=s.tie,
            start=s.start,
            end=s.end,
            pieces=_pieces(s.start, s.end, low[:, n], high[:, n]),
            lines=options.lines[taken[n]],
            box=_box(labels[n]),
        )
        for n, s in enumerate(strands)
    )
    return out, clashes, float(options.costs[taken].sum())


def _options(strands: Sequence[Strand], boxes: Sequence[Box], room: Point, text: float, letters: Lettering) -> Options:
    """Return where the words of all strands may stand, with what each place costs."""
    whose, lines, places, costs = [], [], [], []
    for n, strand in enumerate(strands):
        for one, box, cost in _places(strand, text, letters):
            whose.append(n)
            lines.append(one)
            places.append(box)
            costs.append(cost)
    of, at = np.array(whose), np.array(places)
    x0, y0, x1, y1 = at.T
    outside = (x0 < -0.01) | (y0 < -0.01) | (x1 > room[0] + 0.01) | (y1 > room[1] + 0.01)
    bad = _touching(at, np.array(boxes)).sum(1) + outside
    low, high = _inside(strands, at)
    mine = of[:, None] == np.arange(len(strands))
    joins = [{s.tie.source, s.tie.target} for s in strands]
    dear = np.array([[OVER if a == b else STRANGE for b in joins] for a in joins])
    over = ((low < high) & ~mine) * dear[of]
    hidden = np.where(mine, np.clip(high - low, 0, None), 0.0).sum(1)
    starts, ends = (np.array([getattr(s, end) for s in strands]) for end in ("start", "end"))
    pointed = _within(ends, at) | (_within(starts, at) & ~mine)
    cost = np.array(costs) + CLASH * bad + over.sum(1) + HIDDEN * np.clip(hidden - SHOWN, 0, None)
    return Options(of, tuple(lines), at, cost + POINTED * pointed.sum(1), bad)


def _places(strand: Strand, text: float, letters: Lettering) -> Iterator[tuple[tuple[str, ...], Box, float]]:
    """Yield the words of a strand in lines, a box in which they may stand, and what that costs by itself."""
    (x0, y0), (x1, y1) = strand.start, strand.end
    length = math.hypot(x1 - x0, y1 - y0)
    seen = set()
    for wide in WIDTHS:
        lines, half = broken(strand.tie.label, letters.regular, text, wide * text)
        if lines in seen:
            continue
        seen.add(lines)
        half += AIR * text
        tall = (len(lines) - 1) * letters.leading * text / 2 + (0.5 + AIR) * text
        sides = ((0.0, 0.0),) if lying(x1 - x0, y1 - y0) else ((0.0, 0.0), (-half, BESIDE), (half, BESIDE))
        for share, (aside, dear) in product(ALONG, sides):
            # the head of the arrow must show: words keep towards the start
            at = share * max(0.0, 1 - HEAD * text / length)
            x, y = x0 + (x1 - x0) * at + aside, y0 + (y1 - y0) * at
            cost = dear + 2 * abs(share - 0.5) + 0.5 * (len(lines) - 1)
            yield lines, (x - half, y - tall, x + half, y + tall), cost


@lru_cache(maxsize=1 << 12)
def broken(label: str, face: Face, text: float, width: float) -> tuple[tuple[str, ...], float]:
    """Return a label in lines no wider than asked, and half the width of the longest."""
    lines = typeset.lines(label, face.file, text, width, SAFETY)
    return lines, max(face.width(line, text) for line in lines) * SAFETY / 2


def _box(sides: Any) -> Box:
    x0, y0, x1, y1 = map(float, sides)
    return x0, y0, x1, y1


def _pieces(start: Point, end: Point, low: Any, high: Any) -> tuple[tuple[Point, Point], ...]:
    """Return a line in the pieces that labels leave of it: each takes away from one share of its length to another."""
    out = []
    at = 0.0
    for first, last in sorted((float(a), float(b)) for a, b in zip(low, high, strict=True) if a < b):
        if first > at + 0.02:
            out.append((at, first))
        at = max(at, last)
    if at < 0.98:
        out.append((at, 1.0))

    def point(share: float) -> Point:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    return tuple((point(a), point(b)) for a, b in out)


def _inside(strands: Sequence[Strand], boxes: Any) -> tuple[Any, Any]:
    """Return from which share of its length to which each line (a column) lies in each box (a row), if they differ."""
    starts, ends = (np.array([getattr(s, end) for s in strands]) for end in ("start", "end"))
    low, high = np.zeros((len(boxes), len(strands))), np.ones((len(boxes), len(strands)))
    for axis in (0, 1):
        near, far = boxes[:, axis, None], boxes[:, axis + 2, None]
        start, delta = starts[:, axis], ends[:, axis] - starts[:, axis]
        flat = np.abs(delta) < 1e-9
        by = np.where(flat, 1.0, delta)
        one, other = (near - start) / by, (far - start) / by
        within = (near < start) & (start < far)
        low = np.maximum(low, np.where(flat, np.where(within, 0.0, 1.0), np.minimum(one, other)))
        high = np.minimum(high, np.where(flat, np.where(within, 1.0, 0.0), np.maximum(one, other)))
    return low, high


def _within(points: Any, boxes: Any) -> Any:
    """Tell which points (columns) lie in which boxes (rows)."""
    x, y = points.T
    x0, y0, x1, y1 = (side[:, None] for side in boxes.T)
    return (x0 < x) & (x < x1) & (y0 < y) & (y < y1)


def _touching(boxes: Any, others: Any) -> Any:
    """Tell which boxes (rows) overlap which others (columns)."""
    x0, y0, x1, y1 = (side[:, None] for side in boxes.T)
    u0, v0, u1, v1 = others.T
    return (x0 < u1) & (u0 < x1) & (y0 < v1) & (v0 < y1)
