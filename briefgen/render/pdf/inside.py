"""What stands inside boxes: the parts of a column, pictures with their heights, words."""

from collections.abc import Iterator
from typing import assert_never

from ...model.measures import mm
from .boxes import (
    Band,
    Columns,
    Lead,
    Measured,
    Passage,
    Picture,
    Rows,
    Rule,
    Strip,
    Twin,
    Words,
)

WIDEST = mm(8)
"""How much wider than at the least a gap in a column may become."""


def stacked(cell: tuple[Strip, ...], height: float) -> Iterator[tuple[Strip, float, float]]:
    """Yield each strip of a column, how far below the column's top it begins, and the height of its picture.

    What room is left is shared out among the loose strips, as far as a gap is no hole; one alone stands at the foot.
    """
    spare = max(height - natural(cell), 0.0)
    gains = [min(spare, s.picture.grow) if s.picture else 0.0 for s in cell]
    loose = sum(s.loose for s in cell)
    more = (spare - sum(gains)) / max(loose, 1)
    if loose > 1:
        more = min(more, WIDEST)
    down = 0.0
    for strip, gain in zip(cell, gains, strict=True):
        down += strip.gap + (more if strip.loose else 0.0)
        yield strip, down, strip.picture.least + gain if strip.picture else 0.0
        down += strip.height + gain


def natural(cell: tuple[Strip, ...]) -> float:
    """Return the height of a column with its pictures at their least."""
    return sum(s.gap + s.height for s in cell)


def pictured(one: Measured, height: float) -> Iterator[tuple[Picture, float]]:
    """Yield the pictures of a box of a given height, and how high each is."""
    match one.body:
        case Picture():
            yield one.body, height
        case Columns(cells=cells):
            for cell in cells:
                yield from ((s.picture, high) for s, _, high in stacked(cell, height) if s.picture)
        case Passage() | Twin() | Rows() | Rule() | Lead() | Band():
            pass
        case _:
            assert_never(one.body)


def spoken(one: Measured) -> Iterator[Words]:
    """Yield all words of a box and of what stands beside it, in no order."""
    match one.body:
        case Passage(words=words, head=head):
            yield words
            yield from (head,) if head else ()
        case Twin(paragraphs=paragraphs):
            yield from paragraphs
        case Rows(head=first, rows=rows, source=source):
            yield from (cell for row in (first, *rows) for cell in row.cells)
            yield from (source,) if source else ()
        case Lead(words=words, mark=mark):
            yield words
            yield from (mark,) if mark else ()
        case Band(title=title, below=below):
            yield from (title, *below)
        case Columns(cells=cells):
            yield from (p for cell in cells for s in cell for p in s.parts if isinstance(p, Words))
        case Picture() | Rule():
            pass
        case _:
            assert_never(one.body)
    yield from (p for p in (one.beside.parts if one.beside else ()) if isinstance(p, Words))
