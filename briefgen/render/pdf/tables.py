"""Tables: rows of their own heights; in MARGIN the columns stand on the page's grid, in BAND on grounds of colour."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from ...model.document import TableBlock
from ...model.measures import mm
from ...model.report import Column
from ...model.theme import Construction
from ...typeset import pages
from . import inlines
from .boxes import Measured, Path, Row, Rows, Ruling, Words
from .paragraph import width_of
from .stack import Context, aligned, filled, passage, put, say
from .styles import Style

MARGIN_PAD_MM, BAND_PAD_MM = 1.35, (2.4, 2.3)
"""Above and below a row's words in MARGIN; beside them, and above and below, in BAND."""
WHOLE = 0.35
"""The share of a page up to which a table is not broken."""
SLACK = 0.5
"""Points that a cell is wider than its words, so that rounding breaks no line."""

_FRACTION = re.compile(r"[.,]\d+$")


def table(block: TableBlock, context: Context, *, name: str | None = None) -> Iterator[Measured]:
    """Yield a table's head line, then the table; its source stands below the last row and is never cut from it.

    `name` is what it is called where it has no number.
    """
    space = context.look.space
    path: Path = (("Table", block.words.id),)
    yield _caption(block, context, (*path, ("Caption", "caption")), name)
    if block.words.subtitle:
        style, place = context.look.style.caption, context.grid
        run = inlines.words(block.words.subtitle, style, context.language)
        x = place.picture_x
        subtitle = put(run, style, place.edge - x, x=x, path=(*path, ("Caption", "caption"), ("P", "subtitle")))
        yield passage(subtitle, f"{block.words.id}.subtitle", before=0.0, after=space.hair, keep=True, split=False)
    yield _rows(block, context, path)


def _caption(block: TableBlock, context: Context, path: Path, name: str | None) -> Measured:
    """Return a table's head line: its headline, and its name beside it or in front of it."""
    look, place = context.look, context.grid
    style, space = look.style.subsection, look.space
    text = name or filled(context.document.labels.table, *(() if block.number is None else (block.number,)))
    run = inlines.words(block.words.headline, style, context.language)
    x, column, head = place.text_x, None, None
    match look.theme.construction:
        case Construction.MARGIN:
            named = say(text, look.style.label, place.label, context, x=place.label_x, path=(*path, ("P", "label")))
            column = aligned(named, to=style)
        case Construction.BAND:
            head = say(text, look.style.label, place.edge, context, x=0.0, path=(*path, ("P", "label")))
            head = replace(head, down=style.baseline - head.setting.baseline)
            x = head.setting.lines[0].width + space.small
        case _:
            assert_never(look.theme.construction)
    return passage(
        put(run, style, place.edge - x, x=x, path=(*path, ("P", "headline"))),
        f"{block.words.id}.head",
        before=space.large,
        after=space.hair,
        keep=True,
        split=False,
        head=head,
        beside=column,
        clear=True,
    )


def _ruling(context: Context) -> Ruling:
    """Return what a table of the theme's construction has beside its words."""
    rules, colour = context.look.theme.rule, context.look.theme.colour
    match context.look.theme.construction:
        case Construction.MARGIN:
            outer = (rules.table_outer, colour.ink)
            return Ruling(
                top=outer, head=(rules.table_head, colour.ink), row=(rules.table_row, colour.hair), foot=outer
            )
        case Construction.BAND:
            return Ruling(
                top=None,
                head=None,
                row=None,
                foot=(rules.table_outer, colour.head),
                head_ground=colour.ground,
                stripe=colour.panel,
            )
        case _:
            assert_never(context.look.theme.construction)


def _rows(block: TableBlock, context: Context, path: Path) -> Measured:
    look = context.look
    head_texts = tuple(_heading(c) for c in block.columns)
    columns = _columns(block, head_texts, context)
    ruling = _ruling(context)
    pad = mm(BAND_PAD_MM[1] if ruling.head_ground else MARGIN_PAD_MM)
    numeric = tuple(c.kind == "number" for c in block.columns)
    tails = tuple(_tail(block, n, look.style.cell) if is_number else 0.0 for n, is_number in enumerate(numeric))

    groups = _groups(block)

    def row(texts: tuple[str, ...], key: str, *, head: bool = False, group: tuple[int, int] = (0, 1)) -> Row:
        part = ("THead", "heads") if head else ("TBody", "rows")
        cells = []
        for n, text in enumerate(texts):
            style = look.style.head_cell if head else replace(look.style.cell, bold=n == 0)
            step = ("TH" if head or n == 0 else "TD", str(n))
            x, width = columns[n]
            place = (*path, part, ("TR", key), step)
            cell = put(inlines.words(text, style, context.language), style, width, x=x, path=place)
            if numeric[n]:
                cell = replace(cell, x=x + _shift(text, cell, tails[n], style, head=head))
            cells.append(cell)
        place_in_group, size = group
        last = place_in_group in (0, size - 1)  # what heads a group stands on the page of its last row, at least
        deep = max(c.setting.height for c in (cells if last else cells[1:]))
        if head:  # heads of one line stand on the rule with the last lines of the others
            cells = [replace(c, down=pad + deep - c.setting.height) for c in cells]
        else:
            cells = [replace(c, down=pad) for c in cells]
        name, *rest = cells
        if place_in_group:
            return Row(cells=tuple(rest), height=deep + 2 * pad, name=name)
        return Row(cells=(replace(name, rows=size), *rest), height=deep + 2 * pad)

    head = row(head_texts, "head", head=True)
    rows = tuple(row(r, str(n), group=groups[n]) for n, r in enumerate(block.rows))
    source = put(
        tuple(inlines.pieces(block.source, look.style.caption, context.language)),
        look.style.caption,
        context.grid.edge - context.grid.picture_x,
        x=context.grid.picture_x,
        path=(("P", f"{block.words.id}.source"),),
        down=look.space.hair,
    )
    heights = [r.height for r in rows]
    heights[0] += head.height
    heights[-1] += source.down + source.setting.height
    calls = source.setting.calls() if context.document.footnotes else ()
    box = pages.Box(
        id=block.words.id,
        heights=tuple(heights),
        before=0.0,
        after=look.space.large,
        split=sum(heights) > WHOLE * context.grid.height,
        least=2 if len(rows) > 3 else 1,
        calls=tuple((len(rows) - 1, note) for _, note in calls),
        repeat=head.height,
        clear=True,
    )
    body = Rows(path=path, head=head, rows=rows, width=context.grid.width, ruling=ruling, source=source)
    return Measured(box=box, body=body)


def _groups(block: TableBlock) -> list[tuple[int, int]]:
    """Return for each row its place among neighbours of the same first cell, and how many these are."""
    if len(block.columns) == 1:
        return [(0, 1)] * len(block.rows)
    counts = [len(list(some)) for _, some in groupby(block.rows, key=lambda row: row[0])]
    return [(n, count) for count in counts for n in range(count)]


def _heading(column: Column) -> str:
    """Return a column's head; a number has its unit and period there."""
    about = ", ".join(p for p in (column.unit, column.period) if p)
    name = column.label or column.name
    return f"{name} ({about})" if about else name


def _columns(block: TableBlock, heads: tuple[str, ...], context: Context) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of each column: in MARGIN the first is the label column, else all share the width by need."""
    place, count = context.grid, len(block.columns)
    match context.look.theme.construction:
        case Construction.MARGIN if count == 1:
            return ((0.0, place.width),)
        case Construction.MARGIN:
            widths = _shared(block, heads, context, 1, context.look.space.large, place.text)
            return ((0.0, place.label), *_set(widths, place.text_x, context.look.space.large))
        case Construction.BAND:
            pad = mm(BAND_PAD_MM[0])
            widths = _shared(block, heads, context, 0, 2 * pad, place.width - 2 * pad)
            return _set(widths, pad, 2 * pad)
        case _:
            assert_never(context.look.theme.construction)


def _set(widths: list[float], x: float, gap: float) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of columns side by side."""
    return tuple((x + sum(widths[:n]) + gap * n, width) for n, width in enumerate(widths))


def _shared(
    block: TableBlock, heads: tuple[str, ...], context: Context, first: int, gap: float, room: float
) -> list[float]:
    """Return the widths of columns from `first` on, sharing the room by what each needs."""
    style, count = context.look.style, len(block.columns) - first
    room -= gap * (count - 1)
    most, least = [], []
    for n in range(first, len(block.columns)):
        cell = replace(style.cell, bold=n == 0)
        texts = [(heads[n], style.head_cell), *((row[n], cell) for row in block.rows)]
        most.append(SLACK + max(_wide(t, s, context) for t, s in texts))
        least.append(SLACK + max(_wide(word, s, context) for t, s in texts for word in t.split() or [""]))
    if sum(most) <= room:
        spare = (room - sum(most)) / count
        return [w + spare for w in most]
    modest = _modest(most, room)
    if sum(z if n in modest else a for n, (a, z) in enumerate(zip(least, most, strict=True))) <= room:
        least = [z if n in modest else a for n, (a, z) in enumerate(zip(least, most, strict=True))]
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


def _tail(block: TableBlock, column: int, style: Style) -> float:
    """Return the width of the longest fraction in a column of numbers."""
    fractions = [m[0] for row in block.rows if (m := _FRACTION.search(row[column]))]
    return max((_measure(f, style) for f in fractions), default=0.0)


def _measure(text: str, style: Style) -> float:
    return width_of(inlines.words(text, style, "en"))


def _shift(text: str, cell: Words, tail: float, style: Style, *, head: bool) -> float:
    """Return how far a number moves right so that decimals stand below one another."""
    own = _FRACTION.search(text)
    behind = 0.0 if head else tail - (_measure(own[0], style) if own else 0.0)
    return max(0.0, cell.setting.width - max(line.width for line in cell.setting.lines) - behind)
