"""Which words of statements a slide sets: the short texts, or the full ones where short ones would leave it empty."""

from collections.abc import Callable
from functools import partial

from briefgen.model.base import Value
from briefgen.model.document import Statement

from .frame import Setting
from .measure import largest, steps
from .words import Spans, full, short

Say = Callable[[Statement], Spans]
ENOUGH = 0.6
"""The part of their room that short texts must take; below it the full ones stand in their place."""


class Form(Value, frozen=True, kw_only=True):
    """How statements are said: their words, the size, the height that they need, and whether it is there."""

    say: Say
    size: float
    need: float
    fits: bool


def form(
    setting: Setting,
    needed: Callable[[Say, float], float],
    room: float,
    *,
    most: float,
    filled: Callable[[Say, float], float] | None = None,
) -> Form:
    """Return the form that fills a room; `needed` tells the height of words at a size, `most` is the largest size.

    Full texts are set no smaller than the theme's body, short ones down to the least size of a body. `filled` tells
    the height that counts as full where it is not the same.
    """
    deck = setting.theme.deck.type
    size, need, fits = largest(steps(most, deck.body_min), partial(needed, short), room)
    found = Form(say=short, size=size, need=need, fits=fits)
    if fits and (filled or needed)(short, size) < ENOUGH * room:
        size, need, fits = largest(steps(most, deck.body), partial(needed, full), room)
        if fits:
            return Form(say=full, size=size, need=need, fits=fits)
    return found
