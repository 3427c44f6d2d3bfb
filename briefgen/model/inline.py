"""Running text: a tuple of inlines, without markup strings."""

from .base import Value


class Text(Value, frozen=True, kw_only=True, tag="text"):
    """A run of characters; `language` is a BCP 47 tag where it differs from the document's."""

    text: str
    strong: bool = False
    emphasis: bool = False
    language: str | None = None
    href: str | None = None


class Cited(Value, frozen=True, kw_only=True):
    """One work that a citation names, and where in it ("p. 44")."""

    reference: str
    locator: str | None = None


class Citation(Value, frozen=True, kw_only=True, tag="citation"):
    """A citation before notes are numbered."""

    works: tuple[Cited, ...]


class Call(Value, frozen=True, kw_only=True, tag="call"):
    """A call of numbered notes, after `cite`."""

    notes: tuple[int, ...]


Inline = Text | Citation | Call
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """Return the characters of a text, without citations and calls."""
    return "".join(i.text for i in inlines if isinstance(i, Text))
