"""Words on the lines of a diagram: each on its own, clear of boxes, other words and, where it goes, other lines."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

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
CLASH, POINTED, OVER, STRANGE, HIDDEN, BESIDE = 100.0, 16.0, 7.0, 20.0, 14.0, 1.5
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
    """Return how many pairs of lines cross that have no actor in common."""
    count = 0
    for n, one in enumerate(lines):
        for other in lines[:n]:
            if not {one.tie.source, one.tie.target} & {other.tie.source, other.tie.target}:
                count += crosses(one.start, one.end, other.start, other.end)
    return count


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


class Option(Value, frozen=True, kw_only=True):
    """A place for words, and what it costs by itself."""

    lines: tuple[str, ...]
    box: Box
    cost: float


def worded(
    strands: Sequence[Strand], boxes: Sequence[Box], room: Point, text: float, letters: Lettering
) -> tuple[tuple[Worded, ...], int, float]:
    """Return the lines with their words, how many words still touch a box, other words or the edge, and the cost."""
    options = [_options(s, strands, boxes, room, text, letters) for s in strands]
    order = sorted(range(len(strands)), key=lambda n: (math.dist(strands[n].start, strands[n].end), n))
    chosen: dict[int, Option] = {}
    for _ in range(PASSES):
        before = dict(chosen)
        for n in order:
            others = [o.box for k, o in chosen.items() if k != n]
            chosen[n] = min(options[n], key=lambda o: (o.cost + CLASH * _touching(o.box, others), o.box))
        if chosen == before:
            break
    clashes = 0
    for n, option in chosen.items():
        others = [o.box for k, o in chosen.items() if k != n]
        clashes += _touching(option.box, others) + _touching(option.box, boxes) + _outside(option.box, room)
    labels = [chosen[n].box for n in range(len(strands))]
    out = tuple(
        Worded(
            tie=s.tie,
            start=s.start,
            end=s.end,
            pieces=_pieces(s.start, s.end, labels),
            lines=chosen[n].lines,
            box=chosen[n].box,
        )
        for n, s in enumerate(strands)
    )
    return out, clashes, sum(o.cost for o in chosen.values())


def _options(
    strand: Strand, strands: Sequence[Strand], boxes: Sequence[Box], room: Point, text: float, letters: Lettering
) -> list[Option]:
    """Return where a strand's words may stand, with what each place costs."""
    (x0, y0), (x1, y1) = strand.start, strand.end
    length = math.hypot(x1 - x0, y1 - y0)
    out = []
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
            box = (x - half, y - tall, x + half, y + tall)
            cost = dear + 2 * abs(share - 0.5) + 0.5 * (len(lines) - 1)
            cost += CLASH * (_touching(box, boxes) + _outside(box, room))
            over = [s for s in strands if s is not strand and _inside(s.start, s.end, box)]
            own = _inside(strand.start, strand.end, box)
            hidden = (own[1] - own[0]) if own else 0.0
            cost += sum(OVER if _parallel(s, strand) else STRANGE for s in over) + HIDDEN * max(0.0, hidden - SHOWN)
            cost += POINTED * sum(_within(s.end, box) or (s is not strand and _within(s.start, box)) for s in strands)
            out.append(Option(lines=lines, box=box, cost=cost))
    return out


def _parallel(one: Strand, other: Strand) -> bool:
    """Tell whether two ties join the same nodes."""
    return {one.tie.source, one.tie.target} == {other.tie.source, other.tie.target}


@lru_cache(maxsize=1 << 12)
def broken(label: str, face: Face, text: float, width: float) -> tuple[tuple[str, ...], float]:
    """Return a label in lines no wider than asked, and half the width of the longest."""
    lines = typeset.lines(label, face.file, text, width, SAFETY)
    return lines, max(face.width(line, text) for line in lines) * SAFETY / 2


def _pieces(start: Point, end: Point, labels: Sequence[Box]) -> tuple[tuple[Point, Point], ...]:
    """Return a line in the pieces that labels leave of it."""
    cuts = sorted(c for box in labels if (c := _inside(start, end, box)))
    out = []
    at = 0.0
    for low, high in cuts:
        if low > at + 0.02:
            out.append((at, low))
        at = max(at, high)
    if at < 0.98:
        out.append((at, 1.0))

    def point(share: float) -> Point:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    return tuple((point(a), point(b)) for a, b in out)


def _inside(start: Point, end: Point, box: Box) -> tuple[float, float] | None:
    """Return which part of a line lies in a box, as shares of its length."""
    if (
        max(start[0], end[0]) <= box[0]
        or min(start[0], end[0]) >= box[2]
        or max(start[1], end[1]) <= box[1]
        or min(start[1], end[1]) >= box[3]
    ):
        return None
    low, high = 0.0, 1.0
    for a, b, near, far in ((start[0], end[0], box[0], box[2]), (start[1], end[1], box[1], box[3])):
        if abs(b - a) < 1e-9:
            if not near < a < far:
                return None
            continue
        first, second = sorted(((near - a) / (b - a), (far - a) / (b - a)))
        low, high = max(low, first), min(high, second)
    return (low, high) if low < high else None


def _within(point: Point, box: Box) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _touching(box: Box, others: Sequence[Box]) -> int:
    return sum(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in others)


def _outside(box: Box, room: Point) -> int:
    return int(box[0] < -0.01 or box[1] < -0.01 or box[2] > room[0] + 0.01 or box[3] > room[1] + 0.01)
