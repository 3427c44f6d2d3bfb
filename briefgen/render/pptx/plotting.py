"""What the plans of all native charts need: the theme's colours, widths of words, an empty chart."""

from typing import Any

from briefgen.model.caption import Words

from .deck import Box, Chart, Span
from .frame import Setting
from .measure import text_width

READABLE, VISIBLE = 4.5, 3.0
"""The least contrast of text, and of a line or mark, with its ground (WCAG 2.2, 1.4.3 and 1.4.11)."""


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
        **how,
    )


def width(setting: Setting, text: str, size: float, *, strong: bool = False) -> float:
    """Return how wide a label is."""
    return text_width((Span(text=text, strong=strong),), setting.using, "body", size)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours "#RRGGBB", from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(ground: str, setting: Setting) -> str:
    """Return ink or paper, whichever stands out more from a ground."""
    colour = setting.theme.colour
    return max((colour.ink, colour.paper), key=lambda one: contrast(one, ground))


def _luminance(value: str) -> float:
    channels = [int(value[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
