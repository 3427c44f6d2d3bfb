"""Statements, inlines and notes -> spans: what stands on a slide, and the source line at its foot."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.model.document import Document, Statement
from briefgen.model.inline import Call, Inlines, Text
from briefgen.model.report import Kind

from .deck import Span

PROMOTED_LEAST = 2
"""Statements that stay on a slide whose headline is one of them."""

Spans = tuple[Span, ...]


def spans(text: Inlines) -> Spans:
    """Return inlines as spans without calls; slides name their sources at the foot."""
    return tuple(
        Span(text=i.text, strong=i.strong, emphasis=i.emphasis, language=i.language, href=i.href)
        for i in text
        if isinstance(i, Text) and i.text
    )


def numbered(text: Inlines) -> Spans:
    """Return inlines as spans with their calls as "[3]", for notes, where no numbers can be raised."""
    found: list[Span] = []
    for i in text:
        match i:
            case Text():
                found.append(Span(text=i.text, emphasis=i.emphasis, language=i.language, href=i.href))
            case Call():
                found.append(Span(text="".join(f"[{n}]" for n in i.notes)))
            case _:
                pass
    return tuple(found)


def short(statement: Statement) -> Spans:
    """Return a statement's short text."""
    return (Span(text=statement.short, language=statement.language),)


def full(statement: Statement) -> Spans:
    """Return a statement's text."""
    return tagged(spans(statement.text), statement.language)


def tagged(spans: Spans, language: str | None) -> Spans:
    """Return spans of which those without a language of their own are in the one given."""
    return tuple(replace(s, language=s.language or language) for s in spans) if language else spans


def in_furniture(document: Document, text: str | Spans, *, strong: bool = False) -> Spans:
    """Return words of the furniture, tagged with its language where that is not the document's."""
    language = document.labels.language
    said = (Span(text=text, strong=strong),) if isinstance(text, str) else text
    return said if language == document.language else tagged(said, language)


def remarks(document: Document, text: str) -> Spans:
    """Return remarks on a figure, the date among them tagged as furniture."""
    before, dated, after = text.partition(f"{document.as_of}.")
    parts = (Span(text=before), *in_furniture(document, dated), Span(text=after))
    return tuple(s for s in parts if s.text) if document.labels.language != document.language else (Span(text=text),)


def joined(parts: Iterable[Spans], between: str = " ") -> Spans:
    """Return texts as one, set apart by `between`."""
    found: list[Span] = []
    for part in parts:
        if found:
            found.append(Span(text=between))
        found += part
    return tuple(found)


def sentence(text: str) -> str:
    """Return a sentence as a headline: without its full stop."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def promoted(statements: Sequence[Statement]) -> Statement | None:
    """Return the statement whose short text may head the others: a judgement before a fact, one with a lead first.

    None where fewer than two would stay below it, or none is a sentence.
    """
    if len(statements) <= PROMOTED_LEAST:
        return None
    found = [s for s in statements if s.kind is not Kind.QUOTATION and s.short[:1].isupper() and s.short.endswith(".")]
    return min(found, key=lambda s: (s.kind not in (Kind.JUDGEMENT, Kind.FORECAST), not s.lead), default=None)


def called(statements: Iterable[Statement]) -> tuple[int, ...]:
    """Return the numbers of all notes that statements call, in order."""
    return tuple(sorted({n for s in statements for n in s.notes}))


def source_parts(source: Inlines) -> tuple[tuple[int, ...], str]:
    """Return the notes that a figure's source line calls, and the remarks that follow the last of them."""
    notes = tuple(n for i in source if isinstance(i, Call) for n in i.notes)
    last = max((k for k, i in enumerate(source) if isinstance(i, Call)), default=-1)
    rest = "".join(i.text for i in source[last + 1 :] if isinstance(i, Text))
    return notes, rest.lstrip(". ").strip()
