"""A finished deck and a name -> a copy with the name on each slide, made by adding a shape to each.

The deck is prepared once: all that it holds stays compressed as it is, and each slide's stream is cut before the end
of its shapes, at a point from which deflate starts afresh. A copy compresses what it adds and nothing else.
"""

import io
import re
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from ..model.base import Value

SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
LAYOUT = re.compile(r"slideLayouts/slideLayout\d+\.xml")
TREE_END = b"</p:spTree>"
EMU = 914400
"""English Metric Units in an inch."""
LEVEL, RAW = 6, -15
"""How zlib compresses, and a stream without a head."""
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
"""Headers of a zip file: of an entry, of its line in the directory, of the end (APPNOTE 6.3.9, 4.3)."""
VERSION, UTF8, DEFLATED = 20, 0x800, 8


class Side(Value, frozen=True, kw_only=True):
    """Where a mark stands on a slide, in inches: the gaps to the right edge and to the foot, reading upwards.

    It ends `head` below the top. `size` is in points. `colour` is that of the text, on `ground`, and `pale` that on
    layouts with a ground of their own, which shows behind it; all are "#RRGGBB".
    """

    edge: float
    foot: float
    head: float
    size: float
    colour: str
    ground: str
    pale: str


class Entry(Value, frozen=True, kw_only=True):
    """A part of a package as its zip holds it: checksum and size of its text, and the text compressed.

    Of a slide only the part before the mark; `after` is the rest, `mark` the id of its shape, and `grounded` tells
    whether its layout has a ground of its own.
    """

    name: str
    check: int
    size: int
    packed: bytes
    after: bytes = b""
    mark: int = 0
    grounded: bool = False


class PreparedDeck(Value, frozen=True, kw_only=True):
    """A deck whose slides have a place for a mark."""

    entries: tuple[Entry, ...]
    slide: tuple[int, int]
    side: Side

    @property
    def room(self) -> float:
        """Return how long a mark may be, in points."""
        return 72 * (self.slide[1] / EMU - self.side.foot - self.side.head) - self.side.size


def prepare(data: bytes, side: Side) -> PreparedDeck:
    """Return a deck made ready for marks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = re.search(rb'<p:sldSz cx="(\d+)" cy="(\d+)"', archive.read("ppt/presentation.xml"))
        assert size, "a presentation says how large its slides are"
        entries = tuple(
            _slide(info.filename, archive) if SLIDE.fullmatch(info.filename) else _kept(info, data)
            for info in archive.infolist()
        )
    return PreparedDeck(entries=entries, slide=(int(size[1]), int(size[2])), side=side)


def _kept(info: zipfile.ZipInfo, data: bytes) -> Entry:
    """Return a part with its bytes as they are compressed."""
    assert info.compress_type == zipfile.ZIP_DEFLATED, info.filename
    name, extra = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + LOCAL.size + name + extra
    packed = data[start : start + info.compress_size]
    return Entry(name=info.filename, check=info.CRC, size=info.file_size, packed=packed)


def _slide(name: str, archive: zipfile.ZipFile) -> Entry:
    before, end, after = archive.read(name).rpartition(TREE_END)
    assert end, f"{name} has shapes"
    layout = LAYOUT.search(archive.read(name.replace("/slides/", "/slides/_rels/") + ".rels").decode())
    assert layout, f"{name} has a layout"
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW)
    return Entry(
        name=name,
        check=zlib.crc32(before),
        size=len(before),
        packed=packing.compress(before) + packing.flush(zlib.Z_FULL_FLUSH),
        after=end + after,
        mark=max(int(i) for i in re.findall(rb'<p:cNvPr id="(\d+)"', before)) + 1,
        grounded=b"<p:bg>" in archive.read(f"ppt/{layout[0]}"),
    )


def marked(deck: PreparedDeck, text: str, wide: float) -> bytes:
    """Return a copy whose slides bear a text; `wide` is the text's length in points."""
    parts, directory, at = [], [], 0
    for entry in deck.entries:
        whole = _filled(entry, deck, text, wide) if entry.mark else entry
        name = whole.name.encode()
        sizes = (whole.check, len(whole.packed), whole.size)
        # dated 1 January 1980, as all files of ours
        head = LOCAL.pack(b"PK\3\4", VERSION, UTF8, DEFLATED, 0, 33, *sizes, len(name), 0)
        parts += [head, name, whole.packed]
        directory += [
            CENTRAL.pack(
                b"PK\1\2", VERSION, VERSION, UTF8, DEFLATED, 0, 33, *sizes, len(name), 0, 0, 0, 0, 0o600 << 16, at
            ),
            name,
        ]
        at += len(head) + len(name) + len(whole.packed)
    listed = b"".join(directory)
    count = len(deck.entries)
    return b"".join([*parts, listed, END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)])


def _filled(entry: Entry, deck: PreparedDeck, text: str, wide: float) -> Entry:
    """Return a slide with its mark."""
    rest = _shape(entry, deck, text, wide).encode() + entry.after
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW)
    return Entry(
        name=entry.name,
        check=zlib.crc32(rest, entry.check),
        size=entry.size + len(rest),
        packed=entry.packed + packing.compress(rest) + packing.flush(),
    )


def _shape(entry: Entry, deck: PreparedDeck, text: str, wide: float) -> str:
    """Return the mark: a line of text along the right edge, of no meaning to who listens to the slide."""
    side, (width, height) = deck.side, deck.slide
    thick = round(side.size * 1.6 / 72 * EMU)
    long = round((wide + side.size) / 72 * EMU)
    x, y = width - round(side.edge * EMU) - thick, height - round(side.foot * EMU) - long
    fill, colour = ("<a:noFill/>", side.pale) if entry.grounded else (_solid(side.ground), side.colour)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{entry.mark}" name="Copy mark"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        '</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{thick}" cy="{long}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody>'
        '<a:bodyPr vert="vert270" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
        '<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r>'
        f'<a:rPr lang="en-GB" sz="{round(side.size * 100)}" dirty="0">{_solid(colour)}'
        f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'
