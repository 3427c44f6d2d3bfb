"""A finished PDF -> what is wrong with it. Reads the bytes with pikepdf and shares no code with the renderer.

The rules are those of PDF/UA-1 and PDF/A-2a that a slip of ours could break, and the promises of the brief: its
pages, its marking, no text beyond the paper. It is no validator; see the judges among the tests for those.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..diagnostics import Diagnostic
from .ink import UNKNOWN, Font, outside, runs

NOTES = ("/Note", "/FENote")
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def check(data: bytes, *, pages: int | None = None, marking: str | None = None) -> tuple[Diagnostic, ...]:
    """Return all findings about a PDF; `pages` and `marking` are what it should have."""
    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            return tuple(_findings(file, pages, marking))
    except pikepdf.PdfError as error:
        return (_wrong("BG801", f"the PDF cannot be opened: {error}"),)


def _wrong(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, hint="this is a fault of briefgen, not of the report: please tell us")


def _findings(file: pikepdf.Pdf, pages: int | None, marking: str | None) -> Iterator[Diagnostic]:
    if pages is not None and len(file.pages) != pages:
        yield _wrong("BG802", f"{len(file.pages)} pages where {pages} were laid out")
    yield from _catalogue(file)
    yield from _identification(file)
    yield from _attachments(file)
    yield from _fonts(file)
    parts = list(_parts(file.Root.StructTreeRoot)) if "/StructTreeRoot" in file.Root else []
    if parts:
        yield from _structure(parts)
    yield from _links(file, parts)
    yield from _pages(file, marking)


def _catalogue(file: pikepdf.Pdf) -> Iterator[Diagnostic]:
    """Find what the document does not say of itself."""
    root: Any = file.Root
    if "/StructTreeRoot" not in root or not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield _wrong("BG803", "the PDF is not tagged")
    if not str(root.get("/Lang", "")):
        yield _wrong("BG803", "the PDF names no language")
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield _wrong("BG803", "viewers are not told to show the title")
    if not _title(file).strip():
        yield _wrong("BG803", "the PDF has no title")


def _title(file: pikepdf.Pdf) -> str:
    """Return the title; PDF 2.0 has it in the metadata alone."""
    if file.pdf_version < "2.0":
        return str(file.docinfo.get("/Title", ""))
    return str(file.open_metadata().get("dc:title", "")) if "/Metadata" in file.Root else ""


def _identification(file: pikepdf.Pdf) -> Iterator[Diagnostic]:
    """Find what is missing from the XMP packet."""
    if "/Metadata" not in file.Root:
        yield _wrong("BG804", "the PDF has no XMP metadata")
        return
    packet = file.Root.Metadata.read_bytes().decode("utf-8", "replace")
    carries = "/AF" in file.Root or "/EmbeddedFiles" in file.Root.get("/Names", {})
    wanted = {"pdfuaid:part": "1", "pdfaid:part": "3" if carries else "2", "pdfaid:conformance": "A"}
    if file.pdf_version >= "2.0":
        wanted = {"pdfuaid:part": "2", "pdfuaid:rev": "2024", "pdfaid:part": "4", "pdfaid:rev": "2020"}
        wanted |= {"pdfaid:conformance": "F"} if carries else {}
    for name, value in wanted.items():
        if f"<{name}>{value}</{name}>" not in packet:
            yield _wrong("BG804", f"the metadata do not say {name} {value}")
    if "/OutputIntents" not in file.Root:
        yield _wrong("BG804", "the PDF has no output intent")


def _attachments(file: pikepdf.Pdf) -> Iterator[Diagnostic]:
    """Find files inside the file that do not say what they are, or are not associated with it (ISO 19005-3, 6.8)."""
    root: Any = file.Root
    tree: Any = root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    listed = {one.objgen for one in list(tree)[1::2]}
    associated = {one.objgen for one in root.get("/AF", [])}
    if listed != associated:
        yield _wrong("BG813", "files inside the PDF are not associated with it")
    for one in root.get("/AF", []):
        stream = one.get("/EF", {}).get("/F")
        said = all(str(one.get(key, "")) for key in ("/UF", "/Desc", "/AFRelationship"))
        if stream is None or "/Subtype" not in stream or "/ModDate" not in stream.get("/Params", {}) or not said:
            yield _wrong("BG813", f"{one.get('/UF', 'a file')} inside the PDF does not say what it is")


def _fonts(file: pikepdf.Pdf) -> Iterator[Diagnostic]:
    """Find fonts that are not embedded or do not say which characters they show."""
    seen: dict[str, Any] = {}
    for page in file.pages:
        resources: Any = page.obj.get("/Resources", {})
        fonts: Any = resources.get("/Font", {})
        seen |= {str(font.get("/BaseFont", name)): font for name, font in fonts.items()}
    for name, font in sorted(seen.items()):
        descriptor = font.get("/FontDescriptor", {})
        if not any(k in descriptor for k in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield _wrong("BG805", f"font {name.lstrip('/')} is not embedded")
        elif "/ToUnicode" not in font:
            yield _wrong("BG805", f"font {name.lstrip('/')} does not say which characters it shows")


def _parts(node: Any) -> Iterator[Any]:
    """Yield what stands below a node of the structure in reading order: elements, and references to objects."""
    for kid in _kids(node):
        yield kid
        if "/S" in kid:
            yield from _parts(kid)


def _kids(node: Any) -> Iterator[Any]:
    """Yield what stands in an element: numbers of content are left out."""
    kids = node.get("/K")
    yield from (k for k in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(k, pikepdf.Dictionary))


def _structure(parts: list[Any]) -> Iterator[Diagnostic]:
    """Find figures without a text in their place, headings that skip a level, nameless notes and heads of nothing."""
    level = 0
    names: set[str] = set()
    for element in parts:
        kind = str(element.get("/S", ""))
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield _wrong("BG806", "a figure has no alternative text")
        if kind == "/TH" and "/Scope" not in element.get("/A", {}):
            yield _wrong("BG814", "a head of a table does not say what it heads")
        if kind in NOTES:
            name = str(element.get("/ID", ""))
            if not name or name in names:
                yield _wrong("BG814", "a note has no name of its own")
            names.add(name)
        if kind in HEADINGS:
            now = HEADINGS.index(kind) + 1
            if now > level + 1:
                yield _wrong("BG807", f"a heading of level {now} follows one of level {level}")
            level = now
    if not level:
        yield _wrong("BG807", "the PDF has no headings")


def _links(file: pikepdf.Pdf, parts: list[Any]) -> Iterator[Diagnostic]:
    """Find links without words, and those that no element holds, or another than the one they name."""
    held = {kid.Obj.objgen: one.objgen for one in parts if "/S" in one for kid in _kids(one) if "/Obj" in kid}
    root: Any = file.Root
    numbers = list(root.get("/StructTreeRoot", {}).get("/ParentTree", {}).get("/Nums", []))
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for number, page in enumerate(file.pages, 1):
        for note in page.obj.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield _wrong("BG808", f"page {number}: a link does not say where it leads")
            parent: Any = parents.get(int(note.get("/StructParent", -1)))
            if parent is None or note.objgen not in held or parent.objgen != held[note.objgen]:
                yield _wrong("BG808", f"page {number}: a link is not part of the structure")


def _pages(file: pikepdf.Pdf, marking: str | None) -> Iterator[Diagnostic]:
    """Find pages outside the structure, text beyond the paper, and missing markings."""
    fonts: dict[Any, Font] = {}
    for number, page in enumerate(file.pages, 1):
        shown = runs(page, fonts)
        if "/StructParents" not in page.obj:
            yield _wrong("BG809", f"page {number} has no place in the structure")
        for text in outside(page, shown):
            yield _wrong("BG810", f"page {number}: {text!r} stands beyond the page's edge")
        for text in (run.text for run in shown if UNKNOWN in run.text):
            yield _wrong("BG812", f"page {number}: {text!r} has characters that its font lacks")
        if marking is not None and [run.text for run in shown].count(marking) < 2:
            yield _wrong("BG811", f"page {number}: {marking} does not stand in head and foot")
