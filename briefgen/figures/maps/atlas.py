"""What is known of countries and unsettled boundaries without their shapes."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from ...model.base import Value
from ...model.maps import Frame
from ...resources import asset
from .. import faults
from .view import Bounds

Place = tuple[float, float]


class Former(Value, frozen=True, kw_only=True):
    """A name that held until a day."""

    until: dt.date
    name: str
    fr: str


class Capital(Value, frozen=True, kw_only=True):
    """A country's capital; `at` is latitude and longitude in degrees."""

    name: str
    fr: str
    at: Place
    former: tuple[Former, ...] = ()


class Country(Value, frozen=True, kw_only=True):
    """A unit of the country layers: its names, the degrees that hold it, and those of its main body.

    East may be beyond 180 for what lies across the date line.
    """

    name: str
    fr: str
    km2: float
    bounds: Bounds
    body: Bounds
    former: tuple[Former, ...] = ()
    capital: Capital | None = None


class Marks(Value, frozen=True, kw_only=True):
    """Points (longitude, latitude) by which a window knows that it shows a line or an area, by id.

    `units` are the codes of areas that are units of the country layers by themselves.
    """

    lines: dict[str, tuple[Place, ...]]
    areas: dict[str, tuple[Place, ...]]
    units: dict[str, str]


@cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO 3166-1 alpha-3 code."""
    return msgspec.json.decode(asset("geodata", "countries.json").read_bytes(), type=dict[str, Country])


@cache
def marks() -> Marks:
    """Return where the entries of the boundaries table lie."""
    return msgspec.json.decode(asset("geodata", "boundaries.json").read_bytes(), type=Marks)


def country(figure: str, iso: str) -> Country:
    """Return a country; raises InputError naming the figure where there is none of that code."""
    try:
        return countries()[iso]
    except KeyError:
        hint = "use the three-letter code of ISO 3166-1, such as AFG"
        raise faults.fault(faults.UNKNOWN_COUNTRY, figure, f"no country has the code {iso!r}", hint) from None


def name(of: Country | Capital, language: str, day: dt.date) -> str:
    """Return what a country or capital was called on a day, in a language; English where the layers lack that one."""
    at_the_time: Country | Capital | Former = next((f for f in of.former if day < f.until), of)
    return at_the_time.fr if language == "fr" else at_the_time.name


ROOM = 0.08
"""What a frame has about what it is to show, as a share of its width and height."""
LEAST = 3.0
"""Degrees of the smallest frame."""
WORLD = 200.0
"""Degrees of longitude beyond which a frame had better show the whole world."""


def frame_around(boxes: Iterable[Bounds], room: float = ROOM) -> Frame:
    """Return a frame that holds boxes of degrees with room about them, on the side of the globe where they lie."""
    found = sorted(boxes)
    west, east = _span([(b[0], b[2]) for b in found])
    south, north = min(b[1] for b in found), max(b[3] for b in found)
    wide, tall = max(east - west, LEAST), max(north - south, LEAST)
    x, y = (west + east) / 2, (south + north) / 2
    across, up = wide * (0.5 + room), tall * (0.5 + room)
    if 2 * across > WORLD:
        return Frame(lon=(x - 180, x + 180), lat=(max(-60.0, y - up), min(84.0, y + up)))
    return Frame(lon=(x - across, x + across), lat=(max(-89.0, y - up), min(89.0, y + up)))


def _span(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the shortest way around the globe that holds all spans of longitude."""
    best = (0.0, 360.0)
    for start, _ in spans:
        west = start
        ends = [max((b - west) % 360, (a - west) % 360 + (b - a)) for a, b in spans]
        if max(ends) < best[1] - best[0]:
            best = (west, west + max(ends))
    shift = 360 * round((sum(best) / 2) / 360)
    return best[0] - shift, best[1] - shift
