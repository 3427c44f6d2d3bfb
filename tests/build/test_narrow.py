"""A figure whose labels have no room in a length gives way there to the next, and the brief is told."""

import re
from pathlib import Path

from briefgen.build import build
from tests.support.project import ROOT, copy, in_ci

pytestmark = in_ci
FIGURES = "reports/russia-taliban-takeover/figures.yaml"


def test_a_figure_too_wide_for_the_one_slide_gives_way_to_the_next(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    shipped = ROOT / "briefs" / "aid-money-connectivity.yaml"
    named = re.sub(r"figures: \[.*?\]", "figures: [ties, trade, stances]", shipped.read_text("utf-8"))
    spec = root / "briefs" / shipped.name
    spec.write_text(named, "utf-8")
    done = build(
        (spec,), output=root / "out", root=root, formats=("pptx",), lengths=("one-page", "short"), cache_folder=None
    )
    one_slide, short = done.briefs[0].artifacts
    assert one_slide.figures == ("trade",)
    assert set(short.figures) == {"ties", "trade", "stances"}
    (told,) = {d for d in done.warnings if d.code == "BG654"}
    assert told.message.startswith("one-page: figure `ties`: ")
    assert told.message.endswith("; this length leaves the figure out")
    assert told.file == FIGURES
    assert told.line
