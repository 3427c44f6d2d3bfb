"""Is a file a font that can be set, and that may be embedded? Asked of its own tables and checksums (OpenType 1.9)."""

import struct

NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
"""Tables without which no text can be measured."""

EMBEDDED = NEEDED | {b"OS/2", b"glyf", b"loca", b"post"}
"""Tables that a font embedded in a PDF needs as well; its outlines are TrueType's."""

LICENCES = (13, 14)
"""Entries of the table `name` that hold a licence and its address."""

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
    tables = _tables(data)
    if tables is None:
        return "is cut short"
    if b"fvar" in tables:
        return "is a variable font; a file is needed for each of its cuts"
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


def forbidden(data: bytes) -> str | None:
    """Return how a whole font forbids what a PDF does with it, or None (OS/2, fsType)."""
    (_, start, size) = (_tables(data) or {})[b"OS/2"]
    (rights,) = struct.unpack_from(">H", data, start + 8) if size >= 10 else (0,)
    if rights & 0x000E == 0x0002:
        return "may not be embedded: its maker restricts it"
    if rights & 0x0100:
        return "may only be embedded whole, and a PDF holds the letters that it uses"
    if rights & 0x0200:
        return "may only be embedded as a picture of dots"
    return None


def licensed(data: bytes) -> bool:
    """Tell whether a whole font says under which licence it is (name, entries 13 and 14)."""
    (_, start, size) = (_tables(data) or {})[b"name"]
    table = data[start : start + size].ljust(6, b"\0")
    (count,) = struct.unpack_from(">H", table, 2)
    entries = struct.iter_unpack(">6H", table[6 : 6 + 12 * min(count, (len(table) - 6) // 12)])
    return any(name in LICENCES and length for _, _, _, name, length, _ in entries)


def _tables(data: bytes) -> dict[bytes, tuple[int, int, int]] | None:
    """Return checksum, start and size of each table by its tag; None where their list is cut short."""
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        return None
    entries = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
    return {tag: (total, start, size) for tag, total, start, size in entries}


def _sum(tag: bytes, table: bytes) -> int:
    """Return the checksum of a table: the sum of its numbers of 32 bits."""
    padded = table + b"\0" * (-len(table) % 4)
    if tag == b"head":
        padded = padded[:_HEAD_ADJUSTMENT] + b"\0\0\0\0" + padded[_HEAD_ADJUSTMENT + 4 :]
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) & 0xFFFFFFFF
