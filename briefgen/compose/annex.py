"""Figures -> tables that say the same: for readers who do not see them, and for those who want the numbers."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from ..model.document import Block, FigureBlock, FigureTable, TableBlock
from ..model.figure import (
    Bars,
    Choropleth,
    Conditions,
    Distances,
    Dots,
    Figure,
    GroupMaps,
    Lines,
    Locator,
    Matrix,
    Numbers,
    PlacesMap,
    Relations,
    Seats,
    Stacks,
    Timeline,
    Words,
)
from ..model.maps import Map, Spot, Zone
from ..model.report import Column, Report
from ..typeset import language as lang
from ..typeset import mapwords
from ..typeset.annexwords import AnnexWords, annex_words
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture

Rows = tuple[tuple[str, ...], ...]
Table = tuple[tuple[str, ...], Rows]
"""The heads of its columns, and its rows."""


def annex(blocks: Sequence[Block], report: Report, furniture: Furniture) -> Iterable[Block]:
    """Yield a table for each figure among the blocks, in their order."""
    for block in blocks:
        if isinstance(block, FigureBlock):
            heads, rows = told(block.figure, report, furniture)
            words = block.figure.words
            about = Words(
                id=f"{words.id}-table",
                headline=words.headline,
                subtitle=words.subtitle,
                alt=words.alt,
                description=words.description,
            )
            yield FigureTable(
                number=block.number,
                table=TableBlock(
                    words=about,
                    number=None,
                    section=None,
                    columns=tuple(Column(name=f"c{n}", kind="text", label=head) for n, head in enumerate(heads)),
                    rows=rows,
                    source=block.source,
                    origin=block.origin,
                ),
            )


def told(figure: Figure, report: Report, furniture: Furniture) -> Table:
    """Return what a figure shows as the heads and rows of a table."""
    said = annex_words(furniture.language)
    match figure:
        case Bars():
            return (said.item, said.value), tuple((b.label, b.printed) for b in figure.bars)
        case Stacks():
            parts = tuple((s.label, p.label, p.printed) for s in figure.stacks for p in s.parts)
            return (said.bar, said.part, said.value), parts
        case Lines():
            heads = (said.time, *(line.label for line in figure.lines))
            return heads, tuple(
                (moment, *(line.printed[n] for line in figure.lines)) for n, moment in enumerate(figure.moments)
            )
        case Dots():
            return (said.item, *figure.series), tuple((r.label, *r.printed) for r in figure.rows)
        case Matrix():
            return (said.item, *figure.columns), tuple(_cells(figure, n, said) for n in range(len(figure.rows)))
        case Seats():
            return (said.group, said.member, said.standing), _seated(figure, report, furniture)
        case Numbers():
            numbers = ((" ".join(filter(None, (n.before, n.figure, n.after))), n.text) for n in figure.numbers)
            return (said.number, said.meaning), tuple((number.replace(" :", ":"), text) for number, text in numbers)
        case Relations():
            names, statuses = {n.id: n.label for n in figure.nodes}, furniture.statuses
            ties = ((names[t.source], t.label, names[t.target], statuses[t.status.value]) for t in figure.ties)
            return (said.from_, said.tie, said.to, said.status), tuple(ties)
        case Conditions():
            steps = ((f" {figure.and_} ".join(s.conditions), s.then, s.hedge or said.none) for s in figure.steps)
            return (said.condition, said.follows, said.hedge), tuple(steps)
        case Timeline():
            return (said.date, said.by, said.event, said.status), _events(figure, report, furniture)
        case Choropleth() | Locator():
            return (said.state, said.shown), _states(figure, said)
        case PlacesMap():
            return (said.place, said.date, said.event), _happened(figure, said)
        case GroupMaps():
            return (said.group, said.member, said.standing), _members(figure, report, furniture)
        case Distances():
            legs = tuple((leg.start.name, leg.end.name, leg.printed) for leg in figure.legs)
            return (said.from_, said.to, said.distance), legs
        case _:
            assert_never(figure)


def _cells(figure: Matrix, n: int, said: AnnexWords) -> tuple[str, ...]:
    """Return a row of a matrix in words: what its key says of a mark, or yes."""
    row, key = figure.rows[n], dict(figure.key)
    cells = [c.text or (key.get(c.shape, said.mark) if c.shape else said.none) for c in row.cells]
    if row.across:
        cells[: figure.marks] = [row.across, *[said.none] * (figure.marks - 1)]
    return row.label, *cells


def _seated(figure: Seats, report: Report, furniture: Furniture) -> Rows:
    """Return who is what in each format, in the order of its line; others that the report names come last."""
    names, statuses = {a.id: a.name for a in report.actors}, figure_words(furniture.language).statuses
    groups, order = {g.id: g for g in report.groups}, [a for b in figure.blocs for a in b.actors]
    place = {actor: n for n, actor in enumerate(order)}
    return tuple(
        (f.name, names[m.actor], statuses.get(m.status, m.status))
        for f in figure.formats
        for m in sorted(groups[f.id].members, key=lambda m: place.get(m.actor, len(order)))
    )


def _events(figure: Timeline, report: Report, furniture: Furniture) -> Rows:
    dates = {e.id: e.date for e in report.events}
    marks = sorted(figure.marks, key=lambda m: (m.first, m.event))
    return tuple(
        (
            lang.span(dates[m.event].first, dates[m.event].last, furniture.language),
            figure.lanes[m.lane],
            m.label,
            furniture.statuses[m.status],
        )
        for m in marks
    )


def _states(figure: Map, said: AnnexWords) -> Rows:
    """Return the states of a map by their categories, with what callouts say of them, then its places."""
    labels = {c.id: c.label or said.focus for c in figure.categories}
    words = {c.iso: c.text for c in figure.callouts}
    states = (
        (a.name, "; ".join(filter(None, (labels.get(a.category or "", said.around), words.get(a.iso)))))
        for a in figure.areas
    )
    return (*states, *((p.name, said.place) for p in figure.spots if not p.capital))


def _happened(figure: PlacesMap, said: AnnexWords) -> Rows:
    out: list[tuple[str, ...]] = []
    places: tuple[Spot | Zone, ...] = (*figure.spots, *figure.zones)
    for place in places:
        out += [(place.name, e.when or said.none, e.label) for e in place.events]
        out += [] if place.events else [(place.name, said.none, said.none)]
    return tuple(out)


def _members(figure: GroupMaps, report: Report, furniture: Furniture) -> Rows:
    """Return the members of each group by what they are in it, those too that no map shows."""
    names, words = {a.id: a.name for a in report.actors}, mapwords.words(furniture.language).standings
    groups = {g.id: g for g in report.groups}
    return tuple(
        (panel.name, names[m.actor], words.get(m.status, m.status))
        for panel in figure.panels
        for m in groups[panel.id].members
    )
