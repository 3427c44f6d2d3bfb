"""Texts in cells under rules, side by side: equal cells that fill the body, or columns of one height."""

from collections.abc import Callable
from math import ceil

from msgspec.structs import replace

from briefgen.model.document import Statement

from .boxes import Box
from .deck import HAIR, Paragraph, Problem, Rule, Shape, TextBox
from .forms import Say, form
from .frame import Setting
from .lists import GAP_ABOVE, Look, entry
from .measure import height, largest, steps, tidy

GUTTER = 28.8
ROW_GUTTER = 21.6
RULE = 1.0
ACROSS = {1: 1, 2: 2, 3: 3, 4: 2}
"""Cells side by side, by their number."""

Texts = Callable[[Say, float], list[tuple[Paragraph, ...]]]
"""The paragraphs of every cell, said in one form at one size."""


def cells(setting: Setting, texts: Texts, count: int, *, most: float) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return texts as cells of equal size that fill the slide's body."""
    left, right = setting.box("two_columns", "left"), setting.box("two_columns", "right")
    body = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    across = ACROSS[count]
    down = ceil(count / across)
    wide = (body.w - (across - 1) * GUTTER) / across
    tall = (body.h - (down - 1) * ROW_GUTTER) / down
    room, using = tall - 2 * GAP_ABOVE, setting.using

    def needed(say: Say, size: float) -> float:
        return max(height(t, using, wide) for t in texts(say, size))

    def filled(say: Say, size: float) -> float:
        return sum(height(t, using, wide) for t in texts(say, size)) / count

    found = form(setting, needed, room, most=most, filled=filled)
    shapes: list[Shape] = []
    for n, text in enumerate(texts(found.say, found.size)):
        x, y = body.x + n % across * (wide + GUTTER), body.y + n // across * (tall + ROW_GUTTER)
        line = Box(x=x, y=y, w=wide, h=0.0)
        shapes.append(Rule(name=f"Cell rule {n + 1}", box=line, colour="lead", width=RULE))
        place = Box(x=x, y=y + 2 * GAP_ABOVE, w=tidy(text, using, wide), h=room)
        shapes.append(TextBox(slot=f"cell {n + 1}", name=f"Statement {n + 1}", box=place, paragraphs=text))
    problems = () if found.fits else (Problem(where="statements", needed=found.need, there=room),)
    return tuple(shapes), problems


def columns(
    setting: Setting, statements: tuple[Statement, ...], box: Box, slot: str, where: str, *, most: float, foot: bool
) -> tuple[tuple[Shape, ...], float]:
    """Return statements side by side, each under a rule, and their height; none where they are too tall for the box.

    `foot` sets them at the lower edge of the box, else they hang from its upper one.
    """
    across = max(2, len(statements))
    wide = (box.w - (across - 1) * GUTTER) / across
    look, using = Look(slot=slot, lead="lead"), setting.using

    def needed(size: float) -> float:
        return GAP_ABOVE + max(height(entry(s, size, look), using, wide) for s in statements)

    least = setting.theme.deck.type.body_min
    size, need, fits = largest(steps(max(most, least), least), needed, box.h)
    if not fits:
        return (), 0.0
    shapes: list[Shape] = []
    top = box.bottom - need if foot else box.y
    for n, statement in enumerate(statements, 1):
        x = box.x + (n - 1) * (wide + GUTTER)
        line = Box(x=x, y=top, w=wide, h=0.0)
        text = entry(statement, size, look)
        place = Box(x=x, y=top + GAP_ABOVE, w=tidy(text, using, wide), h=need - GAP_ABOVE)
        shapes.append(Rule(name=f"{where} rule {n}", box=line, colour="lead", width=HAIR))
        shapes.append(TextBox(slot=f"{slot} {n}", name=f"{where} {n}", box=place, paragraphs=text))
    return tuple(shapes), need


def parted(paragraphs: list[tuple[Paragraph, ...]], gap: float) -> tuple[Paragraph, ...]:
    """Return groups of paragraphs as one, with a gap before each group but the first."""
    found: list[Paragraph] = []
    for group in paragraphs:
        first, *others = group
        found += [replace(first, before=gap) if found else first, *others]
    return tuple(found)
