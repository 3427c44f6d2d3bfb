"""The ties between two nodes of a diagram as parallel lines from box to box, each with room for its words."""

import math
from typing import NamedTuple

from ..model.diagrams import Relations, Tie
from .faces import Lettering
from .lattice import lying
from .tielabels import HEAD, SHOWN, Box, Point, Strand, broken

SPACING, STEEP = 1.64, 1.2
"""Between parallel lines in em, lying and steep."""


class Bundle(NamedTuple):
    """Ties between two nodes: their slots side by side, whether they lie, and how thick they are together."""

    ties: tuple[tuple[Tie, float], ...]
    first: str
    lies: bool
    thick: float


def bundles(
    figure: Relations,
    middles: list[Point],
    boxes: list[Box],
    text: float,
    letters: Lettering,
) -> list[tuple[int, int, Bundle]]:
    """Return ties by the two nodes that they join; on lying lines each has the room that its words take."""
    index = {n.id: k for k, n in enumerate(figure.nodes)}
    found: dict[tuple[int, int], list[Tie]] = {}
    for tie in figure.ties:
        a, b = sorted((index[tie.source], index[tie.target]))
        found.setdefault((a, b), []).append(tie)
    out = []
    for (a, b), ties in found.items():
        lies = lying(middles[b][0] - middles[a][0], middles[b][1] - middles[a][1])
        gap = max(boxes[a][0], boxes[b][0]) - min(boxes[a][2], boxes[b][2]) - (HEAD + 1.2) * text
        slots = []
        for tie in ties:
            count = len(broken(tie.label, letters.regular, text, max(SHOWN * gap, 4 * text))[0]) if lies else 1
            slots.append(((count - 1) * letters.leading + SPACING) * text if lies else STEEP * text)
        thick = sum(slots)
        at, placed_ = -thick / 2, []
        for tie, slot in zip(ties, slots, strict=True):
            placed_.append((tie, at + slot / 2))
            at += slot
        out.append((a, b, Bundle(tuple(placed_), figure.nodes[a].id, lies, thick)))
    return out


def strands(
    bundle: Bundle,
    start: Point,
    end: Point,
    box: Box,
    other: Box,
    text: float,
) -> list[Strand]:
    """Return the parallel lines of the ties between two nodes, from box to box."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    out = []
    for tie, shift in bundle.ties:
        ox, oy = -dy / length * shift, dx / length * shift
        a, b = (start[0] + ox, start[1] + oy), (end[0] + ox, end[1] + oy)
        near, far = _leaving(a, b, box, text), _leaving(b, a, other, text)
        forward = tie.source == bundle.first
        out.append(Strand(tie=tie, start=near if forward else far, end=far if forward else near))
    return out


def _leaving(a: Point, b: Point, box: Box, text: float) -> Point:
    """Return where a line from inside a box leaves it, with a little air."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    reach = []
    for delta, at, low, high in ((dx, a[0], box[0], box[2]), (dy, a[1], box[1], box[3])):
        if abs(delta) > 1e-9:
            reach.append(((high if delta > 0 else low) - at) / delta)
    share = max(0.0, min(reach)) + 0.2 * text / math.hypot(dx, dy)
    return a[0] + dx * share, a[1] + dy * share
