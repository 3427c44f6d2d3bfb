"""No brief holds a unit that may not be shared as widely as the brief itself."""

from ..model.choice import Choice
from ..model.report import Report
from .findings import Findings
from .shapes import SpecShape
from .tlp import LABELS


def check(shape: SpecShape, chosen: Choice, longest: tuple[str, ...], report: Report, findings: Findings) -> None:
    """Note each unit that the brief may show and that is marked more strictly than the brief.

    `longest` are the units left out of the brief's longest length, and so of all.
    """
    ceiling = LABELS.index(shape.marking) if shape.marking else 0
    slots = chosen.slots
    shown = {*slots, *chosen.body}.difference(longest)
    for unit in report.units:
        if unit.marking is None or LABELS.index(unit.marking) <= ceiling or unit.id not in shown:
            continue
        brief = shape.marking or "has no marking"
        out = "name others in its slot" if unit.id in slots else "leave the unit out of all its lengths with `omit`"
        findings.error(
            "BG423",
            f"unit `{unit.id}` is {unit.marking}, the brief {f'is {brief}' if shape.marking else brief}",
            unit.origin.file,
            (*unit.origin.path, "marking"),
            hint=f"mark the brief as strictly, or {out}",
        )
