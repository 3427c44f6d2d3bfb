"""CSV with column metadata -> datasets (RFC 4180; UTF-8, with or without a byte order mark)."""

import re

from ..model.report import Column, Dataset
from . import files
from .decoding import Parsed
from .files import Source
from .findings import Findings, nearest
from .markup import clean
from .shapes import DataShape
from .shapes.charts import ColumnShape

_CELL = re.compile(r'"((?:[^"]|"")*)"|([^",\r\n]*)')
_NUMBER = re.compile(r"[-+−]?[0-9]{1,18}(?:\.[0-9]{1,18})?\Z")

CELL_MOST = 300
"""Characters that a cell may have."""

Cell = tuple[str, int, int]
"""Its text, line and column."""


def dataset(name: str, parsed: Parsed[DataShape], source: Source, findings: Findings) -> Dataset | None:
    """Return a table of the report, or None where the CSV cannot be read; all that is wrong in it is noted."""
    text = files.text(source, findings)
    if text is None:
        return None
    found = rows(text, source.name, findings)
    if found is None:
        return None
    columns = tuple(_column(key, shape) for key, shape in parsed.value.columns.items())
    if not found:
        findings.error(
            "BG620",
            "the table is empty",
            source.name,
            line=1,
            column=1,
            hint=f"begin with the line {','.join(c.name for c in columns)}",
        )
        return None
    order = _order(found[0], columns, source.name, parsed.file, findings)
    if not any(at is not None for at in order):
        return None  # what the cells are is not known
    known = len(findings.found)
    seen: dict[str, int] = {}
    key = next((i for i, c in enumerate(columns) if c.kind == "id"), None)
    out = []
    for row in found[1:]:
        if len(row) != len(found[0]):
            _, line, column = row[min(len(row), len(found[0])) - 1]
            findings.error(
                "BG622",
                f"this row has {len(row)} cells; the head has {len(found[0])}",
                source.name,
                line=line,
                column=column,
                hint="put a cell that holds a comma in double quotes; write decimals with a point",
            )
            continue
        cells = tuple(
            _value(row[at], c, source.name, findings) if at is not None else None
            for at, c in zip(order, columns, strict=True)
        )
        if key is not None and order[key] is not None:
            text_, line, column = row[order[key] or 0]
            if text_ in seen:
                findings.error(
                    "BG624",
                    f"row `{text_}` stands twice, first in line {seen[text_]}",
                    source.name,
                    line=line,
                    column=column,
                    hint="keep one of the two",
                )
            seen.setdefault(text_, line)
        out.append(cells)
    if len(findings.found) == known and not out:
        findings.error(
            "BG620",
            "the table has a head and no rows",
            source.name,
            line=1,
            column=1,
            hint="add rows, or take the files away",
        )
    return Dataset(
        id=name,
        columns=columns,
        rows=tuple(out),
        cites=parsed.value.cites,
        note=clean(parsed.value.note) if parsed.value.note else None,
        marking=parsed.value.marking,
    )


def _column(name: str, shape: str | ColumnShape) -> Column:
    if isinstance(shape, str):
        return Column(name=name, kind=shape)
    kind = shape.kind or ("number" if shape.unit or shape.period is not None else "text")
    return Column(
        name=name,
        kind=kind,
        label=clean(shape.label) if shape.label else None,
        unit=clean(shape.unit) if shape.unit else None,
        period=str(shape.period) if shape.period is not None else None,
        precision=shape.precision,
    )


def _order(
    head: list[Cell], columns: tuple[Column, ...], file: str, metadata: str, findings: Findings
) -> list[int | None]:
    """Return where each column stands in the CSV, None for one that is missing."""
    names = [text for text, _, _ in head]
    known = [c.name for c in columns]
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        mark = "semicolons" if ";" in names[0] else "tabs"
        column = 1 + next(n for n, c in enumerate(names[0]) if c in ";\t")
        hint = "part them by commas, and write decimals with a point; spreadsheets call it CSV UTF-8 (English)"
        findings.error("BG621", f"the cells are parted by {mark}", file, line=1, column=column, hint=hint)
        return [None] * len(columns)
    if not any(name in known or nearest(name, known) for name in names):
        hint = f"begin the file with the line {','.join(known)}"
        findings.error("BG621", "the first line does not name the columns", file, line=1, column=1, hint=hint)
        return [None] * len(columns)
    for at, (name, line, column) in enumerate(head):
        if name in names[:at]:
            findings.error(
                "BG621",
                f"column `{name}` stands twice",
                file,
                line=line,
                column=column,
                hint="give each column its own name",
            )
        elif name not in known:
            near = nearest(name, [k for k in known if k not in names])
            hint = f"did you mean `{near}`?" if near else f"describe it under `columns` in {metadata}"
            findings.error("BG621", f"column `{name}` is not described", file, line=line, column=column, hint=hint)
    for name in known:
        if name not in names and not nearest(name, [n for n in names if n not in known]):
            findings.error(
                "BG621",
                f"column `{name}` is missing",
                file,
                line=1,
                column=1,
                hint=f"add it, or take it out of {metadata}",
            )
    return [names.index(k) if k in names else None for k in known]


def _value(cell: Cell, column: Column, file: str, findings: Findings) -> str | float | None:
    """Return a cell as its column wants it; an empty one is None."""
    text, line, at = cell
    if not text:
        if column.kind == "id":
            findings.error(
                "BG623",
                f"the cell of column `{column.name}` is empty",
                file,
                line=line,
                column=at,
                hint="each row needs its id",
            )
        return None
    if column.kind != "number":
        if len(text) > CELL_MOST:
            message = f"the cell has {len(text)} characters; at most {CELL_MOST} fit"
            findings.error("BG206", message, file, line=line, column=at, hint="say it shorter")
        return clean(text)
    if not _NUMBER.match(text):
        near = re.sub(r"[\s,'’\u00a0\u202f](?=[0-9]{3}(?![0-9]))", "", text)
        if re.fullmatch(r"[-+−]?[0-9]+,[0-9]+", near):
            near = near.replace(",", ".")
        hint = (
            f"write {near}"
            if _NUMBER.match(near)
            else "write digits with a point for decimals, without unit; leave it empty if not known"
        )
        findings.error("BG623", f"`{text[:40]}` is not a number", file, line=line, column=at, hint=hint)
        return None
    return float(text.replace("−", "-"))


def rows(text: str, file: str, findings: Findings) -> list[list[Cell]] | None:
    """Return the rows of a CSV with the position of each cell, blank lines left out; None where it is malformed."""
    out: list[list[Cell]] = []
    row: list[Cell] = []
    at, line, start = 0, 1, 0
    while at < len(text):
        match = _CELL.match(text, at)
        assert match is not None  # the second branch takes any text, also none
        quoted = match[1] is not None
        cell = match[1].replace('""', '"') if quoted else match[2].strip(" ")
        row.append((cell, line, at - start + 1))
        after = match.end()
        if quoted and (breaks := match[0].count("\n")):
            line += breaks
            start = at + match[0].rfind("\n") + 1
        following = text[after : after + 1]
        if following == '"' or (quoted and following not in ("", ",", "\r", "\n")):
            opened = not quoted and not match[2].strip()
            findings.error(
                "BG625",
                "a quotation mark is opened here and never closed"
                if opened
                else "a quotation mark stands inside a cell",
                file,
                line=line,
                column=after - start + 1,
                hint="put the whole cell in double quotes, and double those inside it",
            )
            return None
        if following == ",":
            at = after + 1
            if at == len(text):
                row.append(("", line, at - start + 1))
            continue
        if len(row) > 1 or row[0][0]:
            out.append(row)
        row = []
        at = after + (2 if text[after : after + 2] == "\r\n" else 1)
        line += 1
        start = at
    if row:
        out.append(row)
    return out
