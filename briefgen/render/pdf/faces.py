"""Font faces as text is set with them: how wide characters are, and how they kern. What is measured is drawn."""

import re
from functools import cache

from ...memory import Memory
from ...typeset import fonts
from .seam import file, font

FEATURES = {"kern": True, "liga": False, "clig": False}
"""Ligatures stay apart: a glyph a character keeps extracted text whole."""

LINES = Memory("lines")
"""Widths of words, and texts broken into lines."""

ATOM = re.compile(r"[^ \u00a0]+|[ \u00a0]+")
_PLAIN = dict.fromkeys((0x2002, 0x2003, 0x2007, 0x2009, 0x202F), "\u00a0") | {0x2011: "-"}
_SILENT = dict.fromkeys((0x00AD, 0x200B, 0x200D, 0x2060, 0xFEFF))


@cache
def cap_height(name: str) -> float:
    """Return the height of capitals in em."""
    return fonts.metrics(file(name)).cap_height


@cache
def clean(name: str, text: str) -> str:
    """Return a text without marks that show nothing, rare spaces and hyphens that the face lacks made common ones."""
    known = font(name).face.charToGlyph
    return text.translate(_SILENT | {code: plain for code, plain in _PLAIN.items() if code not in known})


@cache
def lacking(name: str, text: str) -> frozenset[str]:
    """Return the characters of a text for which the face has no glyph."""
    known = font(name).face.charToGlyph
    return frozenset(c for c in text if ord(c) not in known and c != "\u00a0")


@LINES.of
def atom(name: str, text: str) -> tuple[float, tuple[float, ...]]:
    """Return a word's or space's width in thousandths of an em, and what kerning adds behind each character.

    Numbers are not kerned, so that a note may be renumbered without being measured anew.
    """
    known = font(name).face
    widths = [known.charWidths.get(ord(c) if c != "\u00a0" else 32, known.defaultWidth) for c in text]
    if text.isdigit() or text.isspace():
        return sum(widths), ()
    shaped = fonts.glyphs(file(name), text, FEATURES)
    if len(shaped) != len(text):
        return sum(widths), ()
    # old-style figures are private characters: the shaper cannot know them, and their own widths are right
    moved = tuple(
        0.0 if 0xF730 <= ord(c) <= 0xF739 else round(1000 * advance - w)
        for c, w, (_, advance) in zip(text, widths, shaped, strict=True)
    )
    return sum(widths) + sum(moved), moved if any(moved) else ()


def advance(name: str, text: str) -> float:
    """Return the width of a text in thousandths of an em."""
    return sum([atom(name, a)[0] for a in ATOM.findall(text)])


def kerns(name: str, text: str) -> list[float]:
    """Return what kerning adds behind each character of a text, in thousandths of an em."""
    out: list[float] = []
    for part in ATOM.findall(text):
        out += atom(name, part)[1] or [0.0] * len(part)
    return out
