"""The shapes of source, events, actors, places, groups, relations and quantities: lists of entries."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ...model.report import Status
from .base import Caption, Edtf, Id, Label, Line, Mark, Marking, Numeral, Passage, Rank, Shape, about

Works = tuple[Annotated[Id, about("A reference.", "references")], ...]
Claims = tuple[Annotated[Id, about("A claim.", "claims")], ...]
Precision = Literal["exact", "rounded", "about", "at-least", "at-most", "counted"]
ActorId = Annotated[Id, about("An actor.", "actors")]


class ClaimShape(Shape, frozen=True, kw_only=True):
    """What the source says where, without its text."""

    id: Annotated[Id, about("Id, such as s3.p3.c02.")]
    paragraph: Annotated[Id, about("The paragraph of the source.")]
    page: Annotated[Annotated[int, Meta(ge=1, le=100_000)], about("The page on which it stands.")]
    notes: Annotated[tuple[int, ...], about("Numbers of the source's notes to it.")] = ()
    kind: Annotated[
        Literal["fact", "judgement", "forecast", "quotation", "background"], about("What the source makes of it.")
    ] = "fact"


class EventShape(Shape, frozen=True, kw_only=True):
    """Something that happened, or is said to have."""

    id: Annotated[Id, about("Id, such as e037.")]
    date: Annotated[Edtf, about("Date or period as EDTF: 2021-07-08, 2021-07~, 2021-08/2021-10.")]
    date_from: Annotated[
        Literal["text", "note", "inferred"],
        about("Whether the date stands in the source's text, in a note, or is inferred."),
    ] = "text"
    label: Annotated[Label, about("At most 32 characters, for drawings.")]
    text: Annotated[Passage, about("The event in one sentence.")]
    status: Annotated[Status, about("How far it has come.")]
    actors: Annotated[
        tuple[ActorId, ...], Meta(min_length=1, description="Actors; the first gives the lane of a timeline.")
    ]
    place: Annotated[Id | None, about("Where.", "places")] = None
    covers: Annotated[Claims, about("The claims of source.yaml that it carries.")] = ()
    cites: Annotated[Works, about("The works it rests on.")] = ()
    rank: Annotated[Rank, about("0-100, higher first.")] = 0.0
    marking: Annotated[Marking | None, about("A marking of its own; else that of the units that tell it.")] = None


class ActorShape(Shape, frozen=True, kw_only=True):
    """A state, movement, body or person."""

    id: Annotated[Id, about("Id.")]
    type: Annotated[
        Literal["state", "government", "movement", "organisation", "format", "person", "programme", "other"],
        about("What kind of actor."),
    ]
    name: Annotated[Caption, about("Name as printed.")]
    short: Annotated[Label | None, about("Short name.")] = None
    iso: Annotated[
        Annotated[str, Meta(pattern="^[A-Z]{3}$")] | None,
        about("ISO 3166-1 alpha-3 code; states that maps show need it."),
    ] = None
    of: Annotated[Id | None, about("The actor to which a person or body belongs.", "actors")] = None


class PlaceShape(Shape, frozen=True, kw_only=True):
    """A place as the source names it."""

    id: Annotated[Id, about("Id.")]
    name: Annotated[Mark, about("Name at the report's date.")]
    precision: Annotated[
        Literal["point", "area", "line", "not-located"],
        about("How exactly the source locates it; only a point has `at`."),
    ] = "point"
    at: Annotated[
        tuple[Annotated[float, Meta(ge=-90, le=90)], Annotated[float, Meta(ge=-180, le=180)]] | None,
        about("[latitude, longitude] in degrees, for a point."),
    ] = None
    at_source: Annotated[Line | None, about("Who gives the coordinates.")] = None
    capital_of: Annotated[Id | None, about("The state whose capital it is.", "actors")] = None
    area: Annotated[
        tuple[Annotated[str, Meta(pattern=r"^[A-Z]{3}(\.[a-z0-9-]+)?$")], ...],
        about("What an area covers: states by ISO code, or provinces, such as AFG.panjshir."),
    ] = ()
    border: Annotated[
        tuple[ActorId, ActorId] | None, about("The two states whose common border a line is.", "actors")
    ] = None


class MemberShape(Shape, frozen=True, kw_only=True):
    """An actor's place in a group."""

    actor: Annotated[ActorId, about("The actor.", "actors")]
    status: Annotated[Line, about("member, observer, host, participant ...")] = "member"
    since: Annotated[Edtf | None, about("Since when, where the source dates it.")] = None


class GroupShape(Shape, frozen=True, kw_only=True):
    """An organisation, alliance, format or programme, with the members that the source names."""

    id: Annotated[Id, about("Id.")]
    type: Annotated[Line, about("organisation, alliance, format, programme ...")]
    name: Annotated[Caption, about("Name as printed.")]
    short: Annotated[Label | None, about("Short name.")] = None
    members: Annotated[tuple[MemberShape, ...], about("Members that the source names.")] = ()
    status: Annotated[Line | None, about("Active, dormant, planned ...")] = None
    cites: Annotated[Works, about("The works it rests on.")] = ()


class RelationShape(Shape, frozen=True, kw_only=True):
    """A typed tie between two actors."""

    id: Annotated[Id, about("Id.")]
    source: Annotated[Id, about("Whose tie it is.", "parties")] = msgspec.field(name="from")
    target: Annotated[Id, about("To whom.", "parties")] = msgspec.field(name="to")
    type: Annotated[Id, about("What ties them, such as gives-assurances.")]
    status: Annotated[Status, about("How far it has come.")] = Status.DONE
    text: Annotated[Passage | None, about("A remark.")] = None
    cites: Annotated[Works, about("The works it rests on.")] = ()


class QuantityShape(Shape, frozen=True, kw_only=True):
    """A number of the report, the same in every length."""

    id: Annotated[Id, about("Id.")]
    value: Annotated[float | Line, about("The number, or words where the source gives no number.")]
    unit: Annotated[Label, about("Unit, such as USD million.")]
    what: Annotated[Line, about("What is measured.")]
    period: Annotated[Numeral | None, about("Year or period, such as 2019.")] = None
    precision: Annotated[Precision | None, about("How exact the number is.")] = None
    cites: Annotated[Works, about("The works it rests on.")] = ()
