"""The report: what is known, who says so, and where it stands in the source."""

import datetime as dt
from enum import Enum

from .base import Value
from .figure import FigureSpec
from .inline import Inlines


class Kind(Enum):
    """What a unit is to its reader."""

    BOTTOM_LINE = "bottom-line"
    KEY_JUDGEMENT = "key-judgement"
    FACT = "fact"
    JUDGEMENT = "judgement"
    FORECAST = "forecast"
    QUOTATION = "quotation"
    BACKGROUND = "background"
    OUTLOOK = "outlook"


class Status(Enum):
    """How far a fact or event has come; reported is not done, announced is not done."""

    DONE = "done"
    REPORTED = "reported"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Speaker(Enum):
    """Whose statement a unit is."""

    AUTHOR = "author"
    REPORTED = "reported"
    SPEAKER = "speaker"


class Origin(Value, frozen=True, kw_only=True):
    """Where a value was written: a file, and the keys and indices that lead to it there."""

    file: str
    path: tuple[str | int, ...] = ()


class Span(Value, frozen=True, kw_only=True):
    """A date or period of EDTF level 0 and 1: first and last day, and the text it was read from."""

    first: dt.date
    last: dt.date
    edtf: str
    approximate: bool = False

    def meets(self, other: "Span") -> bool:
        """Tell whether both periods share a day."""
        return self.first <= other.last and other.first <= self.last


class Hedge(Value, frozen=True, kw_only=True):
    """The source's word of caution, and the word that stands for it here."""

    source: str
    here: str


class Attribution(Value, frozen=True, kw_only=True):
    """Who speaks: the author, others who reported it, or a named speaker."""

    by: Speaker
    who: str | None = None


class Unit(Value, frozen=True, kw_only=True):
    """What a reader gets as one thought; `needs` are the units it leans on."""

    id: str
    section: str
    kind: Kind
    text: Inlines
    short: str
    rank: float
    origin: Origin
    point: str | None = None
    lead: str | None = None
    covers: tuple[str, ...] = ()
    hedge: Hedge | None = None
    attribution: Attribution = Attribution(by=Speaker.AUTHOR)
    status: Status | None = None
    dates: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    marking: str | None = None
    disputed: bool = False
    editor_note: str | None = None
    language: str | None = None


class Point(Value, frozen=True, kw_only=True):
    """A paragraph group on paper, a slide in the deck; the headline is a sentence."""

    id: str
    headline: str


class Section(Value, frozen=True, kw_only=True):
    """A section; `parent` is the section it is nested in."""

    id: str
    headline: str
    bottom_line: str | None = None
    short: str | None = None
    points: tuple[Point, ...] = ()
    parent: str | None = None
    origin: Origin


class Claim(Value, frozen=True, kw_only=True):
    """What the source says where: paragraph, page and notes, never its text."""

    id: str
    paragraph: str
    page: int
    notes: tuple[int, ...] = ()
    kind: str = "fact"


class Event(Value, frozen=True, kw_only=True):
    """Something that happened, or is said to have; the first actor gives the lane of a timeline."""

    id: str
    date: Span
    label: str
    text: str
    status: Status
    actors: tuple[str, ...]
    origin: Origin
    date_from: str = "text"
    place: str | None = None
    covers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    rank: float = 0


class Actor(Value, frozen=True, kw_only=True):
    """A state, movement, body or person; `iso` is ISO 3166-1 alpha-3."""

    id: str
    type: str
    name: str
    short: str | None = None
    iso: str | None = None
    of: str | None = None


class Place(Value, frozen=True, kw_only=True):
    """A place; `at` is (latitude, longitude) in degrees, given for points only."""

    id: str
    name: str
    precision: str = "point"
    at: tuple[float, float] | None = None
    at_source: str | None = None
    capital_of: str | None = None


class Member(Value, frozen=True, kw_only=True):
    """An actor's place in a group."""

    actor: str
    status: str = "member"
    since: str | None = None


class Group(Value, frozen=True, kw_only=True):
    """An organisation, alliance, format or programme and those in it."""

    id: str
    type: str
    name: str
    short: str | None = None
    members: tuple[Member, ...] = ()
    status: str | None = None
    cites: tuple[str, ...] = ()


class Relation(Value, frozen=True, kw_only=True):
    """A typed tie between two actors."""

    id: str
    source: str
    target: str
    type: str
    status: Status = Status.DONE
    text: str | None = None
    cites: tuple[str, ...] = ()


class Quantity(Value, frozen=True, kw_only=True):
    """A number of the report with unit and period; the same in every length."""

    id: str
    value: float | str
    unit: str
    what: str
    period: str | None = None
    precision: str | None = None
    cites: tuple[str, ...] = ()


class Column(Value, frozen=True, kw_only=True):
    """A column of a dataset; only a number has a unit and a period."""

    name: str
    kind: str
    label: str | None = None
    unit: str | None = None
    period: str | None = None
    precision: str | None = None


class Dataset(Value, frozen=True, kw_only=True):
    """A table of the report: rows of cells in column order."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    cites: tuple[str, ...] = ()
    note: str | None = None

    def column(self, name: str) -> int:
        """Return the index of a column; raises ValueError where there is none."""
        return [c.name for c in self.columns].index(name)


class Name(Value, frozen=True, kw_only=True):
    """A person (family, given) or a body (literal)."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None


class Reference(Value, frozen=True, kw_only=True):
    """A work as CSL knows it; dates are (year[, month[, day]])."""

    id: str
    type: str
    title: str
    origin: Origin
    title_en: str | None = None
    authors: tuple[Name, ...] = ()
    container: str | None = None
    publisher: str | None = None
    issued: tuple[int, ...] = ()
    accessed: tuple[int, ...] = ()
    language: str | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    page: str | None = None
    url: str | None = None
    note: int | None = None


class Series(Value, frozen=True, kw_only=True):
    """The series in which a report appeared."""

    name: str
    number: str | None = None


class Author(Value, frozen=True, kw_only=True):
    """Who made the report."""

    family: str
    given: str = ""
    role: str | None = None


class Report(Value, frozen=True, kw_only=True):
    """One report: sections in reading order, units in the order in which they are written."""

    id: str
    title: str
    short_title: str
    authors: tuple[Author, ...]
    date: str
    as_of: dt.date
    language: str
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    references: tuple[Reference, ...]
    self_reference: str
    sha256: str
    origin: Origin
    publisher: str | None = None
    series: Series | None = None
    rights: str | None = None
    reviewed: bool = False
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    groups: tuple[Group, ...] = ()
    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
