"""What a house's template gives for each layout and slot of ours, and what stands in for the rest, as lines of text."""

from collections.abc import Iterator

from briefgen.model.housetemplate import House, Place
from briefgen.model.measures import INCH
from briefgen.model.theme import Theme
from briefgen.typeset import standins

from ..template import layouts
from .dress import worn
from .roles import HOLDS, Role, roles


def inspected(theme: Theme) -> tuple[str, ...]:
    """Return what maps, what is missing and what the build does instead, a line each."""
    house = theme.house
    assert house is not None
    dressed = worn(theme)
    assert dressed.house is not None
    shown = dressed.house  # with what the master of most slides says
    known = layouts(dressed)
    found = roles(theme, house, layouts(theme))
    head = [
        f"{house.file}: {house.width / INCH:.3f} x {house.height / INCH:.3f} in, "
        f"{len({one.master for one in house.layouts})} masters, {len(house.layouts)} layouts, "
        f"{house.slides} sample slides{', which are left out' if house.slides else ''}",
        f"fonts: {_font(shown.head, theme)} for headlines, {_font(shown.body, theme)} for text",
        f"colours: {', '.join(f'{name} {value}' for name, value in shown.scheme.items())}",
        f"sizes: headline {dressed.deck.type.headline:g}, text {dressed.deck.type.body:g} down to "
        f"{dressed.deck.type.body_min:g}, title {dressed.deck.type.title:g} pt",
    ]
    lines = [line for name, role in found.items() for line in _role(known[name].title, name, role, house)]
    return (*head, "", *lines)


def _font(name: str, theme: Theme) -> str:
    family, known = standins.family(name, theme)
    file = family.regular.rpartition("-")[0] or family.regular
    return f"{name} (measured with {file}{'' if known else ', for want of its widths'})"


def _role(title: str, name: str, role: Role, house: House) -> Iterator[str]:
    several = sum(one.name == role.layout.name for one in house.layouts) > 1
    where = f" of master {role.layout.master + 1}" if several else ""
    yield f"{name} ({title}) -> {role.layout.name!r}{where}, {role.how}"
    for slot, place in role.places.items():
        caps = "; its capitals are taken off, headlines are sentences" if place.caps and slot == "title" else ""
        yield f"    {slot} -> {_told(place)}{caps}"
    if "title" not in role.places:
        yield "    title: no placeholder; a title of its own is put at our own place"
    for slot in HOLDS.get(name, ()):
        if slot not in role.places:
            what = {"chart": "the chart stands", "table": "the table stands"}.get(slot, "a text box is drawn")
            yield f"    {slot}: no placeholder; {what} at our own place in the free area"
    for slot, kind in (("running", "short title"), ("number of slide", "number")):
        if slot == "number of slide" and slot not in role.places and role.layout.numbered:
            yield "    number of slide: the layout draws it itself"
        elif slot not in role.places and name not in ("title",):
            yield f"    {slot}: no placeholder; the {kind} is a text box at the foot"
    if not role.own:
        yield "    all else: text boxes and shapes at our own places within the layout's free area"


def _told(place: Place) -> str:
    x, y, w, h = (v / INCH for v in place.box)
    index = place.index if place.index is not None else 0
    return f"{place.kind} {index} {place.name!r} ({x:.2f}, {y:.2f}, {w:.2f} x {h:.2f} in, {place.size:g} pt)"
