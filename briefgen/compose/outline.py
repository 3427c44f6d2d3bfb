"""Where units stand: points and paragraphs in a section, sections in sections."""

from ..model.figure import FigureSpec
from ..model.report import Point, Section, Unit

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


def inside(section: Section, name: str, by_id: dict[str, Section]) -> bool:
    """Tell whether a section is nested, at any depth, in the one named."""
    parent = section.parent
    while parent is not None:
        if parent == name:
            return True
        parent = by_id[parent].parent
    return False
