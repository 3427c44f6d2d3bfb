"""What ReportLab 5.1.0 writes that PDF/A and PDF/UA do not allow, each mended in one place and described here.

1. Streams: no end of line before `endstream` (PDF/A-2, 6.1.7.1). Mended in `PDFStream.format`, only for documents
   that carry `briefgen_lawful`, so that other users of ReportLab in the process see no change.
2. ToUnicode maps: code 0 is mapped to U+0000, a block may hold more than 100 entries, and characters beyond the
   Basic Multilingual Plane get five hex digits. `to_unicode` makes the map; `seam.Font` puts it in place.
3. Form XObjects: the resources leave out the graphics states that the form sets, so transparency is lost. Mended in
   `tagged.TaggedCanvas.endForm`.
4. Pages: the preamble names Helvetica, which is not embedded, unless the first font is an embedded one:
   `tagged.TaggedCanvas` is given such a font.
5. Annotations: no StructParent and no /F; `tagged` writes its own.
6. Paragraphs: the space at a soft line end is dropped, so that words are glued in extracted text; and there is no
   kerning. `paragraph` sets lines itself and keeps the space.
7. Fonts: the last glyphs of a file may share one advance; they get it in thousandths of an em instead of the font's
   units. `seam.Face` reads them right.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .seam import OLD_STYLE, pdfdoc

_BLOCK = 100
_DIGITS = {code: digit for digit, code in OLD_STYLE.items()}
_format = pdfdoc.PDFStream.format


def _lawful(stream: Any, document: Any) -> bytes:
    """Write a stream with an end of line before `endstream`.

    Carriage return and line feed, so that data that end with a carriage return are not taken for shorter ones.
    """
    data: bytes = _format(stream, document)
    if not getattr(document, "briefgen_lawful", False):
        return data
    return data.removesuffix(b"endstream\n") + b"\r\nendstream\n"


def mend() -> None:
    """Put the patch of streams in place; calling it again changes nothing."""
    pdfdoc.PDFStream.format = _lawful


def to_unicode(name: str, subset: Sequence[int], spelled: Mapping[int, str]) -> str:
    """Return the ToUnicode map of a subset: the characters of each code (ISO 32000-1, 9.10.3).

    `spelled` are those of private codes that stand for clusters.
    """
    entries = [
        f"<{code:02X}> <{(spelled.get(char) or chr(_DIGITS.get(char, char))).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
        if char and not 0xD800 <= char < 0xE000
    ]
    blocks = [entries[i : i + _BLOCK] for i in range(0, len(entries), _BLOCK)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for b in blocks for line in (f"{len(b)} beginbfchar", *b, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
