"""A map's spec + Report -> the map with its data in hand: states by category, where a region lies."""

from collections.abc import Iterable

from ..model.boundaries import Preset
from ..model.caption import SpecBase
from ..model.maps import (
    Area,
    AreaCallout,
    Category,
    Choropleth,
    ChoroplethSpec,
    Ground,
    Locator,
    LocatorSpec,
    Spot,
    Zone,
)
from ..model.report import Actor, Place, Report
from ..typeset import mapwords
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words

FOCUS = Category(id="focus", label="", role="conciliatory")
"""What a map without a key is about."""


def ground(report: Report, boundaries: Preset, issuer: str, *, orient: bool = False) -> Ground:
    """Return what every map of a report needs: names are in the report's language and of its day."""
    return Ground(boundaries=boundaries, issuer=issuer, language=report.language, day=report.as_of, orient=orient)


def choropleth(
    spec: ChoroplethSpec, report: Report, furniture: Furniture, boundaries: Preset, issuer: str
) -> Choropleth:
    """Return a map of states filled by category."""
    data = dataset(spec.data, report)
    key, value = data.column(spec.key), data.column(spec.value)
    classes = {c.id: c for c in spec.categories}
    rows = [(str(r[key]), str(r[value])) for r in data.rows if r[value] is not None]
    for actor, category in rows:
        if category not in classes:
            raise refuse(spec, f"{actor} has category {category!r}, which is not listed", "add it to `categories`")
    names = {a.id: a.name for a in report.actors}
    shown = tuple(area(spec, a, report, c) for a, c in rows)
    callouts = tuple(
        AreaCallout(iso=area(spec, c.actor, report).iso, name=names[c.actor], text=c.text) for c in spec.callouts
    )
    description = " ".join(
        f"{category.label}: {', '.join(names[a] for a, c in rows if c == category.id)}."
        for category in spec.categories
        if any(c == category.id for _, c in rows)
    )
    title = mapwords.words(furniture.language).states
    return Choropleth(
        words=words(spec, spec.subtitle or "", f"{title}. {description}"),
        ground=ground(report, boundaries, issuer),
        areas=shown + tuple(area(spec, a, report) for a in spec.neighbours),
        categories=spec.categories,
        frame=spec.frame,
        spots=capitals((a for a, _ in rows), report) if spec.capitals else (),
        callouts=callouts,
        inset=spec.inset == "globe",
        rivers=spec.rivers,
    )


def locator(spec: LocatorSpec, report: Report, furniture: Furniture, boundaries: Preset, issuer: str) -> Locator:
    """Return a map of where a region lies; what its places cannot show as points it shows as areas and borders."""
    spots, zones, untold = located(spec, spec.places, report)
    if untold:
        raise refuse(spec, f"the report does not locate {untold[0].name!r}", "take it out of `places`")
    held = {s.id for s in spots}
    seats = tuple(s for s in capitals(spec.focus, report) if s.id not in held) if spec.capitals else ()
    names = {a.id: a.name for a in report.actors}
    told = mapwords.words(furniture.language)
    about = ", ".join(names[a] for a in spec.focus)
    shown = "; ".join([*(s.name for s in (*spots, *seats)), *(z.name for z in zones)])
    description = told.region.format(names=about) + "." + (f" {shown}." if shown else "")
    return Locator(
        words=words(spec, spec.subtitle or "", description),
        ground=ground(report, boundaries, issuer, orient=not spec.neighbours),
        areas=(
            *(area(spec, a, report, FOCUS.id) for a in spec.focus),
            *(area(spec, a, report) for a in spec.neighbours),
        ),
        categories=(FOCUS,),
        frame=spec.frame,
        spots=spots + seats,
        zones=zones,
        inset=spec.inset == "globe",
        rivers=spec.rivers,
    )


def area(spec: SpecBase, actor: str, report: Report, category: str | None = None) -> Area:
    """Return a state as a map shows it; refuses an actor without a territory."""
    found: Actor = next(a for a in report.actors if a.id == actor)
    if found.iso is None:
        raise refuse(spec, f"actor {actor!r} has no `iso` code", "give the state its ISO 3166-1 alpha-3 code")
    return Area(iso=found.iso, name=found.name, category=category)


def capitals(actors: Iterable[str], report: Report) -> tuple[Spot, ...]:
    """Return the capitals that the report gives for some states."""
    seats = {p.capital_of: p for p in report.places if p.capital_of and p.at}
    return tuple(spot(seats[a], capital=True) for a in actors if a in seats)


def spot(place: Place, *, capital: bool = False) -> Spot:
    """Return a place that is a point."""
    assert place.at is not None
    return Spot(
        id=place.id, name=place.name, lat=place.at[0], lon=place.at[1], capital=capital or bool(place.capital_of)
    )


def located(
    spec: SpecBase, names: Iterable[str], report: Report
) -> tuple[tuple[Spot, ...], tuple[Zone, ...], tuple[Place, ...]]:
    """Return places as points, as areas and borders, and those that have no place on a map.

    An area of which the report says no more is the state that bears its id.
    """
    places = {p.id: p for p in report.places}
    spots, zones, untold = [], [], []
    codes = {a.id: a.iso for a in report.actors if a.iso}
    for name in names:
        place = places[name]
        if place.at is not None:
            spots.append(spot(place))
        elif place.border:
            zones.append(Zone(id=place.id, name=place.name, border=tuple(codes[a] for a in place.border)))
        elif place.area or (place.precision == "area" and name in codes):
            zones.append(Zone(id=place.id, name=place.name, codes=place.area or (codes[name],)))
        else:
            untold.append(place)
    return tuple(spots), tuple(zones), tuple(untold)
