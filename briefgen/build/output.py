"""Bytes -> files: the whole sets of all briefs appear, or nothing; the manifest of each last.

All files are first written beside their places. Only when every one is on the disk do they take their names, one
rename after the other; if a rename fails, those before it are taken back. What a killed build leaves behind is told
by its manifest, whose hashes the next build compares; its staging folders go with the next build that writes there.
"""

import errno
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value

STAGING = ".briefgen-new-"
ABANDONED = 600.0
"""Seconds after which a staging folder is that of a killed build."""


class _Staged(Value, frozen=True, kw_only=True):
    """A set of files that is written and has not its names yet."""

    folder: Path
    staging: Path
    names: tuple[str, ...]


def publish(sets: Mapping[Path, Mapping[str, bytes]]) -> None:
    """Write a set of files into each folder, its last file last; raises InputError where one cannot be written."""
    staged: list[_Staged] = []
    made: list[Path] = []
    try:
        for folder, files in sets.items():
            _tidy(folder)
            staged.append(_folder(folder, files, made))
            for name, data in files.items():
                with _refusing(folder, name):
                    _write(staged[-1].staging / name, data)
        with _undisturbed():
            _rename(staged)
        made.clear()
    finally:
        for one in staged:
            shutil.rmtree(one.staging, ignore_errors=True)
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()


def _folder(folder: Path, files: Mapping[str, bytes], made: list[Path]) -> _Staged:
    """Return an empty staging folder; folders that are made for it are noted."""
    with _refusing(folder):
        missing = [p for p in (folder, *folder.parents) if not p.exists()]
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            made.append(path)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    return _Staged(folder=folder, staging=staging, names=tuple(files))


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as f:
        f.write(data)
        f.flush()
        os.fsync(f.fileno())


def _rename(staged: list[_Staged]) -> None:
    """Give every staged file its name; take all back if one cannot have it."""
    done: list[tuple[_Staged, str]] = []
    try:
        for one in staged:
            for name in one.names:
                old = one.folder / name
                with _refusing(one.folder, name):
                    if old.is_dir():
                        raise IsADirectoryError(errno.EISDIR, "a folder stands in its place", str(old))
                    if old.exists():
                        shutil.copyfile(old, one.staging / f"{name}.old")
                    done.append((one, name))
                    (one.staging / name).replace(old)
    except InputError:
        for one, name in reversed(done):
            kept = one.staging / f"{name}.old"
            if kept.exists():
                kept.replace(one.folder / name)
            elif not (one.staging / name).exists():
                (one.folder / name).unlink(missing_ok=True)
        raise


def _tidy(folder: Path) -> None:
    """Remove the staging folders that killed builds left in a folder."""
    with suppress(OSError):
        for left in folder.glob(f"{STAGING}*"):
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back interruption and termination until the renames are through."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM)
    former = {n: signal.signal(n, lambda number, _: caught.append(number)) for n in numbers}
    try:
        yield
    finally:
        for number, action in former.items():
            signal.signal(number, action)
        if caught:
            signal.raise_signal(caught[0])


@contextmanager
def _refusing(folder: Path, name: str = "") -> Iterator[None]:
    """Tell an error of the system as one of the folder, or of a file in it."""
    try:
        yield
    except OSError as error:
        what = f"{name}: " if name else ""
        remedy = "close the file in the program that holds it open"
        if error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)):
            remedy = "free space"
        elif error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
            remedy = "move away what stands in its place"
        elif not name:
            remedy = "change its rights"
        told = Diagnostic(
            code="BG901",
            message=f"cannot write into {folder}: {what}{error.strerror or error}",
            hint=f"choose another folder with -o, or {remedy}; what was there before is untouched",
        )
        raise InputError((told,)) from error
