"""A finished deck -> what is wrong with it. Reads the parts of the package and shares no code with the renderer.

The Open XML SDK finds what the schema forbids; these are the rules that it lets pass: ids and titles that occur
twice, placeholders left empty, pictures without words, markings missing, text under the floor or too near to the
colour of its ground, charts whose cache and workbook differ.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Severity
from .package import TYPES, A, P, Package
from .pptxchart import chart_faults
from .pptxink import Ground, ink_faults
from .pptxtext import DECORATIVE, size_faults

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKING = re.compile(r"TLP:(RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)")
SHAPES = tuple(f"{P}{kind}" for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"))
EDGE = 6350
"""English Metric Units (half a point) by which a shape may pass the slide's edge."""


def check(data: bytes, *, marking: str | None = None) -> tuple[Diagnostic, ...]:
    """Return all findings about a deck, slide by slide; `marking` is what it should have."""
    try:
        return tuple(_findings(Package(data), re.compile(re.escape(marking)) if marking else MARKING))
    except (zipfile.BadZipFile, SyntaxError) as error:  # lxml's own error is a SyntaxError
        return (wrong("BG851", f"the deck cannot be read: {error}"),)


def wrong(code: str, message: str) -> Diagnostic:
    """Return a finding; whatever is found here is our fault."""
    return Diagnostic(code=code, message=message, hint="this is a fault of briefgen, not of the report: please tell us")


def _findings(package: Package, marking: re.Pattern[str]) -> Iterator[Diagnostic]:
    broken = list(_package(package))
    yield from broken
    if broken:
        return
    titles: list[str] = []
    marks: list[tuple[str | None, str | None]] = []
    grounds: dict[str, Ground | None] = {}
    pictured: list[int] = []
    for number, name in enumerate(package.slides, 1):
        where = f"slide {number}"
        yield from _ids(package, name, where)
        yield from _placeholders(package, name, where)
        yield from _words(package, name, where)
        yield from _edges(package, name, where)
        for message in size_faults(package, name, marking):
            yield wrong("BG858", f"{where}: {message}")
        inks = tuple(ink_faults(package, name, grounds))
        for message in filter(None, inks):
            yield Diagnostic(code="BG861", message=f"{where}: {message}", hint="change the colours of the theme")
        pictured += [number] if None in inks else []
        for part in package.related(name, "chart"):
            for code, message in chart_faults(package, part):
                yield wrong(code, f"{where}: {message}")
        titles.append(_title(package, name))
        marks.append(_marking(package, name, marking))
    if pictured:
        yield _on_pictures(pictured)
    yield from _titles(titles)
    yield from _markings(marks)
    if marking is not MARKING and not any(mark for pair in marks for mark in pair):
        yield wrong("BG857", f"no slide bears the marking {marking.pattern}")


def _on_pictures(slides: list[int]) -> Diagnostic:
    """Return a warning of slides whose text stands on a picture or a free form of the house's template."""
    named = f"slide {slides[0]}" if len(slides) == 1 else f"{len(slides)} slides, from slide {slides[0]} on,"
    return Diagnostic(
        code="BG862",
        message=f"text of {named} stands on a picture or drawing of the template: whether it can be read is not known",
        severity=Severity.WARNING,
        hint="look at it, or name a plainer layout by `template.layouts` in the theme",
    )


def _package(package: Package) -> Iterator[Diagnostic]:
    """Yield relationships that lead nowhere, parts without a content type, and an empty deck."""
    root = package.xml("[Content_Types].xml") if "[Content_Types].xml" in package.files else None
    if root is None:
        yield wrong("BG851", "the deck has no content types")
        return
    named = {one.get("PartName", "")[1:] for one in root.iter(f"{TYPES}Override")}
    endings = {one.get("Extension", "") for one in root.iter(f"{TYPES}Default")}
    for name in sorted(package.files):
        known = name in named or name.rpartition(".")[2] in endings
        if name.startswith(("ppt/", "docProps/")) and name.endswith(".xml"):
            known = name in named  # the general type of XML is not one that programs open
        if name != "[Content_Types].xml" and not known:
            yield wrong("BG851", f"part {name} has no content type")
    sources = ["", *(n for n in sorted(package.files) if not n.endswith(".rels"))]
    for name in sources:
        for kind, path in package.relations(name).values():
            if path is not None and path not in package.files:
                yield wrong("BG851", f"{name or 'the package'} is related to a part that is not there: {kind} {path}")
    if not package.slides:
        yield wrong("BG851", "the deck has no slides")


def _ids(package: Package, name: str, where: str) -> Iterator[Diagnostic]:
    found = list(package.xml(name).iter(f"{P}cNvPr"))
    for attribute, what in (("id", "id"), ("name", "name")):
        counts = Counter(one.get(attribute) for one in found if one.get(attribute))
        for value in sorted(v for v, count in counts.items() if count > 1):
            yield wrong("BG852", f"{where}: several shapes have the {what} {value!r}")


def _placeholders(package: Package, name: str, where: str) -> Iterator[Diagnostic]:
    for shape in package.xml(name).iter(f"{P}sp"):
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
            text = "".join(t.text or "" for t in shape.iter(f"{A}t"))
            if not text.strip():
                yield wrong("BG853", f"{where}: placeholder {_named(shape)!r} is empty")


def _words(package: Package, name: str, where: str) -> Iterator[Diagnostic]:
    """Yield pictures, charts, tables and outer groups that say nothing to a reader who cannot see them."""
    tree = package.xml(name).find(f"{P}cSld/{P}spTree")
    for shape in tree if tree is not None else ():
        properties = _properties(shape)
        if properties is None or shape.tag not in (f"{P}pic", f"{P}graphicFrame", f"{P}grpSp"):
            continue
        decorative = any(one.get("val") == "1" for one in properties.iter(DECORATIVE))
        if not (properties.get("descr") or "").strip() and not decorative:
            yield wrong("BG854", f"{where}: {_named(shape)!r} has no alternative text")


def _edges(package: Package, name: str, where: str) -> Iterator[Diagnostic]:
    main = next(package.related("", "officeDocument"))
    size = package.xml(main).find(f"{P}sldSz")
    if size is None:
        return
    width, height = int(size.get("cx", "0")), int(size.get("cy", "0"))
    for shape in package.xml(name).iter(SHAPES):
        place = next(shape.iter(f"{A}xfrm", f"{P}xfrm"), None)
        if place is None or place.get("rot"):
            continue
        off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
        if off is None or ext is None:
            continue
        x, y = int(off.get("x", "0")), int(off.get("y", "0"))
        right, bottom = x + int(ext.get("cx", "0")), y + int(ext.get("cy", "0"))
        if min(x, y) < -EDGE or right > width + EDGE or bottom > height + EDGE:
            yield wrong("BG859", f"{where}: {_named(shape)!r} stands beyond the slide's edge")


def _title(package: Package, name: str) -> str:
    for shape in package.xml(name).iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None and ph.get("type") in ("title", "ctrTitle"):
            return "".join(t.text or "" for t in shape.iter(f"{A}t")).strip()
    return ""


def _titles(titles: list[str]) -> Iterator[Diagnostic]:
    for number, title in enumerate(titles, 1):
        if not title:
            yield wrong("BG856", f"slide {number} has no title")
        elif title in titles[: number - 1]:
            yield wrong("BG856", f"slide {number} has the title of slide {titles.index(title) + 1}: {title!r}")


def _marking(package: Package, name: str, marking: re.Pattern[str]) -> tuple[str | None, str | None]:
    """Return the handling mark in a slide's upper and in its lower half."""
    found: dict[bool, str] = {}
    main = next(package.related("", "officeDocument"))
    size = package.xml(main).find(f"{P}sldSz")
    middle = int(size.get("cy", "0")) // 2 if size is not None else 0
    for shape in package.xml(name).iter(f"{P}sp"):
        text = "".join(t.text or "" for t in shape.iter(f"{A}t")).strip()
        off = shape.find(f"{P}spPr/{A}xfrm/{A}off")
        if off is not None and marking.fullmatch(text):
            found.setdefault(int(off.get("y", "0")) < middle, text)
    return found.get(True), found.get(False)


def _markings(marks: list[tuple[str | None, str | None]]) -> Iterator[Diagnostic]:
    """Yield slides that lack a mark that others carry, or carry another."""
    counts = Counter(mark for pair in marks for mark in pair if mark)
    if not counts:
        return
    expected = min(counts, key=lambda mark: (-counts[mark], mark))
    for number, (top, foot) in enumerate(marks, 1):
        for mark, where in ((top, "head"), (foot, "foot")):
            if mark != expected:
                yield wrong("BG857", f"slide {number}: the {where} says {mark or 'nothing'} instead of {expected}")


def _properties(shape: "_Element") -> "_Element | None":
    return next((one[0] for one in shape if one.tag.endswith("Pr") and len(one) and one[0].tag == f"{P}cNvPr"), None)


def _named(shape: "_Element") -> str:
    properties = _properties(shape)
    return "" if properties is None else properties.get("name", "")
