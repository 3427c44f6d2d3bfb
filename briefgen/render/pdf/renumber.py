"""Document with moved blocks -> the same with its notes numbered in the order in which they are called."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from ...model.base import Value
from ...model.document import Document, Statement
from ...model.inline import Call

Found = TypeVar("Found")


def renumbered(document: Document) -> Document:
    """Return a document whose calls run in order, where notes are told in full and all numbers are calls."""
    if not document.length.full_notes:
        return document
    called = dict.fromkeys((*_calls(document.blocks), *(n.number for n in document.notes)))
    numbers = {old: new for new, old in enumerate(called, 1)}
    if all(old == new for old, new in numbers.items()):
        return document
    notes = sorted((replace(n, number=numbers[n.number]) for n in document.notes), key=lambda n: n.number)
    return replace(document, blocks=_with(document.blocks, numbers), notes=tuple(notes))


def _calls(value: object) -> Iterator[int]:
    """Yield the numbers called in a value, in the order in which they are read."""
    match value:
        case Call(notes=notes):
            yield from notes
        case tuple():
            for part in value:
                yield from _calls(part)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _calls(getattr(value, name))


def _with(value: Found, numbers: dict[int, int]) -> Found:
    """Return a value with other numbers."""
    made: object = value
    match value:
        case Call(notes=notes):
            made = Call(notes=tuple(sorted(numbers[n] for n in notes)))
        case Statement(text=text, notes=notes):
            made = replace(value, text=_with(text, numbers), notes=tuple(numbers[n] for n in notes))
        case tuple():
            made = tuple(_with(part, numbers) for part in value)
        case Value():
            parts = {name: _with(getattr(value, name), numbers) for name in value.__struct_fields__}
            made = replace(value, **parts)
    assert isinstance(made, type(value))
    return made
