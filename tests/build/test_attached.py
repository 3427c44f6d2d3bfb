"""A PDF that carries its data: PDF/A-3a by the judges, its files named, typed, dated and the same each time."""

import csv
import hashlib
import io
import json
import os
import subprocess
from pathlib import Path

import page as validator
import pikepdf
import pytest

from briefgen.build import build
from briefgen.preflight import pdf
from tests.read.sample import FILES, write
from tests.support.project import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("attached")
    write(root, {"briefs/small.yaml": FILES["briefs/small.yaml"] + "attach: data\n"})
    build((), output=root / "out", root=root, cache_folder=root / "cache")
    return root / "out" / "small"


def test_figures_and_trace_lie_in_the_file(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for entry in (e for e in manifest["artifacts"] if e["format"] == "pdf"):
        with pikepdf.open(folder / entry["file"]) as file:
            assert sorted(file.attachments) == sorted([*(f"{f}.csv" for f in entry["figures"]), "trace.json"])
            assert len(file.Root.AF) == len(file.attachments)
            for name, spec in file.attachments.items():
                data = spec.get_file().read_bytes()
                stream = spec.obj.EF.F
                assert spec.obj.AFRelationship == "/Data"
                assert str(spec.obj.Desc)
                assert stream.Params.Size == len(data)
                assert bytes(stream.Params.CheckSum) == hashlib.md5(data).digest()
                assert str(stream.Subtype) == ("/application/json" if name == "trace.json" else "/text/csv")
                if name.endswith(".csv"):
                    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
                    assert len({len(row) for row in found}) == 1
            trace = json.loads(file.attachments["trace.json"].get_file().read_bytes())
            assert {u["id"] for u in trace["units"]} == set(entry["statements"])


def test_an_outside_judge_finds_a_whole_tagged_file(folder: Path) -> None:
    for path in folder.glob("*.pdf"):
        assert "no failures" in str(validator.validate_pdf(str(path), profile="ua1"))


@pytest.mark.parametrize("lack", ["/Desc", "/AFRelationship", "/UF"])
def test_preflight_misses_what_a_file_does_not_say(folder: Path, lack: str) -> None:
    path = sorted(folder.glob("*.pdf"))[0]
    assert pdf.check(path.read_bytes()) == ()
    with pikepdf.open(path) as file:
        del file.Root.AF[0][lack]
        out = io.BytesIO()
        file.save(out)
    assert [d.code for d in pdf.check(out.getvalue())] == ["BG813"]


def test_preflight_misses_a_file_that_is_associated_with_nothing(folder: Path) -> None:
    with pikepdf.open(sorted(folder.glob("*.pdf"))[0]) as file:
        del file.Root.AF
        out = io.BytesIO()
        file.save(out)
    assert [d.code for d in pdf.check(out.getvalue())] == ["BG813"]


@pytest.mark.judge
@pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1")
def test_verapdf_finds_pdf_a_3a_and_pdf_ua(folder: Path, tmp_path: Path) -> None:
    judge = ROOT / "tests" / "judges" / "verapdf"
    good = sorted(folder.glob("*.pdf"))
    with pikepdf.open(good[0]) as file:
        del file.Root.AF[0]["/AFRelationship"]
        file.save(tmp_path / "bad.pdf")
    command = [judge, "PDFUA-1,PDFA-3A", *good, tmp_path / "bad.pdf"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for path in good:
        assert [line.split("\t")[1:3] for line in said.splitlines() if line.startswith(f"{path}\t")] == [
            ["PDFUA-1", "pass"],
            ["PDFA-3A", "pass"],
        ]
    assert f"{tmp_path / 'bad.pdf'}\tPDFA-3A\tpass" not in said
    assert f"{tmp_path / 'bad.pdf'}\tPDFA-3A" in said
