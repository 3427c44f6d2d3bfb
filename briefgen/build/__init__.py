"""The driver, the one place that names every phase: read, compose, draw, render, check, write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .. import read
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.report import Report
from ..model.theme import Theme
from .beside import Beside, Finished
from .inputs import gather

if TYPE_CHECKING:  # what is not needed to see that nothing has changed is imported when it is
    from .backends import Backend
    from .manifest import Built

Progress = Callable[[int], Callable[[str], None]]


class Done(Value, frozen=True, kw_only=True):
    """What a build did, a `Built` for each brief, and what it warns of."""

    briefs: "tuple[Built, ...]"
    warnings: tuple[Diagnostic, ...]


def build(
    specs: tuple[Path, ...],
    *,
    output: Path,
    root: Path | None,
    lengths: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    jobs: int = 1,
    cache_folder: Path | None = None,
    epoch: int | None = None,
    progress: Progress = lambda _: lambda _: None,
) -> Done:
    """Build briefs; raises InputError or CheckError, and then has written nothing."""

    def load(expected: tuple[tuple[Theme, str], ...]) -> None:
        from . import jobs as _jobs  # noqa: F401
        from . import output as _output  # noqa: F401

        folders = read.find(root).fonts
        for backend in _backends(formats):
            backend.load()
            with suppress(InputError):  # it is told with all others, by `gather`
                for theme, language in expected:
                    backend.ready(theme, folders, language)

    def load_checks() -> None:
        for backend in _backends(formats):
            backend.load_check()

    fresh: dict[str, Built] = {}
    with Beside(load_checks, _check) as beside:
        wanted, warnings = gather(
            specs,
            root=root,
            lengths=lengths,
            formats=formats,
            cache=cache_folder,
            epoch=epoch,
            beside=beside,
            meanwhile=load,
        )
        from .settled import standing, unchanged

        there = {i.name: standing(i, output) for i in wanted}
        stale = [i for i in wanted if not i.covered_by(there[i.name])]
        if stale:
            from .jobs import run
            from .output import publish

            step = progress(sum(len(i.lengths) * len(i.formats) for i in stale))
            with _located(root):
                fresh = {b.name: b for b in run(stale, there, cache_folder, jobs, beside, step)}
            publish({output / one.name: one.files for one in fresh.values()})
    briefs = tuple(fresh.get(i.name) or unchanged(i, there[i.name]) for i in wanted)
    made = tuple(w for b in briefs for w in b.warnings)
    return Done(briefs=briefs, warnings=(*warnings, *(read.located(made, read.find(root)) if made else ())))


def why(spec: Path, unit: str, *, root: Path | None, cache_folder: Path | None) -> list[str]:
    """Return a line for each format and length on why a unit is in or out."""
    from .reasons import why_lines

    (inputs,), _ = gather((spec,), root=root, lengths=(), formats=(), cache=cache_folder, epoch=None)
    with _located(root, inputs.report):
        return why_lines(inputs, unit)


def _backends(formats: tuple[str, ...]) -> "list[Backend]":
    """Return the back ends of the formats named, by default of all."""
    from .backends import BACKENDS

    return [backend for format_, backend in BACKENDS.items() if not formats or format_.value in formats]


def _check(finished: Finished) -> tuple[Diagnostic, ...]:
    from .backends import BACKENDS

    return BACKENDS[finished.format].check(finished)


@contextmanager
def _located(root: Path | None, report: Report | None = None) -> Iterator[None]:
    """Give errors of later phases the line and column of what they are about."""
    try:
        yield
    except InputError as error:
        from .placed import placed

        told = placed(error.diagnostics, report) if report is not None else error.diagnostics
        raise InputError(read.located(told, read.find(root))) from error
