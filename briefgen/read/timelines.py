"""Timelines: their lanes, and whether the events that they name stand in period and lanes."""

from ..model.report import Span
from ..model.timeline import Lane
from .dates import PERIOD, DateError, remedy, span
from .entry import Entry
from .findings import Keys
from .markup import clean
from .shapes import ActorShape, EventShape, GroupShape
from .shapes.timelines import LaneShape, TimelineShape


def lanes(shape: TimelineShape, entry: Entry) -> tuple[Lane, ...]:
    """Return the lanes of a timeline; an actor's lane is called by its name, a group's has its members."""
    actors: list[ActorShape] = entry.list("actors")
    names = {a.id: a.short or a.name for a in actors}
    found: list[GroupShape] = entry.list("groups")
    groups = {g.id: g for g in found}
    out = []
    for index, lane in enumerate(shape.lanes):
        path: Keys = ("lanes", index)
        match lane:
            case LaneShape():
                entry.all_known(lane.actors, "actors", (*path, "actors"))
                out.append(Lane(label=clean(lane.label), actors=lane.actors))
            case str() if lane in groups and lane not in names:
                group = groups[lane]
                out.append(Lane(label=clean(group.short or group.name), actors=tuple(m.actor for m in group.members)))
            case str():
                entry.known(lane, ("actors", "groups"), path)
                out.append(Lane(label=names.get(lane, lane), actors=(lane,)))
            case _:
                entry.all_known(lane, "actors", path)
                out.append(Lane(label=", ".join(names.get(a, a) for a in lane), actors=lane))
    return tuple(out)


def timeline(shape: TimelineShape, some: tuple[Lane, ...], entry: Entry) -> None:
    """Note what keeps a timeline from being drawn."""
    period = _span(str(shape.period), "period", entry)
    cuts = [found for n, cut in enumerate(shape.cuts) if (found := _span(str(cut), ("cuts", n), entry))]
    entry.all_known(shape.events, "events", "events")
    events: list[EventShape] = entry.list("events")
    by_id = {e.id: e for e in events}
    shown = {a for lane in some for a in lane.actors}
    for index, name in enumerate(shape.events):
        event = by_id.get(name)
        if event is None:
            continue
        path: Keys = ("events", index)
        try:
            when = span(event.date)
        except DateError:
            continue  # told where the event is written
        if period and not when.meets(period):
            message = f"event `{name}` ({event.date}) lies outside the period {shape.period}"
            entry.error("BG638", message, path, "take it out, or widen the period")
        for cut in cuts:
            if when.meets(cut) and not (when.first < cut.first and when.last > cut.last):
                message = f"event `{name}` ({event.date}) lies in the years {cut.edtf} that `cuts` leaves out"
                entry.error("BG638", message, path, "take it out, or cut other years")
        if event.actors[0] not in shown:
            message = f"event `{name}` has no lane: its first actor is `{event.actors[0]}`"
            entry.error("BG639", message, path, "add the actor to a lane, or take the event out")
    if shape.key_event is not None:
        entry.known(shape.key_event, "events", "key_event")
        if shape.events and shape.key_event not in shape.events:
            message = f"the key event `{shape.key_event}` is not among the events shown"
            entry.error("BG640", message, "key_event", "add it to `events`")


def months(period: str | int) -> str:
    """Return a period as the months from its first to its last."""
    try:
        found = span(period)
    except DateError:
        return str(period)  # told where it is checked
    return "/".join(f"{d.year:04d}-{d.month:02d}" for d in (found.first, found.last))


def _span(text: str, keys: str | Keys, entry: Entry) -> Span | None:
    """Return a period, or None where it is none, which is noted."""
    try:
        return span(text)
    except DateError as error:
        entry.error("BG309", str(error), keys, remedy(text, PERIOD))
        return None
