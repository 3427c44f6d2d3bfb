"""Pieces of text and a width -> set lines. Drawing takes the very slices that were measured.

Breaking knows only widths, and a note's number is blanked to its digits, so that the same text, style and width is
broken once in a process however often notes are renumbered.
"""

import re

from msgspec.structs import replace

from ...model.base import Value
from .breaking import Line, broken, run_width

_DIGIT = re.compile(r"\d")


class Piece(Value, frozen=True, kw_only=True):
    """Characters of one look. `call` is the note that they call, `note` the note that they belong to.

    `lead`: the number that heads a note; `unit`: the statement they are part of; `whole`: no line ends in them;
    `level`: odd where they run from right to left (see `typeset.bidi`); `apart`: the whole text, set apart from what is
    around it, whose part they are; `quotation`: which words of another they are part of.
    """

    text: str
    face: str
    size: float
    colour: str
    rise: float = 0.0
    tracking: float = 0.0
    call: int | None = None
    note: int | None = None
    lead: bool = False
    language: str | None = None
    href: str | None = None
    unit: str | None = None
    whole: bool = False
    level: int = 0
    apart: str | None = None
    quotation: str | None = None


class Setting(Value, frozen=True, kw_only=True):
    """A text set in lines of one leading; `indent` moves the first line, `width` is what it was set to."""

    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...]
    leading: float
    baseline: float
    width: float
    indent: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return len(self.lines) * self.leading

    def calls(self) -> tuple[tuple[int, int], ...]:
        """Return (line, note) for every note called, in order."""
        found = []
        for n, line in enumerate(self.lines):
            for part, _, _ in line.parts:
                if (note := self.pieces[part].call) is not None:
                    found.append((n, note))
        return tuple(found)


def set_lines(
    pieces: tuple[Piece, ...],
    width: float,
    *,
    leading: float,
    baseline: float,
    indent: float = 0.0,
    balance: bool = False,
) -> Setting:
    """Return pieces set in lines of at most `width` points."""
    key = tuple(
        (p.text if p.call is None and not p.lead else _DIGIT.sub("0", p.text), p.face, p.size, p.tracking, p.whole)
        for p in pieces
    )
    lines = broken(key, round(width, 3), round(indent, 3), balance)
    return Setting(pieces=pieces, lines=lines, leading=leading, baseline=baseline, width=width, indent=indent)


def resumed(setting: Setting, line: int, width: float) -> Setting:
    """Return a text from a line on, set to another width; its pieces keep their places."""
    first, start, _ = setting.lines[line].parts[0]
    tail = (replace(setting.pieces[first], text=setting.pieces[first].text[start:]), *setting.pieces[first + 1 :])
    found = set_lines(tail, width, leading=setting.leading, baseline=setting.baseline)
    lines = tuple(
        replace(
            one,
            parts=tuple((n + first, a + (0 if n else start), b + (0 if n else start)) for n, a, b in one.parts),
        )
        for one in found.lines
    )
    return replace(found, pieces=setting.pieces, lines=lines)


def width_of(pieces: tuple[Piece, ...]) -> float:
    """Return how wide pieces are on one line, in points."""
    return sum(run_width((p.text, p.face, p.size, p.tracking, p.whole), 0, len(p.text)) for p in pieces)
