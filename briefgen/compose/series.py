"""The specs of lines and of dots and the report -> their numbers, gaps told."""

from ..model.charts import DotRow, Dots, DotSpec, Line, Lines, LineSpec
from ..model.report import Report
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words
from .charts import joined, measure, measured, number, printed
from .moments import regular
from .moments import said as named
from .scale import ticks

FEWEST = 3
"""Moments that make a trend."""


def lines(spec: LineSpec, report: Report, furniture: Furniture) -> Lines:
    """Return lines over time; raises InputError for fewer than three moments."""
    data = dataset(spec.data, report)
    at, columns = data.column(spec.x), tuple(measured(spec, data, name) for name in spec.y)
    labels = [str(row[at]) for row in data.rows]
    moments = regular(labels) or tuple(labels)
    if len(labels) < FEWEST:
        raise refuse(spec, f"{len(labels)} moments are no trend", "show bars, or give three moments at the least")
    rows = dict(zip(labels, data.rows, strict=True))
    said = figure_words(furniture.language)
    made = []
    gaps = []
    for name, column in zip(spec.y, columns, strict=True):
        where = data.column(name)
        cells = [rows[m][where] if m in rows else None for m in moments]
        label = column.label or column.name
        empty = [m for m, cell in zip(named(moments, furniture.language), cells, strict=True) if number(cell) is None]
        if empty:
            gaps.append(", ".join(([label] if len(columns) > 1 else []) + empty))
        made.append(
            Line(
                label=label,
                values=tuple(number(c) for c in cells),
                printed=tuple(printed(c, column, furniture, short=True) for c in cells),
                stressed=name == spec.emphasis,
            )
        )
    timed = named(moments, furniture.language)
    remarks = [joined(said.missing, "", ["; ".join(gaps)], furniture)] if gaps else []
    scale = ticks([v for line in made for v in line.values], furniture.language, zero=spec.zero)
    remarks += [said.cut_axis] if scale[0].value > 0 else []
    subtitle = measure(spec, columns, furniture)
    shown = " ".join(
        f"{line.label}: " + ", ".join(f"{m} {p}" for m, p in zip(timed, line.printed, strict=True)) + "."
        for line in made
    )
    return Lines(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", shown, *remarks]), remarks),
        moments=timed,
        lines=tuple(made),
        ticks=scale,
        unit=columns[0].unit or "",
        period=columns[0].period or "",
    )


def dots(spec: DotSpec, report: Report, furniture: Furniture) -> Dots:
    """Return rows of dots, in the order of the data or the largest of the first series first."""
    data = dataset(spec.data, report)
    at, columns = data.column(spec.x), tuple(measured(spec, data, name) for name in spec.y)
    cells = [data.column(name) for name in spec.y]
    rows = [
        DotRow(
            label=str(row[at]),
            values=tuple(number(row[c]) for c in cells),
            printed=tuple(printed(row[c], k, furniture, short=True) for c, k in zip(cells, columns, strict=True)),
        )
        for row in data.rows
    ]
    if spec.ranked:
        rows.sort(key=lambda r: -r.values[0] if r.values[0] is not None else float("inf"))
    names = tuple(c.label or c.name for c in columns)
    said = figure_words(furniture.language)
    missing = [
        ", ".join([row.label] + ([name] if len(names) > 1 else []))
        for row in rows
        for name, value in zip(names, row.values, strict=True)
        if value is None
    ]
    remarks = [joined(said.missing, "", missing, furniture)] if missing else []
    subtitle = measure(spec, columns, furniture)
    shown = " ".join(
        f"{row.label}: "
        + ", ".join(f"{n} {p}" if len(names) > 1 else p for n, p in zip(names, row.printed, strict=True))
        + "."
        for row in rows
    )
    return Dots(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", shown, *remarks]), remarks),
        series=names,
        rows=tuple(rows),
        ticks=ticks([v for row in rows for v in row.values], furniture.language, zero=True),
        unit=columns[0].unit or "",
        period=columns[0].period or "",
    )
