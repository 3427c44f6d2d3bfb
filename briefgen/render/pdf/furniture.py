"""The furniture of a page: running head, rules, foot and marking. Artifacts all, since none of it is content."""

from msgspec.structs import replace

from ...model.measures import mm
from . import inlines
from .layout import Layout
from .operators import area, rule, text
from .paragraph import Piece, width_of
from .sheet import FOOT_RULE_MM, HEAD_RULE_MM
from .stack import filled
from .structure import Artifact
from .styles import Style
from .tagged import TaggedCanvas

BOX_GAP_MM = 0.7
"""Between a marking's box and the rule beside it."""
CLEAR_MM = 8.0
"""What stays free of text beside a marking."""
WIDE = "\u00a0\u00a0"
UNKNOWN_LEVEL = "#FFFFFF"


def furnish(canvas: TaggedCanvas, found: Layout, number: int) -> None:
    """Draw the furniture of a page, counted from 0."""
    document, look, grid = found.document, found.look, found.grid
    theme, style = look.theme, look.style
    marked = _marking_width(found)
    high = _box_height(style.marking, theme.marking.pad_y_mm)

    above = grid.top + mm(HEAD_RULE_MM)
    canvas.mark(
        Artifact.HEAD,
        rule(grid.left, above, grid.width, theme.rule.head, theme.colour.mute),
    )
    box = above + mm(BOX_GAP_MM)
    line = box + (high - style.running.cap) / 2
    room = grid.width - (marked + mm(CLEAR_MM) if marked else 0.0)
    _line(canvas, Artifact.HEAD, _head(found, number), grid.left, line, room)
    _marking(canvas, found, Artifact.HEAD, box, marked, high)

    below = grid.foot - mm(FOOT_RULE_MM)
    canvas.mark(Artifact.FOOT, rule(grid.left, below, grid.width, theme.rule.foot, theme.colour.hair))
    box = below - mm(BOX_GAP_MM) - theme.rule.foot - high
    line = box + (high - style.running.cap) / 2
    pages = _say(filled(document.labels.page, number + 1, len(found.pages)), style.running, found)
    wide = width_of(pages)
    _line(canvas, Artifact.FOOT, pages, grid.left + room - wide, line, wide)
    foot = f"{document.issuer}{WIDE}·{WIDE}{document.as_of}"
    _line(canvas, Artifact.FOOT, _say(foot, style.running, found), grid.left, line, room - wide - mm(CLEAR_MM))
    _marking(canvas, found, Artifact.FOOT, box, marked, high)


def _say(words: str, style: Style, found: Layout) -> tuple[Piece, ...]:
    return inlines.words(words, style, found.document.labels.language)


def _head(found: Layout, number: int) -> tuple[Piece, ...]:
    """Return the running head: the house and its series on page one, then the short title."""
    document, style = found.document, found.look.style
    if number:
        slanted = replace(style.text, size=style.running.size, colour=style.running.colour, old_style=False)
        (piece,) = inlines.words(document.short_title, slanted, document.language)
        return (replace(piece, face=slanted.face(emphasis=True)),)
    house = inlines.words(
        document.issuer, replace(style.running, colour=style.text.colour), document.labels.language, strong=True
    )
    return (*house, *_say(f"{WIDE}{document.issuer_line}", style.running, found)) if document.issuer_line else house


def _line(canvas: TaggedCanvas, owner: Artifact, pieces: tuple[Piece, ...], x: float, y: float, room: float) -> None:
    """Draw pieces on one line; what has no room ends in an ellipsis."""
    for piece in _shortened(pieces, room):
        canvas.mark(owner, text(canvas.document, piece.face, piece.size, piece.text, x, y, ground=piece.colour))
        x += width_of((piece,))


def _shortened(pieces: tuple[Piece, ...], room: float) -> tuple[Piece, ...]:
    if width_of(pieces) <= room:
        return pieces
    *front, last = pieces
    words = last.text.split(" ")
    while len(words) > 1:
        words.pop()
        trial = (*front, replace(last, text=" ".join(words) + "…"))
        if width_of(trial) <= room:
            return trial
    return tuple(front)


def _box_height(style: Style, pad_mm: float) -> float:
    return style.cap + 2 * mm(pad_mm)


def _marking_width(found: Layout) -> float:
    """Return the width of the marking's box; none without a marking."""
    document, look = found.document, found.look
    if document.marking is None:
        return 0.0
    return width_of(_label(found)) + 2 * mm(look.theme.marking.pad_x_mm)


def _label(found: Layout) -> tuple[Piece, ...]:
    style = found.look.style.marking
    assert found.document.marking is not None
    return (Piece(text=found.document.marking, face=style.face(strong=True), size=style.size, colour=style.colour),)


def _marking(canvas: TaggedCanvas, found: Layout, owner: Artifact, y: float, width: float, height: float) -> None:
    """Draw the marking at the right margin: its level's colour on black, capitals in the middle of the box."""
    if not width:
        return
    tokens, grid = found.look.theme.marking, found.grid
    (piece,) = _label(found)
    x = grid.left + grid.width - width
    canvas.mark(owner, area(x, y, width, height, tokens.ground))
    canvas.mark(
        owner,
        text(
            canvas.document,
            piece.face,
            piece.size,
            piece.text,
            x + mm(tokens.pad_x_mm),
            y + mm(tokens.pad_y_mm),
            ground=tokens.colours.get(piece.text, UNKNOWN_LEVEL),
        ),
    )
