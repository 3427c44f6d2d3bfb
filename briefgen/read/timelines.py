"""Timelines: their lanes, and whether the events that they name stand in period and lanes."""

from ..model.report import Span
from ..model.timeline import Lane
from .dates import DateError, span
from .decoding import Lists
from .findings import Findings, Keys
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, EventShape, GroupShape
from .shapes.timelines import LaneShape, TimelineShape


def lanes(shape: TimelineShape, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings) -> tuple[Lane, ...]:
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


def timeline(
    shape: TimelineShape, some: tuple[Lane, ...], lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings
) -> None:
    """Note what keeps a timeline from being drawn."""
    period: Span | None = None
    try:
        period = span(shape.period)
    except DateError as error:
        findings.error("BG309", str(error), file, (*at, "period"), hint="write the period as 2021-06/2021-10")
    ids.check_all(shape.events, "events", file, (*at, "events"), findings)
    entries: list[EventShape] = lists["events"].value if "events" in lists else []
    by_id = {e.id: e for e in entries}
    shown = {a for lane in some for a in lane.actors}
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
