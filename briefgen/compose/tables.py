"""A table's spec and the report -> its words, columns and cells."""

from ..model.caption import Words
from ..model.charts import TableSpec
from ..model.report import Column, Report
from ..typeset import language as lang
from .captions import dataset, words


def table(
    spec: TableSpec, report: Report, language: str
) -> tuple[Words, tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Return a table's words, columns and cells, numbers written in the given language."""
    data = dataset(spec.data, report)
    names = {a.id: a.name for a in report.actors}
    wanted = [data.column(c) for c in spec.columns]
    columns = tuple(data.columns[i] for i in wanted)
    rows = tuple(tuple(_cell(row[i], data.columns[i], names, language) for i in wanted) for row in data.rows)
    head = [c.label or c.name for c in columns]
    description = " ".join(
        f"{row[0]}: " + "; ".join(f"{h}: {cell}" for h, cell in zip(head[1:], row[1:], strict=True)) + "."
        for row in rows
    )
    return words(spec, spec.subtitle or "", description), columns, rows


def _cell(value: str | float | None, column: Column, names: dict[str, str], language: str) -> str:
    """Return a cell as it is printed; an actor's id becomes its name."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return names.get(value, value) if column.kind == "id" else value
    return lang.number(value, language)
