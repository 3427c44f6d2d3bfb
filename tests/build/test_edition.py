"""What the edition of a brief depends on."""

import shutil
from pathlib import Path

import pytest

from briefgen import resources
from briefgen.build.inputs import code, gather
from tests.support.project import copy

HOUSE = """
presets:
  ours:
    from: un
    draw: {durand-line: %s}
"""


def edition(root: Path) -> str:
    (inputs, *_), _ = gather((), root=root, lengths=(), formats=(), cache=None, epoch=0)
    return inputs.edition


def test_the_edition_changes_with_the_projects_own_boundaries(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    found = [edition(root)]
    for style in ("dashed", "dotted"):
        (root / "boundaries.yaml").write_text(HOUSE % style, "utf-8")
        found.append(edition(root))
    assert len(set(found)) == 3


def test_the_edition_does_not_hang_on_the_times_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy(tmp_path / "p")
    before = edition(root)
    monkeypatch.setattr("briefgen.cache.version", lambda: "another checkout")
    assert edition(root) == before


def test_the_hash_of_the_code_changes_with_the_geodata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = code(None)
    shutil.copytree(resources.asset("geodata"), tmp_path / "geodata")
    monkeypatch.setattr("briefgen.resources.assets", lambda: tmp_path)
    assert code(tmp_path / "cache") == before
    (tmp_path / "geodata" / "countries-110m.msgpack.gz").write_bytes(b"")
    assert code(tmp_path / "cache") != before
