"""What a map's figure must keep to before anything of it is laid out."""

from ..model.figure import Choropleth
from . import atlas, faults

ROLES = ("focus", "opposed", "conciliatory")


def check(figure: Choropleth) -> None:
    """Raise InputError for an unknown country, category, role or preset, a frame or a point that cannot be shown."""
    name = figure.words.id
    atlas.preset(figure)
    (west, east), (south, north) = figure.frame.lon, figure.frame.lat
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85 and east - west <= 160):
        message = f"a map cannot show longitudes {west} to {east}, latitudes {south} to {north}"
        hint = "give `frame` from west to east and south to north, at most 160 degrees wide, not beyond 85 degrees"
        raise faults.fault(faults.BAD_FRAME, name, message, hint)
    for category in figure.categories:
        if category.role not in ROLES:
            message = f"category {category.id!r} has the role {category.role!r}"
            raise faults.fault(faults.BAD_VALUE, name, message, f"use one of: {', '.join(ROLES)}")
    known = {category.id for category in figure.categories}
    for area in figure.areas:
        left, bottom, right, top = atlas.country(name, area.iso).bounds
        if area.category is not None and (right < west or east < left or top < south or north < bottom):
            message = f"{area.name} lies outside the frame"
            raise faults.fault(faults.OUTSIDE_FRAME, name, message, "widen `frame`, or take the state out of the data")
        if area.category is not None and area.category not in known:
            message = f"{area.name} has the category {area.category!r}, which the figure does not list"
            raise faults.fault(faults.BAD_VALUE, name, message, f"use one of: {', '.join(sorted(known))}")
    for callout in figure.callouts:
        atlas.country(name, callout.iso)
    for spot in figure.spots:
        if not (west <= spot.lon <= east and south <= spot.lat <= north):
            message = f"{spot.name} ({spot.lat}, {spot.lon}) lies outside the frame"
            raise faults.fault(faults.OUTSIDE_FRAME, name, message, "widen `frame` or leave the place out")
