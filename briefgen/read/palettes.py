"""The colours of a theme that mean different things are told apart by every eye, and in grey where they touch.

Figures have a second channel besides (hatches, marks, names), so that what is found stops nothing.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from ..model.base import Value
from ..model.colour import contrast, shades
from ..model.sight import EYES, GREY, NORMAL, distance
from ..model.theme import Theme
from .contrasts import TEXT
from .findings import Findings, Keys

APART = 10.0
"""How far apart two colours are that cannot be taken for each other where they do not touch."""


class Hue(Value, frozen=True):
    """A colour, where it is written, and what the theme calls it."""

    path: Keys
    name: str
    colour: str


Pair = tuple[Hue, Hue, tuple[str, ...]]
"""Two colours, and the eyes that must tell them apart."""


def check(theme: Theme, file: str, findings: Findings) -> None:
    """Note each pair of colours that some eye may take for each other, with a colour that none would, if there is."""
    pairs = tuple(_pairs(theme))
    for one, other, eyes in pairs:
        close = {eye: far for eye in eyes if (far := distance(one.colour, other.colour, eye)) < APART}
        if not close:
            continue
        seen = ", ".join(f"{_sight(eye)} ({_cut(far)})" for eye, far in close.items())
        better = _better(other, pairs, theme)
        findings.warning(
            "BG717",
            f"`{one.name}` {one.colour} and `{other.name}` {other.colour} are too close {seen}; "
            f"what means different things needs a distance of {APART:g}",
            file,
            other.path,
            hint=f'the nearest for `{other.name}` that is apart from all others: "{better}"'
            if better
            else "make one of them lighter or darker, or take another hue",
        )


def _pairs(theme: Theme) -> Iterator[Pair]:
    """Yield the colours that stand for different things in one figure; in grey, those that stand side by side."""
    chart, lines = theme.chart, theme.map
    categories = [Hue(("chart", "categories", n), f"categories {n + 1}", c) for n, c in enumerate(chart.categories)]
    beside = set(pairwise(range(len(categories))))
    for (n, one), (m, other) in combinations(enumerate(categories), 2):
        yield one, other, (*EYES, GREY) if (n, m) in beside else EYES
    focus = Hue(("chart", "focus"), "focus", chart.focus)
    yield Hue(("chart", "other"), "other", chart.other), focus, (*EYES, GREY)
    yield Hue(("colour", "ink"), "ink", theme.colour.ink), focus, (*EYES, GREY)
    states = [Hue(("map", name), f"map.{name}", getattr(lines, name)) for name in ("land", "focus", "conciliatory")]
    for one, other in combinations(states, 2):
        yield one, other, (*EYES, GREY)


def _better(hue: Hue, pairs: tuple[Pair, ...], theme: Theme) -> str | None:
    """Return the colour of the same hue, as little lighter or darker as can be, that no eye takes for another."""
    others = [(b if a == hue else a, eyes) for a, b, eyes in pairs if hue in (a, b)]
    inks = (theme.colour.ink, theme.colour.paper)
    for trial in shades(hue.colour):
        if max(contrast(ink, trial) for ink in inks) >= TEXT and all(
            distance(trial, other.colour, eye) >= APART for other, eyes in others for eye in eyes
        ):
            return trial
    return None


def _sight(eye: str) -> str:
    """Return how an eye is named in a sentence."""
    return {NORMAL: "to every eye", GREY: "in greyscale"}.get(eye, f"with {eye}")


def _cut(value: float) -> str:
    """Return a distance in one decimal, cut and not rounded: 9.98 is not 10."""
    return f"{int(value * 10) / 10:.1f}"
