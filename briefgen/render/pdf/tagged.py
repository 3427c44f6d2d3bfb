"""A canvas that tags all that is drawn: marked content, links in the structure, the tree written with the file.

Every mark belongs to an element or is an artifact; there is no third way to draw. Follows ISO 32000-1, 14.6-14.8,
and ISO 14289-1 (PDF/UA-1).
"""

import datetime as dt
from functools import partial
from sys import intern
from typing import Any, BinaryIO

from ...model.spec import Standard
from . import defects, packed
from .named import Named, named
from .seam import Canvas, pdfdoc
from .structure import Artifact, Element, Linked, Marked, Tree
from .treefile import Objects

PRINTED = 4
"""The annotation flag that PDF/A asks for."""
STRUCTURE = "briefgen.structure"
"""The name under which ReportLab finds the number of the tree's root."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """ReportLab's canvas, drawn on only through `mark` and `link`."""

    def __init__(
        self,
        stream: BinaryIO,
        *,
        size: tuple[float, float],
        language: str,
        face: str,
        moment: dt.datetime,
        standard: Standard = Standard.UA_1,
    ) -> None:
        defects.mend()
        self.standard = standard
        self._places: dict[str, Element] = {}
        self._waiting: list[str] = []
        self.tree = Tree()
        self._marked: list[Element] = []
        self._open: Element | Artifact | None = None
        self._parents: list[Element | list[Element]] = []
        super().__init__(
            stream,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(2, 0) if standard is Standard.UA_2 else (1, 7),
            initialFontName=face,
            lang=language,
        )
        self._doc.briefgen_lawful = True
        stamp = self._doc._timeStamp
        stamp.YMDhms = moment.timetuple()[:6]
        stamp.dhh = stamp.dmm = 0

    @property
    def _page(self) -> str:
        """Return the name under which ReportLab keeps the page."""
        return intern(self._doc.thisPageName())

    @property
    def document(self) -> Any:
        """Return ReportLab's document, which fonts need to be split into subsets."""
        return self._doc

    def mark(self, owner: Element | Artifact, code: str) -> None:
        """Draw operators as part of an element, or as an artifact; neighbours of one owner are one sequence."""
        if self._open is owner and self._code and self._code[-1] == "EMC":
            self._code[-1] = code
        else:
            self._code += [self._begin(owner), code]
            self._open = owner
        self._code.append("EMC")

    def _begin(self, owner: Element | Artifact) -> str:
        if isinstance(owner, Artifact):
            return f"/Artifact <<{owner.value}>> BDC" if owner.value else "/Artifact BMC"
        number = len(self._marked)
        self._marked.append(owner)
        owner.kids.append(Marked(self._page, number))
        self._places |= dict.fromkeys(self._waiting, owner)
        self._waiting.clear()
        return f"/{owner.name} <</MCID {number}>> BDC"

    def link(
        self,
        element: Element,
        box: tuple[float, float, float, float],
        words: str,
        *,
        anchor: str | None = None,
        address: str | None = None,
    ) -> None:
        """Make a rectangle a link to an anchor or a web address; `words` say where it leads."""
        entries = self._pointed(box, anchor, address)
        entries |= {"Contents": pdfdoc.PDFString(words), "StructParent": len(self._parents)}
        if anchor is not None and element.parent is not None and element.parent.name == "Reference":
            element.parent.leads = anchor
        self._addAnnotation(pdfdoc.PDFDictionary(entries))
        self._parents.append(element)
        element.kids.append(Linked(self._page, self._annotationrefs[-1].name))

    def _pointed(
        self, box: tuple[float, float, float, float], anchor: str | None, address: str | None
    ) -> dict[str, Any]:
        """Return what an annotation needs to lead from a rectangle to an anchor or a web address."""
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(v, 2) for v in box]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": PRINTED,
        }
        if anchor is not None:
            return entries | {"Dest": self._bookmarkReference(anchor)}
        action = {"Type": pdfdoc.PDFName("Action"), "S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)}
        return entries | {"A": pdfdoc.PDFDictionary(action)}

    def anchor(self, name: str, x: float, y: float, element: Element | None = None) -> None:
        """Name a place on the page, for links and bookmarks: that of an element, by default of the next drawn."""
        if element is None:
            self._waiting.append(name)
        else:
            self._places[name] = element
        self.bookmarkPage(name, fit="XYZ", left=round(x, 2), top=round(y, 2), zoom=0)

    def use(self, form: str) -> str:
        """Return the operator that draws a form, which becomes one of the page's resources."""
        self._formsinuse.append(form)
        return f"/{self._doc.getXObjectName(form)} Do"

    # What follows overrides ReportLab.

    def _bookmarkReference(self, name: str) -> Any:  # noqa: N802
        if self.standard is Standard.UA_1:
            return super()._bookmarkReference(name)
        return self._destinations.setdefault(name, Named(name))

    def endForm(self, **extra: Any) -> None:  # noqa: N802
        """Close a form with the graphics states it sets among its resources (defect 3)."""
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        states = self._extgstate.getState()
        if states:
            resources.ExtGState = states
        if self._formsinuse:
            resources.XObject = self._doc.xobjDict(self._formsinuse)
        super().endForm(Resources=resources, **extra)

    def showPage(self) -> None:  # noqa: N802
        """Close the page."""
        super().showPage()
        self._marked, self._open = [], None

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)
        if isinstance(page, pdfdoc.PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.Tabs = pdfdoc.PDFName("S")
            if self._marked:
                page.StructParents = len(self._parents)
                self._parents.append(self._marked)

    def save(self) -> None:
        """Write the file, the structure tree with it."""
        if self._code:
            self.showPage()
        catalog = self._doc.Catalog
        first, second = self._doc.objectcounter + 1, self.standard is Standard.UA_2
        tree = Objects(self._doc, self.tree, self._parents, first, self._places if second else None)
        self._doc.objectcounter += len(tree.bodies)
        self._doc.idToObjectNumberAndVersion[STRUCTURE] = (tree.first, 0)
        self._doc.format = partial(packed.file, self._doc, tree.bodies, informed=not second)
        if second:
            carried = getattr(catalog, "Names", None)
            catalog.Names = pdfdoc.PDFDictionary(carried.dict if isinstance(carried, pdfdoc.PDFDictionary) else {})
            catalog.Names["Dests"] = named(self._doc, self._destinations.values(), tree)
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference(STRUCTURE)
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "PageLabels"]
        plain = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("D")})  # as they are printed: 1, 2, 3
        catalog.PageLabels = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray([0, plain])})
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        super().save()
