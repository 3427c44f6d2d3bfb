"""A map's spec + Report -> the map with its data in hand."""

from ..model.maps import Area, AreaCallout, Choropleth, ChoroplethSpec, Spot
from ..model.report import Report
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words


def choropleth(spec: ChoroplethSpec, report: Report, furniture: Furniture, boundaries: str, issuer: str) -> Choropleth:
    """Return a map of states filled by category."""
    data = dataset(spec.data, report)
    key, value = data.column(spec.key), data.column(spec.value)
    actors = {a.id: a for a in report.actors}

    def iso(actor: str) -> str:
        found = actors[actor].iso
        if found is None:
            raise refuse(spec, f"actor {actor!r} has no `iso` code", "give the state its ISO 3166-1 alpha-3 code")
        return found

    classes = {c.id: c for c in spec.categories}
    rows = [(str(r[key]), str(r[value])) for r in data.rows]
    for actor, category in rows:
        if category not in classes:
            raise refuse(spec, f"{actor} has category {category!r}, which is not listed", "add it to `categories`")
    shown = tuple(Area(iso=iso(a), name=actors[a].name, category=c) for a, c in rows)
    beside = tuple(Area(iso=iso(a), name=actors[a].name) for a in spec.neighbours)
    capitals = {p.capital_of: p for p in report.places if p.capital_of and p.at}
    spots = tuple(
        Spot(id=capitals[a].id, name=capitals[a].name, lat=at[0], lon=at[1])
        for a, _ in rows
        if spec.capitals and a in capitals and (at := capitals[a].at) is not None
    )
    callouts = tuple(AreaCallout(iso=iso(c.actor), name=actors[c.actor].name, text=c.text) for c in spec.callouts)
    description = " ".join(
        f"{category.label}: {', '.join(actors[a].name for a, c in rows if c == category.id)}."
        for category in spec.categories
    )
    about = words(spec, spec.subtitle or "", f"{furniture.map_of}. {description}")
    return Choropleth(
        words=about,
        areas=shown + beside,
        categories=spec.categories,
        frame=spec.frame,
        spots=spots,
        callouts=callouts,
        boundaries=boundaries,
        issuer=issuer,
    )
