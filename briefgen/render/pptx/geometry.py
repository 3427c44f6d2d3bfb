"""Path commands -> a DrawingML shape's geometry: a line, a rectangle, an ellipse or a free form."""

import math
from functools import lru_cache
from itertools import pairwise

from briefgen.model.base import Value
from briefgen.model.scene import Command

OPERATIONS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
ROUND = 0.02
"""How far the ends of an ellipse's curves may lie off it, as a share of its size."""

MOST = 1 << 11
"""Paths that a process keeps: a map is written again with each build, its coasts as they were."""
PRESET_MOST = 10
"""Operations of a path that may be a preset; coasts have thousands, and are not worth the look."""

Point = tuple[int, int]


class Outline(Value, frozen=True, kw_only=True, eq=False):
    """A path in whole units on the slide, y downwards: its operations with their points, and its box; see `outline`."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    left: int
    top: int
    right: int
    bottom: int

    @property
    def kinds(self) -> str:
        """The operations as letters: "MLLZ"."""
        return "".join(kind for kind, _ in self.steps)

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in order."""
        return tuple(point for _, points in self.steps for point in points)


class Place(Value, frozen=True):
    """A coordinate of a scene on the slide: `start` + `unit` x value, in whole units."""

    start: float
    unit: float

    def __call__(self, value: float) -> int:
        """Return a scene's coordinate in whole units."""
        return round(self.start + self.unit * value)


@lru_cache(maxsize=MOST)
def outline(commands: tuple[Command, ...], x: Place, y: Place) -> Outline:
    """Return commands as an outline, the same one each time.

    `x` and `y` turn a scene's points into whole units on the slide.
    """
    steps, across, down = [], [], []
    left, wide, top, tall = x.start, x.unit, y.start, y.unit  # looked up once: maps have thousands of points
    for kind, *numbers in commands:
        xs = [round(left + wide * a) for a in numbers[::2]]  # type: ignore[operator]
        ys = [round(top + tall * b) for b in numbers[1::2]]  # type: ignore[operator]
        steps.append((str(kind), tuple(zip(xs, ys, strict=True))))
        across += xs
        down += ys
    return Outline(steps=tuple(steps), left=min(across), top=min(down), right=max(across), bottom=max(down))


def straight(one: Outline) -> bool:
    """Tell whether a path is one straight line."""
    return len(one.steps) == 2 and one.kinds == "ML"


@lru_cache(maxsize=MOST)
def geometry(one: Outline, *, filled: bool) -> str:
    """Return the geometry of a path: a preset where it is one, so that users can edit it as such."""
    short = len(one.steps) <= PRESET_MOST
    if short and _rectangular(one):
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    if short and _elliptic(one):
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    wide, tall = max(one.right - one.left, 1), max(one.bottom - one.top, 1)
    inner = "".join(_step(kind, points, one.left, one.top) for kind, points in one.steps)
    none = "" if filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{tall}"{none}>{inner}</a:path></a:pathLst></a:custGeom>'
    )


def _step(kind: str, points: tuple[Point, ...], left: int, top: int) -> str:
    if kind == "Z":
        return "<a:close/>"
    inner = "".join([f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in points])
    return f"<a:{OPERATIONS[kind]}>{inner}</a:{OPERATIONS[kind]}>"


def _rectangular(one: Outline) -> bool:
    if one.kinds not in ("MLLLZ", "MLLLLZ") or one.left == one.right or one.top == one.bottom:
        return False
    corners = {(x, y) for x in (one.left, one.right) for y in (one.top, one.bottom)}
    points = one.points
    sides = pairwise(points)
    return set(points) == corners and all((a[0] == b[0]) != (a[1] == b[1]) for a, b in sides)


def _elliptic(one: Outline) -> bool:
    wide, tall = one.right - one.left, one.bottom - one.top
    if one.kinds not in ("MCCCCZ", "MCCCCCCCCZ") or not wide or not tall:
        return False
    ends = [points[-1] for _, points in one.steps if points]
    return all(abs(math.hypot((x - one.left) / wide - 0.5, (y - one.top) / tall - 0.5) - 0.5) < ROUND for x, y in ends)
