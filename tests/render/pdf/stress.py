"""Documents that ask of a PDF what a brief seldom does: all blocks at once, and text that pages cut everywhere."""

from collections.abc import Callable
from functools import cache

from msgspec.structs import replace

from briefgen.model.attachment import Attachment
from briefgen.model.document import (
    Block,
    Bullets,
    Colophon,
    Document,
    FigureTable,
    Heading,
    KeyJudgements,
    Note,
    Outlook,
    Prose,
    References,
    Statement,
    Watch,
    Work,
)
from briefgen.model.inline import Call, Inlines, Text
from briefgen.model.report import Kind
from briefgen.model.spec import FULL, Sheet, Standard
from briefgen.render.pdf import targets, write
from tests.support import documents, leftward, pictures
from tests.support.texts import inlines

from .samples import laid, long_table, many_notes, page_of, trace

LONG = replace(FULL, name="long", pages=200, apparatus=False)
"""A length that no stress document fills."""
ADDRESS = "https://example.org/a-report-on-roads"
FOREIGN = (
    ("ru", "Слово о дорогах, по которым никто не ездит"),
    ("fr", "Des routes où personne ne passe"),
    ("de", "Von Straßen, auf denen niemand fährt"),
    ("fa-AF", leftward.DARI),
    ("ps", leftward.PASHTO),
    ("ur", leftward.URDU),
    ("ar", leftward.ARABIC),
)
"""Words in other languages by their tag."""
(BASE,) = documents.CHINA[:1]


def told(unit: str, text: Inlines, **changes: object) -> Statement:
    """Return a statement of a text, with the notes that it calls."""
    notes = tuple(n for i in text if isinstance(i, Call) for n in i.notes)
    return replace(BASE, unit=unit, kind=Kind.FACT, text=text, notes=notes, **changes)


def paragraph(unit: str, text: Inlines, **changes: object) -> Prose:
    """Return a paragraph of one statement."""
    return Prose(section="s", point=None, headline="h", statements=(told(unit, text, **changes),))


def every_block() -> Document:
    """Return a document with every kind of block, and with all that a paragraph may hold."""
    blocks: list[Block] = []
    for block in documents.full().blocks:
        blocks.append(block)
        match block:
            case Heading(section="containment"):
                blocks += [*_paragraphs(), Bullets(headline="In short", statements=documents.ASSURANCES[:3])]
            case References():
                rows = tuple(("One group" if n < 4 else f"Group {n // 3}", f"Row {n}", "3", "") for n in range(9))
                table = replace(documents.PARTNERS, words=_WORDS, number=None, rows=rows)
                blocks.append(FigureTable(number=3, table=table))
    kept = documents.document(FULL, tuple(blocks))
    return replace(kept, kicker="Russia · Afghanistan")


_WORDS = replace(documents.PARTNERS.words, id="annex", headline="What figure 3 shows")


def _paragraphs() -> tuple[Prose, ...]:
    """Return paragraphs with asides, foreign words, web addresses and the words of others."""
    foreign = tuple(Text(text=f"{words}. ", language=tag) for tag, words in FOREIGN)
    return (
        paragraph(
            "x-aside", inlines("Words with an aside.[2]"), aside="First. Then the rest of it.", editor_note="Said."
        ),
        paragraph("x-foreign", (Text(text="Titles: "), *foreign, Text(text="and no more."))),
        paragraph("x-link", (Text(text="See "), Text(text="the report", href=ADDRESS), Text(text=" for more."))),
        paragraph("x-whole", inlines("Tout est en français ici.[3]"), language="fr"),
        _quoted("x-said", "They spoke of “a road to nowhere” and of “dust”.[4]"),
        _quoted("x-quotation", "“The road goes on, and nobody walks on it.”"),
    )


def _quoted(unit: str, text: str) -> Prose:
    (one,) = paragraph(unit, inlines(text)).statements
    return Prose(section="s", point=None, headline="h", statements=(replace(one, kind=Kind.QUOTATION),))


def split_texts() -> Document:
    """Return texts of more than a page each: links, foreign words and emphasis go on over breaks, in lists as well."""
    words = "word after word on a road that has no end " * 60
    foreign = f"{FOREIGN[0][1]} " * 50
    text: Inlines = (
        Text(text=words, href=ADDRESS),
        Text(text=" and ", strong=True),
        Text(text=foreign, language="ru"),
        Text(text=words, emphasis=True),
        Call(notes=(1, 2)),
        Call(notes=(3,)),
    )
    entries = tuple(told(f"e{n}", text, lead=f"Lead {n}") for n in range(1, 4))
    return page_of(
        *documents.OPENING[:1],
        KeyJudgements(statements=entries, hint=documents.LABELS.hedges),
        documents.TAKEOVER,
        paragraph("p1", text),
        paragraph("p2", text),
        Bullets(headline="In short", statements=tuple(replace(e, unit=f"b-{e.unit}", short=words) for e in entries)),
        Outlook(statements=tuple(replace(e, unit=f"o-{e.unit}") for e in entries)),
        Watch(statements=tuple(replace(e, unit=f"w-{e.unit}") for e in entries)),
        References(works=tuple(Work(reference=f"r{n}", text=text[:-2]) for n in range(3))),
        Colophon(text=inlines("All words are made up.")),
        length=LONG,
    )


def long_notes() -> Document:
    """Return a paragraph with a note that is longer than a page."""
    return replace(many_notes(3, words=2600), length=LONG)


def three_hundred_notes() -> Document:
    """Return as many notes, in the end a few to a line of text."""
    found = many_notes(299, words=14)
    last = Note(number=300, references=("x",), short=inlines("Source"), full=inlines("The last of them."))
    calls = tuple(Call(notes=(n,)) for n in range(290, 301))
    return replace(
        found,
        notes=(*found.notes, last),
        blocks=(*found.blocks, paragraph("end", (Text(text="All"), *calls))),
        length=LONG,
    )


def at_the_end(document: Document) -> Document:
    """Return a document with its notes at its end."""
    blocks = document.blocks if documents.Sources() in document.blocks else (*document.blocks, documents.Sources())
    return replace(document, endnotes=True, blocks=blocks)


def long_table_document() -> Document:
    """Return a table of thirty pages, its rows of unequal height."""
    return page_of(*documents.OPENING[:1], documents.TAKEOVER, long_table(1000), length=LONG)


CASES: dict[str, Callable[[], Document]] = {
    "every block": every_block,
    "every block, notes at the end": lambda: at_the_end(every_block()),
    "split texts": split_texts,
    "long notes": long_notes,
    "300 notes": three_hundred_notes,
    "300 notes at the end": lambda: at_the_end(three_hundred_notes()),
    "long table": long_table_document,
    "short": documents.short,
}


@cache
def made(
    case: str,
    theme: str,
    sheet: Sheet = Sheet.A4,
    standard: Standard = Standard.UA_1,
    files: tuple[Attachment, ...] = (),
) -> tuple[Document, bytes]:
    """Return a document of the set as it is laid out, its blocks and notes in the order of the pages, and its PDF."""
    found = laid(replace(CASES[case](), sheet=sheet), name=theme)
    drawn = pictures.scenes(targets(found))
    return found.document, write(found, drawn, trace(found.document), files=files, standard=standard)
