"""Where the texts of title slides and dividers stand in a house's layouts, around the headline that it gives."""

from msgspec.structs import replace

from briefgen.model.housetemplate import House

from ..boxes import Box
from .roles import Role
from .rooms import EDGE, GAP, MARK_H, TALL, boxed, union

LINE = 1.2
LABELS = 3
"""Lines of date, series and review."""
NUMERAL_W = 56.0
"""The width of a section's number, on slides of the height that shipped themes are made for."""


def title_boxes(house: House, role: Role, label: float) -> dict[str, Box]:
    """Return the boxes of the title slide by slot; `label` is the size of its small lines."""
    head = _headed(house, role, 0.28)
    tall = LINE * label + 4.0
    if (lower := EDGE + tall + GAP) > head.y:  # the publisher stands above
        head = replace(head, y=lower, h=max(2 * tall, head.bottom - lower))
    place = role.places.get("subtitle")
    under = boxed(place.box) if place else None
    if under is None or under.y < head.bottom - 2.0 or under.h < 24.0:
        under = Box(x=head.x, y=head.bottom + GAP, w=head.w, h=0.14 * house.height)
    small, low = LABELS * LINE * label + 2.0, house.height - EDGE - MARK_H - GAP
    top = min(under.bottom + GAP, low - small)
    under = replace(under, h=max(30.0, min(under.h, top - GAP - under.y)))
    above = max(EDGE + 2.0, head.y - tall - GAP)
    wide = max(head.w, min(0.6 * house.width, house.width - head.x - 4 * EDGE))
    date = Box(x=head.x, y=top, w=wide, h=small)
    publisher = Box(x=head.x, y=above, w=head.w * (1.0 if role.head and role.head.align == "ctr" else 0.75), h=tall)
    return {"title": head, "subtitle": under, "date": date, "publisher": publisher}


def divider_boxes(house: House, role: Role, least: float) -> dict[str, Box]:
    """Return the boxes of a divider by slot: the number at the left of the headline, the line below both.

    `least` is the height that a headline of three lines takes.
    """
    head = _headed(house, role, 0.36)
    place = role.places.get("line")
    line = boxed(place.box) if place else None
    if line is not None and line.y < head.y:  # the house sets the text above: both change places
        whole = union((head, line))
        assert whole is not None
        head = replace(whole, h=max(least, whole.h / 2))
        line = replace(whole, y=head.bottom + GAP, h=whole.bottom - head.bottom - GAP)
    if line is None or line.y < head.bottom - 2.0 or line.h < 36.0:
        line = Box(x=head.x, y=head.bottom + GAP, w=head.w, h=0.2 * house.height)
    line = replace(line, h=min(line.h, house.height - 40.0 - line.y))
    wide = NUMERAL_W * house.height / TALL
    tall = min(head.h, max(least, 0.2 * house.height))
    side = Box(x=head.x + wide, y=max(EDGE + MARK_H, line.y - GAP - tall), w=head.w - wide, h=tall)
    number = Box(x=head.x, y=side.y, w=wide, h=tall)
    return {"title": side, "line": replace(line, x=side.x, w=side.w), "number": number}


def _headed(house: House, role: Role, share: float) -> Box:
    """Return the box of a headline, at our own height on the slide where the layout has none."""
    if role.head is not None:
        box = boxed(role.head.box)
        top = max(box.y, EDGE)
        return replace(box, x=max(box.x, 2 * EDGE), y=top, h=box.bottom - top)
    margin = 0.07 * house.width
    return Box(x=margin, y=share * house.height, w=house.width - 2 * margin, h=0.24 * house.height)
