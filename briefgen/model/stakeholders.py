"""Who receives briefs: what each asks for and may see, and how it reaches them."""

import re
from enum import Enum

from .base import Value
from .facts import Origin

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]",
    re.ASCII,
)


def is_address(text: str) -> bool:
    """Tell whether a text is one address for mail and nothing else (RFC 5321, 4.1.2, without quoted parts)."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= 254 and len(text.partition("@")[0]) <= 64


class Channel(Enum):
    """How a package leaves: as a folder, as a folder with a mail to send on, or as a mail that is sent."""

    FOLDER = "folder"
    EML = "eml"
    SMTP = "smtp"


class Security(Enum):
    """How a connection to a mail server is made safe: by STARTTLS after the greeting, or from its first byte."""

    STARTTLS = "starttls"
    TLS = "tls"


class Wish(Value, frozen=True, kw_only=True):
    """What somebody receives: briefs named, or those on a topic; without lengths or formats all that are built."""

    briefs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    origin: Origin


class Secret(Value, frozen=True, kw_only=True):
    """Where a password is asked for: `source` is prompt, env or file; `name` is the variable's or the file's."""

    source: str
    name: str = ""


class Recipient(Value, frozen=True, kw_only=True):
    """One person or desk, with what it takes over from its groups and its organisation.

    `mark` stands on each page, {name} and {copy} filled in; None for no mark. Without `languages` all are read.
    """

    id: str
    name: str
    organisation: str | None
    email: str | None
    languages: tuple[str, ...]
    wishes: tuple[Wish, ...]
    marking: str | None
    channel: Channel
    mark: str | None
    secret: Secret | None
    origin: Origin


class Server(Value, frozen=True, kw_only=True):
    """A mail server; `timeout` in seconds."""

    host: str
    port: int
    security: Security
    per_minute: float
    timeout: float


class Sender(Value, frozen=True, kw_only=True):
    """Who sends: the house's name and address, its server, and how many bytes a mail may have."""

    name: str
    email: str
    server: Server | None
    most: int


class Stakeholders(Value, frozen=True, kw_only=True):
    """All recipients, in the order of the file, and who sends."""

    recipients: tuple[Recipient, ...]
    sender: Sender | None
    origin: Origin
