"""The furniture of a page: running head, rules, foot and marking. Artifacts all, since none of it is content."""

from typing import assert_never

from msgspec.structs import replace

from ...model.inline import Text
from ...model.measures import mm
from ...model.scene import Scene
from ...model.theme import Construction
from ...typeset.hyphens import hard
from ...typeset.pages import Slice
from . import inlines
from .boxes import Band
from .layout import Layout
from .operators import area, rule, text
from .paragraph import Piece, width_of
from .seam import number as decimal
from .sheet import FOOT_RULE_MM, HEAD_RULE_MM
from .stack import filled
from .structure import Artifact
from .styles import Style
from .tagged import TaggedCanvas
from .twoway import placed

BOX_GAP_MM = 0.7
"""Between a marking's box and the rule beside it."""
LOGO_GAP_MM = 3.0
"""Between the logo and what stands beside it."""
LOGO = "LOGO"
"""The form of the logo; names of figures have small letters."""
CLEAR_MM = 8.0
"""What stays free of text beside a marking."""
WIDE, WIDER = "\u00a0\u00a0", "\u2003"
UNKNOWN_LEVEL = "#FFFFFF"


def furnish(canvas: TaggedCanvas, found: Layout, number: int) -> None:
    """Draw the furniture of a page, counted from 0."""
    document, look, grid = found.document, found.look, found.grid
    theme, style, roles = look.theme, look.style, look.roles
    marked = _marking_width(found)
    high = _box_height(style.marking, theme.marking.pad_y_mm)

    above = grid.top + mm(HEAD_RULE_MM)
    band = _band(found, number)
    if band is None:
        canvas.mark(Artifact.HEAD, rule(grid.left, above, grid.width, theme.rule.head, roles.head_rule))
    else:
        _grounded(canvas, found, *band)
    box = above + mm(BOX_GAP_MM)
    line = box + (high - style.running.cap) / 2
    room = grid.width - (marked + mm(CLEAR_MM) if marked else 0.0)
    head = _head(found, number) if band is None else _head_on_band(found)
    beside = 0.0
    if number == 0 and theme.logo is not None:
        beside = _logo(canvas, found, box)
        head = head[1:] if theme.logo.named else head
    _line(canvas, Artifact.HEAD, head, grid.left + beside, line, room - beside)
    _marking(canvas, found, Artifact.HEAD, box, marked, high)

    below = grid.foot - mm(FOOT_RULE_MM)
    canvas.mark(Artifact.FOOT, rule(grid.left, below, grid.width, theme.rule.foot, roles.foot_rule))
    box = below - mm(BOX_GAP_MM) - theme.rule.foot - high
    line = box + (high - style.running.cap) / 2
    pages = _say(filled(document.labels.page, number + 1, len(found.pages)), style.running, found)
    wide = width_of(pages)
    _line(canvas, Artifact.FOOT, pages, grid.left + room - wide, line, wide)
    _line(canvas, Artifact.FOOT, _foot(found), grid.left, line, room - wide - mm(CLEAR_MM))
    _marking(canvas, found, Artifact.FOOT, box, marked, high)


def emblem(found: Layout) -> Scene | None:
    """Return the logo as page one has it, on its band or on paper."""
    theme = found.look.theme
    if theme.logo is None or theme.emblems is None:
        return None
    one = theme.emblems.paper if _band(found, 0) is None else theme.emblems.ground
    return one.at(mm(theme.logo.height_mm))


def _logo(canvas: TaggedCanvas, found: Layout, y: float) -> float:
    """Draw the logo at the left edge, as furniture: the foot names the house. Return its width with the gap."""
    scene = emblem(found)
    assert scene is not None
    canvas.mark(Artifact.HEAD, f"q 1 0 0 1 {decimal(found.grid.left)} {decimal(y)} cm {canvas.use(LOGO)} Q")
    return scene.width + mm(LOGO_GAP_MM)


def _band(found: Layout, number: int) -> tuple[Band, Slice] | None:
    """Return the band of a page and where it stands; only page one may have one."""
    part = found.pages[number].slices[0] if found.pages[number].slices else None
    body = found.boxes[part.box].body if part else None
    return (body, part) if part and isinstance(body, Band) else None


def _grounded(canvas: TaggedCanvas, found: Layout, body: Band, part: Slice) -> None:
    """Draw the ground of the band from the sheet's upper edge on, and the rule at its foot, from edge to edge."""
    grid, colour = found.grid, found.look.theme.colour
    foot = grid.top - part.height + body.gap
    ground = area(0.0, foot + body.rule, grid.page_width, grid.page_height - foot - body.rule, colour.ground)
    canvas.mark(Artifact.PLAIN, ground)
    canvas.mark(Artifact.PLAIN, area(0.0, foot, grid.page_width, body.rule, colour.signal))


def _say(words: str, style: Style, found: Layout, *, strong: bool = False) -> tuple[Piece, ...]:
    return inlines.words(words, style, found.document.labels.language, strong=strong)


def _head(found: Layout, number: int) -> tuple[Piece, ...]:
    """Return the running head: in MARGIN the house and its series, then the short title; in BAND series and title."""
    document, theme, style = found.document, found.look.theme, found.look.style
    match theme.construction:
        case Construction.MARGIN if number:
            slanted = replace(style.text, size=style.running.size, colour=style.running.colour, old_style=False)
            short = (Text(text=document.short_title, emphasis=True),)
            return tuple(inlines.pieces(short, slanted, document.language))
        case Construction.MARGIN:
            house = _say(document.issuer, replace(style.running, colour=style.text.colour), found, strong=True)
            return (*house, *_said(document.issuer_line, style.running, found))
        case Construction.BAND:
            series = replace(style.running, colour=theme.colour.head)
            title = inlines.words(f"{WIDER}{document.short_title}", style.running, document.language)
            return (*_say(document.issuer_line or document.issuer, series, found, strong=True), *title)
        case _:
            assert_never(theme.construction)


def _head_on_band(found: Layout) -> tuple[Piece, ...]:
    """Return the running head of page one in the band: house, series and kicker."""
    document, colour, style = found.document, found.look.theme.colour, found.look.style.running
    rest = f"{WIDER}·{WIDER}".join(p for p in (document.issuer_line, document.kicker) if p)
    house = _say(document.issuer, replace(style, colour=colour.on_ground), found, strong=True)
    return (*house, *_said(rest, replace(style, colour=colour.pale), found, gap=WIDER))


def _said(words: str, style: Style, found: Layout, *, gap: str = WIDE) -> tuple[Piece, ...]:
    return _say(f"{gap}{words}", style, found) if words else ()


def _foot(found: Layout) -> tuple[Piece, ...]:
    """Return whose brief it is, and as of when."""
    document, theme, style = found.document, found.look.theme, found.look.style.running
    match theme.construction:
        case Construction.MARGIN:
            return _say(f"{document.issuer}{WIDE}·{WIDE}{document.as_of}", style, found)
        case Construction.BAND:
            return (*_say(document.issuer, style, found, strong=True), *_said(document.as_of, style, found, gap=WIDER))
        case _:
            assert_never(theme.construction)


def _line(canvas: TaggedCanvas, owner: Artifact, pieces: tuple[Piece, ...], x: float, y: float, room: float) -> None:
    """Draw pieces on one line; what has no room ends in an ellipsis."""
    shown = _shortened(pieces, room)
    for n, words, at, _ in placed([(piece, hard(piece.text)) for piece in shown]):
        piece = shown[n]
        canvas.mark(owner, text(canvas.document, piece.face, piece.size, words, x + at, y, ground=piece.colour))


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
