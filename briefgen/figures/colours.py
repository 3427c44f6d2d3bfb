"""Colours as "#RRGGBB" on one another: mixing, and the ink that can be read on a ground."""

from ..model.colour import channels, contrast


def mix(a: str, b: str, share: float) -> str:
    """Return `a` painted on `b` with the given opacity."""
    pairs = zip(channels(a), channels(b), strict=True)
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02X}" for x, y in pairs)


def readable(ground: str, dark: str, light: str) -> str:
    """Return whichever of two inks stands out more from the ground."""
    return dark if contrast(dark, ground) >= contrast(light, ground) else light
