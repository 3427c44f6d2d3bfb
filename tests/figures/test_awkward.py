"""Awkward tables through every kind of figure: each is drawn so that it still reads, or told with its place and a hint.

What becomes of each on a narrow page and slide is in a golden; wide ones are tried with BRIEFGEN_SLOW=1.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import Severity
from briefgen.model.theme import Theme
from tests.support.project import SLOW, in_ci

from . import awkward, samples

TABLES = sorted(path.stem for path in awkward.TABLES.glob("*.csv"))
BOUNDS_TOLD = {"BG203", "BG205"}
"""What says in its message which values there may be needs no hint."""
MAPS = ("places-accents", "places-no-such", "states-accents", "states-unknown-code")
"""The maps that the quick suite draws; a map takes a second."""


def long(table: str) -> bool:
    return table.startswith(("places-", "states-")) and table not in MAPS


@pytest.mark.parametrize("table", [pytest.param(t, marks=in_ci if long(t) else ()) for t in TABLES])
def test_an_awkward_table_gives_a_figure_that_reads_or_is_told(
    table: str, tmp_path: Path, golden: Callable[[str, str], None], theme: Theme, fonts: tuple[Path, ...]
) -> None:
    lines = []
    for kind in awkward.kinds(table):
        found = awkward.outcome(table, kind, tmp_path / kind, theme, fonts, awkward.NARROW)
        lines.append(f"{kind}: {found.said}")
        judge(found)
        if SLOW:
            judge(awkward.outcome(table, kind, tmp_path / f"{kind} wide", theme, fonts, awkward.WIDE))
    golden(f"awkward/{table}.txt", "\n".join(lines) + "\n")


def judge(found: awkward.Outcome) -> None:
    assert bool(found.drawings) != bool(found.wrong)
    for one in found.wrong:
        assert one.severity is Severity.ERROR
        assert one.file
        assert one.line
        assert one.hint or one.code in BOUNDS_TOLD
    for drawing in found.drawings:
        assert samples.overlapping(drawing.scene) == []
        assert samples.cut(drawing.scene) == []
