"""Maps: whether the report's data hold what each of them shows."""

from typing import Any, assert_never

from .columns import column, table
from .entry import Entry
from .findings import Keys, guess
from .shapes import ActorShape, EventShape, GroupShape, PlaceShape
from .shapes.maps import (
    ChoroplethShape,
    DistancesShape,
    FrameShape,
    GroupMapsShape,
    LocatorShape,
    MapShape,
    PlacesShape,
)

TURN = 360.0


def checked(shape: MapShape, entry: Entry) -> dict[str, Any]:
    """Note what a map names and cannot show; return the values that are not what they are in the file."""
    match shape:
        case ChoroplethShape():
            _choropleth(shape, entry)
        case LocatorShape():
            _states(shape.focus, "focus", entry)
            _states(shape.neighbours, "neighbours", entry)
            _places(shape.places, ("places",), entry, areas=True)
        case PlacesShape():
            _states(shape.focus, "focus", entry)
            _states(shape.neighbours, "neighbours", entry)
            _places(shape.places, ("places",), entry, areas=True)
            _events(shape.events, entry)
            if not shape.places and not shape.events:
                entry.error("BG642", "the map names no place and no event", (), "add `places` or `events`")
        case GroupMapsShape():
            _states(shape.focus, "focus", entry)
            _groups(shape.groups, entry)
        case DistancesShape():
            for index, pair in enumerate(shape.pairs):
                _places(pair, ("pairs", index), entry, areas=False)
            return {"pairs": [{"start": start, "end": end} for start, end in shape.pairs]}
        case _:
            assert_never(shape)
    return _framed(shape.frame, entry) if shape.frame else {}


def _state(name: str, path: Keys, entry: Entry) -> None:
    """Note an actor that does not exist or has no territory."""
    actors: list[ActorShape] = entry.list("actors")
    codes = {a.id: a.iso for a in reversed(actors)}
    if entry.known(name, "actors", path) and name in codes and codes[name] is None:
        hint = "add its ISO 3166-1 alpha-3 code in actors.yaml, or name a state"
        entry.error("BG635", f"`{name}` has no `iso` code, so no map can show it", path, hint)


def _states(names: tuple[str, ...], key: str, entry: Entry) -> None:
    """Note each of some actors that no map can show."""
    for index, name in enumerate(names):
        _state(name, (key, index), entry)


def _places(names: tuple[str, ...], at: Keys, entry: Entry, *, areas: bool) -> None:
    """Note places that do not exist or are not located, and with `areas` False those that are no points."""
    places: list[PlaceShape] = entry.list("places")
    known = {p.id: p for p in reversed(places)}
    for index, name in enumerate(names):
        path = (*at, index)
        if not entry.known(name, "places", path) or name not in known:
            continue
        place = known[name]
        if place.precision == "not-located":
            hint = "leave it out: a point would say more than the source does"
            entry.error("BG641", f"the source does not locate `{name}`, so no map can show it", path, hint)
        elif not areas and place.precision != "point":
            message = f"`{name}` is {_article(place.precision)}: it has no distance to anything"
            entry.error("BG641", message, path, "name a place with coordinates")


def _events(names: tuple[str, ...], entry: Entry) -> None:
    """Note events that do not exist, or of which the source does not say where they took place."""
    events: list[EventShape] = entry.list("events")
    known = {e.id: e for e in reversed(events)}
    spots: list[PlaceShape] = entry.list("places")
    precision = {p.id: p.precision for p in reversed(spots)}
    for index, name in enumerate(names):
        path = ("events", index)
        if not entry.known(name, "events", path) or name not in known:
            continue
        place = known[name].place
        if place is None or precision.get(place) == "not-located":
            hint = "leave it out, or give its `place` in events.yaml where the source does"
            entry.error("BG641", f"the source does not say where event `{name}` took place", path, hint)


def _groups(names: tuple[str, ...], entry: Entry) -> None:
    """Note groups that do not exist or have no members."""
    groups: list[GroupShape] = entry.list("groups")
    known = {g.id: g for g in reversed(groups)}
    for index, name in enumerate(names):
        path = ("groups", index)
        if entry.known(name, "groups", path) and name in known and not known[name].members:
            hint = "leave it out, or add `members` in groups.yaml"
            entry.error("BG643", f"group `{name}` has no members to show", path, hint)


def _framed(frame: FrameShape, entry: Entry) -> dict[str, Any]:
    """Return a frame that runs eastward; note one that is no range of degrees."""
    (west, east), (south, north) = frame.lon, frame.lat
    # a turn further east, unless that is more than half the globe: then two numbers were swapped
    across = east + TURN if east < west and east + TURN - west <= TURN / 2 else east
    for side, low, high, wrong in (
        ("lon", west, east, west >= across or across - west > TURN),
        ("lat", south, north, south >= north),
    ):
        if wrong:
            order = "west, east" if side == "lon" else "south, north"
            hint = f"write [{order}], the smaller number first"
            entry.error("BG637", f"[{low:g}, {high:g}] is no range of degrees", ("frame", side), hint)
    return {"frame": {"lon": [west, across], "lat": [south, north]}}


def _choropleth(shape: ChoroplethShape, entry: Entry) -> None:
    """Note what a choropleth names and cannot show."""
    file, at, findings = entry.file, entry.at, entry.findings
    data = table(shape.data, entry.datasets, file, at, entry.ids, findings)
    key = column(shape.key, data, None, file, (*at, "key"), findings)
    value = column(shape.value, data, None, file, (*at, "value"), findings)
    categories = [c.id for c in shape.categories]
    for row in data.rows if data else ():
        if key is not None:
            _state(str(row[key]), ("data",), entry)
        if value is not None and row[value] is not None and str(row[value]) not in categories:
            message = f"dataset `{shape.data}` holds `{row[value]}`, which is no category"
            entry.error("BG636", message, "categories", guess(str(row[value]), categories, "categories"))
    taken: dict[str, str] = {}
    for index, category in enumerate(shape.categories):
        if category.role in taken:
            message = f"categories `{taken[category.role]}` and `{category.id}` are both filled as {category.role}"
            hint = "give each a role of its own: focus, opposed, conciliatory, mixed, unknown"
            entry.error("BG644", message, ("categories", index, "role"), hint)
        taken.setdefault(category.role, category.id)
    _states(shape.neighbours, "neighbours", entry)
    for index, callout in enumerate(shape.callouts):
        _state(callout.actor, ("callouts", index, "actor"), entry)


def _article(precision: str) -> str:
    return "an area" if precision == "area" else "a line"
