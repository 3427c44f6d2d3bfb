"""The structure tree: elements by their way from the root, made on first use, in reading order."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .boxes import Path, Step


class Artifact(Enum):
    """What is no content: decoration, and the furniture of pages (ISO 32000-1, 14.8.2.2)."""

    PLAIN = ""
    HEAD = "/Type /Pagination /Subtype /Header"
    FOOT = "/Type /Pagination /Subtype /Footer"


@dataclass(slots=True)
class Marked:
    """Marked content on a page, which is called as ReportLab calls it."""

    page: str
    number: int


@dataclass(slots=True)
class Linked:
    """An annotation on a page, both called as ReportLab calls them."""

    page: str
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. `attributes` are text entries (Alt, Lang, ID); `layout` its attribute object.

    `leads`: the anchor that it refers to.
    """

    name: str
    parent: "Element | None" = None
    kids: "list[Element | Marked | Linked]" = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    known: "dict[tuple[str, str], Element]" = field(default_factory=dict)
    leads: str | None = None

    def sub(self, name: str, key: str, **attributes: str) -> "Element":
        """Return the child of a type and key, made where there is none; a new one stands last."""
        found = self.known.get((name, key))
        if found is None:
            found = self.known[name, key] = Element(name, self, attributes=dict(attributes))
            self.kids.append(found)
        return found


class Tree:
    """The elements of one document. A heading opens a section, which holds what is new from there to the next."""

    def __init__(self) -> None:
        self.root = self._chapter = self._section = Element("Document")
        self._tops: dict[Step, Element] = {}

    def at(self, path: Path) -> Element:
        """Return the element at the end of a way, made with its parents where they are not there."""
        first, *rest = path
        found = self._tops.get(first)
        if found is None:
            found = self._tops[first] = self._top(*first)
        for name, key in rest:
            found = found.sub(name, key)
            if name == "TH" and not found.layout:
                found.layout = {"O": "Table", "Scope": "Column" if path[-2][1] == "head" else "Row"}
        return found

    def _top(self, name: str, key: str) -> Element:
        """Return a new element that stands in no other but a section."""
        match name:
            case "H2":
                self._chapter = self._section = self.root.sub("Sect", key)
            case "H3":
                self._section = self._chapter.sub("Sect", key)
            case "Sect":
                self._chapter = self._section = self.root.sub(name, key)
                return self._section
        found = self._section.sub(name, key)
        match name:
            case "Note":
                found.attributes["ID"] = key
            case "L":
                found.layout = {"O": "List", "ListNumbering": _numbering(key)}
        return found


def _numbering(key: str) -> str:
    """Return what stands before a list's entries (ISO 32000-1, table 347)."""
    match key:
        case "judgements" | "notes":
            return "Decimal"
        case "watch" | "references":
            return "None"
        case _:
            return "Disc"
