"""Block -> boxes: one arm for each kind of block, in the document's order."""

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from ...model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Contents,
    FigureBlock,
    Heading,
    KeyJudgements,
    Method,
    Outlook,
    Prose,
    References,
    Scale,
    Sources,
    TableBlock,
    Watch,
)
from . import backmatter, pictures, prose, summary, tables
from .boxes import Measured
from .contents import contents
from .stack import Context


def measured(context: Context) -> tuple[Measured, ...]:
    """Return all boxes of the document, the title first."""
    out = [*summary.title(context)]
    before: Block | None = None
    for n, block in enumerate(context.document.blocks):
        out += (replace(one, block=n) for one in _block(block, before, f"block.{n}", context))
        before = block
    return tuple(out)


def _block(block: Block, before: Block | None, name: str, context: Context) -> Iterator[Measured]:
    match block:
        case BottomLine():
            return summary.bottom_line(block, context)
        case KeyJudgements():
            return summary.key_judgements(block, context)
        case Contents():
            return contents(block, context)
        case Heading():
            return prose.heading(block, context)
        case Prose():
            return prose.prose(block, context, follows=_kind(before))
        case Bullets():
            return summary.bullets(block, context, name)
        case FigureBlock():
            return pictures.figure(block, context)
        case TableBlock():
            return tables.table(block, context)
        case Outlook():
            return summary.outlook(block, context)
        case Watch():
            return summary.watch(block, context)
        case Sources():
            return summary.sources(context)
        case Method():
            return backmatter.method(block, context)
        case Scale():
            return backmatter.scale(block, context)
        case References():
            return backmatter.references(block, context)
        case Colophon():
            return backmatter.colophon(block, context)
        case _:
            assert_never(block)


def _kind(block: Block | None) -> str:
    """Return what a paragraph needs to know of the block above it."""
    match block:
        case Prose():
            return "prose"
        case Heading():
            return "heading"
        case FigureBlock() | TableBlock():
            return "figure"
        case _:
            return "other"
