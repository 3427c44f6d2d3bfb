"""What a map must keep to before anything of it is laid out."""

from ...model.boundaries import Preset
from ...model.maps import ROLES, Category, Frame, GroupMaps, Map
from .. import faults
from . import atlas, frames
from .view import CONE_HIGHEST, CONE_WIDEST, polar_frame


def check(figure: Map) -> None:
    """Raise InputError for an unknown country, category or role, or a frame or point that cannot be shown."""
    name = figure.words.id
    roles(name, figure.categories)
    known = {category.id for category in figure.categories}
    for area in figure.areas:
        state(name, area.iso, area.name, figure.ground.boundaries)
        if area.category is not None and area.category not in known:
            message = f"{area.name} has the category {area.category!r}, which the figure does not list"
            raise faults.fault(faults.BAD_VALUE, name, message, f"use one of: {', '.join(sorted(known))}")
    for callout in figure.callouts:
        atlas.country(name, callout.iso)
    if figure.frame is None and not figure.spots and not any(a.category for a in figure.areas):
        hint = "name states or places, or give the part of the world in `frame`"
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "the map has nothing to show", hint)
    shown = frames.frame(figure)
    frame(name, shown)
    (west, east), (south, north) = shown.lon, shown.lat
    for area in figure.areas:
        if area.category is not None and not _meets(atlas.country(name, area.iso).bounds, shown):
            message = f"{area.name} lies outside the frame"
            raise faults.fault(faults.OUTSIDE_FRAME, name, message, "widen `frame`, or take the state out of the data")
    for spot in figure.spots:
        inside = any(west <= spot.lon + turn <= east for turn in (-360, 0, 360))
        if not (inside and south <= spot.lat <= north):
            message = f"{spot.name} ({spot.lat}, {spot.lon}) lies outside the frame"
            raise faults.fault(faults.OUTSIDE_FRAME, name, message, "widen `frame` or leave the place out")
    if not any(_meets(atlas.country(name, a.iso).bounds, shown) for a in figure.areas) and not figure.spots:
        names = ", ".join(a.name for a in figure.areas) or "nothing"
        message = f"its frame shows none of what the map is about: {names}"
        raise faults.fault(faults.OUTSIDE_FRAME, name, message, "leave `frame` out, or write [west, east] about it")


def check_groups(figure: GroupMaps) -> None:
    """Raise InputError for what a map of memberships cannot show."""
    name = figure.words.id
    roles(name, figure.categories)
    for panel in figure.panels:
        for member in panel.members:
            state(name, member.iso, member.name, figure.ground.boundaries)
    if figure.frame is not None:
        frame(name, figure.frame)
    if not any(panel.members for panel in figure.panels):
        hint = "name groups with states among their members"
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "none of its groups has a state that a map can show", hint)


def state(figure: str, iso: str, name: str, boundaries: Preset) -> None:
    """Raise InputError for a code that no country has, or whose land the preset gives to another."""
    atlas.country(figure, iso)
    units = atlas.marks().units
    for area in boundaries.areas:
        if units.get(area.id) == iso and area.owner not in ("", iso):
            message = f"the boundaries preset {boundaries.id!r} fills {name} in the colour of {area.owner}"
            hint = "take it out of the figure, or choose another preset in the theme"
            raise faults.fault(faults.ANOTHERS, figure, message, hint)


def roles(figure: str, categories: tuple[Category, ...]) -> None:
    """Raise InputError for a role without a fill, or two categories that would look alike."""
    taken: dict[str, str] = {}
    for category in categories:
        if category.role not in ROLES:
            message = f"category {category.id!r} has the role {category.role!r}"
            raise faults.fault(faults.BAD_VALUE, figure, message, f"use one of: {', '.join(ROLES)}")
        if category.role in taken:
            message = f"categories {taken[category.role]!r} and {category.id!r} have the same role {category.role!r}"
            hint = f"give each a role of its own: {', '.join(ROLES)}"
            raise faults.fault(faults.BAD_VALUE, figure, message, hint)
        taken[category.role] = category.id


def frame(figure: str, shown: Frame) -> None:
    """Raise InputError for a frame that no projection here can show."""
    (west, east), (south, north) = shown.lon, shown.lat
    whole = west < east <= west + 360 and -90 <= south < north <= 90
    wide = east - west > CONE_WIDEST
    reached = max(abs(south), abs(north))
    if whole and (wide or polar_frame(shown) or reached <= CONE_HIGHEST):
        return
    message = f"a map cannot show longitudes {west:g} to {east:g}, latitudes {south:g} to {north:g}"
    hint = "write `frame` from west to east and south to north"
    if whole:
        hint = f"end it at {CONE_HIGHEST:g} degrees, or show a pole: from 45 degrees on, all around"
    raise faults.fault(faults.BAD_FRAME, figure, message, hint)


def _meets(bounds: tuple[float, float, float, float], shown: Frame) -> bool:
    (west, east), (south, north) = shown.lon, shown.lat
    across = any(bounds[0] + turn <= east and west <= bounds[2] + turn for turn in (-360, 0, 360))
    return across and bounds[1] <= north and south <= bounds[3]
