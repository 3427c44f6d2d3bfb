"""Which places for words touch which others: boxes, leaders and where these end, for many at a time."""

from typing import Any, NamedTuple

import numpy as np

Segment = tuple[float, float, float, float]

PAD = 1.6
"""Points between two labels."""
NOWHERE = (np.nan, np.nan, np.nan, np.nan)
"""The leader of words that have none."""


class Covered(NamedTuple):
    """What places for words cover, a row each: boxes, leaders, and what is kept clear about where these end."""

    boxes: Any
    leaders: Any
    ends: Any

    def of(self, which: Any) -> "Covered":
        """Return some of the rows."""
        return Covered(self.boxes[which], self.leaders[which], self.ends[which])


def clashing(places: Covered, others: Covered) -> Any:
    """Return which places touch which; what is not there is not a number."""
    out = overlaps(_reach(places)[:, None], _reach(others)[None], PAD)
    one, other = np.nonzero(out)
    (a, lead, end), (b, line, stop) = places.of(one), others.of(other)
    found = overlaps(a, b, PAD) | overlaps(a, stop) | overlaps(b, end)
    for lines, met in ((lead, b), (line, a), (lead, dot(line)), (line, dot(lead))):
        there = np.flatnonzero(~np.isnan(lines[:, 0]) & ~np.isnan(met[:, 0]) & ~found)
        found[there] = strikes(lines[there], met[there], PAD)
    found |= crosses(lead, line)
    out[one, other] = found
    return out


def _reach(places: Covered) -> Any:
    """Return what boxes, leaders and their ends cover together."""
    boxes, leaders, ends = places
    low, high = np.fmin(leaders[:, :2], leaders[:, 2:]), np.fmax(leaders[:, :2], leaders[:, 2:])
    low, high = np.fmin(low, ends[:, :2]), np.fmax(high, ends[:, 2:])
    return np.hstack([np.fmin(boxes[:, :2], low), np.fmax(boxes[:, 2:], high)])


def dot(leaders: Any) -> Any:
    """Return the boxes of the points where leaders end."""
    return leaders[..., [2, 3, 2, 3]]


def overlaps(boxes: Any, box: Any, pad: float = 0.0) -> Any:
    """Return which boxes come closer than `pad` to a box, or to the box of the same number."""
    across = (boxes[..., 0] < box[..., 2] + pad) & (box[..., 0] < boxes[..., 2] + pad)
    return across & (boxes[..., 1] < box[..., 3] + pad) & (box[..., 1] < boxes[..., 3] + pad)


def strikes(lines: Any, boxes: Any, pad: float = 0.0) -> Any:
    """Return which lines meet the box of the same number, widened by `pad` (Liang and Barsky's clipping)."""
    start, step = lines[:, :2], lines[:, 2:] - lines[:, :2]
    low, high = boxes[:, :2] - pad - start, boxes[:, 2:] + pad - start
    flat = step == 0
    with np.errstate(divide="ignore", invalid="ignore"):
        near, far = low / step, high / step
    enter = np.where(flat, np.where((low <= 0) & (high >= 0), -np.inf, np.inf), np.minimum(near, far))
    leave = np.where(flat, np.where((low <= 0) & (high >= 0), np.inf, -np.inf), np.maximum(near, far))
    return np.maximum(enter.max(axis=1), 0.0) <= np.minimum(leave.min(axis=1), 1.0)


def crosses(lines: Any, line: Any) -> Any:
    """Return which lines cross a line, or the line of the same number."""

    def side(start: Any, end: Any, point: Any) -> Any:
        return (end[..., 0] - start[..., 0]) * (point[..., 1] - start[..., 1]) - (end[..., 1] - start[..., 1]) * (
            point[..., 0] - start[..., 0]
        )

    a, b, c, d = lines[:, :2], lines[:, 2:], line[..., :2], line[..., 2:]
    return (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
