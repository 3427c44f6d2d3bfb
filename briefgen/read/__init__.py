"""Files of a project -> model: YAML 1.2, CSV and CSL in, `Report`, `BriefSpec` and `Theme` out, every error collected.

`find` a project, `load` its briefs; what is only worth knowing stands beside the value, in `Checked.diagnostics`.
"""

from typing import TYPE_CHECKING, Any

from .boundaries import boundaries
from .briefs import brief
from .findings import Checked, NotKept, ordered, refuse
from .houses import templated
from .labels import markings
from .loading import NOTHING, expected, load, own
from .origins import locate, located
from .project import Project, find, specs, theme_file
from .reports import report
from .themes import theme

if TYPE_CHECKING:
    from pathlib import Path

    from ..diagnostics import Diagnostic
    from ..model.report import Report
    from ..model.stakeholders import Stakeholders
    from .rules.base import Rule

__all__ = [
    "NOTHING",
    "Checked",
    "NotKept",
    "Project",
    "boundaries",
    "brief",
    "codes",
    "expected",
    "explain",
    "find",
    "load",
    "locate",
    "located",
    "markings",
    "names",
    "ordered",
    "own",
    "refuse",
    "report",
    "schema",
    "specs",
    "stakeholders",
    "starter",
    "templated",
    "theme",
    "theme_file",
    "unused",
]

# What follows serves commands that build nothing, so its modules are loaded only by them.


def names(project: Project, what: str, report: str | None = None) -> tuple[str, ...]:
    """Return what a spec may name, a line each: the id, and what it stands for.

    `what` is reports, briefs, themes, lengths, or a part of reports such as units or actors; of one report if it is
    given, else of all. Raises InputError for another word, and for reports that are faulty.
    """
    from .naming import lines

    return lines(project, what, report)


def schema(kind: str, project: Project | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file; with a project it lists the ids that exist, for an editor."""
    from .schemas import schema as made

    return made(kind, project)


def explain(code: str) -> "Rule | None":
    """Return what a diagnostic's code means, or None where there is no such code."""
    from .rules.table import explain as rule

    return rule(code)


def codes() -> tuple[str, ...]:
    """Return the codes of all diagnostics, sorted."""
    from .rules.table import codes as known

    return known()


def unused(report: "Report") -> "tuple[Diagnostic, ...]":
    """Return what is told of works, claims and other entries of a report that nothing uses, without lines."""
    from .usage import unused as left

    return left(report)


def starter(name: str, report: "Report") -> str:
    """Return the commented text of a new brief spec for a report."""
    from .template import starter as written

    return written(name, report)


def stakeholders(path: "Path", project: Project) -> "Checked[Stakeholders]":
    """Return who receives what; raises InputError with everything that is wrong in the file."""
    from .recipients import stakeholders as found

    return found(path, project)
