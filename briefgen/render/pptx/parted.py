"""The statements that figures leave -> text slides: large points take several, small ones share one."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Statement

T = TypeVar("T")

CAPACITY = 5
"""Statements that a slide of one point holds: one set large, and a list of four."""
SMALL = 2
"""Statements of a point that is too small for a slide of its own."""
POINTS_MOST = 4
SHARED_MOST = 5
"""Points that share a slide, and the statements that they may have together."""


class Left(Value, frozen=True, kw_only=True):
    """The statements of a point that no slide shows yet; `place` is its block's index.

    `rest` tells that a figure's slide shows others of the point.
    """

    place: int
    point: str | None
    headline: str
    statements: tuple[Statement, ...]
    rest: bool = False


class Part(Value, frozen=True, kw_only=True):
    """What one slide tells: a point, a later part of it (`again`), or several points side by side.

    A large point may take in the single statement of another as its `guest`.
    """

    points: tuple[Left, ...]
    again: bool = False
    guest: Left | None = None

    @property
    def place(self) -> int:
        """Return where the slide stands: at its first point's block, but after the figures of its points."""
        return max((p.place for p in self.points if p.rest), default=self.points[0].place)

    @property
    def count(self) -> int:
        """Return the number of statements."""
        return sum(len(p.statements) for p in self.points) + (self.guest is not None)


def parts(left: Iterable[Left]) -> list[Part]:
    """Return text slides in the order of their points. A single statement joins a point that has room for it."""
    found: list[Part] = []
    small: list[Part] = []
    for one in left:
        if len(one.statements) > SMALL:
            found += _split(one)
        elif small and _room(small[-1], one):
            small[-1] = Part(points=(*small[-1].points, one))
        else:
            small.append(Part(points=(one,)))
    for part in small:
        hosts = [n for n, p in enumerate(found) if SMALL < p.count < POINTS_MOST and len(p.points) == 1]
        if part.points[0].rest:  # not before the figure that it is left over from
            hosts = [n for n in hosts if found[n].place > part.place]
        if part.count == 1 and hosts:
            nearest = min(hosts, key=lambda n: abs(found[n].place - part.place))
            found[nearest] = replace(found[nearest], guest=part.points[0])
        else:
            found.append(part)
    return sorted(found, key=lambda p: p.place)


def _split(one: Left) -> list[Part]:
    """Return a point as parts of nearly equal size."""
    some = evenly(one.statements, -(-len(one.statements) // CAPACITY))
    return [Part(points=(replace(one, statements=each),), again=n > 0) for n, each in enumerate(some)]


def evenly(some: tuple[T, ...], count: int) -> list[tuple[T, ...]]:
    """Return a sequence as so many parts of nearly equal length."""
    edges = [round(n * len(some) / count) for n in range(count + 1)] if count else []
    return [some[a:b] for a, b in pairwise(edges)]


def _room(part: Part, one: Left) -> bool:
    """Tell whether a small point may share a slide: two or three columns, or four cells of one statement."""
    points, count = len(part.points) + 1, part.count + len(one.statements)
    return (points < POINTS_MOST and count <= SHARED_MOST) or points == count == POINTS_MOST
