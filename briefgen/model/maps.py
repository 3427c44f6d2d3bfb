"""Maps: what a report can show of the world, and the same with its data in hand."""

import datetime as dt

from .base import Value
from .boundaries import Preset
from .caption import SpecBase, Words


class Frame(Value, frozen=True, kw_only=True):
    """The part of the world a map must show, in degrees: (west, east) and (south, north).

    Across the date line east is beyond 180.
    """

    lon: tuple[float, float]
    lat: tuple[float, float]


class Category(Value, frozen=True, kw_only=True):
    """A class of a choropleth; `role` names the way it is filled: see `ROLES`."""

    id: str
    label: str
    role: str


ROLES = ("focus", "opposed", "conciliatory", "mixed", "unknown")
"""Fills that differ in lightness or hatch, so that no two are taken for each other in grey."""


class Callout(Value, frozen=True, kw_only=True):
    """Words led out from an actor's territory."""

    actor: str
    text: str


class MapSpec(SpecBase, frozen=True, kw_only=True):
    """What maps of one region share: without a frame they show what they are about and a margin."""

    frame: Frame | None = None
    neighbours: tuple[str, ...] = ()
    inset: str = "none"
    rivers: bool = False


class ChoroplethSpec(MapSpec, frozen=True, kw_only=True, tag="choropleth", tag_field="kind"):
    """States filled by category."""

    data: str
    key: str
    value: str
    categories: tuple[Category, ...]
    capitals: bool = True
    callouts: tuple[Callout, ...] = ()


class LocatorSpec(MapSpec, frozen=True, kw_only=True, tag="locator", tag_field="kind"):
    """Where a region lies."""

    focus: tuple[str, ...]
    places: tuple[str, ...] = ()
    capitals: bool = True
    inset: str = "globe"


class PlacesSpec(MapSpec, frozen=True, kw_only=True, tag="places", tag_field="kind"):
    """Places and what happened there; `numbered` None: numbers where there are many."""

    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    numbered: bool | None = None


class GroupMapsSpec(SpecBase, frozen=True, kw_only=True, tag="group-maps", tag_field="kind"):
    """Who is in which group: a small map for each, all of one part of the world."""

    groups: tuple[str, ...]
    focus: tuple[str, ...] = ()
    frame: Frame | None = None


class Pair(Value, frozen=True, kw_only=True):
    """Two places; shapes write them as [from, to]."""

    start: str
    end: str


class DistancesSpec(SpecBase, frozen=True, kw_only=True, tag="distances", tag_field="kind"):
    """Distances between places, to one scale."""

    pairs: tuple[Pair, ...]


class Area(Value, frozen=True, kw_only=True):
    """A state on a map, by ISO alpha-3; `category` is None for a neighbour shown only for orientation."""

    iso: str
    name: str
    category: str | None = None


class Spot(Value, frozen=True, kw_only=True):
    """A point on a map, in degrees; `events` happened there."""

    id: str
    name: str
    lat: float
    lon: float
    events: tuple["Happening", ...] = ()
    capital: bool = False


class Happening(Value, frozen=True, kw_only=True):
    """An event as a map says it: when, what, and how far it has come."""

    id: str
    when: str
    label: str
    status: str


class Zone(Value, frozen=True, kw_only=True):
    """A place that is an area or a border: codes of states or provinces, or of the two states that share it."""

    id: str
    name: str
    codes: tuple[str, ...] = ()
    border: tuple[str, ...] = ()
    events: tuple[Happening, ...] = ()


class AreaCallout(Value, frozen=True, kw_only=True):
    """Words led out from a state."""

    iso: str
    name: str
    text: str


class Ground(Value, frozen=True, kw_only=True):
    """What all maps need beside their data.

    `boundaries` says how disputed lines are drawn, `language` and `day` which names countries bear; `orient` tells
    whether countries in view are named that the figure does not.
    """

    boundaries: Preset
    issuer: str
    language: str
    day: dt.date
    orient: bool = False


class Map(Value, frozen=True, kw_only=True):
    """A map of one region: states by category, points, areas and borders, words led out; `inset` adds a globe."""

    words: Words
    ground: Ground
    areas: tuple[Area, ...] = ()
    categories: tuple[Category, ...] = ()
    frame: Frame | None = None
    spots: tuple[Spot, ...] = ()
    zones: tuple[Zone, ...] = ()
    callouts: tuple[AreaCallout, ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    numbered: bool | None = False
    inset: bool = False
    rivers: bool = False


class Choropleth(Map, frozen=True, kw_only=True, tag="choropleth"):
    """A map of states filled by category."""


class Locator(Map, frozen=True, kw_only=True, tag="locator"):
    """A map of where a region lies."""


class PlacesMap(Map, frozen=True, kw_only=True, tag="places"):
    """A map of places and of what happened there; `untold` are those that no map can show."""

    untold: tuple[str, ...] = ()


class Panel(Value, frozen=True, kw_only=True):
    """A group in a small map: states by standing, and those in it that no map shows."""

    id: str
    name: str
    members: tuple[Area, ...]
    others: tuple[str, ...] = ()


class GroupMaps(Value, frozen=True, kw_only=True, tag="group-maps"):
    """Groups in small maps of one frame and scale; `categories` are the standings, `focus` is outlined in each."""

    words: Words
    ground: Ground
    panels: tuple[Panel, ...]
    categories: tuple[Category, ...]
    focus: tuple[str, ...] = ()
    frame: Frame | None = None


class Leg(Value, frozen=True, kw_only=True):
    """A distance between two points: km along the great circle, and as printed."""

    start: Spot
    end: Spot
    km: float
    printed: str


class Distances(Value, frozen=True, kw_only=True, tag="distances"):
    """Distances in small maps of one scale, and as bars."""

    words: Words
    ground: Ground
    legs: tuple[Leg, ...]
