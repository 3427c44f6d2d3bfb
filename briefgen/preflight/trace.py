"""A finished file -> the trace record inside it: which units stand where, and what they rest on."""

import io
import re
from html import unescape

import msgspec

from ..model.trace import Trace

PROPERTY = "https://briefgen.example/ns/trace/1/"
_PREFIX = re.compile(rf'xmlns:(\w+)="{re.escape(PROPERTY)}"')


def read(data: bytes) -> Trace | None:
    """Return the record of a PDF or deck of ours; None for any other file."""
    if data.startswith(b"%PDF-"):
        return _decoded(_from_pdf(data))
    if data.startswith(b"PK"):
        from .pptx import record

        return record(data)
    return None


def _from_pdf(data: bytes) -> str | None:
    """Return the record as JSON, from the property `record` of our namespace in the XMP packet."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            if "/Metadata" not in file.Root:
                return None
            packet = file.Root.Metadata.read_bytes().decode("utf-8", "replace")
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return None
    prefix = _PREFIX.search(packet)
    if prefix is None:
        return None
    found = re.search(rf"<{prefix[1]}:record>(.*?)</{prefix[1]}:record>", packet, re.DOTALL)
    return unescape(found[1]) if found else None


def _decoded(record: str | None) -> Trace | None:
    if record is None:
        return None
    try:
        return msgspec.json.decode(record, type=Trace)
    except msgspec.MsgspecError:
        return None
