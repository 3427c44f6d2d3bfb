"""Markings of a house in their order: how widely a text may be shared; and what a report's things are marked with."""

from collections.abc import Iterable

from .base import Value
from .figure import FigureSpec, TimelineSpec
from .report import Event, Report

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0 (FIRST)."""


class Markings(Value, frozen=True, kw_only=True):
    """Labels from the most open to the strictest; no marking counts as the most open.

    `colours` are those of labels that are not the theme's, as "#RRGGBB"; `sha256` is that of the house's own file.
    """

    labels: tuple[str, ...] = TLP
    colours: tuple[tuple[str, str], ...] = ()
    sha256: str = ""

    def level(self, label: str | None) -> int:
        """Return a label's place in the order, from 0; raises ValueError for one that is not in it."""
        return 0 if label is None else self.labels.index(label)

    def above(self, label: str | None, ceiling: str | None) -> bool:
        """Tell whether a label is stricter than a ceiling allows."""
        return self.level(label) > self.level(ceiling)

    def strictest(self, labels: Iterable[str | None]) -> str | None:
        """Return the strictest of some labels; None for none."""
        return max(labels, key=self.level, default=None)

    def mildest(self, labels: Iterable[str | None]) -> str | None:
        """Return the most open of some labels; None for none."""
        return min(labels, key=self.level, default=None)


def marked(report: Report, house: Markings) -> dict[str, str | None]:
    """Return the marking of every unit, event, dataset and figure of a report, by "<kind>/<id>".

    An event that has none of its own takes the mildest of the units that tell it. A figure has that of its data, and
    the mildest of the units at its point; what it shows of events is not counted.
    """
    units = {u.id: u.marking for u in report.units}
    tellers: dict[str, list[str | None]] = {}
    points: dict[str, list[str | None]] = {}
    for unit in report.units:
        for event in unit.events:
            tellers.setdefault(event, []).append(unit.marking)
        if unit.point:
            points.setdefault(unit.point, []).append(unit.marking)
    data = {d.id: d.marking for d in report.datasets}
    found: dict[str, str | None] = {f"unit/{name}": label for name, label in units.items()}
    found |= {f"event/{e.id}": e.marking or house.mildest(tellers.get(e.id, ())) for e in report.events}
    found |= {f"dataset/{name}": label for name, label in data.items()}
    for figure in report.figures:
        theirs = (
            figure.marking,
            data.get(getattr(figure, "data", "")),
            house.mildest(points.get(figure.point or "", ())),
        )
        found[f"figure/{figure.id}"] = house.strictest(theirs)
    return found


def drawn(figure: FigureSpec, report: Report) -> tuple[Event, ...]:
    """Return the events that a figure may show: those that it names, else those of a timeline's lanes and period."""
    if not isinstance(figure, TimelineSpec):
        shown = set(getattr(figure, "events", ()))
        return tuple(e for e in report.events if e.id in shown)
    lanes = {actor for lane in figure.lanes for actor in lane.actors}
    start, _, end = figure.period.partition("/")

    def inside(event: Event) -> bool:
        months = f"{event.date.first:%Y-%m}", f"{event.date.last:%Y-%m}"
        return event.actors[0] in lanes and months[0] <= (end or start)[:7] and months[1] >= start[:7]

    named = set(figure.events)
    return tuple(e for e in report.events if (e.id in named if named else inside(e)))
