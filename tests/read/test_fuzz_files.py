"""Real files, changed at random: reading and building give a result or findings in words, in time, and no half file.

A hundred and fifty cases here; ten thousand with BRIEFGEN_SLOW=1.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from briefgen import read
from briefgen.build import build
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.errors import InputError
from briefgen.resources import assets
from tests.support.project import ROOT

from . import mutations
from .sample import FILES

pytestmark = pytest.mark.slow
SLOW = os.environ.get("BRIEFGEN_SLOW") == "1"
READ_CASES, BUILD_CASES = (10_000, 250) if SLOW else (150, 12)
SECONDS_TO_READ, SECONDS_TO_BUILD = 20, 180
SHIPPED = {
    **{f"briefs/{p.name}": p.read_text("utf-8") for p in (ROOT / "briefs").glob("*.yaml")},
    **{f"themes/{p.name}": p.read_text("utf-8") for p in (assets() / "themes").glob("*.yaml")},
    **{
        f"reports/{p.relative_to(assets() / 'reports').as_posix()}": p.read_text("utf-8")
        for p in sorted((assets() / "reports").rglob("*"))
        if p.suffix in (".yaml", ".csv")
    },
}
"""The files of the checkout, as a project of its own."""

PROJECTS = {"small": FILES, "shipped": SHIPPED}


def fuzz(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


@contextlib.contextmanager
def within(seconds: int) -> Iterator[None]:
    """End what takes longer."""

    def late(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    former = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return each project written into a folder of its own, which every case leaves as it was."""
    found = {}
    for name, files in PROJECTS.items():
        found[name] = tmp_path_factory.mktemp(name)
        for file, text in files.items():
            path = found[name] / "project" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return found


@contextlib.contextmanager
def changed(folder: Path, files: dict[str, str], changes: dict[str, bytes]) -> Iterator[read.Project]:
    """Yield a project with some files changed."""
    try:
        for name, data in changes.items():
            (folder / "project" / name).write_bytes(data)
        yield read.find(folder / "project")
    finally:
        for name in changes:
            (folder / "project" / name).write_bytes(files[name].encode())


def sound(found: tuple[Diagnostic, ...], changes: dict[str, bytes]) -> None:
    """Check that findings say what is wrong, and where."""
    for d in found:
        assert d.code in read.codes()
        assert d.message
        assert d.file
        assert (d.line is None) == (d.column is None)
        if d.line is not None and d.file in changes:
            lines = changes[d.file].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
            assert 1 <= d.line <= len(lines.splitlines()) + 1, d
            assert d.column >= 1
    assert list(found) == sorted(found, key=lambda d: (d.file or "", d.line or 0, d.column or 0))


@fuzz(READ_CASES)
@given(st.data())
def test_any_change_of_a_real_file_is_read_or_told(folders: dict[str, Path], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(("small", "small", "shipped")))
    files, folder = PROJECTS[name], folders[name]
    changes = data.draw(mutations.of_files(files))
    with changed(folder, files, changes) as project, within(SECONDS_TO_READ):
        try:
            told = read.load(read.specs(project), project, folder / "cache", also=read.own(project)).diagnostics
            assert all(d.severity is Severity.WARNING for d in told)
        except InputError as error:
            told = error.diagnostics
            assert any(d.severity is Severity.ERROR for d in told)
    event(f"{name}: {'told' if any(d.severity is Severity.ERROR for d in told) else 'read'}")
    sound(told, changes)


TAME = st.sampled_from(
    [
        *("", "A", "Kabul", "main", "talks", "trade", "russia", "Moscow wants calm.", "It may depend.", "[@self-2021]"),
        *("fr", "Letter", "pptx", "full", "standard", "TLP:RED", "2021-07-08", "2021", "1990/2030", "2021-08/2021-09"),
        *("Donaudampfschiffahrt" * 12, "word " * 50, "Ünïcode — “quotes” …", "طالبان", "a\u00a0b\u200bc", "<b>&amp;"),
        *(0, 1, 2, 5, 12, 50, 100, 0.5, 1e9, -1, True, None, [], {}),
    ]
)


@fuzz(BUILD_CASES)
@given(st.data())
def test_any_change_of_a_real_file_is_built_or_told(folders: dict[str, Path], data: st.DataObject) -> None:
    folder = folders["small"]
    names = [n for n in FILES if n.endswith(".yaml")]
    name = data.draw(st.sampled_from(names))
    changes = {name: data.draw(mutations.of_values(FILES[name], TAME) | mutations.of_lines(FILES[name]))}
    out = folder / "project" / "out"
    with changed(folder, FILES, changes), within(SECONDS_TO_BUILD):
        try:
            build((), output=out, root=folder / "project", cache_folder=folder / "cache")
        except InputError as error:
            sound(error.diagnostics, changes)
            assert not out.exists()
            event("told")
            return
    event("built")
    (made,) = out.iterdir()
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    hashes = {a["file"]: a["sha256"] for a in manifest["artifacts"]}
    there = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in made.iterdir() if p.name != "manifest.json"}
    assert there == hashes
    shutil.rmtree(out)


def test_both_projects_are_right_as_they_are(folders: dict[str, Path]) -> None:
    for name, files in PROJECTS.items():
        with changed(folders[name], files, {}) as project:
            assert read.load(read.specs(project), project, also=read.own(project)).diagnostics == ()
