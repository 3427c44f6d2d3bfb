"""The slots of our layouts as they stand in a house's: in its placeholders, or as text boxes where it has none."""

from msgspec.structs import replace

from briefgen.model.theme import Theme

from ..boxes import Box
from ..drawingml import FACES
from ..palette import Palette, recoloured
from ..template import GROUND, Layout, Slot
from ..units import hundredths, percent
from .inks import EXTREMES, placed, readable, under
from .roles import HEADS, Role
from .rooms import boxed

KEPT = ("ftr", "sldNum")
NOWHERE = Box(x=0.0, y=0.0, w=0.0, h=0.0)
"""The box of what has no placeholder, so that its own is always written."""
FRAMED = ("source", "running", "number of slide")
LEAVES = (*HEADS, "subTitle", *KEPT)
"""Kinds whose look is left to the house's placeholder, size and spacing aside."""


def fitted(theme: Theme, layout: Layout, role: Role, colours: Palette) -> Layout:
    """Return a layout of ours with its slots in the placeholders of a house's."""
    slots = tuple(_slot(theme, layout, slot, role, colours) for slot in layout.slots)
    return replace(layout, slots=slots)


def colours_of(theme: Theme, layout: Layout, role: Role, colours: Palette) -> Palette:
    """Return a palette whose colours of headline, lesser text and frame can be read on one layout."""
    assert theme.house is not None
    head = layout.slot("title")
    if layout.name not in GROUND:
        running = layout.slot("running")
        said, _ = placed(role.places.get("running"), role.layout, running.box, theme.house)
        return recoloured(colours, theme, {"running": said})
    label = layout.slot("publisher" if layout.name == "title" else "title")
    on_ground, _ = placed(role.head, role.layout, label.box, theme.house)
    lesser = {"title": "subtitle", "divider": "line"}[layout.name]
    pale, _ = placed(role.places.get(lesser), role.layout, layout.slot(lesser).box, theme.house)
    # the small lines stand elsewhere than the lesser text, so a colour must do for all of them
    small = [s.box for s in layout.slots if s.name in ("publisher", "date", "running")]
    grounds = [under(role.layout, one) for one in small]
    pale = next(
        (c for c in (pale, on_ground, *EXTREMES) if all(readable(c, g, theme.house) == c for g in grounds)), pale
    )
    numeral = readable(theme.colour.accent, under(role.layout, head.box), theme.house)
    return recoloured(colours, theme, {"on_ground": on_ground, "pale": pale, "numeral": numeral})


def _slot(theme: Theme, layout: Layout, slot: Slot, role: Role, colours: Palette) -> Slot:
    place = role.places.get(slot.name)
    if place is not None and role.own:
        return replace(slot, kind=place.kind, index=place.index, box=boxed(place.box))
    opens = layout.name == "title"
    align = role.head.align if opens and role.head else "l"
    if place is None and slot.name in FRAMED:
        assert theme.house is not None
        said = readable(f"#{colours.values[slot.style.colour]}", under(role.layout, slot.box), theme.house)
        own = recoloured(colours, theme, {slot.style.colour: said})
        return replace(slot, kind="", index=None, box=NOWHERE, listed=_level(slot, own, "l"))
    if place is None:
        kind = "title" if slot.name == "title" else ""
        return replace(slot, kind=kind, index=None, box=NOWHERE, listed=_level(slot, colours, align))
    leaves = place.kind in LEAVES or layout.name in GROUND
    if not leaves:
        # runs say their looks themselves: not every program puts a list style before the layout's
        said_by_runs = replace(slot.style, size=0.0, face="", colour="")
        return replace(
            slot,
            kind=place.kind,
            index=place.index,
            box=boxed(place.box),
            style=said_by_runs,
            listed=_level(slot, colours, "l"),
        )
    assert theme.house is not None
    said, itself = placed(place, role.layout, slot.box, theme.house)
    # a divider's number stands at the left
    fixed = "l" if layout.name == "divider" else "ctr" if place.align == "ctr" else None
    fill = "" if itself else f"<a:solidFill>{colours.colour(said)}</a:solidFill>"
    anchor = place.anchor if place.kind in HEADS and layout.name != "divider" else "t"
    return replace(
        slot,
        kind=place.kind,
        index=place.index,
        anchor=anchor,
        box=boxed(place.box),
        listed=_left(slot, fill, fixed),
    )


def _left(slot: Slot, fill: str, align: str | None) -> str:
    """Return a list style that sets size and spacing and leaves the rest to the placeholder."""
    aligned = f' algn="{align}"' if align else ""
    return (
        f'<a:lvl1pPr marL="0" indent="0"{aligned}>{_spaced(slot)}'
        f'<a:defRPr sz="{hundredths(slot.style.size)}" cap="none">{fill}</a:defRPr></a:lvl1pPr>'
    )


def _level(slot: Slot, colours: Palette, align: str) -> str:
    """Return a list style that says all."""
    style = slot.style
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}">{_spaced(slot)}'
        f'<a:defRPr sz="{hundredths(style.size)}" b="{int(style.strong)}" i="{int(style.emphasis)}" u="none" '
        f'cap="none">{colours.solid(style.colour)}<a:latin typeface="{FACES[style.face]}"/></a:defRPr></a:lvl1pPr>'
    )


def _spaced(slot: Slot) -> str:
    none = '<a:spcPts val="0"/>'
    return (
        f'<a:lnSpc><a:spcPct val="{percent(slot.style.leading)}"/></a:lnSpc><a:spcBef>{none}</a:spcBef>'
        f"<a:spcAft>{none}</a:spcAft><a:buNone/>"
    )
