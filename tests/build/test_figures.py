"""All figures of the report in one PDF and one deck, on both sheets: vectors, tagged, with their words."""

import io
import re
from pathlib import Path

import page as validator
import pikepdf
import pytest
import yaml

from briefgen.build import build
from tests.support.project import copy, in_ci

pytestmark = in_ci


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_every_figure_stands_in_a_longer_brief(tmp_path: Path, sheet: str) -> None:
    root = copy(tmp_path / "p")
    spec = root / "briefs" / "policy-makers.yaml"
    text = spec.read_text("utf-8").replace("page: A4", f"page: {sheet}")
    spec.write_text(re.sub("(?m)^lengths: .*", "lengths: {wide: {pages: 12, slides: 30}}", text), "utf-8")
    content = yaml.safe_load(text)["content"]
    named = [i for e in content if isinstance(e, dict) for key in ("figures", "tables") for i in e.get(key, ())]
    done = build((spec,), output=tmp_path / "out", root=root, cache_folder=tmp_path / "cache")
    by = {a.format: a for a in done.briefs[0].artifacts}
    for artifact in by.values():
        assert sorted(artifact.figures) == sorted(named)
    file = tmp_path / "out" / "policy-makers" / by["pdf"].file
    data = file.read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert len(forms) >= 3
    assert images == []
    for profile in ("ua1", "2a"):
        assert "no failures" in str(validator.validate_pdf(str(file), profile=profile))
