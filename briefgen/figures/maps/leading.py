"""Words led out of a country: blocks on quiet ground, with a line to what they speak of."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...typeset import text as typeset
from .finder import CROSSING, EDGE, SAFETY, Finder, Words, best, grown, spread
from .placing import Place
from .raster import Box

KEPT_LED = 120
"""Places kept for each block of words, the cheapest, none beside another."""
LEADER, FARTHER, OVER = 0.12, 0.012, 3.0
"""Cost of one em of leader, of its square, and of one em that it runs over other subjects."""
SHAPE = 1.5
"""Cost of each line of a block beyond its name and three."""
NEAREST = 320
"""Places of a block that are looked at closely, those with the shortest leaders."""
SHORTEST = 0.8
"""Em of the shortest leader."""
BESIDE = 0.25
RAGGED = 1.15
"""How much longer than a block's first line another is from which a leader starts on its right."""
AIR, ABOVE = 0.45, 0.8
"""Em beside, and above and below, a block in which no other name stands, so that none reads on from it."""


def led_out(
    finder: Finder, name: str, text: str, country: BaseGeometry, inks: Sequence[str], cost: float = 0.0
) -> tuple[Place, ...]:
    """Return places for words led out to ground where no subject lies; the leader ends in the country."""
    end = inner_point(country)
    return led_to(finder, [(wide, lines) for wide, lines in _shapes(finder, name, text)], end, country, inks, cost)


def led_to(
    finder: Finder,
    shapes: Sequence[tuple[float, tuple[str, ...]]],
    end: tuple[float, float],
    own: BaseGeometry,
    inks: Sequence[str],
    cost: float = 0.0,
) -> tuple[Place, ...]:
    """Return places for blocks of lines whose leader ends at a point; `own` is the ground it may run over."""
    size, ground = finder.size, finder.ground
    out: list[Place] = []
    for wide, lines in shapes:
        tall = finder.above + finder.below + (len(lines) - 1) * finder.leading
        lefts = _steps(ground.width - EDGE - wide, 0.7 * size)
        bottoms = _steps(ground.height - EDGE - tall, 0.6 * size)
        corners = np.stack(np.meshgrid(lefts, bottoms), axis=-1).reshape(-1, 2)
        boxes = np.hstack([corners, corners + np.array([wide, tall])])
        if not len(boxes):
            continue
        free = finder.free(boxes) & (ground.subject.count(boxes) == 0)
        out += _led(finder, boxes[free], lines, end, own, inks, cost + SHAPE * max(0, len(lines) - 4))
    return best(out, KEPT_LED)


def inner_point(country: BaseGeometry) -> tuple[float, float]:
    """Return the point of a country farthest from its border."""
    body = max(shapely.get_parts(country), key=lambda p: p.area)
    (x, y), *_ = shapely.maximum_inscribed_circle(body).coords
    return x, y


def _led(
    finder: Finder,
    boxes: Any,
    lines: tuple[str, ...],
    end: tuple[float, float],
    own: BaseGeometry,
    inks: Sequence[str],
    dear: float,
) -> list[Place]:
    size, ground = finder.size, finder.ground
    if not len(boxes):
        return []
    leaders = _leaders(finder, boxes, _widest(finder, lines), end)
    across, up = leaders[:, 2] - leaders[:, 0], leaders[:, 3] - leaders[:, 1]
    length = np.hypot(across, up) / size
    costs = dear + LEADER * length + FARTHER * length**2 + 0.8 * np.abs(up) / np.maximum(length * size, 1e-9)
    costs[np.isnan(costs) | (length < SHORTEST) | finder.struck(leaders, end)] = np.inf
    order = spread(boxes[:, :2], costs, (1.2 * size, 0.9 * size), NEAREST)
    near = [(float(costs[k]), int(k), tuple(leaders[k].tolist())) for k in order if np.isfinite(costs[k])]
    if not near:
        return []
    which = np.array([k for _, k, _ in near])
    crossed = finder.crossed(grown(boxes[which], BESIDE * size))
    coast = finder.coast(boxes[which])
    over = ground.run_over([leader for *_, leader in near], own)
    inked = finder.inked(boxes[which], inks)
    out = []
    for n, (cost, k, leader) in enumerate(near):
        ink = inked[n]
        if ink is None:
            continue
        box: Box = tuple(boxes[k].tolist())
        cost += OVER * float(over[n]) / size + 2 * CROSSING * float(crossed[n]) / size + float(coast[n])
        words = Words(box[0], box[3] - finder.above, lines, "start", ink, None)
        x0, y0, x1, y1 = box
        air = (x0 - AIR * size, y0 - ABOVE * size, x1 + AIR * size, y1 + ABOVE * size)
        out.append(Place(air, cost, leader, words))
    return out


def _steps(last: float, step: float) -> Any:
    """Return numbers from the edge on, and the last that there may be."""
    return np.append(np.arange(EDGE, last, step), last) if last >= EDGE else np.empty(0)


def _widest(finder: Finder, lines: tuple[str, ...]) -> int:
    """Return which line of a block reaches its right edge: the first, unless another is clearly longer."""
    first = finder.width(lines[:1], True)
    rest = [finder.width((line,), False) for line in lines[1:]]
    return rest.index(max(rest)) + 1 if rest and max(rest) > RAGGED * first else 0


def _leaders(finder: Finder, boxes: Any, row: int, end: tuple[float, float]) -> Any:
    """Return the line from each block to a point: from its first line, on the right from line `row`, or an edge."""
    gap, (x, y) = 0.35 * finder.size, end
    left, foot, right, top = boxes.T
    middle = top - finder.above / 2 - np.where(right < x, row * finder.leading, 0.0)
    along = np.clip(x, left, right)
    start_x = np.where(left > x, left - gap, np.where(right < x, right + gap, along))
    beside = (left > x) | (right < x)
    start_y = np.where(beside, middle, np.where(foot > y, foot - gap, top + gap))
    start_x = np.where(beside | (foot > y) | (top < y), start_x, np.nan)  # a point inside its own block
    return np.stack([start_x, start_y, np.full(len(boxes), x), np.full(len(boxes), y)], axis=1)


def _shapes(finder: Finder, name: str, text: str) -> list[tuple[float, tuple[str, ...]]]:
    """Return the ways to break a name and its words into two to five lines, as (width, lines)."""
    letters, size = finder.letters, finder.size
    head = letters.bold.width(name, size) * SAFETY
    if not text:
        return [(finder.width(lines, True), lines) for lines, _ in finder.broken(name)]
    out: dict[int, tuple[float, tuple[str, ...]]] = {}
    whole = letters.regular.width(text, size) * SAFETY
    for step in range(60):
        room = head + (whole - head) * (1 - step / 60)
        lines = typeset.lines(text, letters.regular.file, size, room, SAFETY)
        wide = max(head, *(letters.regular.width(line, size) * SAFETY for line in lines))
        if 1 <= len(lines) <= 4 and wide < 0.45 * finder.ground.width and wide < out.get(len(lines), (1e9, ()))[0]:
            out[len(lines)] = (wide, (name, *lines))
    return [out[n] for n in sorted(out)]
