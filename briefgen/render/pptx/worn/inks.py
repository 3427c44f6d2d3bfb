"""The colours of a house's template -> those of a theme, each as the house has it or as near as can be read."""

from msgspec.structs import replace

from briefgen.model.colour import contrast, mix, nearest
from briefgen.model.housetemplate import House, HouseLayout, Place
from briefgen.model.theme import Colours, Theme

from ..boxes import Box
from .roles import Role

READABLE, SEEN = 4.5, 3.0
"""The least contrast of text, and of what is not text."""
EXTREMES = ("#000000", "#FFFFFF")


def under(layout: HouseLayout, box: Box) -> str | None:
    """Return the colour on which a box begins, None where it is a picture or cannot be told."""
    x, y = box.x + min(4.0, box.w / 2), box.y + min(7.0, box.h / 2)
    for one in reversed(layout.drawn):
        left, top, wide, tall = one.box
        if left <= x <= left + wide and top <= y <= top + tall:
            return f"#{one.fill}" if one.fill else None
    return f"#{layout.ground}" if layout.ground else None


def readable(colour: str | None, ground: str | None, house: House) -> str:
    """Return a colour for text on a ground: itself where it can be read, else the house's that can be read best."""
    if colour and (ground is None or contrast(colour, ground) >= READABLE):
        return colour
    if ground is None:
        return f"#{house.scheme.get('tx1', '000000')}"
    own = [f"#{house.scheme[name]}" for name in ("tx1", "bg1", "tx2") if name in house.scheme]
    return max((*own[:2], *EXTREMES), key=lambda one: (contrast(one, ground) >= READABLE) * 2 + (one in own))


def placed(place: Place | None, layout: HouseLayout, box: Box, house: House) -> tuple[str, bool]:
    """Return the colour of text in a box, and whether that is what its placeholder gives by itself."""
    ground = under(layout, box)
    own = f"#{place.colour}" if place and place.colour else None
    found = readable(own, ground, house)
    return found, place is not None and found == own


def coloured(theme: Theme, house: House, role: Role, body: Box) -> Theme:
    """Return a theme in the house's colours, as content stands on the layout that serves most slides."""
    paper = under(role.layout, body) or f"#{house.scheme.get('bg1', 'FFFFFF')}"
    place = next((p for p in role.layout.places if p.kind in ("obj", "body")), None)
    ink = readable(f"#{place.colour}" if place and place.colour else None, paper, house)
    panel, hair = mix(ink, paper, 0.06), mix(ink, paper, 0.25)
    accents = [f"#{v}" for name, v in house.scheme.items() if name.startswith("accent")]
    grounds = ((paper, READABLE), (panel, READABLE))
    first = accents[0] if accents else ink
    lead = nearest(first, grounds) or ink
    mute = next((m for s in (0.35, 0.25, 0.15) if contrast(m := mix(paper, ink, s), panel) >= READABLE), ink)
    second = nearest(accents[1] if len(accents) > 1 else first, ((paper, SEEN),)) or ink
    ground = lead
    on_ground = max((paper, ink, *EXTREMES), key=lambda one: contrast(one, ground))
    colours = Colours(
        paper=paper,
        ink=ink,
        mute=mute,
        accent=lead,
        panel=panel,
        hair=hair,
        bar=second,
        head=lead,
        signal=first,
        ground=ground,
        deep=ground,
        on_ground=on_ground,
        pale=on_ground,
        label_on_ground=on_ground,
    )
    categories = tuple(nearest(one, ((paper, SEEN),)) or ink for one in theme.chart.categories)
    chart = replace(
        theme.chart, focus=lead, other=nearest(theme.chart.other, ((paper, SEEN),)) or mute, categories=categories
    )
    return replace(theme, colour=colours, chart=chart)
