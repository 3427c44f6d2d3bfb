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
    at = np.zeros(2)
    clean = path.cleaned(transform=transform, remove_nans=True, curves=True, simplify=False)
    for vertices, code in clean.iter_segments(simplify=False, curves=True):
        v = np.asarray(vertices)
        if code == Outline.STOP:
            break
        if code == Outline.CLOSEPOLY:
            if out and out[-1][0] != "Z":
                out.append(("Z",))
            continue
        if code == Outline.CURVE3:
            control, end = v[:2], v[2:]
            v = np.concatenate([at + 2 / 3 * (control - at), end + 2 / 3 * (control - end), end])
        numbers = tuple(map(rounded, v))
        at = np.asarray(v[-2:], dtype=float)
        if code == Outline.LINETO and out and out[-1][-2:] == numbers:
            continue
        letter = "M" if code == Outline.MOVETO else "L" if code == Outline.LINETO else "C"
        out.append((letter, *numbers))
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
