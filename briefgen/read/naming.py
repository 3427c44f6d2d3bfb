"""The names that a spec may use: as lines for a person, and as ids for the enums of an editor's schema."""

from contextlib import suppress
from typing import Any

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.figure import TableSpec
from ..model.report import Report
from ..model.spec import LENGTHS
from .findings import guess
from .labels import markings
from .project import Project, report_folder, report_ids, specs, stems
from .reports import report as read_report

FOLDERS = ("reports", "briefs", "themes", "lengths", "markings")
PARTS = (
    "sections",
    "points",
    "units",
    "topics",
    "claims",
    "events",
    "actors",
    "places",
    "groups",
    "relations",
    "quantities",
    "references",
    "datasets",
    "figures",
    "tables",
)
"""What can be named: in the project's folders, and in its reports."""

Named = tuple[str, str]
"""An id, and what it stands for."""


def lines(project: Project, what: str, report: str | None = None) -> tuple[str, ...]:
    """Return ids with what they stand for, a line each, in reading order; raises InputError for faulty reports."""
    if what in FOLDERS:
        found = _of_project(project, what)
    elif what in PARTS:
        about = (report,) if report else report_ids(project)
        found = tuple(n for name in about for n in _of_report(read_report(name, project).value, what))
    else:
        hint = guess(what, (*FOLDERS, *PARTS), "one of")
        raise InputError((Diagnostic(code="BG123", message=f"there are no {what} to list", hint=hint),))
    found = tuple(dict.fromkeys(found))
    width = max((len(name) for name, _ in found), default=0)
    return tuple(f"{name:<{width}}  {words}".rstrip() for name, words in found)


def ids(project: Project, what: str) -> tuple[str, ...]:
    """Return the ids of one sort in all reports that can be read; none for a sort that there is not."""
    if what in FOLDERS:
        return tuple(name for name, _ in _of_project(project, what))
    if what == "parties":
        return tuple(dict.fromkeys((*ids(project, "actors"), *ids(project, "groups"))))
    found: list[str] = []
    for name in report_ids(project) if what in PARTS else ():
        with suppress(InputError):
            found += [i for i, _ in _of_report(read_report(name, project).value, what)]
    return tuple(dict.fromkeys(found))


def _of_project(project: Project, what: str) -> tuple[Named, ...]:
    match what:
        case "reports":
            folders = {name: report_folder(name, project) for name in report_ids(project)}
            return tuple((name, project.name(folder)) for name, folder in folders.items() if folder)
        case "briefs":
            return tuple((p.stem, project.name(p)) for p in specs(project))
        case "themes":
            return tuple((name, "") for name in stems(project.themes))
        case "markings":
            return tuple((label, "") for label in markings(project).labels)
        case _:
            return tuple((n.name, f"at most {n.pages} page(s), {n.slides} slide(s)") for n in LENGTHS)


def _of_report(found: Report, what: str) -> tuple[Named, ...]:
    match what:
        case "sections":
            return tuple((s.id, s.headline) for s in found.sections)
        case "points":
            return tuple((p.id, p.headline) for s in found.sections for p in s.points)
        case "units":
            return tuple((u.id, f"{u.kind.value}: {u.short}") for u in found.units)
        case "topics":
            topics = sorted({t for u in found.units for t in u.topics})
            return tuple((t, f"{sum(t in u.topics for u in found.units)} unit(s)") for t in topics)
        case "claims":
            return tuple((c.id, f"page {c.page}, {c.kind}") for c in found.claims)
        case "events":
            return tuple((e.id, f"{e.date.edtf} {e.label} ({e.status.value})") for e in found.events)
        case "relations":
            return tuple((r.id, f"{r.source} {r.type} {r.target}") for r in found.relations)
        case "quantities":
            return tuple((q.id, f"{q.value} {q.unit}: {q.what}") for q in found.quantities)
        case "references":
            return tuple((r.id, r.title) for r in found.references)
        case "datasets":
            return tuple((d.id, ", ".join(c.name for c in d.columns)) for d in found.datasets)
        case "figures":
            return tuple((f.id, f.headline) for f in found.figures if not isinstance(f, TableSpec))
        case "tables":
            return tuple((f.id, f.headline) for f in found.figures if isinstance(f, TableSpec))
        case _:
            named: tuple[Any, ...] = getattr(found, what)
            return tuple((x.id, x.name) for x in named)
