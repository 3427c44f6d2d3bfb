"""Diagnostics as they are found: positions are looked up at the end, and only for files that have any."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from ..diagnostics import Diagnostic, Severity

T = TypeVar("T")
Keys = tuple[str | int, ...]
Anew = Callable[[], None]
"""Called before what is not kept is read anew; it may raise to say that it should not be, as `refuse` does."""


class NotKept(Exception):  # noqa: N818 -- no error: it says that there is work
    """A file is not as it was kept."""


def refuse() -> None:
    """Raise NotKept."""
    raise NotKept


class Checked(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A value that holds what it promises, and the warnings that came with it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One finding before it has a position: `key` points at the key itself, `needle` at words inside the value."""

    code: str
    message: str
    file: str
    path: Keys = ()
    key: bool = False
    needle: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR


class Findings:
    """What has been found so far; state, since reading goes on after the first error."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def error(
        self,
        code: str,
        message: str,
        file: str,
        path: Keys = (),
        *,
        hint: str | None = None,
        key: bool = False,
        needle: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Note an error at a value of a file, or at a line and column."""
        self.found.append(
            Found(
                code=code,
                message=message,
                file=file,
                path=path,
                key=key,
                needle=needle,
                line=line,
                column=column,
                hint=hint,
            )
        )

    def warning(
        self,
        code: str,
        message: str,
        file: str,
        path: Keys = (),
        *,
        hint: str | None = None,
        key: bool = False,
        needle: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Note what is worth knowing and stops nothing."""
        self.error(code, message, file, path, hint=hint, key=key, needle=needle, line=line, column=column)
        self.found[-1] = msgspec.structs.replace(self.found[-1], severity=Severity.WARNING)

    @property
    def failed(self) -> bool:
        """Tell whether an error is among the findings."""
        return any(f.severity is Severity.ERROR for f in self.found)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelt one most likely means."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    if not close:
        close = [k for k in known if k.lower() == word.lower()][:1]
    return close[0] if close else None


def guess(word: str, known: Sequence[str], what: str) -> str:
    """Return a hint for an unknown word: the nearest known one, or the known ones where they are few."""
    if near := nearest(word, known):
        return f"did you mean `{near}`?"
    if not known:
        return f"there are no {what}"
    listed = ", ".join(known[:12])
    return f"{what}: {listed}" + (f" and {len(known) - 12} more" if len(known) > 12 else "")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in the order in which a person works through them: by file, line and column."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.file or "", d.line or 0, d.column or 0, d.code, d.message)))
