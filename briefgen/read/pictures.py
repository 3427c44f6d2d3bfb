"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec

from ..model import charts as drawn
from ..model import diagrams as told
from ..model import figure, matrix, numbers, profiles
from . import charts, diagrams, matrices, numbering
from . import timelines as dated
from .columns import Datasets, column, table
from .decoding import Parsed
from .entry import Entry, Lists
from .findings import Findings, Keys, guess
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, FigureShape
from .shapes import charts as chart_shapes
from .shapes import diagrams as diagram_shapes
from .shapes import matrices as matrix_shapes
from .shapes.figures import ChoroplethShape
from .shapes.numbers import NumbersShape
from .shapes.profiles import SourcesShape, StrengthShape
from .shapes.timelines import TimelineShape

SPECS: dict[Any, Any] = {
    chart_shapes.BarShape: drawn.BarSpec,
    chart_shapes.ColumnBarsShape: drawn.ColumnSpec,
    chart_shapes.StackedShape: drawn.StackedSpec,
    chart_shapes.LineShape: drawn.LineSpec,
    chart_shapes.DotShape: drawn.DotSpec,
    chart_shapes.TableShape: drawn.TableSpec,
    ChoroplethShape: figure.ChoroplethSpec,
    TimelineShape: figure.TimelineSpec,
    matrix_shapes.MatrixShape: matrix.MatrixSpec,
    matrix_shapes.MembershipShape: matrix.MembershipSpec,
    NumbersShape: numbers.NumbersSpec,
    diagram_shapes.RelationsShape: told.RelationsSpec,
    diagram_shapes.ConditionsShape: told.ConditionsSpec,
    SourcesShape: profiles.SourcesSpec,
    StrengthShape: profiles.StrengthSpec,
}
"""What each shape becomes."""
TEXTS = frozenset(
    {"headline", "subtitle", "note", "alt", "label", "text", "unit", "so_what", "conditions", "then", "hedge"}
)
"""Keys whose values are words for a reader."""


def figures(
    parsed: Parsed[list[FigureShape]] | None,
    lists: Lists,
    datasets: Datasets,
    hedges: Mapping[str, str],
    ids: Ids,
    findings: Findings,
) -> tuple[figure.FigureSpec, ...]:
    """Return the figures of a report, what they cannot show noted; `hedges` are the units' words of caution."""
    if parsed is None:
        return ()
    out: list[figure.FigureSpec] = []
    for index, shape in enumerate(parsed.value):
        file, at = parsed.file, (parsed.index(index),)
        entry = Entry(file=file, at=at, datasets=datasets, lists=lists, hedges=hedges, ids=ids, findings=findings)
        if shape.point:
            entry.known(shape.point, "points", "point")
        entry.all_known(shape.cites, "references", "cites")
        whole = _plain(msgspec.to_builtins(shape))
        whole |= _checked(shape, entry)
        out.append(msgspec.convert(whole, SPECS[type(shape)]))
    return tuple(out)


def _checked(shape: FigureShape, entry: Entry) -> dict[str, Any]:
    """Note what keeps a figure from being drawn; return the values that are not what they are in the file."""
    match shape:
        case chart_shapes.BarShape() | chart_shapes.ColumnBarsShape():
            charts.rows(shape, entry)
        case chart_shapes.StackedShape():
            charts.stacked(shape, entry)
        case chart_shapes.LineShape():
            charts.line(shape, entry)
        case chart_shapes.DotShape():
            charts.dot(shape, entry)
        case ChoroplethShape():
            _choropleth(shape, entry.datasets, entry.lists, entry.file, entry.at, entry.ids, entry.findings)
        case TimelineShape():
            rows = dated.lanes(shape, entry)
            dated.timeline(shape, rows, entry)
            cuts = [dated.months(cut) for cut in shape.cuts]
            return {"lanes": msgspec.to_builtins(rows), "period": dated.months(shape.period), "cuts": cuts}
        case matrix_shapes.MatrixShape():
            matrices.matrix(shape, entry)
        case matrix_shapes.MembershipShape():
            matrices.membership(shape, entry)
        case NumbersShape():
            numbering.numbers(shape, entry)
        case diagram_shapes.RelationsShape():
            diagrams.relations(shape, entry)
            return {"wording": [(name, clean(words)) for name, words in shape.wording.items()]}
        case diagram_shapes.ConditionsShape():
            diagrams.conditions(shape, entry)
            return {"steps": [_plain(msgspec.structs.asdict(step)) for step in shape.steps]}
        case SourcesShape():
            numbering.sources(shape, entry)
        case StrengthShape():
            pass
        case chart_shapes.TableShape():
            data = table(shape.data, entry.datasets, entry.file, entry.at, entry.ids, entry.findings)
            for number, name in enumerate(shape.columns):
                column(name, data, None, entry.file, (*entry.at, "columns", number), entry.findings)
        case _:
            assert_never(shape)
    return {}


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
