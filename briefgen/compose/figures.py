"""FigureSpec + Report -> Figure: the data of a chart or drawing, its words, and what it shows in words."""

import datetime as dt
from typing import assert_never

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.figure import (
    Area,
    AreaCallout,
    Bar,
    Bars,
    BarSpec,
    Choropleth,
    ChoroplethSpec,
    Figure,
    FigureSpec,
    SpecBase,
    Spot,
    TableSpec,
    Timeline,
    TimelineMark,
    TimelineSpec,
    Words,
)
from ..model.report import Column, Dataset, Event, Report
from ..typeset import furniture as phrases
from ..typeset import language as lang
from ..typeset.furniture import Furniture

ALT_MOST = 150
EVENTS_MOST = 16


def resolve(spec: FigureSpec, report: Report, furniture: Furniture, *, boundaries: str, issuer: str) -> Figure:
    """Return a figure with its data in hand; a table is no figure and raises ValueError."""
    match spec:
        case BarSpec():
            return _bars(spec, report, furniture)
        case ChoroplethSpec():
            return _choropleth(spec, report, furniture, boundaries, issuer)
        case TimelineSpec():
            return _timeline(spec, report, furniture)
        case TableSpec():
            raise ValueError(f"{spec.id} is a table")
        case _:
            assert_never(spec)


def table(
    spec: TableSpec, report: Report, language: str
) -> tuple[Words, tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Return a table's words, columns and cells, numbers written in the given language."""
    data = _dataset(spec.data, report)
    names = {a.id: a.name for a in report.actors}
    wanted = [data.column(c) for c in spec.columns]
    columns = tuple(data.columns[i] for i in wanted)
    rows = tuple(tuple(_cell(row[i], data.columns[i], names, language) for i in wanted) for row in data.rows)
    head = [c.label or c.name for c in columns]
    description = " ".join(
        f"{row[0]}: " + "; ".join(f"{h}: {cell}" for h, cell in zip(head[1:], row[1:], strict=True)) + "."
        for row in rows
    )
    return _words(spec, spec.subtitle or "", description), columns, rows


def _cell(value: str | float | None, column: Column, names: dict[str, str], language: str) -> str:
    """Return a cell as it is printed; an actor's id becomes its name."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return names.get(value, value) if column.kind == "id" else value
    return lang.number(value, language)


def _dataset(name: str, report: Report) -> Dataset:
    """Return a dataset that `read` has proved to exist."""
    return next(d for d in report.datasets if d.id == name)


def _words(spec: SpecBase, subtitle: str, description: str) -> Words:
    """Return the words of a figure; without an `alt` of its own the headline serves."""
    alt = spec.alt or spec.headline
    if len(alt) > ALT_MOST:
        alt = alt[: ALT_MOST - 1].rsplit(" ", 1)[0] + "…"
    return Words(
        id=spec.id,
        headline=spec.headline,
        subtitle=subtitle,
        alt=alt,
        description=description,
        note=spec.note,
        point=spec.point,
    )


def _refuse(spec: SpecBase, message: str, hint: str) -> InputError:
    """Return the error of a figure that the data do not support."""
    told = f"figure `{spec.id}`: {message}"
    return InputError((Diagnostic(code="BG601", message=told, hint=hint, path=(spec.id,)),))


def _bars(spec: BarSpec, report: Report, furniture: Furniture) -> Bars:
    data = _dataset(spec.data, report)
    labels, values = data.column(spec.x), data.column(spec.y)
    key = next((i for i, c in enumerate(data.columns) if c.kind == "id"), labels)
    column = data.columns[values]
    if not column.unit or not column.period:
        raise _refuse(spec, f"column {spec.y!r} has no unit or no period", "give both in the data's column metadata")
    bars: list[Bar] = []
    for row in data.rows:
        value = row[values]
        if not isinstance(value, (int, float)):
            raise _refuse(
                spec, f"row {row[key]!r} has no number in column {spec.y!r}", "give a number, or drop the row"
            )
        bars.append(
            Bar(
                id=str(row[key]),
                label=str(row[labels]),
                value=float(value),
                printed=phrases.quantity(
                    float(value), column.unit, furniture.language, rounded=column.precision == "rounded"
                ),
                stressed=str(row[key]) == spec.emphasis,
            )
        )
    subtitle = spec.subtitle or f"{column.label or column.name}, {column.unit}, {column.period}"
    shown = "; ".join(f"{b.label}: {b.printed}" for b in bars)
    return Bars(
        words=_words(spec, subtitle, f"{subtitle}. {shown}."),
        bars=tuple(bars),
        unit=column.unit,
        period=column.period,
    )


def _choropleth(spec: ChoroplethSpec, report: Report, furniture: Furniture, boundaries: str, issuer: str) -> Choropleth:
    data = _dataset(spec.data, report)
    key, value = data.column(spec.key), data.column(spec.value)
    actors = {a.id: a for a in report.actors}

    def iso(actor: str) -> str:
        found = actors[actor].iso
        if found is None:
            raise _refuse(spec, f"actor {actor!r} has no `iso` code", "give the state its ISO 3166-1 alpha-3 code")
        return found

    classes = {c.id: c for c in spec.categories}
    rows = [(str(r[key]), str(r[value])) for r in data.rows]
    for actor, category in rows:
        if category not in classes:
            raise _refuse(spec, f"{actor} has category {category!r}, which is not listed", "add it to `categories`")
    shown = tuple(Area(iso=iso(a), name=actors[a].name, category=c) for a, c in rows)
    beside = tuple(Area(iso=iso(a), name=actors[a].name) for a in spec.neighbours)
    capitals = {p.capital_of: p for p in report.places if p.capital_of and p.at}
    spots = tuple(
        Spot(id=capitals[a].id, name=capitals[a].name, lat=at[0], lon=at[1])
        for a, _ in rows
        if spec.capitals and a in capitals and (at := capitals[a].at) is not None
    )
    callouts = tuple(AreaCallout(iso=iso(c.actor), name=actors[c.actor].name, text=c.text) for c in spec.callouts)
    description = " ".join(
        f"{category.label}: {', '.join(actors[a].name for a, c in rows if c == category.id)}."
        for category in spec.categories
    )
    words = _words(spec, spec.subtitle or "", f"{furniture.map_of}. {description}")
    return Choropleth(
        words=words,
        areas=shown + beside,
        categories=spec.categories,
        frame=spec.frame,
        spots=spots,
        callouts=callouts,
        boundaries=boundaries,
        issuer=issuer,
    )


def _timeline(spec: TimelineSpec, report: Report, furniture: Furniture) -> Timeline:
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
        raise _refuse(
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
    words = [(s, furniture.statuses[s]) for s in furniture.statuses if s in used]
    if any(m.spans for m in marks):
        words.append(("period", furniture.period))
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
        words=_words(spec, spec.subtitle or furniture.events_mentioned, lines),
        first=first,
        last=last,
        lanes=tuple(lane.label for lane in spec.lanes),
        marks=marks,
        months=tuple(lang.month(m, furniture.language, year=n == 0 or m.month == 1) for n, m in enumerate(months)),
        statuses=tuple(words),
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
        raise _refuse(
            spec, f"period {spec.period!r} is not a range of months", "write it like 2021-06/2021-10"
        ) from None
    return first, following - dt.timedelta(days=1)
