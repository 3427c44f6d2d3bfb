"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec

from ..model.figure import BarSpec, ChoroplethSpec, FigureSpec, Lane, TableSpec, TimelineSpec
from ..model.report import Dataset, Span
from .dates import PERIOD, DateError, remedy, span
from .decoding import Parsed
from .findings import Findings, Keys, guess
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, EventShape, FigureShape, GroupShape
from .shapes.figures import BarShape, ChoroplethShape, LaneShape, TableShape, TimelineShape

LABEL_MOST = 60
"""Characters of a bar's label."""

Lists = Mapping[str, Parsed[Any]]
Datasets = Mapping[str, Dataset | None]


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
                _bar(shape, datasets, file, at, ids, findings)
                out.append(msgspec.convert(_plain(shape), BarSpec))
            case ChoroplethShape():
                _choropleth(shape, datasets, lists, file, at, ids, findings)
                out.append(msgspec.convert(_plain(shape), ChoroplethSpec))
            case TimelineShape():
                lanes = _lanes(shape, lists, file, at, ids, findings)
                _timeline(shape, lanes, lists, file, at, ids, findings)
                whole = {**_plain(shape), "lanes": msgspec.to_builtins(lanes), "period": _months(shape.period)}
                out.append(msgspec.convert(whole, TimelineSpec))
            case TableShape():
                table = _table(shape.data, datasets, file, at, ids, findings)
                for number, column in enumerate(shape.columns):
                    _column(column, table, None, file, (*at, "columns", number), findings)
                out.append(msgspec.convert(_plain(shape), TableSpec))
            case _:
                assert_never(shape)
    return tuple(out)


def _months(period: str | int) -> str:
    """Return a period as the months from its first to its last."""
    try:
        found = span(period)
    except DateError:
        return str(period)  # told where it is checked
    return "/".join(f"{d.year:04d}-{d.month:02d}" for d in (found.first, found.last))


def _plain(shape: Any) -> dict[str, Any]:
    """Return a shape's keys and values, texts on one line."""
    made: dict[str, Any] = msgspec.to_builtins(shape)
    texts = ("headline", "subtitle", "note", "alt")
    return {k: clean(v) if k in texts and v is not None else v for k, v in made.items()}


def _table(name: str, datasets: Datasets, file: str, at: Keys, ids: Ids, findings: Findings) -> Dataset | None:
    ids.check(name, "datasets", file, (*at, "data"), findings)
    return datasets.get(name)


def _column(
    name: str, table: Dataset | None, kind: str | None, file: str, path: Keys, findings: Findings
) -> int | None:
    """Return where a column stands in its table; note one that is missing or of another kind."""
    if table is None:
        return None
    names = [c.name for c in table.columns]
    if name not in names:
        findings.error(
            "BG630", f"dataset `{table.id}` has no column `{name}`", file, path, hint=guess(name, names, "columns")
        )
        return None
    found = table.columns[names.index(name)]
    if kind and found.kind != kind:
        findings.error(
            "BG631",
            f"column `{name}` holds {found.kind}, not {kind}",
            file,
            path,
            hint=f"name another column, or describe it as {kind} in data/{table.id}.yaml",
        )
        return None
    return names.index(name)


def _bar(shape: BarShape, datasets: Datasets, file: str, at: Keys, ids: Ids, findings: Findings) -> None:
    table = _table(shape.data, datasets, file, at, ids, findings)
    _column(shape.x, table, None, file, (*at, "x"), findings)
    y = _column(shape.y, table, "number", file, (*at, "y"), findings)
    if table is None or y is None:
        return
    column = table.columns[y]
    if not column.unit or not column.period:
        findings.error(
            "BG632",
            f"column `{column.name}` has no unit or no period: a bar without them says nothing",
            file,
            (*at, "y"),
            hint=f"write {{unit: ..., period: ...}} in data/{table.id}.yaml",
        )
    key = next((i for i, c in enumerate(table.columns) if c.kind == "id"), None)
    _labels(table, shape.x, file, findings)
    for row in table.rows:
        number = row[y]
        if not isinstance(number, int | float) or number < 0:
            fault = "has no number to draw" if number is None else "is below zero, where bars begin"
            findings.error(
                "BG633",
                f"row `{row[key or 0]}` of dataset `{table.id}` {fault}",
                file,
                (*at, "y"),
                hint="give the number, drop the row, or show a table",
            )
    if shape.emphasis:
        rows = [str(r[key]) for r in table.rows] if key is not None else []
        if shape.emphasis not in rows:
            findings.error(
                "BG634",
                f"dataset `{table.id}` has no row `{shape.emphasis}`",
                file,
                (*at, "emphasis"),
                hint=guess(shape.emphasis, rows, "rows"),
            )


def _labels(table: Dataset, name: str, file: str, findings: Findings) -> None:
    """Note labels of bars that are too long to stand over them."""
    names = [c.name for c in table.columns]
    for index, row in enumerate(table.rows):
        label = str(row[names.index(name)] or "") if name in names else ""
        if len(label) > LABEL_MOST:
            findings.error(
                "BG206",
                f"the label of a bar has {len(label)} characters; at most {LABEL_MOST} fit",
                f"{file.rpartition('/')[0]}/data/{table.id}.csv",
                (index, name),
                hint="say it shorter",
            )


def _choropleth(
    shape: ChoroplethShape, datasets: Datasets, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings
) -> None:
    table = _table(shape.data, datasets, file, at, ids, findings)
    key = _column(shape.key, table, None, file, (*at, "key"), findings)
    value = _column(shape.value, table, None, file, (*at, "value"), findings)
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

    for row in table.rows if table else ():
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


def _lanes(shape: TimelineShape, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings) -> tuple[Lane, ...]:
    """Return the lanes of a timeline; an actor's lane is called by its name, a group's has its members."""
    entries: list[ActorShape] = lists["actors"].value if "actors" in lists else []
    names = {a.id: a.short or a.name for a in entries}
    found: list[GroupShape] = lists["groups"].value if "groups" in lists else []
    groups = {g.id: g for g in found}
    out = []
    for index, lane in enumerate(shape.lanes):
        path = (*at, "lanes", index)
        match lane:
            case LaneShape():
                ids.check_all(lane.actors, "actors", file, (*path, "actors"), findings)
                out.append(Lane(label=clean(lane.label), actors=lane.actors))
            case str() if lane in groups and lane not in names:
                group = groups[lane]
                out.append(Lane(label=clean(group.short or group.name), actors=tuple(m.actor for m in group.members)))
            case str():
                ids.check(lane, ("actors", "groups"), file, path, findings)
                out.append(Lane(label=names.get(lane, lane), actors=(lane,)))
            case _:
                ids.check_all(lane, "actors", file, path, findings)
                out.append(Lane(label=", ".join(names.get(a, a) for a in lane), actors=lane))
    return tuple(out)


def _timeline(
    shape: TimelineShape, lanes: tuple[Lane, ...], lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings
) -> None:
    period: Span | None = None
    try:
        period = span(shape.period)
    except DateError as error:
        findings.error("BG309", str(error), file, (*at, "period"), hint=remedy(shape.period, PERIOD))
    ids.check_all(shape.events, "events", file, (*at, "events"), findings)
    entries: list[EventShape] = lists["events"].value if "events" in lists else []
    by_id = {e.id: e for e in entries}
    shown = {a for lane in lanes for a in lane.actors}
    for index, name in enumerate(shape.events):
        event = by_id.get(name)
        if event is None:
            continue
        path = (*at, "events", index)
        try:
            outside = period is not None and not span(event.date).meets(period)
        except DateError:
            outside = False  # told where the event is written
        if outside:
            findings.error(
                "BG638",
                f"event `{name}` ({event.date}) lies outside the period {shape.period}",
                file,
                path,
                hint="take it out, or widen the period",
            )
        if event.actors[0] not in shown:
            findings.error(
                "BG639",
                f"event `{name}` has no lane: its first actor is `{event.actors[0]}`",
                file,
                path,
                hint="add the actor to a lane, or take the event out",
            )
    if shape.key_event is not None:
        ids.check(shape.key_event, "events", file, (*at, "key_event"), findings)
        if shape.events and shape.key_event not in shape.events:
            findings.error(
                "BG640",
                f"the key event `{shape.key_event}` is not among the events shown",
                file,
                (*at, "key_event"),
                hint="add it to `events`",
            )
