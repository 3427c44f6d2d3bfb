"""The spec of an overview of formats and the report -> blocs of actors that sit alike, in an order of short lines."""

from ..model.report import Group, Report
from ..model.seats import USUAL, Bloc, Format, Seat, Seats, SeatsSpec
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import refuse, words

WHOLE = (Seat.HOST, Seat.FULL)
SEATED = (*WHOLE, Seat.PART)

Row = tuple[Seat | None, ...]


def seats(spec: SeatsSpec, report: Report, furniture: Furniture) -> Seats:
    """Return formats and blocs; raises InputError where nobody is in any."""
    by_id = {g.id: g for g in report.groups}
    groups = [by_id[name] for name in spec.groups]
    usual = USUAL | spec.statuses
    found = {g.id: {m.actor: usual[m.status] for m in g.members} for g in groups}
    actors = spec.actors or tuple(dict.fromkeys(m.actor for g in groups for m in g.members))
    if not any(found[g.id].get(a) in SEATED for g in groups for a in actors):
        raise refuse(spec, "none of its actors is in any of its groups", "name other actors or groups")
    alike: dict[tuple[bool, Row], list[str]] = {}
    for actor in actors:
        row = tuple(found[g.id].get(actor) for g in groups)
        alike.setdefault((actor == spec.emphasis, row), []).append(actor)
    chosen = ordered(tuple(alike))
    names = {a.id: a.short or a.name for a in report.actors}
    said, about = figure_words(furniture.language), dict(spec.beneath)
    blocs = tuple(
        Bloc(actors=tuple(alike[one]), names=tuple(names[a] for a in alike[one]), stressed=one[0]) for one in chosen
    )
    formats = tuple(
        _format(g, about.get(g.id, g.status or ""), n, chosen, alike, found[g.id], said.of)
        for n, g in enumerate(groups)
    )
    lines = " ".join(
        f"{f.name}{f' ({f.about})' if f.about else ''}: "
        + "; ".join(f"{names[m.actor]} ({said.statuses.get(m.status, m.status)})" for m in g.members)
        + "."
        for f, g in zip(formats, groups, strict=True)
    )
    return Seats(
        words=words(spec, spec.subtitle or "", lines),
        blocs=blocs,
        formats=formats,
        counts=tuple(_sum(sum(s in WHOLE for s in row), sum(s is Seat.PART for s in row)) for _, row in chosen),
        key=_key(groups, actors, usual, said.statuses, said.not_stated),
        named=said.seats,
        held=said.seats_held,
    )


def ordered(blocs: tuple[tuple[bool, Row], ...]) -> tuple[tuple[bool, Row], ...]:
    """Return columns in an order in which lines pass over as few as can be; then the stressed and the busy come first.

    Columns are moved one by one until no move makes it better.
    """
    best = sorted(blocs, key=lambda b: (not b[0], -sum(s in SEATED for s in b[1])))
    better = True
    while better:
        better = False
        for at in range(len(best)):
            for to in range(len(best)):
                tried = best[:at] + best[at + 1 :]
                tried.insert(to, best[at])
                if _cost(tried) < _cost(best):
                    best, better = tried, True
    return tuple(best)


def _cost(blocs: list[tuple[bool, Row]]) -> tuple[int, int, int]:
    """Return how many columns lines pass over that are not in them, and how far right stressed and busy ones stand."""
    passed = 0
    for seats_ in zip(*(row for _, row in blocs), strict=True):
        at = [n for n, seat in enumerate(seats_) if seat in SEATED]
        passed += at[-1] - at[0] + 1 - len(at) if at else 0
    stressed = sum(n for n, (stressed, _) in enumerate(blocs) if stressed)
    return passed, stressed, sum(n * sum(s in SEATED for s in row) for n, (_, row) in enumerate(blocs))


def _format(
    group: Group,
    about: str,
    number: int,
    chosen: tuple[tuple[bool, Row], ...],
    alike: dict[tuple[bool, Row], list[str]],
    found: dict[str, Seat],
    of: str,
) -> Format:
    shown = [(row[number], len(alike[stressed, row])) for stressed, row in chosen]
    full, part = (sum(n for seat, n in shown if seat in some) for some in (WHOLE, (Seat.PART,)))
    known = sum(seat in SEATED for seat in found.values())
    return Format(
        id=group.id,
        name=group.short or group.name,
        about=about,
        seats=tuple(seat for seat, _ in shown),
        full=full,
        part=part,
        printed=_sum(full, part) + (f" {of.format(whole=known)}" if full + part < known else ""),
    )


def _sum(full: int, part: int) -> str:
    """Return seats in full and in part as a reader adds them up."""
    return f"{full} + {part}" if full and part else f"+ {part}" if part else str(full)


def _key(
    groups: list[Group], actors: tuple[str, ...], usual: dict[str, Seat], said: dict[str, str], not_stated: str
) -> tuple[tuple[Seat | None, str], ...]:
    """Return what seats stand for, in the words of the statuses that have them."""
    meant: dict[Seat, list[str]] = {}
    for status in dict.fromkeys(m.status for g in groups for m in g.members if m.actor in actors):
        meant.setdefault(usual[status], []).append(said.get(status, status))
    key: list[tuple[Seat | None, str]] = [(seat, ", ".join(meant[seat])) for seat in Seat if seat in meant]
    whole = all(any(m.actor == a for m in g.members) for g in groups for a in actors)
    return (*key, *(() if whole else ((None, not_stated),)))
