"""Diagnostics and progress -> the terminal: colour and a bar where a person watches, plain lines elsewhere."""

import io
import os
import sys
from collections.abc import Iterable

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError

RED, YELLOW, DIM, BOLD, OFF = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[1m", "\x1b[0m"


def coloured() -> bool:
    """Tell whether standard error takes colour: a terminal, and NO_COLOR is not set."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Print a text to standard output; ends the process where nobody reads on, raises InputError where it is full."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
        sys.exit(0)
    except OSError as error:
        hush()
        message = f"cannot write to standard output: {error.strerror}"
        hint = "free space, or send the output elsewhere"
        raise InputError((Diagnostic(code="BG901", message=message, hint=hint),)) from error


def plainly() -> None:
    """Let characters that a stream's encoding lacks be printed as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Let what is still waiting for standard output go nowhere, so that the end of the process is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def diagnostics(found: Iterable[Diagnostic]) -> None:
    """Print findings to standard error, a hint under each, and how many there were."""
    findings = list(found)
    for one in findings:
        sys.stderr.write(_painted(one) if coloured() else f"{one}\n")
    errors = sum(d.severity is Severity.ERROR for d in findings)
    warnings = len(findings) - errors
    if findings:
        counts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
        code = next((d.code for d in findings if d.severity is Severity.ERROR), findings[0].code)
        sys.stderr.write(f"{', '.join(counts)}; `briefgen explain {code}` says more\n")


def _painted(one: Diagnostic) -> str:
    colour = RED if one.severity is Severity.ERROR else YELLOW
    place = ":".join(str(p) for p in (one.file, one.line, one.column) if p is not None)
    head = f"{BOLD}{place}{OFF}: " if place else ""
    tail = f"\n    {DIM}hint:{OFF} {one.hint}" if one.hint else ""
    return f"{head}{colour}{one.severity.value}[{one.code}]{OFF} {one.message}{tail}\n"


def as_json(found: Iterable[Diagnostic]) -> str:
    """Return findings as JSON for tools."""
    import json

    return json.dumps(
        [
            {
                "code": d.code,
                "severity": d.severity.value,
                "file": d.file,
                "line": d.line,
                "column": d.column,
                "message": d.message,
                "hint": d.hint,
            }
            for d in found
        ],
        ensure_ascii=False,
        indent=2,
    )


class Progress:
    """A bar on a terminal, a line for each step elsewhere, nothing with `quiet`."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._bar = None
        self._quiet = quiet
        if not quiet and total > 1 and coloured():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("building", total=total)
            self._bar.start()

    def step(self, words: str) -> None:
        """Tell that a step is done."""
        if self._bar is not None:
            self._bar.update(self._task, advance=1, description=words)

    def close(self) -> None:
        """Clear the bar."""
        if self._bar is not None:
            self._bar.stop()
