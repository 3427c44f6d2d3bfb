"""A brief's whole set appears, or none of it."""

import os
from pathlib import Path

import pytest

from briefgen.build.output import STAGING, publish
from briefgen.errors import InputError


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_files_appear_and_nothing_else_stays(tmp_path: Path) -> None:
    publish({tmp_path / "brief": {"a.pdf": b"A", "manifest.json": b"{}"}})
    assert contents(tmp_path / "brief") == {"a.pdf": b"A", "manifest.json": b"{}"}
    assert [p.name for p in (tmp_path / "brief").iterdir() if p.name.startswith(STAGING)] == []


def test_files_of_other_builds_stay(tmp_path: Path) -> None:
    publish({tmp_path: {"a.pdf": b"A"}})
    publish({tmp_path: {"b.pdf": b"B"}})
    assert contents(tmp_path) == {"a.pdf": b"A", "b.pdf": b"B"}


def test_a_name_that_cannot_be_taken_leaves_the_former_files(tmp_path: Path) -> None:
    publish({tmp_path: {"a.pdf": b"old", "manifest.json": b"old"}})
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(InputError, match=r"BG901.*cannot write into") as caught:
        publish({tmp_path: {"a.pdf": b"new", "c.pdf": b"new", "b.pdf": b"new", "manifest.json": b"new"}})
    assert "choose another folder with -o" in str(caught.value)
    assert contents(tmp_path) == {"a.pdf": b"old", "manifest.json": b"old"}


def test_a_disk_that_fills_while_staging_leaves_the_former_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({tmp_path: {"a.pdf": b"old"}})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        publish({tmp_path: {"a.pdf": b"new"}})
    assert contents(tmp_path) == {"a.pdf": b"old"}
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match="BG901"):
        publish({tmp_path / "out": {"a.pdf": b"A"}})
