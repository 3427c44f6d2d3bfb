"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from typing import Any, assert_never

import msgspec

from ..model.figure import BarSpec, ChoroplethSpec, FigureSpec, TableSpec, TimelineSpec
from .charts import bar
from .columns import Datasets, column, table
from .decoding import Parsed
from .findings import Findings, Keys, guess
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, FigureShape
from .shapes.charts import BarShape, TableShape
from .shapes.figures import ChoroplethShape
from .shapes.timelines import TimelineShape
from .timelines import Lists, lanes, timeline


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
            case ChoroplethShape():
                _choropleth(shape, datasets, lists, file, at, ids, findings)
                out.append(msgspec.convert(_plain(shape), ChoroplethSpec))
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
