"""A brief built with a house's own template: the deck wears it, the PDF does not change."""

import json
import os
import re
from pathlib import Path

import pytest
from pptx import Presentation

from briefgen.build import build as run_build
from tests.support.houses import awkward, low
from tests.support.project import build, copy


def test_a_deck_wears_the_template_and_the_pdf_stays_as_it_was(tmp_path: Path) -> None:
    folder = copy(tmp_path / "project")
    spec = folder / "briefs" / "policy-makers.yaml"
    text = re.sub("(?m)^lengths: .*", "lengths: [one-page]", spec.read_text("utf-8"))
    spec.write_text(text, "utf-8")
    build(output=tmp_path / "plain", cache=tmp_path / "cache", folder=folder)
    shipped = next(Path(__file__).parents[2].glob("assets/themes/chancery.yaml")).read_text("utf-8")
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / "chancery.yaml").write_text(f"{shipped}\ntemplate: house.pptx\n", "utf-8")
    (folder / "themes" / "house.pptx").write_bytes(awkward())
    build(output=tmp_path / "worn", cache=tmp_path / "cache", folder=folder)
    deck = Presentation(str(tmp_path / "worn" / "policy-makers" / "policy-makers-one-page.pptx"))
    assert (deck.slide_width, len(deck.slides)) == (9144000, 1)
    assert any(s.name == "Block 91" for s in deck.slide_master.shapes)
    plain, worn = (told(tmp_path / name / "policy-makers" / "manifest.json") for name in ("plain", "worn"))
    assert plain == worn


def told(manifest: Path) -> dict[str, object]:
    """Return what a manifest says of the PDF, its hash aside: that names the theme."""
    said = json.loads(manifest.read_text("utf-8"))["artifacts"]
    paper = next(a for a in said if a["format"] == "pdf")
    return {key: value for key, value in paper.items() if key != "sha256"}


@pytest.mark.judge
@pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="what takes long runs with the judges")
def test_a_figure_that_a_low_layout_cannot_hold_gives_way_to_the_next(tmp_path: Path) -> None:
    folder = copy(tmp_path / "project")
    shipped = next(Path(__file__).parents[2].glob("assets/themes/chancery.yaml")).read_text("utf-8")
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / "chancery.yaml").write_text(f"{shipped}\ntemplate: house.pptx\n", "utf-8")
    (folder / "themes" / "house.pptx").write_bytes(low())
    spec = folder / "briefs" / "policy-makers.yaml"
    text = re.sub("(?m)^lengths: .*", "lengths: [standard]", spec.read_text("utf-8"))
    text = re.sub(r"watch: \[.*?\]", "watch: [watch-daesh]", text).replace("key-judgements: 5", "key-judgements: 2")
    spec.write_text(text, "utf-8")
    done = run_build(
        (spec,),
        output=tmp_path / "out",
        root=folder,
        formats=("pptx",),
        lengths=("standard",),
        cache_folder=tmp_path / "cache",
    )
    (deck,) = done.briefs[0].artifacts
    assert "trade" in deck.figures
    assert "ties" not in deck.figures
    told_of = [d for d in done.warnings if d.code == "BG655" and "`ties`" in d.message]
    assert told_of
    assert "on layout “" in told_of[0].message
