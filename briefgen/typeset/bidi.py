"""A text that runs from right to left, whole or in part -> the level of each character, and the order on the line.

The Unicode Bidirectional Algorithm (UAX #9) for one isolate: weak types, brackets, neutrals and levels, rules W1 to
I2, and the reordering of a line, L2. Marks that embed or override are passed over: a language tag says the same.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LEFTWARD = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "sd", "syr", "ug", "ur", "yi"))
"""Languages written from right to left."""
SCRIPTS = frozenset(("arab", "hebr", "syrc", "thaa"))
MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that say where a text runs and show nothing."""

_LETTERS = frozenset(map(chr, (*range(0x590, 0x900), *range(0xFB1D, 0xFE00), *range(0xFE70, 0xFEFF))))
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩"}
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_BETWEEN = {("CS", "EN"), ("CS", "AN"), ("ES", "EN")}
"""Signs that are part of a number, such as the point in 2.5, by the numbers on both sides."""
_STRONG = {"L": 0, "R": 1, "AN": 1, "EN": 1}


@lru_cache(maxsize=1 << 14)
def leftward(text: str) -> bool:
    """Tell whether a text has characters that run from right to left."""
    return not text.isascii() and not _LETTERS.isdisjoint(text)


def rightward(character: str) -> bool:
    """Tell whether a character is a letter that runs from left to right, wherever it stands."""
    return unicodedata.bidirectional(character) == "L"


def base(language: str) -> int:
    """Return the level of a text in a language: 1 where it runs from right to left."""
    first, *rest = language.lower().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    return int(scripts[0] in SCRIPTS) if scripts else int(first in LEFTWARD)


def levels(text: str, level: int) -> tuple[int, ...]:
    """Return the level of each character: odd ones run from right to left. `level` is that of the whole."""
    kinds = [unicodedata.bidirectional(c) or "L" for c in text]
    shown = [n for n, kind in enumerate(kinds) if kind != "BN" and not _embeds(text[n])]
    found = [kinds[n] for n in shown]
    _weak(found, level)
    _paired(found, [text[n] for n in shown], level)
    _neutral(found, level)
    out, last = [level] * len(text), level
    known = dict(zip(shown, found, strict=True))
    for n in range(len(text)):
        if n in known:
            last = _level(known[n], level)
        out[n] = last  # what is passed over goes with what stands before it
    return tuple(out)


def visual(found: Sequence[int]) -> list[int]:
    """Return the order, from the left, in which parts of a line stand, by their levels."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = max(stop, start + 1)
    return order


def _embeds(character: str) -> bool:
    return character in MARKS and unicodedata.bidirectional(character) not in ("L", "R", "AL")


def _level(kind: str, level: int) -> int:
    """Return the level that a resolved type has within a level (I1 and I2)."""
    if level % 2:
        return level + (kind != "R")
    return level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], level: int) -> None:
    """Resolve marks, numbers and what stands in and around these (W1 to W7)."""
    start = "R" if level % 2 else "L"
    last = strong = start
    for n, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[n] = kind = last
        last = kind
        if kind == "EN" and strong == "AL":
            kinds[n] = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
    kinds[:] = ["R" if k == "AL" else k for k in kinds]
    for n in range(1, len(kinds) - 1):
        before, after = kinds[n - 1], kinds[n + 1]
        if before == after and (kinds[n], before) in _BETWEEN:
            kinds[n] = before
    for n, kind in enumerate(kinds):
        if kind == "ET" and _joins(kinds, n):
            kinds[n] = "EN"
    kinds[:] = ["ON" if k in ("ES", "ET", "CS") else k for k in kinds]
    strong = start
    for n, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"


def _joins(kinds: Sequence[str], at: int) -> bool:
    """Tell whether a sign such as % stands in a row of such signs beside a number."""
    if at and kinds[at - 1] == "EN":
        return True
    return next((k for k in kinds[at:] if k != "ET"), "") == "EN"


def _paired(kinds: list[str], text: Sequence[str], level: int) -> None:
    """Give both brackets of a pair one direction (N0)."""
    inner = level % 2
    for first, last in _pairs(kinds, text):
        sides = [_STRONG[k] for k in kinds[first + 1 : last] if k in _STRONG]
        if inner in sides:
            way = inner
        elif sides:
            before = next((_STRONG[k] for k in reversed(kinds[:first]) if k in _STRONG), inner)
            way = before if before != inner else inner
        else:
            continue
        kinds[first] = kinds[last] = "LR"[way]


def _pairs(kinds: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Return where brackets open and close, in order."""
    found: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for n, character in enumerate(text):
        if kinds[n] != "ON":
            continue
        if character in _BRACKETS:
            open_.append((_BRACKETS[character], n))
        elif any(character == wanted for wanted, _ in open_):
            while open_:
                wanted, at = open_.pop()
                if wanted == character:
                    found.append((at, n))
                    break
    return sorted(found)


def _neutral(kinds: list[str], level: int) -> None:
    """Give neutral characters the direction of both neighbours, else that of the whole (N1 and N2)."""
    whole = level % 2
    start = 0
    while start < len(kinds):
        if kinds[start] not in _NEUTRAL:
            start += 1
            continue
        stop = start
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        before = _STRONG[kinds[start - 1]] if start else whole
        after = _STRONG[kinds[stop]] if stop < len(kinds) else whole
        kinds[start:stop] = ["LR"[before if before == after else whole]] * (stop - start)
        start = stop
