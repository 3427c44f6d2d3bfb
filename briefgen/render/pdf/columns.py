"""The columns of a table: what each needs, which of them stand side by side, and where."""

from typing import assert_never

from msgspec.structs import replace

from ...model.document import TableBlock
from ...model.measures import mm
from ...model.report import Column
from ...model.theme import Construction
from ...typeset.panels import panels
from . import inlines
from .paragraph import width_of
from .stack import Context
from .styles import Style

PAD_MM = 2.4
"""Beside a row's words in BAND."""
Need = tuple[float, float]
"""The width of a column's longest word, and of its longest cell."""
SLACK = 0.5
"""Points that a cell is wider than its words, so that rounding breaks no line."""


def heading(column: Column) -> str:
    """Return a column's head; a number has its unit and period there."""
    about = ", ".join(p for p in (column.unit, column.period) if p)
    name = column.label or column.name
    return f"{name} ({about})" if about else name


def needs_of(block: TableBlock, context: Context) -> list[Need]:
    """Return what each column needs."""
    style, found = context.look.style, []
    for n, column in enumerate(block.columns):
        cell = replace(style.cell, bold=n == 0)
        texts = [(heading(column), style.head_cell), *((row[n], cell) for row in block.rows)]
        most = SLACK + max(_wide(t, s, context) for t, s in texts)
        least = SLACK + max(_wide(word, s, context) for t, s in texts for word in t.split() or [""])
        found.append((least, most))
    return found


def _room(needs: list[Need], context: Context) -> tuple[int, float, float, tuple[float, ...]]:
    """Return the first of the columns that share a room, its x and width, and the gaps that may part them.

    In MARGIN the first column is the label column, if it has room there.
    """
    place, space = context.grid, context.look.space
    match context.look.theme.construction:
        case Construction.MARGIN if len(needs) > 1 and needs[0][0] <= place.label:
            return 1, place.text_x, place.text, (space.large, space.medium, space.small)
        case Construction.MARGIN:
            return 0, 0.0, place.width, (space.large, space.medium, space.small)
        case Construction.BAND:
            pad = mm(PAD_MM)
            return 0, pad, place.width - 2 * pad, (2 * pad, pad)
        case _:
            assert_never(context.look.theme.construction)


def parted(needs: list[Need], context: Context) -> tuple[tuple[int, ...], ...]:
    """Return the columns of each panel: all in one where every column has room for its longest word."""
    first, _, room, gaps = _room(needs, context)
    least = [a for a, _ in needs]
    if first:
        return panels([0.0, *least[1:]], room + gaps[-1], gaps[-1])
    return panels(least, room, gaps[-1])


def placed(needs: list[Need], context: Context) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of each column, as far apart as there is room for."""
    first, x, room, gaps = _room(needs, context)
    shared = needs[first:]
    if len(shared) == 1 and not first and x == 0:
        return ((0.0, room),)
    taken = sum(a for a, _ in shared)
    gap = next((g for g in gaps if taken + g * (len(shared) - 1) <= room), gaps[-1])
    widths = _shared(shared, room - gap * (len(shared) - 1))
    return (*(((0.0, context.grid.label),) if first else ()), *_set(widths, x, gap))


def _set(widths: list[float], x: float, gap: float) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of columns side by side."""
    return tuple((x + sum(widths[:n]) + gap * n, width) for n, width in enumerate(widths))


def _shared(needs: list[Need], room: float) -> list[float]:
    """Return the widths of columns that share a room by what each needs."""
    least, most = [a for a, _ in needs], [z for _, z in needs]
    if sum(most) <= room:
        spare = (room - sum(most)) / len(needs)
        return [w + spare for w in most]
    modest = _modest(most, room)
    if sum(z if n in modest else a for n, (a, z) in enumerate(needs)) <= room:
        least = [z if n in modest else a for n, (a, z) in enumerate(needs)]
    spare, wish = room - sum(least), sum(most) - sum(least)
    share = max(spare, 0.0) / wish if wish > 0 else 0.0  # no wish: each column is one word
    widths = [a + share * (z - a) for a, z in zip(least, most, strict=True)]
    return [w * min(1.0, room / sum(widths)) for w in widths]


def _modest(most: list[float], room: float) -> set[int]:
    """Return the columns that need no more than an equal share of what more modest ones leave."""
    found: set[int] = set()
    for n in sorted(range(len(most)), key=lambda n: most[n]):
        if most[n] > (room - sum(most[k] for k in found)) / (len(most) - len(found)):
            break
        found.add(n)
    return found


def _wide(text: str, style: Style, context: Context) -> float:
    return width_of(inlines.words(text, style, context.language))
