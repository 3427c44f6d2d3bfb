"""What a PDF may carry besides its pages."""

from .base import Value


class Attachment(Value, frozen=True, kw_only=True):
    """A file inside the file: its name, its media type, what it is, and its characters."""

    name: str
    media: str
    about: str
    text: str
