"""The text of a slide -> what is set too small, or left to a program to shrink.

A run's size is its own, else its list style's, else its placeholder's on the layout, else the master's.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .package import A, C, P, Package

if TYPE_CHECKING:
    from lxml.etree import _Element

FLOOR = 1400
FLOORS = {"ftr": 1200, "sldNum": 1200, "dt": 1200}
SOURCE_FLOOR = 1100
SOURCE_INDEX, SOURCE_NAME = "13", "Source"
NAMED_FLOORS = {SOURCE_NAME: 1100, "Short title": 1200, "Slide number": 1200}
TALL = 6858000
"""The height of the slides that the floors are made for: smaller ones are shown as large, and so may be their type."""
MARKING_FLOOR = 1200
DECORATION_FLOOR = 1000
"""Least sizes in hundredths of a point: any text, the frame's, the source line's (by its placeholder), markings,
what is marked as decoration.
"""
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def size_faults(package: Package, name: str, marking: re.Pattern[str]) -> Iterator[str]:
    """Yield what is wrong with the sizes of a slide's text, its tables and charts included."""
    root, scale = package.xml(name), _scale(package)
    for shape in root.iter(f"{P}sp"):
        yield from _shape(package, name, shape, marking, scale)
    for cell in root.iter(f"{A}tc"):
        for size in _explicit(cell):
            if size < int(FLOOR * scale):
                yield f"a table's text is set in {size / 100:g} pt"
    for part in package.related(name, "chart"):
        for one in package.xml(part).iter(f"{A}defRPr", f"{A}rPr"):
            if one.get("sz") and int(one.get("sz", "0")) < int(FLOOR * scale):
                yield f"a chart's text is set in {int(one.get('sz', '0')) / 100:g} pt"
        if next(package.xml(part).iter(f"{C}txPr"), None) is None:
            yield "a chart does not say how large its text is"


def _scale(package: Package) -> float:
    """Return the height of slides as a share of that for which the floors are made, at most 1."""
    size = package.xml(next(package.related("", "officeDocument"))).find(f"{P}sldSz")
    return min(1.0, int(size.get("cy", "0")) / TALL) if size is not None else 1.0


def _shape(package: Package, name: str, shape: "_Element", marking: re.Pattern[str], scale: float) -> Iterator[str]:
    body = shape.find(f"{P}txBody")
    if body is None:
        return
    if body.find(f"{A}bodyPr/{A}normAutofit") is not None or body.find(f"{A}bodyPr/{A}spAutoFit") is not None:
        yield "text is left to a program to fit"
    ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    decorative = any(one.get("val") == "1" for one in shape.iter(DECORATIVE))
    words = "".join(t.text or "" for t in body.iter(f"{A}t"))
    floor = DECORATION_FLOOR if decorative else _floor(ph, bool(marking.fullmatch(words)))
    if ph is None or ph.get("type") not in FLOORS:
        named = next((one.get("name") for one in shape.iter(f"{P}cNvPr")), None)
        floor = min(floor, NAMED_FLOORS.get(named or "", floor))
    floor = int(floor * scale)
    inherited: int | None = None
    for run in body.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        size = int(properties.get("sz", "0")) if properties is not None else 0
        if not size:
            if inherited is None:
                inherited = _inherited(package, name, shape, ph)
            size = inherited
        if size < floor:
            text = run.findtext(f"{A}t") or ""
            yield f"{text[:40]!r} is set in {size / 100:g} pt, the least is {floor / 100:g}"


def _floor(ph: "_Element | None", marks: bool) -> int:
    if ph is None:
        return MARKING_FLOOR if marks else FLOOR
    if ph.get("idx") == SOURCE_INDEX and ph.get("type") == "body":
        return SOURCE_FLOOR
    return FLOORS.get(ph.get("type", "body"), FLOOR)


def _inherited(package: Package, name: str, shape: "_Element", ph: "_Element | None") -> int:
    """Return the size that a shape's text has where its runs name none; 0 where nothing says it."""
    own = _level(shape.find(f"{P}txBody/{A}lstStyle"))
    if own or ph is None:
        return own
    layout = next(package.related(name, "slideLayout"), None)
    if layout is None:
        return 0
    kind, index = ph.get("type", "obj"), ph.get("idx")
    for other in package.xml(layout).iter(f"{P}sp"):
        same = other.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if same is not None and same.get("idx") == index and same.get("type", "obj") == kind:
            found = _level(other.find(f"{P}txBody/{A}lstStyle"))
            if found:
                return found
    master = next(package.related(layout, "slideMaster"), None)
    if master is None:
        return 0
    style = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "obj": "bodyStyle"}.get(kind)
    return _level(package.xml(master).find(f"{P}txStyles/{P}{style or 'otherStyle'}"))


def _level(style: "_Element | None") -> int:
    """Return the size of a list style's first level; 0 where it has none."""
    if style is None:
        return 0
    properties = style.find(f"{A}lvl1pPr/{A}defRPr")
    return int(properties.get("sz", "0")) if properties is not None else 0


def _explicit(part: "_Element") -> Iterator[int]:
    for run in part.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        yield int(properties.get("sz", "0")) if properties is not None else 0
