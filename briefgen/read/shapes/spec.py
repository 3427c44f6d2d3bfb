"""The shape of briefs/<id>.yaml."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ...model.report import Kind
from ...model.spec import JUDGEMENTS_MOST, LANGUAGE, OUTLOOK_MOST, THEME, WATCH_MOST, Format, Sheet, Standard
from .base import Caption, Edtf, Id, Language, Line, Mark, Marking, Numeral, Passage, Shape, about

UnitIds = tuple[Annotated[Id, about("A unit.", "units")], ...]
Quota = Annotated[int, Meta(ge=0, le=100)]
Factor = Annotated[float, Meta(gt=0, le=10)]


class IssuerShape(Shape, frozen=True, kw_only=True):
    """The house that makes and sends the brief."""

    name: Annotated[Caption, about("Name of the house.")]
    series: Annotated[Mark | None, about("Series of briefs.")] = None
    number: Annotated[Numeral | None, about("Number in the series.")] = None
    contact: Annotated[Caption | None, about("Address for questions.")] = None


class LengthShape(Shape, frozen=True, kw_only=True):
    """A length of the house's own."""

    pages: Annotated[Annotated[int, Meta(ge=1, le=40)], about("Pages at most.")]
    slides: Annotated[Annotated[int, Meta(ge=1, le=100)], about("Slides at most.")]
    exact: Annotated[bool, about("Whether it has just so many pages, each full, as one-page and short have.")] = False
    prose: Annotated[
        bool | None, about("Running text under headlines, or a list of short texts; text from two pages on by default.")
    ] = None
    notes: Annotated[
        Literal["short", "full"] | None,
        about(
            "Short notes in a line of sources, or full ones at each page's foot; full from three pages on by default."
        ),
    ] = None
    figures: Annotated[
        Quota | None, about("Figures at most on paper; one for each page by default, all from nine pages on.")
    ] = None
    slide_figures: Annotated[Quota | None, about("Figures at most in the deck; one for two slides by default.")] = None


class SelectorShape(Shape, frozen=True, kw_only=True):
    """Units by name, or those that meet every condition given."""

    ids: Annotated[UnitIds, about("Units by name.")] = ()
    topics: Annotated[
        tuple[Annotated[Id, about("A topic.", "topics")], ...], about("Units with one of these topics.")
    ] = ()
    actors: Annotated[
        tuple[Annotated[Id, about("An actor.", "actors")], ...], about("Units about one of these actors.")
    ] = ()
    kinds: Annotated[tuple[Kind, ...], about("Units of one of these kinds.")] = ()
    period: Annotated[Edtf | None, about("Units dated in this period, such as 2021-06/2021-10.")] = None


class EntryShape(Shape, frozen=True, kw_only=True, rename="kebab"):
    """A slot with its choice: one key. A slot without a choice is written as a word: `- outlook`."""

    bottom_line: Annotated[
        Annotated[Id, about("A unit.", "units")] | None,
        about("A unit as the brief's bottom line; without one the report's own."),
    ] = None
    key_judgements: Annotated[
        Annotated[int, Meta(ge=1, le=JUDGEMENTS_MOST)]
        | Annotated[UnitIds, Meta(min_length=1, max_length=JUDGEMENTS_MOST)]
        | None,
        about("How many of the report's key judgements at most, or units in this order; each needs a lead."),
    ] = None
    sections: Annotated[
        tuple[Annotated[Id, about("A section.", "sections")], ...] | None, about("Sections in the brief's own order.")
    ] = None
    units: Annotated[UnitIds | SelectorShape | None, about("Further units, shown in their sections.")] = None
    figures: Annotated[
        tuple[Annotated[Id, about("A figure.", "figures")], ...] | None,
        about("Figures; longer briefs gain them in this order."),
    ] = None
    tables: Annotated[
        tuple[Annotated[Id, about("A table.", "tables")], ...] | None,
        about("Tables; longer briefs gain them in this order."),
    ] = None
    outlook: Annotated[
        Annotated[UnitIds, Meta(min_length=1, max_length=OUTLOOK_MOST)] | None,
        about("Units as the brief's outlook, in this order; without them the report's own."),
    ] = None
    watch: Annotated[
        Annotated[int, Meta(ge=1, le=WATCH_MOST)]
        | Annotated[UnitIds, Meta(min_length=1, max_length=WATCH_MOST)]
        | None,
        about("How many units of topic `watch` at most, or units in this order; each needs a lead."),
    ] = None


Slot = Literal["bottom-line", "key-judgements", "sections", "figures", "tables", "outlook", "watch", "sources"]


class EmphasisShape(Shape, frozen=True, kw_only=True):
    """Factors on the rank of units: above 1 raises, below 1 lowers."""

    topics: Annotated[dict[Id, Factor], about("By topic.", "topics")] = msgspec.field(default_factory=dict)
    actors: Annotated[dict[Id, Factor], about("By actor.", "actors")] = msgspec.field(default_factory=dict)
    sections: Annotated[dict[Id, Factor], about("By section.", "sections")] = msgspec.field(default_factory=dict)


class NewHedgeShape(Shape, frozen=True, kw_only=True):
    """The word of caution in the issuer's words."""

    here: Annotated[Line, about("The word that stands in the new text and short text; never a stronger one.")]
    source: Annotated[Line | None, about("The word in the source; the unit's own if not given.")] = None


class ReplaceShape(Shape, frozen=True, kw_only=True):
    """The issuer's own words for a unit; what is not given stays."""

    lead: Annotated[Line | None, about("The lead.")] = None
    text: Annotated[Passage | None, about("The text.")] = None
    short: Annotated[Line | None, about("The short text.")] = None
    hedge: Annotated[NewHedgeShape | None, about("The word of caution.")] = None


class SpecShape(Shape, frozen=True, kw_only=True):
    """briefs/<id>.yaml: what one brief takes from a report, for whom, and in which lengths."""

    report: Annotated[Id, about("The report that the brief is drawn from.", "reports")]
    title: Annotated[Line, about("The finding as a sentence, not a topic.")]
    short_title: Annotated[Caption | None, about("Short title for running headers; the report's if not given.")] = None
    kicker: Annotated[Caption | None, about("A word or two above the title.")] = None
    subtitle: Annotated[Line | None, about("A line beneath the title.")] = None
    audience: Annotated[Line | None, about("Whom the brief is for.")] = None
    issuer: Annotated[IssuerShape, about("The house that makes and sends the brief.")]
    as_of: Annotated[str, about("The day the brief stands for, such as 2021-11-14; not before the report's.")]
    language: Annotated[Language, about("Language of the content; must be the report's.")] = LANGUAGE
    furniture: Annotated[Literal["en", "fr"], about("Language of labels, dates and numbers.")] = "en"
    page: Annotated[Sheet, about("Size of paper.")] = Sheet.A4
    theme: Annotated[Id, about("The house style.", "themes")] = THEME
    marking: Annotated[
        Marking | None, about("TLP 2.0 label, or one of the house's markings.yaml; none if not given.")
    ] = None
    redact: Annotated[
        bool, about("Whether to build an abridged edition, without what is marked more strictly than the brief.")
    ] = False
    figure_tables: Annotated[
        bool, about("Whether the PDF of a long length ends with what each figure shows, as a table.")
    ] = False
    notes: Annotated[
        Literal["foot", "end"], about("Where notes in full stand: at the foot of their pages, or in a list at the end.")
    ] = "foot"
    attach: Annotated[
        Literal["data"] | None,
        about("What every PDF carries: data, for a CSV of each figure and table and the trace record (then PDF/A-3a)."),
    ] = None
    standard: Annotated[
        Standard, about("What PDFs keep to: ua-1, PDF/UA-1 with PDF/A-2a; ua-2, PDF/UA-2 with PDF/A-4.")
    ] = Standard.UA_1
    lengths: Annotated[
        Annotated[tuple[Annotated[str, about("A length.", "lengths")] | dict[Id, LengthShape], ...], Meta(min_length=1)]
        | Annotated[dict[Id, LengthShape | None], Meta(min_length=1)],
        about("one-page, short, standard, full, or own ones: {ministerial: {pages: 3, slides: 8}}."),
    ]
    formats: Annotated[tuple[Format, ...], Meta(min_length=1, description="What is built.")] = (Format.PDF, Format.PPTX)
    content: Annotated[
        tuple[Slot | EntryShape, ...] | None,
        Meta(
            description="Slots in order: bottom-line, key-judgements, sections, units, figures, tables, outlook, "
            "watch, sources."
        ),
    ] = None
    emphasise: Annotated[EmphasisShape | None, about("Factors on the rank of units.")] = None
    pin: Annotated[
        dict[Id, UnitIds], about("By length, units that stand from it on: {short: [a-unit]}.", "lengths")
    ] = msgspec.field(default_factory=dict)
    omit: Annotated[
        dict[Id, UnitIds], about("By length, units that do not stand up to it: {short: [a-unit]}.", "lengths")
    ] = msgspec.field(default_factory=dict)
    replace: Annotated[
        dict[Id, ReplaceShape], about("By unit, the issuer's own words: {a-unit: {text: Words.}}.", "units")
    ] = msgspec.field(default_factory=dict)
