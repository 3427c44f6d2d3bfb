"""Destinations by name that lead to a place and to an element of the structure (ISO 32000-2, 12.3.2.3 and 12.3.2.4)."""

from collections.abc import Iterable
from typing import Any

from .seam import pdfdoc
from .treefile import Objects


class Named(pdfdoc.Destination):  # type: ignore[misc]  # ReportLab is untyped
    """A destination that links and bookmarks call by its name."""

    def format(self, document: Any) -> bytes:
        """Return its name."""
        return bytes(pdfdoc.PDFString(self.name).format(document))

    def place(self, document: Any) -> bytes:
        """Return the page and the place on it."""
        return bytes(super().format(document))


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, document: Any) -> bytes:
        return self.data


def named(doc: Any, places: Iterable[Named], tree: Objects) -> Any:
    """Return the tree of names."""
    pairs = []
    for one in sorted(places, key=lambda place: place.name):
        where = f"/XYZ {one.fmt.left} {one.fmt.top} {one.fmt.zoom}".encode()
        target = b"<< /D %b /SD [%d 0 R %b] >>" % (one.place(doc), tree.led_to(one.name), where)
        pairs.append(b"%b %b" % (one.format(doc), target))
    return doc.Reference(_Raw(b"<< /Names [%b] >>" % b" ".join(pairs)))
