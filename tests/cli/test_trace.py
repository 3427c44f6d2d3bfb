"""`briefgen trace`: a finished file tells of itself, in any folder."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.pdf.samples import trace, written
from tests.support import decks, documents
from tests.support.project import ROOT, run


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trace") / "brief.pdf"
    path.write_bytes(written(documents.one_page()))
    return path


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trace") / "brief.pptx"
    path.write_bytes(decks.standard())
    return path


def test_each_unit_has_a_line_with_its_page_paragraphs_and_references(pdf: Path) -> None:
    done = run("trace", pdf.name, folder=pdf.parent)
    assert (done.returncode, done.stderr) == (0, "")
    head, _, rows = done.stdout.partition("\n\n")
    record = trace(documents.one_page())
    assert head.splitlines() == [
        f"title        {record.title}",
        f"brief        {record.brief}, edition {record.edition}",
        f"length       {record.length}, 2 pages",
        f"report       {record.report}, sha256 {record.report_sha256}",
    ]
    first, *lines = [line.split() for line in rows.splitlines()]
    assert first == ["page", "unit", "paragraphs", "references"]
    assert [(page, unit) for page, unit, *_ in lines] == sorted((str(n), u.id) for u in record.units for n in u.at)


def test_json_holds_the_record_and_one_page_of_it(deck: Path) -> None:
    whole = json.loads(run("trace", deck, "--json").stdout)
    assert " ".join(whole) == (
        "file slides schema brief edition title short_title as_of length format report report_sha256 units hashes "
        "marking figures texts"
    )
    assert (whole["file"], whole["format"], whole["schema"]) == (deck.as_posix(), "pptx", "briefgen/trace/1")
    slide = whole["units"][0]["at"][0]
    part = json.loads(run("trace", deck, "--json", "--page", str(slide)).stdout)
    assert part == whole | {"units": [u for u in whole["units"] if slide in u["at"]]}
    assert list(part["units"][0]) == ["id", "at", "paragraphs", "references"]


def test_one_slide_is_shown_alone_and_one_without_units_says_so(deck: Path) -> None:
    rows = run("trace", deck, "--page", "1").stdout.partition("\n\n")[2]
    assert rows == "slide 1 shows no unit\n"
    rows = run("trace", deck, "--page", "3").stdout.partition("\n\n")[2]
    assert {line.split()[0] for line in rows.splitlines()[1:]} == {"3"}


def test_a_terminal_gets_a_table_that_keeps_to_its_width(pdf: Path) -> None:
    main, other = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "briefgen", "trace", pdf],
        stdout=other,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "60", "TERM": "dumb"},
        check=True,
    )
    os.close(other)
    text = ""
    try:
        while part := os.read(main, 1 << 16):
            text += part.decode()
    except OSError:  # how Linux says that the other side is closed
        pass
    _, _, rows = text.replace("\r", "").partition("\n\n")
    assert "────" in rows
    assert max(map(len, rows.splitlines())) <= 60


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.pdf", "error[BG908] nowhere.pdf is not there\n    hint: name one .pdf or .pptx"),
        ("folder", "error[BG908] folder is a folder\n    hint: name one .pdf or .pptx"),
        ("note.txt", "error[BG909] note.txt is neither a PDF nor a PowerPoint file\n    hint: name a .pdf or .pptx"),
        ("half.pdf", "error[BG910] half.pdf is damaged\n    hint: fetch it again"),
        ("half.pptx", "error[BG910] half.pptx is damaged\n    hint: fetch it again"),
    ],
)
def test_what_is_no_brief_of_ours_is_told(name: str, words: str, pdf: Path, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "note.txt").write_text("hello", "utf-8")
    (tmp_path / "half.pdf").write_bytes(pdf.read_bytes()[:9000])
    (tmp_path / "half.pptx").write_bytes(deck.read_bytes()[:9000])
    done = run("trace", name, folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(words)


def test_a_page_that_there_is_not_is_told_and_a_number_that_cannot_be_is_a_matter_of_usage(pdf: Path) -> None:
    done = run("trace", pdf.name, "--page", "3", folder=pdf.parent)
    assert done.returncode == 1
    assert done.stderr.startswith("error[BG911] brief.pdf has no page 3\n    hint: it has 2 pages\n")
    assert run("trace", pdf, "--page", "0").returncode == 2
    assert run("trace").returncode == 2
