"""Speaker notes: what to say in full, how sure it is, and what it rests on, so that another can give the talk."""

from collections.abc import Iterable

from briefgen.model.document import Document, Statement
from briefgen.model.figure import Words
from briefgen.typeset.furniture import furniture, lead_in

from .deck import Paragraph, Span
from .words import Spans, called, in_furniture, joined, numbered, tagged

SIZE = 12.0


def speaker_notes(
    document: Document,
    statements: tuple[Statement, ...],
    *,
    words: Words | None = None,
    notes: tuple[int, ...] = (),
    also: tuple[Spans, ...] = (),
) -> tuple[Paragraph, ...]:
    """Return the notes of a slide: its statements with numbered notes, a picture in words, hedges, references.

    `also` is what a slide without statements gives to say.
    """
    labels = document.labels
    found: list[Paragraph] = []
    said = [Paragraph(spans=one, size=SIZE) for one in also]
    for one in statements:
        said.append(_said(one))
        if one.editor_note:
            said.append(_editor(document, one.editor_note))
    if words is not None:
        said.append(_plain(" ".join(_pictured(words))))
    if said:
        found += [_head(document, labels.say, first=True), *said]
    hedges = _hedges(statements)
    if hedges:
        told = joined(((Span(text=hedges),), in_furniture(document, labels.hedges)))
        found += [_head(document, labels.how_sure), Paragraph(spans=told, size=SIZE)]
    works = sorted({*called(statements), *notes})
    full = {n.number: n.full for n in document.notes}
    paragraphs = tuple(dict.fromkeys(p for s in statements for p in s.paragraphs))
    if works or paragraphs:
        found.append(_head(document, labels.evidence, first=not found))
        for n in (n for n in works if n in full):
            work = in_furniture(document, (Span(text=f"[{n}] "), *numbered(full[n])))
            found.append(Paragraph(spans=work, size=SIZE))
        if paragraphs:
            found.append(_plain(f"¶ {', '.join(paragraphs)}"))
    return tuple(found) or (_plain(document.title),)


def _head(document: Document, text: str, *, first: bool = False) -> Paragraph:
    words = in_furniture(document, text, strong=True)
    return Paragraph(spans=words, size=SIZE, before=0.0 if first else 6.0)


def _plain(text: str) -> Paragraph:
    return Paragraph(spans=(Span(text=text),), size=SIZE)


def _said(statement: Statement) -> Paragraph:
    lead = (Span(text=f"{lead_in(statement.lead)} ", strong=True),) if statement.lead else ()
    tail = (Span(text=f" [{statement.aside}]"),) if statement.aside else ()
    spans = tagged((*lead, *numbered(statement.text)), statement.language)
    return Paragraph(spans=(*spans, *tail), size=SIZE)


def _editor(document: Document, note: str) -> Paragraph:
    """Return an editor's note under the statement that it is about."""
    label = in_furniture(document, f"{furniture(document.labels.language).editor}: ", strong=True)
    return Paragraph(spans=(*label, Span(text=note, emphasis=True)), size=SIZE)


def _pictured(words: Words) -> Iterable[str]:
    """Yield what a picture says, its measure once, and the remark on it."""
    yield f"{words.headline}."
    if words.subtitle and not words.description.startswith(words.subtitle):
        yield f"{words.subtitle}."
    yield words.description
    if words.note:
        yield words.note


def _hedges(statements: Iterable[Statement]) -> str:
    """Return the words of caution, each once, and whose words they are where that is not the author."""
    found: dict[str, None] = {}
    for s in statements:
        if s.hedge:
            found[f"“{s.hedge}”" + (f" ({s.attribution})" if s.attribution else "")] = None
    return ", ".join(found) + "." if found else ""
