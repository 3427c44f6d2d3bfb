"""Figures and tables -> CSV files (RFC 4180) that a PDF carries: what is shown, numbers as numbers, days as days."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import assert_never

from ..model.attachment import Attachment
from ..model.document import Block, FigureBlock, TableBlock
from ..model.figure import Bars, Dots, Figure, Lines, Stacks, Timeline
from ..model.report import Report, Span
from ..model.spec import BriefSpec
from ..typeset import furniture as words
from ..typeset.annexwords import annex_words
from ..typeset.furniture import Furniture
from .annex import Table, told

MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for a local encoding."""

_FORMULA = re.compile(r"[=+@\t\r]|-(?![0-9])")
"""How a cell begins that a spreadsheet would run."""

Cell = str | float | None


def attached(blocks: Sequence[Block], report: Report, brief: BriefSpec) -> Iterator[Attachment]:
    """Yield a file for each figure and table among the blocks of a brief that asks for them, in their order."""
    if brief.attach is None:
        return
    furniture = words.furniture(brief.furniture)
    for block in blocks:
        match block:
            case FigureBlock(figure=figure):
                said, (heads, rows) = figure.words, _shown(figure, report, furniture)
            case TableBlock(words=said):
                heads, rows = tuple(c.label or c.name for c in block.columns), block.rows
            case _:
                continue
        about = ". ".join(p.rstrip(".") for p in (said.headline, said.subtitle) if p)
        yield Attachment(name=f"{said.id}.csv", media="text/csv", about=about, text=_written(heads, rows))


def _shown(figure: Figure, report: Report, furniture: Furniture) -> tuple[Sequence[str], Sequence[Sequence[Cell]]]:
    """Return what a figure shows, with the values of charts and the days of events as they are in the report."""
    said = annex_words(furniture.language)
    match figure:
        case Bars():
            return (said.item, _measure(said.value, figure)), tuple((b.label, b.value) for b in figure.bars)
        case Stacks():
            parts = tuple((s.label, p.label, p.value) for s in figure.stacks for p in s.parts)
            return (said.bar, said.part, _measure(said.value, figure)), parts
        case Lines():
            heads = (said.time, *(_measure(line.label, figure) for line in figure.lines))
            return heads, tuple(
                (moment, *(line.values[n] for line in figure.lines)) for n, moment in enumerate(figure.moments)
            )
        case Dots():
            heads = (said.item, *(_measure(one, figure) for one in figure.series))
            return heads, tuple((row.label, *row.values) for row in figure.rows)
        case Timeline():
            dates, statuses = {e.id: e.date for e in report.events}, furniture.statuses
            marks = sorted(figure.marks, key=lambda m: (m.first, m.event))
            return (said.date, said.by, said.event, said.status), tuple(
                (_iso(dates[m.event]), figure.lanes[m.lane], m.label, statuses[m.status]) for m in marks
            )
        case _:
            table: Table = told(figure, report, furniture)
            return table


def _iso(when: Span) -> str:
    """Return a day, a period or its whole months or years (EDTF, level 0)."""
    first, last = when.first, when.last
    ends = [first.isoformat(), last.isoformat()]
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        whole_years = first.month == 1 and last.month == 12
        ends = [d.isoformat()[: 4 if whole_years else 7] for d in (first, last)]
    return "/".join(dict.fromkeys(ends))


def _measure(head: str, figure: Bars | Stacks | Lines | Dots) -> str:
    """Return the head of a column of numbers: what they count, of which period."""
    about = ", ".join(p for p in (figure.unit, figure.period) if p)
    return f"{head} ({about})" if about else head


def _written(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (heads, *rows):
        writer.writerow([_cell(value) for value in row])
    return MARK + out.getvalue()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if _FORMULA.match(value) else value
        case float() | int():
            return f"{value:g}" if abs(value) < 1e6 else repr(int(value) if value == int(value) else value)
        case _:
            assert_never(value)
