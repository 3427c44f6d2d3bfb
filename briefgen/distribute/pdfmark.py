"""A finished PDF and a name -> a copy with the name on each page, made by appending to the file.

The file is prepared once: each page calls one empty form in its margin, as an artifact. A copy is the prepared file
and an incremental update (ISO 32000-1, 7.5.6) that gives the form its text and a font of its own with the glyphs of
that text. So a copy costs what writing it costs, it stays PDF/UA-1 and PDF/A-2a, and the prepared file holds nobody's
name.
"""

import hashlib
import io
import zlib
from pathlib import Path

from ..model.base import Value
from ..typeset import subset

NAME = "/CopyMark"
"""The form's name among a page's resources."""


class Margin(Value, frozen=True, kw_only=True):
    """Where a mark stands, in points: its baseline's distance from the right edge, reading upwards from `foot`.

    It ends `head` below the top of the page. `colour` is "#RRGGBB".
    """

    edge: float
    foot: float
    head: float
    size: float
    colour: str


class Prepared(Value, frozen=True, kw_only=True):
    """A PDF whose pages call the form that each copy fills; `size` counts its objects, `start` its last table.

    `room` is how long a mark may be, in points.
    """

    data: bytes
    form: int
    size: int
    start: int
    root: str
    info: str | None
    id: str
    room: float
    margin: Margin
    sha256: str


def prepare(data: bytes, margin: Margin) -> Prepared:
    """Return a PDF made ready for marks; the same bytes for the same file."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        form = file.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 0, 0])
        for page in file.pages:
            resources = page.obj.get("/Resources", pikepdf.Dictionary())
            own = pikepdf.Dictionary({**resources, "/XObject": {**resources.get("/XObject", {}), NAME: form}})
            page.obj.Resources = own
            page.contents_add(b"q\n", prepend=True)
            x = float(page.mediabox[2]) - margin.edge
            call = f"Q\n/Artifact <</Type /Pagination>> BDC q 0 1 -1 0 {x:.2f} {margin.foot:.2f} cm {NAME} Do Q EMC\n"
            page.contents_add(call.encode())
        file.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            fix_metadata_version=False,
            deterministic_id=True,
        )
    with pikepdf.open(io.BytesIO(made.getvalue())) as file:
        trailer = file.trailer
        number = file.pages[0].obj.Resources.XObject[NAME].objgen[0]
        info = trailer.get("/Info")
        return Prepared(
            data=made.getvalue(),
            form=number,
            size=int(trailer.Size),
            start=int(made.getvalue().rpartition(b"startxref")[2].split()[0]),
            root=_reference(trailer.Root.objgen[0]),
            info=None if info is None else _reference(info.objgen[0]),
            id=bytes(trailer.ID[0]).hex(),
            room=min(float(page.mediabox[3]) for page in file.pages) - margin.foot - margin.head,
            margin=margin,
            sha256=hashlib.sha256(made.getvalue()).hexdigest(),
        )


def update(base: Prepared, text: str, font: Path) -> bytes:
    """Return what is appended to a prepared file, so that each page bears a text; raises ValueError for lost glyphs."""
    found = subset.subset(font, text)
    number = {character: glyph for character, glyph, _ in found.glyphs}
    advance = {character: width for character, _, width in found.glyphs}
    size = base.margin.size
    wide = size * sum(advance[c] for c in text) / subset.THOUSAND
    shown = "".join(f"{number[c]:04X}" for c in text)
    red, green, blue = (int(base.margin.colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    face, plain, descriptor, file, unicode_ = (base.size + n for n in range(5))
    low, high = size * found.descent / subset.THOUSAND, size * found.ascent / subset.THOUSAND
    objects = {
        base.form: _stream(
            f"BT {red:.3f} {green:.3f} {blue:.3f} rg /F {size:g} Tf <{shown}> Tj ET".encode(),
            f"/Type /XObject /Subtype /Form /BBox [0 {low:.2f} {wide:.2f} {high:.2f}] "
            f"/Resources <</Font <</F {_reference(face)}>>>>",
        ),
        face: f"<</Type /Font /Subtype /Type0 /BaseFont /{found.name} /Encoding /Identity-H "
        f"/DescendantFonts [{_reference(plain)}] /ToUnicode {_reference(unicode_)}>>".encode(),
        plain: f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{found.name} /CIDToGIDMap /Identity "
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 0 "
        f"/W [{' '.join(f'{glyph} [{width}]' for _, glyph, width in found.glyphs)}] "
        f"/FontDescriptor {_reference(descriptor)}>>".encode(),
        descriptor: f"<</Type /FontDescriptor /FontName /{found.name} /Flags 4 "
        f"/FontBBox [{' '.join(map(str, found.box))}] /ItalicAngle 0 /Ascent {found.ascent} /Descent {found.descent} "
        f"/CapHeight {found.cap_height} /StemV 80 /FontFile2 {_reference(file)}>>".encode(),
        file: _stream(found.data, f"/Length1 {len(found.data)}"),
        unicode_: _stream(_to_unicode(found)),
    }
    return _appended(base, objects)


def _appended(base: Prepared, objects: dict[int, bytes]) -> bytes:
    """Return objects with the table and the trailer that make them part of a file."""
    out = bytearray(b"\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(base.data) + len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(base.data) + len(out)
    out += b"xref\n"
    for first in sorted(n for n in places if n - 1 not in places):
        run = [n for n in range(first, first + len(places)) if all(m in places for m in range(first, n + 1))]
        out += b"%d %d\n" % (first, len(run)) + b"".join(b"%010d 00000 n \n" % places[n] for n in run)
    info = f" /Info {base.info}" if base.info else ""
    changed = hashlib.sha256(bytes(out)).hexdigest()[: len(base.id)]
    out += (
        f"trailer\n<</Size {max(places) + 1} /Root {base.root}{info} /ID [<{base.id}> <{changed}>] "
        f"/Prev {base.start}>>\nstartxref\n{table}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _reference(number: int) -> str:
    return f"{number} 0 R"


def _stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _to_unicode(found: subset.Subset) -> bytes:
    """Return the map from glyphs to the characters that they show (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{glyph:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c, glyph, _ in found.glyphs]
    chunks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    lines = "".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n" for chunk in chunks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{lines}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
