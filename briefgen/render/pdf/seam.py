"""The one door to ReportLab, which has no types: its modules as we use them, and fonts under names of our own."""

import importlib.util
import struct
import sys
import zlib
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
        self.glyphPos = places if long else [2 * p for p in places]
        widths = [self._pdfScale(advance) for advance, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charToGlyph = dict(fonts.characters(Path(self.filename)))
        if (space := self.charToGlyph.get(0x20, self.charToGlyph.get(0xA0))) is not None:
            self.charToGlyph |= {0x20: space, 0xA0: space}
        self.charWidths = {c: widths[glyph] for c, glyph in self.charToGlyph.items()}


class Font(ttfonts.TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """A TrueType font with old-style figures, and with lawful ToUnicode maps (see `defects`)."""

    def __init__(self, name: str, path: Path) -> None:
        # what TTFont does, with our face
        self.fontName, self.face, self.encoding = name, Face(str(path)), ttfonts.TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable, self.shapable = rl_config.ttfAsciiReadable, False
        old = fonts.glyphs(path, "0123456789", {"onum": True, "pnum": True, "kern": False})
        for (glyph, advance), code in zip(old, OLD_STYLE.values(), strict=True):
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = round(1000 * advance)

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # ReportLab's name
        """Write the font's subsets into a document."""
        from .defects import to_unicode

        subsets = [list(s) for s in self.state[doc].subsets]
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        written = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            stream = doc.idToObject[written[name].ToUnicode.name]
            stream.content = to_unicode(written[name].BaseFont, subset)


_files: dict[str, Path] = {}


@cache
def register(path: Path) -> str:
    """Return the name under which a font file is known in this process; equal files share it."""
    name = f"{path.stem}-{zlib.crc32(path.read_bytes()):08x}"
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
