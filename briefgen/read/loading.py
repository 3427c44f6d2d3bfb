"""Several briefs with their reports and themes, each file read once; all errors of all of them in one go."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.report import Report
from ..model.spec import LANGUAGE, THEME, BriefSpec
from ..model.theme import Theme
from .briefs import brief, peek
from .files import SPEC_MOST, read
from .findings import Anew, Checked, Findings, NotKept, ordered, refuse
from .project import Project, report_folder, report_ids, stems, theme_file
from .reports import report
from .themes import theme


class Named(Value, frozen=True, kw_only=True):
    """Reports and themes by their ids."""

    reports: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


NOTHING = Named()


def own(project: Project) -> Named:
    """Return the reports and themes that lie in a project's own folder."""

    def inside(path: Path | None) -> bool:
        return path is not None and path.is_relative_to(project.root)

    return Named(
        reports=tuple(name for name in report_ids(project) if inside(report_folder(name, project))),
        themes=tuple(name for name in stems(project.themes) if inside(theme_file(name, project))),
    )


def load(
    paths: Iterable[Path],
    project: Project,
    cache: Path | None = None,
    anew: Anew | None = None,
    *,
    also: Named = NOTHING,
) -> Checked[tuple[tuple[BriefSpec, Report, Theme], ...]]:
    """Return each brief with its report and its theme, and all warnings; `also` names what is read besides.

    Raises InputError with every error and warning of every file, by file and line.
    """
    told: list[Diagnostic] = []
    reports: dict[str, Report | InputError] = {}
    themes: dict[str, Theme | None] = {}
    failed = False

    def known(name: str) -> Report:
        if name not in reports:
            try:
                found = report(name, project, cache, anew)
            except InputError as error:
                reports[name] = error
            else:
                told.extend(found.diagnostics)
                reports[name] = found.value
        value = reports[name]
        if isinstance(value, InputError):
            raise value
        return value

    def look(name: str) -> Theme | None:
        nonlocal failed
        if name not in themes:
            themes[name] = None
            try:
                found = theme(name, project, cache, anew)
            except InputError as error:
                told.extend(error.diagnostics)
                failed = True
            else:
                told.extend(found.diagnostics)
                themes[name] = found.value
        return themes[name]

    out = []
    paths = tuple(dict.fromkeys(paths))
    twice = _same_name(paths, project)
    told += twice
    failed = bool(twice)
    for path in paths:
        try:
            spec = brief(path, project, cache, known, anew)
        except InputError as error:
            told += error.diagnostics
            failed = True
            (meant,) = _meant(path, project, "theme")
            if meant and theme_file(meant, project):
                look(meant)
            continue
        told += spec.diagnostics
        dress = look(spec.value.theme)
        if dress is not None:
            out.append((spec.value, known(spec.value.report), dress))
    for name in also.reports:
        try:
            known(name)
        except InputError as error:
            told += error.diagnostics
            failed = True
    for name in also.themes:
        look(name)
    if failed:
        raise InputError(ordered(told))
    return Checked(value=tuple(out), diagnostics=ordered(told))


def expected(paths: Iterable[Path], project: Project, cache: Path | None) -> tuple[tuple[Theme, str], ...]:
    """Return the themes and languages that specs name, so far as they are kept; nothing is parsed and nothing told.

    What takes msgspec longer than to decode a kept report, to learn its type, is then done too.
    """
    store.learn(Report, BriefSpec)
    out = []
    for name, language in dict.fromkeys(_meant(path, project, "theme", "language") for path in paths):
        with suppress(InputError, NotKept):
            out.append((theme(name or THEME, project, cache, refuse).value, language or LANGUAGE))
    return tuple(out)


def _same_name(paths: Iterable[Path], project: Project) -> list[Diagnostic]:
    """Return an error for each spec whose files would have the names of another's."""
    first: dict[str, Path] = {}
    return [
        Diagnostic(
            code="BG430",
            message=f"a brief `{path.stem}` is specified twice, first in {project.name(first[path.stem])}",
            file=project.name(path),
            line=1,
            column=1,
            hint="rename one of the two: the files of a brief are called after its spec",
        )
        for path in paths
        if first.setdefault(path.stem, path) != path
    ]


def _meant(path: Path, project: Project, *keys: str) -> tuple[str | None, ...]:
    """Return what a spec that may be faulty most likely says of keys, such as its theme."""
    findings = Findings()
    source = read(project.root / path, project.name(path), project.inside, SPEC_MOST, findings)
    return tuple(peek(source.data, key) if source else None for key in keys)
