"""The band that page one opens with, and the standfirst and key judgements of a longer brief below it."""

from collections.abc import Iterator

from msgspec.structs import replace

from ....model.document import BottomLine, KeyJudgements
from ....model.measures import mm
from ....typeset import pages
from ....typeset.language import extent
from .. import inlines, summary
from ..boxes import Band, Beside, Ground, Hairline, Measured, Outline, Part, Words
from ..sheet import closing
from ..stack import Context, label, own, passage, put, say
from .places import hang

Opening = tuple[tuple[Measured, ...], set[int]]
"""The boxes that open a brief, and the numbers of the blocks that they show."""
GAP = "\u2003·\u2003"
"""Between what the band says of the brief."""


def band(context: Context, statement: BottomLine | None = None, *, taller: float = 0.0) -> Measured:
    """Return the band at its least height, or so much taller; a single page's grows, and has its bottom line in it."""
    document, look, place = context.document, context.look, context.grid
    tokens, style, space = look.theme.band, look.style, look.space
    alone = summary.one_page(document.length)
    face = style.title_one if alone else style.title_long
    title = put(
        inlines.words(document.title, face, document.language),
        face,
        place.width,
        x=0.0,
        path=(("H1", "title"),),
        outline=Outline(title=document.title, level=0),
    )
    down = title.setting.height + space.medium
    below = tuple(_bottom_line(statement, context, down)) if statement else (_imprint(context, down),)
    rule, gap = mm(tokens.rule_mm), space.large if alone else space.wide
    least = below[-1].down + below[-1].setting.height + space.large + rule + gap
    grow = most(context) + rule + gap - least
    body = Band(
        title=title,
        below=below,
        least=least,
        rule=rule,
        gap=gap,
        count=None if statement else len(below[-1].setting.pieces) - 1,
    )
    box = pages.Box(
        id="title",
        heights=(least + min(taller, max(grow, 0.0)),),
        keep=True,
        split=False,
        loose=max(grow, 0.0) if alone else 0.0,
    )
    return Measured(box=box, body=body, units=(statement.statement.unit,) if statement else ())


def most(context: Context) -> float:
    """Return the height from the text's upper edge to the foot of a band as high as the theme has it."""
    tokens, place = context.look.theme.band, context.grid
    whole = tokens.one_page_mm if summary.one_page(context.document.length) else tokens.long_mm
    return mm(whole) - (place.page_height - place.top)


def _bottom_line(block: BottomLine, context: Context, down: float) -> Iterator[Words]:
    """Yield the label, and the bottom line beside it."""
    document, place = context.document, context.grid
    style, x = context.look.style.bottom_line, hang(context)
    tag = replace(context.look.style.label, colour=context.look.theme.colour.label_on_ground)
    text = document.labels.bottom_line
    head = say(text, tag, x, context, x=0.0, path=(("H2", "bottom-line"),))
    shift = style.baseline - head.setting.baseline
    yield replace(head, down=down + shift, outline=Outline(title=text, level=1))
    run = inlines.statement(block.statement, style, document.language, lead=False)
    yield put(run, style, place.width - x, x=x, path=(("P", block.statement.unit),), down=down)


def _imprint(context: Context, down: float) -> Words:
    """Return what a longer brief says of itself: date, author, and its number of pages, the longest it may be."""
    document = context.document
    style = replace(context.look.style.text, colour=context.look.theme.colour.pale, old_style=False)
    parts = [p for p in (document.as_of, document.author_line) if p]
    run = (
        *(piece for p in parts for piece in own(p + GAP, style, context)),
        *own(extent(document.length.pages, document.labels.language), style, context),
    )
    return put(run, style, context.grid.width, x=0.0, path=(("P", "imprint"),), down=down)


def standfirst(block: BottomLine, context: Context) -> Measured:
    """Return the bottom line of a longer brief, over the text column and the numbers beside it."""
    document, place, style = context.document, context.grid, context.look.style.standfirst
    one = block.statement
    words = put(
        inlines.statement(one, style, document.language, lead=False), style, place.edge, x=0.0, path=(("P", one.unit),)
    )
    return passage(words, one.unit, before=0.0, split=False, notes=document.footnotes, units=(one.unit,))


def across(context: Context) -> Opening:
    """Return the boxes of the band and the standfirst."""
    above = band(context, taller=most(context))
    match context.document.blocks[:1]:
        case (BottomLine() as first,):
            return (above, replace(standfirst(first, context), block=0)), {0}
        case _:
            return (above,), set()


def beside(context: Context) -> Opening | None:
    """Return the same with the key judgements in a panel beside the text; None where they do not follow at once."""
    match context.document.blocks[:2]:
        case (BottomLine() as first, KeyJudgements() as second):
            one, style = standfirst(first, context), context.look.style.standfirst
            column = panel(second, context, start=style.baseline - style.cap)
            room = context.grid.height - column.height - band(context).box.height
            called = _called(column) if context.document.footnotes else ()
            calls = tuple((len(one.box.heights) - 1, note) for note in called)
            box = replace(one.box, side=column.height, calls=(*one.box.calls, *calls))
            units = (*one.units, *(s.unit for s in second.statements))
            anchor = replace(one, box=box, beside=column, units=units, block=0)
            return (band(context, taller=max(room, 0.0)), anchor), {0, 1}
        case _:
            return None


def _called(column: Beside) -> tuple[int, ...]:
    return tuple(note for p in column.parts if isinstance(p, Words) for _, note in p.setting.calls())


def panel(block: KeyJudgements, context: Context, *, start: float) -> Beside:
    """Return the key judgements as a panel in the label column, `start` below its top.

    It has a rule above, hairlines between, and the hint last.
    """
    look, place = context.look, context.grid
    theme, space, style = look.theme, look.space, look.style.panel
    pad_x, pad_y = map(mm, theme.panel_pad_mm)
    left, width = place.label_x + pad_x, place.label - 2 * pad_x
    number = summary.HANG * style.size
    hair = Hairline(x=left, length=width, width=theme.rule.divide, colour=theme.colour.hair)
    head = label(context.document.labels.key_judgements, "key-judgements", context, inset=pad_x)
    parts: list[Part] = [replace(head, down=start + pad_y)]
    down = start + pad_y + head.setting.height + space.hair
    for n, one in enumerate(block.statements):
        entry = (("L", "judgements"), ("LI", one.unit))
        parts.append(replace(hair, down=down))
        down += space.hair
        mark = summary.mark(str(n + 1), style, number, context, x=left, path=(*entry, ("Lbl", "label")))
        words = put(
            inlines.statement(one, style, context.language),
            style,
            width - number,
            x=left + number,
            path=(*entry, ("LBody", "body")),
            down=down,
        )
        parts += [replace(mark, down=down), words]
        down += words.setting.height + space.thin
    parts.append(replace(hair, down=down))
    hint = say(block.hint, look.style.caption, width, context, x=left, path=(("P", "hint"),))
    parts.append(replace(hint, down=down + space.hair))
    down += space.hair + hint.setting.height + pad_y
    left, width = place.label_x, place.label
    ground = Ground(x=left, width=width, height=down - start, colour=theme.colour.panel, down=start)
    signal = Hairline(x=left, length=width, width=theme.rule.panel_top, colour=theme.colour.signal, down=start)
    return Beside(parts=(ground, signal, *parts), height=down, aside=True)


def list_across(block: KeyJudgements, context: Context) -> Iterator[Measured]:
    """Yield the key judgements on a panel over both columns, where they do not stand beside the text."""
    place = context.grid
    left = place.label + mm(context.look.theme.grid.gutter_mm)
    return summary.key_judgements(block, replace(context, grid=closing(place, left, place.width)))
