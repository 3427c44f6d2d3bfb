"""Tables on slides: columns by what they hold, rows spread over the height, the rest on a further slide."""

from msgspec.structs import replace

from briefgen.model.document import Heading, TableBlock
from briefgen.typeset.panels import panels

from .boxes import Box
from .deck import Paragraph, Problem, Span, Table
from .frame import Contents, Planned, Setting, headline, planned
from .manner import manner
from .measure import SLACK, height, steps, text_width
from .parted import evenly
from .words import remarks, source_parts

CELL_RIGHT = 18.0
CELL_PAD = 7.0
SIZE_LEAST = 14.0
FIRST_MOST = 0.28
WORD_MOST = 0.5
"""The share of a table's width that one word may claim for its column."""
ROW_MOST = 110.0
"""Points that a row grows to at most where few rows would have to fill a slide."""


def tabled(setting: Setting, block: TableBlock, heading: Heading | None) -> tuple[Planned, ...]:
    """Return the slides of a table: one, or as many as its rows and columns need.

    The head is repeated on each, and the first column where the others are too many for one slide.
    """
    found: list[Planned] = []
    for columns in _panels(setting, block):
        part = replace(
            block,
            columns=tuple(block.columns[n] for n in columns),
            rows=tuple(tuple(row[n] for n in columns) for row in block.rows),
        )
        found += _slides(setting, part, heading)
    return tuple(found)


def _panels(setting: Setting, block: TableBlock) -> tuple[tuple[int, ...], ...]:
    """Return the columns of each slide: all of them where every word has room at the least size."""
    box, head = setting.box("table", "table"), tuple(c.label or c.name for c in block.columns)
    return panels(_claims(setting, head, block.rows, box, _smallest(setting)), box.w, 0.0)


def _smallest(setting: Setting) -> float:
    return min(SIZE_LEAST, setting.theme.deck.type.body_min)


def _claims(
    setting: Setting, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], box: Box, size: float
) -> list[float]:
    """Return the widths that columns cannot do without: the first has its place, however short its words are."""
    first, *rest = _least(setting, head, rows, box, size)
    return [max(setting.box("table", "head").w, first), *rest]


def _slides(setting: Setting, block: TableBlock, heading: Heading | None) -> tuple[Planned, ...]:
    """Return the slides of columns that one slide holds: as many as their rows need."""
    box, deck = setting.box("table", "table"), setting.theme.deck.type
    head = tuple(c.label or c.name for c in block.columns)
    numeric = tuple(c.kind == "number" for c in block.columns)
    chunks: tuple[tuple[tuple[str, ...], ...], ...] = (block.rows,)
    problems: tuple[Problem, ...] = ()
    for count in range(1, max(1, len(block.rows)) + 1):
        chunks = tuple(evenly(block.rows, count))
        sized = _largest(setting, head, chunks, box)
        if sized is not None:
            break
    else:
        sized = _smallest(setting)
        need = max(sum(_talls(setting, head, c, _columns(setting, head, c, box, sized), sized)) for c in chunks)
        problems = (Problem(where=f"table {block.words.id}", needed=need, there=box.h),)
    notes, said = source_parts(block.source)
    about = f"{block.words.subtitle}." if block.words.subtitle else ""
    contents = Contents(
        heading=heading,
        words=block.words,
        notes=notes,
        remarks=remarks(setting.document, " ".join(p for p in (about, said) if p)),
    )
    found = []
    for rows in chunks:
        line, trouble = headline(setting, block.words.headline)
        widths = _columns(setting, head, block.rows, box, sized)
        talls = _talls(setting, head, rows, widths, sized)
        shape = Table(
            slot="table",
            name=f"Table: {block.words.headline}",
            box=replace(box, h=sum(spread := _spread(talls, box.h))),
            alt=block.words.alt,
            columns=widths,
            heights=tuple(spread),
            rows=(head, *rows),
            numeric=numeric,
            size=sized,
            head_size=min(deck.table_head, sized),
            cell_left=manner(setting.theme).cell_left,
            banded=manner(setting.theme).banded,
        )
        found.append(planned(setting, "table", line, (shape,), contents, (*problems, *trouble)))
    return tuple(found)


def _largest(
    setting: Setting, head: tuple[str, ...], chunks: tuple[tuple[tuple[str, ...], ...], ...], box: Box
) -> float | None:
    """Return the largest size at which every part fits and no word is cut that need not be, or None."""
    every, smallest = tuple(row for chunk in chunks for row in chunk), _smallest(setting)
    for size in steps(setting.theme.deck.type.table, smallest):
        if size > smallest and sum(_claims(setting, head, every, box, size)) > box.w + SLACK:
            continue
        widths = _columns(setting, head, every, box, size)
        if all(sum(_talls(setting, head, c, widths, size)) <= box.h for c in chunks):
            return size
    return None


def _columns(
    setting: Setting, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], box: Box, size: float
) -> tuple[float, ...]:
    """Return column widths: the first as wide as its names, the others by the text that they hold."""

    def wide(text: str, strong: bool) -> float:
        return _wide(setting, text, size, strong=strong)

    cells, least = list(zip(head, *rows, strict=True)), _least(setting, head, rows, box, size)
    names = max(wide(c, True) for c in cells[0])
    first = max(setting.box("table", "head").w, least[0], min(names, FIRST_MOST * box.w))
    if len(cells) == 1:
        return (box.w,)
    weights = [max(sum(wide(c, False) for c in column) ** 0.5, 1.0) if column else 1.0 for column in cells[1:]]
    room = box.w - first
    shares = [room * w / sum(weights) for w in weights]
    short = [max(0.0, lo - have) for lo, have in zip(least[1:], shares, strict=True)]
    spare = [max(0.0, have - lo) for lo, have in zip(least[1:], shares, strict=True)]
    taken = min(1.0, sum(short) / sum(spare)) if sum(spare) else 0.0
    widths = (first, *(s + a - b * taken for s, a, b in zip(shares, short, spare, strict=True)))
    over = sum(widths) / box.w
    return tuple(w / over for w in widths) if over > 1 + SLACK else widths  # words that no column can hold are cut


def _wide(setting: Setting, text: str, size: float, *, strong: bool) -> float:
    """Return the width of a cell with its padding."""
    pads = CELL_RIGHT + manner(setting.theme).cell_left
    return text_width((Span(text=text, strong=strong),), setting.using, "body", size) + pads


def _least(
    setting: Setting, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], box: Box, size: float
) -> list[float]:
    """Return the widths of the columns' longest words, up to a share of the table."""

    def word(text: str, strong: bool) -> float:
        widest = max((_wide(setting, w, size, strong=strong) for w in text.split()), default=0.0)
        return min(WORD_MOST * box.w, widest)

    return [
        max(word(column[0], True), *(word(c, n == 0) for c in column[1:])) if len(column) > 1 else word(column[0], True)
        for n, column in enumerate(zip(head, *rows, strict=True))
    ]


def _talls(
    setting: Setting,
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
    size: float,
) -> list[float]:
    """Return the heights that the head and the rows need."""
    pads = CELL_RIGHT + manner(setting.theme).cell_left

    def tall(row: tuple[str, ...], strong: bool) -> float:
        return 2 * CELL_PAD + max(
            height(
                (Paragraph(spans=(Span(text=c or " ", strong=strong or n == 0),), size=size),),
                setting.using,
                widths[n] - pads,
            )
            for n, c in enumerate(row)
        )

    return [tall(head, True), *(tall(r, False) for r in rows)]


def _spread(talls: list[float], room: float) -> list[float]:
    """Return heights with the room left over given to the rows, never to the head."""
    head, *rows = talls
    if not rows:
        return talls
    extra = max(0.0, room - sum(talls)) / len(rows)
    equal = (room - head) / len(rows)
    if max(rows) <= equal:
        return [head, *(min(equal, max(tall, ROW_MOST)) for tall in rows)]
    return [head, *(min(tall + extra, max(tall, ROW_MOST)) for tall in rows)]
