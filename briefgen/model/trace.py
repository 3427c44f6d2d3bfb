"""The trace record that every file carries: which units stand where, and what they rest on."""

import msgspec

from .base import Value


class TracedUnit(Value, frozen=True, kw_only=True):
    """A unit in a file: `at` are its pages or slides from 1, `paragraphs` those of the source."""

    id: str
    at: tuple[int, ...]
    paragraphs: tuple[str, ...]
    references: tuple[str, ...]


SCHEMA = "briefgen/trace/1"


class TracedFigure(Value, frozen=True, kw_only=True):
    """A figure or table in a file, and its pages or slides."""

    id: str
    at: tuple[int, ...]


class Trace(Value, frozen=True, kw_only=True):
    """The record of one file; never its own hash, never what was left out.

    `hashes` and `texts` are keyed "<kind>/<id>": what the file shows, told apart from later states and in words.
    """

    schema: str = SCHEMA
    brief: str
    edition: str
    title: str
    short_title: str = ""
    as_of: str = ""
    length: str
    format: str
    report: str
    report_sha256: str
    units: tuple[TracedUnit, ...]
    hashes: dict[str, str]
    marking: str | None = None
    figures: tuple[TracedFigure, ...] = ()
    texts: dict[str, str] = msgspec.field(default_factory=dict)
