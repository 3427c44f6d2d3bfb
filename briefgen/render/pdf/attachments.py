"""Files inside the file, associated with it (ISO 19005-3, 6.8; ISO 32000-2, 14.13)."""

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec

from ...model.attachment import Attachment
from ...model.trace import Trace
from .seam import pdfdoc
from .tagged import TaggedCanvas

TRACE = "trace.json"


def carried(own: Sequence[Attachment], trace: Trace) -> tuple[Attachment, ...]:
    """Return the files that a PDF carries: the document's own and, where it has any, the trace record."""
    if not own:
        return ()
    record = msgspec.json.format(msgspec.json.encode(trace, order="deterministic"), indent=1).decode()
    about = "The units shown, with their sources and hashes"
    return (*own, Attachment(name=TRACE, media="application/json", about=about, text=f"{record}\n"))


def attach(canvas: TaggedCanvas, files: Sequence[Attachment], moment: dt.datetime) -> None:
    """Put files into the document, sorted by name as a name tree has to be; `moment` (UTC) is when they were made."""
    if not files:
        return
    doc, catalog = canvas.document, canvas.document.Catalog
    names, references = [], []
    for one in sorted(files, key=lambda f: f.name):
        data = one.text.encode()
        params = {
            "ModDate": pdfdoc.PDFString(moment.strftime("D:%Y%m%d%H%M%SZ")),
            "Size": len(data),
            "CheckSum": pdfdoc.PDFString(hashlib.md5(data, usedforsecurity=False).digest(), enc="raw"),
        }
        entries = {
            "Type": pdfdoc.PDFName("EmbeddedFile"),
            "Subtype": "/" + one.media.replace("/", "#2F"),
            "Params": pdfdoc.PDFDictionary(params),
        }
        stream = doc.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data, filters=[pdfdoc.PDFZCompress]))
        name = pdfdoc.PDFString(one.name)
        specification = doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Filespec"),
                    "F": name,
                    "UF": name,
                    "Desc": pdfdoc.PDFString(one.about),
                    "AFRelationship": pdfdoc.PDFName("Data"),
                    "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
                }
            )
        )
        names += [name, specification]
        references.append(specification)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = pdfdoc.PDFArray(references)
    catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})})
