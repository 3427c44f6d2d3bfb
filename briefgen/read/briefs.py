"""A brief's file -> BriefSpec: cached while neither it nor its report changes, else resolved and checked."""

import re
from collections.abc import Callable
from pathlib import Path

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.markings import Markings
from ..model.report import Report
from ..model.spec import BriefSpec
from .files import SPEC_MOST, read
from .findings import Anew, Checked, Findings, ordered
from .labels import markings
from .origins import settle
from .project import Project
from .reports import report as read_report

Reports = Callable[[str], Report]
"""Gives a report by its id. Raises InputError."""

Kept = tuple[BriefSpec, tuple[Diagnostic, ...]]


def brief(
    path: Path,
    project: Project,
    cache: Path | None = None,
    reports: Reports | None = None,
    anew: Anew | None = None,
) -> Checked[BriefSpec]:
    """Return a brief's spec with its warnings; `reports` serves a caller who has read them already.

    Raises InputError with everything that is wrong in it and in its report.
    """

    def from_disk(name: str) -> Report:
        return read_report(name, project, cache, anew).value

    ask = reports or from_disk
    path = path if path.is_absolute() else project.root / path
    house = markings(project, cache)
    findings = Findings()
    source = read(path, project.name(path), _inside(path, project), SPEC_MOST, findings)
    if source is None:
        raise InputError(settle(findings, project))
    own = store.key("brief of", (source.name, source.sha256))
    known: str | None = store.get(cache, "read", own, str)
    if known is not None:
        about = ask(known)
        kept: Kept | None = store.get(cache, "read", _key(source.name, source.sha256, about, house), Kept)
        if kept is not None:
            return Checked(value=kept[0], diagnostics=kept[1])
    if anew:
        anew()
    from .decoding import Parsed, decode
    from .shapes import SpecShape
    from .specification import head, resolve

    parsed: Parsed[SpecShape] | None = decode(source, "spec", findings, cache)
    if parsed is None:
        raise InputError(ordered((*settle(findings, project), *_of_report(source.data, ask))))
    first = head(parsed, project, house, findings)
    try:
        about = ask(parsed.value.report)
    except InputError as error:
        if any(d.code == "BG121" for d in error.diagnostics):
            findings.error(
                "BG410", error.diagnostics[0].message, source.name, ("report",), hint=error.diagnostics[0].hint
            )
            raise InputError(settle(findings, project)) from error
        raise InputError(ordered((*error.diagnostics, *settle(findings, project)))) from error
    value = resolve(path.stem, parsed, first, source.sha256, about, findings)
    diagnostics = settle(findings, project)
    if value is None or findings.failed:
        raise InputError(diagnostics)
    store.put(cache, "read", own, about.id)
    store.put(cache, "read", _key(source.name, source.sha256, about, house), (value, diagnostics))
    return Checked(value=value, diagnostics=diagnostics)


def peek(data: bytes, key: str) -> str | None:
    """Return what a key at the left margin says, also in a file that cannot be parsed."""
    found = re.search(
        rb"^" + key.encode() + rb":[ ]*[\"']?([a-z0-9][a-z0-9.-]*)[\"']?[ ]*(?:#.*)?\r?$", data, re.MULTILINE
    )
    return found[1].decode() if found else None


def _of_report(data: bytes, ask: Reports) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the report of a spec that is wrong itself, so that all is told in one go."""
    name = peek(data, "report")
    try:
        if name:
            ask(name)
    except InputError as error:
        return error.diagnostics
    return ()


def _key(name: str, sha256: str, about: Report, house: Markings) -> str:
    return store.key("brief", (name, sha256, about.id, about.sha256, house.sha256))


def _inside(path: Path, project: Project) -> tuple[Path, ...]:
    """Return where a spec may lie: in the project, if its path says so; one from elsewhere was asked for by name."""
    if any(path.is_relative_to(folder) for folder in (project.root, *project.inside)):
        return project.inside
    return (path.resolve().parent,)
