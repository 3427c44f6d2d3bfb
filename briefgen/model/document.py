"""The document of one length: semantic blocks in order, notes numbered. It knows no page and no slide."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from .base import Value
from .figure import Figure, Words
from .inline import Inlines
from .labels import Labels
from .report import Column, Kind, Origin, Quantity
from .spec import Length, Sheet


class Statement(Value, frozen=True, kw_only=True):
    """A unit as it is shown: `text` with numbered calls; `short` for slides and bullets; `quantities` that it names."""

    unit: str
    kind: Kind
    text: Inlines
    short: str
    origin: Origin
    lead: str | None = None
    hedge: str | None = None
    attribution: str | None = None
    paragraphs: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    editor_note: str | None = None
    aside: str | None = None
    language: str | None = None
    quantities: tuple[Quantity, ...] = ()


class BottomLine(Value, frozen=True, kw_only=True, tag="bottom-line"):
    """The answer first; `headline` says it in a few words for a slide."""

    statement: Statement
    headline: str = ""


class KeyJudgements(Value, frozen=True, kw_only=True, tag="key-judgements"):
    """Numbered judgements, each with a lead; `hint` says whose hedges they carry."""

    statements: tuple[Statement, ...]
    hint: str


class Heading(Value, frozen=True, kw_only=True, tag="heading"):
    """A section's headline; level 1 is numbered."""

    section: str
    level: int
    headline: str
    number: int | None = None
    bottom_line: str | None = None


class Prose(Value, frozen=True, kw_only=True, tag="prose"):
    """One point as a paragraph of running text on paper, or as a slide under its headline."""

    section: str
    point: str | None
    headline: str
    statements: tuple[Statement, ...]


class Bullets(Value, frozen=True, kw_only=True, tag="bullets"):
    """Statements as a list, set with their short texts."""

    headline: str
    statements: tuple[Statement, ...]


class FigureBlock(Value, frozen=True, kw_only=True, tag="figure"):
    """A figure with its words, numbered where there are several; `source` is its source line with calls."""

    figure: Figure
    number: int | None
    section: str | None
    source: Inlines
    origin: Origin


class TableBlock(Value, frozen=True, kw_only=True, tag="table"):
    """A table with its words; the first column heads its rows."""

    words: Words
    number: int | None
    section: str | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    source: Inlines
    origin: Origin


class Outlook(Value, frozen=True, kw_only=True, tag="outlook"):
    """What the report expects, as one paragraph; `headline` says it in a few words for a slide."""

    statements: tuple[Statement, ...]
    headline: str = ""


class Watch(Value, frozen=True, kw_only=True, tag="watch"):
    """What to watch: a lead and a sentence each."""

    statements: tuple[Statement, ...]


class Sources(Value, frozen=True, kw_only=True, tag="sources"):
    """The place where notes stand that are not at the page's foot."""


class Listed(Value, frozen=True, kw_only=True):
    """A line of the contents: the block that it leads to (see `target`), and a section's number or a figure's name.

    `language` is that of the title where it is not the document's.
    """

    target: str
    title: str
    mark: str = ""
    level: int = 1
    language: str | None = None


class Contents(Value, frozen=True, kw_only=True, tag="contents"):
    """What stands where: sections and parts, then figures and tables under `label`. Only a renderer knows the pages."""

    parts: tuple[Listed, ...]
    figures: tuple[Listed, ...] = ()
    label: str = ""


class Remark(Value, frozen=True, kw_only=True):
    """What a brief says of how it was made, in the furniture's language; `short` for slides."""

    lead: str
    text: str
    short: str


class Method(Value, frozen=True, kw_only=True, tag="method"):
    """How sure the report is, and in longer lengths how the brief was made; `headline` says the first on a slide."""

    label: str
    headline: str
    remarks: tuple[Remark, ...]


class Scale(Value, frozen=True, kw_only=True, tag="scale"):
    """The scale of likelihood that the report uses, by its name, as a table that is none of its figures."""

    name: str
    table: TableBlock


class FigureTable(Value, frozen=True, kw_only=True, tag="figure-table"):
    """What a figure shows, as a table of the end matter; `number` is the figure's."""

    number: int | None
    table: TableBlock


class Work(Value, frozen=True, kw_only=True):
    """A work in the list of references, in full."""

    reference: str
    text: Inlines


class References(Value, frozen=True, kw_only=True, tag="references"):
    """All works that the notes cite, in alphabetical order."""

    works: tuple[Work, ...]


class Colophon(Value, frozen=True, kw_only=True, tag="colophon"):
    """Whose report this is drawn from, and who did not review it; `imprint` has rights, citation and contact."""

    text: Inlines
    imprint: tuple[Inlines, ...] = ()


Block = (
    BottomLine
    | KeyJudgements
    | Contents
    | Heading
    | Prose
    | Bullets
    | FigureBlock
    | TableBlock
    | Outlook
    | Watch
    | Sources
    | Method
    | Scale
    | FigureTable
    | References
    | Colophon
)


def statements(blocks: Iterable[Block]) -> Iterator[Statement]:
    """Yield all statements in the order in which they are read."""
    for block in blocks:
        match block:
            case BottomLine(statement=one):
                yield one
            case KeyJudgements() | Prose() | Bullets() | Outlook() | Watch():
                yield from block.statements
            case Contents() | Heading() | FigureBlock() | TableBlock():
                pass
            case Sources() | Method() | Scale() | FigureTable() | References() | Colophon():
                pass
            case _:
                assert_never(block)


def target(block: Block) -> str | None:
    """Return the name by which the contents lead to a block; None for one that they do not list."""
    match block:
        case Heading(section=section):
            return f"section/{section}"
        case FigureBlock(figure=figure):
            return f"figure/{figure.words.id}"
        case TableBlock(words=words):
            return f"figure/{words.id}"
        case Outlook() | Watch() | Method() | References():
            return type(block).__name__.lower()
        case BottomLine() | KeyJudgements() | Contents() | Prose() | Bullets() | Sources() | Colophon():
            return None
        case Scale() | FigureTable():
            return None
        case _:
            assert_never(block)


class Note(Value, frozen=True, kw_only=True):
    """A numbered note in its short form (outlet, date) and in full."""

    number: int
    references: tuple[str, ...]
    short: Inlines
    full: Inlines


class Document(Value, frozen=True, kw_only=True):
    """One brief in one length; `as_of` is written out in the furniture's language, `date` is the same day.

    `review` says who has read it, and that author and publisher have not.
    """

    brief: str
    length: Length
    title: str
    short_title: str
    issuer: str
    issuer_line: str
    report_line: str
    author_line: str
    review: str
    as_of: str
    date: date
    language: str
    labels: Labels
    sheet: Sheet
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    units: tuple[str, ...]
    references: tuple[str, ...]
    kicker: str | None = None
    subtitle: str | None = None
    marking: str | None = None
    endnotes: bool = False

    @property
    def footnotes(self) -> bool:
        """Tell whether full notes stand at the foot of the pages on which they are called."""
        return self.length.full_notes and not self.endnotes
