"""Tables: the first column in the label column, the second at the text column, rows of their own heights."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from ...model.document import TableBlock
from ...model.measures import mm
from ...model.report import Column
from ...typeset import pages
from . import inlines
from .boxes import Measured, Path, Row, Rows, Words
from .paragraph import width_of
from .stack import Context, aligned, filled, passage, put, say
from .styles import Style

CELL_PAD_MM = 1.35
WHOLE = 0.35
"""The share of a page up to which a table is not broken."""
SLACK = 0.5
"""Points that a cell is wider than its words, so that rounding breaks no line."""

_FRACTION = re.compile(r"[.,]\d+$")


def table(block: TableBlock, context: Context) -> Iterator[Measured]:
    """Yield a table's head line, then the table; its source stands below the last row and is never cut from it."""
    look, grid = context.look, context.grid
    style, space = look.style, look.space
    path: Path = (("Table", block.words.id),)
    caption = (*path, ("Caption", "caption"))
    name = filled(context.document.labels.table, *(() if block.number is None else (block.number,)))
    words = put(
        inlines.words(block.words.headline, style.subsection, context.language),
        style.subsection,
        grid.text,
        x=grid.text_x,
        path=(*caption, ("P", "headline")),
    )
    column = aligned(
        say(name, style.label, grid.label, context, x=0.0, path=(*caption, ("P", "label"))), to=style.subsection
    )
    yield passage(
        words,
        f"{block.words.id}.head",
        before=space.large,
        after=space.hair,
        keep=True,
        split=False,
        beside=column,
        clear=True,
    )
    if block.words.subtitle:
        subtitle = put(
            inlines.words(block.words.subtitle, style.caption, context.language),
            style.caption,
            grid.text,
            x=grid.text_x,
            path=(*caption, ("P", "subtitle")),
        )
        yield passage(subtitle, f"{block.words.id}.subtitle", before=0.0, after=space.hair, keep=True, split=False)
    yield _rows(block, context, path)


def _rows(block: TableBlock, context: Context, path: Path) -> Measured:
    look = context.look
    head_texts = tuple(_heading(c) for c in block.columns)
    columns = _columns(block, head_texts, context)
    numeric = tuple(c.kind == "number" for c in block.columns)
    tails = tuple(_tail(block, n, look.style.cell) if is_number else 0.0 for n, is_number in enumerate(numeric))

    def row(texts: tuple[str, ...], key: str, *, head: bool) -> Row:
        cells = []
        for n, text in enumerate(texts):
            style = look.style.head_cell if head else replace(look.style.cell, bold=n == 0)
            step = ("TH" if head or n == 0 else "TD", str(n))
            x, width = columns[n]
            cell = put(inlines.words(text, style, context.language), style, width, x=x, path=(*path, ("TR", key), step))
            if numeric[n]:
                cell = replace(cell, x=x + _shift(text, cell, tails[n], style, head=head))
            cells.append(cell)
        deep = max(c.setting.height for c in cells)
        pad = mm(CELL_PAD_MM)
        if head:  # heads of one line stand on the rule with the last lines of the others
            cells = [replace(c, down=pad + deep - c.setting.height) for c in cells]
        else:
            cells = [replace(c, down=pad) for c in cells]
        return Row(cells=tuple(cells), height=deep + 2 * pad)

    head = row(head_texts, "head", head=True)
    rows = tuple(row(r, str(n), head=False) for n, r in enumerate(block.rows))
    source = put(
        tuple(inlines.pieces(block.source, look.style.caption, context.language)),
        look.style.caption,
        context.grid.text,
        x=context.grid.text_x,
        path=(("P", f"{block.words.id}.source"),),
        down=look.space.hair,
    )
    heights = [r.height for r in rows]
    heights[0] += head.height
    heights[-1] += source.down + source.setting.height
    calls = source.setting.calls() if context.document.length.full_notes else ()
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
    return Measured(box=box, body=Rows(path=path, head=head, rows=rows, width=context.grid.width, source=source))


def _heading(column: Column) -> str:
    """Return a column's head; a number has its unit and period there."""
    about = ", ".join(p for p in (column.unit, column.period) if p)
    name = column.label or column.name
    return f"{name} ({about})" if about else name


def _columns(block: TableBlock, heads: tuple[str, ...], context: Context) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of each column: the first is the label column, the rest share the text column by need."""
    grid, style = context.grid, context.look.style
    count = len(block.columns) - 1
    if not count:
        return ((0.0, grid.width),)
    gap = context.look.space.large
    room = grid.text - gap * (count - 1)
    most, least = [], []
    for n in range(1, count + 1):
        texts = [(heads[n], style.head_cell), *((row[n], style.cell) for row in block.rows)]
        most.append(SLACK + max(_wide(t, s, context) for t, s in texts))
        least.append(SLACK + max(_wide(word, s, context) for t, s in texts for word in t.split() or [""]))
    if sum(most) <= room:
        spare = (room - sum(most)) / count
        widths = [w + spare for w in most]
    else:
        spare, wish = room - sum(least), sum(most) - sum(least)
        share = max(spare, 0.0) / wish if wish > 0 else 0.0  # no wish: each column is one word
        widths = [a + share * (z - a) for a, z in zip(least, most, strict=True)]
        widths = [w * min(1.0, room / sum(widths)) for w in widths]
    out, x = [(0.0, grid.label)], grid.text_x
    for width in widths:
        out.append((x, width))
        x += width + gap
    return tuple(out)


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
