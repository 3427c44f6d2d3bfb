"""What a report refers to: claims of its source, events, actors, places, groups, numbers, tables and works."""

import datetime as dt
from enum import Enum

from .base import Value


class Status(Enum):
    """How far a fact or event has come; reported is not done, announced is not done."""

    DONE = "done"
    REPORTED = "reported"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


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
    rank: float = 0.0
    marking: str | None = None


class Actor(Value, frozen=True, kw_only=True):
    """A state, movement, body or person; `iso` is ISO 3166-1 alpha-3."""

    id: str
    type: str
    name: str
    short: str | None = None
    iso: str | None = None
    of: str | None = None


class Place(Value, frozen=True, kw_only=True):
    """A place; `at` is (latitude, longitude) in degrees, given for points only.

    `area` are the codes of the states or provinces that an area covers, `border` the two states that share a line.
    """

    id: str
    name: str
    precision: str = "point"
    at: tuple[float, float] | None = None
    at_source: str | None = None
    capital_of: str | None = None
    area: tuple[str, ...] = ()
    border: tuple[str, ...] = ()


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
    marking: str | None = None

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
