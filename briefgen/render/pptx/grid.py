"""Statements in cells under accent rules, two or three side by side: for those that have no lead to stand beside."""

from math import ceil

from briefgen.model.document import Statement

from .deck import Box, Paragraph, Problem, Rule, Shape, TextBox
from .frame import Setting
from .lists import GAP_ABOVE, Look, Say, entry
from .measure import height, largest, steps, tidy
from .words import short

GUTTER = 28.8
ROW_GUTTER = 21.6
RULE = 1.0
MOST = 24.0
ACROSS = {1: 1, 2: 2, 3: 3, 4: 2}
"""Cells side by side, by the number of statements."""


def cells(
    setting: Setting, statements: tuple[Statement, ...], say: Say = short
) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return statements as cells of equal size that fill the slide's body."""
    left, right = setting.box("two_columns", "left"), setting.box("two_columns", "right")
    body = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    across = ACROSS.get(len(statements), 2)
    down = ceil(len(statements) / across)
    wide = (body.w - (across - 1) * GUTTER) / across
    tall = (body.h - (down - 1) * ROW_GUTTER) / down
    look, using = Look(slot="cell", lead="accent"), setting.using
    room = tall - 2 * GAP_ABOVE

    def texts(size: float) -> list[tuple[Paragraph, ...]]:
        return [entry(s, size, look, say=say) for s in statements]

    def needed(size: float) -> float:
        return max(height(t, using, wide) for t in texts(size))

    size, need, fits = largest(steps(MOST, setting.theme.deck.type.body_min), needed, room)
    shapes: list[Shape] = []
    for n, text in enumerate(texts(size)):
        x, y = body.x + n % across * (wide + GUTTER), body.y + n // across * (tall + ROW_GUTTER)
        line = Box(x=x, y=y, w=wide, h=0.0)
        shapes.append(Rule(name=f"Cell rule {n + 1}", box=line, colour="accent", width=RULE))
        place = Box(x=x, y=y + 2 * GAP_ABOVE, w=tidy(text, using, wide), h=room)
        shapes.append(TextBox(slot=f"cell {n + 1}", name=f"Statement {n + 1}", box=place, paragraphs=text))
    problems = () if fits else (Problem(where="statements", needed=need, there=room),)
    return tuple(shapes), problems
