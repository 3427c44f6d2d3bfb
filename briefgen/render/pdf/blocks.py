"""Block -> boxes: one arm for each kind of block, in the document's order; BAND has arms of its own for some."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from ...model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Contents,
    FigureBlock,
    FigureTable,
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
from ...model.theme import Construction
from . import backmatter, band, pictures, prose, summary, tables, twin
from .boxes import Measured
from .contents import contents
from .stack import Context


def measured(context: Context, done: Collection[int] = ()) -> Iterator[Measured]:
    """Yield the boxes of the document's blocks, but for those that are `done` by their number."""
    blocks = context.document.blocks
    twofold = twin.wanted(context.document, context.look.theme)
    left = [n for n in range(len(blocks)) if n not in done]
    for (_, prose_run), group in groupby(left, key=lambda n: _together(n, blocks, twofold=twofold)):
        run = list(group)
        follows = _kind(blocks[run[0] - 1] if run[0] else None)
        found = [blocks[n] for n in run]
        if prose_run:
            boxes = twin.run([b for b in found if isinstance(b, Prose)], context, follows=follows)
        else:
            boxes = _built(found[0], follows, f"block.{run[0]}", context)
        for one in boxes:
            yield replace(one, block=run[0])


def _together(n: int, blocks: Sequence[Block], *, twofold: bool) -> tuple[int, bool]:
    """Return what blocks of one box share: in two columns, the number of what stands above a run of paragraphs."""
    if not twofold or not isinstance(blocks[n], Prose):
        return n, False
    first = n
    while first and isinstance(blocks[first - 1], Prose):
        first -= 1
    return first, True


def _built(block: Block, follows: str, name: str, context: Context) -> Iterator[Measured]:
    match context.look.theme.construction:
        case Construction.MARGIN:
            return _block(block, follows, name, context)
        case Construction.BAND:
            own = band.block(block, context, follows=follows, name=name)
            return band.freed(_block(block, follows, name, band.shared(context)), context) if own is None else own
        case _:
            assert_never(context.look.theme.construction)


def _block(block: Block, follows: str, name: str, context: Context) -> Iterator[Measured]:
    match block:
        case BottomLine():
            return summary.bottom_line(block, context)
        case KeyJudgements():
            return summary.key_judgements(block, context)
        case Contents():
            return contents(block, context)
        case Heading():
            return prose.heading(block, context, wide=twin.wanted(context.document, context.look.theme))
        case Prose():
            return prose.prose(block, context, follows=follows)
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
        case FigureTable():
            return backmatter.figure_table(block, context)
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
