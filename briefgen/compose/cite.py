"""Citations -> numbered calls and notes, in the order of the document.

A unit that cites no work rests on the report itself: one call to it, once a paragraph, with the pages of its
claims. In short form the same source is one note, whatever the page; in full form each page is a note of its own, the
first in full and later ones short.
"""

from msgspec.structs import replace

from ..model.base import Value
from ..model.document import Note, Statement, Work
from ..model.inline import Call, Citation, Cited, Inline, Inlines, Text, plain
from ..model.report import Quantity, Reference, Report, Unit
from ..typeset.furniture import Furniture
from . import references


class Source(Value, frozen=True, kw_only=True):
    """What citing needs of the report: its references and quantities, and page and paragraph of each claim."""

    works: dict[str, Reference]
    pages: dict[str, int]
    paragraphs: dict[str, str]
    quantities: dict[str, Quantity]
    self_id: str


def source_of(report: Report) -> Source:
    """Return the parts of a report that citing needs."""
    return Source(
        works={r.id: r for r in report.references},
        pages={c.id: c.page for c in report.claims},
        paragraphs={c.id: c.paragraph for c in report.claims},
        quantities={q.id: q for q in report.quantities},
        self_id=report.self_reference,
    )


class Notes:
    """The notes of one document as they are numbered; state, since numbering is a walk."""

    def __init__(self, source: Source, language: str, *, full: bool, content: str | None = None) -> None:
        """Keep the language of words and dates, and that of the `content` where it is another."""
        self.source, self.language, self.full = source, language, full
        self.content = content or language
        self._numbers: dict[str, int] = {}
        self._notes: list[Note] = []

    def number(self, cited: Cited) -> int:
        """Return the number of a cited work, a new one at its first call."""
        work = self.source.works[cited.reference]
        locator = cited.locator if self.full else None
        short = self.short(cited.reference, locator)
        key = f"{cited.reference}|{locator}" if self.full else plain(short)
        if key not in self._numbers:
            self._numbers[key] = len(self._notes) + 1
            told = any(cited.reference in n.references for n in self._notes)
            again = (*short, Text(text="."))
            full = again if told else references.full(work, self.language, content=self.content, locator=locator)
            note = Note(number=len(self._notes) + 1, references=(cited.reference,), short=short, full=full)
            self._notes.append(note)
        found = self._numbers[key]
        note = self._notes[found - 1]
        if cited.reference not in note.references:  # two works of one outlet and day are one short note
            self._notes[found - 1] = replace(note, references=(*note.references, cited.reference))
        return found

    def short(self, reference: str, locator: str | None = None) -> Inlines:
        """Return the short form of a work."""
        work, self_id = self.source.works[reference], self.source.self_id
        return references.short(work, self.language, self_id=self_id, content=self.content, locator=locator)

    @property
    def made(self) -> tuple[Note, ...]:
        """Return the notes so far, by number."""
        return tuple(self._notes)

    @property
    def cited(self) -> tuple[str, ...]:
        """Return the works cited so far, in the order of their first notes."""
        return tuple(dict.fromkeys(r for n in self._notes for r in n.references))

    def listed(self) -> tuple[Work, ...]:
        """Return the works cited so far as an alphabetical list."""
        works = sorted((self.source.works[r] for r in self.cited), key=references.place_in_list)
        return tuple(
            Work(reference=w.id, text=references.listed(w, self.language, content=self.content)) for w in works
        )

    def numbered(self, text: Inlines) -> Inlines:
        """Return a text with its citations as calls; neighbouring citations become one call."""
        out: list[Inline] = []
        for inline in text:
            if not isinstance(inline, Citation):
                out.append(inline)
                continue
            numbers = tuple(dict.fromkeys(self.number(w) for w in inline.works))
            if out and isinstance(out[-1], Call):
                before = out.pop()
                assert isinstance(before, Call)
                numbers = tuple(dict.fromkeys((*before.notes, *numbers)))
            out.append(Call(notes=tuple(sorted(numbers))))
        return tuple(out)

    def statements(self, units: tuple[Unit, ...], *, each: bool) -> tuple[Statement, ...]:
        """Return units as statements; `each` unit without a work of its own calls the report, else the last does."""
        bare = [u for u in units if not any(isinstance(i, Citation) for i in u.text)]
        callers = {u.id: (u,) for u in bare} if each else ({bare[-1].id: tuple(bare)} if bare else {})
        return tuple(self._statement(u, callers.get(u.id, ())) for u in units)

    def _statement(self, unit: Unit, rests: tuple[Unit, ...]) -> Statement:
        text = unit.text
        if rests:
            text = (
                *text,
                Citation(works=(Cited(reference=self.source.self_id, locator=self._pages(rests)),)),
            )
        numbered = self.numbered(text)
        calls = tuple(n for i in numbered if isinstance(i, Call) for n in i.notes)
        cited = [w.reference for i in text if isinstance(i, Citation) for w in i.works]
        return Statement(
            unit=unit.id,
            kind=unit.kind,
            text=numbered,
            short=unit.short,
            origin=unit.origin,
            lead=unit.lead,
            hedge=unit.hedge.here if unit.hedge else None,
            attribution=unit.attribution.who,
            paragraphs=tuple(
                dict.fromkeys(self.source.paragraphs[c] for c in unit.covers if c in self.source.paragraphs)
            ),
            references=tuple(dict.fromkeys(cited)) or (self.source.self_id,),
            notes=tuple(dict.fromkeys(calls)),
            editor_note=unit.editor_note,
            aside=unit.aside,
            language=unit.language,
            quantities=tuple(self.source.quantities[q] for q in unit.quantities if q in self.source.quantities),
        )

    def _pages(self, units: tuple[Unit, ...]) -> str | None:
        """Return the pages on which the units' claims stand: "p. 3" or "pp. 3–4, 7"."""
        pages = sorted({self.source.pages[c] for u in units for c in u.covers if c in self.source.pages})
        if not pages:
            return None
        runs: list[list[int]] = []
        for page in pages:
            if runs and page == runs[-1][1] + 1:
                runs[-1][1] = page
            else:
                runs.append([page, page])
        text = ", ".join(str(a) if a == z else f"{a}–{z}" for a, z in runs)
        return f"{'p.' if len(pages) == 1 else 'pp.'} {text}"


def source_line(cites: tuple[str, ...], notes: Notes, word: str, remarks: Inlines, said: str | None) -> Inlines:
    """Return a figure's source line: its works in short form with their calls, then remarks; `word` is in `said`."""
    out: list[Inline] = [Text(text=f"{word}: ", language=said)]
    for n, work in enumerate(cites):
        if n:
            out.append(Text(text="; "))
        number = notes.number(Cited(reference=work))
        out += [*notes.short(work)]
        out.append(Call(notes=(number,)))
    return (*out, *_joined((Text(text="."), *remarks)))


def source_numbers(
    cites: tuple[str, ...], notes: Notes, words: Furniture, remarks: Inlines, said: str | None
) -> Inlines:
    """Return a figure's source line as the numbers of its notes, where the notes stand on the same page."""
    numbers = sorted({notes.number(Cited(reference=work)) for work in cites})
    word = words.source_note if len(numbers) == 1 else words.source_notes
    return _joined((Text(text=f"{word} {', '.join(map(str, numbers))}.", language=said), *remarks))


def _joined(text: Inlines) -> Inlines:
    """Return a text whose neighbours of one language are one run."""
    out: list[Inline] = []
    for one in text:
        last = out[-1] if out else None
        if isinstance(one, Text) and isinstance(last, Text) and one.language == last.language:
            out[-1] = Text(text=last.text + one.text, language=one.language)
        else:
            out.append(one)
    return tuple(out)
