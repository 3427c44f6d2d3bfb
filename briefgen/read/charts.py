"""Charts: whether their datasets hold what they show."""

from .columns import Datasets, column, table
from .findings import Findings, Keys, guess
from .ids import Ids
from .shapes.charts import BarShape


def bar(shape: BarShape, datasets: Datasets, file: str, at: Keys, ids: Ids, findings: Findings) -> None:
    """Note what keeps a chart of bars from being drawn."""
    data = table(shape.data, datasets, file, at, ids, findings)
    column(shape.x, data, None, file, (*at, "x"), findings)
    y = column(shape.y, data, "number", file, (*at, "y"), findings)
    if data is None or y is None:
        return
    measured = data.columns[y]
    if not measured.unit or not measured.period:
        findings.error(
            "BG632",
            f"column `{measured.name}` has no unit or no period: a bar without them says nothing",
            file,
            (*at, "y"),
            hint=f"write {{unit: ..., period: ...}} in data/{data.id}.yaml",
        )
    key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), None)
    for row in data.rows:
        number = row[y]
        if not isinstance(number, int | float) or number < 0:
            fault = "has no number to draw" if number is None else "is below zero, where bars begin"
            findings.error(
                "BG633",
                f"row `{row[key or 0]}` of dataset `{data.id}` {fault}",
                file,
                (*at, "y"),
                hint="give the number, drop the row, or show a table",
            )
    if shape.emphasis:
        rows = [str(r[key]) for r in data.rows] if key is not None else []
        if shape.emphasis not in rows:
            findings.error(
                "BG634",
                f"dataset `{data.id}` has no row `{shape.emphasis}`",
                file,
                (*at, "emphasis"),
                hint=guess(shape.emphasis, rows, "rows"),
            )
