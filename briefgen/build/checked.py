"""The verbs that build nothing and write nothing: check, list, schema, explain."""

import json
from difflib import get_close_matches
from pathlib import Path

from .. import read
from ..diagnostics import Diagnostic
from ..errors import InputError
from . import templates, typefaces
from .coverage import covered
from .inputs import nothing_to_build


def check(
    specs: tuple[Path, ...], *, root: Path | None, cache_folder: Path | None
) -> tuple[tuple[Diagnostic, ...], str]:
    """Return all findings about specs with their reports and themes, and what was looked at in words.

    Without `specs` everything in the project is looked at, also reports and themes that no spec names.
    """
    project = read.find(root)
    paths = specs or read.specs(project)
    also = read.NOTHING if specs else read.own(project)
    if not paths and also == read.NOTHING:
        raise InputError((nothing_to_build(project.root),))
    try:
        checked = read.load(paths, project, cache_folder, also=also)
    except InputError as error:
        return error.diagnostics, ""
    reports = {r.id: r for _, r, _ in checked.value}
    reports |= {i: read.report(i, project, cache_folder).value for i in also.reports if i not in reports}
    themes = {t.id: t for _, _, t in checked.value}
    themes |= {i: read.theme(i, project, cache_folder).value for i in also.themes if i not in themes}
    found = [d for i in also.reports for d in read.unused(reports[i])]
    faults = [d for t in themes.values() for d in typefaces.faults(t, project, cache_folder)]
    faults += [d for t in themes.values() for d in templates.faults(t, project)]
    if not faults:
        for spec, report, theme in checked.value:
            try:
                found += covered(report, spec, theme, project.fonts)[1]
            except InputError as error:
                found += error.diagnostics
    counts = [_counted(len(checked.value), "spec")] + [
        f"report {r.id}: {_counted(len(r.units), 'unit')}, {_counted(len(r.events), 'event')}, "
        f"{_counted(len(r.references), 'reference')}"
        for r in reports.values()
    ]
    told = read.located((*found, *faults), project) if found or faults else ()
    return read.ordered((*checked.diagnostics, *told)), "; ".join(counts) + ": nothing wrong"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def listed(what: str, *, report: str | None, root: Path | None) -> tuple[str, ...]:
    """Return the ids that a spec may name, a line each, with what they stand for."""
    return read.names(read.find(root), what, report)


def schema_text(kind: str, *, root: Path | None) -> str:
    """Return the JSON Schema of a kind of file; with a project its ids are filled in."""
    project = read.find(root) if root is not None else None
    return json.dumps(read.schema(kind, project), ensure_ascii=False, indent=2)


def explained(code: str) -> str:
    """Return what a diagnostic's code means; raises InputError for one that is not known."""
    rule = read.explain(code.upper())
    if rule is None:
        near = get_close_matches(code.upper(), read.codes(), n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "codes look like BG301"
        raise InputError((Diagnostic(code="BG904", message=f"there is no diagnostic {code!r}", hint=hint),))
    return rule.text(code.upper())
