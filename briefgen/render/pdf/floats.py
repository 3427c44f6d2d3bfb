"""Figures and tables change places with a paragraph where a page would end early for lack of room for them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.document import Document, FigureBlock, Heading, Prose, TableBlock
from ...typeset.filling import fill
from ...typeset.pages import Page
from .renumber import renumbered

if TYPE_CHECKING:
    from .layout import Layout

MOVES = 4
"""How many figures may move in one document."""
EMPTY = 0.93
"""A page less full than this is worth a move."""
GAIN = 0.002
CUT = 0.02
"""What a table that is cut counts as: a page of which a seventh is empty."""
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
    """Return how empty the pages before the last are; two half empty pages are less bad than one empty one.

    A table that runs on to a page counts as well.
    """
    cut = sum(page.slices[0].start > 0 and _at(found, page) is not None for page in found.pages if page.slices)
    return sum((1 - fill) ** 2 for fill in found.fills[:-1]) + CUT * cut


def _at(found: "Layout", page: Page) -> int | None:
    """Return which block of a document a page begins with, behind its headline, where it is a figure or table."""
    blocks, first = found.document.blocks, page.slices[0]
    at = found.boxes[first.box].block
    at += at >= 0 and not first.start and isinstance(blocks[at], Heading)  # a headline waits with its figure
    return at if 0 <= at < len(blocks) and isinstance(blocks[at], FigureBlock | TableBlock) else None


def _better(trial: "Layout", found: "Layout") -> bool:
    return trial.fits and len(trial.pages) <= len(found.pages) and _waste(trial) < _waste(found) - GAIN


def _moves(found: "Layout") -> "Iterator[Document]":
    """Yield documents in which a figure stands a paragraph later or earlier that begins a page behind an empty foot.

    So may a table that is cut.
    """
    blocks = found.document.blocks
    for page, full in zip(found.pages[1:], found.fills, strict=False):
        at = _at(found, page) if page.slices else None
        if at is None or (full >= EMPTY and not page.slices[0].start):
            continue
        for first in (at, at - 1):
            pair = blocks[first : first + 2]
            other = pair[1] if first == at and len(pair) == 2 else pair[0]
            if len(pair) == 2 and isinstance(other, Prose) and other.section == getattr(blocks[at], "section", None):
                swapped = (*blocks[:first], pair[1], pair[0], *blocks[first + 2 :])
                yield replace(found.document, blocks=swapped)
