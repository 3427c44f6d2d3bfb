"""The package around the slides: chart parts with workbooks, notes, sections, the trace record, fixed zip dates."""

import hashlib
import io
import zipfile
from datetime import datetime
from functools import partial
from itertools import count, groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import msgspec

from briefgen.model.trace import Trace

from .charts import chart_part
from .deck import Chart, Paragraph
from .drawingml import DECLARATION, NAMESPACES, C, P, Style, paragraph, xfrm
from .ids import Ids
from .palette import Palette
from .shapes import reference
from .template import Slot, zipped
from .workbook import workbook

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.opc.package import Part, XmlPart
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

TRACE = "urn:briefgen:trace:1"
"""The namespace of the trace record; its text is the record as JSON."""
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"
CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
NOTES = Style(size=12.0)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def parsed(text: str) -> "_Element":
    """Return XML text as an element of the library's own classes."""
    from pptx.oxml import parse_xml

    return parse_xml(text.encode())


def add_slide(presentation: "Presentation", layout: "SlideLayout", number: int) -> "Part":
    """Add a slide without shapes; the library's own would clone the layout's placeholders, to be taken off again."""
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION

    part = _part(f"/ppt/slides/slide{number}.xml", CONTENT_TYPE.PML_SLIDE, presentation)
    part.relate_to(layout.part, RELATION.SLIDE_LAYOUT)
    presentation._element.get_or_add_sldIdLst().add_sldId(presentation.part.relate_to(part, RELATION.SLIDE))
    return part


def fill(page: "Part", shapes: str) -> None:
    """Write a slide's shapes."""
    page._blob = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE}{shapes}{END}</p:sld>".encode()


def _part(name: str, kind: str, presentation: "Presentation") -> "Part":
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    return Part(PackURI(name), kind, presentation.part.package, b"")


def outside(part: "Part", address: str) -> str:
    """Relate a part to an address outside the file and return the relationship's id."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION

    return str(part.relate_to(address, RELATION.HYPERLINK, is_external=True))


def inside(page: "Part", other: "Part") -> str:
    """Relate a slide to another that something on it leads to."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION

    return str(page.relate_to(other, RELATION.SLIDE))


def embed(page: "Part", png: bytes) -> str:
    """Put a picture into the package and return its relationship id."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION

    return str(page.relate_to(page.package.get_or_add_image_part(io.BytesIO(png)), RELATION.IMAGE))


def add_chart(page: "Part", chart: Chart, slot: Slot, colours: Palette, ids: Ids, made: datetime, number: int) -> str:
    """Add a native chart with its workbook to the package and return its frame."""
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI
    from pptx.parts.embeddedpackage import EmbeddedXlsxPart

    package = page.package
    book = EmbeddedXlsxPart.new(workbook(chart, made), package)
    text = chart_part(chart, colours.colour, "rId1").encode()
    part = Part(PackURI(f"/ppt/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package, text)
    if part.relate_to(book, RELATION.PACKAGE) != "rId1":
        raise AssertionError("a new part numbers its relationships from 1")
    relation = page.relate_to(part, RELATION.CHART)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{ids.named(chart.name, chart.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference(slot)}</p:nvPr>'
        f'</p:nvGraphicFramePr>{xfrm(chart.box, "p:xfrm")}<a:graphic><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" r:id={quoteattr(relation)}/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def add_notes(
    presentation: "Presentation",
    page: "Part",
    notes: tuple[Paragraph, ...],
    colours: Palette,
    language: str,
    number: int,
) -> None:
    """Write a slide's speaker notes below its picture, in the places that the notes master has for them."""
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION

    master = presentation.part.notes_master_part
    part = _part(f"/ppt/notesSlides/notesSlide{number}.xml", CONTENT_TYPE.PML_NOTES_SLIDE, presentation)
    part.relate_to(master, RELATION.NOTES_MASTER)
    part.relate_to(page, RELATION.SLIDE)
    page.relate_to(part, RELATION.NOTES_SLIDE)
    text = "".join(paragraph(one, NOTES, colours, language, outside=partial(outside, part)) for one in notes)
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"{_index(master, kind)}/></p:nvPr></p:nvSpPr><p:spPr/>{said}</p:sp>'
        for n, (name, kind, locks, said) in enumerate(
            (
                ("Slide image", "sldImg", ' noRot="1" noChangeAspect="1"', ""),
                ("Notes", "body", "", f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody>"),
            ),
            2,
        )
    )
    part._blob = f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}{shapes}{END}</p:notes>".encode()


def _index(master: "XmlPart", kind: str) -> str:
    """Return the reference to the notes master's placeholder of a kind; a house's master may have none."""
    for one in master._element.iter(f"{{{P}}}ph"):
        if one.get("type") == kind:
            return f' idx="{one.get("idx")}"' if one.get("idx") else ""
    return ' idx="1"' if kind == "body" else ""


def add_sections(presentation: "Presentation", names: list[str]) -> None:
    """Divide the slides into named sections, one for each run of equal names."""
    ids = [s.get("id") for s in presentation._element.get_or_add_sldIdLst()]
    inner, at = "", 0
    for n, (name, run) in enumerate(groupby(names)):
        many = len(list(run))
        slides = "".join(f'<p14:sldId id="{i}"/>' for i in ids[at : at + many])
        inner += (
            f'<p14:section name={quoteattr(name)} id="{guid(f"{n} {name}")}"><p14:sldIdLst>{slides}</p14:sldIdLst>'
            "</p14:section>"
        )
        at += many
    root = presentation._element
    kept = list(root.iter(f"{{{SECTIONS}}}sectionLst"))
    if kept:  # a house's own sections stand behind ours
        ours = parsed(f'<p14:sectionLst xmlns:p14="{SECTIONS}">{inner}</p14:sectionLst>')
        for n, one in enumerate(list(ours)):
            kept[0].insert(n, one)
        return
    extension = (
        f'<p:ext xmlns:p="{P}" uri="{SECTIONS_URI}">'
        f'<p14:sectionLst xmlns:p14="{SECTIONS}">{inner}</p14:sectionLst></p:ext>'
    )
    extensions = root.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = parsed(f'<p:extLst xmlns:p="{P}"/>')
        root.append(extensions)
    extensions.append(parsed(extension))


def has_sections(presentation: "Presentation") -> bool:
    """Tell whether a template has sections: slides that stand in none would then be lost among them."""
    return next(presentation._element.iter(f"{{{SECTIONS}}}sectionLst"), None) is not None


def guid(text: str) -> str:
    """Return a GUID made from a text, the same each time."""
    h = hashlib.sha256(text.encode()).hexdigest().upper()
    return f"{{{h[:8]}-{h[8:12]}-4{h[13:16]}-A{h[17:20]}-{h[20:32]}}}"


def add_trace(presentation: "Presentation", trace: Trace) -> None:
    """Put the trace record into the package as a custom XML part."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package = presentation.part.package
    record = msgspec.json.encode(trace, order="deterministic").decode()
    store = f"{CUSTOM}/customXml"
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in count(1) if not {f"/customXml/item{n}.xml", f"/customXml/itemProps{n}.xml"} & taken)
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        CUSTOM_PROPERTIES,
        package,
        (
            f'{DECLARATION}<ds:datastoreItem xmlns:ds="{store}" ds:itemID="{guid(TRACE)}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{TRACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
    )
    item = Part(
        PackURI(f"/customXml/item{number}.xml"),
        "application/xml",
        package,
        f'{DECLARATION}<trace xmlns="{TRACE}">{escape(record)}</trace>'.encode(),
    )
    item.relate_to(properties, f"{CUSTOM}/relationships/customXmlProps")
    presentation.part.relate_to(item, f"{CUSTOM}/relationships/customXml")


def packed(presentation: "Presentation") -> bytes:
    """Return the file, with fixed dates and sorted parts, its embedded workbooks too."""
    from pptx.opc.oxml import serialize_part_xml as as_text
    from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
    from pptx.opc.serialized import _ContentTypesItem

    package = presentation.part.package
    parts = tuple(package.iter_parts())
    files = {
        CONTENT_TYPES_URI.membername: as_text(_ContentTypesItem.xml_for(parts)),
        PACKAGE_URI.rels_uri.membername: package._rels.xml,
    }
    for part in parts:
        name = part.partname.membername
        files[name] = repacked(part.blob) if name.endswith(".xlsx") else part.blob
        if part._rels:
            files[part.partname.rels_uri.membername] = part.rels.xml
    return zipped(files)


def repacked(data: bytes) -> bytes:
    """Return a package with fixed dates and sorted parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
