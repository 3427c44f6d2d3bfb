"""A matrix laid out: widths of columns, heads in lines, heights of rows. Needs only the widths of text."""

from ..model.base import Value
from ..model.matrix import Matrix, MatrixRow, Shape
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .keylines import lined

PITCH, LOOSEST = 1.72, 1.45
"""Height of a row in em at the least, and how far rows may grow (times)."""
HEAD_LINES = 3
HEAD_PAD = 0.5
NAMES_MOST = 0.34
"""The part of the width that the rows' names may take."""
INSET, GAP = 0.6, 1.0
"""Space left of a name and right of it, and between columns, in em."""
KEY_GAP, KEY_LINE = 0.7, 1.5
RADIUS = 0.4
SAFETY = 1.03


class Column(Value, frozen=True, kw_only=True):
    """A column: its left and right end, and its head in lines."""

    left: float
    right: float
    head: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Return its middle."""
        return (self.left + self.right) / 2


class Row(Value, frozen=True, kw_only=True):
    """A row: its name, its words across and in columns in lines, and its height."""

    row: MatrixRow
    name: tuple[str, ...]
    across: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    height: float


class Entry(Value, frozen=True, kw_only=True):
    """An entry of the key: where its sample stands, its words, its line from 0."""

    shape: Shape
    label: str
    x: float
    line: int


class Plan(Value, frozen=True, kw_only=True):
    """Everything from the top: the head's height, rows, the key's first middle."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Entry, ...]
    head: float
    text: float
    height: float


def plan(figure: Matrix, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the matrix at a width; with a height given, rows grow into it.

    Raises InputError where names and heads leave no room for the columns.
    """
    if not figure.rows or not figure.columns:
        raise faults.fault(faults.NOTHING_TO_SHOW, figure.words.id, "it has no rows", "give its data a row")
    names = [
        typeset.lines(r.label, letters.cut(r.stressed).file, text, NAMES_MOST * width, SAFETY) for r in figure.rows
    ]
    taken = max(
        letters.cut(row.stressed).width(line, text) * SAFETY
        for row, lines in zip(figure.rows, names, strict=True)
        for line in lines
    )
    columns = _columns(figure, (INSET + GAP) * text + taken, width, text, letters)
    rows = tuple(_row(figure, row, name, columns, text, letters) for row, name in zip(figure.rows, names, strict=True))
    head = (max(len(c.head) for c in columns) * letters.leading + HEAD_PAD) * text
    key = _key(figure, width, text, letters)
    foot = (KEY_GAP + (1 + key[-1].line) * KEY_LINE) * text if key else 0.5
    least = head + sum(r.height for r in rows) + foot
    if height is not None and height > least:
        growth = min(LOOSEST, 1 + (height - least) / sum(r.height for r in rows))
        rows = tuple(
            Row(row=r.row, name=r.name, across=r.across, cells=r.cells, height=r.height * growth) for r in rows
        )
    total = head + sum(r.height for r in rows) + foot
    return Plan(columns=columns, rows=rows, key=key, head=head, text=text, height=total)


def heights(figure: Matrix, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the rows can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def _columns(figure: Matrix, left: float, width: float, text: float, letters: Lettering) -> tuple[Column, ...]:
    """Return columns of equal width, but wider where a word asks for it."""
    room = width - left
    count = len(figure.columns)
    words = [max(letters.regular.width(word, text) for word in head.split()) for head in figure.columns]
    cells = [
        max((letters.bold.width(word, text) for r in figure.rows for word in r.cells[n].text.split()), default=0.0)
        for n in range(count)
    ]
    least = [max(w, c, 2 * RADIUS * text) * SAFETY + GAP * text for w, c in zip(words, cells, strict=True)]
    if sum(least) > room:
        message = f"{count} columns need {sum(least):.0f} pt beside the names of the rows; there are {room:.0f}"
        hint = "say the heads shorter, or show fewer columns"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, hint)
    # what is left over goes to the narrowest columns first, until all are as wide
    wide = sorted(least)
    level = wide[0]
    for n, own in enumerate(wide):
        level = (room - sum(wide[n + 1 :])) / (n + 1)
        if n + 1 == count or level <= wide[n + 1]:
            break
        level = max(level, own)
    spare = room - sum(max(w, level) for w in least)
    out = []
    at = left
    for head, own in zip(figure.columns, least, strict=True):
        across = max(own, level) + spare / count
        lines = typeset.lines(head, letters.regular.file, text, across - GAP * text, SAFETY)
        if len(lines) > HEAD_LINES:
            message = f"the head {head[:40]!r} takes {len(lines)} lines"
            raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say it shorter")
        out.append(Column(left=at, right=at + across, head=lines))
        at += across
    return tuple(out)


def _row(
    figure: Matrix, row: MatrixRow, name: tuple[str, ...], columns: tuple[Column, ...], text: float, letters: Lettering
) -> Row:
    room = columns[figure.marks - 1].right - columns[0].left - GAP * text
    across = typeset.lines(row.across, letters.slanted.file, text, room, SAFETY) if row.across else ()
    cells = tuple(
        typeset.lines(cell.text, letters.bold.file, text, column.right - column.left - GAP * text, SAFETY)
        if cell.text
        else ()
        for cell, column in zip(row.cells, columns, strict=True)
    )
    lines = max(len(name), len(across), *(len(c) for c in cells))
    return Row(row=row, name=name, across=across, cells=cells, height=(PITCH + (lines - 1) * letters.leading) * text)


def _key(figure: Matrix, width: float, text: float, letters: Lettering) -> tuple[Entry, ...]:
    rooms = [(2 * RADIUS + 0.5) * text + letters.regular.width(label, text) * SAFETY for _, label in figure.key]
    places = lined(rooms, width, 1.6 * text, left=INSET * text)
    return tuple(
        Entry(shape=shape, label=label, x=x, line=line)
        for (shape, label), (x, line) in zip(figure.key, places, strict=True)
    )
