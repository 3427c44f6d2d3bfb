"""The spec of bars or columns and the report -> their numbers, as they are drawn and as they are printed."""

from msgspec.structs import replace

from ..model.caption import SpecBase
from ..model.charts import Bar, Bars, ColumnSpec, RowsSpec
from ..model.report import Column, Dataset, Report
from ..typeset import furniture as phrases
from ..typeset import language as lang
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words
from .moments import regular
from .moments import said as named


def bars(spec: RowsSpec, report: Report, furniture: Furniture) -> Bars:
    """Return a chart of bars or columns; raises InputError where a number lacks its unit or its period."""
    data, upright = dataset(spec.data, report), isinstance(spec, ColumnSpec)
    labels, values = data.column(spec.x), data.column(spec.y)
    column = measured(spec, data, spec.y)
    key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), labels)
    said = figure_words(furniture.language)
    found = [
        Bar(
            id=str(row[key]),
            label=str(row[labels]),
            value=number(row[values]),
            printed=printed(row[values], column, furniture, short=upright),
            stressed=spec.emphasis is not None and str(row[key]) == spec.emphasis,
        )
        for row in data.rows
    ]
    moments = regular([b.label for b in found]) if upright and not spec.ranked else ()
    if moments:
        by_moment = {b.label: b for b in found}
        found = [by_moment.get(m) or Bar(id=m, label=m, value=None, printed=said.not_stated) for m in moments]
        names = named(moments, furniture.language)
        found = [replace(b, label=name) for b, name in zip(found, names, strict=True)]
    if spec.ranked:
        found.sort(key=lambda b: -b.value if b.value is not None else float("inf"))
    found, tail = _kept(found, spec.keep)
    missing = [b.label for b in found if b.value is None] if upright else []
    remarks = [joined(said.missing, "", missing, furniture)] if missing else []
    if tail:
        total = sum(b.value or 0.0 for b in tail)
        found.append(Bar(id="other", label=said.other, value=total, printed=printed(total, column, furniture, upright)))
        remarks.append(joined(said.joined, said.other, [b.label for b in tail], furniture))
    subtitle = measure(spec, (column,), furniture)
    shown = "; ".join(f"{b.label}: {b.printed}" for b in found)
    return Bars(
        words=words(spec, subtitle, " ".join([f"{subtitle}. {shown}.", *remarks]), remarks),
        bars=tuple(found),
        unit=column.unit or "",
        period=column.period or "",
        upright=upright,
        timed=bool(moments),
    )


def measured(spec: SpecBase, data: Dataset, name: str) -> Column:
    """Return a column of numbers; raises InputError where it has no unit or no period."""
    column = data.columns[data.column(name)]
    if not column.unit or not column.period:
        raise refuse(spec, f"column {name!r} has no unit or no period", "give both in the data's column metadata")
    return column


def number(value: str | float | None) -> float | None:
    """Return a cell as a number, None where the data have none."""
    return float(value) if isinstance(value, int | float) else None


def printed(value: str | float | None, column: Column, furniture: Furniture, short: bool = False) -> str:
    """Return a number as it is printed: with its unit, or `short` as a number alone."""
    if not isinstance(value, int | float):
        return figure_words(furniture.language).not_stated
    if short:
        return lang.number(value, furniture.language)
    return phrases.quantity(value, column.unit or "", furniture.language, rounded=column.precision == "rounded")


def measure(spec: SpecBase, columns: tuple[Column, ...], furniture: Furniture) -> str:
    """Return a chart's subtitle: its own, else what is measured, unit and period."""
    if spec.subtitle:
        return spec.subtitle
    first = columns[0]
    parts = [first.label or first.name] if len(columns) == 1 else []
    said = parts[0].casefold() if parts else ""
    parts += [part for part in (first.unit or "", first.period or "") if part.casefold() != said]
    if first.precision == "rounded":
        parts.append(figure_words(furniture.language).rounded)
    return ", ".join(parts)


def joined(pattern: str, other: str, names: list[str], furniture: Furniture) -> str:
    """Return the sentence that says what was joined into one."""
    *rest, last = names
    listed = ", ".join(rest) + f" {furniture.and_} {last}" if rest else last
    return pattern.format(other=other, names=listed)


def _kept(bars: list[Bar], most: int | None) -> tuple[list[Bar], list[Bar]]:
    """Return the bars that stand for themselves, in their order, and those that are joined; one alone is not."""
    if most is None or len(bars) <= most + 1:
        return bars, []
    largest = sorted(bars, key=lambda b: -(b.value or 0.0))[:most]
    return [b for b in bars if b in largest], [b for b in bars if b not in largest]
