"""The workbook behind a native chart: the same cells as the chart's cache."""

import io
from datetime import datetime

from .deck import Chart

SHEET = "Sheet1"
NAMES = "Names"
"""The series that carries the bars' names: bars without fill, with the names as labels at their ends."""
NAME_INSET = 6.0
"""Points from the axis to where a name begins; a label cannot be moved by itself in every program."""


def columns(chart: Chart) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the chart's series in order as (header, values)."""
    values = tuple(b.value for b in chart.bars.bars)
    real = (chart.bars.unit or chart.bars.words.subtitle, values)
    inset = float(f"{chart.most * NAME_INSET / chart.box.w:.2g}")
    return ((NAMES, (inset,) * len(values)), real) if chart.above else (real,)


def workbook(chart: Chart, made: datetime) -> bytes:
    """Return the workbook of a chart: names in the first column, a series in each further one."""
    import xlsxwriter  # type: ignore[import-untyped]  # comes with python-pptx, ships no types

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": made, "title": chart.bars.words.headline})
        sheet = book.add_worksheet(SHEET)
        for row, bar in enumerate(chart.bars.bars, 1):
            sheet.write_string(row, 0, bar.label)
        for column, (header, values) in enumerate(columns(chart), 1):
            sheet.write_string(0, column, header)
            for row, value in enumerate(values, 1):
                sheet.write_number(row, column, value)
        sheet.set_column(0, 0, max(len(b.label) for b in chart.bars.bars) + 2)
    return out.getvalue()
