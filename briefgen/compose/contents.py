"""Blocks -> the contents that lead to them."""

from collections.abc import Iterable, Sequence

from ..model.document import (
    Block,
    BottomLine,
    Contents,
    FigureBlock,
    Heading,
    KeyJudgements,
    Listed,
    Method,
    Outlook,
    References,
    TableBlock,
    Watch,
    target,
)
from ..model.labels import Labels
from ..typeset import furniture


def with_contents(blocks: Sequence[Block], labels: Labels, language: str) -> list[Block]:
    """Return the blocks with contents behind those that answer first; without a section there is nothing to list.

    `language` is that of the content.
    """
    if not any(isinstance(b, Heading) for b in blocks):
        return list(blocks)
    first = next((n for n, b in enumerate(blocks) if not isinstance(b, BottomLine | KeyJudgements)), len(blocks))
    listed = tuple(_listed(blocks, labels, labels.language if labels.language != language else None))
    figures = tuple(one for one in listed if one.target.startswith("figure/"))
    parts = tuple(one for one in listed if one not in figures)
    return [*blocks[:first], Contents(parts=parts, figures=figures, label=_label(blocks, labels)), *blocks[first:]]


def _label(blocks: Sequence[Block], labels: Labels) -> str:
    """Return what heads the list of figures: "Figures and tables", or the one kind that there is."""
    kinds = ((FigureBlock, labels.figures), (TableBlock, labels.tables))
    there = [word for kind, word in kinds if any(isinstance(b, kind) for b in blocks)]
    return furniture.joined([*there[:1], *(word.lower() for word in there[1:])], labels.language)


def _listed(blocks: Sequence[Block], labels: Labels, language: str | None) -> Iterable[Listed]:
    for block in blocks:
        to = target(block)
        if to is None:
            continue
        match block:
            case Heading():
                yield Listed(target=to, title=block.headline, mark=str(block.number or ""), level=block.level)
            case FigureBlock():
                yield Listed(target=to, title=block.figure.words.headline, mark=_name(labels.figure, block.number))
            case TableBlock():
                yield Listed(target=to, title=block.words.headline, mark=_name(labels.table, block.number))
            case Outlook():
                yield Listed(target=to, title=labels.outlook, language=language)
            case Watch():
                yield Listed(target=to, title=labels.watch, language=language)
            case Method():
                yield Listed(target=to, title=block.label, language=language)
            case References():
                yield Listed(target=to, title=labels.references, language=language)


def _name(word: str, number: int | None) -> str:
    """Return what a figure or table is called: "Figure 2"."""
    return word if number is None else f"{word} {number}"
