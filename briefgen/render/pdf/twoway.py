"""Titles and quotations from right to left: texts set apart, in parts of one level; where parts stand on a line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from ...model.base import Value
from ...model.inline import Inline, Text
from ...typeset import bidi
from .paragraph import Piece, width_of

_HIDDEN = bidi.MARKS | frozenset("\u00ad\u200b\u2060\ufeff")


class Isolate(Value, frozen=True):
    """Neighbouring texts of one language, some of whose letters run from right to left: a whole that is set apart."""

    texts: tuple[Text, ...]

    def leftward(self, language: str) -> bool:
        """Tell whether the whole runs from right to left, or just some words of it."""
        return bidi.base(self.texts[0].language or language) == 1

    @property
    def text(self) -> str:
        """Return all characters that are read."""
        return "".join(c for t in self.texts for c in t.text if c not in _HIDDEN)


def marked(inlines: Iterable[Inline]) -> Iterator[Inline | Isolate]:
    """Yield inlines, texts that have letters from right to left as isolates."""
    for language, group in groupby(inlines, key=lambda i: (i.language,) if isinstance(i, Text) else None):
        run = tuple(group)
        texts = tuple(i for i in run if isinstance(i, Text))
        if language is not None and any(bidi.leftward(t.text) for t in texts):
            yield Isolate(texts)
        else:
            yield from run


def parts(isolate: Isolate, language: str) -> Iterator[tuple[Text, int]]:
    """Yield the parts of an isolate as they are read, each of one level; marks that show nothing are left out."""
    whole = "".join(t.text for t in isolate.texts)
    levels = iter(bidi.levels(whole, bidi.base(isolate.texts[0].language or language)))
    for one in isolate.texts:
        shown = [pair for pair in zip(one.text, levels, strict=False) if pair[0] not in _HIDDEN]
        for level, group in groupby(shown, key=lambda pair: pair[1]):
            yield replace(one, text="".join(c for c, _ in group)), level


def placed(line: Sequence[tuple[Piece, str]]) -> Iterator[tuple[int, str, float, float]]:
    """Yield the parts of a line as they are read: which, its characters, how far right of the line's start, how wide.

    A space at the line's end stands at its right (UAX #9, L1).
    """
    parts, levels = [(n, text) for n, (_, text) in enumerate(line)], [piece.level for piece, _ in line]
    if any(levels) and levels[-1] and (tail := len(line[-1][1]) - len(line[-1][1].rstrip(" "))):
        n, text = parts[-1]
        parts[-1:] = [(n, text[:-tail]), (n, text[-tail:])]
        levels.append(0)
    wide = [width_of((replace(line[n][0], text=text),)) for n, text in parts]
    places, x = [0.0] * len(parts), 0.0
    for k in bidi.visual(levels):
        places[k] = x
        x += wide[k]
    for (n, text), at, width in zip(parts, places, wide, strict=True):
        yield n, text, at, width
