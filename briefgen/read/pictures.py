"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from typing import Any, assert_never

import msgspec

from ..model.figure import BarSpec, FigureSpec, TableSpec, TimelineSpec
from .charts import bar
from .columns import Datasets, column, table
from .decoding import Lists, Parsed
from .findings import Findings
from .ids import Ids
from .maps import map_spec
from .markup import clean
from .shapes import FigureShape
from .shapes.charts import BarShape, TableShape
from .shapes.maps import ChoroplethShape, DistancesShape, LocatorShape, MembershipShape, PlacesShape
from .shapes.timelines import TimelineShape
from .timelines import lanes, timeline


def figures(
    parsed: Parsed[list[FigureShape]] | None, lists: Lists, datasets: Datasets, ids: Ids, findings: Findings
) -> tuple[FigureSpec, ...]:
    """Return the figures of a report; what they name and cannot show is noted."""
    if parsed is None:
        return ()
    out: list[FigureSpec] = []
    for index, shape in enumerate(parsed.value):
        file, at = parsed.file, (parsed.index(index),)
        if shape.point:
            ids.check(shape.point, "points", file, (*at, "point"), findings)
        ids.check_all(shape.cites, "references", file, (*at, "cites"), findings)
        match shape:
            case BarShape():
                bar(shape, datasets, file, at, ids, findings)
                out.append(msgspec.convert(_plain(shape), BarSpec))
            case ChoroplethShape() | LocatorShape() | PlacesShape() | MembershipShape() | DistancesShape():
                out.append(map_spec(shape, _plain(shape), datasets, lists, file, at, ids, findings))
            case TimelineShape():
                rows = lanes(shape, lists, file, at, ids, findings)
                timeline(shape, rows, lists, file, at, ids, findings)
                whole = {**_plain(shape), "lanes": msgspec.to_builtins(rows), "period": str(shape.period)}
                out.append(msgspec.convert(whole, TimelineSpec))
            case TableShape():
                data = table(shape.data, datasets, file, at, ids, findings)
                for number, name in enumerate(shape.columns):
                    column(name, data, None, file, (*at, "columns", number), findings)
                out.append(msgspec.convert(_plain(shape), TableSpec))
            case _:
                assert_never(shape)
    return tuple(out)


def _plain(shape: Any) -> dict[str, Any]:
    """Return a shape's keys and values, texts on one line."""
    made: dict[str, Any] = msgspec.to_builtins(shape)
    texts = ("headline", "subtitle", "note", "alt")
    return {k: clean(v) if k in texts and v is not None else v for k, v in made.items()}
