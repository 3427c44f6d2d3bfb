"""From a folder of YAML to artifacts and manifest: what is made, kept, refused."""

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from briefgen.build import build
from briefgen.errors import InputError
from tests.support.project import ROOT, copy


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    root = copy(tmp_path_factory.mktemp("project") / "p")
    build((), output=root / "out", root=root, cache_folder=cache)
    return root


def manifest(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "out" / "policy-makers" / "manifest.json").read_text("utf-8"))
    return found


KEYS = (
    "schema briefgen brief edition title issuer as_of spec report theme artifacts withheld",
    "file sha256 format length language marking page pages slides fill words statements events figures references "
    "left_out hashes",
)


def test_the_manifest_has_the_keys_it_promises(project: Path) -> None:
    found = manifest(project)
    assert " ".join(found) == KEYS[0]
    assert all(" ".join(a) == KEYS[1] for a in found["artifacts"])
    assert found["schema"] == "briefgen/manifest/1"


def test_budgets_are_kept_and_pages_are_full(project: Path) -> None:
    by = {(a["length"], a["format"]): a for a in manifest(project)["artifacts"]}
    assert by["one-page", "pdf"]["pages"] == 1
    assert by["short", "pdf"]["pages"] == 2
    assert by["one-page", "pptx"]["slides"] == 1
    assert by["short", "pptx"]["slides"] <= 6
    for length in ("one-page", "short"):
        assert min(by[length, "pdf"]["fill"]) >= 0.9
    assert set(by["short", "pptx"]["figures"]) >= {"stances", "dates", "trade"}


def test_lengths_nest_in_each_format(project: Path) -> None:
    by = {(a["length"], a["format"]): a for a in manifest(project)["artifacts"]}
    for kind in ("pdf", "pptx"):
        for key in ("statements", "events", "figures"):
            assert set(by["one-page", kind][key]) <= set(by["short", kind][key]), (kind, key)


def test_hashes_are_those_of_the_files(project: Path) -> None:
    for a in manifest(project)["artifacts"]:
        data = (project / "out" / "policy-makers" / a["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == a["sha256"]


def test_nothing_changed_means_nothing_made(project: Path, cache: Path) -> None:
    folder = project / "out" / "policy-makers"
    before = {p.name: p.stat().st_mtime_ns for p in folder.iterdir()}
    done = build((), output=project / "out", root=project, cache_folder=cache)
    assert [b.made for b in done.briefs] == [()] * len(done.briefs)
    assert {p.name: p.stat().st_mtime_ns for p in folder.iterdir()} == before


def test_a_damaged_artifact_is_made_again(project: Path, cache: Path) -> None:
    file = project / "out" / "policy-makers" / "policy-makers-one-page.pdf"
    whole = file.read_bytes()
    file.write_bytes(whole[:-100])
    done = build((), output=project / "out", root=project, cache_folder=cache, lengths=("one-page",), formats=("pdf",))
    assert {b.name: b.made for b in done.briefs if b.made} == {"policy-makers": ("policy-makers-one-page.pdf",)}
    assert file.read_bytes() == whole


def test_a_build_of_one_length_keeps_the_entries_of_the_others(tmp_path: Path, project: Path, cache: Path) -> None:
    output = tmp_path / "out"
    build((), output=output, root=project, cache_folder=cache, lengths=("one-page",), formats=("pdf",))
    build((), output=output, root=project, cache_folder=cache, lengths=("short",), formats=("pdf",))
    found = json.loads((output / "policy-makers" / "manifest.json").read_text("utf-8"))
    assert [(a["length"], a["format"]) for a in found["artifacts"]] == [("one-page", "pdf"), ("short", "pdf")]


def test_two_processes_make_the_same_bytes(tmp_path: Path, project: Path, cache: Path) -> None:
    build((), output=tmp_path, root=project, cache_folder=cache, jobs=2)
    for a in manifest(project)["artifacts"]:
        here = project / "out" / "policy-makers" / a["file"]
        assert (tmp_path / "policy-makers" / a["file"]).read_bytes() == here.read_bytes()


def test_wrong_input_writes_nothing_and_leaves_the_former_files(tmp_path: Path, cache: Path) -> None:
    root = copy(tmp_path / "p")
    build((), output=root / "out", root=root, cache_folder=cache, lengths=("one-page",), formats=("pdf",))
    before = {p.name: p.read_bytes() for p in (root / "out" / "policy-makers").iterdir()}
    spec = root / "briefs" / "policy-makers.yaml"
    spec.write_text(spec.read_text("utf-8").replace("sections: [takeover", "sections: [takover"), "utf-8")
    with pytest.raises(InputError) as caught:
        build((), output=root / "out", root=root, cache_folder=cache)
    assert "briefs/policy-makers.yaml:" in str(caught.value)
    assert "takeover" in str(caught.value)
    assert {p.name: p.read_bytes() for p in (root / "out" / "policy-makers").iterdir()} == before


def test_too_large_a_pinned_set_is_told_with_points_and_writes_nothing(tmp_path: Path, cache: Path) -> None:
    root = copy(tmp_path / "p")
    spec = root / "briefs" / "policy-makers.yaml"
    many = (
        "two-agendas, credibility, china-first, containment, lesser-evil, one-ally, trade-2019, mixed-results, "
        "no-stake, kabul-lines, release-funds, shared-view, frontier-base, eu-aid"
    )
    text = spec.read_text("utf-8").replace("pin:\n", f"pin:\n  one-page: [{many}]\n")
    spec.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        build((), output=root / "out", root=root, cache_folder=cache, formats=("pdf",))
    assert "BG502" in str(caught.value)
    assert "pt needed" in str(caught.value)
    assert not (root / "out").exists()


def test_a_build_that_is_ended_leaves_the_former_files_and_no_partial_one(tmp_path: Path, cache: Path) -> None:
    root = copy(tmp_path / "p")
    build((), output=root / "out", root=root, cache_folder=cache, lengths=("one-page",), formats=("pdf",))
    folder = root / "out" / "policy-makers"
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    spec = root / "briefs" / "policy-makers.yaml"
    spec.write_text(spec.read_text("utf-8").replace("audience: ", "audience: other "), "utf-8")
    for after in (0.15, 0.4, 0.8):
        child = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "build", "--cache-dir", str(tmp_path / "empty"), "-q"],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(after)
        child.kill()
        child.wait()
        assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before
