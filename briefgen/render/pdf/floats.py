"""Figures and tables change places with a paragraph where a page would end early for lack of room for them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.document import Document, FigureBlock, Heading, Prose, TableBlock
from ...typeset.filling import fill
from .renumber import renumbered

if TYPE_CHECKING:
    from .layout import Layout

MOVES = 4
"""How many figures may move in one document."""
EMPTY = 0.93
"""A page less full than this is worth a move."""
GAIN = 0.002
REACH = 6
"""How many blocks a figure may be put off by that page one has no room for."""

Again = Callable[[Document], "Layout"]


def settled(found: "Layout", again: Again) -> "Layout":
    """Return the layout with figures moved as long as pages gain by it; a layout that does not fit stays as it is."""
    found = _opened(found, again)
    for _ in range(MOVES if found.fits else 0):
        trials = (again(renumbered(document)) for document in _moves(found))
        better = next((t for t in trials if _better(t, found)), None)
        if better is None:
            break
        found = better
    return found


def _opened(found: "Layout", again: Again) -> "Layout":
    """Return the layout with figures put off that stand in no column of page one, so that text fills its column."""
    for _ in range(MOVES if found.where is None else 0):
        trials = [again(renumbered(document)) for document in _later(found)]
        fits = [t for t in trials if t.where is None and len(t.broken) <= len(found.broken)]
        better = max(fits, key=_start, default=found)
        if _start(better) <= _start(found) + GAIN:
            break
        found = better
    return found


def _start(found: "Layout") -> float:
    """Return how full page one is, with pictures at their least height."""
    return fill(found.broken[0], found.sheet)


def _later(found: "Layout") -> "Iterator[Document]":
    """Yield documents in which the figure that keeps text from page one stands some paragraphs later."""
    if len(found.broken) < 2 or not found.broken[0].apart or _start(found) >= EMPTY:
        return
    blocks, first = found.document.blocks, found.broken[1].slices[0]
    at = found.flow.shown(found.broken)[first.box].block
    at += isinstance(blocks[at], Heading) and first.start == 0  # a headline waits with its figure
    if first.start or at >= len(blocks) or not isinstance(blocks[at], FigureBlock | TableBlock):
        return
    for n in range(at + 1, min(at + 1 + REACH, len(blocks))):
        if not isinstance(blocks[n], Prose | Heading):
            return
        if isinstance(blocks[n], Prose):
            yield replace(found.document, blocks=(*blocks[:at], *blocks[at + 1 : n + 1], blocks[at], *blocks[n + 1 :]))


def _waste(found: "Layout") -> float:
    """Return how empty the pages before the last are; two half empty pages are less bad than one empty one."""
    return sum((1 - fill) ** 2 for fill in found.fills[:-1])


def _better(trial: "Layout", found: "Layout") -> bool:
    return trial.fits and len(trial.pages) <= len(found.pages) and _waste(trial) < _waste(found) - GAIN


def _moves(found: "Layout") -> "Iterator[Document]":
    """Yield documents in which a figure that begins a page behind an empty foot stands a paragraph later or earlier."""
    blocks = found.document.blocks
    for page, full in zip(found.pages[1:], found.fills, strict=False):
        if full >= EMPTY or not page.slices or page.slices[0].start:
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
