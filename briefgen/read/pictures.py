"""Figures: shapes -> model, and whether the report's data hold what each of them shows."""

from typing import Any, assert_never

import msgspec

from ..model.figure import BarSpec, FigureSpec, Lane, TableSpec, TimelineSpec
from ..model.report import Span
from .columns import Datasets, column, table
from .dates import DateError, span
from .decoding import Lists, Parsed
from .findings import Findings, Keys, guess
from .ids import Ids
from .maps import map_spec
from .markup import clean
from .shapes import ActorShape, EventShape, FigureShape, GroupShape
from .shapes.figures import BarShape, LaneShape, TableShape, TimelineShape
from .shapes.maps import ChoroplethShape, DistancesShape, LocatorShape, MembershipShape, PlacesShape


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
            case ChoroplethShape() | LocatorShape() | PlacesShape() | MembershipShape() | DistancesShape():
                out.append(map_spec(shape, _plain(shape), datasets, lists, file, at, ids, findings))
            case TimelineShape():
                lanes = _lanes(shape, lists, file, at, ids, findings)
                _timeline(shape, lanes, lists, file, at, ids, findings)
                whole = {**_plain(shape), "lanes": msgspec.to_builtins(lanes), "period": str(shape.period)}
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


def _bar(shape: BarShape, datasets: Datasets, file: str, at: Keys, ids: Ids, findings: Findings) -> None:
    data = table(shape.data, datasets, file, at, ids, findings)
    column(shape.x, data, None, file, (*at, "x"), findings)
    y = column(shape.y, data, "number", file, (*at, "y"), findings)
    if data is None or y is None:
        return
    found = data.columns[y]
    if not found.unit or not found.period:
        findings.error(
            "BG632",
            f"column `{found.name}` has no unit or no period: a bar without them says nothing",
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
        findings.error("BG309", str(error), file, (*at, "period"), hint="write the period as 2021-06/2021-10")
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
