"""Document -> the same with its dates, amounts and numbered words held together, so that no line parts them."""

from functools import lru_cache
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefgen.model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Contents,
    Document,
    FigureBlock,
    FigureTable,
    Heading,
    KeyJudgements,
    Method,
    Note,
    Outlook,
    Prose,
    References,
    Remark,
    Scale,
    Sources,
    Statement,
    TableBlock,
    Watch,
)
from briefgen.model.figure import Words
from briefgen.model.inline import Inlines, Text
from briefgen.typeset import language as lang

MARKS = ";:!?«»"
"""Marks that French sets apart with a space, which a title in another language must not get."""


class Dated(NamedTuple):
    """The date of a brief as it is written, and with its words held together."""

    plain: str
    bound: str


def bound(document: Document) -> Document:
    """Return a document whose texts have no-break spaces where a line must not end."""
    tag, furniture = document.language, document.labels.language
    dated = Dated(document.as_of, bind(document.as_of, furniture))
    return replace(
        document,
        title=bind(document.title, tag),
        short_title=bind(document.short_title, tag),
        subtitle=_maybe(document.subtitle, tag),
        as_of=dated.bound,
        blocks=tuple(_block(b, tag, dated, furniture) for b in document.blocks),
        notes=tuple(_note(n, tag, furniture) for n in document.notes),
    )


@lru_cache(maxsize=1 << 13)
def bind(text: str, tag: str) -> str:
    """Return a text bound as its language asks for it."""
    return lang.bind(text, tag)


def _maybe(text: str | None, tag: str) -> str | None:
    return None if text is None else bind(text, tag)


def _inlines(text: Inlines, tag: str) -> Inlines:
    return tuple(replace(i, text=bind(i.text, i.language or tag)) if isinstance(i, Text) else i for i in text)


@lru_cache(maxsize=1 << 12)
def _note(note: Note, tag: str, furniture: str) -> Note:
    return replace(note, short=_cited(note.short, tag, furniture), full=_cited(note.full, tag, furniture))


def _cited(text: Inlines, tag: str, furniture: str) -> Inlines:
    """Return a citation; what may be a title keeps the marks of its own language, the rest is the furniture's."""
    titled = [isinstance(i, Text) and any(mark in i.text for mark in MARKS) for i in text]
    parts = (_inlines((i,), tag if title else furniture) for i, title in zip(text, titled, strict=True))
    return tuple(i for part in parts for i in part)


def _source(text: Inlines, tag: str, dated: Dated) -> Inlines:
    """Return a source line, in which the date is the furniture's."""
    found = (replace(i, text=i.text.replace(dated.plain, dated.bound)) if isinstance(i, Text) else i for i in text)
    return _inlines(tuple(found), tag)


@lru_cache(maxsize=1 << 12)
def _statement(one: Statement, tag: str) -> Statement:
    tag = one.language or tag
    return replace(one, text=_inlines(one.text, tag), short=bind(one.short, tag), lead=_maybe(one.lead, tag))


def _words(words: Words, tag: str) -> Words:
    return replace(words, headline=bind(words.headline, tag), subtitle=bind(words.subtitle, tag))


def _table(table: TableBlock, tag: str, dated: Dated) -> TableBlock:
    rows = tuple(tuple(bind(c, tag) for c in row) for row in table.rows)
    return replace(table, words=_words(table.words, tag), rows=rows, source=_source(table.source, tag, dated))


def _remark(one: Remark, tag: str) -> Remark:
    return Remark(lead=one.lead, text=bind(one.text, tag), short=bind(one.short, tag))


def _block(block: Block, tag: str, dated: Dated, spoken: str) -> Block:
    """Return a block bound; `tag` is the language of the content, `spoken` that of the furniture."""
    match block:
        case BottomLine():
            return replace(block, statement=_statement(block.statement, tag))
        case KeyJudgements() | Outlook() | Watch():
            return replace(block, statements=tuple(_statement(s, tag) for s in block.statements))
        case Prose() | Bullets():
            statements = tuple(_statement(s, tag) for s in block.statements)
            return replace(block, headline=bind(block.headline, tag), statements=statements)
        case Heading():
            line = _maybe(block.bottom_line, tag)
            return replace(block, headline=bind(block.headline, tag), bottom_line=line)
        case FigureBlock():
            figure = replace(block.figure, words=_words(block.figure.words, tag))
            return replace(block, figure=figure, source=_source(block.source, tag, dated))
        case TableBlock():
            return _table(block, tag, dated)
        case Method():
            remarks = tuple(_remark(r, spoken) for r in block.remarks)
            return replace(block, headline=bind(block.headline, spoken), remarks=remarks)
        case Scale() | FigureTable():
            return replace(block, table=_table(block.table, tag, dated))
        case Colophon():
            imprint = tuple(_inlines(line, tag) for line in block.imprint)
            return replace(block, text=_inlines(block.text, tag), imprint=imprint)
        case Contents() | References() | Sources():
            return block
        case _:
            assert_never(block)
