"""The package around the slides: chart parts with workbooks, notes, sections, the trace record, fixed zip dates."""

import hashlib
import io
import zipfile
from datetime import datetime
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
    from pptx.presentation import Presentation
    from pptx.slide import Slide

TRACE = "urn:briefgen:trace:1"
"""The namespace of the trace record; its text is the record as JSON."""
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"
CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
NOTES = Style(size=12.0)
NOTES_BODY = (
    f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="90" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)


def parsed(text: str) -> "_Element":
    """Return XML text as an element of the library's own classes."""
    from pptx.oxml import parse_xml

    return parse_xml(text.encode())


def embed(page: "Slide", png: bytes) -> str:
    """Put a picture into the package and return its relationship id."""
    _, relation = page.part.get_or_add_image_part(io.BytesIO(png))
    return str(relation)


def add_chart(page: "Slide", chart: Chart, slot: Slot, colours: Palette, ids: Ids, made: datetime, number: int) -> str:
    """Add a native chart with its workbook to the package and return its frame."""
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
    from pptx.opc.packuri import PackURI
    from pptx.parts.chart import ChartPart
    from pptx.parts.embeddedpackage import EmbeddedXlsxPart

    package = page.part.package
    book = EmbeddedXlsxPart.new(workbook(chart, made), package)
    root = parsed(chart_part(chart, colours.colour, "rId1"))
    part = ChartPart(PackURI(f"/ppt/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package, root)
    if part.relate_to(book, RELATION.PACKAGE) != "rId1":
        raise AssertionError("a new part numbers its relationships from 1")
    relation = page.part.relate_to(part, RELATION.CHART)
    return (
        f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>{ids.named(chart.name, chart.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference(slot)}</p:nvPr>'
        f'</p:nvGraphicFramePr>{xfrm(chart.box, "p:xfrm")}<a:graphic><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" r:id={quoteattr(relation)}/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def add_notes(page: "Slide", notes: tuple[Paragraph, ...], colours: Palette, language: str) -> None:
    """Write a slide's speaker notes."""
    frame = page.notes_slide.notes_text_frame
    if frame is None:  # a house's notes master without a body
        page.notes_slide.shapes._spTree.append(parsed(NOTES_BODY))
        frame = page.notes_slide.notes_text_frame
    assert frame is not None, "it has been put there"
    body = frame._txBody
    for old in list(body)[2:]:
        body.remove(old)
    for one in notes:
        body.append(parsed(paragraph(one, NOTES, colours, language).replace("<a:p>", f"<a:p {NAMESPACES}>", 1)))


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


def repacked(data: bytes) -> bytes:
    """Return a package with fixed dates and sorted parts, its embedded workbooks too."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: repacked(part) if name.endswith(".xlsx") else part for name, part in files.items()})
