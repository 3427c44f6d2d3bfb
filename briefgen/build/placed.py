"""Diagnostics about a figure, which know only its id -> the same with the file and the entry that it is written in."""

from collections.abc import Iterable

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..model.report import Report


def placed(found: Iterable[Diagnostic], report: Report) -> tuple[Diagnostic, ...]:
    """Return diagnostics, those about figures of a report with their place in its figures.yaml."""
    entries = {f.id: n for n, f in enumerate(report.figures)}
    file = f"{report.origin.file.rpartition('/')[0]}/figures.yaml"
    return tuple(
        replace(d, file=file, path=(entries[d.path[0]], *d.path[1:]))
        if d.file is None and d.path and d.path[0] in entries
        else d
        for d in found
    )
