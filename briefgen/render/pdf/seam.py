"""The one door to ReportLab, which has no types: its modules as we use them, and fonts under names of our own."""

import importlib.util
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from ...typeset import fonts


def _lazily(package: str, name: str) -> None:
    """Put off loading a module until it is used: ReportLab imports Pillow, which only pictures of dots need."""
    full = f"{package}.{name}"
    spec = importlib.util.find_spec(full)
    if full in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[full] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    setattr(sys.modules[package], name, module)


_lazily("PIL", "Image")

from reportlab import rl_config  # noqa: E402
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

__all__ = ["OLD_STYLE", "Canvas", "Font", "file", "font", "literal", "number", "pdfdoc", "register"]

rl_config.useA85 = 0  # base 85 makes streams a fifth longer

OLD_STYLE = {ord("0") + n: 0xF730 + n for n in range(10)}
"""Old-style figures by figure, at the private code points that Adobe gave them; a PDF says which digit each is."""

_PRIVATE = 0xF0000
"""The first of the private code points that stand for clusters."""
_WORDS, _MORE = 0x0003, 0x0020
"""Flags of a composed glyph's parts: places are offsets in 16 bits; another part follows (OpenType, `glyf`)."""


class Face(ttfonts.TTFontFace):  # type: ignore[misc]  # ReportLab is untyped
    """A TrueType face; its long tables are read at once, not number by number, which takes 10 ms a font."""

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803  # ReportLab's names
        """Read the names and measures; advances and bearings in font units, widths in thousandths of an em."""
        super().extractInfo(0)
        (full,) = struct.unpack_from(">H", self.get_table("hhea"), 34)
        (long,) = struct.unpack_from(">h", self.get_table("head"), 50)
        table, count = self.get_table("hmtx"), self.numGlyphs
        self.hmetrics = list(struct.iter_unpack(">HH", table[: 4 * full]))
        last = self.hmetrics[-1][0]
        self.hmetrics += [(last, b) for b in struct.unpack_from(f">{count - full}H", table, 4 * full)]
        places = struct.unpack_from(f">{count + 1}{'L' if long else 'H'}", self.get_table("loca"))
        self.glyphPos = [p if long else 2 * p for p in places]
        widths = [self._pdfScale(advance) for advance, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charToGlyph = dict(fonts.characters(Path(self.filename)))
        if (space := self.charToGlyph.get(0x20, self.charToGlyph.get(0xA0))) is not None:
            self.charToGlyph |= {0x20: space, 0xA0: space}
        self.charWidths = {c: widths[glyph] for c, glyph in self.charToGlyph.items()}
        self._glyf: bytearray | None = None

    def composed(self, parts: tuple[tuple[int, int, int], ...], advance: int) -> int:
        """Return the number of a glyph that is made of others, each at its place; a lone one is itself, none is empty.

        A cluster of a joined script (a letter with its dots and vowels) is then one code of the PDF, so that whoever
        copies the text gets its characters once and in order.
        """
        if len(parts) == 1 and parts[0][1:] == (0, 0) and advance == self.hmetrics[parts[0][0]][0]:
            return parts[0][0]
        if self._glyf is None:
            self._move_glyphs()
        assert self._glyf is not None
        path = Path(self.filename)
        boxes = [
            (x + left, y + foot, x + right, y + top)
            for glyph, x, y in parts
            for left, foot, right, top in (fonts.box(path, glyph),)
        ]
        left, foot = (min((box[n] for box in boxes), default=0) for n in (0, 1))
        right, top = (max((box[n] for box in boxes), default=0) for n in (2, 3))
        data = struct.pack(">5h", -1, left, foot, right, top) if parts else b""
        for n, (glyph, x, y) in enumerate(parts, 1):
            data += struct.pack(">HHhh", _WORDS | (_MORE if n < len(parts) else 0), glyph, x, y)
        self._glyf += data
        self.table["glyf"]["length"] += len(data)
        self.glyphPos.append(self.glyphPos[-1] + len(data))
        self.hmetrics.append((advance, left & 0xFFFF))
        return len(self.hmetrics) - 1

    def _move_glyphs(self) -> None:
        """Put the outlines at the file's end, where more can follow."""
        data = bytearray(Path(self.filename).read_bytes())
        start, _ = self.get_table_pos("glyf")
        self.table["glyf"].update(offset=len(data), length=self.glyphPos[-1])
        data += data[start : start + self.glyphPos[-1]]
        self._ttf_data = self._glyf = data

    def makeSubset(self, subset: Any) -> Any:  # noqa: N802  # ReportLab's name
        """Return the font file of a subset; it allows for glyphs made of others where it has some of ours.

        Only there, so that a file does not depend on what was set before it in this process.
        """
        if self._glyf is None or all(self.charToGlyph.get(code, 0) < self.numGlyphs for code in subset):
            return super().makeSubset(subset)
        at, size = self.get_table_pos("maxp")
        was = bytes(self._glyf[at : at + size])
        for field in (10, 12, 28):  # points and contours of what is composed, and its parts
            (count,) = struct.unpack_from(">H", was, field)
            struct.pack_into(">H", self._glyf, at + field, min(4 * max(count, 4), 0xFFFF))
        (deep,) = struct.unpack_from(">H", was, 30)
        struct.pack_into(">H", self._glyf, at + 30, deep + 1)
        try:
            return super().makeSubset(subset)
        finally:
            self._glyf[at : at + size] = was


class Font(ttfonts.TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """A TrueType font with old-style figures, and with lawful ToUnicode maps (see `defects`)."""

    def __init__(self, name: str, path: Path) -> None:
        # what TTFont does, with our face
        self.fontName, self.face, self.encoding = name, Face(str(path)), ttfonts.TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable, self.shapable = rl_config.ttfAsciiReadable, False
        for known in (self.face.charToGlyph, self.face.charWidths):
            if 0x2D in known:
                known[0xAD] = known[0x2D]  # a soft hyphen is drawn where a line ends in part of a word
        self.spelled: dict[int, str] = {}
        self._clusters: dict[fonts.Cluster, str] = {}
        old = fonts.glyphs(path, "0123456789", {"onum": True, "pnum": True, "kern": False})
        for (glyph, advance), code in zip(old, OLD_STYLE.values(), strict=True):
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = round(1000 * advance)

    def cluster(self, one: fonts.Cluster) -> str:
        """Return the private characters that stand for a cluster, as many as it has; a PDF says which they are.

        Where several are drawn as one glyph, the first is that glyph and the others show nothing: a code that stands
        for two characters is read out by some programs as if it ran from left to right.
        """
        if (known := self._clusters.get(one)) is not None:
            return known
        made = ""
        for n, character in enumerate(one.text):
            code = _PRIVATE + len(self.spelled)
            self.face.charToGlyph[code] = self.face.composed(() if n else one.glyphs, 0 if n else one.advance)
            self.face.charWidths[code] = 0 if n else self.face._pdfScale(one.advance)
            self.spelled[code] = character
            made += chr(code)
        self._clusters[one] = made
        return made

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # ReportLab's name
        """Write the font's subsets into a document."""
        from .defects import to_unicode

        subsets = [list(s) for s in self.state[doc].subsets]
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        written = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            stream = doc.idToObject[written[name].ToUnicode.name]
            stream.content = to_unicode(written[name].BaseFont, subset, self.spelled)


_files: dict[str, Path] = {}


@cache
def register(path: Path) -> str:
    """Return the name under which a font file is known in this process; equal files share it."""
    name = fonts.named(path)
    _files.setdefault(name, path)
    return name


def file(name: str) -> Path:
    """Return the file of a registered font."""
    return _files[name]


@cache
def font(name: str) -> Any:
    """Return a registered font, read on first use."""
    made = Font(name, _files[name])
    pdfmetrics.registerFont(made)
    return made


def number(value: float) -> str:
    """Return a number as PDF writes it: at most three decimals, no exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_LITERAL = [chr(b) if 32 <= b < 127 else f"\\{b:03o}" for b in range(256)]
for _char in "()\\":
    _LITERAL[ord(_char)] = "\\" + _char


def literal(data: bytes) -> str:
    """Return a byte string as a literal string of a content stream."""
    return f"({''.join([_LITERAL[b] for b in data])})"
