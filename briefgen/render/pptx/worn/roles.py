"""A house's layouts -> which of them serves each layout of ours, and which placeholder each slot."""

import re

from briefgen.model.base import Value
from briefgen.model.housetemplate import House, HouseLayout, Place, Template
from briefgen.model.theme import Theme

from ..template import Layout

WORDS = ("obj", "titleOnly", "twoObj")
DRAWN = ("titleOnly", "obj", "twoObj")
PAIRED = ("twoObj", "obj", "titleOnly")
TYPES: dict[str, tuple[str, ...]] = {
    "title": ("title", *WORDS),
    "divider": ("secHead", "title", *DRAWN),
    "statement_chart": PAIRED,
    "two_columns": PAIRED,
    "sources": PAIRED,
    "map_takeaways": DRAWN,
    "timeline": DRAWN,
    "quotation": DRAWN,
    "key_figures": DRAWN,
}
"""Types of a house's layouts in the order in which they serve one of ours; all others take `WORDS`."""
HOLDS = {
    "summary": ("item 1",),
    "one_slide": ("item 1",),
    "agenda": ("item 1",),
    "divider": ("line",),
    "aside": ("text 1",),
    "statement_chart": ("text", "chart"),
    "chart": ("chart",),
    "table": ("table",),
    "statements": ("text 1",),
    "two_columns": ("cell 1", "cell 2"),
    "sources": ("left", "right"),
    "closing": ("statement",),
    "title": ("subtitle",),
}
"""The slots of a layout of ours that take a general placeholder, in reading order."""
MAIN = "summary"
"""The layout of ours whose counterpart gives the frame of all content slides."""
OPENING = ("title", "divider")
JUMP = 24.0
"""Points by which headlines may stand apart and be in one place."""
CONTENT = ("obj", "body", "chart", "tbl", "subTitle")
HEADS = ("title", "ctrTitle")
CHAPTER = re.compile(r"section|divider|chapter|abschnitt|kapitel|chapitre|capítulo|intertitre", re.IGNORECASE)
FRAME = {"running": "ftr", "number of slide": "sldNum"}


class Role(Value, frozen=True, kw_only=True):
    """A layout of ours in a house's template: the layout that serves it, placeholders by slot, and how it was found.

    `own` tells that it is a layout of ours that came back in the file.
    """

    name: str
    layout: HouseLayout
    places: dict[str, Place]
    how: str
    own: bool = False

    @property
    def head(self) -> Place | None:
        """The placeholder of the headline."""
        return self.places.get("title")


def roles(theme: Theme, house: House, known: dict[str, Layout]) -> dict[str, Role]:
    """Return what serves each layout of ours; every template that was read has something for each."""
    said = theme.template if isinstance(theme.template, Template) else Template(file=house.file)
    main, _ = _found(MAIN, house, None)
    return {name: _role(layout, house, said, main) for name, layout in known.items()}


def _role(layout: Layout, house: House, said: Template, main: HouseLayout) -> Role:
    wish = said.layouts.get(layout.name)
    named = next((one for one in house.layouts if wish and one.name == wish.layout), None)
    if named is None and (own := _ours(layout, house)):
        return own
    found, how = (named, "as the theme says") if named else _found(layout.name, house, main)
    places = _places(layout, found)
    for slot, index in wish.slots.items() if wish else ():
        if place := next((p for p in found.places if p.alone and (p.index or 0) == index), None):
            places = {s: p for s, p in places.items() if p != place} | {slot: place}
    return Role(name=layout.name, layout=found, places=places, how=how)


def _ours(layout: Layout, house: House) -> Role | None:
    """Return the layout of ours that a designer has begun from: it has our name, and placeholders of our names."""
    for one in house.layouts:
        if one.name == layout.title:
            names = {p.name.lower(): p for p in one.places if p.alone}
            places = {s.name: p for s in layout.slots if (p := names.get(s.name.lower())) and p.kind == s.kind}
            if len(places) > len(layout.slots) / 2:
                return Role(name=layout.name, layout=one, places=places, how="by our own name", own=True)
    return None


def _found(name: str, house: House, main: HouseLayout | None) -> tuple[HouseLayout, str]:
    """Return the layout that serves best: by its type, else by its placeholders; samples decide between equals."""
    wanted = TYPES.get(name, WORDS)
    ranked = []
    for n, one in enumerate(house.layouts):
        kind = _kind(one)
        if kind in wanted:
            typed = one.kind == kind
            opens = one.first if name == "title" else not one.first
            general = any(p.kind == "obj" for p in one.places)  # a placeholder for text alone is for small text
            served = (
                house.loose and not one.used,
                name not in OPENING and main is not None and not _level(one, main),
                wanted.index(kind),
                not (opens and one.used),
                not typed,
                not general,
                -_roomy(one),
                n,
            )
            ranked.append((served, one, "by its type" if typed else "by its placeholders"))
    if ranked:
        _, found, how = min(ranked, key=lambda r: r[0])
        return found, how
    # nothing has a headline and room: the layout with the fewest placeholders lets us draw all ourselves
    bare = min(house.layouts, key=lambda one: sum(p.kind in CONTENT for p in one.places))
    return bare, "because none fits better"


def _alike(one: Place, other: Place) -> bool:
    """Tell whether two placeholders are of one kind and nearly one size, as columns are."""
    areas = sorted(p.box[2] * p.box[3] for p in (one, other))
    return one.kind == other.kind and areas[0] > 0.7 * areas[1]


def _level(one: HouseLayout, main: HouseLayout) -> bool:
    """Tell whether two layouts have their headlines in one place, so that these do not jump from slide to slide."""
    heads = [next((p.box for p in each.places if p.kind in HEADS), None) for each in (one, main)]
    if None in heads:
        return heads[0] == heads[1]
    (x, y, _, _), (left, top, _, _) = (h for h in heads if h)
    return abs(x - left) < JUMP and abs(y - top) < JUMP


def _roomy(one: HouseLayout) -> int:
    """Return the area of the largest placeholder for content, in square inches."""
    return max((round(p.box[2] * p.box[3] / 72**2) for p in one.places if p.kind in CONTENT), default=0)


def _kind(one: HouseLayout) -> str:
    """Return what a layout is for, by its type where that is one that we know, else by its placeholders."""
    if one.kind in ("title", "secHead", "titleOnly", "obj", "twoObj"):
        return one.kind
    if one.kind.startswith("vert") or any(p.kind == "pic" for p in one.places):
        return ""
    heads = [p for p in one.places if p.kind in HEADS]
    content = [p for p in one.places if p.kind in CONTENT]
    if any(p.kind == "subTitle" for p in content) and len(content) == 1:
        return "title"
    if CHAPTER.search(one.name) and heads:
        return "secHead"
    if len(content) == 2 and not _alike(*content):
        return ""
    if one.kind in ("", "cust", "tx") and len(content) <= 2:
        return ("titleOnly", "obj", "twoObj")[len(content)] if heads or content else ""
    return ""


def _places(layout: Layout, found: HouseLayout) -> dict[str, Place]:
    """Return the placeholders that slots take by their kinds."""
    free = [p for p in found.places if p.alone]
    places: dict[str, Place] = {}

    def take(slot: str, *kinds: str) -> None:
        place = next((p for p in free if p.kind in kinds), None)
        if place:
            free.remove(place)
            places[slot] = place

    take("title", *HEADS)
    for slot, kind in FRAME.items():
        take(slot, kind)
    for slot in HOLDS.get(layout.name, ()):
        own = layout.slot(slot).kind
        take(slot, *((own, "obj") if own in ("chart", "tbl") else ("subTitle", "body", "obj")))
    return places
