"""What a report holds and no brief can show: works, claims, events, numbers, actors and places that nothing names.

One finding a file, however many entries it is about: they are leftovers, and must not drown what is wrong.
"""

from ..diagnostics import Diagnostic, Severity
from ..model.figure import (
    ChoroplethSpec,
    DistancesSpec,
    GroupMapsSpec,
    LocatorSpec,
    MembershipSpec,
    NumbersSpec,
    PlacesSpec,
    RelationsSpec,
    SeatsSpec,
    TimelineSpec,
)
from ..model.inline import Citation
from ..model.report import Report

NAMED_MOST = 8
"""Ids that a finding names."""


def unused(report: Report) -> tuple[Diagnostic, ...]:
    """Return what is told of entries that nothing uses, without lines."""
    found = (
        ("BG333", "references", "works", "cited by no unit and no figure", _works(report)),
        ("BG334", "source", "claims", "covered by no unit", {c for u in report.units for c in u.covers}),
        ("BG335", "events", "events", "told by no unit and no figure", _events(report)),
        ("BG335", "quantities", "quantities", "stated by no unit and no figure", _quantities(report)),
        ("BG335", "actors", "actors", "named by nothing", _actors(report)),
        ("BG335", "places", "places", "named by nothing", _places(report)),
    )
    kept = {"source": report.claims}
    out = []
    for code, kind, what, how, used in found:
        ids = [x.id for x in kept.get(kind, getattr(report, kind, ()))]
        left = [(n, i) for n, i in enumerate(ids) if i not in used]
        if left:
            are = "is" if len(left) == 1 else "are"
            out.append(_told(report, code, kind, f"{len(left)} of {len(ids)} {what} {are} {how}", left))
    return tuple(out)


def _told(report: Report, code: str, kind: str, message: str, left: list[tuple[int, str]]) -> Diagnostic:
    named = ", ".join(i for _, i in left[:NAMED_MOST])
    more = f" and {len(left) - NAMED_MOST} more" if len(left) > NAMED_MOST else ""
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=f"{message}: {named}{more}",
        file=f"{report.origin.file.rpartition('/')[0]}/{kind}.yaml",
        path=(left[0][0],),
        hint="name them where they belong, or take them out",
    )


def _works(report: Report) -> set[str]:
    """Return the works that a brief can cite: those of units, of what units tell and state, and of figures."""
    told = {e for u in report.units for e in u.events} | _drawn_events(report)
    stated = _quantities(report)
    cited = {w.reference for u in report.units for i in u.text if isinstance(i, Citation) for w in i.works}
    cited |= {c for e in report.events if e.id in told for c in e.cites}
    cited |= {c for q in report.quantities if q.id in stated for c in q.cites}
    cited |= {c for f in report.figures for c in f.cites} | {c for d in report.datasets for c in d.cites}
    return cited | {report.self_reference}


def _drawn_events(report: Report) -> set[str]:
    """Return the events that figures may show: those they name, for a timeline without any those of its lanes."""
    out: set[str] = set()
    for figure in report.figures:
        if isinstance(figure, TimelineSpec):
            lanes = {a for lane in figure.lanes for a in lane.actors}
            out |= set(figure.events) or {e.id for e in report.events if e.actors and e.actors[0] in lanes}
        elif isinstance(figure, PlacesSpec):
            out |= set(figure.events)
    return out


def _events(report: Report) -> set[str]:
    return {e for u in report.units for e in u.events} | _drawn_events(report)


def _quantities(report: Report) -> set[str]:
    drawn = [n for f in report.figures if isinstance(f, NumbersSpec) for n in f.numbers]
    used = {q for n in drawn for q in (n.quantity, n.of, n.against) if q}
    return used | {q for u in report.units for q in u.quantities}


def _actors(report: Report) -> set[str]:
    used = {a for u in report.units for a in u.actors} | {a for e in report.events for a in e.actors}
    used |= {m.actor for g in report.groups for m in g.members} | {p.capital_of or "" for p in report.places}
    used |= {x for r in report.relations for x in (r.source, r.target)} | {a.of or "" for a in report.actors}
    cells = {str(c) for d in report.datasets for row in d.rows for c in row}
    for figure in report.figures:
        match figure:
            case ChoroplethSpec():
                used |= {*figure.neighbours, *(c.actor for c in figure.callouts)}
            case LocatorSpec() | PlacesSpec():
                used |= {*figure.focus, *figure.neighbours}
            case GroupMapsSpec():
                used |= set(figure.focus)
            case TimelineSpec():
                used |= {a for lane in figure.lanes for a in lane.actors}
            case MembershipSpec() | SeatsSpec() | RelationsSpec():
                used |= set(figure.actors)
            case _:
                pass
    return used | cells


def _places(report: Report) -> set[str]:
    used = {p for u in report.units for p in u.places} | {e.place or "" for e in report.events}
    for figure in report.figures:
        match figure:
            case LocatorSpec() | PlacesSpec():
                used |= set(figure.places)
            case DistancesSpec():
                used |= {place for pair in figure.pairs for place in (pair.start, pair.end)}
            case _:
                pass
    return used | {p.id for p in report.places if p.capital_of}
