"""A ReportLab document -> the file's bytes, its small objects packed into streams (ISO 32000-1, 7.5.7 and 7.5.8).

The structure tree is thousands of small dictionaries that look alike: as ReportLab writes them, one by one and plain,
they can be larger than all the rest. PDF/A-2 allows such streams; catalogue and document information stand outside.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import Any

from .seam import pdfdoc

TOGETHER = 200
"""Objects in one stream: a reader unpacks all of them for one."""
_PLAIN, _PACKED = 1, 2


def file(doc: Any, own: Mapping[int, bytes], *, informed: bool = True) -> bytes:
    """Return a document as a file; `own` small objects have numbers that ReportLab counts and does not know.

    Where it is not `informed` its document information is left out, as PDF 2.0 has it in the metadata alone.
    """
    root, info = doc.Reference(doc.Catalog), doc.Reference(doc.info)
    out = bytearray(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % tuple(doc._pdfVersion))
    places: dict[int, tuple[int, int, int]] = {}
    small: list[tuple[int, bytes]] = []

    def plain(number: int, body: bytes) -> None:
        places[number] = (_PLAIN, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body.rstrip(b"\n")))

    number = 0
    while (number := number + 1) <= doc.objectcounter:  # more may be added while others are written
        if number in own:
            small.append((number, own[number]))
            continue
        name = doc.numberToId[number]
        if name == info.name and not informed:
            continue
        one = doc.idToObject[name]
        body = pdfdoc.format(one, doc, toplevel=1)
        if isinstance(one, pdfdoc.PDFStream) or body.endswith(b"endstream\n") or name in (root.name, info.name):
            plain(number, body)
        else:
            small.append((number, body))
    for start in range(0, len(small), TOGETHER):
        some = small[start : start + TOGETHER]
        places |= {n: (_PACKED, number, at) for at, (n, _) in enumerate(some)}
        plain(number, _together(some))
        number += 1
    table = places[number] = (_PLAIN, len(out), 0)
    rows = b"".join(struct.pack(">BIH", *places.get(n, (0, 0, 0xFFFF))) for n in range(number + 1))
    root_, info_, identity = (pdfdoc.format(x, doc) for x in (root, info, doc.ID()))
    about = b"/Info %b " % info_ if informed else b""
    entries = b"/Type /XRef /W [1 4 2] /Size %d /Root %b %b/ID %b" % (number + 1, root_, about, identity)
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, rows), table[1])
    return bytes(out)


def _together(some: list[tuple[int, bytes]]) -> bytes:
    """Return objects as one stream, behind a list of their numbers and places."""
    heads, at = [], 0
    for number, body in some:
        heads.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(heads) + b"\n"
    entries = b"/Type /ObjStm /N %d /First %d" % (len(some), len(head))
    return _stream(entries, head + b"\n".join(body for _, body in some))


def _stream(entries: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\r\nendstream" % (entries, len(packed), packed)
