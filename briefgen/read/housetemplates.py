"""The parts of a house's .pptx -> House: layouts with their placeholders, what these inherit, and the colours."""

import colorsys
from collections import Counter
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from ..model.housetemplate import Drawn, House, HouseLayout, Master, Place, Rect
from .packages import PackageError, Parts, R

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700
PLAIN = 18.0
"""The size of text where nothing says it."""
NO_INDEX = 4294967295
"""What programs write for a placeholder that belongs to nothing; no slide can refer to it."""
STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "ftr": "otherStyle", "sldNum": "otherStyle"}
MASTERS = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "chart": "body", "tbl": "body", "pic": "body"}
"""The kinds of a master's placeholders from which others take what they do not say."""
FORMS = (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm")
BOXES = ("rect", "roundRect")
"""Forms that fill their box, so that its colour is the ground of all in it."""
WIDEST, NARROWEST = 2000.0, 600.0
"""Points: the widths that a slide may have."""
SQUAREST, FLATTEST = 1.25, 2.4
"""The shapes that a slide may have, as width by height."""
SLIDE_NAMES = ("tx1", "bg1", "tx2", "bg2", *(f"accent{n}" for n in range(1, 7)))
NAMED = {"windowText": "000000", "window": "FFFFFF", "black": "000000", "white": "FFFFFF"}


def house(data: bytes, file: str, sha256: str) -> House:
    """Return what a template holds; raises PackageError for what cannot be used."""
    parts = Parts(data)
    main = parts.xml(parts.main)
    width, height = _size(main)
    targets = parts.targets(parts.main)
    ids = [one.get(f"{R}id", "") for one in main.findall(f"{P}sldMasterIdLst/{P}sldMasterId")]
    masters = [targets[i][1] for i in ids if i in targets]
    samples = [targets[i][1] for i in (s.get(f"{R}id", "") for s in main.iter(f"{P}sldId")) if i in targets]
    used = [parts.related(one, "slideLayout") for one in samples]
    layouts = [one for n, name in enumerate(masters) for one in _layouts(parts, name, n, used)]
    loose = b"LibreOffice" in parts.files.get("docProps/app.xml", b"")
    if loose:
        layouts = [
            _as_used(one, [parts.xml(s) for s, of in zip(samples, used, strict=True) if of == one.part])
            for one in layouts
        ]
    if not layouts:
        hint = "save it from PowerPoint with a slide master and its layouts"
        raise PackageError("BG733", "the template has no layouts", hint)
    looks = tuple(_look(parts, one) for one in masters)
    return House(
        file=file,
        sha256=sha256,
        width=width,
        height=height,
        scheme=looks[0].scheme,
        head=looks[0].head,
        body=looks[0].body,
        layouts=tuple(layouts),
        data=parts.opened_as_presentation() or data,
        slides=len(samples),
        loose=loose,
        masters=looks,
    )


def _look(parts: Parts, master: str) -> Master:
    """Return the scheme and the fonts of a master's theme."""
    fonts, inks = parts.xml(parts.related(master, "theme")).find(f".//{A}fontScheme"), _inks(parts, master)
    head, body = (_font(fonts, one) for one in ("majorFont", "minorFont"))
    return Master(scheme={name: inks[name] for name in SLIDE_NAMES if name in inks}, head=head, body=body)


def _size(main: Element) -> tuple[float, float]:
    found = main.find(f"{P}sldSz")
    wide, tall = (int(found.get(k, "0")) / EMU if found is not None else 0.0 for k in ("cx", "cy"))
    if not (NARROWEST <= wide <= WIDEST and SQUAREST * tall <= wide <= FLATTEST * tall):
        hint = "use slides wider than high, such as 13.333 x 7.5, 10 x 7.5 or 10 x 5.625 inches"
        raise PackageError("BG733", f"slides of {wide / 72:.1f} x {tall / 72:.1f} inches cannot be used", hint)
    return wide, tall


def _font(fonts: Element | None, which: str) -> str:
    latin = fonts.find(f"{A}{which}/{A}latin") if fonts is not None else None
    return (latin.get("typeface", "") if latin is not None else "") or "Calibri"


def _inks(parts: Parts, master: str) -> dict[str, str]:
    """Return the colours of a master by all names by which it and its slides call them."""
    scheme = parts.xml(parts.related(master, "theme")).find(f".//{A}clrScheme")
    found: dict[str, str] = {}
    for one in scheme if scheme is not None else ():
        value = _said(one[0]) if len(one) else ""
        if len(value) == 6:
            found[one.tag.removeprefix(A)] = value.upper()
    names = parts.xml(master).find(f"{P}clrMap")
    mapped = dict(names.attrib) if names is not None else {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
    return found | {name: found[place] for name, place in mapped.items() if place in found}


def _layouts(parts: Parts, master: str, number: int, used: list[str]) -> list[HouseLayout]:
    root, targets, inks = parts.xml(master), parts.targets(master), _inks(parts, master)
    ids = [one.get(f"{R}id", "") for one in root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
    counts = Counter(used)
    found = []
    for part in (targets[i][1] for i in ids if i in targets):
        own = parts.xml(part)
        case = own.find(f"{P}cSld")
        shown = (own,) if own.get("showMasterSp") == "0" else (root, own)
        grounds = (_ground(one, inks) for one in (own, root) if one.find(f"{P}cSld/{P}bg") is not None)
        found.append(
            HouseLayout(
                name=case.get("name", "") if case is not None else "",
                kind=own.get("type", ""),
                part=part,
                master=number,
                places=_places(own, root, inks),
                ground=next(grounds, inks.get("bg1")),
                drawn=tuple(drawn for one in shown for drawn in _drawn(one, inks)),
                used=counts[part],
                first=bool(used) and used[0] == part,
                numbered=any(_numbers(one) for one in shown),
            )
        )
    return found


def _places(layout: Element, master: Element, inks: dict[str, str]) -> tuple[Place, ...]:
    found: list[Place] = []
    models = {ph.get("type", "obj"): shape for shape, ph in _held(master)}
    for shape, ph in _held(layout):
        kind = ph.get("type", "obj")
        model = models.get(MASTERS.get(kind, kind))
        rect = _rect(shape) or (_rect(model) if model is not None else None)
        if rect is None:
            continue
        named = STYLES.get(kind, "bodyStyle")
        lists = (shape.find(f"{P}txBody/{A}lstStyle"), _listed(model), master.find(f"{P}txStyles/{P}{named}"))
        levels = [one for each in lists if each is not None and (one := each.find(f"{A}lvl1pPr")) is not None]
        runs = [one for level in levels if (one := level.find(f"{A}defRPr")) is not None]
        bodies = [b for s in (shape, model) if s is not None and (b := s.find(f"{P}txBody/{A}bodyPr")) is not None]
        index = int(ph.get("idx", "0"))
        properties = next(shape.iter(f"{P}cNvPr"), None)
        found.append(
            Place(
                kind=kind,
                index=None if ph.get("idx") is None else index,
                name=properties.get("name", "") if properties is not None else "",
                box=rect,
                size=int(_first(runs, "sz") or PLAIN * 100) / 100,
                colour=next((c for run in runs if (c := _colour(run.find(f"{A}solidFill"), inks))), inks.get("tx1")),
                # text whose box is centred is meant to be: its lines are then centred too
                align="ctr" if _first(bodies, "anchorCtr") == "1" else _first(levels, "algn") or "l",
                anchor=_first(bodies, "anchor") or "t",
                caps=_first(runs, "cap") == "all",
                bold=_first(runs, "b") in ("1", "true"),
            )
        )
    known = Counter((p.kind, p.index) for p in found)
    return tuple(replace(p, alone=known[p.kind, p.index] == 1 and p.index != NO_INDEX) for p in found)


def _as_used(layout: HouseLayout, samples: list[Element]) -> HouseLayout:
    """Return a layout with its placeholders where a sample slide has them.

    LibreOffice writes one geometry into all layouts of a file; where things stand is said by its slides alone.
    """
    said: dict[str, list[Rect]] = {}
    for shape, ph in _held(samples[0]) if samples else ():
        if rect := _rect(shape):
            said.setdefault(ph.get("type", "obj"), []).append(rect)
    places = (replace(p, box=said[p.kind].pop(0)) if said.get(p.kind) else p for p in layout.places)
    return replace(layout, places=tuple(places))


def _held(root: Element) -> list[tuple[Element, Element]]:
    """Return the placeholders of a part, and what says which they are."""
    shapes = (s for s in root.iter() if s.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame"))
    return [(s, ph) for s in shapes if (ph := next(s.iter(f"{P}ph"), None)) is not None]


def _listed(shape: Element | None) -> Element | None:
    return shape.find(f"{P}txBody/{A}lstStyle") if shape is not None else None


def _first(elements: list[Element], key: str) -> str | None:
    return next((value for one in elements if (value := one.get(key))), None)


def _rect(shape: Element) -> Rect | None:
    form = next((one for path in FORMS if (one := shape.find(path)) is not None), None)
    off, ext = (form.find(f"{A}off"), form.find(f"{A}ext")) if form is not None else (None, None)
    if off is None or ext is None:
        return None
    x, y, w, h = (int(one.get(k, "0")) / EMU for one, k in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    return x, y, w, h


def _drawn(root: Element, inks: dict[str, str]) -> list[Drawn]:
    """Return what a part draws beside its placeholders; only areas of one colour have one."""
    tree = root.find(f"{P}cSld/{P}spTree")
    found = []
    for shape in tree if tree is not None else ():
        rect = _rect(shape) if next(shape.iter(f"{P}ph"), None) is None else None
        form = shape.find(f"{P}spPr/{A}prstGeom")
        whole = form is not None and form.get("prst") in BOXES
        fill = _colour(shape.find(f"{P}spPr/{A}solidFill"), inks) if whole else None
        if rect is not None and (shape.tag != f"{P}sp" or shape.find(f"{P}spPr/{A}noFill") is None):
            found.append(Drawn(rect, fill))
    return found


def _numbers(root: Element) -> bool:
    """Tell whether a part draws the slide's number in a shape that is no placeholder."""
    shapes = (s for s in root.iter(f"{P}sp") if next(s.iter(f"{P}ph"), None) is None)
    return any(one.get("type") == "slidenum" for s in shapes for one in s.iter(f"{A}fld"))


def _ground(root: Element, inks: dict[str, str]) -> str | None:
    """Return the colour of a part's background, None where it is not plain."""
    own = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill")
    if own is not None:
        return _colour(own, inks)
    named = root.find(f"{P}cSld/{P}bg/{P}bgRef")
    return _colour(named, inks) if named is not None and named.get("idx") == "1001" else None


def _said(colour: Element) -> str:
    """Return the value of a colour that is not the scheme's."""
    value: str = colour.get("lastClr", "") or colour.get("val", "")
    return NAMED.get(value, value)


def _colour(fill: Element | None, inks: dict[str, str]) -> str | None:
    """Return the colour of a fill as "RRGGBB", None where there is none that can be told."""
    if fill is None or not len(fill):
        return None
    one = fill[0]
    value = inks.get(one.get("val", ""), "") if one.tag == f"{A}schemeClr" else _said(one)
    if len(value) != 6:
        return None
    try:
        hue, light, full = colorsys.rgb_to_hls(*(int(value[n : n + 2], 16) / 255 for n in (0, 2, 4)))
    except ValueError:
        return None
    for change in one:
        share = int(change.get("val", "0")) / 100000
        match change.tag.removeprefix(A):
            case "lumMod" | "shade":
                light *= share
            case "lumOff":
                light += share
            case "tint":
                light = 1 - (1 - light) * share
            case "satMod":
                full = min(1.0, full * share)
    rgb = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full)
    return "".join(f"{round(255 * c):02X}" for c in rgb)
