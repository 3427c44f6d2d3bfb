"""The shapes of report.yaml and sections/<id>.yaml."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ...model.report import Kind, Speaker, Status
from .base import Caption, Edtf, Id, Language, Line, Marking, Numeral, Passage, Rank, Shape, about


class AuthorShape(Shape, frozen=True, kw_only=True):
    """Who made the report."""

    family: Annotated[Caption, about("Family name, or the name of a body.")]
    given: Annotated[Annotated[str, Meta(max_length=100)], about("Given names.")] = ""
    role: Annotated[Line | None, about("Post and house at the time of writing.")] = None


class SeriesShape(Shape, frozen=True, kw_only=True):
    """The series in which the report appeared."""

    name: Annotated[Caption, about("Name of the series.")]
    number: Annotated[Numeral | None, about("Number in the series, such as 17/2021.")] = None


class ReportShape(Shape, frozen=True, kw_only=True):
    """report.yaml: whose report this is, and the sections in reading order."""

    id: Annotated[Id, about("The name of the report's folder.")]
    title: Annotated[Line, about("Title as published.")]
    short_title: Annotated[Caption | None, about("Short title for running headers; the title if not given.")] = None
    authors: Annotated[tuple[AuthorShape, ...], Meta(min_length=1, description="Who made the report.")]
    publisher: Annotated[Caption | None, about("Who published it.")] = None
    series: Annotated[SeriesShape | None, about("The series in which it appeared.")] = None
    date: Annotated[Edtf, about("Date of publication: 2021-11-14, 2021-11 or 2021.")]
    as_of: Annotated[str, about("The day up to which the report tells events: 2021-11-14.")]
    language: Annotated[Language, about("Language of all texts, such as en.")] = "en"
    rights: Annotated[Passage | None, about("Rights, and how the content may be used.")] = None
    self_: Annotated[
        Id,
        about("The report's own entry in references.yaml; cited where a unit names no other work.", "references"),
    ] = msgspec.field(name="self")
    likelihood: Annotated[
        Literal["icd203", "phia"] | None, about("The scale of likelihood that the report uses, if it uses one.")
    ] = None
    reviewed: Annotated[bool, about("Whether author or publisher reviewed these texts.")] = False
    sections: Annotated[
        tuple[Annotated[Id, about("A section.", "sections")], ...],
        Meta(min_length=1, description="Sections in reading order; each is a file sections/<id>.yaml."),
    ]


class PointShape(Shape, frozen=True, kw_only=True):
    """A paragraph group on paper and a slide in the deck."""

    id: Annotated[Id, about("Id, unique in the report.")]
    headline: Annotated[Line, about("An assertion as a sentence, at most 75 characters: the slide's headline.")]


class HedgeShape(Shape, frozen=True, kw_only=True):
    """A word of caution that must survive."""

    source: Annotated[Line, about("The word in the source.")]
    here: Annotated[Line, about("The word that stands for it in `text` and `short`; never a stronger one.")]


class AttributionShape(Shape, frozen=True, kw_only=True):
    """Whose statement a unit is."""

    by: Annotated[
        Speaker, about("author: the report's; reported: others reported it; speaker: a quoted person or body.")
    ]
    who: Annotated[Line | None, about("Who reported or said it.")] = None


class UnitShape(Shape, frozen=True, kw_only=True):
    """What a reader gets as one thought: one or two sentences that stand alone."""

    id: Annotated[Id, about("Id, unique in the report.")]
    kind: Annotated[Kind, about("What the unit is to its reader.")]
    point: Annotated[Id | None, about("The point of this section to which it belongs.", "points")] = None
    lead: Annotated[Line | None, about("Two to six words that are already the point, without a full stop.")] = None
    text: Annotated[
        Passage,
        about(
            "One or two sentences; *emphasis*, **strong**, [words](https://...), [@reference, p. 4], [слова]{lang=ru}."
        ),
    ]
    short: Annotated[
        Line | None, about("One sentence for slides and bullets, at most 110 characters, without citations.")
    ] = None
    covers: Annotated[
        tuple[Annotated[Id, about("A claim.", "claims")], ...], about("The claims of source.yaml that it carries.")
    ] = ()
    hedge: Annotated[HedgeShape | None, about("The source's word of caution.")] = None
    attribution: Annotated[AttributionShape | None, about("Whose statement it is; the author's if not given.")] = None
    status: Annotated[Status | None, about("How far a fact has come.")] = None
    dates: Annotated[tuple[Edtf, ...], about("Dates and periods as EDTF: 2021-07-08, 2021-07~, 2021-08/2021-10.")] = ()
    actors: Annotated[tuple[Annotated[Id, about("An actor.", "actors")], ...], about("Whom it is about.")] = ()
    places: Annotated[tuple[Annotated[Id, about("A place.", "places")], ...], about("Where.")] = ()
    topics: Annotated[
        tuple[Annotated[Id, about("A topic.", "topics")], ...],
        about("Topics; `watch` puts it on the list of what to watch."),
    ] = ()
    events: Annotated[tuple[Annotated[Id, about("An event.", "events")], ...], about("Events that it tells.")] = ()
    quantities: Annotated[
        tuple[Annotated[Id, about("A quantity.", "quantities")], ...], about("Numbers that its text states.")
    ] = ()
    needs: Annotated[
        tuple[Annotated[Id, about("A unit.", "units")], ...], about("Units without which it is never shown.")
    ] = ()
    rank: Annotated[Rank, about("0-100, higher first, over the whole report; 50 if not given.")] = 50.0
    marking: Annotated[Marking | None, about("A marking of its own, where it is stricter than the brief's.")] = None
    disputed: Annotated[bool, about("Whether other accounts dispute it.")] = False
    editor_note: Annotated[Passage | None, about("The editor's note, for facts that other accounts dispute.")] = None
    aside: Annotated[Passage | None, about("A margin note of 30 words at most; its first sentence is bold.")] = None
    language: Annotated[Language | None, about("Language of a quotation that is not in the report's.")] = None


class SectionShape(Shape, frozen=True, kw_only=True):
    """sections/<id>.yaml: one section with its units in reading order."""

    id: Annotated[Id, about("The name of the file.")]
    headline: Annotated[Line, about("The finding as a sentence, at most 60 characters, without a full stop.")]
    bottom_line: Annotated[Passage | None, about("The section in one sentence.")] = None
    short: Annotated[Line | None, about("A short headline for agendas and running lines.")] = None
    points: Annotated[tuple[PointShape, ...], about("Points in reading order.")] = ()
    sections: Annotated[
        tuple[Annotated[Id, about("A section.", "sections")], ...], about("Sections nested in this one, in order.")
    ] = ()
    units: Annotated[tuple[UnitShape, ...], about("Units in reading order.")] = ()
