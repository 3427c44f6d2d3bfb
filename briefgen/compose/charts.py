"""A chart's spec and the report -> its numbers, as they are drawn and as they are printed."""

from ..model.charts import Bar, Bars, BarSpec
from ..model.report import Report
from ..typeset import furniture as phrases
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words


def bars(spec: BarSpec, report: Report, furniture: Furniture) -> Bars:
    """Return a chart of bars; raises InputError where a number, its unit or its period is missing."""
    data = dataset(spec.data, report)
    labels, values = data.column(spec.x), data.column(spec.y)
    key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), labels)
    column = data.columns[values]
    if not column.unit or not column.period:
        raise refuse(spec, f"column {spec.y!r} has no unit or no period", "give both in the data's column metadata")
    found: list[Bar] = []
    for row in data.rows:
        value = row[values]
        if not isinstance(value, (int, float)):
            raise refuse(spec, f"row {row[key]!r} has no number in column {spec.y!r}", "give a number, or drop the row")
        found.append(
            Bar(
                id=str(row[key]),
                label=str(row[labels]),
                value=float(value),
                printed=phrases.quantity(
                    float(value), column.unit, furniture.language, rounded=column.precision == "rounded"
                ),
                stressed=str(row[key]) == spec.emphasis,
            )
        )
    subtitle = spec.subtitle or f"{column.label or column.name}, {column.unit}, {column.period}"
    shown = "; ".join(f"{b.label}: {b.printed}" for b in found)
    return Bars(
        words=words(spec, subtitle, f"{subtitle}. {shown}."),
        bars=tuple(found),
        unit=column.unit,
        period=column.period,
    )
