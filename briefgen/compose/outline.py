"""Where units stand: points and paragraphs in a section, sections in sections."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate

from ..model.figure import FigureSpec
from ..model.inline import plain
from ..model.report import Point, Section, Unit

PARAGRAPH_MOST = 160
"""Words of a paragraph beyond which a point takes several."""
MERGED_MOST = 2
"""Statements that a paragraph of a two-page brief may hold when a point of a single statement joins it."""


def groups(
    section: Section, units: list[Unit], *, merge: bool, drawn: list[FigureSpec]
) -> list[tuple[Point | None, list[Unit], list[FigureSpec]]]:
    """Return (point, its units, the pictures after it) in reading order; with `merge` scraps join their neighbours."""
    points: list[Point | None] = [None, *section.points]
    groups: list[tuple[Point | None, list[Unit], list[FigureSpec]]] = []
    for point in points:
        name = point.id if point else None
        some = [u for u in units if u.point == name]
        pictures = [f for f in drawn if f.point == name]
        last = groups[-1] if groups else None
        scraps = last is not None and min(len(last[1]), len(some)) == 1 and len(last[1]) + len(some) <= MERGED_MOST
        if merge and last and not last[2] and scraps:
            groups[-1] = (last[0], [*last[1], *some], pictures)
        elif some or pictures:
            groups.append((point, some, pictures))
    return groups


def paragraphs(units: Sequence[Unit]) -> list[Sequence[Unit]]:
    """Return a point's units as paragraphs: as few as are short enough, of nearly equal length.

    None begins with a unit that leans on the one before it.
    """
    ends = list(accumulate(len(plain(u.text).split()) for u in units))
    count = -(-ends[-1] // PARAGRAPH_MOST) if ends else 1
    found: list[Sequence[Unit]] = []
    first = 0
    for n in range(1, count):
        free = [k for k in range(first + 1, len(units)) if not {u.id for u in units[first:k]} & set(units[k].needs)]
        if not free:
            break
        last = min(free, key=lambda k: abs(ends[k - 1] - n * ends[-1] / count))
        found.append(units[first:last])
        first = last
    return [*found, units[first:]]


def standing(names: Sequence[str], filled: set[str], parents: Mapping[str, str | None]) -> set[str]:
    """Return which of the sections named stand: those that are filled, and those before that they are nested in."""
    places = {name: n for n, name in enumerate(names)}
    out = {name for name in names if name in filled}
    for name in tuple(out):
        above = parents[name]
        while above is not None:
            if places.get(above, len(names)) < places[name]:
                out.add(above)
            above = parents[above]
    return out


def outermost(sections: Iterable[Section], names: Sequence[str]) -> dict[str, str]:
    """Return for each of the sections named the outermost one before it that it is nested in, or itself."""
    parents = {s.id: s.parent for s in sections}
    out: dict[str, str] = {}
    for name in names:
        above = parents[name]
        while above is not None and above not in out:
            above = parents[above]
        out[name] = name if above is None else out[above]
    return out


def reading(names: Sequence[str], tops: Mapping[str, str], joined: Container[str]) -> list[str]:
    """Return sections in reading order, each behind its outermost one.

    Those `joined` have no heading of their own: they stand before those that have one, lest they seem to be under it.
    """
    places = {name: n for n, name in enumerate(names)}
    return sorted(names, key=lambda name: (places[tops[name]], tops[name] != name and name not in joined))
