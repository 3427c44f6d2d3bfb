"""A report's folder -> Report: from the cache where no file has changed, else resolved and checked."""

import hashlib
import os
from pathlib import Path

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.report import Report
from .files import REPORT_MOST, Source, read
from .findings import Anew, Checked, Findings, guess, nearest
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
    from .remembered import TEXTS
    from .resolving import resolve

    TEXTS.recall(cache, str(folder))
    value = resolve(name, found, lost, findings, cache, fingerprint(found), house)
    TEXTS.remember(cache, str(folder))
    diagnostics = settle(findings, project)
    if value is None or findings.failed:
        raise InputError(diagnostics)
    store.put(cache, "read", key, (value, diagnostics))
    return Checked(value=value, diagnostics=diagnostics)


def sources(folder: Path, project: Project, findings: Findings) -> tuple[dict[str, Source], tuple[str, ...]]:
    """Return the files of a report by their names inside its folder, sorted, and the names of those that are lost."""
    names = ["report.yaml", *(f"{kind}.yaml" for kind in LISTS)]
    unread = _files(folder, "") - set(names)
    for part, endings in (("sections", (".yaml",)), ("data", (".yaml", ".csv"))):
        there = _files(folder / part, f"{part}/")
        names += [name for name in there if name.endswith(endings)]
        unread |= there - set(names)
    for name in sorted(unread):
        stem, _, ending = name.rpartition(".")
        right = nearest(name.lower(), names[: len(LISTS) + 1])
        if "/" in name:
            right = f"{stem}.{'csv' if ending.lower() == 'csv' else 'yaml'}"
        findings.warning(
            "BG130",
            "this file is not read",
            project.name(folder / name),
            line=1,
            column=1,
            hint=(f"call it `{right}`, or " if right else "") + "take it out of the report's folder",
        )
    out, lost = {}, []
    for name in sorted(names):
        path = folder / name
        if not os.path.lexists(path) and name != "report.yaml":
            continue
        source = read(path, project.name(path), project.inside, REPORT_MOST, findings)
        if source is not None:
            out[name] = source
        else:
            lost.append(name)
    return out, tuple(lost)


def _files(folder: Path, prefix: str) -> set[str]:
    """Return the names of YAML and CSV files in a folder, those that begin with a point left out."""
    if not folder.is_dir():
        return set()
    endings = (".yaml", ".yml", ".csv")
    found = {p.name for p in folder.iterdir() if p.suffix.lower() in endings and not p.name.startswith(".")}
    return {prefix + name for name in found}


def fingerprint(found: dict[str, Source]) -> str:
    """Return the hash of a report: over the names and contents of its files."""
    digest = hashlib.sha256()
    for name, source in found.items():
        digest.update(f"{name} {source.sha256}\n".encode())
    return digest.hexdigest()
