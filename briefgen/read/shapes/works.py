"""The shape of references.yaml: CSL-YAML, the variables of CSL 1.0.2."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Id, Language, Line, Passage, Shape, about

Variable = Line | int
"""A CSL variable: text, or a number."""

Year = Annotated[int, Meta(ge=-9999, le=9999)]

WorkType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure",
    "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip


class NameShape(Shape, frozen=True, kw_only=True):
    """A person (family, given) or a body (literal)."""

    family: Annotated[Line | None, about("Family name.")] = None
    given: Annotated[Line | None, about("Given names.")] = None
    literal: Annotated[Line | None, about("The name of a body.")] = None


class DateShape(Shape, frozen=True, kw_only=True):
    """A date in CSL's way."""

    date_parts: Annotated[
        tuple[Annotated[tuple[Year, ...], Meta(min_length=1, max_length=3)], ...],
        Meta(min_length=1, max_length=2, description="[[year, month, day]]; month and day may be left out."),
    ] = msgspec.field(name="date-parts")


class CustomShape(Shape, frozen=True, kw_only=True):
    """What CSL has no variable for."""

    note: Annotated[int | None, about("The first note of the source that cites the work.")] = None
    title_en: Annotated[Line | None, about("The title in English.")] = msgspec.field(name="title-en", default=None)


class ReferenceShape(Shape, frozen=True, kw_only=True, rename="kebab"):
    """A work."""

    id: Annotated[Id, about("Id, such as interfax-2021-07-08.")]
    type: Annotated[WorkType, about("CSL type.")]
    title: Annotated[Line, about("Title in its own language.")]
    author: Annotated[tuple[NameShape, ...], about("Authors.")] = ()
    editor: Annotated[tuple[NameShape, ...], about("Editors.")] = ()
    container_title: Annotated[Line | None, about("Journal, newspaper or book in which it stands.")] = None
    collection_title: Annotated[Line | None, about("Series in which it stands.")] = None
    collection_number: Annotated[Variable | None, about("Number in that series.")] = None
    publisher: Annotated[Line | None, about("Publisher.")] = None
    publisher_place: Annotated[Line | None, about("Place of publication.")] = None
    issued: Annotated[DateShape | None, about("Date of publication.")] = None
    accessed: Annotated[DateShape | None, about("Date of access.")] = None
    event_title: Annotated[Line | None, about("Conference or lecture series.")] = None
    language: Annotated[Language | None, about("Language of the work.")] = None
    edition: Annotated[Variable | None, about("Edition.")] = None
    volume: Annotated[Variable | None, about("Volume.")] = None
    issue: Annotated[Variable | None, about("Issue.")] = None
    number: Annotated[Variable | None, about("Number of a report.")] = None
    page: Annotated[Variable | None, about("Page range.")] = None
    genre: Annotated[Line | None, about("Kind of report, thesis or talk.")] = None
    medium: Annotated[Line | None, about("Medium.")] = None
    note: Annotated[Passage | None, about("A remark.")] = None
    url: Annotated[Annotated[str, Meta(pattern="^https?://\\S+$", max_length=2000)] | None, about("Address.")] = (
        msgspec.field(name="URL", default=None)
    )
    doi: Annotated[Annotated[str, Meta(pattern=r"^10\.\S+$")] | None, about("DOI, such as 10.1000/182.")] = (
        msgspec.field(name="DOI", default=None)
    )
    isbn: Annotated[Line | None, about("ISBN.")] = msgspec.field(name="ISBN", default=None)
    issn: Annotated[Line | None, about("ISSN.")] = msgspec.field(name="ISSN", default=None)
    custom: Annotated[CustomShape | None, about("What CSL has no variable for.")] = None
