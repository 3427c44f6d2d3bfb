"""Boxes in points, and those of a theme."""

from briefgen.model.base import Value
from briefgen.model.measures import INCH
from briefgen.model.theme import Theme


class Box(Value, frozen=True, kw_only=True):
    """A rectangle from the slide's upper left corner, y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


def from_left(other: Box, left: Box) -> Box:
    """Return a box that begins where another one does, and ends where it ended."""
    return Box(x=left.x, y=other.y, w=other.right - left.x, h=other.h)


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
