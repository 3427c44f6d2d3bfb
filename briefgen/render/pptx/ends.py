"""Paragraphs in their boxes -> paragraphs whose lines end well: what holds together is bound, no line is added.

Programs set the lines, and may end one after any hyphen: what is bound is bound in the text.
"""

import re
from functools import lru_cache

from msgspec.structs import replace

from .deck import Deck, Paragraph, Shape, Span, TextBox
from .measure import Ruler, last_words, lines, text_width, wrapped

NO_BREAK, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
_SPACES = frozenset(" \u00a0\u202f")
ALONE = 0.5
"""The share of the width from which a single word may be a last line."""
FILLED = 0.6
"""The share of the width that the line before must fill when its last word has joined the last line."""
_NUMBERED = re.compile(r"(?<=\w)-(?=\d)|(?<=\d)-(?=\w)")
_COMPOUND = re.compile(r"\W?(\w+(?:-\w+)+)")
"""A compound at the start of a line."""


def ended(deck: Deck, using: Ruler) -> Deck:
    """Return a deck whose text holds together where its lines end."""

    def held(shape: Shape) -> Shape:
        if not isinstance(shape, TextBox):
            return shape
        return replace(shape, paragraphs=tuple(_held(p, using, shape.box.w) for p in shape.paragraphs))

    return replace(deck, slides=tuple(replace(s, shapes=tuple(map(held, s.shapes))) for s in deck.slides))


@lru_cache(maxsize=1 << 12)
def _held(paragraph: Paragraph, using: Ruler, width: float) -> Paragraph:
    """Return a paragraph that ends on no lonely word, and is not broken at the hyphen of a compound with a number."""
    return _unbroken(_accompanied(paragraph, using, width), using, width)


def _accompanied(paragraph: Paragraph, using: Ruler, width: float) -> Paragraph:
    """Return a paragraph whose last two words are bound where the last would stand alone and may be joined."""
    if last_words(paragraph, using, width) != 1:
        return paragraph
    text = "".join(s.text for s in paragraph.spans).rstrip()
    at = text.rfind(" ")
    pair = f"{text[text.rfind(' ', 0, max(at, 0)) + 1 : at]}{NO_BREAK}{text[at + 1 :]}"
    spans, start = [], 0
    for span in paragraph.spans:
        n = at - start
        start += len(span.text)
        within = 0 <= n < len(span.text)
        spans.append(replace(span, text=span.text[:n] + NO_BREAK + span.text[n + 1 :]) if within else span)
    bound = replace(paragraph, spans=tuple(spans))

    def share(line: str) -> float:
        return text_width((Span(text=line),), using, paragraph.face, paragraph.size) / (width - paragraph.hang)

    before, after = wrapped(paragraph, using, width), wrapped(bound, using, width)
    # a date whose words are bound is company enough
    short = any(len(way) > 1 and _SPACES.isdisjoint(way[-1]) and share(way[-1]) < ALONE for way in before)
    kept = lines(bound, using, width) <= lines(paragraph, using, width) and [*map(len, before)] == [*map(len, after)]
    # two words that are wider than the line would be cut
    filled = all(len(way) < 2 or (way[-1].endswith(pair) and share(way[-2]) >= FILLED) for way in after)
    return bound if short and kept and filled else paragraph


def _unbroken(paragraph: Paragraph, using: Ruler, width: float) -> Paragraph:
    """Return a paragraph whose lines do not part a compound with a number, where one would begin a line."""
    if not any(_NUMBERED.search(s.text) for s in paragraph.spans):
        return paragraph
    starts = {m[1] for way in wrapped(paragraph, using, width) for line in way[1:] if (m := _COMPOUND.match(line))}
    spans = paragraph.spans
    for one in sorted(starts):
        whole, found = _NUMBERED.sub(NO_BREAK_HYPHEN, one), rf"(?<![\w/@.-]){one}(?![\w/@-]|\.\w)"
        spans = tuple(replace(s, text=re.sub(found, whole, s.text)) for s in spans)
    return replace(paragraph, spans=spans)
