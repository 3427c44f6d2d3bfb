"""One section -> its slides: figures with their takeaways, then what statements are left, a table where it stands."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefgen.model.base import Value
from briefgen.model.document import Block, Bullets, FigureBlock, Heading, Prose, Statement, TableBlock

from .frame import Planned, Setting
from .native import Native
from .pictured import pictured
from .tables import tabled
from .told import CAPACITY, says_line, told

SHARED_MOST = 2
"""Statements that a point may have to share its slide with others."""


class Group(Value, frozen=True, kw_only=True):
    """The blocks from one heading to the next."""

    heading: Heading | None
    blocks: tuple[Block, ...]


class Left(Value, frozen=True, kw_only=True):
    """The statements of a point that no slide shows yet; `place` is its block's index."""

    place: int
    point: str | None
    headline: str
    statements: tuple[Statement, ...]


def section(setting: Setting, group: Group) -> tuple[Planned, ...]:
    """Return the slides of a section in the order of its blocks, a figure before the rest of its point."""
    left = [
        Left(
            place=n,
            point=block.point if isinstance(block, Prose) else None,
            headline=block.headline,
            statements=block.statements,
        )
        for n, block in enumerate(group.blocks)
        if isinstance(block, Prose | Bullets)
    ]
    found: list[tuple[int, int, Planned]] = []
    for n, block in enumerate(group.blocks):
        match block:
            case FigureBlock():
                point = block.figure.words.point
                own = [one for one in left if point is not None and one.point == point]
                place = min((one.place for one in own), default=n)
                slide, left = _with_figure(setting, block, left, group.heading)
                found.append((place, 0, slide))
            case TableBlock():
                found += [(n, 0, slide) for slide in tabled(setting, block, group.heading)]
            case _:
                pass
    line = group.heading.bottom_line if group.heading else None
    for place, headline, statements in _shared(left):
        slide = told(setting, headline, statements, group.heading, line=line)
        found.append((place, 1, slide))
        line = None if says_line(slide.slide) else line  # once in a section is enough
    return tuple(slide for _, _, slide in sorted(found, key=lambda f: f[:2]))


def _with_figure(
    setting: Setting, block: FigureBlock, left: list[Left], heading: Heading | None
) -> tuple[Planned, list[Left]]:
    """Return a figure's slide and what is left after it. A point is not split where that saves no slide.

    Maps and timelines take statements of other points where their own leave room; a chart argues its point alone.
    """
    point = block.figure.words.point
    first = [one for one in left if point is not None and one.point == point]
    others = [] if isinstance(block.figure, Native) else [one for one in left if one not in first]
    order = [*first, *others]
    pool = tuple(s for one in order for s in one.statements)
    slide = pictured(setting, block, pool, heading)
    count = len(slide.shown)
    for fewer in (_whole(order, count), count - 1):
        if 1 < fewer < count and _cost(left, pool[:fewer]) < _cost(left, slide.shown):
            slide = pictured(setting, block, pool[:fewer], heading)
            break
    return slide, _without(left, slide.shown)


def _cost(left: list[Left], shown: tuple[Statement, ...]) -> tuple[int, int, int]:
    """Return what showing some statements with a figure leads to: text slides, points split, statements alone."""
    rest = _without(left, shown)
    before = {one.headline: len(one.statements) for one in left}
    split = sum(len(one.statements) < before[one.headline] for one in rest)
    slides = _shared(rest)
    return len(slides), split, sum(len(statements) == 1 for _, _, statements in slides)


def _whole(order: Sequence[Left], count: int) -> int:
    """Return how many of the first `count` statements belong to points that are taken whole."""
    taken = 0
    for one in order:
        if taken + len(one.statements) > count:
            break
        taken += len(one.statements)
    return taken


def _without(left: Iterable[Left], shown: tuple[Statement, ...]) -> list[Left]:
    gone = {s.unit for s in shown}
    kept = []
    for one in left:
        statements = tuple(s for s in one.statements if s.unit not in gone)
        if statements:
            kept.append(Left(place=one.place, point=one.point, headline=one.headline, statements=statements))
    return kept


def _shared(left: Iterable[Left]) -> list[tuple[int, str, tuple[Statement, ...]]]:
    """Return (place, headline, statements) of text slides: small points share one, large ones take several."""
    found: list[tuple[int, str, tuple[Statement, ...]]] = []
    small = False
    for one in left:
        count = len(one.statements)
        if small and count <= SHARED_MOST and len(found[-1][2]) + count <= CAPACITY:
            place, headline, statements = found[-1]
            found[-1] = (place, headline, (*statements, *one.statements))
            continue
        parts = -(-count // CAPACITY)
        edges = [round(n * count / parts) for n in range(parts + 1)]
        found += [(one.place, one.headline, one.statements[a:b]) for a, b in pairwise(edges)]
        small = count <= SHARED_MOST
    return found
