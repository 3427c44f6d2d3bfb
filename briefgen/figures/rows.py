"""The heights of a timeline: what its lanes need at the least, and where they stand in a given height."""

from ..model.base import Value
from .faces import Lettering
from .lanes import Lane, Plan

PITCH, PAD = 1.28, 0.24
"""From row to row, and above and below a lane's rows, in em, at the least."""
LOOSEST = 1.8
"""How far rows and pads may grow where there is height to spare."""
HEAD = 1.75
"""The head with the months' names, in em."""
LEGEND_GAP = 0.6
"""Between the last lane and the legend, in em."""


class Down(Value, frozen=True, kw_only=True):
    """Heights from the top in points: `lanes` are (top, height), rows `pitch` apart; `legend` is its first centre."""

    head: float
    lanes: tuple[tuple[float, float], ...]
    pitch: float
    legend: float
    height: float


def heights(layout: Plan, letters: Lettering) -> tuple[float, float]:
    """Return the least height at which every mark stands, and the greatest that is of use."""
    return _down(layout, letters, 1.0).height, _down(layout, letters, LOOSEST).height


def down(layout: Plan, letters: Lettering, height: float) -> Down:
    """Return the lanes spread over a height; what is too much stays free at the foot."""
    least, most = heights(layout, letters)
    stretch = 1.0 if most <= least else 1 + (LOOSEST - 1) * (height - least) / (most - least)
    return _down(layout, letters, min(LOOSEST, max(1.0, stretch)))


def _down(layout: Plan, letters: Lettering, stretch: float) -> Down:
    text = layout.text
    pitch = PITCH * text * stretch
    y = head = HEAD * text
    lanes = []
    for lane in layout.lanes:
        tall = _lane(lane, text, letters, stretch)
        lanes.append((y, tall))
        y += tall
    lines = max((entry.line for entry in layout.legend), default=-1) + 1
    legend = y + LEGEND_GAP * text * stretch + 0.5 * text
    bottom = legend + (0.7 + (lines - 1) * letters.leading) * text if lines else y + 0.6
    return Down(head=head, lanes=tuple(lanes), pitch=pitch, legend=legend, height=bottom)


def _lane(lane: Lane, text: float, letters: Lettering, stretch: float) -> float:
    rows = len(lane.rows) * PITCH * text * stretch
    names = len(lane.lines) * letters.leading * text
    return max(rows, names) + 2 * PAD * text * stretch
