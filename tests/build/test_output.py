"""A brief's whole set appears, or none of it."""

import errno
import itertools
import os
from pathlib import Path

import pytest

from briefgen.build.output import STAGING, publish
from briefgen.errors import InputError

from .killed import NEW, OLD, interrupted


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


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_an_error_at_any_step_leaves_all_folders_as_they_were(number: int, tmp_path: Path) -> None:
    there, missing = tmp_path / "there", tmp_path / "new" / "missing"
    publish({there: OLD})

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    for step in itertools.count(1):
        try:
            total = interrupted({there: NEW, missing: NEW}, step, fail)
        except InputError:
            assert contents(there) == OLD, step
            assert [p for p in there.iterdir() if p.is_dir()] == []
            assert not (tmp_path / "new").exists()
        else:
            break
    assert step == total + 1 > 20
    assert contents(there) == contents(missing) == NEW


def test_a_file_that_another_program_holds_is_named_and_all_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses to replace a file that is open."""
    publish({tmp_path: OLD})
    rename = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self.name == "b.pptx":
            raise PermissionError(errno.EACCES, "The file is being used by another process")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(InputError) as caught:
        publish({tmp_path: NEW})
    assert str(caught.value) == (
        f"error[BG901] cannot write into {tmp_path}: b.pptx: The file is being used by another process\n"
        "    hint: choose another folder with -o, or close the file in the program that holds it open; "
        "what was there before is untouched"
    )
    assert contents(tmp_path) == OLD


def test_a_brief_that_cannot_be_written_keeps_all_others_from_being(tmp_path: Path) -> None:
    publish({tmp_path / "one": OLD})
    (tmp_path / "two").write_text("a file")
    with pytest.raises(InputError, match="move away what stands in its place"):
        publish({tmp_path / "one": NEW, tmp_path / "two": NEW})
    assert contents(tmp_path / "one") == OLD


def test_an_interruption_while_staging_leaves_nothing_behind(tmp_path: Path) -> None:
    publish({tmp_path: OLD})

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted({tmp_path: NEW}, 3, stop)
    assert contents(tmp_path) == OLD
    assert len(list(tmp_path.iterdir())) == len(OLD)
