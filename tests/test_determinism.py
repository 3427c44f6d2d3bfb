"""Same input, same bytes: wherever, whenever and in whatever environment a brief is built."""

import re
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

from .support.project import POLICY_MAKERS, ROOT, build, copy

EPOCH = 1577880000  # 2020-01-01T12:00:00Z: no date of the brief
ZIP_STEP = 2.1  # seconds; a zip file counts in steps of two
HERE = {"TZ": "EAST-14", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "WEST+11", "LC_ALL": "fr_FR.UTF-8", "PYTHONHASHSEED": "2"}
Built = Mapping[str, bytes]


def contents(folder: Path) -> Built:
    """Return all files under a folder by name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def built(top: Path, name: str, environment: Mapping[str, str], *arguments: str) -> Built:
    """Build the brief in a project folder and with a cache of its own."""
    project = copy(top / name)
    output = build(
        POLICY_MAKERS,
        *arguments,
        output=top / f"{name}-out",
        cache=top / f"{name}-cache",
        folder=project,
        environment=environment,
    )
    return contents(output)


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("determinism")


@pytest.fixture(scope="module")
def first(top: Path) -> Built:
    started = time.monotonic()
    files = built(top, "here", HERE)
    time.sleep(max(0.0, ZIP_STEP - (time.monotonic() - started)))
    return files


def same(one: Built, other: Built) -> None:
    """Fail with the first byte that differs of every file that differs."""
    assert one.keys() == other.keys()
    differing = []
    for name in one:
        a, b = one[name], other[name]
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
            around = slice(max(0, at - 40), at + 40)
            differing.append(f"{name}: {len(a)} and {len(b)} bytes, from {at}: {a[around]!r} and {b[around]!r}")
    assert not differing, "\n".join(differing)


def test_the_build_has_every_length_in_every_format(first: Built, top: Path) -> None:
    spec = yaml.safe_load((top / "here" / POLICY_MAKERS).read_text("utf-8"))
    kinds = sorted(name.rpartition(".")[2] for name in first)
    assert kinds == sorted(["json", *spec["formats"] * len(spec["lengths"])])


def test_another_folder_zone_locale_hash_seed_and_time_give_the_same_bytes(first: Built, top: Path) -> None:
    same(first, built(top, "there/deeper", THERE))


def test_cached_drawings_give_the_same_bytes(first: Built, top: Path) -> None:
    again = build(
        POLICY_MAKERS,
        output=top / "again",
        cache=top / "here-cache",
        folder=top / "here",
        environment=THERE,
    )
    same(first, contents(again))


def pdf_dates(data: bytes, path: Path) -> set[str]:
    """Return the dates of a PDF's information and metadata, as written."""
    path.write_bytes(data)
    with pikepdf.open(path) as pdf:
        info: Any = pdf.docinfo
        xmp = pdf.Root.Metadata.read_bytes().decode()
        found = {str(info[key]) for key in ("/CreationDate", "/ModDate")}
    return found | set(re.findall(r"xmp:(?:Create|Modify|Metadata)Date(?:>|=\")([^<\"]+)", xmp))


def deck_dates(data: bytes, path: Path) -> set[str]:
    """Return the dates of a deck's core properties, as written."""
    path.write_bytes(data)
    with zipfile.ZipFile(path) as deck:
        core = deck.read("docProps/core.xml").decode()
    return set(re.findall(r"<dcterms:(?:created|modified)[^>]*>([^<]+)<", core))


def dates(files: Built, folder: Path) -> set[str]:
    """Return every date of every artifact as its digits to the second."""
    found: set[str] = set()
    for name, data in files.items():
        if name.endswith(".pdf"):
            found |= pdf_dates(data, folder / "file.pdf")
        elif name.endswith(".pptx"):
            found |= deck_dates(data, folder / "file.pptx")
    return {re.sub(r"\D", "", date)[:14] for date in found}


def test_dates_in_the_files_follow_the_specs_as_of_date(first: Built, tmp_path: Path) -> None:
    as_of = yaml.safe_load((ROOT / POLICY_MAKERS).read_text("utf-8"))["as_of"]
    assert {d[:8] for d in dates(first, tmp_path)} == {as_of.strftime("%Y%m%d")}


def test_dates_in_the_files_follow_source_date_epoch(top: Path, tmp_path: Path) -> None:
    environment = {**THERE, "SOURCE_DATE_EPOCH": str(EPOCH)}
    files = built(top, "dated", environment, "--length", "one-page")
    assert dates(files, tmp_path) == {"20200101120000"}
