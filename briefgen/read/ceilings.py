"""No brief holds a unit that may not be shared as widely as the brief itself."""

from ..model.report import Kind, Report, Unit
from ..model.spec import BottomLine, Content, KeyJudgements, Outlook, Sections, Units, Watch
from .contents import meets
from .findings import Findings
from .shapes import SpecShape
from .tlp import LABELS


def check(
    shape: SpecShape, entries: tuple[Content, ...], longest: tuple[str, ...], report: Report, findings: Findings
) -> None:
    """Note each unit that the content may show and that is marked more strictly than the brief.

    `longest` are the units left out of the brief's longest length, and so of all.
    """
    ceiling = LABELS.index(shape.marking) if shape.marking else 0
    for unit in report.units:
        if unit.marking is None or LABELS.index(unit.marking) <= ceiling or unit.id in longest:
            continue
        if any(_shows(entry, unit, report) for entry in entries):
            brief = shape.marking or "has no marking"
            findings.error(
                "BG423",
                f"unit `{unit.id}` is {unit.marking}, the brief {f'is {brief}' if shape.marking else brief}",
                unit.origin.file,
                (*unit.origin.path, "marking"),
                hint="mark the brief as strictly, or leave the unit out of all its lengths with `omit`",
            )


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
