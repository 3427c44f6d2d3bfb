"""A stand-in for the canvas that tags: the same marks, no structure. It is for comparison, no way to build."""

from collections.abc import Callable
from functools import partial
from typing import Any

from briefgen.render.pdf import packed
from briefgen.render.pdf.seam import Canvas, pdfdoc
from briefgen.render.pdf.structure import Artifact, Element
from briefgen.render.pdf.tagged import TaggedCanvas


class Nowhere(Element):
    """An element that is its own child: nothing is built below it."""

    def sub(self, name: str, key: str, **attributes: str) -> "Nowhere":
        """Return itself."""
        return self


class NoTree:
    """A tree with nothing in it."""

    def __init__(self) -> None:
        self.root = Nowhere("Document")

    def at(self, path: object) -> Nowhere:
        """Return its one element."""
        return self.root


class UntaggedCanvas(TaggedCanvas):
    """A canvas that draws marks and links as they come."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.tree = NoTree()  # type: ignore[assignment]

    def mark(self, owner: Element | Artifact, code: str) -> None:
        """Draw operators."""
        self._code.append(code)

    def link(
        self,
        element: Element,
        box: tuple[float, float, float, float],
        words: str,
        *,
        anchor: str | None = None,
        address: str | None = None,
    ) -> None:
        """Make a rectangle a link."""
        self._addAnnotation(pdfdoc.PDFDictionary(self._pointed(box, anchor, address)))

    _setAnnotations: Callable[..., None] = Canvas._setAnnotations  # noqa: N815  # ReportLab's name

    def save(self) -> None:
        """Write the file without a tree."""
        self._doc.format = partial(packed.file, self._doc, {})
        Canvas.save(self)
