"""Is a file a font that can be set and embedded? Asked of its own table of contents and checksums (OpenType 1.9)."""

import struct

NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
"""Tables without which no text can be measured."""

EMBEDDED = NEEDED | {b"OS/2", b"glyf", b"loca", b"post"}
"""Tables that a font embedded in a PDF needs as well; its outlines are TrueType's."""

_HEAD_ADJUSTMENT = 8
"""Where the table `head` holds the checksum of the whole file, which its own leaves out."""


def fault(data: bytes, *, embedded: bool) -> str | None:
    """Return what keeps the bytes of a file from being used as a font, or None; `embedded` asks for a PDF's needs."""
    kind = data[:4]
    if kind == b"ttcf":
        return "holds several fonts; one is needed"
    if kind in (b"wOFF", b"wOF2"):
        return "is a web font, which only browsers read"
    if kind not in (b"\0\1\0\0", b"true", b"OTTO") or len(data) < 12:
        return "is not a font"
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        return "is cut short"
    entries = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
    tables = {tag: (total, start, size) for tag, total, start, size in entries}
    if embedded and kind == b"OTTO":
        return "has PostScript outlines; a page font needs TrueType outlines"
    if lacking := sorted((EMBEDDED if embedded else NEEDED) - tables.keys()):
        return f"lacks the table {lacking[0].decode('latin-1')}"
    for tag, (total, start, size) in tables.items():
        if start + size > len(data):
            return "is cut short"
        if _sum(tag, data[start : start + size]) != total:
            return f"is damaged in the table {tag.decode('latin-1')}"
    return None


def _sum(tag: bytes, table: bytes) -> int:
    """Return the checksum of a table: the sum of its numbers of 32 bits."""
    padded = table + b"\0" * (-len(table) % 4)
    if tag == b"head":
        padded = padded[:_HEAD_ADJUSTMENT] + b"\0\0\0\0" + padded[_HEAD_ADJUSTMENT + 4 :]
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) & 0xFFFFFFFF
