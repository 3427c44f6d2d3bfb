"""The text of a finished file as other programs find it: of a PDF by its structure, of a deck slide by slide."""

import ctypes
import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape


def squeezed(text: str) -> str:
    """Return a text without spaces of any kind: programs make up those at the ends of lines, or drop them.

    pdfium takes a hyphen at a line's end for one that a typesetter put there, and says so with a character of its own.
    """
    return "".join(text.replace("\u200b", "").replace("\u2060", "").replace("\x02", "-").split())


class Element(NamedTuple):
    """A structure element of a PDF: what it is, the whole text in it, notes left out, and the pages it stands on."""

    kind: str
    text: str
    pages: frozenset[int]


def elements(data: bytes) -> list[Element]:
    """Return all structure elements of a PDF in reading order."""
    marked = _marked(data)
    with pikepdf.open(io.BytesIO(data)) as file:
        numbers = {page.obj.objgen: n for n, page in enumerate(file.pages)}
        return list(_elements(file.Root.StructTreeRoot.K, None, numbers, marked))


Marked = dict[tuple[int, int], str]


def _marked(data: bytes) -> Marked:
    """Return the characters that pdfium finds in each marked content, by page and number."""
    found: Marked = {}
    document = pypdfium2.PdfDocument(data)
    for n, page in enumerate(document):
        text = page.get_textpage()
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
            number = pdfium.FPDFPageObj_GetMarkedContentID(one.raw)
            size = pdfium.FPDFTextObj_GetText(one.raw, text.raw, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(one.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
            found[n, number] = found.get((n, number), "") + buffer.raw[:size].decode("utf-16-le").rstrip("\0")
    document.close()
    return found


def _elements(kids: Any, page: int | None, numbers: dict[Any, int], marked: Marked) -> Iterator[Element]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            here = numbers[kid.Pg.objgen] if "/Pg" in kid else page
            parts = list(_parts(kid.get("/K", pikepdf.Array()), here, numbers, marked))
            text = squeezed("".join(text for _, text in parts))
            yield Element(str(kid.S), text, frozenset(n + 1 for n, _ in parts))
            yield from _elements(kid.get("/K", pikepdf.Array()), here, numbers, marked)


def _parts(kids: Any, page: int | None, numbers: dict[Any, int], marked: Marked) -> Iterator[tuple[int, str]]:
    """Yield (page, characters) inside an element in order; a note inside a paragraph is no part of its words."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        here = page
        if isinstance(kid, pikepdf.Dictionary):
            here = numbers[kid.Pg.objgen] if "/Pg" in kid else page
            if "/MCID" in kid:
                kid = kid.MCID
            elif kid.get("/S") != "/Note" and "/K" in kid:
                yield from _parts(kid.K, here, numbers, marked)
                continue
            else:
                continue
        assert here is not None
        yield here, marked.get((here, int(kid)), "")


class SlideText(NamedTuple):
    """The texts of a slide, each paragraph and each whole shape, and what is spoken."""

    paragraphs: tuple[str, ...]
    shapes: tuple[str, ...]
    spoken: tuple[str, ...]


def slides(data: bytes) -> list[SlideText]:
    """Return the texts of a deck's slides."""
    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        paragraphs: list[str] = []
        shapes: list[str] = []
        for some in _texts(slide.shapes):
            paragraphs += some
            shapes.append(squeezed(" ".join(some)))
        spoken = slide.notes_slide.notes_text_frame.paragraphs if slide.has_notes_slide else ()
        found.append(SlideText(tuple(paragraphs), tuple(shapes), tuple(squeezed(p.text) for p in spoken)))
    return found


def _texts(shapes: Any) -> Iterator[list[str]]:
    for shape in shapes:
        assert isinstance(shape, BaseShape)
        if isinstance(shape, GroupShape):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame:
            yield [squeezed(p.text) for p in shape.text_frame.paragraphs]
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield [squeezed(cell.text) for cell in row.cells]
