"""Killed at any moment: every file is whole, the former or the new one, and the next build makes all new."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.build.output import ABANDONED, STAGING, publish
from tests.read.sample import FILES, write
from tests.support.project import ROOT

from .killed import NEW, OLD

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
STEPS_MOST = 40
TITLES = ("Moscow wants calm", "Moscow wants peace")


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


def staging(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.name.startswith(STAGING)]


def age(folder: Path) -> None:
    """Make what a killed build left as old as it must be to be told from a build that runs."""
    for left in staging(folder):
        then = time.time() - ABANDONED - 1
        os.utime(left, (then, then))


def test_a_kill_at_any_step_leaves_whole_files_and_the_manifest_last(tmp_path: Path) -> None:
    for step in range(1, STEPS_MOST):
        folder = tmp_path / str(step)
        publish({folder: OLD})
        command = [sys.executable, "-m", "tests.build.killed", folder, str(step)]
        ended = subprocess.run(command, env=ENVIRONMENT, check=False).returncode
        found = files(folder)
        assert found.keys() == OLD.keys()
        assert all(found[n] in (OLD[n], NEW[n]) for n in found)
        if found["manifest.json"] == NEW["manifest.json"]:
            assert found == NEW
        age(folder)
        publish({folder: NEW})
        assert files(folder) == NEW
        assert staging(folder) == []
        if ended == 0:
            break
    else:
        pytest.fail(f"more than {STEPS_MOST} steps")
    assert step > 12


def test_the_staging_folder_of_a_build_that_runs_is_let_be(tmp_path: Path) -> None:
    running = tmp_path / f"{STAGING}other"
    running.mkdir()
    publish({tmp_path: OLD})
    assert staging(tmp_path) == [running]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample project, built with both titles into `first` and `second`, and with the first into `out`."""
    folder = tmp_path_factory.mktemp("killed")
    write(folder)
    for number, output in ((0, "first"), (1, "second"), (0, "out")):
        title(folder, number)
        build((), output=folder / output, root=folder, formats=("pdf",), cache_folder=folder / "cache")
    return folder


def title(project: Path, number: int) -> None:
    text = FILES["briefs/small.yaml"].replace(TITLES[0], TITLES[number])
    (project / "briefs" / "small.yaml").write_text(text)


def killed(project: Path, chance: random.Random, longest: float) -> bool:
    """Start a build and kill it, at a random moment or as soon as it writes; tell whether it had not ended."""
    out = project / "out" / "small"
    command = [sys.executable, "-m", "briefgen", "build", "--format", "pdf", "-q", "--cache-dir", project / "cache"]
    child = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    end = time.monotonic() + (20 if chance.random() < 0.5 else chance.random() * longest)
    while time.monotonic() < end and child.poll() is None:
        if end - time.monotonic() > longest and staging(out):
            break
        time.sleep(0.0005)
    child.kill()
    return child.wait() != 0


def check_kills(project: Path, count: int) -> None:
    """Kill builds, and hold what is there against both versions; then let one end."""
    chance = random.Random(count)
    out = project / "out" / "small"
    versions = [files(project / name / "small") for name in ("first", "second")]
    begun = time.monotonic()
    title(project, 1)
    build((), output=project / "out", root=project, formats=("pdf",), cache_folder=project / "cache")
    longest = 3 * (time.monotonic() - begun) + 0.5
    cut = 0
    for turn in range(count):
        title(project, turn % 2)
        cut += killed(project, chance, longest)
        found = files(out)
        assert found.keys() == versions[0].keys()
        for name, data in found.items():
            assert data in [version[name] for version in versions], f"{name} is torn"
        for left in staging(out):
            shutil.rmtree(left)
    for number in (0, 1):
        title(project, number)
        build((), output=project / "out", root=project, formats=("pdf",), cache_folder=project / "cache")
        assert files(out) == versions[number]
    assert staging(out) == []
    assert cut > count / 4


def test_builds_killed_at_random_leave_whole_files_and_the_next_mends(project: Path) -> None:
    check_kills(project, 16)


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("BRIEFGEN_SLOW") != "1", reason="slow tests are turned on by BRIEFGEN_SLOW=1")
def test_many_builds_killed_at_random_leave_whole_files(project: Path) -> None:
    check_kills(project, 300)


def test_a_file_that_is_not_its_manifests_is_made_anew(project: Path) -> None:
    folder = project / "torn"
    shutil.copytree(project / "first", folder)
    shutil.copy(project / "second" / "small" / "small-short.pdf", folder / "small")
    title(project, 0)
    build((), output=folder, root=project, formats=("pdf",), cache_folder=project / "cache")
    assert files(folder / "small") == files(project / "first" / "small")
