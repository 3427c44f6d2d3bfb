"""matplotlib's paths and colours as a Scene's commands and inks."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from matplotlib.path import Path as Outline
from matplotlib.transforms import Transform

from ..model.scene import Command, Ink


def rounded(value: float) -> float:
    """Return a length to 0.01 pt, never as minus zero."""
    return round(float(value), 2) + 0.0


def ink(colour: Any, alpha: float | None = None) -> Ink:
    """Return a colour of matplotlib's (3 or 4 numbers from 0 to 1); `alpha` overrides its own."""
    rgb = "".join(f"{round(float(c) * 255):02X}" for c in colour[:3])
    own = float(colour[3]) if len(colour) > 3 else 1.0
    return Ink(rgb=rgb, alpha=round(own if alpha is None else float(alpha), 3))


def commands(path: Outline, transform: Transform | None = None) -> tuple[Command, ...]:
    """Return a path's commands; quadratic curves become cubic ones, repeated points are dropped."""
    out: list[Command] = []
    clean = path.cleaned(transform=transform, remove_nans=True, curves=True, simplify=False)
    points: list[list[float]] = np.asarray(clean.vertices).tolist()
    codes: list[int] = np.asarray(clean.codes).tolist()
    n = 0
    x = y = 0.0
    while n < len(codes) and codes[n] != Outline.STOP:
        code, (u, v) = codes[n], points[n]
        n += 1
        if code == Outline.CLOSEPOLY:
            if out and out[-1][0] != "Z":
                out.append(("Z",))
            continue
        if code == Outline.CURVE3:
            end = points[n]
            n += 1
            numbers: tuple[float, ...] = (
                *(rounded(a + 2 / 3 * (b - a)) for a, b in ((x, u), (y, v))),
                *(rounded(a + 2 / 3 * (b - a)) for a, b in ((end[0], u), (end[1], v))),
                *map(rounded, end),
            )
            x, y = end
        elif code == Outline.CURVE4:
            numbers = tuple(map(rounded, (u, v, *points[n], *points[n + 1])))
            x, y = points[n + 1]
            n += 2
        else:
            numbers = (rounded(u), rounded(v))
            x, y = u, v
        if code == Outline.LINETO and out and out[-1][-2:] == numbers:
            continue
        out.append(("M" if code == Outline.MOVETO else "L" if code == Outline.LINETO else "C", *numbers))
    return tuple(out)


def polylines(lines: Iterable[Iterable[Iterable[float]]], close: bool = False) -> tuple[Command, ...]:
    """Return the commands of lines of points; a line that ends where it began is closed."""
    out: list[Command] = []
    for line in lines:
        points: list[tuple[float, ...]] = []
        for point in line:
            p = tuple(map(rounded, point))
            if not points or p != points[-1]:
                points.append(p)
        shut = len(points) > 2 and points[0] == points[-1]
        if len(points) < 2:
            continue
        first, *rest = points[:-1] if shut else points
        out.append(("M", *first))
        out.extend(("L", *p) for p in rest)
        if shut or close:
            out.append(("Z",))
    return tuple(out)
