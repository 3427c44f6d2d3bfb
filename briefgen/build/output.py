"""Bytes -> files: a brief's whole set appears, or none of it; its manifest last.

All files are first written beside their places. Only when every one is on the disk do they take their names, one
rename after the other; if a rename fails, those before it are taken back. What a killed build leaves behind is told
by its manifest, whose hashes the next build compares.
"""

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError

STAGING = ".briefgen-new-"


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, the last one last; raises InputError where the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        for name, data in files.items():
            with (staging / name).open("wb") as f:
                f.write(data)
                f.flush()
                os.fsync(f.fileno())
        with _undisturbed():
            _rename(staging, folder, tuple(files))
    except OSError as error:
        raise _refused(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _rename(staging: Path, folder: Path, names: tuple[str, ...]) -> None:
    """Give every staged file its name; take all back if one cannot have it."""
    done: list[str] = []
    try:
        for name in names:
            old = folder / name
            if old.is_dir():
                raise IsADirectoryError(21, "a folder stands in the file's place", str(old))
            if old.exists():
                shutil.copyfile(old, staging / f"{name}.old")
            done.append(name)
            (staging / name).replace(old)
    except OSError:
        for name in reversed(done):
            kept = staging / f"{name}.old"
            if kept.exists():
                kept.replace(folder / name)
            elif not (staging / name).exists():
                (folder / name).unlink(missing_ok=True)
        raise


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


def _refused(folder: Path, error: OSError) -> InputError:
    return InputError(
        (
            Diagnostic(
                code="BG901",
                message=f"cannot write into {folder}: {error.strerror or error}",
                hint="choose another folder with -o, free space, or close the file in the program that holds it open",
            ),
        )
    )
