"""Maps: shapes -> model, and whether the report's data hold what each of them shows."""

from typing import Any, assert_never

import msgspec

from ..model.figure import (
    ChoroplethSpec,
    DistancesSpec,
    LocatorSpec,
    MapSpecs,
    MembershipSpec,
    PlacesSpec,
)
from .columns import Datasets, column, table
from .decoding import Lists
from .findings import Findings, Keys, guess
from .ids import Ids
from .shapes import ActorShape, EventShape, GroupShape, PlaceShape
from .shapes.maps import (
    ChoroplethShape,
    DistancesShape,
    FrameShape,
    LocatorShape,
    MapShape,
    MembershipShape,
    PlacesShape,
)

TURN = 360.0


def map_spec(
    shape: MapShape, plain: dict[str, Any], datasets: Datasets, lists: Lists, file: str, at: Keys, ids: Ids,
    findings: Findings,
) -> MapSpecs:  # fmt: skip
    """Return a map's spec from its shape and plain values; what it names and cannot show is noted."""
    look = _Look(lists, file, at, ids, findings)
    match shape:
        case ChoroplethShape():
            _choropleth(shape, datasets, look)
            return msgspec.convert(look.framed(shape.frame, plain), ChoroplethSpec)
        case LocatorShape():
            look.states(shape.focus, "focus")
            look.states(shape.neighbours, "neighbours")
            look.places(shape.places, "places", areas=True)
            return msgspec.convert(look.framed(shape.frame, plain), LocatorSpec)
        case PlacesShape():
            look.states(shape.focus, "focus")
            look.states(shape.neighbours, "neighbours")
            look.places(shape.places, "places", areas=True)
            look.events(shape.events)
            if not shape.places and not shape.events:
                findings.error(
                    "BG642", "the map names no place and no event", file, at, hint="add `places` or `events`"
                )
            return msgspec.convert(look.framed(shape.frame, plain), PlacesSpec)
        case MembershipShape():
            look.states(shape.focus, "focus")
            look.groups(shape.groups)
            return msgspec.convert(look.framed(shape.frame, plain), MembershipSpec)
        case DistancesShape():
            for index, pair in enumerate(shape.pairs):
                look.places(pair, ("pairs", index), areas=False)
            pairs = [{"start": start, "end": end} for start, end in shape.pairs]
            return msgspec.convert({**plain, "pairs": pairs}, DistancesSpec)
        case _:
            assert_never(shape)


class _Look:
    """What the checks of one map need."""

    def __init__(self, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings) -> None:
        self.lists, self.file, self.at, self.ids, self.findings = lists, file, at, ids, findings

    def entries(self, kind: str) -> list[Any]:
        """Return the entries of a list of the report."""
        return self.lists[kind].value if kind in self.lists else []

    def state(self, name: str, path: Keys) -> None:
        """Note an actor that does not exist or has no territory."""
        entries: list[ActorShape] = self.entries("actors")
        codes = {a.id: a.iso for a in reversed(entries)}
        if self.ids.check(name, "actors", self.file, path, self.findings) and name in codes and codes[name] is None:
            self.findings.error(
                "BG635",
                f"`{name}` has no `iso` code, so no map can show it",
                self.file,
                path,
                hint="add its ISO 3166-1 alpha-3 code in actors.yaml, or name a state",
            )

    def states(self, names: tuple[str, ...], key: str) -> None:
        """Note each of some actors that no map can show."""
        for index, name in enumerate(names):
            self.state(name, (*self.at, key, index))

    def places(self, names: tuple[str, ...], key: str | Keys, *, areas: bool) -> None:
        """Note places that do not exist or are not located, and with `areas` False those that are no points."""
        entries: list[PlaceShape] = self.entries("places")
        known = {p.id: p for p in reversed(entries)}
        for index, name in enumerate(names):
            path = (*self.at, *((key,) if isinstance(key, str) else key), index)
            if not self.ids.check(name, "places", self.file, path, self.findings) or name not in known:
                continue
            place = known[name]
            if place.precision == "not-located":
                hint = "leave it out: a point would say more than the source does"
                message = f"the source does not locate `{name}`, so no map can show it"
                self.findings.error("BG641", message, self.file, path, hint=hint)
            elif not areas and place.precision != "point":
                message = f"`{name}` is {_article(place.precision)}: it has no distance to anything"
                hint = "name a place with coordinates"
                self.findings.error("BG641", message, self.file, path, hint=hint)

    def events(self, names: tuple[str, ...]) -> None:
        """Note events that do not exist, or of which the source does not say where they took place."""
        entries: list[EventShape] = self.entries("events")
        known = {e.id: e for e in reversed(entries)}
        spots: list[PlaceShape] = self.entries("places")
        precision = {p.id: p.precision for p in reversed(spots)}
        for index, name in enumerate(names):
            path = (*self.at, "events", index)
            if not self.ids.check(name, "events", self.file, path, self.findings) or name not in known:
                continue
            place = known[name].place
            if place is None or precision.get(place) == "not-located":
                message = f"the source does not say where event `{name}` took place"
                hint = "leave it out, or give its `place` in events.yaml where the source does"
                self.findings.error("BG641", message, self.file, path, hint=hint)

    def groups(self, names: tuple[str, ...]) -> None:
        """Note groups that do not exist or have no members."""
        entries: list[GroupShape] = self.entries("groups")
        known = {g.id: g for g in reversed(entries)}
        for index, name in enumerate(names):
            path = (*self.at, "groups", index)
            there = self.ids.check(name, "groups", self.file, path, self.findings) and name in known
            if there and not known[name].members:
                message = f"group `{name}` has no members to show"
                hint = "leave it out, or add `members` in groups.yaml"
                self.findings.error("BG643", message, self.file, path, hint=hint)

    def framed(self, frame: FrameShape | None, plain: dict[str, Any]) -> dict[str, Any]:
        """Return a map's plain values, its frame running eastward; note one that is no range of degrees."""
        if frame is None:
            return plain
        (west, east), (south, north) = frame.lon, frame.lat
        # a turn further east, unless that is more than half the globe: then two numbers were swapped
        across = east + TURN if east < west and east + TURN - west <= TURN / 2 else east
        for side, low, high, wrong in (
            ("lon", west, east, west >= across or across - west > TURN),
            ("lat", south, north, south >= north),
        ):
            if wrong:
                order = "west, east" if side == "lon" else "south, north"
                self.findings.error(
                    "BG637",
                    f"[{low:g}, {high:g}] is no range of degrees",
                    self.file,
                    (*self.at, "frame", side),
                    hint=f"write [{order}], the smaller number first",
                )
        return {**plain, "frame": {"lon": [west, across], "lat": [south, north]}}


def _choropleth(shape: ChoroplethShape, datasets: Datasets, look: _Look) -> None:
    """Note what a choropleth names and cannot show."""
    file, at, ids, findings = look.file, look.at, look.ids, look.findings
    data = table(shape.data, datasets, file, at, ids, findings)
    key = column(shape.key, data, None, file, (*at, "key"), findings)
    value = column(shape.value, data, None, file, (*at, "value"), findings)
    categories = [c.id for c in shape.categories]
    for row in data.rows if data else ():
        if key is not None:
            look.state(str(row[key]), (*at, "data"))
        if value is not None and row[value] is not None and str(row[value]) not in categories:
            findings.error(
                "BG636",
                f"dataset `{shape.data}` holds `{row[value]}`, which is no category",
                file,
                (*at, "categories"),
                hint=guess(str(row[value]), categories, "categories"),
            )
    taken: dict[str, str] = {}
    for index, category in enumerate(shape.categories):
        if category.role in taken:
            findings.error(
                "BG644",
                f"categories `{taken[category.role]}` and `{category.id}` are both filled as {category.role}",
                file,
                (*at, "categories", index, "role"),
                hint="give each a role of its own: focus, opposed, conciliatory, mixed, unknown",
            )
        taken.setdefault(category.role, category.id)
    look.states(shape.neighbours, "neighbours")
    for index, callout in enumerate(shape.callouts):
        look.state(callout.actor, (*at, "callouts", index, "actor"))


def _article(precision: str) -> str:
    return "an area" if precision == "area" else "a line"
