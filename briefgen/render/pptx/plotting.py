"""What the plans of all native charts need: the theme's colours, widths of words, an empty chart."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from briefgen.model.caption import Words
from briefgen.model.colour import contrast

from .boxes import Box
from .deck import Chart, Span
from .frame import Setting
from .measure import text_width

VISIBLE = 3.0
"""The least contrast of a line or mark with its ground (WCAG 2.2, 1.4.11)."""


def planned_chart(setting: Setting, words: Words, box: Box, form: str, size: float, **how: Any) -> Chart:
    """Return a chart of a form; `how` is all that differs from chart to chart."""
    colour = setting.theme.colour
    return Chart(
        slot="chart",
        name=f"Chart: {words.headline}",
        title=words.headline,
        box=box,
        alt=words.alt,
        form=form,
        size=size,
        ink=colour.ink,
        hair=colour.hair,
        mute=colour.mute,
        language=setting.document.labels.language,
        **how,
    )


def width(setting: Setting, text: str, size: float, *, strong: bool = False) -> float:
    """Return how wide a label is."""
    return text_width((Span(text=text, strong=strong),), setting.using, "body", size)


def readable(ground: str, setting: Setting) -> str:
    """Return ink or paper, whichever stands out more from a ground."""
    colour = setting.theme.colour
    return max((colour.ink, colour.paper), key=lambda one: contrast(one, ground))


def shifts(at: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Return how far labels of some sizes around some places must be moved so that none lies over another."""
    order = sorted(range(len(at)), key=lambda n: at[n])
    out = list(at)
    for _ in range(len(at)):
        for a, b in pairwise(order):
            near = (sizes[a] + sizes[b]) / 2 - (out[b] - out[a])
            if near > 1e-9:
                out[a], out[b] = out[a] - near / 2, out[b] + near / 2
    return [round(o - w, 4) for o, w in zip(out, at, strict=True)]
