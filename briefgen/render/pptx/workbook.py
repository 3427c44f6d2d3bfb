"""The workbook behind a native chart: the same cells as the chart's cache."""

import io
from datetime import datetime
from typing import Any

from .deck import Chart, Series

SHEET = "Sheet1"


def letter(column: int) -> str:
    """Return a column's letter, from 0 ("A"); a chart has fewer than 26."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column]


def cells(column: int, rows: int) -> str:
    """Return the cells below a column's head as a formula names them."""
    return f"{SHEET}!${letter(column)}$2:${letter(column)}${rows + 1}"


def head(column: int) -> str:
    """Return a column's head as a formula names it."""
    return f"{SHEET}!${letter(column)}$1"


def places(chart: Chart) -> tuple[tuple[int, int | None], ...]:
    """Return the columns of each series: that of its values and, for scattered dots, that of its levels."""
    out: list[tuple[int, int | None]] = []
    at = 1
    for series in chart.series:
        out.append((at, at + 1) if series.levels else (at, None))
        at += 2 if series.levels else 1
    return tuple(out)


def workbook(chart: Chart, made: datetime) -> bytes:
    """Return the workbook of a chart: names in the first column, a series in each further one."""
    import xlsxwriter  # type: ignore[import-untyped]  # comes with python-pptx, ships no types

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": made, "title": chart.title})
        sheet = book.add_worksheet(SHEET)
        for row, name in enumerate(chart.categories, 1):
            if name:
                sheet.write_string(row, 0, name)
        for series, (column, levels) in zip(chart.series, places(chart), strict=True):
            _column(sheet, series, column)
            if levels is not None:
                sheet.write_string(0, levels, f"{series.name}, row")
                for row, level in enumerate(series.levels, 1):
                    sheet.write_number(row, levels, level)
        sheet.set_column(0, 0, max(map(len, chart.categories), default=0) + 2)
    return out.getvalue()


def _column(sheet: Any, series: Series, column: int) -> None:
    copies = dict(series.copies)
    sheet.write_string(0, column, series.name)
    for row, value in enumerate(series.values):
        if row in copies:
            sheet.write_formula(row + 1, column, f"={letter(column)}{copies[row] + 2}", None, value)
        elif value is not None:
            sheet.write_number(row + 1, column, value)
