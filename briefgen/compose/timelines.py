"""A timeline's spec and the report -> its events in lanes, and what they say in words."""

import datetime as dt

from ..model.report import Event, Report
from ..model.timeline import Timeline, TimelineMark, TimelineSpec
from ..typeset import language as lang
from ..typeset.furniture import Furniture
from .captions import refuse, words

EVENTS_MOST = 16


def timeline(spec: TimelineSpec, report: Report, furniture: Furniture) -> Timeline:
    """Return a timeline of the events named, else of the best ranked; raises InputError where there are none."""
    first, last = _months(spec)
    lanes = {actor: n for n, lane in enumerate(spec.lanes) for actor in lane.actors}
    by_id = {e.id: e for e in report.events}

    def inside(event: Event) -> bool:
        return bool(event.actors) and event.actors[0] in lanes and event.date.first <= last and event.date.last >= first

    if spec.events:
        events = [by_id[i] for i in spec.events if inside(by_id[i])]
    else:
        events = sorted((e for e in report.events if inside(e)), key=lambda e: (-e.rank, e.id))[:EVENTS_MOST]
    if not events:
        raise refuse(
            spec,
            "no event falls into its period and lanes",
            "widen `period`, or name other actors in `lanes`",
        )
    marks = tuple(
        TimelineMark(
            event=e.id,
            label=e.label,
            status=e.status.value,
            lane=lanes[e.actors[0]],
            first=max(e.date.first, first),
            last=min(e.date.last, last),
            spans=(e.date.last - e.date.first).days > 0 and "/" in e.date.edtf,
            key=e.id == spec.key_event,
        )
        for e in events
    )
    used = dict.fromkeys(m.status for m in marks if not m.spans)
    key = [(s, furniture.statuses[s]) for s in furniture.statuses if s in used]
    if any(m.spans for m in marks):
        key.append(("period", furniture.period))
    told = [
        (
            lang.span(e.date.first, e.date.last, furniture.language),
            e.text.rstrip("."),
            furniture.statuses[e.status.value],
        )
        for e in sorted(events, key=lambda e: (e.date.first, e.id))
    ]
    lines = " ".join(f"{when}: {what} ({status})." for when, what, status in told)
    months = [
        dt.date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1)
        for n in range(_count(first, last))
    ]
    return Timeline(
        words=words(spec, spec.subtitle or furniture.events_mentioned, lines),
        first=first,
        last=last,
        lanes=tuple(lane.label for lane in spec.lanes),
        marks=marks,
        months=tuple(lang.month(m, furniture.language, year=n == 0 or m.month == 1) for n, m in enumerate(months)),
        statuses=tuple(key),
    )


def _count(first: dt.date, last: dt.date) -> int:
    """Return the number of months that a period touches."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months(spec: TimelineSpec) -> tuple[dt.date, dt.date]:
    """Return the first day of the first month and the last day of the last of a period "2021-06/2021-10"."""
    start, _, end = spec.period.partition("/")
    try:
        year, month = (int(p) for p in (end or start).split("-")[:2])
        first = dt.date.fromisoformat(f"{start[:7]}-01")
        following = dt.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        raise refuse(
            spec, f"period {spec.period!r} is not a range of months", "write it like 2021-06/2021-10"
        ) from None
    return first, following - dt.timedelta(days=1)
