"""A timeline's spec and the report -> its events in lanes, and what they say in words."""

import datetime as dt

from ..model.report import Event, Report
from ..model.timeline import Cut, Tick, Timeline, TimelineMark, TimelineSpec
from ..typeset import language as lang
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import refuse, words
from .charts import joined

EVENTS_MOST = 16
MONTHS_MOST = 24
"""Months beyond which the axis counts years."""
STEPS, YEARS_MOST = (1, 2, 5, 10, 20, 50), 12
"""Distances between the years on an axis, and how many years may stand on it."""


def timeline(spec: TimelineSpec, report: Report, furniture: Furniture) -> Timeline:
    """Return a timeline of the events named, else of the best ranked; raises InputError where there are none."""
    first, last = _period(spec, spec.period)
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
    cuts = tuple(_cut(spec, text) for text in spec.cuts)
    remarks = [joined(figure_words(furniture.language).left_out, "", list(map(_said, cuts)), furniture)] if cuts else []
    return Timeline(
        words=words(spec, spec.subtitle or furniture.events_mentioned, " ".join([lines, *remarks]), remarks),
        first=first,
        last=last,
        lanes=tuple(lane.label for lane in spec.lanes),
        marks=marks,
        ticks=_ticks(first, last, cuts, furniture.language),
        statuses=tuple(key),
        cuts=cuts,
    )


def _ticks(first: dt.date, last: dt.date, cuts: tuple[Cut, ...], language: str) -> tuple[Tick, ...]:
    """Return the months of a period or, where they are too many, years at a round distance."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count <= MONTHS_MOST:
        starts = [
            dt.date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)
        ]
        names = [lang.month(day, language, year=n == 0 or day.month == 1) for n, day in enumerate(starts)]
        return tuple(Tick(day=day, label=name) for day, name in zip(starts, names, strict=True))
    shown = last.year - first.year + 1 - sum(c.last.year - c.first.year + 1 for c in cuts)
    step = next((s for s in STEPS if shown / s <= YEARS_MOST), STEPS[-1])
    years = [y for y in range(first.year, last.year + 1) if y % step == 0 or y == first.year]
    days = [dt.date(y, 1, 1) for y in years]
    kept = [d for d in days if d >= first and not any(c.first <= d <= c.last for c in cuts)]
    return tuple(Tick(day=day, label=str(day.year)) for day in kept)


def _period(spec: TimelineSpec, text: str) -> tuple[dt.date, dt.date]:
    """Return the first day of the first month or year, and the last of the last, of "2021-06/2021-10" or "1872/2019".

    Raises InputError for what is no period.
    """
    start, _, end = text.partition("/")
    try:
        first = dt.date.fromisoformat(f"{start[:7]}-01" if "-" in start else f"{start}-01-01")
        parts = [int(p) for p in (end or start).split("-")[:2]]
        year, month = parts if len(parts) == 2 else (parts[0], 12)
        following = dt.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        message = f"{text!r} is not a range of months or years"
        raise refuse(spec, message, "write it like 2021-06/2021-10, or 1872/2019") from None
    return first, following - dt.timedelta(days=1)


def _cut(spec: TimelineSpec, text: str) -> Cut:
    first, last = _period(spec, text)
    return Cut(first=first, last=last)


def _said(cut: Cut) -> str:
    return f"{cut.first.year}–{cut.last.year}" if cut.first.year != cut.last.year else str(cut.first.year)
