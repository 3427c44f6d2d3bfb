"""The ties between two nodes of a diagram as parallel lines from box to box, each with room for its words."""

import math
from typing import NamedTuple

from ..model.diagrams import Relations, Tie
from .faces import Lettering
from .lattice import lying
from .tielabels import HEAD, SHOWN, Box, Point, Strand, broken

SPACING, STEEP = 1.64, 1.2
"""Between parallel lines in em, lying and steep."""
PORT, NEXT = 0.6, 0.5
"""How far from parallel lines another leaves the same side of a box, and each further one from that, in em."""


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
            if lies:
                count = len(broken(tie.label, letters.regular, text, max(SHOWN * gap, 4 * text))[0])
                slots.append(((count - 1) * letters.leading + SPACING) * text)
            else:
                slots.append(STEEP * text)
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


def fanned(bundled: list[list[Strand]], boxes: dict[str, Box], text: float) -> list[Strand]:
    """Return all strands, those that would leave a box among parallel lines moved to either side of these."""
    spans = _spans(bundled, boxes)
    singles = [some[0] for some in bundled if len(some) == 1]
    beside: dict[tuple[str, int, bool, bool], list[tuple[float, int]]] = {}
    for n, s in enumerate(singles):
        for node, at, other in ((s.tie.source, s.start, s.end), (s.tie.target, s.end, s.start)):
            for along in (0, 1):
                side = node, along, at[along] >= boxes[node][along + 2]
                if side in spans and not boxes[node][along] < at[along] < boxes[node][along + 2]:
                    # beyond the parallel lines, if at the same distance it ends further up or right than they do
                    way, reach = spans[side][2], abs(other[along] - at[along])
                    turned = (other[1 - along] - at[1 - along]) / reach - way[1 - along] / abs(way[along])
                    beside.setdefault((*side, turned > 0), []).append((abs(turned), n))
    ends = {(n, node): at for n, s in enumerate(singles) for node, at in _ends(s)}
    for (node, along, after, above), some in beside.items():
        low, high, _ = spans[node, along, after]
        for place, (_, n) in enumerate(sorted(some)):
            by = (PORT + NEXT * place) * text
            x, y = at = ends[n, node]
            now = at[1 - along]
            to = max(now, high + by) if above else min(now, low - by)
            to = min(max(to, boxes[node][1 - along]), boxes[node][3 - along])
            ends[n, node] = (x, to) if along == 0 else (to, y)
    out = [s for some in bundled if len(some) > 1 for s in some]
    for n, s in enumerate(singles):
        out.append(Strand(tie=s.tie, start=ends[n, s.tie.source], end=ends[n, s.tie.target]))
    return out


def _spans(
    bundled: list[list[Strand]], boxes: dict[str, Box]
) -> dict[tuple[str, int, bool], tuple[float, float, Point]]:
    """Return from where to where parallel lines leave which side of a box, and on which way.

    A side is the axis along which they leave (0 is across the page), and whether to its greater end.
    """
    spans: dict[tuple[str, int, bool], tuple[float, float, Point]] = {}
    for some in bundled:
        if len(some) < 2:
            continue
        for node in (some[0].tie.source, some[0].tie.target):
            ends = [(s.start, s.end) if s.tie.source == node else (s.end, s.start) for s in some]
            (x0, y0), (x1, y1) = ends[0]
            along = 0 if lying(x1 - x0, y1 - y0) else 1
            after = ends[0][0][along] > (boxes[node][along] + boxes[node][along + 2]) / 2
            across = [at[1 - along] for at, _ in ends]
            spans[node, along, after] = min(across), max(across), (x1 - x0, y1 - y0)
    return spans


def _ends(strand: Strand) -> tuple[tuple[str, Point], tuple[str, Point]]:
    return (strand.tie.source, strand.start), (strand.tie.target, strand.end)


def _leaving(a: Point, b: Point, box: Box, text: float) -> Point:
    """Return where a line from inside a box leaves it, with a little air."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    reach = []
    for delta, at, low, high in ((dx, a[0], box[0], box[2]), (dy, a[1], box[1], box[3])):
        if abs(delta) > 1e-9:
            reach.append(((high if delta > 0 else low) - at) / delta)
    share = max(0.0, min(reach)) + 0.2 * text / math.hypot(dx, dy)
    return a[0] + dx * share, a[1] + dy * share
