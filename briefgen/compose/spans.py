"""Pairs of places -> distances between them."""

from ..model.boundaries import Preset
from ..model.maps import Distances, DistancesSpec, Leg
from ..model.report import Report
from ..typeset import language as lang
from ..typeset import mapwords
from ..typeset.furniture import Furniture
from . import geodesic
from .captions import refuse, words
from .mapping import ground, spot

ROUNDED = 10
"""Distances are printed to so many km: a town is no point."""


def distances(spec: DistancesSpec, report: Report, furniture: Furniture, boundaries: Preset, issuer: str) -> Distances:
    """Return distances along the geodesic of WGS 84; refuses places that are no points."""
    told = mapwords.words(furniture.language)
    places = {p.id: p for p in report.places}
    legs = []
    for pair in spec.pairs:
        start, end = places[pair.start], places[pair.end]
        for place in (start, end):
            if place.at is None:
                raise refuse(spec, f"place {place.id!r} is no point", "name two places with coordinates")
        assert start.at is not None
        assert end.at is not None
        far = geodesic.km(start.at, end.at)
        if far is None:
            raise refuse(spec, f"{start.name} and {end.name} lie opposite each other", "name places that are nearer")
        if far < ROUNDED:
            raise refuse(
                spec, f"{start.name} and {end.name} lie within {ROUNDED} km", "name places that are farther apart"
            )
        number = lang.number(float(round(far / ROUNDED) * ROUNDED), furniture.language)
        printed = told.km.format(number=number)
        legs.append(Leg(start=spot(start), end=spot(end), km=far, printed=printed))
    shown = "; ".join(
        f"{told.between.format(start=leg.start.name, end=leg.end.name)}{told.colon} {leg.printed}" for leg in legs
    )
    return Distances(
        words=words(spec, spec.subtitle or "", f"{told.distances}. {shown}."),
        ground=ground(report, boundaries, issuer, orient=True),
        legs=tuple(legs),
    )
