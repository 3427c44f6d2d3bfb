"""Templates of houses that do not exist, made with python-pptx: each differs from the others in what it gives."""

import copy
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

from msgspec.structs import replace
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from briefgen.model.document import Document
from briefgen.model.housetemplate import Template, TemplateLayout
from briefgen.model.theme import Theme
from briefgen.read.housetemplates import house
from briefgen.render.pptx import plan, targets, template, widths, worn, write
from briefgen.render.pptx.deck import Deck as Plan
from briefgen.render.pptx.template import zipped

from . import decks, pictures

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63b8c0a70000026c0119d0d5ac5f"
    "0000000049454e44ae426082"
)


def saved(deck: Deck) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def block(place: tuple[float, float, float, float], colour: str, number: int) -> bytes:
    """Return a filled rectangle for a master or a layout, in inches."""
    x, y, w, h = (Inches(v) for v in place)
    return (
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{number}" name="Block {number}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        "</p:spPr></p:sp>"
    ).encode()


@cache
def own() -> bytes:
    """Our own, as `briefgen template` writes it."""
    return template(decks.theme())


@cache
def library() -> bytes:
    """The library's default: 4:3, headlines of 44 points in the middle."""
    return saved(Presentation())


@cache
def corporate() -> bytes:
    """A dark title, a logo on the master, sections, sample slides with notes, and a footer for everything."""
    deck = Presentation()
    stretched(deck, 13.333, 7.5)
    master = deck.slide_master
    master.shapes._spTree.insert(2, parse_xml(block((0, 0, 13.333, 0.25), "7A1F3D", 90)))
    logo = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(io.BytesIO(PNG), 0, 0)
    relation = master.part.relate_to(deck.slides[0].part.related_part(logo._element.blip_rId), IMAGE)
    picture = copy.deepcopy(logo._element)
    picture.blipFill.blip.rEmbed = relation
    picture.spPr.xfrm.off_x, picture.spPr.xfrm.off_y = Inches(12.3), Inches(0.35)
    picture.spPr.xfrm.ext_cx = picture.spPr.xfrm.ext_cy = Inches(0.7)
    master.shapes._spTree.append(picture)
    opening = deck.slide_layouts[0]
    ground = f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr><a:solidFill><a:srgbClr val="1B2A41"/></a:solidFill>'
    opening._element.cSld.insert(0, parse_xml(f"{ground}<a:effectLst/></p:bgPr></p:bg>"))
    for sample in (0, 1, 3):
        slide = deck.slides.add_slide(deck.slide_layouts[sample])
        slide.shapes.title.text = f"Sample {sample}"
        slide.notes_slide.notes_text_frame.text = "A note of the sample"
    ids = "".join(f'<p14:sldId id="{s.slide_id}"/>' for s in deck.slides)
    deck._element.append(
        parse_xml(
            f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst xmlns:p14="{P14}"><p14:section name="House slides" '
            f'id="{{11111111-2222-4333-8444-555555555555}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
            "</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    return saved(deck)


IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@cache
def dark() -> bytes:
    """White text on a dark master, whose layouts have neither types nor a place for the number."""
    deck = Presentation()
    stretched(deck, 13.333, 7.5)
    master = deck.slide_master
    for old in master._element.cSld.findall(f"{{{P}}}bg"):
        master._element.cSld.remove(old)
    ground = f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill>'
    master._element.cSld.insert(0, parse_xml(f"{ground}<a:effectLst/></p:bgPr></p:bg>"))
    colours = master._element.find(f"{{{P}}}clrMap")
    for name, place in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(name, place)
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)
        for shape in list(layout.placeholders):
            if shape._element.ph.get("type") == "sldNum":
                shape._element.getparent().remove(shape._element)
    return saved(deck)


@cache
def awkward() -> bytes:
    """No title placeholder, indices that mean none, bodies too many, a block in a corner, small slides, no types."""
    deck = Presentation()
    stretched(deck, 10.0, 5.625)
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)
        for shape in list(layout.placeholders):
            kind = shape._element.ph.get("type")
            if kind in ("title", "ctrTitle"):
                shape._element.getparent().remove(shape._element)
            elif kind == "subTitle":
                shape._element.ph.set("idx", "4294967295")
    content = deck.slide_layouts[1]
    body = next(s for s in content.placeholders if s.placeholder_format.idx == 1)._element
    for n in (21, 22, 23):
        another = copy.deepcopy(body)
        another.ph.set("idx", str(n))
        another.ph.set("type", "body")
        another.nvSpPr.cNvPr.set("id", str(100 + n))
        another.nvSpPr.cNvPr.set("name", f"Body {n}")
        content.shapes._spTree.append(another)
    deck.slide_master.shapes._spTree.append(parse_xml(block((9.2, 0.1, 0.7, 0.25), "AA3300", 91)))
    for _ in range(2):
        deck.slides.add_slide(content)
    return saved(deck)


@cache
def twofold() -> bytes:
    """A second master beside the first, with layouts of its own names, another scheme and other fonts."""
    with zipfile.ZipFile(io.BytesIO(library())) as archive:
        files = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}
    count = sum(name.startswith("ppt/slideLayouts/slideLayout") for name in files)

    def moved(text: str) -> str:
        text = re.sub(r"slideLayout(\d+)\.xml", lambda m: f"slideLayout{int(m[1]) + count}.xml", text)
        return text.replace("slideMaster1.xml", "slideMaster2.xml").replace("theme1.xml", "theme9.xml")

    for name in [n for n in files if re.search("slideLayouts/|slideMasters/|theme/theme1", n)]:
        files[moved(name)] = moved(files[name]) if name.endswith(".rels") else files[name]
        if "/slideLayout" in name and name.endswith(".xml"):
            files[moved(name)] = re.sub(r'<p:cSld name="([^"]*)"', r'<p:cSld name="\1, second"', files[name])
    theme = re.sub(r'(<a:accent1><a:srgbClr val=)"\w+"', r'\1"116633"', files["ppt/theme/theme9.xml"])
    files["ppt/theme/theme9.xml"] = re.sub(
        r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"', r'\1"Arial"', theme
    )
    second, ids = "ppt/slideMasters/slideMaster2.xml", iter(range(2147484000, 2147485000))
    files[second] = re.sub(r'(<p:sldLayoutId )id="\d+"', lambda m: f'{m[1]}id="{next(ids)}"', files[second])
    kinds = re.findall(
        r"<Override [^>]*(?:slideLayouts/|slideMasters/|theme/theme1)[^>]*>", files["[Content_Types].xml"]
    )
    more = "".join(map(moved, kinds))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace("</Types>", f"{more}</Types>")
    rels = "ppt/_rels/presentation.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="slideMasters/slideMaster2.xml"/></Relationships>'
    files[rels] = files[rels].replace("</Relationships>", link)
    listed = f'<p:sldMasterId id="{next(ids)}" r:id="rId99"/></p:sldMasterIdLst>'
    files["ppt/presentation.xml"] = files["ppt/presentation.xml"].replace("</p:sldMasterIdLst>", listed)
    return zipped({name: text.encode("utf-8", "surrogateescape") for name, text in files.items()})


def stretched(deck: Deck, width: float, height: float) -> None:
    """Give slides another size, and all that masters and layouts have with them."""
    across, down = Inches(width) / deck.slide_width, Inches(height) / deck.slide_height
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    for part in (deck.slide_master, *deck.slide_layouts):
        for shape in part.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * across)), Emu(int(shape.width * across))
                shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))


@cache
def pictured() -> bytes:
    """A picture under the headline of the title slide."""
    deck = Presentation()
    shape = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(io.BytesIO(PNG), 0, 0)
    opening = deck.slide_layouts[0]
    relation = opening.part.relate_to(deck.slides[0].part.related_part(shape._element.blip_rId), IMAGE)
    picture = copy.deepcopy(shape._element)
    picture.blipFill.blip.rEmbed = relation
    picture.spPr.xfrm.ext.cx, picture.spPr.xfrm.ext.cy = deck.slide_width, deck.slide_height
    opening.shapes._spTree.insert(2, picture)
    return saved(deck)


@cache
def low() -> bytes:
    """Broad bands above and below leave little of the slide to its content."""
    deck = Presentation()
    stretched(deck, 13.333, 7.5)
    for n, (y, h) in enumerate(((0, 2.2), (5.35, 2.15))):
        deck.slide_master.shapes._spTree.insert(2, parse_xml(block((0, y, 13.333, h), "DDDDDD", 95 + n)))
    return saved(deck)


ODD: dict[str, Callable[[], bytes]] = {"pictured": pictured, "low": low}
"""Templates in which not all has room, or not all can be told."""
HOUSES: dict[str, Callable[[], bytes]] = {
    "own": own,
    "library": library,
    "corporate": corporate,
    "dark": dark,
    "awkward": awkward,
    "twofold": twofold,
}


@cache
def dressed(name: str) -> Theme:
    """Return a shipped theme with a template, not yet worn."""
    read = house((HOUSES | ODD)[name](), f"{name}.pptx", name)
    return replace(decks.theme(), template=Template(file=f"{name}.pptx"), house=read, sha256=name)


def told(name: str, **layouts: TemplateLayout) -> Theme:
    """Return the same with the theme's own word on some layouts."""
    return replace(dressed(name), template=Template(file=f"{name}.pptx", layouts=layouts), sha256=f"{name} {layouts}")


def planned(document: Document, theme: Theme) -> Plan:
    """Return the deck of a document in a theme with a template."""
    ready = worn(theme)
    sketched = {figure: pictures.sketches(wide)[figure] for figure, wide in widths(document, ready).items()}
    return plan(document, ready, sketched, decks.FONTS)


def written(document: Document, theme: Theme) -> bytes:
    """Return a document as a .pptx in a theme with a template."""
    deck = planned(document, theme)
    return write(deck, pictures.scenes(targets(deck)), worn(theme), decks.traced(document, deck))
