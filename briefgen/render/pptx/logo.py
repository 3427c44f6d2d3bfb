"""The theme's logo on the slides whose layout has a box for it."""

from briefgen.model.measures import INCH, mm
from briefgen.model.theme import Theme

from .boxes import Box, optional
from .deck import Logo, Mark, Shape
from .template import GROUND

CLEAR_MM = 8.0
"""What stays free between the logo and a marking."""


def logo(theme: Theme, layout: str, beside: tuple[Shape, ...]) -> tuple[Logo, ...]:
    """Return the logo of a slide, or nothing: as large as its box allows, at the side nearer to the slide's edge.

    It makes way for a marking among what stands `beside` it.
    """
    boxes = getattr(theme.deck.layouts, layout, None)
    room = optional(theme, layout, "logo") if hasattr(boxes, "logo") else None
    if theme.logo is None or theme.emblems is None or room is None:
        return ()
    emblem = theme.emblems.ground if layout in GROUND or _on_bar(theme, room) else theme.emblems.paper
    scene = emblem.at(min(room.h, room.w * emblem.height / emblem.width))
    right = room.x + room.w / 2 > theme.deck.width_in * INCH / 2
    x, y = room.right - scene.width if right else room.x, room.y + (room.h - scene.height) / 2
    for mark in (s.box for s in beside if isinstance(s, Mark)):
        if mark.y < y + scene.height and y < mark.bottom and mark.x < x + scene.width and x < mark.right:
            x = mark.x - mm(CLEAR_MM) - scene.width
    place = Box(x=x, y=y, w=scene.width, h=scene.height)
    return (Logo(name="Logo", box=place, alt=theme.logo.alt, scene=scene),)


def _on_bar(theme: Theme, room: Box) -> bool:
    """Tell whether a box lies in the bar over every slide."""
    bar = optional(theme, "all", "bar")
    return bar is not None and bar.y <= room.y and room.bottom <= bar.bottom
