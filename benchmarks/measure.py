"""A command -> its wall and processor time and its peak memory, from the kernel's own count for that child."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """One run: seconds, and MiB of the largest process."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str | Path], *, folder: Path, environment: Mapping[str, str]) -> Sample:
    """Run a command in a fresh process and measure it; a command that fails stops the benchmark with its words."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        child = subprocess.Popen(
            [str(c) for c in command],
            cwd=folder,
            env=os.environ | dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace")
            raise SystemExit(f"{' '.join(map(str, command))}\nexit code {child.returncode}\n{words}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20)
