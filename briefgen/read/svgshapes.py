"""The shapes of SVG as outlines of lines and cubic curves, and outlines as coordinates of a scene."""

import math
from collections.abc import Iterator, Mapping

from ..model.scene import Command
from . import svgpath, svgstyle
from .svgstyle import Matrix

NAMES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
ROUND = 0.5522847498307936
"""How far the control points of a quarter circle reach, in radii."""


def outline(name: str, said: Mapping[str, str]) -> tuple[Command, ...]:
    """Return the outline of a shape in its own coordinates."""

    def size(key: str, default: float = 0.0) -> float:
        return svgstyle.number(said[key]) if key in said else default

    match name:
        case "path":
            return svgpath.commands(said.get("d", ""))
        case "rect":
            rx = size("rx", size("ry"))
            return _rectangle(size("x"), size("y"), size("width"), size("height"), rx, size("ry", rx))
        case "circle":
            return _ellipse(size("cx"), size("cy"), size("r"), size("r"))
        case "ellipse":
            return _ellipse(size("cx"), size("cy"), size("rx"), size("ry"))
        case "line":
            return (("M", size("x1"), size("y1")), ("L", size("x2"), size("y2")))
        case _:
            numbers = [svgstyle.number(n) for n in said.get("points", "").replace(",", " ").split()]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            lines: list[Command] = [("L" if n else "M", *point) for n, point in enumerate(points)]
            return (*lines, ("Z",)) if name == "polygon" and lines else tuple(lines)


def _rectangle(x: float, y: float, w: float, h: float, rx: float, ry: float) -> tuple[Command, ...]:
    if w <= 0 or h <= 0:
        return ()
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if not rx or not ry:
        return ("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)
    kx, ky = rx * (1 - ROUND), ry * (1 - ROUND)
    r, b = x + w, y + h
    return (
        ("M", x + rx, y),
        ("L", r - rx, y),
        ("C", r - kx, y, r, y + ky, r, y + ry),
        ("L", r, b - ry),
        ("C", r, b - ky, r - kx, b, r - rx, b),
        ("L", x + rx, b),
        ("C", x + kx, b, x, b - ky, x, b - ry),
        ("L", x, y + ry),
        ("C", x, y + ky, x + kx, y, x + rx, y),
        ("Z",),
    )


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Command, ...]:
    return _rectangle(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry)


def parts(whole: tuple[Command, ...]) -> Iterator[tuple[Command, ...]]:
    """Yield the parts of an outline, each beginning with M."""
    starts = [n for n, command in enumerate(whole) if command[0] == "M"]
    for start, stop in zip(starts, [*starts[1:], len(whole)], strict=True):
        yield whole[start:stop]


def area(part: tuple[Command, ...]) -> float:
    """Return twice the area that the end points of a part enclose; its sign tells which way it turns."""
    points = [(float(c[-2]), float(c[-1])) for c in part if len(c) > 1]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))


def placed(command: Command, matrix: Matrix) -> Command:
    """Return a command in the scene's coordinates. Raises ValueError for numbers without bound."""
    a, b, c, d, e, f = matrix
    numbers = [float(n) for n in command[1:]]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    found = [v for x, y in pairs for v in (round(a * x + c * y + e, 4), round(b * x + d * y + f, 4))]
    if not all(map(math.isfinite, found)):
        raise ValueError("a coordinate has no bound")
    return (command[0], *found)
