"""The measures of a text and a width -> its lines; what was broken once is remembered from build to build.

Breaking knows only widths: neither colours, nor links, nor which note a number calls.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from ...model.base import Value
from ...typeset.hyphens import SOFT, hard
from ...typeset.text import roughness, stops
from . import faces

GLUE = frozenset("\u00a0\u202f")
EPSILON = 1e-6
ALONE, BOUND, SHARE = 8.0, 4.0, 0.5
"""The width in em from which a single word may be a last line, and words bound to one; the share of any line's width.

A long word with its note's number has some seven em, a date four to eight; in a narrow column half a line is a line.
"""
TAIL, LOOSE = 4, 0.33
"""How many lines are broken anew so that the last is none such, and the share of the width that one may then lack."""
ZONE, RUNS = 0.06, 2
"""The share of the width that a line may stay short of before a word is divided; how many lines may so end in a row."""
DIVIDED = 0.1
"""The share of the width that a line may rather lack than end in a divided word."""


class Line(Value, frozen=True, kw_only=True):
    """What stands on a line: (piece, start, stop) slices, and how wide they are in points."""

    parts: tuple[tuple[int, int, int], ...]
    width: float


Measurable = tuple[str, str, float, float, bool]
"""What breaking needs to know of a piece: its characters with blanked numbers, face, size, tracking, `whole`."""
Key = tuple[Measurable, ...]


@faces.LINES.of
def broken(key: Key, width: float, indent: float, balance: bool) -> tuple[Line, ...]:
    """Return the lines of a text; the one place where text is broken."""
    words = list(_words(key, width))
    room = [width - indent, width]
    if not balance and any(SOFT in piece[0] for piece in key):
        words = _divided(key, words, room)
    lines = _fill(words, room)
    if len(lines) > 1 and balance:
        lines = _balanced(key, words, width, lines)
    elif len(lines) > 1 and _lonely(key, words[slice(*lines[-1])], width):
        lines = _accompanied(key, words, room, lines)
    return tuple(_line(key, [words[i] for i in range(a, b)]) for a, b in lines)


class _Word(Value, frozen=True):
    """What cannot be broken: slices of pieces, their width, and that of the space behind.

    Part of a word has the width of the `hyphen` that shows where a line ends in it.
    """

    parts: tuple[tuple[int, int, int], ...]
    wide: float
    space: float
    hyphen: float = 0.0


def run_width(piece: Measurable, start: int, stop: int) -> float:
    """Return how wide characters of a piece are, in points."""
    text, face, size, tracking, _ = piece
    shown = text[start:stop]
    if SOFT in shown:
        shown = hard(shown)
    return faces.advance(face, shown) * size / 1000 + tracking * len(shown)


def _words(key: Key, width: float) -> Iterator[_Word]:
    """Yield the unbreakable parts of a text, cutting what is wider than the line."""
    text = "".join(k[0] for k in key)
    edges = [0]
    for piece in key:
        edges.append(edges[-1] + len(piece[0]))

    owner = [n for n, piece in enumerate(key) for _ in piece[0]]

    def slices(start: int, stop: int) -> tuple[tuple[int, int, int], ...]:
        out = []
        while start < stop:
            n = owner[start]
            end = min(stop, edges[n + 1])
            out.append((n, start - edges[n], end - edges[n]))
            start = end
        return tuple(out)

    def measure(start: int, stop: int) -> float:
        return sum([run_width(key[n], a, b) for n, a, b in slices(start, stop)])

    bound = "".join(("x" if k[4] else " ") * len(k[0]) for k in key)
    start = 0
    for stop, resume in (*stops(text), (len(text), len(text))):
        if 0 < stop < len(text) and bound[stop - 1] == bound[stop] == "x":
            continue
        wide = measure(start, stop)
        while wide > width and stop - start > 1:  # a web address, say
            fits = bisect_right(range(start + 1, stop), width, key=partial(measure, start))
            cut = start + max(fits, 1)
            dash = run_width(("-", *key[owner[start]][1:]), 0, 1)
            soft = text.rfind(SOFT, start + 1, cut)
            while soft > start and measure(start, soft) + dash > width:
                soft = text.rfind(SOFT, start + 1, soft)
            cut, dash = (soft + 1, dash) if soft > start else (cut, 0.0)
            yield _Word(slices(start, cut), measure(start, cut), 0.0, dash)
            start, wide = cut, measure(cut, stop)
        # the space at a line's end is kept in the drawing, so that extracted words stay apart
        yield _Word(slices(start, resume), wide, measure(stop, resume) if resume > stop else 0.0)
        start = resume


def _fill(words: list[_Word], room: list[float]) -> list[tuple[int, int]]:
    """Return (first, stop) words of each line: as many as fit. `room` is that of the first line and of the rest."""
    lines: list[tuple[int, int]] = []
    first, used = 0, 0.0
    for n, word in enumerate(words):
        if n > first and used + word.wide + word.hyphen > room[min(len(lines), 1)] + EPSILON:
            lines.append((first, n))
            first, used = n, 0.0
        used += word.wide + word.space
    return [*lines, (first, len(words))]


def _divided(key: Key, words: list[_Word], room: list[float]) -> list[_Word]:
    """Return words of which those are divided at a soft hyphen that would leave a line short by more than the zone.

    Never the last, and no more than `RUNS` lines one after another end in a hyphen.
    """
    out: list[_Word] = []
    used, line, run = 0.0, 0, 0
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        there = room[min(line, 1)]
        if not used or used + word.wide + word.hyphen <= there + EPSILON:
            out.append(word)
            used += word.wide + word.space
            continue
        parted = None
        if rest and run < RUNS and there - used > ZONE * room[1]:
            parted = next((p for p in _parted(key, word) if used + p[0].wide + p[0].hyphen <= there + EPSILON), None)
        run = run + 1 if parted else 0
        if parted:
            out.append(parted[0])
        rest.append(parted[1] if parted else word)
        used, line = 0.0, line + 1
    return out


def _parted(key: Key, word: _Word) -> Iterator[tuple[_Word, _Word]]:
    """Yield the two parts of a word at each of its soft hyphens, the longest first part first."""
    for at in range(len(word.parts) - 1, -1, -1):
        n, start, stop = word.parts[at]
        text, whole = key[n][0], key[n][4]
        cut = -1 if whole else text.rfind(SOFT, start, stop)
        while cut > start:
            head = (*word.parts[:at], (n, start, cut + 1))
            tail = tuple(p for p in ((n, cut + 1, stop), *word.parts[at + 1 :]) if p[1] < p[2])
            if tail:
                space = word.space
                wide = sum(run_width(key[k], a, b) for k, a, b in head)
                left = sum(run_width(key[k], a, b) for k, a, b in tail) - space
                dash = run_width(("-", *key[n][1:]), 0, 1)
                yield _Word(head, wide, 0.0, dash), _Word(tail, left, space)
            cut = text.rfind(SOFT, start, cut)


def _extent(words: list[_Word], first: int, stop: int) -> float:
    return sum(w.wide + w.space for w in words[first:stop]) - words[stop - 1].space + words[stop - 1].hyphen


def _lonely(key: Key, line: list[_Word], width: float) -> bool:
    """Tell whether a last line is one short word, or words that are bound to one."""
    if any(word.space for word in line[:-1]):
        return False
    parts = [part for word in line for part in word.parts]
    bound = any(not GLUE.isdisjoint(key[n][0][a:b]) for n, a, b in parts)
    size = key[parts[0][0]][2]
    return _extent(line, 0, len(line)) < min((BOUND if bound else ALONE) * size, SHARE * width)


def _accompanied(
    key: Key, words: list[_Word], room: list[float], lines: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return as many lines of which the last is no lonely word, those before it as even as may be.

    The lines stay as they are where that would leave one looser than `LOOSE` and than any of them is.
    """
    last, stop = len(lines) - 1, len(words)
    first = max(last + 1 - TAIL, 0)
    lacking = [room[min(n, 1)] - _extent(words, *lines[n]) for n in range(first, last)]
    loose = max(LOOSE * room[1], *lacking)

    def best(n: int, at: int) -> tuple[float, list[tuple[int, int]]] | None:
        """Return the lines from the nth on, which begins with a word, and how rough they are."""
        there = room[min(n, 1)]
        if n == last:
            fits = _extent(words, at, stop) <= there + EPSILON
            return (0.0, [(at, stop)]) if fits and not _lonely(key, words[at:], room[1]) else None
        found, used = None, 0.0
        for end in range(at + 1, stop):
            word = words[end - 1]
            used += word.wide
            if used > there + EPSILON:
                break
            lack = there - used - word.hyphen
            used += word.space
            if not -EPSILON <= lack <= loose or (rest := best(n + 1, end)) is None:
                continue
            rough = lack**2 + (DIVIDED * room[1]) ** 2 * (word.hyphen > 0) + rest[0]
            if found is None or rough < found[0]:
                found = rough, [(at, end), *rest[1]]
        return found

    found = best(first, lines[first][0])
    return [*lines[:first], *found[1]] if found else lines


def _balanced(key: Key, words: list[_Word], width: float, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many lines of about the same width, two of them broken by sense where that may be."""
    if len(lines) == 2:

        def sides(n: int) -> tuple[float, float]:
            return _extent(words, 0, n), _extent(words, n, len(words))

        texts = ["".join(key[part][0][a:b] for part, a, b in word.parts).rstrip(" ") for word in words]

        def cost(n: int) -> float:
            return roughness(*sides(n), " ".join(texts[:n]), " ".join(texts[n:]), width)

        best = min((n for n in range(1, len(words)) if max(sides(n)) <= width + EPSILON), key=cost)
        return [(0, best), (best, len(words))]
    low, high = 0.0, width
    for _ in range(12):
        middle = (low + high) / 2
        trial = _fill(words, [middle, middle])
        fits = len(trial) == len(lines) and all(_extent(words, a, b) <= middle + EPSILON for a, b in trial)
        low, high = (low, middle) if fits else (middle, high)
    return _fill(words, [high, high])


def _line(key: Key, words: list[_Word]) -> Line:
    """Return a line with neighbouring slices of one piece joined."""
    parts: list[tuple[int, int, int]] = []
    for word in words:
        for n, start, stop in word.parts:
            if parts and parts[-1][0] == n and parts[-1][2] == start:
                parts[-1] = (n, parts[-1][1], stop)
            else:
                parts.append((n, start, stop))
    return Line(parts=tuple(parts), width=sum(w.wide + w.space for w in words) - (words[-1].space if words else 0.0))
