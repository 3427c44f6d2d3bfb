"""Colours as "#RRGGBB": lightness, mixing, and the ink that can be read on a ground."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance from 0 to 1 (WCAG 2.2)."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def mix(a: str, b: str, share: float) -> str:
    """Return `a` painted on `b` with the given opacity."""
    pairs = zip(channels(a), channels(b), strict=True)
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02X}" for x, y in pairs)


def readable(ground: str, dark: str, light: str) -> str:
    """Return whichever of two inks stands out more from the ground."""
    return dark if contrast(dark, ground) >= contrast(light, ground) else light
