"""Where output cannot be written: told in words, exit code 1, and what was there before stays as it was."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.read.sample import FILES, write
from tests.support.project import ROOT, run

CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24
LINUX = sys.platform == "linux"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample project with its PDFs built."""
    folder = tmp_path_factory.mktemp("built") / "project"
    write(folder)
    done = run("build", "--format", "pdf", "--cache-dir", folder.parent / "cache", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a project with former output and a title that has changed since."""
    folder = Path(shutil.copytree(built, tmp_path / "project"))
    spec = folder / "briefs" / "small.yaml"
    spec.write_text(FILES["briefs/small.yaml"].replace("Moscow wants calm", "Moscow wants peace"))
    (tmp_path / "cache").symlink_to(built.parent / "cache")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def build(
    project: Path, *more: str | Path, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build the PDFs in a process of its own, in which `before` is called first."""
    command = [sys.executable, "-m", "briefgen", "build", "--format", "pdf", "--cache-dir", project.parent / "cache"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, *more], cwd=project, env=environment, preexec_fn=before, capture_output=True, text=True, check=False
    )


def refused(done: subprocess.CompletedProcess[str], where: str, why: str, remedy: str) -> None:
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.splitlines()[:2] == [
        f"error[BG901] cannot write into {where}: {why}",
        f"    hint: choose another folder with -o, or {remedy}; what was there before is untouched",
    ]


def without_override() -> None:
    """Let the rights of files hold for root too."""
    assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0


@pytest.mark.skipif(not LINUX, reason="rights are given up by a call of Linux")
def test_a_folder_that_may_not_be_written_into_is_told(project: Path) -> None:
    folder = project / "out" / "small"
    before = contents(project)
    folder.chmod(0o555)
    try:
        done = build(project, before=without_override if os.geteuid() == 0 else None)
    finally:
        folder.chmod(0o755)
    refused(done, "out/small", "Permission denied", "change its rights")
    assert contents(project) == before


def test_a_file_in_the_place_of_the_folder_is_told(project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / "elsewhere" / "small").write_text("mine")
    before = contents(project)
    refused(
        build(project, "-o", "elsewhere"), "elsewhere/small", "Not a directory", "move away what stands in its place"
    )
    assert contents(project) == before


def test_a_file_named_as_the_output_folder_is_a_matter_of_usage(project: Path) -> None:
    (project / "elsewhere").write_text("mine")
    before = contents(project)
    done = build(project, "-o", "elsewhere")
    assert done.returncode == 2
    assert "Directory 'elsewhere' is a file" in done.stderr
    assert contents(project) == before


def test_a_folder_in_the_place_of_a_file_is_told(project: Path) -> None:
    file = project / "out" / "small" / "small-short.pdf"
    file.unlink()
    file.mkdir()
    before = contents(project)
    done = build(project)
    why = "small-short.pdf: a folder stands in its place"
    refused(done, "out/small", why, "move away what stands in its place")
    assert contents(project) == before


def test_a_file_that_somebody_reads_keeps_its_former_content_for_them(project: Path) -> None:
    file = project / "out" / "small" / "small-short.pdf"
    former = file.read_bytes()
    with file.open("rb") as reader:
        assert build(project).returncode == 0
        assert reader.read() == former
    assert file.read_bytes() != former


@pytest.mark.skipif(not LINUX, reason="file sizes are limited by a call of Unix")
def test_a_limit_on_the_size_of_files_is_told(project: Path) -> None:
    before = contents(project)
    done = build(project, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    refused(done, "out/small", "small-one-page.pdf: File too large", "free space")
    assert contents(project) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 32 kB; such a disk takes root and a kernel that lets it mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", folder]
    if not LINUX or os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told(project: Path, small_disk: Path) -> None:
    (small_disk / "small").mkdir()
    (small_disk / "small" / "small-one-page.pdf").write_bytes(b"former")
    done = build(project, "-o", small_disk)
    refused(done, f"{small_disk}/small", "small-one-page.pdf: No space left on device", "free space")
    assert contents(small_disk) == {"small/small-one-page.pdf": b"former"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("list", "units"), ("check", "--json"), ("explain", "BG901")], ids=" ".join)
def test_a_full_disk_behind_standard_output_is_told(arguments: tuple[str, ...], project: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *arguments],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[:2] == [
        "error[BG901] cannot write to standard output: No space left on device",
        "    hint: free space, or send the output elsewhere",
    ]


def test_who_reads_no_further_ends_the_command_quietly(project: Path) -> None:
    command = [sys.executable, "-m", "briefgen", "list", "units"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0
