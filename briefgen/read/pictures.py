"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from typing import Any, assert_never

import msgspec

from ..model.charts import BarSpec, ColumnSpec, DotSpec, LineSpec, StackedSpec, TableSpec
from ..model.figure import (
    ChoroplethSpec,
    FigureSpec,
    MatrixSpec,
    MembershipSpec,
    NumbersSpec,
    RelationsSpec,
    TimelineSpec,
)
from . import charts, diagrams, matrices, numbering
from .columns import Datasets, column, table
from .decoding import Parsed
from .entry import Entry, Lists
from .findings import Findings, Keys, guess
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, FigureShape
from .shapes.charts import BarShape, ColumnBarsShape, DotShape, LineShape, StackedShape, TableShape
from .shapes.diagrams import RelationsShape
from .shapes.figures import ChoroplethShape
from .shapes.matrices import MatrixShape, MembershipShape
from .shapes.numbers import NumbersShape
from .shapes.timelines import TimelineShape
from .timelines import lanes, timeline

TEXTS = frozenset({"headline", "subtitle", "note", "alt", "label", "text", "unit", "so_what"})
"""Keys whose values are words for a reader."""


def figures(
    parsed: Parsed[list[FigureShape]] | None, lists: Lists, datasets: Datasets, ids: Ids, findings: Findings
) -> tuple[FigureSpec, ...]:
    """Return the figures of a report; what they name and cannot show is noted."""
    if parsed is None:
        return ()
    out: list[FigureSpec] = []
    for index, shape in enumerate(parsed.value):
        file, at = parsed.file, (parsed.index(index),)
        entry = Entry(file=file, at=at, datasets=datasets, lists=lists, ids=ids, findings=findings)
        if shape.point:
            entry.known(shape.point, "points", "point")
        entry.all_known(shape.cites, "references", "cites")
        whole = {**_plain(msgspec.to_builtins(shape)), "origin": {"file": file, "path": at}}
        match shape:
            case BarShape():
                charts.rows(shape, entry)
                out.append(msgspec.convert(whole, BarSpec))
            case ColumnBarsShape():
                charts.rows(shape, entry)
                out.append(msgspec.convert(whole, ColumnSpec))
            case StackedShape():
                charts.stacked(shape, entry)
                out.append(msgspec.convert(whole, StackedSpec))
            case LineShape():
                charts.line(shape, entry)
                out.append(msgspec.convert(whole, LineSpec))
            case DotShape():
                charts.dot(shape, entry)
                out.append(msgspec.convert(whole, DotSpec))
            case ChoroplethShape():
                _choropleth(shape, datasets, lists, file, at, ids, findings)
                out.append(msgspec.convert(whole, ChoroplethSpec))
            case TimelineShape():
                rows = lanes(shape, entry)
                timeline(shape, rows, entry)
                whole |= {"lanes": msgspec.to_builtins(rows), "period": str(shape.period)}
                whole |= {"cuts": [str(cut) for cut in shape.cuts]}
                out.append(msgspec.convert(whole, TimelineSpec))
            case MatrixShape():
                matrices.matrix(shape, entry)
                out.append(msgspec.convert(whole, MatrixSpec))
            case MembershipShape():
                matrices.membership(shape, entry)
                out.append(msgspec.convert(whole, MembershipSpec))
            case NumbersShape():
                numbering.numbers(shape, entry)
                out.append(msgspec.convert(whole, NumbersSpec))
            case RelationsShape():
                diagrams.relations(shape, entry)
                whole |= {"wording": [(k, clean(v)) for k, v in shape.wording.items()]}
                out.append(msgspec.convert(whole, RelationsSpec))
            case TableShape():
                data = table(shape.data, datasets, file, at, ids, findings)
                for number, name in enumerate(shape.columns):
                    column(name, data, None, file, (*at, "columns", number), findings)
                out.append(msgspec.convert(whole, TableSpec))
            case _:
                assert_never(shape)
    return tuple(out)


def _plain(value: Any, key: str = "") -> Any:
    """Return a shape's values as they are, its words on one line."""
    if isinstance(value, dict):
        return {k: _plain(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v, key) for v in value]
    return clean(value) if key in TEXTS and isinstance(value, str) else value


def _choropleth(
    shape: ChoroplethShape, datasets: Datasets, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings
) -> None:
    data = table(shape.data, datasets, file, at, ids, findings)
    key = column(shape.key, data, None, file, (*at, "key"), findings)
    value = column(shape.value, data, None, file, (*at, "value"), findings)
    entries: list[ActorShape] = lists["actors"].value if "actors" in lists else []
    codes = {a.id: a.iso for a in reversed(entries)}
    categories = [c.id for c in shape.categories]

    def state(name: str, path: Keys) -> None:
        if ids.check(name, "actors", file, path, findings) and name in codes and codes[name] is None:
            findings.error(
                "BG635",
                f"`{name}` has no `iso` code, so no map can show it",
                file,
                path,
                hint="add its ISO 3166-1 alpha-3 code in actors.yaml, or name a state",
            )

    for row in data.rows if data else ():
        if key is not None:
            state(str(row[key]), (*at, "data"))
        if value is not None and row[value] is not None and str(row[value]) not in categories:
            findings.error(
                "BG636",
                f"dataset `{shape.data}` holds `{row[value]}`, which is no category",
                file,
                (*at, "categories"),
                hint=guess(str(row[value]), categories, "categories"),
            )
    for index, name in enumerate(shape.neighbours):
        state(name, (*at, "neighbours", index))
    for index, callout in enumerate(shape.callouts):
        state(callout.actor, (*at, "callouts", index, "actor"))
    for side, (low, high), most in (("lon", shape.frame.lon, 180), ("lat", shape.frame.lat, 90)):
        if low >= high or max(abs(low), abs(high)) > most:
            order = "west, east" if side == "lon" else "south, north"
            findings.error(
                "BG637",
                f"[{low:g}, {high:g}] is no range of degrees",
                file,
                (*at, "frame", side),
                hint=f"write [{order}], the smaller number first",
            )
