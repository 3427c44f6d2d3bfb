"""What a file says of itself: document information, XMP with the trace record, and the colour that it means."""

import datetime as dt
import hashlib
from functools import cache, partial
from html import escape as html_escape
from typing import Any

import msgspec

from ...model.base import Value
from ...model.spec import Standard
from ...model.trace import Trace
from ...resources import asset
from .seam import pdfdoc
from .tagged import TaggedCanvas

TRACE = "https://briefgen.example/ns/trace/1/"
"""The namespace of the trace record; its property `record` holds the record as JSON."""
_UA = "http://www.aiim.org/pdfua/ns/id/"
escape = partial(html_escape, quote=False)  # xml.sax.saxutils would load urllib, for 20 ms
PRODUCER = "briefgen"
CONDITION = "sRGB IEC61966-2.1"

_LEVEL_A = """<pdfaid:part>{}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>"""
_SECOND = """<pdfaid:part>4</pdfaid:part>
<pdfaid:rev>2020</pdfaid:rev>{}
<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>"""
IDENTIFIED = {
    (Standard.UA_1, False): _LEVEL_A.format(2),
    (Standard.UA_1, True): _LEVEL_A.format(3),
    (Standard.UA_2, False): _SECOND.format(""),
    (Standard.UA_2, True): _SECOND.format("\n<pdfaid:conformance>F</pdfaid:conformance>"),
}
"""What the metadata say of the standards, by the standard and whether the file carries others."""


class About(Value, frozen=True, kw_only=True):
    """What a file says that it is."""

    title: str
    subject: str
    issuer: str
    language: str


def describe(
    canvas: TaggedCanvas, about: About, trace: Trace, moment: dt.datetime, *, of: object, carries: bool = False
) -> None:
    """Put title, issuer, identification, trace record and output intent into the file; `of` is all that it is from.

    A file that `carries` others is of another part of PDF/A than one that does not.
    """
    canvas.setTitle(about.title)
    canvas.setAuthor(about.issuer)
    canvas.setSubject(about.subject)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    packet = xmp(about, trace, moment.isoformat(), identified=IDENTIFIED[canvas.standard, carries])
    # ReportLab's own mixes in the clock, or SOURCE_DATE_EPOCH
    name = hashlib.sha256(msgspec.msgpack.encode((of, trace))).hexdigest()[:32].encode()
    canvas.document._ID = b"[<%b> <%b>]" % (name, name)
    catalog = canvas.document.Catalog
    catalog.Metadata = pdfdoc.XMP(creator=lambda _: packet)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([_intent(canvas.document)])


@cache
def _profile() -> bytes:
    return asset("icc", "sRGB.icc").read_bytes()


def _intent(doc: Any) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), _profile(), filters=[pdfdoc.PDFZCompress])
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString(CONDITION),
            "Info": pdfdoc.PDFString(CONDITION),
            "DestOutputProfile": doc.Reference(stream),
        }
    )


def xmp(about: About, trace: Trace, moment: str, *, identified: str) -> bytes:
    """Return the XMP packet (ISO 16684-1) with its extension schemas (ISO 19005-2, 6.6.2.3)."""
    record = msgspec.json.encode(trace, order="deterministic").decode()
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="{_UA}"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:trace="{TRACE}">
<dc:format>application/pdf</dc:format>
<dc:title>{_alternative(about.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(about.issuer)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{_alternative(about.subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate><pdf:Producer>{PRODUCER}</pdf:Producer>
{identified}
<trace:record>{escape(record)}</trace:record>
<pdfaExtension:schemas><rdf:Bag>
{_schema("PDF/UA identification", _UA, "pdfuaid", "part", "Integer", "internal", "Part of PDF/UA")}
{_schema("briefgen trace record", TRACE, "trace", "record", "Text", "external", "Units shown, as JSON")}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _schema(name: str, space: str, prefix: str, prop: str, kind: str, category: str, about: str) -> str:
    """Return the description of a schema with one property."""
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>{prop}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{about}</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    )
