"""Charts: whether their datasets hold what they show, and whether a chart of this kind can show it."""

from ..model.report import Dataset
from .columns import column, table
from .entry import Entry
from .findings import guess
from .shapes.caption import FigureBase
from .shapes.charts import ColumnBarsShape, DotShape, LineShape, RowsShape, StackedShape

MOST = {"bars": 12, "columns": 40, "stacks": 8, "rows": 16, "parts": 6}
"""Bars, columns, stacked bars, rows of dots that one chart shows, and parts of a bar: there are six colours."""
LABEL_MOST = 60
"""Characters of a label in a chart."""
MOMENTS = 3
"""Moments that make a trend, at the least."""


def rows(shape: RowsShape, entry: Entry) -> None:
    """Note what keeps bars or columns from being drawn."""
    data = _data(shape, shape.data, entry)
    _labels(data, _column(shape.x, data, None, "x", entry), "a bar", entry)
    y = _number(shape.y, data, "y", entry)
    if data is None or y is None:
        return
    upright = isinstance(shape, ColumnBarsShape)
    most = MOST["columns" if upright else "bars"]
    if shape.keep is None and len(data.rows) > most:
        hint = "set `keep: 5` to join the smaller ones, or show a table"
        entry.error("BG605", f"{len(data.rows)} {'columns' if upright else 'bars'}; {most} at most", "data", hint)
    if shape.keep is not None:
        _positive(data, y, "are joined into one", entry)
    if shape.emphasis:
        key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), None)
        known = [str(r[key]) for r in data.rows] if key is not None else []
        if shape.emphasis not in known:
            hint = guess(shape.emphasis, known, "rows")
            entry.error("BG634", f"dataset `{data.id}` has no row `{shape.emphasis}`", "emphasis", hint)


def stacked(shape: StackedShape, entry: Entry) -> None:
    """Note what keeps stacked bars from being drawn."""
    data = _data(shape, shape.data, entry)
    x = _column(shape.x, data, None, "x", entry)
    part = _column(shape.part, data, None, "part", entry)
    _labels(data, x, "a bar", entry)
    _labels(data, part, "a part", entry)
    y = _number(shape.y, data, "y", entry)
    if data is None or x is None or part is None or y is None:
        return
    _positive(data, y, "are parts of one bar", entry)
    bars: dict[str, list[str]] = {}
    for row in data.rows:
        some = bars.setdefault(str(row[x]), [])
        if str(row[part]) in some:
            message = f"bar `{row[x]}` has two parts `{row[part]}`"
            entry.error("BG606", message, "part", "add them up, or call one of them otherwise")
        some.append(str(row[part]))
    if len(bars) > MOST["stacks"]:
        entry.error("BG605", f"{len(bars)} stacked bars; {MOST['stacks']} at most", "x", "show fewer, or a table")
    for name, some in bars.items():
        own = [p for p in some if p not in shape.rest]
        if shape.keep is None and len(own) > MOST["parts"]:
            hint = "set `keep: 5` to join the smaller ones, or name some under `rest`"
            entry.error("BG605", f"bar `{name}` has {len(own)} parts; {MOST['parts']} can be told apart", "part", hint)
    known = [p for some in bars.values() for p in some]
    for name in shape.rest:
        if name not in known:
            entry.error("BG634", f"dataset `{data.id}` has no part `{name}`", "rest", guess(name, known, "parts"))


def line(shape: LineShape, entry: Entry) -> None:
    """Note what keeps lines from being drawn."""
    data = _data(shape, shape.data, entry)
    x = _column(shape.x, data, None, "x", entry)
    _labels(data, x, "a moment", entry)
    _numbers(shape.y, data, entry)
    if data is None or x is None:
        return
    moments = [str(row[x]) for row in data.rows]
    if len(moments) < MOMENTS:
        message = f"{len(moments)} moment{'s' if len(moments) != 1 else ''} make no trend; a line needs {MOMENTS}"
        entry.error("BG603", message, "data", "show bars, or give more moments")
    if len(set(moments)) < len(moments):
        twice = next(m for n, m in enumerate(moments) if m in moments[:n])
        entry.error("BG606", f"the moment `{twice}` stands twice", "x", "give each moment one row")
    if shape.emphasis is not None and shape.emphasis not in shape.y:
        message = f"`{shape.emphasis}` is no line of this chart"
        entry.error("BG634", message, "emphasis", guess(shape.emphasis, shape.y, "lines"))


def dot(shape: DotShape, entry: Entry) -> None:
    """Note what keeps rows of dots from being drawn."""
    data = _data(shape, shape.data, entry)
    _labels(data, _column(shape.x, data, None, "x", entry), "a row", entry)
    _numbers(shape.y, data, entry)
    if data is None:
        return
    if len(data.rows) > MOST["rows"]:
        entry.error("BG605", f"{len(data.rows)} rows; {MOST['rows']} at most", "data", "show fewer, or a table")
    for name in shape.y:
        found = [i for i, c in enumerate(data.columns) if c.name == name]
        for where in found:
            _positive(data, where, "start a scale at zero", entry)


def _data(shape: FigureBase, name: str, entry: Entry) -> Dataset | None:
    """Return a chart's dataset; note one without rows, and a chart without a source."""
    data = table(name, entry.datasets, entry.file, entry.at, entry.ids, entry.findings)
    if data is not None and not shape.cites and not data.cites:
        hint = f"add `cites` here or in data/{data.id}.yaml"
        entry.error("BG604", f"no source is given for the numbers of `{shape.id}`", "data", hint)
    return data


def _column(name: str, data: Dataset | None, kind: str | None, key: str, entry: Entry) -> int | None:
    return column(name, data, kind, entry.file, (*entry.at, key), entry.findings)


def _labels(data: Dataset | None, where: int | None, what: str, entry: Entry) -> None:
    """Note labels that are too long to stand beside what they name."""
    if data is None or where is None:
        return
    for index, row in enumerate(data.rows):
        label = str(row[where] or "")
        if len(label) > LABEL_MOST:
            entry.findings.error(
                "BG206",
                f"the label of {what} has {len(label)} characters; at most {LABEL_MOST} fit",
                f"{entry.file.rpartition('/')[0]}/data/{data.id}.csv",
                (index, data.columns[where].name),
                hint="say it shorter",
            )


def _number(name: str, data: Dataset | None, key: str, entry: Entry) -> int | None:
    """Return where a column of numbers stands; note one without unit or period, or without any number."""
    found = _column(name, data, "number", key, entry)
    if data is None or found is None:
        return None
    measured = data.columns[found]
    if not measured.unit or not measured.period:
        message = f"column `{name}` has no unit or no period: a chart without them says nothing"
        entry.error("BG632", message, key, f"write {{unit: ..., period: ...}} in data/{data.id}.yaml")
    if data.rows and not any(isinstance(row[found], int | float) for row in data.rows):
        entry.error("BG607", f"column `{name}` holds no number at all", key, "fill it in, or take the figure out")
    return found


def _numbers(names: tuple[str, ...], data: Dataset | None, entry: Entry) -> None:
    """Note columns that cannot share a scale, and what is wrong with each of them."""
    found = [(name, _number(name, data, "y", entry)) for name in names]
    if data is None:
        return
    units = dict.fromkeys(data.columns[at].unit for _, at in found if at is not None and data.columns[at].unit)
    if len(units) > 1:
        listed = ", ".join(f"`{u}`" for u in units)
        entry.error("BG608", f"one scale cannot show {listed}", "y", "show one unit, or make two figures")


def _positive(data: Dataset, where: int, why: str, entry: Entry) -> None:
    """Note each row whose number is below zero."""
    key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), 0)
    for row in data.rows:
        value = row[where]
        if isinstance(value, int | float) and value < 0:
            message = f"row `{row[key]}` of dataset `{data.id}` is below zero, and numbers that {why} cannot be"
            entry.error("BG633", message, "y", "correct the number, or show bars or a table")
