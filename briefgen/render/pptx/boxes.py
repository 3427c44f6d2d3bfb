"""The theme's boxes in points."""

from briefgen.model.measures import INCH
from briefgen.model.theme import Theme

from .deck import Box


def box(theme: Theme, layout: str, slot: str) -> Box:
    """Return a box that every theme has."""
    found = optional(theme, layout, slot)
    assert found is not None, f"a theme without {slot} of {layout} is not read"
    return found


def optional(theme: Theme, layout: str, slot: str) -> Box | None:
    """Return a box that only one construction has, or None."""
    inches = getattr(getattr(theme.deck.layouts, layout), slot)
    if inches is None:
        return None
    x, y, w, h = (v * INCH for v in inches)
    return Box(x=x, y=y, w=w, h=h)
