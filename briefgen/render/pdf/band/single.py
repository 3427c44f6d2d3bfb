"""A brief of one page in BAND: key judgements in columns, beside the figure where it is slender enough."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ....model.document import BottomLine, Bullets, FigureBlock, KeyJudgements, Outlook, Statement
from ....model.measures import mm
from ....typeset import pages
from .. import inlines, pictures, summary
from ..boxes import Columns, Ground, Hairline, Measured, Part, Strip, Words
from ..inside import natural, spoken
from ..paragraph import width_of
from ..stack import Context, beside, keyed, label, put, say
from .opening import Opening, band

LOOSEST = 2.0
"""How much wider than at the least the gaps between key judgements may become."""

Cell = tuple[Strip, ...]


def single(context: Context) -> Iterator[Opening]:
    """Yield the ways to open a brief of one page: the band, then what stands in columns.

    The last is the lowest: the outlook stands beside the judgements, above a figure that needs the page's width.
    """
    blocks = context.document.blocks
    first = blocks[0] if blocks and isinstance(blocks[0], BottomLine) else None
    at = 1 if first else 0
    above = replace(band(context, first), block=0 if first else -1)

    def opening(row: Measured, *done: int) -> Opening:
        return (above, replace(row, block=at)), {*range(at), *done}

    match blocks[at : at + 3]:
        case (KeyJudgements() as block, FigureBlock() as figure, Bullets() as rest) if pictures.slender(figure.figure):
            yield opening(_row(_with(figure, block, rest, context), block, rest), at, at + 1, at + 2)
        case (KeyJudgements() as block, FigureBlock() as figure, *_) if pictures.slender(figure.figure):
            yield opening(_row(_with(figure, block, None, context), block), at, at + 1)
        case (KeyJudgements() as block, *_):
            yield opening(judgements(block, context), at)
            outlooks = ((n, b) for n, b in enumerate(blocks) if isinstance(b, Outlook) and n > at + 1)
            for n, outlook in outlooks:
                yield opening(_beside(outlook, block, context), at, n)
        case _:
            yield (above,), set(range(at))


def judgements(block: KeyJudgements, context: Context) -> Measured:
    """Return the judgements in two columns."""
    return _row(_two(block, context), block)


def _row(cells: tuple[Cell, ...], *blocks: KeyJudgements | Bullets | Outlook, ground: Ground | None = None) -> Measured:
    """Return columns as a box."""
    high = max(map(natural, cells))
    grown = max(natural(c) + sum(s.picture.grow for s in c if s.picture) for c in cells)
    loose = max((LOOSEST - 1) * sum(s.gap for s in c if s.loose) for c in cells)
    found = Measured(
        box=pages.Box(id="key-judgements", heights=(high,), split=False, grow=grown - high, loose=loose, clear=True),
        body=Columns(cells=cells, ground=ground),
        units=tuple(s.unit for block in blocks for s in block.statements),
    )
    calls = tuple((0, note) for words in spoken(found) for _, note in words.setting.calls())
    return replace(found, box=replace(found.box, calls=calls))


def _with(figure: FigureBlock, block: KeyJudgements, rest: Bullets | None, context: Context) -> tuple[Cell, Cell]:
    """Return the judgements in the left column, the figure and what follows it in the right one."""
    side = mm(context.look.theme.band.figure_column_mm)
    left = context.grid.width - side - mm(context.look.theme.grid.gutter_mm)
    x = context.grid.width - side
    return (
        (
            _head(context, left),
            *_entries(block.statements, context, 0.0, left, 1),
            _hint(block, context, 0.0, left),
        ),
        (*_figure(figure, context, x, side), *(_points(rest, context, x, side) if rest else ())),
    )


def _beside(outlook: Outlook, block: KeyJudgements, context: Context) -> Measured:
    """Return the judgements in the left column, the outlook on a panel in the right one, the hint at its foot."""
    look, theme = context.look, context.look.theme
    side = mm(theme.band.figure_column_mm)
    left, x = context.grid.width - side - mm(theme.grid.gutter_mm), context.grid.width - side
    inset, pad = map(mm, theme.panel_pad_mm)
    head = label(context.document.labels.outlook, "outlook", _column(context, x, side), inset=inset)
    head = replace(head, down=pad)
    run = inlines.running(outlook.statements, look.style.text, context.language)
    down = pad + head.setting.height + look.space.hair
    words = put(run, look.style.text, side - 2 * inset, x=x + inset, path=(("P", "outlook"),), down=down)
    signal = Hairline(x=x, length=side, width=theme.rule.panel_top, colour=theme.colour.signal)
    hint = _hint(block, context, x + inset, side - 2 * inset)
    cells = (
        (_head(context, left), *_entries(block.statements, context, 0.0, left, 1)),
        (
            Strip(parts=(signal, head, words), height=down + words.setting.height),
            replace(hint, height=hint.height + pad),
        ),
    )
    return _row(cells, block, outlook, ground=Ground(x=x, width=side, height=0.0, colour=theme.colour.panel))


def _two(block: KeyJudgements, context: Context) -> tuple[Cell, Cell]:
    """Return two columns of judgements in rows of one height; the hint fills the free place, or stands below all."""
    gutter = mm(context.look.theme.grid.gutter_mm)
    width = (context.grid.width - gutter) / 2
    x, count = width + gutter, (len(block.statements) + 1) // 2
    head = _head(context, context.grid.width)
    left = list(_entries(block.statements[:count], context, 0.0, width, 1))
    right = list(_entries(block.statements[count:], context, x, width, count + 1))
    if len(left) > len(right):
        right.append(_hint(block, context, x, width))
    else:
        left.append(_hint(block, context, 0.0, context.grid.width))
        right.append(Strip(parts=(), height=0.0))
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        high, gap = max(one.height, two.height), max(one.gap, two.gap)
        left[n], right[n] = (replace(s, height=high, gap=gap, loose=n > 0) for s in (one, two))
    return (head, *left), (Strip(parts=(), height=head.height), *right)


def _head(context: Context, width: float) -> Strip:
    """Return the label over the judgements, and the rule below it."""
    words = label(context.document.labels.key_judgements, "key-judgements", _column(context, 0.0, width))
    return _ruled(words, context, 0.0, width)


def _column(context: Context, x: float, width: float) -> Context:
    """Return a context whose label column is a column of the page."""
    return replace(context, grid=replace(context.grid, label_x=x, label=width))


def _ruled(words: Words, context: Context, x: float, width: float) -> Strip:
    theme = context.look.theme
    down = words.setting.height + context.look.space.hair
    line = Hairline(x=x, length=width, width=theme.rule.table_outer, colour=theme.colour.head, down=down)
    return Strip(parts=(words, line), height=down + line.width)


def _entries(some: Sequence[Statement], context: Context, x: float, width: float, first: int) -> Iterator[Strip]:
    """Yield judgements behind large numbers, hairlines between them."""
    look = context.look
    style, numeral, space = look.style.judgement, look.style.numeral, look.space
    tops = (style.baseline - style.cap) - (numeral.baseline - numeral.cap)
    for n, one in enumerate(some, first):
        path = (("L", "judgements"), ("LI", one.unit))
        figure = inlines.words(str(n), numeral, context.language)
        hang = max(mm(look.theme.band.hang_mm), width_of(figure) + space.thin)
        run = inlines.statement(one, style, context.language)
        words = put(run, style, width - hang, x=x + hang, path=(*path, ("LBody", "body")))
        mark = put(figure, numeral, hang, x=x, path=(*path, ("Lbl", "label")), down=tops)
        yield _lined((mark, words), context, x, width, ruled=n > first)


def _lined(some: tuple[Words, ...], context: Context, x: float, width: float, *, ruled: bool) -> Strip:
    """Return words under a hairline; the last of them is the tallest."""
    look = context.look
    above = look.space.small if ruled else 0.0
    line = Hairline(x=x, length=width, width=look.theme.rule.divide, colour=look.theme.colour.hair)
    moved = tuple(replace(words, down=words.down + above) for words in some)
    parts: tuple[Part, ...] = (line, *moved) if ruled else moved
    return Strip(parts=parts, height=above + some[-1].setting.height, gap=look.space.small, loose=ruled)


def _hint(block: KeyJudgements, context: Context, x: float, width: float) -> Strip:
    words = say(block.hint, context.look.style.caption, width, context, x=x, path=(("P", "hint"),))
    return Strip(parts=(words,), height=words.setting.height, gap=context.look.space.small, loose=True)


def _figure(block: FigureBlock, context: Context, x: float, width: float) -> Iterator[Strip]:
    """Yield a figure's name over a rule, its head, its picture, its key and source."""
    sketch = context.sketches[block.figure.words.id]
    style, space = context.look.style, context.look.space
    yield _ruled(pictures.name(block, context, x, width), context, x, width)
    head = [(0.0, pictures.headline(block, style.figure_head, context, x, width))]
    if block.figure.words.subtitle:
        head.append((space.hair, pictures.subtitle(block, context, x, width)))
    above = beside(head)
    yield Strip(parts=above.parts, height=above.height, gap=space.small)
    drawing = pictures.drawn(block, sketch, x, width)
    yield Strip(parts=(), height=drawing.least, gap=space.small, picture=drawing)
    below = keyed(beside(()), sketch.key, _column(context, x, width), pictures.caption(block), 0.0)
    source = pictures.source(block, sketch, context, x, width)
    down = below.height + (space.thin if sketch.key else 0.0)
    parts = (*below.parts, replace(source, down=down))
    yield Strip(parts=parts, height=down + source.setting.height, gap=space.thin)


def _points(block: Bullets, context: Context, x: float, width: float) -> Iterator[Strip]:
    """Yield further statements under hairlines, behind dashes, and their headline if they have one."""
    style = context.look.style.text
    hang = summary.BULLET * style.size
    if block.headline:
        face = context.look.style.subsection
        title = inlines.words(block.headline, face, context.language)
        yield _lined((put(title, face, width, x=x, path=(("H2", "points"),)),), context, x, width, ruled=True)
    for one in block.statements:
        path = (("L", "points"), ("LI", one.unit))
        run = inlines.statement(one, style, context.language, lead=False, short=True)
        words = put(run, style, width - hang, x=x + hang, path=(*path, ("LBody", "body")))
        dash = summary.mark("–", style, hang, context, x=x, path=(*path, ("Lbl", "label")))
        yield _lined((dash, words), context, x, width, ruled=True)
