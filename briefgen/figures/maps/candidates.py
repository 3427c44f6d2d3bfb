"""Where the names of a map could stand: in or beside their countries, beside their points."""

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .finder import BLOCK, CROSSING, KEPT, Finder, Words, best, grown, spread
from .placing import Place
from .raster import Box
from .touching import NOWHERE, Segment

MARKER = 0.27
"""Half the side of a marker, in em."""
BESIDE = 0.25
"""Borders so near to a name, in em, count against its place."""
OUTSIDE, AWAY = 1.5, 2.0
"""Cost of a name beside its country instead of in it, and of each em between them."""
FARTHEST = 0.9
"""Em between a country and a name beside it at the most."""
SMALL = 6.0
"""Em of the longest side of a country that may have its name beside it."""
RINGS = ((0.36, 0.0), (0.75, 0.9), (1.3, 1.8), (2.2, 3.2), (3.4, 4.6), (5.0, 6.2))
"""Em between a marker and its label, and the cost of it; the farther ones have a leader."""
LED = 2.0
"""Em from which a label has a leader."""
BEARINGS, STEEP = 24, 0.3
"""Directions of labels with a leader; those with a smaller cosine stand above or below their point."""
ABROAD = 0.8
"""Cost of a point's name that stands outside the country of the point."""
STRANGE, HALF_SEEN = 16.0, 0.2
"""Cost of a name with a leader that stands in another country which the map is about; of one beside its point, less
where the map says the same of both countries."""
ASTRAY = 2.0
"""Cost of a name that stands nearer to another marker than to its own."""
LOOSE = 3.0
"""Cost of a block of words whose name neither stands at its marker nor has a leader to it."""
LEAST_OWN = 0.8
"""The least part of a name that stands in its own country."""
FULLEST = 40
"""Positions tried along each side of a country."""


def area(finder: Finder, name: str, country: BaseGeometry, inks: Sequence[str], *, bold: bool) -> tuple[Place, ...]:
    """Return places for a name inside its country, or on the water beside one that is too small for it."""
    body = max(shapely.get_parts(country), key=lambda p: p.area)
    out: list[Place] = []
    for lines, dear in finder.broken(name):
        out += _inside(finder, lines, body, inks, dear, bold=bold)
    x0, y0, x1, y1 = body.bounds
    if len(out) < KEPT // 4 and max(x1 - x0, y1 - y0) < SMALL * finder.size:
        reach, middle = ((x1 - x0) / 2, (y1 - y0) / 2), ((x0 + x1) / 2, (y0 + y1) / 2)
        near = around(finder, (name,), finder.width((name,), bold), middle, reach, inks, None, OUTSIDE)
        out += _on_water(finder, near, country)
    return best(out)


def spot(
    finder: Finder,
    lines: tuple[str, ...],
    wide: float,
    at: tuple[float, float],
    home: BaseGeometry | None,
    inks: Sequence[str],
) -> tuple[Place, ...]:
    """Return places for lines beside their marker, right and left first, farther ones with a leader."""
    half = MARKER * finder.size
    return best(around(finder, lines, wide, at, (half, half), inks, home, 0.0))


def _inside(
    finder: Finder, lines: tuple[str, ...], body: BaseGeometry, inks: Sequence[str], dear: float, *, bold: bool
) -> list[Place]:
    wide, tall = finder.width(lines, bold), finder.above + (len(lines) - 1) * finder.leading
    x0, y0, x1, y1 = body.bounds
    xs = np.linspace(x0, x1, max(3, min(FULLEST, int((x1 - x0) / (0.4 * finder.size)))))
    ys = np.linspace(y0, y1, max(3, min(FULLEST, int((y1 - y0) / (0.3 * finder.size)))))
    middles = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    left, top = middles[:, 0] - wide / 2, middles[:, 1] + tall / 2
    boxes = np.stack([left, top - tall - finder.below, left + wide, top], axis=1)
    own = finder.ground.covered(body).share(boxes)
    keep = finder.free(boxes) & (own > LEAST_OWN) & (finder.ground.foreign(body).count(boxes) == 0)
    middles, boxes, own = middles[keep], boxes[keep], own[keep]
    if not len(boxes):
        return []
    crossed = finder.crossed(boxes)
    near = finder.crossed(grown(boxes, BESIDE * finder.size))
    centre = body.centroid if body.contains(body.centroid) else body.representative_point()
    far = np.hypot(middles[:, 0] - centre.x, 1.4 * (middles[:, 1] - centre.y)) / finder.size
    harm = CROSSING * (1 if finder.format == "pdf" else 2)
    cost = dear + 0.13 * far + harm * (crossed + 0.5 * near) / finder.size + 8 * (1 - own)
    cost += 2 * finder.ground.hatched.share(boxes) + finder.coast(boxes)
    order = spread(middles, cost, (1.5 * finder.size, 0.8 * finder.size))
    found = finder.inked(boxes[order], inks)
    out = []
    for k, ink in zip(order.tolist(), found, strict=True):
        if ink is not None:
            box: Box = tuple(boxes[k].tolist())
            words = Words(float(middles[k, 0]), box[3] - finder.above, lines, "middle", ink, finder.halo(box))
            out.append(Place(box, float(cost[k]), None, words))
    return out


def around(
    finder: Finder,
    lines: tuple[str, ...],
    wide: float,
    at: tuple[float, float],
    reach: tuple[float, float],
    inks: Sequence[str],
    home: BaseGeometry | None,
    dear: float,
) -> list[Place]:
    """Return places about a point, or about a small shape that reaches so far from it on each side."""
    (x, y), tall = at, finder.above + (len(lines) - 1) * finder.leading
    seats: list[tuple[Box, float, str, bool]] = []
    for near, far in RINGS:
        gap, led = near * finder.size, near > LED
        seat = _about if led else _seats
        for left, top, anchor, cost in seat(x, y, (reach[0] + gap, reach[1] + gap), wide, finder.above, tall):
            anchor = "start" if len(lines) > 1 else anchor
            seats.append((finder.box(left, top, wide, len(lines)), dear + cost + far, anchor, led))
    boxes = np.array([seat[0] for seat in seats])
    crossed, hatched, coast = finder.crossed(boxes), finder.ground.hatched.share(boxes), finder.coast(boxes)
    over, away, abroad = np.zeros(len(boxes)), np.zeros(len(boxes)), np.zeros(len(boxes), dtype=bool)
    if home is not None:
        over = finder.ground.foreign(home, quiet=len(lines) == 1).count(boxes) * finder.ground.grid.cell
        own = finder.ground.covered(home).share(boxes)
        strange = np.clip(finder.ground.subject.share(boxes) - own, 0, 1)
        unlike = finder.ground.unlike(home).share(boxes)
        near = HALF_SEEN * strange + (1 - HALF_SEEN) * np.minimum(unlike, strange)
        away = ABROAD * (1 - own) + STRANGE * np.where([seat[3] for seat in seats], strange, near)
        abroad = (strange > 0) & (len(lines) > 1)
    harm = CROSSING * (1 if finder.format == "pdf" else 2) * (1 if len(lines) == 1 else BLOCK)
    out, inked, astray = [], finder.inked(boxes, inks), finder.nearer_another(boxes, at)
    tied = [(True, _leader(finder, box, at)) if led else stem(finder, box, lines, at) for box, *_, led in seats]
    leaders = [leader for _, leader in tied]
    struck = finder.struck(np.array([leader or NOWHERE for leader in leaders]), at)
    for k in np.flatnonzero(finder.free(boxes)).tolist():
        (box, cost, anchor, _), ink = seats[k], inked[k]
        if ink is None or over[k] > 0.5 or struck[k] or abroad[k]:
            continue
        cost += ASTRAY * astray[k]
        cost += 0.0 if tied[k][0] else LOOSE
        cost += harm * float(crossed[k]) / finder.size + 2 * float(hatched[k]) + float(away[k])
        cost += float(coast[k])
        at_x = {"start": box[0], "middle": (box[0] + box[2]) / 2, "end": box[2]}[anchor]
        words = Words(at_x, box[3] - finder.above, lines, anchor, ink, finder.halo(box))
        out.append(Place(box, float(cost), leaders[k], words))
    return out


def _on_water(finder: Finder, places: list[Place], country: BaseGeometry) -> list[Place]:
    """Return the places beside a country that stand on water, dearer the farther off.

    They are nearer to it than to another subject, unless it is so small that it is a mere marker.
    """
    ground, own, out = finder.ground, finder.ground.covered(country), []
    x0, y0, x1, y1 = country.bounds
    speck = max(x1 - x0, y1 - y0) < finder.size
    for place in (p for p in places if p.leader is None):
        off = float(shapely.box(*place.box).distance(country))
        about = grown([place.box], off)
        another = not speck and ground.subject.count(about) > own.count(about)
        if ground.sea_or_lake.share([place.box])[0] > 0.97 and off < FARTHEST * finder.size and not another:
            out.append(place._replace(cost=place.cost + AWAY * off / finder.size))
    return out


def stem(finder: Finder, box: Box, lines: tuple[str, ...], at: tuple[float, float]) -> tuple[bool, Segment | None]:
    """Tell whether a reader sees which point a block beside it names, and return the line that shows it, if need be.

    A block's first line is its name. It stands at a point that is before it, above it or below it; where it does
    not, and no other line is in between, a line leads from the name's end to the point.
    """
    (x, y), (left, foot, _, top) = at, box
    end = left + finder.width(lines[:1], True)
    before = x < left and top - finder.leading < y < top + finder.below
    if len(lines) == 1 or before or (left <= x <= end and not foot < y < top):
        return True, None
    start, level = end + 0.35 * finder.size, top - finder.above / 2
    return (True, (start, level, x, y)) if x > start and y > level else (False, None)


def _leader(finder: Finder, box: Box, at: tuple[float, float]) -> Segment:
    """Return the line from a label to its point."""
    middle, gap = (box[1] + finder.below + box[3]) / 2, 0.2 * finder.size
    if box[0] > at[0]:
        return box[0] - gap, middle, *at
    if box[2] < at[0]:
        return box[2] + gap, middle, *at
    return min(max(at[0], box[0]), box[2]), box[1] if box[1] > at[1] else box[3] + gap, *at


def _about(
    x: float, y: float, gap: tuple[float, float], wide: float, above: float, tall: float
) -> list[tuple[float, float, str, float]]:
    """Return left edges, tops, anchors and costs of places all about a point, whose leaders end at their sides."""
    out = []
    for step in range(BEARINGS):
        across, up = (f(2 * math.pi * step / BEARINGS) for f in (math.cos, math.sin))
        anchor, left = (
            ("start", 0.0) if across > STEEP else ("end", -wide) if across < -STEEP else ("middle", -wide / 2)
        )
        top = above / 2 if anchor != "middle" else tall if up > 0 else 0.0
        out.append((x + across * gap[0] + left, y + up * gap[1] + top, anchor, 0.4 * abs(up)))
    return out


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
