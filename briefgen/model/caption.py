"""What every figure says: in its spec, and with its data in hand."""

from .base import Value


class SpecBase(Value, frozen=True, kw_only=True):
    """What every figure says: the finding, the measure, where it stands, whence it comes."""

    id: str
    headline: str
    subtitle: str | None = None
    point: str | None = None
    note: str | None = None
    cites: tuple[str, ...] = ()
    alt: str | None = None
    marking: str | None = None


class Words(Value, frozen=True, kw_only=True):
    """The words around a picture; `alt` is short (150 characters), `description` says all that the picture shows.

    `note` is the report's; `remarks` are what a figure tells of itself, in the language of the brief's own words.
    """

    id: str
    headline: str
    subtitle: str
    alt: str
    description: str
    note: str | None = None
    remarks: str = ""
    point: str | None = None
