"""Letters that the page fonts lack: a title gives way to its translation, other text is told with its line."""

from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.errors import InputError
from tests.support.project import copy

CHINESE = "塔利班"


def changed(root: Path, file: str, old: str, new: str) -> None:
    path = root / "reports" / "russia-taliban-takeover" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_title_without_glyphs_gives_way_to_its_translation(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    changed(root, "references.yaml", "title: 'Russie : bon baiser de Kaboul !'", f"title: {CHINESE}")
    done = build((), output=tmp_path / "out", root=root, lengths=("one-page",), formats=("pdf",))
    (told,) = done.warnings
    assert str(told).startswith("reports/russia-taliban-takeover/references.yaml:")
    assert "warning[BG405] the theme's page fonts have no glyphs for “塔利班” in `title`" in str(told)


def test_a_text_without_glyphs_is_an_error_at_its_line(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    changed(root, "sections/summary.yaml", "lead: A means, not the end", f"lead: {CHINESE}")
    with pytest.raises(InputError) as caught:
        build((), output=tmp_path / "out", root=root)
    (told,) = caught.value.diagnostics
    assert (told.code, told.file) == ("BG405", "reports/russia-taliban-takeover/sections/summary.yaml")
    assert told.line is not None
    assert not (tmp_path / "out").exists()
