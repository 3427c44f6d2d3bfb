"""A report's folder -> Report: from the cache where no file has changed, else resolved and checked."""

import hashlib
from pathlib import Path

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.report import Report
from .files import REPORT_MOST, Source, read
from .findings import Anew, Checked, Findings, guess
from .labels import markings
from .origins import settle
from .project import Project, report_folder, report_ids

Kept = tuple[Report, tuple[Diagnostic, ...]]

LISTS = ("source", "events", "actors", "places", "groups", "relations", "quantities", "references", "figures")
"""The files beside report.yaml that hold lists."""


def report(name: str, project: Project, cache: Path | None = None, anew: Anew | None = None) -> Checked[Report]:
    """Return a report with its warnings. Raises InputError with everything that is wrong in its files."""
    findings = Findings()
    folder = report_folder(name, project)
    if folder is None:
        hint = guess(name, report_ids(project), "reports")
        raise InputError((Diagnostic(code="BG121", message=f"there is no report `{name}`", hint=hint),))
    found, lost = sources(folder, project, findings)
    house = markings(project, cache)
    parts = [*(f"{s.name} {s.sha256}" for s in found.values()), house.sha256]
    key = store.key("report", parts)
    kept: Kept | None = None if findings.found else store.get(cache, "read", key, Kept)
    if kept is not None:
        return Checked(value=kept[0], diagnostics=kept[1])
    if anew:
        anew()
    from .resolving import resolve

    value = resolve(name, found, lost, findings, cache, fingerprint(found), house)
    diagnostics = settle(findings, project)
    if value is None or findings.failed:
        raise InputError(diagnostics)
    store.put(cache, "read", key, (value, diagnostics))
    return Checked(value=value, diagnostics=diagnostics)


def sources(folder: Path, project: Project, findings: Findings) -> tuple[dict[str, Source], tuple[str, ...]]:
    """Return the files of a report by their names inside its folder, sorted, and the names of those that are lost."""
    names = ["report.yaml", *(f"{kind}.yaml" for kind in LISTS)]
    for part, endings in (("sections", (".yaml",)), ("data", (".yaml", ".csv"))):
        inside = folder / part
        if inside.is_dir():
            names += [
                f"{part}/{p.name}" for p in inside.iterdir() if p.suffix in endings and not p.name.startswith(".")
            ]
    out, lost = {}, []
    for name in sorted(names):
        path = folder / name
        if not path.is_symlink() and not path.exists() and name != "report.yaml":
            continue
        source = read(path, project.name(path), project.inside, REPORT_MOST, findings)
        if source is not None:
            out[name] = source
        else:
            lost.append(name)
    return out, tuple(lost)


def fingerprint(found: dict[str, Source]) -> str:
    """Return the hash of a report: over the names and contents of its files."""
    digest = hashlib.sha256()
    for name, source in found.items():
        digest.update(f"{name} {source.sha256}\n".encode())
    return digest.hexdigest()
