"""The structure tree -> objects of the file (ISO 32000-1, 14.7.2-14.7.4).

They are written here and not as ReportLab's dictionaries, which take several times as long and as much memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .seam import number, pdfdoc
from .structure import Element, Linked, Marked, Tree

Parents = Sequence[Element | list[Element]]
"""What each page's marked contents, or each link, belong to: by the number that the page or the link names."""

SPACE = "http://iso.org/pdf2/ssn"
SECOND = {"Note": "FENote", "Div": "Sect"}
"""Types that are called otherwise in PDF/UA-2; its captions may not stand in a Div."""
OWN = ("Document", "FENote")
"""Types that it takes from PDF 2.0; all others are those of PDF 1.7."""
INLINE = ("Link", "Reference", "Span", "Quote", "Lbl")


class Objects:
    """The objects of one tree, `bodies` by their numbers from `first` on: the root, elements, the lists of pages.

    With `places`, the element that each anchor leads to, it is a tree of PDF/UA-2 (ISO 14289-2).
    """

    def __init__(
        self, doc: Any, tree: Tree, parents: Parents, first: int, places: Mapping[str, Element] | None
    ) -> None:
        self._doc, self._parents, self._second = doc, parents, places is not None
        self._targets = places or {}
        self._numbers = {one: n for n, one in enumerate(_below(tree.root), first + 1)}
        self._space = first + len(self._numbers) + 1
        self._calls: dict[Element, list[Element]] = {}
        for one in self._numbers if self._second else ():
            if one.leads is not None:
                self._calls.setdefault(_whole(self._targets[one.leads]), []).append(one)
        self.first, self.bodies = first, {n: self._element(one, first) for one, n in self._numbers.items()}
        entries = [b"/Type /StructTreeRoot /K [%d 0 R]" % (first + 1), b"/ParentTreeNextKey %d" % len(parents)]
        if self._second:
            self.bodies[self._space] = b"<< /Type /Namespace /NS (%b) >>" % SPACE.encode()
        entries.append(b"/ParentTree << /Nums [%b] >>" % b" ".join(self._places()))
        if names := b" ".join(self._names()):
            entries.append(b"/IDTree << /Names [%b] >>" % names)
        if self._second:
            entries.append(b"/Namespaces [%d 0 R]" % self._space)
        self.bodies[first] = b"<< %b >>" % b" ".join(entries)

    def led_to(self, anchor: str) -> int:
        """Return the number of the element that an anchor leads to."""
        return self._numbers[_whole(self._targets[anchor])]

    def _element(self, one: Element, root: int) -> bytes:
        page = next((k.page for k in one.kids if not isinstance(k, Element)), None)
        above = root if one.parent is None else self._numbers[one.parent]
        name = SECOND.get(one.name, one.name) if self._second else one.name
        out = [b"<< /Type /StructElem /S /%b /P %d 0 R" % (name.encode(), above)]
        if self._second:
            out += self._of_second(one, name)
        if page is not None:
            out.append(b"/Pg %b" % self._reference(page))
        out.append(b"/K [%b]" % b" ".join([self._kid(k, page) for k in one.kids]))
        if one.layout:
            out.append(b"/A << %b >>" % b" ".join(f"/{k} {_value(v)}".encode() for k, v in one.layout.items()))
        out += [b"/%b %b" % (key.encode(), self._text(value)) for key, value in one.attributes.items()]
        return b" ".join([*out, b">>"])

    def _of_second(self, one: Element, name: str) -> Iterator[bytes]:
        """Yield what an element has in PDF 2.0 alone: its namespace, and the elements that it refers to."""
        if name in OWN:
            yield b"/NS %d 0 R" % self._space
        if one.leads is not None:
            yield b"/Ref [%d 0 R]" % self.led_to(one.leads)
        elif one.name == "Note" and one in self._calls:
            yield b"/Ref [%b]" % b" ".join([b"%d 0 R" % self._numbers[call] for call in self._calls[one]])

    def _kid(self, kid: Element | Marked | Linked, page: str | None) -> bytes:
        """Return an element's kid; content of the element's own page is a plain number."""
        match kid:
            case Element():
                return b"%d 0 R" % self._numbers[kid]
            case Marked() if kid.page == page:
                return b"%d" % kid.number
            case Marked():
                return b"<< /Type /MCR /Pg %b /MCID %d >>" % (self._reference(kid.page), kid.number)
            case Linked():
                places = (self._reference(kid.page), self._reference(kid.annotation))
                return b"<< /Type /OBJR /Pg %b /Obj %b >>" % places

    def _places(self) -> Iterator[bytes]:
        """Yield the entries of the tree of parents; the list of a page is an object of its own."""
        for n, parent in enumerate(self._parents):
            if isinstance(parent, list):
                number = self.first + len(self.bodies) + 1  # the root has its number, and is not yet there
                self.bodies[number] = b"[%b]" % b" ".join([b"%d 0 R" % self._numbers[one] for one in parent])
                yield b"%d %d 0 R" % (n, number)
            else:
                yield b"%d %d 0 R" % (n, self._numbers[parent])

    def _names(self) -> Iterator[bytes]:
        """Yield the entries of the tree of names."""
        named = sorted((one.attributes["ID"], n) for one, n in self._numbers.items() if "ID" in one.attributes)
        yield from (b"%b %d 0 R" % (self._text(name), n) for name, n in named)

    def _reference(self, name: str) -> bytes:
        return b"%d %d R" % self._doc.idToObjectNumberAndVersion[name]

    def _text(self, value: str) -> bytes:
        return bytes(pdfdoc.PDFString(value).format(self._doc))


def _whole(one: Element) -> Element:
    """Return the note that an element is part of, or the paragraph, heading or picture."""
    above: Element | None = one
    while above is not None and above.name != "Note":
        above = above.parent
    if above is not None:
        return above
    while one.name in INLINE and one.parent is not None:
        one = one.parent
    return one


def _below(one: Element) -> Iterator[Element]:
    """Yield an element and all below it, in the order in which they are read."""
    yield one
    for kid in one.kids:
        if isinstance(kid, Element):
            yield from _below(kid)


def _value(value: Any) -> str:
    """Return an attribute's value: a name, a list of numbers, or a number."""
    if isinstance(value, str):
        return f"/{value}"
    return f"[{' '.join(map(number, value))}]" if isinstance(value, (list, tuple)) else number(value)
