"""A finished file + the project as it is -> what the file shows otherwise than it would now."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from ..model.changes import Change
from ..model.figure import TimelineSpec
from ..model.markings import Markings, drawn, marked
from ..model.trace import Trace
from .inputs import Inputs
from .shown import View, Views

ORDER = ("title", "marking", "unit", "figure", "event", "reference")
"""In which order changes are told."""


def views_of(inputs: Inputs) -> Views:
    """Return what a brief could show as it is now."""
    return Views(inputs.report, inputs.spec, inputs.preset())


def guarded(inputs: Inputs, house: Markings) -> frozenset[str]:
    """Return the keys of what a brief may not show: what is withheld, and what its report marks more strictly."""
    report, ceiling = inputs.report, inputs.spec.marking
    found = {key for key, label in marked(report, house).items() if house.above(label, ceiling)}
    drawing = (f for f in report.figures if any(f"event/{e.id}" in found for e in drawn(f, report)))
    return frozenset(inputs.withheld).union(found, (f"figure/{f.id}" for f in drawing))


def changes(trace: Trace, views: Views) -> tuple[Change, ...]:
    """Return what has changed of all that a file shows, in reading order; what it does not show does not matter."""
    spec = views.spec
    out = [
        Change(kind=kind, id="", at=(), old=old or "–", new=new or "–")
        for kind, old, new in (("title", trace.title, spec.title), ("marking", trace.marking, spec.marking))
        if old != new
    ]
    at = _places(trace, views)
    for key, sha256 in trace.hashes.items():
        view = views.at(key)
        if view is not None and view.sha256 == sha256:
            continue
        kind, _, name = key.partition("/")
        old = trace.texts.get(key, "")
        out.append(Change(kind=kind, id=name, at=at.get(key, ()), old=old, new=_alike(view, old) if view else None))
    return tuple(sorted(out, key=lambda c: (ORDER.index(c.kind), c.at, c.id)))


def _alike(view: View, old: str) -> str:
    """Return the form of a text that answers to the old one: a list's short text to a short one."""
    return max(view.forms, key=lambda form: SequenceMatcher(None, old, form, autojunk=False).quick_ratio())


def _places(trace: Trace, views: Views) -> Mapping[str, tuple[int, ...]]:
    """Return pages or slides by key: of units and figures as the record has them, of the rest by who brings it."""
    out: dict[str, set[int]] = {f"figure/{f.id}": set(f.at) for f in trace.figures}
    lines = {f.id for f in views.report.figures if isinstance(f, TimelineSpec)}
    drawn = {n for f in trace.figures if f.id in lines for n in f.at}
    events = {u.id: u.events for u in views.units.values()}

    def bring(keys: Iterable[str], at: Iterable[int]) -> None:
        for key in keys:
            out.setdefault(key, set()).update(at)

    for unit in trace.units:
        bring([f"unit/{unit.id}", *(f"reference/{r}" for r in unit.references)], unit.at)
        bring((f"event/{e}" for e in events.get(unit.id, ())), unit.at)
    for key in trace.texts:
        if key.startswith("event/"):  # it has words, so that a timeline shows it
            bring([key], drawn)
    return {key: tuple(sorted(numbers)) for key, numbers in out.items()}
