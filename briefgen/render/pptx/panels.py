"""The panel of a slide: a label and a text on tinted ground under an accent rule."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.measures import mm

from .boxes import Box
from .deck import PANEL_RULE, Panel, Paragraph, Problem, Rule, Shape, TextBox
from .frame import Setting
from .lists import fitting
from .measure import face_for, height, looser
from .words import Spans, in_furniture

PAD_SCALE = 1.5
"""Slides are read from further away than pages: pads of the theme grow with the type."""
LABEL_GAP = 8.0


class Labelled(Value, frozen=True, kw_only=True):
    """A label and its text as shapes; `said` is the text that was chosen."""

    shapes: tuple[Shape, ...]
    said: Spans
    problems: tuple[Problem, ...]


def inside(setting: Setting, box: Box) -> Box:
    """Return the room inside a panel."""
    x, y = (PAD_SCALE * mm(v) for v in setting.theme.panel_pad_mm)
    return Box(x=box.x + x, y=box.y + y, w=box.w - 2 * x, h=box.h - 2 * y)


def ground(box: Box) -> tuple[Shape, ...]:
    """Return the ground of a panel and the rule on its upper edge."""
    return (
        Panel(name="Panel", box=box, colour="panel"),
        Rule(name="Panel rule", box=Box(x=box.x, y=box.y, w=box.w, h=0.0), colour="signal", width=PANEL_RULE),
    )


def label(setting: Setting, text: str, room: Box, slot: str = "label") -> tuple[TextBox, Box]:
    """Return a label at the top of a room, and the room below it."""
    look = setting.theme.type.label
    paragraph = Paragraph(
        spans=in_furniture(setting.document, text.upper() if look.caps else text, strong=True),
        size=setting.theme.deck.type.label,
        colour="lead",
        tracking=look.tracking,
    )
    tall = height((paragraph,), setting.using, room.w)
    box = Box(x=room.x, y=room.y, w=room.w, h=tall)
    used = tall + LABEL_GAP
    below = Box(x=room.x, y=room.y + used, w=room.w, h=room.h - used)
    return TextBox(slot=slot, name=text, box=box, paragraphs=(paragraph,)), below


def labelled(
    setting: Setting,
    heading: str,
    texts: Sequence[tuple[Spans, float]],
    room: Box,
    *,
    slots: tuple[str, str] = ("label", "statement"),
    most: float | None = None,
    face: str = "head",
) -> Labelled:
    """Return a label and below it the first of several texts that fits; see `lists.fitting`."""
    deck = setting.theme.deck.type
    head, below = label(setting, heading, room, slots[0])
    face = face_for(setting.using, face, "".join(s.text for s in texts[0][0]))
    paragraphs, need, fits = fitting(
        texts, below, setting.using, most=most or deck.statement, least=deck.body_min, face=face
    )
    problems = () if fits else (Problem(where=heading, needed=need, there=below.h),)
    place = replace(below, w=looser(paragraphs, setting.using, below.w, below.h))
    body = TextBox(slot=slots[1], name=f"{heading}, text", box=place, paragraphs=paragraphs)
    return Labelled(shapes=(head, body), said=paragraphs[0].spans, problems=problems)
