"""Titles and quotations from right to left before the judges, in both themes and on both sheets."""

import os
from pathlib import Path

import pytest

from .read.sample import write
from .support.leftward import files
from .support.project import build
from .test_judges import JUDGES, PROFILES, ask, poppler, rejected

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]


@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("theme", ["chancery", "meridian"])
def test_no_judge_has_anything_to_say(theme: str, page: str, tmp_path: Path) -> None:
    write(tmp_path, files(theme, page, "[standard]"))
    build(output=tmp_path / "out", cache=tmp_path / "cache", folder=tmp_path)
    made = sorted((tmp_path / "out").rglob("*.pdf"))
    assert len(made) == 1
    said = ask(JUDGES / "verapdf", ",".join(PROFILES), *made, expected={0})
    assert said.count("\tpass\t") == len(made) * len(PROFILES)
    assert not rejected(poppler, made)
    for deck in (tmp_path / "out").rglob("*.pptx"):
        assert '"ok": true' in ask(JUDGES / "ooxml", deck)
