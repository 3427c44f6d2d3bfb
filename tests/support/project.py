"""The checkout and its shipped briefs, and the command line run on them as a person would."""

import contextlib
import gc
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from unittest import mock

import pytest

from briefgen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
SLOW = os.environ.get("BRIEFGEN_SLOW") == "1"
in_ci = [
    pytest.mark.judge,
    pytest.mark.skipif(
        os.environ.get("BRIEFGEN_JUDGES") != "1", reason="what takes long runs with the judges, by BRIEFGEN_JUDGES=1"
    ),
]
"""Marks of what takes long: whole briefs, and cases that are like quicker ones."""

POLICY_MAKERS = "briefs/policy-makers.yaml"


def run(
    *arguments: str | Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    python: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """Run `python -m briefgen` in a fresh process; `python` are options of the interpreter."""
    env = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *python, "-m", "briefgen", *map(str, arguments)],
        cwd=folder,
        env=env | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run_here(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in this process and no other, as quickly as many small cases need it."""
    words = ["briefgen", *map(str, arguments)]
    out, err = io.StringIO(), io.StringIO()
    thresholds = gc.get_threshold()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(folder),
        mock.patch.object(sys, "argv", words),
        mock.patch.object(os, "sched_getaffinity", return_value={0}, create=True),  # forks none beside it
    ):
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        finally:
            gc.unfreeze()
            gc.set_threshold(*thresholds)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def build(
    *arguments: str | Path,
    output: Path,
    cache: Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Path:
    """Build briefs into a folder and return it; a build that fails fails the test with what it said."""
    done = run("build", *arguments, "-o", output, "--cache-dir", cache, "-q", folder=folder, environment=environment)
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return output


def copy(folder: Path) -> Path:
    """Copy a shipped brief, in its two shortest lengths, and the reports into a new folder, a project of its own."""
    spec = folder / POLICY_MAKERS
    spec.parent.mkdir(parents=True)
    text, count = re.subn("(?m)^lengths: .*", "lengths: [one-page, short]", (ROOT / POLICY_MAKERS).read_text("utf-8"))
    assert count == 1
    spec.write_text(text, "utf-8")
    shutil.copytree(ROOT / "assets" / "reports", folder / "reports")
    return folder
