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
_SILENT = dict.fromkeys((0x200B, 0x200D, 0x2060, 0xFEFF))


JOINERS = frozenset("\u200c\u200d")
"""Characters that part or join the letters beside them; shaping needs them, and no glyph does."""
_LEFT, _RIGHT = "<", ">"


def shaping(name: str, language: str, *, leftward: bool) -> str:
    """Return the name of a face whose letters are joined as a language does it, written leftward or rightward."""
    return f"{name}{_LEFT if leftward else _RIGHT}{language}"


def plain(name: str) -> str:
    """Return the name of the font that a face is set in."""
    return name.partition(_LEFT)[0].partition(_RIGHT)[0]


def shaped(name: str) -> bool:
    """Tell whether a face's letters are joined."""
    return _LEFT in name or _RIGHT in name


def _clusters(name: str, word: str) -> tuple[fonts.Cluster, ...]:
    leftward = _LEFT in name
    first, _, language = name.partition(_LEFT if leftward else _RIGHT)
    return fonts.clusters(file(first), word, language, leftward=leftward)


def clustered(name: str, text: str) -> str:
    """Return the private characters that set a text in a face with joined letters, from left to right."""
    known = font(plain(name))
    out = [a if a[0] in " \u00a0" else "".join(map(known.cluster, _clusters(name, a))) for a in ATOM.findall(text)]
    return "".join(out)[:: -1 if _LEFT in name else 1]


@cache
def cap_height(name: str) -> float:
    """Return the height of capitals in em."""
    return fonts.metrics(file(name)).cap_height


@cache
def clean(name: str, text: str) -> str:
    """Return a text without marks that show nothing, rare spaces and hyphens that the face lacks made common ones.

    Soft hyphens stay: a line may end at them.
    """
    known = font(name).face.charToGlyph
    return text.translate(_SILENT | {code: plain for code, plain in _PLAIN.items() if code not in known})


@cache
def lacking(name: str, text: str) -> frozenset[str]:
    """Return the characters of a text for which the face has no glyph."""
    known = font(name).face.charToGlyph
    return frozenset(c for c in text if ord(c) not in known and c not in "\u00a0\u00ad")


@LINES.of
def atom(name: str, text: str) -> tuple[float, tuple[float, ...]]:
    """Return a word's or space's width in thousandths of an em, and what kerning adds behind each character.

    Numbers are not kerned, so that a note may be renumbered without being measured anew.
    """
    known = font(plain(name)).face
    if shaped(name) and not text.isspace():
        return float(sum(known._pdfScale(one.advance) for one in _clusters(name, text))), ()
    widths = [known.charWidths.get(ord(c) if c != "\u00a0" else 32, known.defaultWidth) for c in text]
    if text.isdigit() or text.isspace():
        return sum(widths), ()
    found = fonts.glyphs(file(name), text, FEATURES)
    if len(found) != len(text):
        return sum(widths), ()
    # old-style figures are private characters: the shaper cannot know them, and their own widths are right
    moved = tuple(
        0.0 if 0xF730 <= ord(c) <= 0xF739 else round(1000 * advance - w)
        for c, w, (_, advance) in zip(text, widths, found, strict=True)
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
