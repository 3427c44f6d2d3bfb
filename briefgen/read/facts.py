"""Events, actors, places, groups, relations and quantities: shapes -> model, ids checked."""

import re

from ..model.report import Actor, Event, Group, Member, Origin, Place, Quantity, Relation
from . import countries
from .dates import ANY, DateError, remedy, span
from .decoding import Parsed
from .findings import Findings, Keys
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, EventShape, GroupShape, PlaceShape, QuantityShape, RelationShape

_AMOUNT = re.compile(
    r"([0-9][0-9,' \u00a0\u202f]*(?:\.[0-9]+)?)\s*(thousand|million|billion|trillion|per cent|percent|%)?",
    re.IGNORECASE,
)
"""A number that separators or its unit have made a text."""


def events(parsed: Parsed[list[EventShape]] | None, ids: Ids, findings: Findings) -> tuple[Event, ...]:
    """Return the events of a report."""
    out = []
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        file, at = parsed.file, (parsed.index(index),)
        ids.check_all(shape.actors, "actors", file, (*at, "actors"), findings)
        if shape.place:
            ids.check(shape.place, "places", file, (*at, "place"), findings)
        ids.check_all(shape.covers, "claims", file, (*at, "covers"), findings)
        ids.check_all(shape.cites, "references", file, (*at, "cites"), findings)
        try:
            when = span(shape.date)
        except DateError as error:
            findings.error(
                "BG309",
                str(error),
                file,
                (*at, "date"),
                hint=remedy(shape.date, ANY),
            )
            continue
        out.append(
            Event(
                id=shape.id,
                date=when,
                label=clean(shape.label),
                text=clean(shape.text),
                status=shape.status,
                actors=shape.actors,
                origin=Origin(file=file, path=at),
                date_from=shape.date_from,
                place=shape.place,
                covers=shape.covers,
                cites=shape.cites,
                rank=shape.rank,
                marking=shape.marking,
            )
        )
    return tuple(out)


def actors(parsed: Parsed[list[ActorShape]] | None, ids: Ids, findings: Findings) -> tuple[Actor, ...]:
    """Return the actors of a report."""
    out = []
    codes: dict[str, str] = {}
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        at = (parsed.index(index),)
        if shape.of:
            ids.check(shape.of, "actors", parsed.file, (*at, "of"), findings)
        if shape.iso and shape.iso not in codes:
            countries.check(shape.iso, clean(shape.name), parsed.file, (*at, "iso"), findings)
        if shape.iso and shape.iso in codes:
            findings.error(
                "BG302",
                f"code {shape.iso} stands at `{codes[shape.iso]}` already",
                parsed.file,
                (*at, "iso"),
                hint="give a state's code to one actor",
            )
        if shape.iso:
            codes.setdefault(shape.iso, shape.id)
        out.append(
            Actor(
                id=shape.id,
                type=shape.type,
                name=clean(shape.name),
                short=_line(shape.short),
                iso=shape.iso,
                of=shape.of,
            )
        )
    return tuple(out)


def places(parsed: Parsed[list[PlaceShape]] | None, ids: Ids, findings: Findings) -> tuple[Place, ...]:
    """Return the places of a report; only a point has coordinates, and it has them."""
    out = []
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        at: Keys = (parsed.index(index),)
        if shape.capital_of:
            ids.check(shape.capital_of, "actors", parsed.file, (*at, "capital_of"), findings)
        if shape.precision == "point" and shape.at is None:
            findings.error(
                "BG322",
                f"place `{shape.id}` is a point without coordinates",
                parsed.file,
                at,
                hint="add `at: [latitude, longitude]`, or say `precision: not-located`",
            )
        if shape.precision != "point" and shape.at is not None:
            findings.error(
                "BG322",
                f"place `{shape.id}` has coordinates, but its precision is `{shape.precision}`",
                parsed.file,
                (*at, "at"),
                hint="take `at` out, or say `precision: point`",
            )
        for key, given, precision in (("area", shape.area, "area"), ("border", shape.border, "line")):
            if given and shape.precision != precision:
                findings.error(
                    "BG322",
                    f"place `{shape.id}` has `{key}`, but its precision is `{shape.precision}`",
                    parsed.file,
                    (*at, key),
                    hint=f"take it out, or say `precision: {precision}`",
                )
        ids.check_all(shape.border or (), "actors", parsed.file, (*at, "border"), findings)
        out.append(
            Place(
                id=shape.id,
                name=clean(shape.name),
                precision=shape.precision,
                at=shape.at,
                at_source=_line(shape.at_source),
                capital_of=shape.capital_of,
                area=shape.area,
                border=shape.border or (),
            )
        )
    return tuple(out)


def groups(parsed: Parsed[list[GroupShape]] | None, ids: Ids, findings: Findings) -> tuple[Group, ...]:
    """Return the groups of a report."""
    out = []
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        at = (parsed.index(index),)
        for number, member in enumerate(shape.members):
            ids.check(member.actor, "actors", parsed.file, (*at, "members", number, "actor"), findings)
            _exists(member.since, parsed.file, (*at, "members", number, "since"), findings)
        ids.check_all(shape.cites, "references", parsed.file, (*at, "cites"), findings)
        members = tuple(
            Member(actor=m.actor, status=clean(m.status), since=str(m.since) if m.since is not None else None)
            for m in shape.members
        )
        out.append(
            Group(
                id=shape.id,
                type=shape.type,
                name=clean(shape.name),
                short=_line(shape.short),
                members=members,
                status=_line(shape.status),
                cites=shape.cites,
            )
        )
    return tuple(out)


def relations(parsed: Parsed[list[RelationShape]] | None, ids: Ids, findings: Findings) -> tuple[Relation, ...]:
    """Return the ties between actors, and between actors and groups."""
    out = []
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        at = (parsed.index(index),)
        for key, name in (("from", shape.source), ("to", shape.target)):
            ids.check(name, ("actors", "groups"), parsed.file, (*at, key), findings)
        ids.check_all(shape.cites, "references", parsed.file, (*at, "cites"), findings)
        out.append(
            Relation(
                id=shape.id,
                source=shape.source,
                target=shape.target,
                type=shape.type,
                status=shape.status,
                text=_line(shape.text),
                cites=shape.cites,
            )
        )
    return tuple(out)


def quantities(parsed: Parsed[list[QuantityShape]] | None, ids: Ids, findings: Findings) -> tuple[Quantity, ...]:
    """Return the numbers of a report."""
    out = []
    for index, shape in enumerate(parsed.value if parsed else ()):
        assert parsed is not None
        ids.check_all(shape.cites, "references", parsed.file, (parsed.index(index), "cites"), findings)
        _exists(shape.period, parsed.file, (parsed.index(index), "period"), findings)
        if isinstance(shape.value, str) and (match := _AMOUNT.fullmatch(shape.value.strip())):
            hint = f"write {re.sub(r'[^0-9.]', '', match[1])}" + (
                f", and put `{match[2]}` into `unit`" if match[2] else ""
            )
            findings.error(
                "BG203",
                f"`value` is the text `{shape.value[:40]}`, where a number is meant",
                parsed.file,
                (parsed.index(index), "value"),
                hint=hint,
            )
        out.append(
            Quantity(
                id=shape.id,
                value=shape.value,
                unit=clean(shape.unit),
                what=clean(shape.what),
                period=str(shape.period) if shape.period is not None else None,
                precision=shape.precision,
                cites=shape.cites,
            )
        )
    return tuple(out)


def _exists(period: str | int | None, file: str, path: Keys, findings: Findings) -> None:
    """Note a period in figures that the calendar does not have; one in words is the author's own."""
    if period is None or re.search(r"[^0-9X~?%./ -]", str(period)):
        return
    for end in str(period).split("/"):
        if end in ("", ".."):
            continue
        try:
            span(end)
        except DateError as error:
            findings.error("BG309", str(error), file, path, hint=remedy(period, ANY))


def _line(text: str | None) -> str | None:
    return clean(text) if text is not None else None
