"""The report: what is known, who says so, and where it stands in the source."""

import datetime as dt
from enum import Enum

from .base import Value
from .facts import (
    Actor,
    Claim,
    Column,
    Dataset,
    Event,
    Group,
    Member,
    Name,
    Origin,
    Place,
    Quantity,
    Reference,
    Relation,
    Span,
    Status,
)
from .figure import FigureSpec
from .inline import Inlines

__all__ = [
    "SLOT_KINDS",
    "Actor",
    "Attribution",
    "Author",
    "Claim",
    "Column",
    "Dataset",
    "Event",
    "Group",
    "Hedge",
    "Kind",
    "Member",
    "Name",
    "Origin",
    "Place",
    "Point",
    "Quantity",
    "Reference",
    "Relation",
    "Report",
    "Section",
    "Series",
    "Span",
    "Speaker",
    "Status",
    "Unit",
]


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


SLOT_KINDS = frozenset({Kind.BOTTOM_LINE, Kind.KEY_JUDGEMENT, Kind.OUTLOOK})
"""Kinds that are made to stand in a slot; they stand in a section only where a brief names them for it."""


class Speaker(Enum):
    """Whose statement a unit is."""

    AUTHOR = "author"
    REPORTED = "reported"
    SPEAKER = "speaker"


class Hedge(Value, frozen=True, kw_only=True):
    """The source's word of caution, and the word that stands for it here.

    `strength` is that of a word of likelihood: 1 almost no chance, 2 unlikely, 3 possible, 4 seems so, 5 likely,
    6 almost certain; None for other words.
    """

    source: str
    here: str
    strength: int | None = None


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
    aside: str | None = None
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
    likelihood: str | None = None
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    groups: tuple[Group, ...] = ()
    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
