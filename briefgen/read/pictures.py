"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec

from ..model import charts as drawn
from ..model import diagrams as told
from ..model import figure, matrix, numbers, profiles, seats
from . import charts, diagrams, maps, matrices, numbering, seating
from . import timelines as dated
from .columns import Datasets, column, table
from .decoding import Parsed
from .entry import Entry, Lists
from .findings import Findings
from .ids import Ids
from .markup import clean
from .shapes import FigureShape
from .shapes import charts as chart_shapes
from .shapes import diagrams as diagram_shapes
from .shapes import maps as map_shapes
from .shapes import matrices as matrix_shapes
from .shapes.numbers import NumbersShape
from .shapes.profiles import SourcesShape, StrengthShape
from .shapes.seats import SeatsShape
from .shapes.timelines import TimelineShape

SPECS: dict[Any, Any] = {
    chart_shapes.BarShape: drawn.BarSpec,
    chart_shapes.ColumnBarsShape: drawn.ColumnSpec,
    chart_shapes.StackedShape: drawn.StackedSpec,
    chart_shapes.LineShape: drawn.LineSpec,
    chart_shapes.DotShape: drawn.DotSpec,
    chart_shapes.TableShape: drawn.TableSpec,
    map_shapes.ChoroplethShape: figure.ChoroplethSpec,
    map_shapes.LocatorShape: figure.LocatorSpec,
    map_shapes.PlacesShape: figure.PlacesSpec,
    map_shapes.GroupMapsShape: figure.GroupMapsSpec,
    map_shapes.DistancesShape: figure.DistancesSpec,
    TimelineShape: figure.TimelineSpec,
    matrix_shapes.MatrixShape: matrix.MatrixSpec,
    matrix_shapes.MembershipShape: matrix.MembershipSpec,
    SeatsShape: seats.SeatsSpec,
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
        case (
            map_shapes.ChoroplethShape()
            | map_shapes.LocatorShape()
            | map_shapes.PlacesShape()
            | map_shapes.GroupMapsShape()
            | map_shapes.DistancesShape()
        ):
            return maps.checked(shape, entry)
        case TimelineShape():
            rows = dated.lanes(shape, entry)
            dated.timeline(shape, rows, entry)
            cuts = [dated.months(cut) for cut in shape.cuts]
            return {"lanes": msgspec.to_builtins(rows), "period": dated.months(shape.period), "cuts": cuts}
        case matrix_shapes.MatrixShape():
            matrices.matrix(shape, entry)
        case matrix_shapes.MembershipShape():
            matrices.membership(shape, entry)
        case SeatsShape():
            seating.seats(shape, entry)
            return {"beneath": [(name, clean(words)) for name, words in shape.beneath.items()]}
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
