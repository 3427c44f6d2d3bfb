"""Rows of a lead and a sentence, parted by hairlines: the form of every list on slides."""

from collections.abc import Sequence
from functools import partial

from briefgen.model.base import Value
from briefgen.model.document import Statement

from .boxes import Box
from .deck import HAIR, Paragraph, Problem, Rule, Shape, Span, TextBox
from .forms import Form, Say, form
from .frame import Setting
from .measure import Ruler, height, largest, set_in, steps, tidy
from .words import Spans, short

GAP_ABOVE = 5.0
GAP_BELOW = 8.0
SPREAD_MOST = 30.0
"""Points that a row may gain where the list has room left over; beyond it the list ends early."""


class Look(Value, frozen=True, kw_only=True):
    """How the rows of a list look: numbers in a hanging indent or none, the lead's colour, a rule above the first.

    `face` sets the texts; `spread` is what a row may gain where the list has room left over.
    """

    slot: str
    lead: str = "ink"
    hang: float = 0.0
    ruled_first: bool = False
    face: str = "body"
    spread: float = SPREAD_MOST


class Laid(Value, frozen=True, kw_only=True):
    """A list as shapes, its size, where it ends, and what did not fit."""

    shapes: tuple[Shape, ...]
    size: float
    bottom: float
    problems: tuple[Problem, ...] = ()


def entry(
    statement: Statement, size: float, look: Look, number: int | None = None, say: Say = short
) -> tuple[Paragraph, ...]:
    """Return a statement as a bold lead and its text below, or as its text alone."""
    found: list[Paragraph] = []
    if statement.lead:
        lead = Span(text=statement.lead, strong=True)
        found.append(Paragraph(spans=(lead,), size=size, colour=look.lead, hang=look.hang, number=number))
    first = number if not found else None
    found.append(Paragraph(spans=say(statement), size=size, face=look.face, hang=look.hang, number=first))
    return tuple(found)


def rows(
    setting: Setting,
    statements: Sequence[Statement],
    box: Box,
    look: Look,
    *,
    where: str,
    most: float | None = None,
    filling: bool = False,
) -> Laid:
    """Return statements as rows in a box, at the largest size that fits, the room left over spread among them.

    `filling` lets full texts stand where short ones would leave the box half empty.
    """
    deck, using = setting.theme.deck.type, setting.using
    above = GAP_ABOVE if look.ruled_first else 0.0

    def texts(say: Say, size: float) -> list[tuple[Paragraph, ...]]:
        return [entry(s, size, look, n if look.hang else None, say) for n, s in enumerate(statements, 1)]

    def needed(say: Say, size: float) -> float:
        gaps = (GAP_ABOVE + GAP_BELOW) * (len(statements) - 1) + above
        return sum(height(t, using, box.w) for t in texts(say, size)) + gaps

    if filling:
        found = form(setting, needed, box.h, most=most or deck.body)
    else:
        size, need, fits = largest(steps(most or deck.body, deck.body_min), partial(needed, short), box.h)
        found = Form(say=short, size=size, need=need, fits=fits)
    spread = min(look.spread, max(0.0, box.h - found.need) / max(1, len(statements)))
    shapes: list[Shape] = []
    y = box.y
    for n, text in enumerate(texts(found.say, found.size), 1):
        tall = height(text, using, box.w)
        if n > 1 or look.ruled_first:
            line = Box(x=box.x + look.hang, y=y, w=box.w - look.hang, h=0.0)
            shapes.append(Rule(name=f"Hairline {n}", box=line, colour="hair", width=HAIR))
            y += GAP_ABOVE
        place = Box(x=box.x, y=y, w=tidy(text, using, box.w), h=tall)
        shapes.append(TextBox(slot=f"{look.slot} {n}", name=f"{where} {n}", box=place, paragraphs=text))
        y += tall + GAP_BELOW + spread
    problems = () if found.fits else (Problem(where=where, needed=found.need, there=box.h),)
    return Laid(shapes=tuple(shapes), size=found.size, bottom=y - GAP_BELOW - spread, problems=problems)


def fitting(
    texts: Sequence[tuple[Spans, float]],
    box: Box,
    using: Ruler,
    *,
    most: float,
    least: float,
    face: str,
    colour: str = "ink",
) -> tuple[tuple[Paragraph, ...], float, bool]:
    """Return the first of several texts that fits at its own least size or more, as one paragraph, and its need.

    `texts` are (spans, least size), best first; the last is tried down to `least`. False where nothing fits.
    """
    found: tuple[tuple[Paragraph, ...], float, bool] = ((), 0.0, not texts)
    for n, (spans, floor) in enumerate(texts):
        low = least if n == len(texts) - 1 else max(floor, least)
        found = set_in(steps(most, low), partial(_one, spans, face, colour), using, box.w, box.h)
        if found[2]:
            break
    return found


def _one(spans: Spans, face: str, colour: str, size: float) -> tuple[Paragraph, ...]:
    return (Paragraph(spans=spans, size=size, face=face, colour=colour),)
