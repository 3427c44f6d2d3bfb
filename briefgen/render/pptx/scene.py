"""Scene -> one named group of DrawingML shapes: freeforms, lines, text boxes that do not wrap.

Child coordinates are final at every level (chOff = off, chExt = ext), so that ungrouping changes nothing.
"""

import math
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from briefgen.model.base import Value
from briefgen.model.scene import Group, Ink, Label, Mark, Path, Picture, Scene

from .boxes import Box
from .deck import Metrics
from .drawingml import FACES, body, lang
from .geometry import Outline, Place, geometry, outline, straight
from .ids import Ids
from .palette import Palette
from .units import EMU, angle, emu, hundredths, percent

CAPS = {"butt": "flat", "projecting": "sq", "square": "sq", "round": "rnd"}
JOINS = {"miter": '<a:miter lim="1000000"/>', "round": "<a:round/>", "bevel": "<a:bevel/>"}
ALIGN = {"start": "l", "middle": "ctr", "end": "r"}
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
SLACK = 1.03
"""Text boxes are this much wider than measured, so that no program breaks them."""
HEAD = "deck_head"
"""What a drawing calls the face of headlines."""
LEADING_SAME = 0.02
"""How far a leading may differ from the font's own, as a share, before it is written."""

Extent = tuple[int, int, int, int]
Shapes = tuple[str, Extent | None]
Embed = Callable[[bytes], str]
"""Puts a PNG into the package and returns its relationship id."""


class Pen(Value, frozen=True, kw_only=True):
    """How a scene becomes shapes: its place, the scheme's colours, both faces, the slide's free ids."""

    x: Place
    y: Place
    colours: Palette
    head: Metrics
    body: Metrics
    language: str
    ids: Ids
    embed: Embed
    furniture: frozenset[str]
    furniture_language: str


def group(
    scene: Scene,
    box: Box,
    name: str,
    alt: str,
    *,
    colours: Palette,
    metrics: tuple[Metrics, Metrics],
    language: str,
    ids: Ids,
    embed: Embed,
    furniture: tuple[tuple[str, ...], str] = ((), ""),
) -> str:
    """Return a scene as a group at a box's upper left corner; `metrics` are those of head and body.

    `furniture` are the labels that are in another language, and that language.
    """
    pen = Pen(
        x=Place(emu(box.x), EMU),
        y=Place(emu(box.y + scene.height), -EMU),
        colours=colours,
        head=metrics[0],
        body=metrics[1],
        language=language,
        ids=ids,
        embed=embed,
        furniture=frozenset(furniture[0]),
        furniture_language=furniture[1],
    )
    properties = ids.named(name, alt)
    inner, extent = _marks(pen, scene.marks)
    place = (emu(box.x), emu(box.y), emu(box.right), emu(box.y + scene.height))
    return _group(properties, inner, extent or place)


def _marks(pen: Pen, marks: Iterable[Mark]) -> Shapes:
    """Return marks and their common extent."""
    found, extents = [], []
    for mark in marks:
        for text, extent in _mark(pen, mark):
            found.append(text)
            extents.append(extent)
    if not extents:
        return "", None
    left, top, right, bottom = zip(*extents, strict=True)
    return "".join(found), (min(left), min(top), max(right), max(bottom))


def _mark(pen: Pen, mark: Mark) -> list[tuple[str, Extent]]:
    match mark:
        case Group():
            properties = pen.ids.named(mark.name, mark.alt)  # the group's name comes before its members'
            inner, extent = _marks(pen, mark.marks)
            return [(_group(properties, inner, extent), extent)] if extent else []
        case Path():
            return _path(pen, mark)
        case Label():
            return [_label(pen, mark)]
        case Picture():
            return [_picture(pen, mark)]


def _group(properties: str, inner: str, extent: Extent) -> str:
    left, top, right, bottom = extent
    place, size = f'x="{left}" y="{top}"', f'cx="{right - left}" cy="{bottom - top}"'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{properties}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f"<a:off {place}/><a:ext {size}/><a:chOff {place}/><a:chExt {size}/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def _fill(pen: Pen, ink: Ink | None) -> str:
    if ink is None:
        return "<a:noFill/>"
    alpha = f'<a:alpha val="{percent(ink.alpha)}"/>' if ink.alpha < 1 else ""
    return f"<a:solidFill>{pen.colours.colour(ink.rgb, alpha)}</a:solidFill>"


def _stroke(pen: Pen, path: Path) -> str:
    if path.stroke is None or not path.width:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = list(path.dash) * (1 + len(path.dash) % 2)
    pairs = zip(dashes[::2], dashes[1::2], strict=True)
    pattern = "".join(f'<a:ds d="{percent(on / path.width)}" sp="{percent(off / path.width)}"/>' for on, off in pairs)
    custom = f"<a:custDash>{pattern}</a:custDash>" if pattern else ""
    return (
        f'<a:ln w="{max(1, emu(path.width))}" cap="{CAPS[path.cap]}">'
        f"{_fill(pen, path.stroke)}{custom}{JOINS[path.join]}</a:ln>"
    )


def _path(pen: Pen, path: Path) -> list[tuple[str, Extent]]:
    """Return a path, and the lines of its hatch as a second shape."""
    found = []
    if path.fill or path.stroke:
        found.append(_shape(pen, path, outline(path.commands, pen.x, pen.y)))
    if path.pattern and path.pattern.lines:
        hatch = Path(
            name=f"{path.name} hatch",
            commands=path.pattern.lines,
            stroke=path.pattern.ink,
            width=path.pattern.width,
        )
        found.append(_shape(pen, hatch, outline(hatch.commands, pen.x, pen.y)))
    return found


def _shape(pen: Pen, path: Path, one: Outline) -> tuple[str, Extent]:
    properties = pen.ids.named(path.name, path.alt)
    stroke = _stroke(pen, path)
    wide, tall = one.right - one.left, one.bottom - one.top
    if straight(one):
        (x0, y0), (x1, y1) = one.points
        flip = (' flipH="1"' if x0 > x1 else "") + (' flipV="1"' if y0 > y1 else "")
        place = f'<a:off x="{one.left}" y="{one.top}"/><a:ext cx="{wide}" cy="{tall}"/>'
        text = (
            f"<p:cxnSp><p:nvCxnSpPr>{properties}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f'<a:xfrm{flip}>{place}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>{stroke}</p:spPr></p:cxnSp>'
        )
        return text, (one.left, one.top, one.right, one.bottom)
    wide, tall = max(wide, 1), max(tall, 1)
    place = f'<a:off x="{one.left}" y="{one.top}"/><a:ext cx="{wide}" cy="{tall}"/>'
    text = (
        f"<p:sp><p:nvSpPr>{properties}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{place}</a:xfrm>"
        f"{geometry(one, filled=path.fill is not None)}{_fill(pen, path.fill)}{stroke}</p:spPr></p:sp>"
    )
    return text, (one.left, one.top, one.left + wide, one.top + tall)


def _label(pen: Pen, label: Label) -> tuple[str, Extent]:
    """Return a label as a text box around its lines, turned about its own centre."""
    face, metrics = ("head", pen.head) if label.font == HEAD else ("body", pen.body)
    lines = label.text.split("\n")
    own = metrics.pitch * label.size
    leading = label.leading or own
    wide, tall = label.width * SLACK, own + leading * (len(lines) - 1)
    # from the anchor on the first baseline to the centre of the box, in the text's own frame
    dx, dy = wide / 2 - SHIFT[label.anchor] * wide, metrics.ascent * label.size - tall / 2
    turn = math.radians(label.angle)
    x = label.x + dx * math.cos(turn) - dy * math.sin(turn)
    y = label.y + dx * math.sin(turn) + dy * math.cos(turn)
    left, top = pen.x(x) - emu(wide) // 2, pen.y(y) - emu(tall) // 2
    right, bottom = left + emu(wide), top + emu(tall)
    rotated = f' rot="{angle(label.angle)}"' if label.angle else ""
    spaced = (
        f'<a:lnSpc><a:spcPct val="{percent(leading / own)}"/></a:lnSpc>'
        if abs(leading / own - 1) > LEADING_SAME
        else ""
    )
    run = _run(pen, label, face)
    breaks = f"<a:br>{run}</a:br>"
    texts = breaks.join(f"<a:r>{run}<a:t>{escape(line)}</a:t></a:r>" for line in lines)
    text = (
        f'<p:sp><p:nvSpPr>{pen.ids.named(label.name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm{rotated}><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>{body(wrap="none")}'
        f'<a:lstStyle/><a:p><a:pPr algn="{ALIGN[label.anchor]}">{spaced}<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"</a:pPr>{texts}</a:p></p:txBody></p:sp>"
    )
    return text, (left, top, right, bottom)


def _run(pen: Pen, label: Label, face: str) -> str:
    halo = ""
    if label.halo:
        glow = _fill(pen, label.halo.ink).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")
        halo = f'<a:effectLst><a:glow rad="{emu(label.halo.width / 2)}">{glow}</a:glow></a:effectLst>'
    language = pen.furniture_language if label.text in pen.furniture else pen.language
    return (
        f'<a:rPr lang="{lang(language)}" sz="{hundredths(label.size)}" b="{int(label.weight >= 600)}" '
        f'i="{int(label.italic)}" kern="0" dirty="0">{_fill(pen, label.ink)}{halo}'
        f"<a:latin typeface={quoteattr(FACES[face])}/></a:rPr>"
    )


def _picture(pen: Pen, picture: Picture) -> tuple[str, Extent]:
    left, top = pen.x(picture.x), pen.y(picture.y + picture.height)
    wide, tall = emu(picture.width), emu(picture.height)
    text = (
        f"<p:pic><p:nvPicPr>{pen.ids.named(picture.name, picture.alt)}<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
        f'<a:blip r:embed="{pen.embed(picture.png)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    return text, (left, top, left + wide, top + tall)
