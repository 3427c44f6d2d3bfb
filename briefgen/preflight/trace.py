"""A finished file -> the trace record inside it: which units stand where, and what they rest on.

Only the file is asked. It may have gone through other hands, so that nothing of it is taken on trust.
"""

import io
import logging
import re
import zipfile
from enum import Enum
from html import unescape

import msgspec

from ..model.base import Value
from ..model.trace import SCHEMA, Trace

PROPERTY = "https://briefgen.example/ns/trace/1/"
PART = "{urn:briefgen:trace:1}trace"
_PREFIX = re.compile(rf'xmlns:(\w+)="{re.escape(PROPERTY)}"')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Microsoft's compound files begin: older presentations, and encrypted ones of any age."""


class Trouble(Enum):
    """Why a file gives no record."""

    FORMAT = "is neither a PDF nor a PowerPoint file"
    FOREIGN = "has no trace record"
    LATER = "has a trace record of a later form"
    RECORD = "has a trace record that is damaged"
    DAMAGED = "is damaged"
    ENCRYPTED = "is encrypted"


class Examined(Value, frozen=True, kw_only=True):
    """A file's record and its number of pages or slides, or why it gives none."""

    record: Trace | None = None
    size: int = 0
    trouble: Trouble | None = None


def read(data: bytes) -> Trace | None:
    """Return the record of a PDF or deck of ours; None for any other file."""
    return examined(data).record


def examined(data: bytes) -> Examined:
    """Return what a file tells of itself."""
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    if data.startswith(b"PK"):
        return _deck(data)
    return Examined(trouble=Trouble.ENCRYPTED if data.startswith(_OLE) else Trouble.FORMAT)


def _pdf(data: bytes) -> Examined:
    """Return the record in the property `record` of our namespace in the XMP packet."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what is wrong is told by us
    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            size = len(file.pages)
            packet = file.Root.Metadata.read_bytes() if "/Metadata" in file.Root else b""
            mended = bool(file.get_warnings())
    except pikepdf.PasswordError:
        return Examined(trouble=Trouble.ENCRYPTED)
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError):
        return Examined(trouble=Trouble.DAMAGED)
    found = _property(packet.decode("utf-8", "replace"))
    if found is None and mended:  # what could be mended has lost it
        return Examined(trouble=Trouble.DAMAGED)
    return _decoded(found, size)


def _property(packet: str) -> str | None:
    """Return the property's text, written as an element or, as other programs rewrite it, as an attribute."""
    prefix = _PREFIX.search(packet)
    if prefix is None:
        return None
    name = f"{prefix[1]}:record"
    found = re.search(rf"<{name}>(.*?)</{name}>", packet, re.DOTALL) or re.search(rf'\s{name}="([^"]*)"', packet)
    return unescape(found[1]) if found else None


def _deck(data: bytes) -> Examined:
    """Return the record in the custom XML part of our namespace."""
    from .package import Package

    try:
        package = Package(data)
        if not package.slides:
            return Examined(trouble=Trouble.FORMAT)
        parts = (package.xml(n) for n in sorted(package.files) if re.fullmatch(r"customXml/item\d+\.xml", n))
        record = next((p.text or "" for p in parts if p.tag == PART), None)
    except (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, NotImplementedError):
        return Examined(trouble=Trouble.DAMAGED)  # lxml's own error is a SyntaxError
    except RuntimeError:  # zipfile has no word of its own for what asks for a password
        return Examined(trouble=Trouble.ENCRYPTED)
    return _decoded(record, len(package.slides))


def _decoded(record: str | None, size: int) -> Examined:
    if record is None:
        return Examined(trouble=Trouble.FOREIGN)
    try:
        found = msgspec.json.decode(record, type=Trace)
    except (msgspec.MsgspecError, UnicodeError):
        return Examined(trouble=Trouble.RECORD)
    if found.schema != SCHEMA:
        return Examined(trouble=Trouble.LATER)
    return Examined(record=found, size=size)
