"""The ink that can be read on a ground."""

from ..model.colour import contrast


def readable(ground: str, dark: str, light: str) -> str:
    """Return whichever of two inks stands out more from the ground."""
    return dark if contrast(dark, ground) >= contrast(light, ground) else light
