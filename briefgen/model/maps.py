"""Maps: what a report can show of the world, and the same with its data in hand."""

from .base import Value
from .caption import SpecBase, Words


class Frame(Value, frozen=True, kw_only=True):
    """The part of the world a map must show, in degrees: (west, east) and (south, north)."""

    lon: tuple[float, float]
    lat: tuple[float, float]


class Category(Value, frozen=True, kw_only=True):
    """A class of a choropleth; `role` names the theme's map colour: focus, opposed or conciliatory."""

    id: str
    label: str
    role: str


class Callout(Value, frozen=True, kw_only=True):
    """Words led out from an actor's territory."""

    actor: str
    text: str


class ChoroplethSpec(SpecBase, frozen=True, kw_only=True, tag="choropleth", tag_field="kind"):
    """States filled by category."""

    data: str
    key: str
    value: str
    categories: tuple[Category, ...]
    frame: Frame
    neighbours: tuple[str, ...] = ()
    capitals: bool = True
    callouts: tuple[Callout, ...] = ()


class Area(Value, frozen=True, kw_only=True):
    """A state on a map, by ISO alpha-3; `category` is None for a neighbour shown only for orientation."""

    iso: str
    name: str
    category: str | None = None


class Spot(Value, frozen=True, kw_only=True):
    """A point on a map, in degrees."""

    id: str
    name: str
    lat: float
    lon: float


class AreaCallout(Value, frozen=True, kw_only=True):
    """Words led out from a state."""

    iso: str
    name: str
    text: str


class Choropleth(Value, frozen=True, kw_only=True, tag="choropleth"):
    """A map of states filled by category; `boundaries` is the preset that says how disputed lines are drawn."""

    words: Words
    areas: tuple[Area, ...]
    categories: tuple[Category, ...]
    frame: Frame
    spots: tuple[Spot, ...]
    callouts: tuple[AreaCallout, ...]
    boundaries: str
    issuer: str
