"""The brief specification: what a brief selects from a report, for whom, and in which lengths."""

from datetime import date
from enum import Enum

from .base import Value
from .inline import Inlines
from .report import SLOT_KINDS, Hedge, Kind, Origin, Span, Unit


class Format(Enum):
    """A kind of file that is built."""

    PDF = "pdf"
    PPTX = "pptx"


class Sheet(Enum):
    """A size of paper."""

    A4 = "A4"
    LETTER = "Letter"


class Length(Value, frozen=True, kw_only=True):
    """A budget: pages and slides at most; `exact` fills every page.

    `figures` and `slide_figures` are quotas (None: all). `prose` sets running text, else bullets;
    `full_notes` sets full references; `apparatus` adds contents, a method note and the list of all works cited.
    """

    name: str
    pages: int
    slides: int
    exact: bool
    prose: bool
    full_notes: bool
    figures: int | None
    slide_figures: int | None
    apparatus: bool = False


ONE_PAGE = Length(
    name="one-page", pages=1, slides=1, exact=True, prose=False, full_notes=False, figures=1, slide_figures=1
)
SHORT = Length(name="short", pages=2, slides=6, exact=True, prose=True, full_notes=False, figures=2, slide_figures=3)
STANDARD = Length(
    name="standard", pages=4, slides=12, exact=False, prose=True, full_notes=True, figures=3, slide_figures=4
)
FULL = Length(
    name="full",
    pages=16,
    slides=30,
    exact=False,
    prose=True,
    full_notes=True,
    figures=None,
    slide_figures=None,
    apparatus=True,
)
LENGTHS = (ONE_PAGE, SHORT, STANDARD, FULL)

THEME, LANGUAGE = "chancery", "en"
"""What a spec has that does not say."""
JUDGEMENTS_MOST = 5
OUTLOOK_MOST = 4
WATCH_MOST = 8
"""Units that a slot holds."""


class Issuer(Value, frozen=True, kw_only=True):
    """The house that makes and sends the brief."""

    name: str
    series: str | None = None
    number: str | None = None
    contact: str | None = None


class Selector(Value, frozen=True, kw_only=True):
    """A choice of units: those named, and those of the body that meet every condition given."""

    ids: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    period: Span | None = None

    def meets(self, unit: Unit) -> bool:
        """Tell whether a unit is named, or meets every condition."""
        if unit.id in self.ids:
            return True
        tests = (
            (self.topics, any(t in self.topics for t in unit.topics)),
            (self.actors, any(a in self.actors for a in unit.actors)),
            (self.kinds, unit.kind in self.kinds),
            (self.period, self.period is not None and any(d.meets(self.period) for d in unit.dates)),
        )
        given = [passed for condition, passed in tests if condition]
        return bool(given) and all(given) and unit.kind not in SLOT_KINDS


class BottomLine(Value, frozen=True, kw_only=True, tag="bottom-line"):
    """The slot of the bottom line: the report's, or a unit that the brief names."""

    unit: str | None = None


class KeyJudgements(Value, frozen=True, kw_only=True, tag="key-judgements"):
    """The slot of the key judgements: `count` of the report's at most, or the `units` that the brief names."""

    count: int = JUDGEMENTS_MOST
    units: tuple[str, ...] = ()


class Sections(Value, frozen=True, kw_only=True, tag="sections"):
    """Sections in the order in which the brief shows them."""

    ids: tuple[str, ...]


class Units(Value, frozen=True, kw_only=True, tag="units"):
    """Further units, shown in their sections."""

    choose: Selector


class Figures(Value, frozen=True, kw_only=True, tag="figures"):
    """Figures, in the order in which longer briefs gain them."""

    ids: tuple[str, ...]


class Tables(Value, frozen=True, kw_only=True, tag="tables"):
    """Tables, in the order in which longer briefs gain them."""

    ids: tuple[str, ...]


class Outlook(Value, frozen=True, kw_only=True, tag="outlook"):
    """The slot of the outlook: the report's, or the `units` that the brief names."""

    units: tuple[str, ...] = ()


class Watch(Value, frozen=True, kw_only=True, tag="watch"):
    """The list of what to watch, from `short` on: `count` units of topic `watch` at most, or the `units` named."""

    count: int = 4
    units: tuple[str, ...] = ()


class Sources(Value, frozen=True, kw_only=True, tag="sources"):
    """The place of notes and colophon."""


Content = BottomLine | KeyJudgements | Sections | Units | Figures | Tables | Outlook | Watch | Sources


class Emphasis(Value, frozen=True, kw_only=True):
    """Factors on the rank of units by topic, actor and section."""

    topics: tuple[tuple[str, float], ...] = ()
    actors: tuple[tuple[str, float], ...] = ()
    sections: tuple[tuple[str, float], ...] = ()


class Replacement(Value, frozen=True, kw_only=True):
    """Words of the issuer's own for a unit, which keeps its trace; what is None stays as it is."""

    unit: str
    lead: str | None = None
    text: Inlines | None = None
    short: str | None = None
    hedge: Hedge | None = None


class Standard(Enum):
    """What PDFs keep to: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4."""

    UA_1 = "ua-1"
    UA_2 = "ua-2"


class BriefSpec(Value, frozen=True, kw_only=True):
    """One brief for one audience; `redact`: without what is marked more strictly than the brief.

    `figure_tables`: long lengths end with what their figures show, as tables. `attach`: "data" has every PDF carry what
    its figures and tables show, and its trace record, as files. `notes` is where full notes stand: "foot" or "end".
    """

    id: str
    report: str
    title: str
    short_title: str
    issuer: Issuer
    as_of: date
    theme: str
    lengths: tuple[Length, ...]
    content: tuple[Content, ...]
    origin: Origin
    sha256: str
    kicker: str | None = None
    subtitle: str | None = None
    audience: str | None = None
    language: str = "en"
    furniture: str = "en"
    page: Sheet = Sheet.A4
    marking: str | None = None
    redact: bool = False
    figure_tables: bool = False
    attach: str | None = None
    standard: Standard = Standard.UA_1
    notes: str = "foot"
    formats: tuple[Format, ...] = (Format.PDF, Format.PPTX)
    emphasise: Emphasis = Emphasis()
    pin: tuple[tuple[str, tuple[str, ...]], ...] = ()
    omit: tuple[tuple[str, tuple[str, ...]], ...] = ()
    replace: tuple[Replacement, ...] = ()
