"""A trace record -> lines of text: what the file is, and a row for each unit on each page or slide."""

import sys
from itertools import chain

from ..build.traced import Traced

Row = tuple[str, str, str, str]


def table(found: Traced, number: int | None) -> str:
    """Return the record as text: in columns folded to a terminal's width, or in lines of any length elsewhere."""
    rows = [
        ("–" if at is None else str(at), unit.id, ", ".join(unit.paragraphs) or "–", ", ".join(unit.references) or "–")
        for at, unit in found.rows(number)
    ]
    heads = (found.part, "unit", "paragraphs", "references")
    lines = [*(f"{key:<11}  {value}" for key, value in _head(found)), ""]
    if not rows:
        lines.append(f"{found.part} {number} shows no unit")
    elif sys.stdout.isatty():
        return "\n".join(lines) + f"\n{_folded(heads, rows)}"
    else:
        lines += _aligned(heads, rows)
    return "\n".join(lines)


def _head(found: Traced) -> list[tuple[str, str]]:
    """Return what the file is, by key."""
    record = found.record
    size = f"{found.size} {found.part}{'' if found.size == 1 else 's'}"
    return [
        ("title", record.title),
        *([("short title", record.short_title)] if record.short_title else []),
        ("brief", f"{record.brief}, edition {record.edition}"),
        ("length", f"{record.length}, {size}"),
        *([("as of", record.as_of)] if record.as_of else []),
        ("report", f"{record.report}, sha256 {record.report_sha256}"),
    ]


def _aligned(heads: Row, rows: list[Row]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return ["  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip() for row in (heads, *rows)]


def _folded(heads: Row, rows: list[Row]) -> str:
    """Return a table for a terminal; the number of a page stands at its first unit."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(*heads, box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in made.columns:
        column.overflow = "fold"
    befores = chain([None], (row[0] for row in rows))
    for (at, *cells), before in zip(rows, befores, strict=False):
        new = at != before
        if new and before is not None:
            made.add_section()
        made.add_row(*map(Text, (at if new else "", *cells)))
    console = Console()
    with console.capture() as shown:
        console.print(made)
    return shown.get().rstrip("\n")
