"""The text of a slide -> what cannot be told from its ground: colours resolved through theme, master and layout."""

import colorsys
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .package import A, P, Package

if TYPE_CHECKING:
    from lxml.etree import _Element

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
DEGREE = 60000
WHOLE = 100000
LINE = 88900
"""English Metric Units (7 pt) from the top of a box to the middle of its first line."""

RGB = re.compile("[0-9A-Fa-f]{6}")
PLAIN = "1001"
"""The background of a theme that is one colour; the others are gradients and pictures."""

Rgb = tuple[float, float, float]


class Area(NamedTuple):
    """A rectangle in English Metric Units; without a fill it is a picture, of which nobody knows the colour."""

    left: int
    top: int
    right: int
    bottom: int
    fill: Rgb | None

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Inks:
    """The colours of a package: its scheme, and the names by which slides call it."""

    def __init__(self, package: Package, master: str) -> None:
        """Read the scheme of a slide master."""
        theme = package.xml(next(package.related(master, "theme")))
        scheme = theme.find(f".//{A}clrScheme")
        self._scheme = {
            one.tag.removeprefix(A): one[0].get("lastClr") or one[0].get("val", "")
            for one in (scheme if scheme is not None else ())
            if len(one)
        }
        names = package.xml(master).find(f"{P}clrMap")
        self._names = dict(names.attrib) if names is not None else {}

    def of(self, fill: "_Element | None") -> Rgb | None:
        """Return the colour of a solid fill, or None where there is none."""
        if fill is None or not len(fill):
            return None
        colour = fill[0]
        value = colour.get("lastClr") or colour.get("val", "")
        if colour.tag == f"{A}schemeClr":
            value = self._scheme.get(str(self._names.get(value, value)), "")
        if not RGB.fullmatch(value):
            return None
        return _changed((int(value[:2], 16) / 255, int(value[2:4], 16) / 255, int(value[4:], 16) / 255), colour)


BACKGROUND = f"{P}cSld/{P}bg"


class Ground(NamedTuple):
    """What a layout draws below a slide: its master's colours, the filled shapes, the background (None: no plain one).

    `rows` are the fills of table rows, `models` the layout's placeholders by index and kind.
    """

    master: str
    inks: Inks
    areas: tuple[Area, ...]
    base: Rgb | None
    rows: dict[str, Rgb | None]
    models: "dict[tuple[str | None, str], _Element]"


def ground(package: Package, layout: str) -> Ground | None:
    """Return what slides of a layout stand on; None for a layout without a master."""
    master = next(package.related(layout, "slideMaster"), None)
    if master is None:
        return None
    inks = Inks(package, master)
    parts = [layout] if package.xml(layout).get("showMasterSp") == "0" else [master, layout]
    grounded = (root for part in (layout, master) if (root := package.xml(part)).find(BACKGROUND) is not None)
    top = next(grounded, None)
    return Ground(
        master=master,
        inks=inks,
        areas=tuple(area for part in parts for area in _areas(inks, package.xml(part), placeholders=False)),
        base=_background(inks, top) if top is not None else (1.0, 1.0, 1.0),
        rows=_rows(package, inks),
        models=_models(package.xml(layout)),
    )


def ink_faults(package: Package, name: str, grounds: dict[str, Ground | None]) -> Iterator[str | None]:
    """Yield the texts of a slide whose colour is too near to that of their ground; drawings and charts aside.

    None stands for text on a picture, of which nobody can tell. `grounds` keeps what layouts draw from one slide to
    the next.
    """
    layout = next(package.related(name, "slideLayout"), None)
    if layout is not None and layout not in grounds:
        grounds[layout] = ground(package, layout)
    below = grounds[layout] if layout is not None else None
    if below is None:
        return
    inks, areas = below.inks, list(below.areas)
    own = package.xml(name).find(BACKGROUND) is not None
    base = _background(inks, package.xml(name)) if own else below.base
    tree = package.xml(name).find(f"{P}cSld/{P}spTree")
    for shape in tree if tree is not None else ():
        if shape.tag == f"{P}sp":
            areas += _areas(inks, [shape], placeholders=True)
            yield from _text(package, below, shape, areas, base)
        elif shape.tag == f"{P}graphicFrame":
            yield from _table(below, shape, base)


def _text(
    package: Package, below: Ground, shape: "_Element", areas: list[Area], base: Rgb | None
) -> Iterator[str | None]:
    inks, ph = below.inks, shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    model = below.models.get((ph.get("idx"), ph.get("type", "obj"))) if ph is not None else None
    place = _place(shape) or (_place(model) if model is not None else None)
    style = _styled(shape)
    if style is None and model is not None:
        style = _styled(model)
    if style is None and ph is not None:
        kind = "titleStyle" if ph.get("type") in ("title", "ctrTitle") else "bodyStyle"
        style = package.xml(below.master).find(f"{P}txStyles/{P}{kind}/{A}lvl1pPr/{A}defRPr/{A}solidFill")
    for run in shape.iter(f"{A}r", f"{A}fld"):
        said = (run.findtext(f"{A}t") or "").strip()
        own = inks.of(run.find(f"{A}rPr/{A}solidFill")) or inks.of(style)
        if said and place:
            x, y = place[0] + 1, place[1] + min(LINE, place[3] // 2)
            ground = next((area.fill for area in reversed(areas) if area.holds(x, y)), base)
            if ground is None:
                yield None
            elif own:
                yield from _fault(said, own, ground)


def _rows(package: Package, inks: Inks) -> dict[str, Rgb | None]:
    """Return the fills that a table style gives to rows, by kind."""
    if "ppt/tableStyles.xml" not in package.files:
        return {}
    styled = package.xml("ppt/tableStyles.xml").iter(f"{A}firstRow", f"{A}band2H")
    return {one.tag.removeprefix(A): inks.of(one.find(f"{A}tcStyle/{A}fill/{A}solidFill")) for one in styled}


def _table(below: Ground, frame: "_Element", base: Rgb | None) -> Iterator[str]:
    """Yield the cells whose text cannot be read on the fill of their row, as their style or they themselves give it."""
    inks, fills = below.inks, below.rows
    for n, row in enumerate(frame.iter(f"{A}tr")):
        styled = fills.get("firstRow") if n == 0 else fills.get("band2H") if n % 2 == 0 else None
        for cell in row.iter(f"{A}tc"):
            ground = inks.of(cell.find(f"{A}tcPr/{A}solidFill")) or styled or base
            for run in cell.iter(f"{A}r"):
                own = inks.of(run.find(f"{A}rPr/{A}solidFill"))
                if own and ground:
                    yield from _fault(run.findtext(f"{A}t") or "", own, ground)


def _fault(said: str, own: Rgb, ground: Rgb) -> Iterator[str]:
    light, dark = sorted((_luminance(own), _luminance(ground)), reverse=True)
    ratio = (light + 0.05) / (dark + 0.05)
    if ratio < READABLE:
        yield f"{said[:40]!r} stands out from its ground by {ratio:.1f}, the least is {READABLE:g}"


def _background(inks: Inks, root: "_Element") -> Rgb | None:
    """Return the colour of a part's background, None where it is no plain one."""
    named = root.find(f"{BACKGROUND}/{P}bgRef")
    if named is not None:
        return inks.of(named) if named.get("idx") == PLAIN else None
    return inks.of(root.find(f"{BACKGROUND}/{P}bgPr/{A}solidFill"))


def _areas(inks: Inks, shapes: "_Element | list[_Element]", *, placeholders: bool) -> Iterator[Area]:
    """Yield the filled shapes of a part in the order in which they are drawn."""
    for top in shapes:
        for shape in top.iter(f"{P}sp"):
            filled = inks.of(shape.find(f"{P}spPr/{A}solidFill"))
            place = _place(shape)
            if place and filled and not placeholders and shape.find(f"{P}spPr/{A}custGeom") is not None:
                x, y, w, h = place
                yield Area(x, y, x + w, y + h, None)  # a form that may leave much of its box free
            elif filled and place and (placeholders or shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None):
                x, y, w, h = place
                yield Area(x, y, x + w, y + h, filled)
        for picture in top.iter(f"{P}pic"):
            if place := _place(picture):
                x, y, w, h = place
                yield Area(x, y, x + w, y + h, None)


def _place(shape: "_Element | None") -> tuple[int, int, int, int] | None:
    form = shape.find(f"{P}spPr/{A}xfrm") if shape is not None else None
    off, ext = (form.find(f"{A}off"), form.find(f"{A}ext")) if form is not None else (None, None)
    if off is None or ext is None:
        return None
    return int(off.get("x", "0")), int(off.get("y", "0")), int(ext.get("cx", "0")), int(ext.get("cy", "0"))


def _models(layout: "_Element") -> "dict[tuple[str | None, str], _Element]":
    """Return the placeholders of a layout by what one of a slide refers to them with."""
    found: dict[tuple[str | None, str], _Element] = {}
    for shape in layout.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None:
            found.setdefault((ph.get("idx"), ph.get("type", "obj")), shape)
    return found


def _styled(shape: "_Element") -> "_Element | None":
    return shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")


def _changed(rgb: Rgb, colour: "_Element") -> Rgb:
    """Return a colour after the changes of hue, saturation and luminance that its element asks for."""
    hue, light, full = colorsys.rgb_to_hls(*rgb)
    for change in colour:
        value = int(change.get("val", "0"))
        match change.tag.removeprefix(A):
            case "hueOff":
                hue = (hue + value / DEGREE / 360) % 1
            case "satMod":
                full = min(1.0, full * value / WHOLE)
            case "satOff":
                full = min(1.0, max(0.0, full + value / WHOLE))
            case "lumMod":
                light = min(1.0, light * value / WHOLE)
            case "lumOff":
                light = min(1.0, max(0.0, light + value / WHOLE))
    return colorsys.hls_to_rgb(hue, light, full)


def _luminance(rgb: Rgb) -> float:
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
