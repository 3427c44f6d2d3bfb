"""Theme + its house's template -> the same theme with sizes, boxes, fonts and colours of the template's slides."""

from functools import lru_cache
from math import ceil
from typing import Any

from msgspec.structs import asdict, replace

from briefgen.model.decktheme import DeckLayouts, DeckTokens, DeckType
from briefgen.model.housetemplate import House
from briefgen.model.measures import INCH
from briefgen.model.theme import Construction, Theme
from briefgen.typeset.standins import fonts

from ..boxes import Box, box
from ..deck import TITLE_LEADING
from ..held import Held
from ..measure import PITCH
from ..palette import SLIDE_NAMES, scheme
from ..template import Layout, layouts
from .inks import coloured
from .opening import divider_boxes, title_boxes
from .roles import MAIN, Role, roles
from .rooms import TALL, Frame, boxed, frame, mapped, room, union

WIDE = 960.0
"""Points: with `TALL`, the slides that the sizes of shipped themes are made for."""
TEXT, FOOT, NOTE = 14.0, 12.0, 11.0
"""The least sizes on such a slide: of text, of what runs along, of sources; smaller slides are shown as large."""
RENDERED = 9.0
"""The least size of any letter on any slide."""
NARROW, MAP_SHARE = 700.0, 0.68
"""Points: the width of content below which a map takes a larger share of it."""
FRAMED = ("title", "running", "number of slide", "source")
ORNAMENT = {"quotation": ("mark", "signal"), "closing": ("logo",)}
"""Boxes of a theme that a house's slides do without."""


def worn(theme: Theme) -> Theme:
    """Return a theme as its decks have it: dressed in the house's template, or itself where it has none."""
    return _worn(theme.sha256, Held(theme)) if theme.house else theme


@lru_cache(maxsize=8)
def _worn(sha256: str, held: Held) -> Theme:
    theme = held.theme
    house = theme.house
    assert house is not None
    known = layouts(theme)
    found = roles(theme, house, known)
    house = house.on_master(found[MAIN].layout.master)
    theme = replace(theme, house=house)
    ours = all(role.own for role in found.values())
    scale = min(1.0, (house.width / WIDE + house.height / TALL) / 2)
    of = frame(house, found[MAIN], scale)
    body = room(house, found[MAIN], of, found[MAIN]).body
    type_ = theme.deck.type if ours else _type(theme.deck.type, house, found, of, scale)
    tokens = DeckTokens(
        width_in=house.width / INCH,
        height_in=house.height / INCH,
        type=type_,
        layouts=_layouts(theme, house, known, found, of, type_),
    )
    head = found[MAIN].head
    bold = ours or head is None or head.bold
    dressed = replace(theme, deck=tokens, font=fonts(theme, house, bold=bold), logo=None, emblems=None)
    if not ours:
        dressed = replace(coloured(dressed, house, found[MAIN], body), construction=Construction.MARGIN)
    elif {SLIDE_NAMES.get(name, name): v for name, v in scheme(theme).items() if "link" not in name.lower()} != dict(
        house.scheme
    ):
        dressed = coloured(dressed, house, found[MAIN], body)
    return dressed


def _type(own: DeckType, house: House, found: dict[str, Role], of: Frame, scale: float) -> DeckType:
    """Return the sizes of type: the placeholders' for what stands in them, all else in proportion to the slide."""
    least = min(1.0, house.height / TALL)
    floors = {"source": max(RENDERED, NOTE * least), "running": max(RENDERED, FOOT * least)}
    floors = {name: ceil(2 * floors.get(name, TEXT * least)) / 2 for name in asdict(own)}
    sizes = {name: max(_half(value * scale), floors[name]) for name, value in asdict(own).items()}
    main = found[MAIN]
    text = next((p.size for p in main.layout.places if p.kind in ("obj", "body")), sizes["body"])
    sizes["body"] = _half(_between(text, max(sizes["body_min"], own.body * scale * 0.9), own.body * scale * 1.15))
    head = main.head.size if main.head else own.headline * scale
    fit = of.head.h / (2 * TITLE_LEADING * PITCH)
    sizes["headline"] = _half(min(fit, _between(head, sizes["body"] + 2.0, own.headline * scale * 1.25)))
    for name, role in (("title", found["title"]), ("divider", found["divider"])):
        given = role.head.size if role.head else sizes[name]
        sizes[name] = _half(_between(given, 0.65 * sizes[name], 1.15 * sizes[name]))
    under = found["title"].places.get("subtitle")
    if under:
        sizes["subtitle"] = _half(_between(under.size, sizes["body_min"], sizes["subtitle"]))
    sizes["numeral"] = sizes["divider"]
    return DeckType(**sizes)


def _between(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def _half(size: float) -> float:
    """Return a size in half points, never above what was asked."""
    return int(size * 2) / 2


def _layouts(
    theme: Theme, house: House, known: dict[str, Layout], found: dict[str, Role], of: Frame, type_: DeckType
) -> DeckLayouts:
    """Return the boxes of every layout as they stand in the house's."""
    slide = Box(x=0.0, y=0.0, w=theme.deck.width_in * INCH, h=theme.deck.height_in * INCH)
    theirs = Box(x=0.0, y=0.0, w=house.width, h=house.height)
    opening = {
        "title": title_boxes(house, found["title"], type_.label),
        "divider": divider_boxes(house, found["divider"], 3 * PITCH * TITLE_LEADING * type_.divider),
    }
    whole: dict[str, Any] = {}
    main = found[MAIN]
    for name, boxes in asdict(theme.deck.layouts).items():
        role = found.get(name)
        given = {slot: box(theme, name, slot) for slot, value in asdict(boxes).items() if value is not None}
        if name == "all":
            put = _frame(theme, given, found, of, slide, theirs)
        elif role and role.own:
            put = _returned(known[name], role, given, slide, theirs)
        elif name in opening:
            put = {"short_title": of.running} | opening[name]
        else:
            area = room(house, role, of, main).body if role else theirs
            ours = _area(theme)
            put = {s: mapped(b, ours, area) for s, b in given.items() if s not in ORNAMENT.get(name, ())}
            if name == "map_takeaways" and area.w < NARROW:
                put = _wider(put, area)
        kept = type(boxes).__struct_fields__
        whole[name] = type(boxes)(**{slot: _inches(one) for slot, one in put.items() if slot in kept})
    return DeckLayouts(**whole)


def _frame(
    theme: Theme, given: dict[str, Box], found: dict[str, Role], of: Frame, slide: Box, theirs: Box
) -> dict[str, Box]:
    """Return the boxes of the frame: of a layout of ours that came back as it has them, else as the house has them."""
    role = found["statements"]
    if not role.own:
        return {
            "headline": of.head,
            "source": of.source,
            "short_title": of.running,
            "number": of.number,
            "marking_top": of.marking_top,
            "marking_foot": of.marking_foot,
        }
    slots = {"headline": "title", "source": "source", "short_title": "running", "number": "number of slide"}
    put = {name: mapped(b, slide, theirs) for name, b in given.items()}
    return put | {name: boxed(role.places[slot].box) for name, slot in slots.items() if slot in role.places}


def _returned(layout: Layout, role: Role, given: dict[str, Box], slide: Box, theirs: Box) -> dict[str, Box]:
    """Return the boxes of a layout of ours, moved as its placeholders were."""
    own = [s for s in layout.slots if s.name in role.places and s.name not in FRAMED]
    before, after = union(s.box for s in own), union(boxed(role.places[s.name].box) for s in own)
    if before is None or after is None:
        return {slot: mapped(b, slide, theirs) for slot, b in given.items()}
    put = {slot: mapped(b, before, after) for slot, b in given.items()}
    direct = {
        "title": "title",
        "short_title": "running",
        "publisher": "publisher",
        "subtitle": "subtitle",
        "date": "date",
    }
    return put | {s: boxed(role.places[to].box) for s, to in direct.items() if s in given and to in role.places}


def _wider(put: dict[str, Box], area: Box) -> dict[str, Box]:
    """Return the boxes of a map and its takeaways with more width for the map, whose labels grow no smaller."""
    across = MAP_SHARE * area.w
    beside = {s: replace(b, x=area.x + across + 18.0, w=area.w - across - 18.0) for s, b in put.items() if s != "map"}
    return beside | {"map": Box(x=area.x, y=area.y, w=across, h=area.h)}


def _area(theme: Theme) -> Box:
    """Return the area of our own content below the headline."""
    head, panel, map_ = (
        box(theme, "all", "headline"),
        box(theme, "summary", "panel"),
        box(theme, "map_takeaways", "map"),
    )
    return Box(x=head.x, y=panel.y, w=head.w, h=max(panel.bottom, map_.bottom) - panel.y)


def _inches(one: Box) -> tuple[float, float, float, float]:
    return one.x / INCH, one.y / INCH, one.w / INCH, one.h / INCH
