"""Statements, inlines and notes -> spans: what stands on a slide, and the source line at its foot."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from briefgen.model.document import Statement
from briefgen.model.inline import Call, Inlines, Text

from .deck import Span

SENTENCE = re.compile(r"(?:(?<=[^\W\d_][^\W\d_])|(?<=[\d)”»]))\.\s(?=[A-ZÀ-Þ])")
"""Where a sentence ends: after a word of two letters or more, before a capital."""

Spans = tuple[Span, ...]


def spans(text: Inlines) -> Spans:
    """Return inlines as spans without calls; slides name their sources at the foot."""
    return tuple(
        Span(text=i.text, strong=i.strong, emphasis=i.emphasis, language=i.language)
        for i in text
        if isinstance(i, Text) and i.text
    )


def numbered(text: Inlines) -> Spans:
    """Return inlines as spans with their calls as "[3]", for notes, where no numbers can be raised."""
    found: list[Span] = []
    for i in text:
        match i:
            case Text():
                found.append(Span(text=i.text, emphasis=i.emphasis, language=i.language))
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
    found = spans(statement.text)
    if statement.language is None:
        return found
    return tuple(replace(s, language=s.language or statement.language) for s in found)


def joined(parts: Iterable[Spans], between: str = " ") -> Spans:
    """Return texts as one, set apart by `between`."""
    found: list[Span] = []
    for part in parts:
        if found:
            found.append(Span(text=between))
        found += part
    return tuple(found)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text without its full stop; initials end none."""
    return sentence(SENTENCE.split(text, maxsplit=1)[0])


def sentence(text: str) -> str:
    """Return a sentence as a headline: without its full stop."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def called(statements: Iterable[Statement]) -> tuple[int, ...]:
    """Return the numbers of all notes that statements call, in order."""
    return tuple(sorted({n for s in statements for n in s.notes}))


def source_parts(source: Inlines) -> tuple[tuple[int, ...], str]:
    """Return the notes that a figure's source line calls, and the remarks that follow the last of them."""
    notes = tuple(n for i in source if isinstance(i, Call) for n in i.notes)
    last = max((k for k, i in enumerate(source) if isinstance(i, Call)), default=-1)
    rest = "".join(i.text for i in source[last + 1 :] if isinstance(i, Text))
    return notes, rest.lstrip(". ").strip()
