"""What the furniture of a page or slide is called."""

from .base import Value


class Labels(Value, frozen=True, kw_only=True):
    """The furniture's words in one language; {} stand for what is filled in."""

    language: str
    bottom_line: str
    key_judgements: str
    contents: str
    outlook: str
    watch: str
    sources: str
    source: str
    figure: str
    table: str
    figures: str
    tables: str
    page: str
    as_of: str
    after: str
    hedges: str
    continued: str
    say: str
    how_sure: str
    evidence: str
    method: str
    references: str
    agenda: str
    works: str
    backup: str
    supports: str
