"""Events, actors, places, groups, relations and quantities: shapes -> model, ids checked."""

from ..model.report import Actor, Event, Group, Member, Origin, Place, Quantity, Relation
from .dates import DateError, span
from .decoding import Parsed
from .findings import Findings, Keys
from .ids import Ids
from .markup import clean
from .shapes import ActorShape, EventShape, GroupShape, PlaceShape, QuantityShape, RelationShape


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
                hint="write 2021-07-08, 2021-07, 2021, 2021-07~ or 2021-08/2021-10",
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
        out.append(
            Place(
                id=shape.id,
                name=clean(shape.name),
                precision=shape.precision,
                at=shape.at,
                at_source=_line(shape.at_source),
                capital_of=shape.capital_of,
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


def _line(text: str | None) -> str | None:
    return clean(text) if text is not None else None
