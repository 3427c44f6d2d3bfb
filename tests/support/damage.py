"""Ways to break a finished PDF, each in one place: what every judge, and our own preflight, must see."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

Damage = Callable[[pikepdf.Pdf], None]


def changed(data: bytes, change: Damage) -> bytes:
    """Return a file with a change made to its objects."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(out)
    return out.getvalue()


def elements(node: Any) -> Iterator[tuple[str, Any]]:
    """Yield the structure elements below a node with their types, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield str(kid.S)[1:], kid
            yield from elements(kid)


def first(file: pikepdf.Pdf, kind: str) -> Any:
    """Return the first element of a type."""
    return next(e for name, e in elements(file.Root.StructTreeRoot) if name == kind)


def link(file: pikepdf.Pdf) -> Any:
    """Return the first link of the first page."""
    return file.pages[0].obj.Annots[0]


def no_alt(file: pikepdf.Pdf) -> None:
    """Take a figure's alternative text."""
    del first(file, "Figure")["/Alt"]


def no_scope(file: pikepdf.Pdf) -> None:
    """Take what the heads of tables say that they head."""
    for name, element in elements(file.Root.StructTreeRoot):
        if name == "TH":
            del element["/A"]


def no_language(file: pikepdf.Pdf) -> None:
    """Take the document's language."""
    del file.Root["/Lang"]


def heading_gap(file: pikepdf.Pdf) -> None:
    """Let a heading skip two levels."""
    first(file, "H2").S = Name.H4


def no_note_id(file: pikepdf.Pdf) -> None:
    """Take a note's identifier."""
    del first(file, "Note")["/ID"]


def no_contents(file: pikepdf.Pdf) -> None:
    """Take what a link says of where it leads."""
    del link(file)["/Contents"]


def wrong_parent(file: pikepdf.Pdf) -> None:
    """Let a link's place in the structure be that of a paragraph."""
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    place = next(n for n in range(0, len(numbers), 2) if numbers[n] == link(file).StructParent)
    numbers[place + 1] = first(file, "P")


def no_font(file: pikepdf.Pdf) -> None:
    """Take a font's program."""
    font: Any = next(iter(file.pages[0].obj.Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


CONTROLS: dict[str, tuple[Damage, str, str]] = {
    "no Alt": (no_alt, "PDFUA-1", "7.3-1"),
    "no Scope": (no_scope, "PDFUA-1", "7.5-1"),
    "no Lang": (no_language, "PDFUA-1", "7.2-"),
    "heading gap": (heading_gap, "PDFUA-1", "7.4.2-1"),
    "no Note ID": (no_note_id, "PDFUA-1", "7.9-1"),
    "no Contents": (no_contents, "PDFUA-1", "7.18.5-2"),
    "wrong StructParent": (wrong_parent, "PDFUA-1", "7.18.5-1"),
    "missing font": (no_font, "PDFUA-1", "7.21.4.1-1"),
}
"""What is broken, under which of veraPDF's profiles it is found, and by which rule."""
