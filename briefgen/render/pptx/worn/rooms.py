"""The placeholders of a house's layouts -> where headline, content, source line, number and markings stand there."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.housetemplate import House, HouseLayout, Rect

from ..boxes import Box
from .roles import CONTENT, Role

TALL = 540.0
"""Points: the height of the slides that the boxes of shipped themes are made for."""
MARK_W, MARK_H = 150.0, 17.0
"""What a marking takes at most."""
MARK_LEAST = 90.0
EDGE = 6.0
GAP = 6.0
SOURCE = 27.0
NUMBER = 60.0
HEAD_LEAST = 44.0
"""The least height of a headline's box: two lines of 20 points."""
SHARE = 0.3
"""The part of a slide below which a placeholder is not taken for the room of its content."""
FOOT = 0.85
"""The part of a slide's height below which its placeholders belong to the foot."""


class Room(Value, frozen=True, kw_only=True):
    """Where headline and content of a layout stand."""

    head: Box
    body: Box


class Frame(Value, frozen=True, kw_only=True):
    """What stands on every slide."""

    head: Box
    source: Box
    running: Box
    number: Box
    marking_top: Box
    marking_foot: Box


def boxed(rect: Rect) -> Box:
    """Return a rectangle of a template as a box."""
    x, y, w, h = rect
    return Box(x=x, y=y, w=w, h=h)


def union(boxes: Iterable[Box]) -> Box | None:
    """Return the least box that holds all, None for none."""
    found = list(boxes)
    if not found:
        return None
    x, y = min(b.x for b in found), min(b.y for b in found)
    return Box(x=x, y=y, w=max(b.right for b in found) - x, h=max(b.bottom for b in found) - y)


def mapped(box: Box, ours: Box, theirs: Box) -> Box:
    """Return a box of one area as it stands in another."""
    across, down = theirs.w / ours.w, theirs.h / ours.h
    x, y = theirs.x + (box.x - ours.x) * across, theirs.y + (box.y - ours.y) * down
    return Box(x=x, y=y, w=box.w * across, h=box.h * down)


def frame(house: House, role: Role, scale: float) -> Frame:
    """Return the frame of a house's content slides, from the layout that serves most of them."""
    layout = role.layout
    feet = _feet(layout, house)
    head = _head(house, role)
    foot = min((b.y for b in feet.values()), default=house.height - 30.0 * scale)
    low = (b.y for b in _bands(layout, house) if b.y > 0.7 * house.height)
    foot = min(foot, min(low, default=foot))
    number = feet.get("sldNum") or Box(x=head.right - NUMBER, y=foot, w=NUMBER, h=18.0)
    running = feet.get("ftr") or Box(x=head.x, y=foot, w=head.w * 0.6, h=18.0)
    place = role.places.get("number of slide")
    right = place is None or place.align != "l"
    number = replace(number, x=number.right - NUMBER if right else number.x, w=min(number.w, NUMBER))
    foot_mark = _mark(house, layout, house.height - EDGE - MARK_H)
    if foot_mark.right > number.x > foot_mark.x - NUMBER:  # the marking makes way for the number
        foot_mark = replace(foot_mark, x=number.x - 2 * GAP - MARK_W)
    for other in (number.x, foot_mark.right - MARK_LEAST):
        if running.right > other - GAP > running.x:
            running = replace(running, w=other - GAP - running.x)
    tall = SOURCE * max(scale, 0.82)
    source = _clear(Box(x=head.x, y=foot - tall - 2.0, w=head.w, h=tall), layout, house)
    return Frame(
        head=head,
        source=source,
        running=running,
        number=number,
        marking_top=_mark(house, layout, EDGE),
        marking_foot=foot_mark,
    )


def _bands(layout: HouseLayout, house: House) -> list[Box]:
    """Return the areas of a layout that run over the whole slide and are not its ground."""
    drawn = (boxed(d.box) for d in layout.drawn)
    return [b for b in drawn if b.w > 0.8 * house.width and b.h < 0.4 * house.height]


def _clear(box: Box, layout: HouseLayout, house: House) -> Box:
    """Return a line's box without what small shapes of the layout take at its ends."""
    for one in _small(layout, house):
        if _meet(box, one):
            if one.x > box.x + box.w / 2:
                box = replace(box, w=one.x - GAP - box.x)
            else:
                box = replace(box, x=one.right + GAP, w=box.right - one.right - GAP)
    return box


def _small(layout: HouseLayout, house: House) -> list[Box]:
    """Return the shapes of a layout that are neither its ground nor bands: logos and the like."""
    drawn = (boxed(d.box) for d in layout.drawn)
    return [b for b in drawn if b.w < house.width / 3 and b.h < house.height / 3]


def _feet(layout: HouseLayout, house: House) -> dict[str, Box]:
    """Return the placeholders at the foot of a layout, by kind."""
    found = {p.kind: boxed(p.box) for p in layout.places if p.kind in ("dt", "ftr", "sldNum")}
    low = {kind: b for kind, b in found.items() if b.y > FOOT * house.height}
    return {kind: replace(b, h=max(12.0, min(b.h, house.height - EDGE - b.y))) for kind, b in low.items()}


def _head(house: House, role: Role) -> Box:
    """Return the headline's box, on the slide and below the marking; our own place where the layout has none."""
    margin = 0.045 * house.width
    if role.head is None:
        top = 0.1 * house.height
        return Box(x=margin, y=top, w=house.width - 2 * margin, h=max(HEAD_LEAST, 0.14 * house.height))
    box = boxed(role.head.box)
    x, right = max(box.x, EDGE * 2), min(box.right, house.width - EDGE * 2)
    top = max(box.y, EDGE + MARK_H + 2.0)
    return Box(x=x, y=top, w=right - x, h=max(HEAD_LEAST, box.bottom - top))


def room(house: House, role: Role, of: Frame, main: Role) -> Room:
    """Return the room of a layout's content: its placeholders', or those of the `main` layout, else what is free."""
    held = [boxed(p.box) for p in role.layout.places if p.kind in CONTENT]
    held = held or [boxed(p.box) for p in main.layout.places if p.kind in CONTENT]
    tops = (b.bottom + GAP for b in _bands(role.layout, house) if b.bottom < 0.4 * house.height)
    low, high = of.source.y - GAP, max((of.head.bottom + GAP, *tops))
    content = union(b for b in held if b.bottom > high)
    if content is None or content.w * content.h < SHARE * house.width * house.height:
        content = Box(x=of.head.x, y=high, w=of.head.w, h=low - high)
    top = max(content.y, high)
    bottom = min(max(content.bottom, low), low)
    x, right = max(content.x, EDGE * 2), min(content.right, house.width - EDGE * 2)
    return Room(head=of.head, body=Box(x=x, y=top, w=right - x, h=bottom - top))


def _mark(house: House, layout: HouseLayout, y: float) -> Box:
    """Return a place for a marking at the right edge, moved left where a logo or a number stands."""
    small = _small(layout, house) + [boxed(p.box) for p in layout.places if p.kind == "sldNum"]
    x = house.width - 2 * EDGE - MARK_W
    while x > house.width / 2:
        place = Box(x=x, y=y, w=MARK_W, h=MARK_H)
        if not any(_meet(place, b) for b in small):
            return place
        x -= 4.0
    return Box(x=house.width - 2 * EDGE - MARK_W, y=y, w=MARK_W, h=MARK_H)


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
