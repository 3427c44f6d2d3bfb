"""Figures and tables change places with a paragraph where a page would end early for lack of room for them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.document import Document, FigureBlock, Prose, TableBlock

if TYPE_CHECKING:
    from .layout import Layout

MOVES = 4
"""How many figures may move in one document."""
EMPTY = 0.93
"""A page less full than this is worth a move."""
GAIN = 0.002


def settled(found: "Layout", again: "Callable[[Document], Layout]") -> "Layout":
    """Return the layout with figures moved as long as pages gain by it; a layout that does not fit stays as it is."""
    for _ in range(MOVES if found.fits else 0):
        trials = (again(document) for document in _moves(found))
        better = next((t for t in trials if _better(t, found)), None)
        if better is None:
            break
        found = better
    return found


def _waste(found: "Layout") -> float:
    """Return how empty the pages before the last are; two half empty pages are less bad than one empty one."""
    return sum((1 - fill) ** 2 for fill in found.fills[:-1])


def _better(trial: "Layout", found: "Layout") -> bool:
    return trial.fits and len(trial.pages) <= len(found.pages) and _waste(trial) < _waste(found) - GAIN


def _moves(found: "Layout") -> "Iterator[Document]":
    """Yield documents in which a figure that begins a page behind an empty foot stands a paragraph later or earlier."""
    blocks = found.document.blocks
    for page, fill in zip(found.pages[1:], found.fills, strict=False):
        if fill >= EMPTY or not page.slices or page.slices[0].start:
            continue
        at = found.boxes[page.slices[0].box].block
        if at < 0 or not isinstance(blocks[at], FigureBlock | TableBlock):
            continue
        for first in (at, at - 1):
            pair = blocks[first : first + 2]
            other = pair[1] if first == at and len(pair) == 2 else pair[0]
            if len(pair) == 2 and isinstance(other, Prose) and other.section == getattr(blocks[at], "section", None):
                swapped = (*blocks[:first], pair[1], pair[0], *blocks[first + 2 :])
                yield replace(found.document, blocks=swapped)
