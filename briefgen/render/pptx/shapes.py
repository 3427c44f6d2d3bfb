"""The deck's own shapes as DrawingML: text in placeholders, rules, panels, keys, marks, the number, tables."""

from xml.sax.saxutils import escape, quoteattr

from briefgen.model.scene import Swatch

from .boxes import Box
from .deck import Key, Mark, Number, Panel, Rule, Table, TextBox
from .drawingml import Outside, body, lang, no_link, paragraph, rgb, xfrm
from .ids import Ids
from .palette import Palette
from .tables import CELL_PAD, CELL_RIGHT
from .template import TABLE_STYLE, Slot
from .units import emu, hundredths

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
FIELD = "{8E2B7C1A-54D6-4B0F-9A35-1F6C2D7E9B40}"
HATCH = "wdUpDiag"
RUNNING_KINDS = ("ftr", "sldNum")


def reference(slot: Slot) -> str:
    """Return the reference to a layout's placeholder; nothing for a slot that is none."""
    index = f' idx="{slot.index}"' if slot.index is not None else ""
    if not slot.kind:
        return ""
    size = ' sz="quarter"' if slot.index is not None and not slot.listed and slot.kind not in ("chart", "tbl") else ""
    return f'<p:ph type="{slot.kind}"{size}{index}/>'


def text_box(
    shape: TextBox, slot: Slot, colours: Palette, language: str, ids: Ids, link: str = "", outside: Outside = no_link
) -> str:
    """Return text in its placeholder; its box is written where it differs from the layout's. `link` is the box's."""
    place = "" if shape.box == slot.box and slot.kind else xfrm(shape.box)
    anchor = slot.anchor if slot.listed and shape.anchor == "top" else ANCHORS[shape.anchor]
    # footers lose their size in LibreOffice where a run does not say it
    sized = slot.kind in RUNNING_KINDS
    text = "".join(paragraph(p, slot.style, colours, language, sized=sized, outside=outside) for p in shape.paragraphs)
    return (
        f"<p:sp><p:nvSpPr>{ids.named(shape.name, link=link)}"
        f"{_locks(slot)}<p:nvPr>{reference(slot)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place}{_form(slot)}</p:spPr><p:txBody>{body(anchor)}{_listed(slot)}{text}</p:txBody></p:sp>"
    )


def _locks(slot: Slot) -> str:
    return '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if slot.kind else '<p:cNvSpPr txBox="1"/>'


def _form(slot: Slot) -> str:
    """Return the form of a text box; placeholders have their layout's."""
    return "" if slot.kind else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'


def _listed(slot: Slot) -> str:
    return f"<a:lstStyle>{slot.listed}</a:lstStyle>" if slot.listed else "<a:lstStyle/>"


def number(shape: Number, slot: Slot, language: str, ids: Ids) -> str:
    """Return the slide's number as a field in its placeholder."""
    size = hundredths(shape.size)
    return (
        f"<p:sp><p:nvSpPr>{ids.named('Slide number')}"
        f"{_locks(slot)}<p:nvPr>{reference(slot)}</p:nvPr></p:nvSpPr><p:spPr>"
        f"{'' if shape.box == slot.box and slot.kind else xfrm(shape.box)}{_form(slot)}</p:spPr>"
        f'<p:txBody>{body()}{_listed(slot)}<a:p><a:fld id="{FIELD}" type="slidenum">'
        f'<a:rPr lang="{lang(language)}" sz="{size}" dirty="0"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
    )


def rule(shape: Rule, colours: Palette, ids: Ids) -> str:
    """Return a line that only decorates."""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{ids.named(shape.name, decorative=True)}<p:cNvCxnSpPr/><p:nvPr/>"
        f'</p:nvCxnSpPr><p:spPr>{xfrm(shape.box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{colours.line(shape.colour, shape.width)}</p:spPr></p:cxnSp>"
    )


def panel(shape: Panel, colours: Palette, ids: Ids) -> str:
    """Return a ground that only decorates."""
    return (
        f"<p:sp><p:nvSpPr>{ids.named(shape.name, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{xfrm(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{colours.solid(shape.colour)}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def mark(shape: Mark, ids: Ids) -> str:
    """Return the handling mark: a label on its ground, in the colours of its level and not of the theme."""
    run = (
        f'<a:rPr lang="en-GB" sz="{hundredths(shape.size)}" b="1" dirty="0">{rgb(shape.colour)}'
        '<a:latin typeface="+mn-lt"/></a:rPr>'
    )
    return (
        f'<p:sp><p:nvSpPr>{ids.named(shape.name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{xfrm(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{rgb(shape.ground)}'
        f'<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>{body("ctr", "none")}<a:lstStyle/><a:p><a:pPr algn="ctr"/>'
        f"<a:r>{run}<a:t>{escape(shape.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def key(shape: Key, colours: Palette, language: str, ids: Ids) -> str:
    """Return the key as one group: a sample and a label for each entry."""
    properties = ids.named(shape.name, shape.alt)
    box = shape.box
    place = f'x="{emu(box.x)}" y="{emu(box.y)}"'
    size = f'cx="{emu(box.w)}" cy="{emu(box.h)}"'
    inner = "".join(
        _patch(e.swatch, e.patch, colours, ids)
        + _key_label(e.swatch.label, e.label, shape.size, colours, language, ids)
        for e in shape.entries
    )
    return (
        f"<p:grpSp><p:nvGrpSpPr>{properties}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f"<a:off {place}/><a:ext {size}/><a:chOff {place}/><a:chExt {size}/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def _patch(swatch: Swatch, place: Box, colours: Palette, ids: Ids) -> str:
    ground = colours.colour(swatch.fill.rgb)
    fill = f"<a:solidFill>{ground}</a:solidFill>"
    if swatch.hatch:
        lines = colours.colour(swatch.hatch.rgb)
        fill = f'<a:pattFill prst="{HATCH}"><a:fgClr>{lines}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'
    return (
        f"<p:sp><p:nvSpPr>{ids.named(f'Sample, {swatch.label}', decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )


def _key_label(text: str, place: Box, size: float, colours: Palette, language: str, ids: Ids) -> str:
    run = (
        f'<a:rPr lang="{lang(language)}" sz="{hundredths(size)}" dirty="0">{colours.solid("ink")}'
        '<a:latin typeface="+mn-lt"/></a:rPr>'
    )
    return (
        f'<p:sp><p:nvSpPr>{ids.named(f"Label, {text}")}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        f'{body("ctr", "none")}<a:lstStyle/><a:p><a:pPr algn="l"/><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def table(shape: Table, slot: Slot, colours: Palette, language: str, ids: Ids) -> str:
    """Return a native table in the template's style, its head row and first column declared as such."""
    grid = "".join(f'<a:gridCol w="{emu(w)}"/>' for w in shape.columns)
    cells = (
        "".join(_cell(shape, n, k, c, colours, language) for k, c in enumerate(r)) for n, r in enumerate(shape.rows)
    )
    rows = "".join(f'<a:tr h="{emu(tall)}">{row}</a:tr>' for tall, row in zip(shape.heights, cells, strict=True))
    banded = ' bandRow="1"' if shape.banded else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{ids.named(shape.name, shape.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference(slot)}</p:nvPr>'
        f"</p:nvGraphicFramePr>{xfrm(shape.box, 'p:xfrm')}<a:graphic><a:graphicData uri={quoteattr(TABLE_URI)}><a:tbl>"
        f'<a:tblPr firstRow="1" firstCol="1"{banded}><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(shape: Table, n: int, k: int, text: str, colours: Palette, language: str) -> str:
    """Return a cell; colour and weight are written too, for programs that do not read table styles."""
    size = shape.head_size if n == 0 else shape.size
    colour = "table_head" if n == 0 else "lead" if k == 0 else "ink"
    bold = int(n == 0 or k == 0)
    align = "r" if shape.numeric[k] else "l"
    properties = f'lang="{lang(language)}" sz="{hundredths(size)}" b="{bold}" dirty="0"'
    run = f"<a:r><a:rPr {properties}>{colours.solid(colour)}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
    content = run if text else f"<a:endParaRPr {properties}/>"
    left, right, pad = emu(shape.cell_left), emu(CELL_RIGHT), emu(CELL_PAD)
    # LibreOffice leaves the first column out of a style's bands
    fill = colours.solid("panel") if shape.banded and k == 0 and n and n % 2 == 0 else ""
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{align}"/>{content}</a:p></a:txBody>'
        f'<a:tcPr marL="{left}" marR="{right}" marT="{pad}" marB="{pad}" anchor="ctr">{fill}</a:tcPr></a:tc>'
    )
