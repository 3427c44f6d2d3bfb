"""No brief holds what may not be shared as widely as the brief itself: units, figures, and what figures draw."""

from collections.abc import Iterable

from ..model.figure import FigureSpec
from ..model.markings import Markings, drawn, marked
from ..model.report import Kind, Report, Unit
from ..model.spec import BottomLine, Content, Figures, KeyJudgements, Outlook, Sections, Tables, Units, Watch
from .contents import meets
from .findings import Findings
from .shapes import SpecShape

REMEDY = "mark the brief as strictly, leave it out, or write `redact: true` for an abridged edition"


def check(
    shape: SpecShape,
    entries: tuple[Content, ...],
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
    for unit in report.units:
        if not house.above(unit.marking, shape.marking) or unit.id in longest:
            continue
        if any(_shows(entry, unit, report) for entry in entries):
            findings.error(
                "BG423",
                f"unit `{unit.id}` is {unit.marking}, the brief {brief}",
                unit.origin.file,
                (*unit.origin.path, "marking"),
                hint="mark the brief as strictly, leave the unit out of all its lengths with `omit`, or write "
                "`redact: true` for an abridged edition",
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


def _shows(entry: Content, unit: Unit, report: Report) -> bool:
    """Tell whether a slot may show a unit."""
    match entry:
        case BottomLine():
            return unit.kind is Kind.BOTTOM_LINE
        case KeyJudgements():
            return unit.kind is Kind.KEY_JUDGEMENT
        case Outlook():
            return unit.kind is Kind.OUTLOOK
        case Watch():
            return "watch" in unit.topics
        case Units(choose=choose):
            return meets(unit, choose)
        case Sections(ids=ids):
            return bool(_above(unit.section, report) & set(ids))
        case _:
            return False


def _above(section: str, report: Report) -> set[str]:
    """Return a section and those it is nested in."""
    parents = {s.id: s.parent for s in report.sections}
    out: set[str] = set()
    name: str | None = section
    while name is not None:
        out.add(name)
        name = parents[name]
    return out
