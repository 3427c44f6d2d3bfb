"""Speaker notes: what to say in full, how sure it is, and what it rests on, so that another can give the talk."""

from collections.abc import Iterable

from briefgen.model.document import Document, Statement
from briefgen.model.figure import Words

from .deck import Paragraph, Span
from .words import called, numbered

SIZE = 12.0


def speaker_notes(
    document: Document,
    statements: tuple[Statement, ...],
    *,
    words: Words | None = None,
    notes: tuple[int, ...] = (),
) -> tuple[Paragraph, ...]:
    """Return the notes of a slide: its statements with numbered notes, a picture in words, hedges, references."""
    labels = document.labels
    found: list[Paragraph] = []
    said = [_said(s) for s in statements]
    if words is not None:
        said.append(_plain(f"{words.headline}. {words.subtitle}. {words.description}"))
    if said:
        found += [_head(labels.say, first=True), *said]
    hedges = _hedges(statements)
    if hedges:
        found += [_head(labels.how_sure), _plain(f"{hedges} {labels.hedges}".strip())]
    works = sorted({*called(statements), *notes})
    full = {n.number: n.full for n in document.notes}
    paragraphs = tuple(dict.fromkeys(p for s in statements for p in s.paragraphs))
    if works or paragraphs:
        found.append(_head(labels.evidence, first=not found))
        found += [Paragraph(spans=(Span(text=f"[{n}] "), *numbered(full[n])), size=SIZE) for n in works if n in full]
        if paragraphs:
            found.append(_plain(f"¶ {', '.join(paragraphs)}"))
    return tuple(found) or (_plain(document.title),)


def _head(text: str, *, first: bool = False) -> Paragraph:
    return Paragraph(spans=(Span(text=text, strong=True),), size=SIZE, before=0.0 if first else 6.0)


def _plain(text: str) -> Paragraph:
    return Paragraph(spans=(Span(text=text),), size=SIZE)


def _said(statement: Statement) -> Paragraph:
    lead = (Span(text=f"{statement.lead}. ", strong=True),) if statement.lead else ()
    remarks = " ".join(t for t in (statement.editor_note, statement.aside) if t)
    tail = (Span(text=f" [{remarks}]"),) if remarks else ()
    return Paragraph(spans=(*lead, *numbered(statement.text), *tail), size=SIZE)


def _hedges(statements: Iterable[Statement]) -> str:
    """Return the words of caution, each once, and whose words they are where that is not the author."""
    found: dict[str, None] = {}
    for s in statements:
        if s.hedge:
            found[f"“{s.hedge}”" + (f" ({s.attribution})" if s.attribution else "")] = None
    return ", ".join(found) + "." if found else ""
