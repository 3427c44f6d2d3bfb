"""The parts of a brief that answer first and last: title, bottom line, key judgements, outlook, watch list, sources."""

from collections.abc import Iterator

from msgspec.structs import replace

from ...model.document import (
    BottomLine,
    Bullets,
    Colophon,
    KeyJudgements,
    Outlook,
    Watch,
)
from ...model.measures import mm
from ...model.spec import Length
from . import inlines
from .boxes import Beside, Measured, Outline, Path, Step, Words
from .endnotes import endnotes
from .stack import Context, aligned, label, passage, put, rule, say
from .styles import Style

HANG = 1.6
"""How far a judgement's text hangs behind its number, in em of the text."""
BULLET = 1.2
IMPRINT: Step = ("Sect", "imprint")
"""What says whose brief this is: a section of its own, without a heading."""


def one_page(length: Length) -> bool:
    """Tell whether a length is set as a single page, open and without panel."""
    return length.pages == 1


def title(context: Context) -> Iterator[Measured]:
    """Yield the kicker of a longer brief, and the title."""
    document, style, space = context.document, context.look.style, context.look.space
    alone = one_page(document.length)
    if document.kicker and not alone:
        run = inlines.words(document.kicker, style.label, document.language)
        words = put(run, style.label, context.grid.width, x=0.0, path=(("P", "kicker"),))
        words = replace(words, spoken=document.kicker if style.label.caps else None)
        yield passage(words, "kicker", before=0.0, after=space.large, keep=True, split=False)
    words = put(
        inlines.words(document.title, style.title_one if alone else style.title_long, document.language),
        style.title_one if alone else style.title_long,
        context.grid.width,
        x=0.0,
        path=(("H1", "title"),),
        outline=Outline(title=document.title, level=0),
    )
    yield passage(words, "title", before=0.0, after=space.large if alone else space.wide, keep=True, split=False)


def bottom_line(block: BottomLine, context: Context) -> Iterator[Measured]:
    """Yield the bottom line: labelled on one page, else beside series, date and author."""
    document, styles = context.document, context.look.style
    one, alone = block.statement, one_page(document.length)
    style = styles.bottom_line if alone else styles.standfirst
    words = put(
        inlines.statement(one, style, document.language, lead=False),
        style,
        context.grid.text,
        x=context.grid.text_x,
        path=(("P", one.unit),),
    )
    if alone:
        column = aligned(label(document.labels.bottom_line, "bottom-line", context), to=style)
    else:
        column = _imprint(context)
    yield passage(words, one.unit, before=0.0, split=False, beside=column, notes=document.footnotes, units=(one.unit,))


def _imprint(context: Context) -> Beside:
    """Return what a longer brief says of itself in the label column: series, date, author."""
    document, style = context.document, context.look.style
    lines = (
        document.issuer_line,
        document.as_of,
        document.author_line,
    )
    words = [
        (0.0, say(text, style.caption, context.grid.label, context, x=0.0, path=(("P", f"imprint.{n}"),)))
        for n, text in enumerate(lines)
        if text
    ]
    if not words:
        return Beside(parts=(), height=0.0)
    return aligned(words[0][1], *words[1:], to=style.standfirst)


def key_judgements(block: KeyJudgements, context: Context) -> Iterator[Measured]:
    """Yield the judgements, numbered: open under a hairline on one page, else on a panel of their own."""
    document, look, grid = context.document, context.look, context.grid
    space, alone = look.space, one_page(document.length)
    style = look.style.judgement if alone else look.style.panel
    inset, pad = (0.0, 0.0) if alone else map(mm, look.theme.panel_pad_mm)
    hang = HANG * style.size
    head = label(document.labels.key_judgements, "key-judgements", context, inset=inset)
    hint = say(block.hint, look.style.caption, grid.label - inset, context, x=inset, path=(("P", "hint"),))
    if alone:
        yield hairline("key-judgements.rule", context)
    for n, one in enumerate(block.statements):
        entry = (("L", "judgements"), ("LI", one.unit))
        words = put(
            inlines.statement(one, style, document.language),
            style,
            grid.text - hang - inset,
            x=grid.text_x + hang,
            path=(*entry, ("LBody", "body")),
        )
        yield passage(
            words,
            one.unit,
            before=(0.0 if alone else space.large) if n == 0 else space.thin,
            after=0.0 if alone or n < len(block.statements) - 1 else space.large,
            head=mark(str(n + 1), style, hang, context, x=grid.text_x, path=(*entry, ("Lbl", "label"))),
            beside=aligned(head, (space.thin, hint), to=style) if n == 0 else None,
            clear=n == 0,
            panel=None if alone else "key-judgements",
            pad=pad,
            notes=document.footnotes,
            units=(one.unit,),
        )


def mark(text: str, style: Style, width: float, context: Context, *, x: float, path: Path) -> Words:
    """Return a number or mark in accent, to stand left of an entry."""
    plain = replace(style, old_style=False)
    piece = inlines.words(text, plain, context.language, strong=True)[0]
    coloured = replace(piece, colour=context.look.theme.colour.accent)
    return put((coloured,), plain, width, x=x, path=path)


def bullets(block: Bullets, context: Context, name: str) -> Iterator[Measured]:
    """Yield short statements as a list behind dashes, its headline in the label column."""
    document, grid = context.document, context.grid
    style, space = context.look.style, context.look.space
    hang = BULLET * style.text.size
    title = inlines.words(block.headline, style.subsection, document.language)
    head = put(title, style.subsection, grid.label, x=grid.label_x, path=(("H2", name),))
    for n, one in enumerate(block.statements):
        entry = (("L", name), ("LI", one.unit))
        words = put(
            inlines.statement(one, style.text, document.language, lead=False, short=True),
            style.text,
            grid.text - hang,
            x=grid.text_x + hang,
            path=(*entry, ("LBody", "body")),
        )
        yield passage(
            words,
            one.unit,
            before=space.thin if n else space.large,
            head=mark("–", style.text, hang, context, x=grid.text_x, path=(*entry, ("Lbl", "label"))),
            beside=aligned(head, to=style.text) if n == 0 and block.headline else None,
            clear=n == 0,
            notes=document.footnotes,
            units=(one.unit,),
        )


def outlook(block: Outlook, context: Context) -> Iterator[Measured]:
    """Yield the outlook as one paragraph under a hairline."""
    style = context.look.style
    head = label(context.document.labels.outlook, "outlook", context)
    words = put(
        inlines.running(block.statements, style.text, context.language),
        style.text,
        context.grid.text,
        x=context.grid.text_x,
        path=(("P", "outlook"),),
    )
    yield hairline("outlook.rule", context)
    yield passage(
        words,
        "outlook",
        before=0.0,
        beside=aligned(head, to=style.text),
        notes=context.document.footnotes,
    )


def watch(block: Watch, context: Context) -> Iterator[Measured]:
    """Yield what to watch: a bold lead and a sentence each."""
    style, space = context.look.style, context.look.space
    head = label(context.document.labels.watch, "watch", context)
    for n, one in enumerate(block.statements):
        words = put(
            inlines.statement(one, style.text, context.language),
            style.text,
            context.grid.text,
            x=context.grid.text_x,
            path=(("L", "watch"), ("LI", one.unit), ("LBody", "body")),
        )
        yield passage(
            words,
            one.unit,
            before=space.thin if n else space.large,
            beside=aligned(head, to=style.text) if n == 0 else None,
            clear=n == 0,
            notes=context.document.footnotes,
            units=(one.unit,),
        )


def sources(context: Context) -> Iterator[Measured]:
    """Yield the line of sources or the list of notes, where notes do not stand at the foot of their pages."""
    document, look = context.document, context.look
    if document.footnotes or not document.notes:
        return
    if document.length.full_notes:
        yield from endnotes(context)
        return
    style = look.style.caption
    run = inlines.sources(
        document.notes,
        style,
        document.language,
        colour=look.theme.colour.accent,
        gap=look.space.thin,
        room=context.grid.text,
    )
    words = put(run, style, context.grid.text, x=context.grid.text_x, path=(("P", "sources"),))
    head = label(document.labels.sources, "sources", context)
    yield passage(words, "sources", before=look.space.small, least=1, beside=aligned(head, to=style), clear=True)


def colophon(block: Colophon, context: Context) -> Iterator[Measured]:
    """Yield whose report the brief is drawn from."""
    style = context.look.style.caption
    words = put(
        tuple(inlines.pieces(block.text, style, context.language)),
        style,
        context.grid.text,
        x=context.grid.text_x,
        path=(IMPRINT, ("P", "colophon")),
    )
    yield passage(words, "colophon", before=context.look.space.small, split=False)


def hairline(name: str, context: Context, *, below: float | None = None) -> Measured:
    """Return the hairline that parts the blocks of a page, as far from the one below as from the one above."""
    theme, space = context.look.theme, context.look.space
    return rule(
        name,
        context,
        width=theme.rule.divide,
        colour=theme.colour.hair,
        before=space.medium,
        after=space.medium if below is None else below,
    )
