"""Tables: rows of their own heights; in MARGIN the columns stand on the page's grid, in BAND on grounds of colour.

A table that is too wide stands in panels, each headed by the first column again: no type is made smaller and no word
cut to make it fit.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from ...model.document import TableBlock
from ...model.measures import mm
from ...model.theme import Construction
from ...typeset import pages
from . import inlines
from .boxes import Measured, Path, Row, Rows, Ruling, Words
from .columns import Need, heading, needs_of, parted, placed
from .paragraph import width_of
from .stack import Context, aligned, filled, own, passage, put, say
from .styles import Style

MARGIN_PAD_MM, BAND_PAD_MM = 1.35, 2.3
"""Above and below a row's words."""
WHOLE = 0.35
"""The share of a page up to which a table is not broken."""
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
    needs = needs_of(block, context)
    parts = parted(needs, context)
    for n, columns in enumerate(parts):
        part = replace(
            block,
            columns=tuple(block.columns[k] for k in columns),
            rows=tuple(tuple(row[k] for k in columns) for row in block.rows),
        )
        called = f"{block.words.id}.part-{n + 1}" if n else block.words.id
        if n:
            yield _again(block, called, context)
        yield _rows(part, [needs[k] for k in columns], context, called, last=n == len(parts) - 1)


def _again(block: TableBlock, name: str, context: Context) -> Measured:
    """Return the line above a further panel, which says that the table goes on."""
    style, place = context.look.style.caption, context.grid
    before, _, behind = context.document.labels.continued.partition("{headline}")
    headline = inlines.words(block.words.headline, style, context.language)
    words = put(
        (*own(before, style, context), *headline, *own(behind, style, context)),
        style,
        place.edge - place.picture_x,
        x=place.picture_x,
        path=(("Table", name), ("Caption", "caption")),
    )
    space = context.look.space
    return passage(words, f"{name}.head", before=space.medium, after=space.hair, keep=True, split=False, clear=True)


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


def _rows(block: TableBlock, needs: list[Need], context: Context, name: str, *, last: bool) -> Measured:
    """Return a panel of a table; the `last` has the source."""
    look = context.look
    path: Path = (("Table", name),)
    head_texts = tuple(heading(c) for c in block.columns)
    columns = placed(needs, context)
    ruling = _ruling(context)
    pad = mm(BAND_PAD_MM if ruling.head_ground else MARGIN_PAD_MM)
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
        ends = place_in_group in (0, size - 1)  # what heads a group stands on the page of its last row, at least
        deep = max(c.setting.height for c in (cells if ends else cells[1:]))
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
    heights[-1] += source.down + source.setting.height if last else 0.0
    calls = source.setting.calls() if last and context.document.footnotes else ()
    box = pages.Box(
        id=name,
        heights=tuple(heights),
        before=0.0,
        after=look.space.large if last else look.space.medium,
        split=sum(heights) > WHOLE * context.grid.height,
        least=2 if len(rows) > 3 else 1,
        calls=tuple((len(rows) - 1, note) for _, note in calls),
        repeat=head.height,
        clear=True,
    )
    shown = source if last else None
    body = Rows(path=path, head=head, rows=rows, width=context.grid.width, ruling=ruling, source=shown)
    return Measured(box=box, body=body)


def _groups(block: TableBlock) -> list[tuple[int, int]]:
    """Return for each row its place among neighbours of the same first cell, and how many these are."""
    if len(block.columns) == 1:
        return [(0, 1)] * len(block.rows)
    counts = [len(list(some)) for _, some in groupby(block.rows, key=lambda row: row[0])]
    return [(n, count) for count in counts for n in range(count)]


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
