"""The line at a slide's foot: which works it rests on, in short form, and remarks."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from msgspec.structs import replace

from briefgen.model.document import Document, Note
from briefgen.model.inline import Inlines

from .bound import bind
from .deck import Paragraph, Span
from .measure import Ruler, lines
from .words import Spans, in_furniture, joined, spans

DATED = re.compile(r",\s\d{1,2}\.?\s\S+\s(\d{4})$")
"""A short form that ends in a full date; its year may be left to the next one."""
LOCATOR = re.compile(r",\s?pp?\.\s?[\d–,\s]+(?=\.?$)")
"""The pages at the end of a citation."""


def distinct(notes: Iterable[Note], form: Callable[[Note], Inlines]) -> dict[int, Spans]:
    """Return works by the number of their first note; one that several notes cite is given without pages."""
    found: dict[tuple[str, ...], tuple[int, Spans]] = {}
    for note in notes:
        if note.references not in found:
            found[note.references] = (note.number, spans(form(note)))
        else:
            number, text = found[note.references]
            *first, last = text
            found[note.references] = number, (*first, replace(last, text=LOCATOR.sub("", last.text)))
    return dict(found.values())


def _works(document: Document, notes: tuple[int, ...]) -> list[Spans]:
    """Return the short forms of notes, a work once, the year only on the last of several works of one year."""
    called = set(notes)
    works = list(distinct([n for n in document.notes if n.number in called], lambda n: n.short).values())
    years = [DATED.search("".join(s.text for s in work)) for work in works]
    for k, (one, after) in enumerate(pairwise(years)):
        if one and after and one[1] == after[1]:
            last = works[k][-1]
            works[k] = (*works[k][:-1], replace(last, text=last.text[: -len(one[1]) - 1]))
    return works


def source_line(
    document: Document,
    notes: tuple[int, ...],
    remarks: Spans,
    using: Ruler,
    *,
    size: float,
    width: float,
    most: int,
) -> Paragraph:
    """Return the source line: the works in short form, then remarks.

    Works are left out from the end until it takes `most` lines; all of them stand in the slide's notes.
    """
    works = _works(document, notes)
    for count in range(len(works), -1, -1):
        line = Paragraph(spans=_line(document, works, count, remarks), size=size, colour="mute")
        if lines(line, using, width) <= most:
            break
    return line


def _line(document: Document, works: list[Spans], count: int, remarks: Spans) -> Spans:
    if not works:
        return remarks
    label = document.labels.sources if len(works) > 1 else document.labels.source
    more = (Span(text=" …"),) if 0 < count < len(works) else ()
    head = (Span(text=bind(f"{label}: ", document.labels.language)),) if count else ()
    stop = () if more or not count or not remarks else (Span(text="."),)
    between = (Span(text=" "),) if count and remarks else ()
    said = in_furniture(document, (*head, *joined(works[:count], "; "), *more, *stop))
    return (*said, *between, *remarks)
