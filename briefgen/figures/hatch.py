"""Hatches as lines cut to their shape, so that both back ends draw the same ones."""

import math

import shapely
from matplotlib.backend_bases import GraphicsContextBase
from shapely.geometry.base import BaseGeometry

from ..model.scene import Pattern
from .clip import pieces
from .outline import ink, polylines, rounded

KINDS = {"/": "up", "\\": "down", "-": "horizontal", "|": "vertical", "+": "grid", "x": "cross"}
ANGLES = {"up": (45,), "down": (-45,), "horizontal": (0,), "vertical": (90,), "grid": (0, 90), "cross": (45, -45)}
PITCH = 12.0
"""Points between the lines of a hatch of one character, as matplotlib has it: 72 divided by 6."""


def pattern(gc: GraphicsContextBase, hatch: str, area: BaseGeometry) -> Pattern:
    """Return a hatch of one kind (a character, repeated for density) on an area."""
    kind = KINDS.get(hatch[0])
    if kind is None or set(hatch) != {hatch[0]}:
        raise ValueError(f"hatch {hatch!r} cannot be recorded; use one of {' '.join(KINDS)}, repeated at will")
    lines = []
    x0, y0, x1, y1 = area.bounds if not area.is_empty else (0.0, 0.0, 0.0, 0.0)
    for angle in ANGLES[kind]:
        pitch = PITCH / len(hatch) * (math.sqrt(2) if angle % 90 else 1)
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        corners = [(x, y) for x in (x0, x1) for y in (y0, y1)]
        along, across = [c * x + s * y for x, y in corners], [c * y - s * x for x, y in corners]
        for k in range(math.ceil(min(across) / pitch), math.floor(max(across) / pitch) + 1):
            d = k * pitch
            ends = [(c * t - s * d, s * t + c * d) for t in (min(along), max(along))]
            lines.append(ends)
    cut = shapely.intersection(shapely.MultiLineString(lines), area) if lines else shapely.MultiLineString()
    return Pattern(
        kind=kind,
        ink=ink(gc.get_hatch_color()),
        width=rounded(gc.get_hatch_linewidth()),
        lines=polylines(part.coords for part in pieces(cut, "LineString")),
    )
