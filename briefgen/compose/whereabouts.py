"""Places and events of a report -> a map of them; what the source does not locate never becomes a point."""

from collections.abc import Iterable

from msgspec.structs import replace

from ..model.boundaries import Preset
from ..model.maps import Happening, PlacesMap, PlacesSpec, Spot, Zone
from ..model.report import Event, Place, Report
from ..typeset import language as lang
from ..typeset import mapwords
from ..typeset.furniture import Furniture
from .captions import refuse, words
from .mapping import FOCUS, area, ground, located


def places_map(spec: PlacesSpec, report: Report, furniture: Furniture, boundaries: Preset, issuer: str) -> PlacesMap:
    """Return a map of places, and of events where they took place."""
    by_id = {e.id: e for e in report.events}
    events = [by_id[i] for i in spec.events]
    places = {p.id: p for p in report.places}
    for event in events:
        if event.place is None or places[event.place].precision == "not-located":
            raise refuse(spec, f"the report does not say where event {event.id!r} took place", "leave the event out")
    wanted = tuple(dict.fromkeys((*spec.places, *(e.place for e in events if e.place))))
    spots, zones, untold = located(spec, wanted, report)
    if not spots and not zones:
        raise refuse(spec, "none of its places can stand on a map", "name places that the report locates")
    told = mapwords.words(furniture.language)
    years = {day.year for e in events for day in (e.date.first, e.date.last)}
    year = years.pop() if len(years) == 1 else None
    spots = tuple(replace(s, events=_at(s, events, furniture, year)) for s in spots)
    zones = tuple(replace(z, events=_at(z, events, furniture, year)) for z in zones)
    used = {e.status.value for e in events}
    all_places = [*((s.name, s.events) for s in spots), *((z.name, z.events) for z in zones)]
    description = " ".join(_said(name, happened, furniture) for name, happened in all_places)
    off = [_off(p.name, _at(p, events, furniture, year)) for p in untold]
    remark = told.untold.format(names="; ".join(off)) if off else ""
    said = " ".join(filter(None, (f"{told.places}.", description, remark)))
    about = words(spec, spec.subtitle or "", said, [remark] if remark else ())
    return PlacesMap(
        words=about,
        ground=ground(report, boundaries, issuer, orient=not spec.neighbours),
        areas=(
            *(area(spec, a, report, FOCUS.id) for a in spec.focus),
            *(area(spec, a, report) for a in spec.neighbours),
        ),
        categories=(FOCUS,) if spec.focus else (),
        frame=spec.frame,
        spots=spots,
        zones=zones,
        statuses=tuple((s, word) for s, word in furniture.statuses.items() if s in used and used != {"done"}),
        numbered=spec.numbered,
        inset=spec.inset == "globe",
        rivers=spec.rivers,
        untold=tuple(p.name for p in untold),
    )


def _said(name: str, events: tuple[Happening, ...], furniture: Furniture) -> str:
    """Return a place and what happened there as a sentence."""
    told = "; ".join(f"{e.when}, {e.label} ({furniture.statuses[e.status]})" for e in events)
    return f"{name}: {told}." if told else f"{name}."


def _off(name: str, events: tuple[Happening, ...]) -> str:
    """Return a place that no map shows, with what happened there in brackets."""
    told = "; ".join(f"{e.when}, {e.label}" for e in events)
    return f"{name} ({told})" if told else name


def _at(
    place: Spot | Zone | Place, events: Iterable[Event], furniture: Furniture, year: int | None
) -> tuple[Happening, ...]:
    """Return what happened at a place, in the order of time; a `year` that all events share is not said.

    Nor is the place at the end of a label ("Talks, Moscow"), which stands beneath its name.
    """
    here = sorted((e for e in events if e.place == place.id), key=lambda e: (e.date.first, e.id))
    return tuple(
        Happening(
            id=e.id,
            when=lang.span(e.date.first, e.date.last, furniture.language).removesuffix(f" {year}"),
            label=e.label.removesuffix(f", {place.name}"),
            status=e.status.value,
        )
        for e in here
    )
