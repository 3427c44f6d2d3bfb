"""Publish a set of files over another, and be killed at the nth step: for a process of its own.

    python -m tests.build.killed FOLDER STEP

Steps are what changes the disk: making a folder, half of a write, the rest of it, its sync, a copy, a rename.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from briefgen.build import output

NEW = {"a.pdf": b"new a" * 5000, "b.pptx": b"new b" * 5000, "manifest.json": b'{"new": true}'}
OLD = {"a.pdf": b"old a" * 4000, "b.pptx": b"old b" * 4000, "manifest.json": b'{"new": false}'}


def kill() -> None:
    """End this process as the kernel ends one."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupted(sets: Mapping[Path, Mapping[str, bytes]], last: int, act: Callable[[], None]) -> int:
    """Publish sets, do something before step `last`, and return the number of steps."""
    steps = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **options: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == last:
                act()
            return call(*arguments, **options)

        return counting

    def write(path: Path, data: bytes) -> None:
        with path.open("wb") as stream:
            for part in (data[: len(data) // 2], data[len(data) // 2 :]):
                counted(stream.write)(part)
                stream.flush()
            counted(os.fsync)(stream.fileno())

    with (
        mock.patch.object(output, "_write", write),
        mock.patch.object(tempfile, "mkdtemp", counted(tempfile.mkdtemp)),
        mock.patch.object(shutil, "copyfile", counted(shutil.copyfile)),
        mock.patch.object(Path, "replace", counted(Path.replace)),
    ):
        output.publish(sets)
    return steps


if __name__ == "__main__":
    interrupted({Path(sys.argv[1]): NEW}, int(sys.argv[2]), kill)
