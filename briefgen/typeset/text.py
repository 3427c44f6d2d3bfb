"""Runs of text and a width -> lines: one measure for slides, figures and whatever no back end sets itself.

A line may end at a space, after a hyphen, dash or slash that joins words, and at a zero-width space; never
inside numbers and dates ("3–4", "2021-10-18", "S-300", "20-year"), and never beside a no-break space. A word wider than
the line is cut between characters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from ..model.base import Value
from . import fonts

EPSILON = 1e-6
"""Points by which a sum of widths may exceed the room: float addition, not typography."""

_GLUE = "\u00a0\u202f\u2007\u2060\ufeff"
_BREAK = re.compile(
    rf"(?<=[^ {_GLUE}]) +(?=[^ {_GLUE}])"
    r"|(?<=\w[^\W\d][-‐])(?=[^\W\d_])"  # not "e-mail", not "S-300", not "20-year"
    r"|(?<=\w\w/)(?=\w\w)(?!(?<=\d/)\d)"  # not "km/h", not "2020/21"
    r"|(?<=[\w.)\]”’»]–)(?=[\w(\[“‘«])(?!(?<=\d–)\d)"  # not "3–4"
    rf"|(?<=[^\s—]—)(?=[^\s—{_GLUE}])"
    rf"|(?<=\u200b)(?=[^ {_GLUE}])"
)

PAUSES = tuple(",;:–—")

Measure = Callable[[int, int], float]


class Run(Value, frozen=True):
    """Characters in one font; `size` in points."""

    text: str
    font: Path
    size: float


Line = tuple[Run, ...]


def wrap(runs: tuple[Run, ...], width: float, safety: float = 1.0) -> tuple[Line, ...]:
    r"""Return runs as lines no wider than `width` points, spaces at the line ends dropped.

    "\n" ends a line; no text is one empty line. `safety` (say 1.02) is what widths are multiplied with, for a
    program that measures otherwise. A character wider than the line stands alone in one, and sticks out.
    """
    text = "".join(r.text for r in runs)
    ends = list(accumulate(len(r.text) for r in runs))
    spans = [(run, end - len(run.text), end) for run, end in zip(runs, ends, strict=True) if run.text]

    def cut(first: int, last: int) -> Line:
        return tuple(
            Run(run.text[max(first - a, 0) : last - a], run.font, run.size)
            for run, a, b in spans
            if max(first, a) < min(last, b)
        )

    def measure(first: int, last: int) -> float:
        widths = [
            fonts.width(run.font, run.text[max(first - a, 0) : last - a], run.size)
            for run, a, b in spans
            if first < b and a < last
        ]
        return safety * sum(widths)

    lines: list[Line] = []
    first = 0
    for paragraph in text.split("\n"):
        lines += [cut(a, b) for a, b in _fill(text, first, first + len(paragraph), max(width, 0.0), measure)]
        first += len(paragraph) + 1
    return tuple(lines)


def lines(text: str, font: Path, size: float, width: float, safety: float = 1.0) -> tuple[str, ...]:
    """Return a text in one font as lines; see `wrap`."""
    wrapped = wrap((Run(text, font, size),), width, safety)
    return tuple("".join(r.text for r in line) for line in wrapped)


def stops(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a line may end, and where the next resumes, for back ends that set lines themselves."""
    return tuple(m.span() for m in _BREAK.finditer(text) if 0 < m.end() < len(text))


def roughness(first: float, second: float, head: str, tail: str, width: float) -> float:
    """Return how badly a title is broken into `head` and `tail`, whose widths are `first` and `second`.

    Lines should be alike; the first should end in a pause, not in an article or the like nor inside a name, and the
    second should hold three words.
    """
    end, words = head.split(" ")[-1], tail.split(" ")
    pause = end.endswith(PAUSES)
    article = 0.1 if len(end) <= 3 else 0.0
    name = 0.2 if end[:1].isupper() and tail[:1].isupper() and not pause else 0.0
    alone = 0.2 if len(words) < 3 else 0.0
    return max(first, second) + width * (article + name + alone - (0.2 if pause else 0.0))


def _fill(text: str, first: int, last: int, room: float, measure: Measure) -> Iterator[tuple[int, int]]:
    """Yield where each line of a paragraph starts and stops: as many words as fit, then the next."""
    last = first + len(text[first:last].rstrip(" "))
    stops = [m.span() for m in _BREAK.finditer(text, first, last) if first < m.start() and m.end() < last]
    stops.append((last, last))
    at, start = 0, first
    while at < len(stops):
        fits = _fitting(stops, at, start, room, measure)
        if fits == at:  # not even the first word
            stop = _cut(text, start, stops[at][0], room, measure)
            yield start, stop
            start = stop
            if stop == stops[at][0]:
                start, at = stops[at][1], at + 1
        else:
            yield start, stops[fits - 1][0]
            start, at = stops[fits - 1][1], fits


def _fitting(stops: list[tuple[int, int]], at: int, start: int, room: float, measure: Measure) -> int:
    """Return the first stop from `at` on that is too far for a line from `start`; all, if none is."""
    # Widths add up across spaces, not inside words: what is measured anew each time is the current word.
    done, word = 0.0, start
    for n in range(at, len(stops)):
        stop, resume = stops[n]
        used = done + measure(word, stop)
        if used > room + EPSILON:
            return n
        if resume > stop:
            done, word = used + measure(stop, resume), resume
    return len(stops)


def _cut(text: str, start: int, stop: int, room: float, measure: Measure) -> int:
    """Return how far a word that is too wide fits: at least one character with its marks."""
    ends = _characters(text, start, stop)
    low, high = 0, len(ends) - 1  # ends[low] is taken, fit or not; ends[high] is known to be too far
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if measure(start, ends[middle]) <= room + EPSILON else (low, middle)
    return ends[low]


def _characters(text: str, start: int, stop: int) -> list[int]:
    """Return where characters end that a reader sees as one: with their marks, and glue with both sides."""
    return [n for n in range(start + 1, stop) if not _joined(text[n - 1], text[n])] + [stop]


def _joined(left: str, right: str) -> bool:
    """Tell whether two characters stay together come what may."""
    joiner = "\u200d"
    if left in _GLUE or right in _GLUE or left == joiner or right in (joiner, "\u200c"):
        return True
    return unicodedata.category(right) in ("Mn", "Me", "Mc")
