"""Where a value was written -> line and column, by reading its file once more; only when something is to be told."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from .. import resources
from ..diagnostics import Diagnostic
from ..model.report import Origin
from .files import REPORT_MOST, lines
from .findings import Findings, Keys, ordered
from .project import Project

UNREAD = frozenset({"BG100", "BG101", "BG102", "BG116", "BG731", "BG732", "BG733", "BG734"})
"""Codes of files that are not looked into, so that they have no lines."""


def locate(origin: Origin, project: Project) -> tuple[int, int]:
    """Return line and column, from 1, of a value; those of the nearest value around it where it is not there."""
    places = _Files(project).places(origin.file)
    return places.at(origin.path) if places is not None else (1, 1)


def located(diagnostics: Iterable[Diagnostic], project: Project) -> tuple[Diagnostic, ...]:
    """Return diagnostics with line and column where they name a file and a path in it, in reading order."""
    files = _Files(project)
    out = []
    for d in diagnostics:
        if d.line is None and d.file is not None and (places := files.places(d.file)) is not None:
            line, column = places.at(d.path)
            d = replace(d, line=line, column=column)
        out.append(d)
    return ordered(out)


def settle(findings: Findings, project: Project) -> tuple[Diagnostic, ...]:
    """Return all findings as diagnostics with positions, in reading order."""
    files = _Files(project)
    out = []
    for f in findings.found:
        line, column = f.line, f.column
        if line is None and f.code not in UNREAD and (places := files.places(f.file)) is not None:
            line, column = places.at(f.path, key=f.key, needle=f.needle)
        out.append(
            Diagnostic(
                code=f.code,
                message=f.message,
                severity=f.severity,
                file=f.file,
                line=line,
                column=column,
                hint=f.hint,
                path=f.path,
            )
        )
    return ordered(out)


class _Files:
    """The files of a project that were asked for so far."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._places: dict[str, _Places | _Cells | None] = {}

    def places(self, name: str) -> "_Places | _Cells | None":
        """Return the positions of a YAML or CSV file by its name in diagnostics, or None where it has none."""
        if name not in self._places:
            self._places[name] = None
            if name.endswith((".yaml", ".yml", ".csv")):
                try:
                    text = lines(self._path(name).read_bytes()[:REPORT_MOST])
                    self._places[name] = _Cells(text) if name.endswith(".csv") else _Places(text)
                except (OSError, UnicodeDecodeError, ValueError):
                    pass  # that it cannot be read has been told
        return self._places[name]

    def _path(self, name: str) -> Path:
        path = self.project.root / name
        if not path.exists() and name.startswith("assets/"):
            return resources.assets() / name.removeprefix("assets/")
        return path


class _Cells:
    """The positions of a table's cells, by row from 0 and column name."""

    def __init__(self, text: str) -> None:
        from .tables import rows

        self._rows = rows(text, "", Findings()) or []

    def at(self, path: Keys, *, key: bool = False, needle: str | None = None) -> tuple[int, int]:
        """Return line and column of a cell, or of the table where it has no such cell."""
        with suppress(ValueError, IndexError, TypeError):
            row, name = path
            column = [text for text, _, _ in self._rows[0]].index(str(name))
            _, line, start = self._rows[int(row) + 1][column]
            return line, start
        return 1, 1


class _Places:
    """The positions of one file; parsed at the first question."""

    def __init__(self, text: str) -> None:
        from .yamltext import Marks, parse

        self.text = text
        self.marks = Marks()
        parse(text, self.marks)

    def at(self, path: Keys, *, key: bool = False, needle: str | None = None) -> tuple[int, int]:
        """Return line and column of a value, of its key, or of words inside it."""
        marks = self.marks
        for size in range(len(path), -1, -1):
            part = path[:size]
            # a value that is not there, or empty, is shown by its key
            mark = marks.keys.get(part) if key or part not in marks.values else marks.values[part]
            if mark is None:
                continue
            if needle and size == len(path) and (found := self.text.find(needle, mark.start, mark.end)) >= 0:
                before = self.text[:found]
                return before.count("\n") + 1, found - (before.rfind("\n") + 1) + 1
            return mark.line, mark.column
        return 1, 1
