"""Colours as "#RRGGBB": how light they are, how far they stand out from a ground, and the nearest one that does."""

import colorsys
from collections.abc import Iterator

STEPS = 512
"""Steps of lightness that are tried between black and white."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(a: str, b: str, share: float) -> str:
    """Return `a` painted on `b` with the given opacity."""
    pairs = zip(channels(a), channels(b), strict=True)
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02X}" for x, y in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance from 0 to 1 (WCAG 2.2)."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def shades(colour: str) -> Iterator[str]:
    """Yield a colour, then those of the same hue that are ever lighter or darker."""
    hue, light, full = colorsys.rgb_to_hls(*(c / 255 for c in channels(colour)))
    for step in range(STEPS + 1):
        for at in (light - step / STEPS, light + step / STEPS):
            if 0 <= at <= 1:
                yield "#" + "".join(f"{round(255 * c):02X}" for c in colorsys.hls_to_rgb(hue, at, full))


def nearest(colour: str, grounds: tuple[tuple[str, float], ...]) -> str | None:
    """Return the colour of the same hue, as little lighter or darker as can be, that stands out from all grounds.

    `grounds` are colours with the contrast that is needed on each. None where no such colour does: then the
    grounds are too far apart.
    """
    for trial in shades(colour):
        if all(contrast(trial, ground) >= least for ground, least in grounds):
            return trial
    return None
