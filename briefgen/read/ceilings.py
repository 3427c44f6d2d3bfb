"""No brief holds what may not be shared as widely as the brief itself: units, figures, and what figures draw."""

from collections.abc import Iterable

from ..model.choice import Choice
from ..model.figure import FigureSpec
from ..model.markings import Markings, drawn, marked
from ..model.report import Report
from ..model.spec import Content, Figures, Tables
from .findings import Findings
from .shapes import SpecShape

REMEDY = "mark the brief as strictly, leave it out, or write `redact: true` for an abridged edition"


def check(
    shape: SpecShape,
    entries: tuple[Content, ...],
    chosen: Choice,
    longest: tuple[str, ...],
    report: Report,
    house: Markings,
    file: str,
    findings: Findings,
) -> None:
    """Note each unit and figure that the content may show and that is marked more strictly than the brief.

    `longest` are the units left out of the brief's longest length, and so of all. An abridged edition is made without
    what is marked more strictly, so that there is nothing to note.
    """
    if shape.redact or findings.failed:  # a label that nobody knows has no place in the order
        return
    labels = marked(report, house)
    brief = f"is {shape.marking}" if shape.marking else "has no marking"
    slots = chosen.slots
    shown = {*slots, *chosen.body}.difference(longest)
    for unit in report.units:
        if unit.id in shown and house.above(unit.marking, shape.marking):
            out = "name others in its slot" if unit.id in slots else "leave the unit out of all its lengths with `omit`"
            findings.error(
                "BG423",
                f"unit `{unit.id}` is {unit.marking}, the brief {brief}",
                unit.origin.file,
                (*unit.origin.path, "marking"),
                hint=f"mark the brief as strictly, {out}, or write `redact: true` for an abridged edition",
            )
    figures = {f.id: f for f in report.figures}
    for index, entry in enumerate(entries):
        if not isinstance(entry, Figures | Tables):
            continue
        for place, name in enumerate(entry.ids):
            for what, label in _inside(figures[name], report, labels) if name in figures else ():
                if house.above(label, shape.marking):
                    key = "figures" if isinstance(entry, Figures) else "tables"
                    findings.error(
                        "BG423",
                        f"figure `{name}` shows {what}, which is {label}; the brief {brief}",
                        file,
                        ("content", index, key, place),
                        hint=REMEDY,
                    )


def _inside(figure: FigureSpec, report: Report, labels: dict[str, str | None]) -> Iterable[tuple[str, str | None]]:
    """Yield what a figure shows, and how that is marked."""
    yield "what its report marks", labels[f"figure/{figure.id}"]
    for event in drawn(figure, report):
        yield f"event `{event.id}`", labels[f"event/{event.id}"]
