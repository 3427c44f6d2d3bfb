"""What is known of countries and boundaries without their shapes: the index and the boundaries table."""

import json
import tomllib
from functools import cache
from typing import Any

from ..model.base import Value
from ..model.maps import Choropleth
from ..resources import asset
from . import faults

Bounds = tuple[float, float, float, float]
STYLES = ("solid", "dashed", "dotted", "none")


class Country(Value, frozen=True, kw_only=True):
    """A unit of the country layer: its English name and bounds in degrees."""

    iso: str
    name: str
    bounds: Bounds


class Line(Value, frozen=True, kw_only=True):
    """A boundary that is not settled, and its style under each preset."""

    id: str
    name: str
    bounds: Bounds
    draw: dict[str, str]
    between: tuple[str, ...] = ()
    note: str | None = None


class Part(Value, frozen=True, kw_only=True):
    """A part of a country (what holds `point`, or lies in `bounds`) that a preset gives to another, or to none ("")."""

    id: str
    unit: str
    owner: dict[str, str]
    point: tuple[float, float] | None = None
    bounds: Bounds | None = None


class Table(Value, frozen=True, kw_only=True):
    """The boundaries table; `classes` are the styles of lines that no entry claims."""

    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    classes: dict[str, str]
    words: dict[str, str]


@cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO 3166-1 alpha-3 code."""
    found: dict[str, Any] = json.loads(asset("geodata", "countries.json").read_text(encoding="utf-8"))
    return {iso: Country(iso=iso, name=c["name"], bounds=tuple(c["bounds"])) for iso, c in found.items()}


def country(figure: str, iso: str) -> Country:
    """Return a country; raises InputError naming the figure where there is none of that code."""
    try:
        return countries()[iso]
    except KeyError:
        hint = "use the three-letter code of ISO 3166-1, such as AFG"
        raise faults.fault(faults.UNKNOWN_COUNTRY, figure, f"no country has the code {iso!r}", hint) from None


@cache
def table() -> Table:
    """Return the boundaries table as it stands in the assets."""
    found: dict[str, Any] = tomllib.loads(asset("geodata", "boundaries.toml").read_text(encoding="utf-8"))
    lines = tuple(
        Line(
            id=entry["id"],
            name=entry["name"],
            bounds=tuple(entry["bounds"]),
            draw=entry["draw"],
            between=tuple(entry.get("between", ())),
            note=entry.get("note"),
        )
        for entry in found["line"]
    )
    parts = tuple(
        Part(
            id=entry["id"],
            unit=entry["unit"],
            owner=entry["owner"],
            point=tuple(entry["point"]) if "point" in entry else None,
            bounds=tuple(entry["bounds"]) if "bounds" in entry else None,
        )
        for entry in found["area"]
    )
    return Table(lines=lines, parts=parts, classes=found["classes"], words=found["words"])


def preset(figure: Choropleth) -> str:
    """Return the figure's preset; raises InputError where the table does not know it."""
    known = sorted({name for line in table().lines for name in line.draw})
    if figure.boundaries not in known:
        message = f"there is no boundaries preset {figure.boundaries!r}"
        raise faults.fault(faults.UNKNOWN_PRESET, figure.words.id, message, f"use one of: {', '.join(known)}")
    return figure.boundaries
