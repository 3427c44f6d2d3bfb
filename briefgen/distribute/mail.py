"""A package -> a mail: text and HTML of its note, its files attached; no name or title reaches a header unchecked."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ..model.base import Value
from ..model.stakeholders import Sender, is_address
from .cover import Note
from .names import line

TYPES = {
    ".pdf": ("application", "pdf"),
    ".pptx": ("application", "vnd.openxmlformats-officedocument.presentationml.presentation"),
}
PLAIN = ("text", "plain")
SEVEN_BIT = SMTP.clone(cte_type="7bit")
"""How mails are written: so that every server passes them on unchanged."""


class Envelope(Value, frozen=True, kw_only=True):
    """From whom a mail goes to whom, when (UTC), and what tells it from all others."""

    sender: Sender
    name: str
    address: str
    moment: dt.datetime
    message: str


def message_id(sender: Sender, *parts: str) -> str:
    """Return a mail's id, the same for the same delivery, so that a mail sent again is known as the same."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    return f"<{digest}@{sender.email.rpartition('@')[2]}>"


def mail(envelope: Envelope, note: Note, files: Iterable[tuple[str, bytes]], *, draft: bool) -> bytes:
    """Return a mail as it is sent; a `draft` opens in a mail client as one to be sent on.

    Raises ValueError for an address that is none.
    """
    sender = envelope.sender
    made = EmailMessage(policy=SEVEN_BIT)
    made["From"] = _mailbox(sender.name, sender.email)
    made["To"] = _mailbox(envelope.name, envelope.address)
    made["Subject"] = line(note.subject)
    made["Date"] = format_datetime(envelope.moment)
    made["Message-ID"] = envelope.message
    if draft:
        made["X-Unsent"] = "1"
    made.set_content(note.text)
    made.add_alternative(note.html, subtype="html")
    for name, data in files:
        main, sub = next((kind for end, kind in TYPES.items() if name.endswith(end)), PLAIN)
        made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    _fixed_boundaries(made, envelope.message)
    return made.as_bytes()


def _mailbox(name: str, address: str) -> Address:
    if not is_address(address):
        raise ValueError(f"{address!r} is no address")
    return Address(display_name=line(name), addr_spec=address)


def _fixed_boundaries(made: EmailMessage, message: str) -> None:
    """Part a mail by strings made from its id instead of by chance."""
    digest = hashlib.sha256(message.encode()).hexdigest()[:32]
    for number, part in enumerate(p for p in made.walk() if p.is_multipart()):
        part.set_boundary(f"=_{digest}_{number}")
