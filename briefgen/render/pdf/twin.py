"""Running text in two columns: neighbouring paragraphs as one box, a row of which is a line of each column.

Rows `start` to `stop` hold the lines from 2 x start on, the first half of them in the left column: so each page is read
down one column and then down the other, notes stand at the foot of the page that calls them, and columns end level.
"""

from collections.abc import Iterator, Sequence

from ...model.document import Document, Prose
from ...model.measures import mm
from ...model.theme import Theme
from ...typeset import pages
from . import inlines
from .boxes import Measured, Twin
from .prose import INDENT, asides
from .stack import Context, passage, put

SHORTEST = 4
"""Lines that are divided between columns; fewer stand in the left one."""
LEAST = 3
"""Rows that may stand alone on a page."""
LONG = 3
"""Pages from which a brief's running text stands in columns."""


def wanted(document: Document, theme: Theme) -> bool:
    """Tell whether a theme sets a document's running text in two columns."""
    return theme.text_columns == 2 and document.length.pages >= LONG


def run(blocks: Sequence[Prose], context: Context, *, follows: str) -> Iterator[Measured]:
    """Yield neighbouring paragraphs as one box over the full width, then what is said aside of them."""
    style, space, place = context.look.style.text, context.look.space, context.grid
    gutter, x = mm(context.look.theme.grid.gutter_mm), 0.0 if place.label_x == 0.0 else place.text_x
    width = (place.width - x - gutter) / 2
    paragraphs = tuple(
        put(
            inlines.running(block.statements, style, context.language),
            style,
            width,
            x=x,
            path=(("P", block.statements[0].unit),),
            indent=INDENT * style.size if n or follows == "prose" else 0.0,
        )
        for n, block in enumerate(blocks)
    )
    lines = sum(len(words.setting.lines) for words in paragraphs)
    body = Twin(paragraphs=paragraphs, shift=width + gutter, alone=lines < SHORTEST)
    calls = (
        (row, note)
        for row in range(body.rows)
        for strand in body.strands(row, row + 1)
        for line, note in strand.words.setting.calls()
        if strand.start <= line < strand.stop
    )
    box = pages.Box(
        id=blocks[0].statements[0].unit,
        heights=(style.leading,) * body.rows,
        before=space.large if follows in ("figure", "other") else 0.0,
        least=LEAST,
        calls=tuple(calls) if context.document.footnotes else (),
        clear=True,
    )
    yield Measured(box=box, body=body)
    for block in blocks:
        for name, pieces in asides(block, context):
            words = put(pieces, context.look.style.caption, width, x=x, path=(("P", name),))
            yield passage(words, name, before=space.small)
