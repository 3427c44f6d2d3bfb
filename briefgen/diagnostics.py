"""Diagnostics: what is wrong or worth knowing, where, and what to do about it. Data only; the CLI prints them."""

from enum import Enum

import msgspec


class Severity(Enum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One finding: `file` relative to the project, `line` and `column` from 1 where they are known.

    `path` leads to the value inside the file by keys and indices. Where a drawing says what is wrong, it knows no
    file: its path begins with the figure's id, and build finds the file.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    file: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None
    path: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        """Return the finding as one line, and its hint as a second."""
        place = ":".join(str(p) for p in (self.file, self.line, self.column) if p is not None)
        head = f"{place}: " if place else ""
        tail = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{head}{self.severity.value}[{self.code}] {self.message}{tail}"
