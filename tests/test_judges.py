"""Every artifact of every shipped brief before every judge; each judge must also reject a file damaged for it."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import page as validator
import pikepdf
import pytest

from .support.house import settled
from .support.presented import lacking
from .support.project import ROOT, build, copy

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]
JUDGES = ROOT / "tests" / "judges"
PROFILES = ("PDFUA-1", "PDFA-2A")


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file under one profile."""

    passed: bool
    assertions: int
    broken: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """All files of the shipped briefs, of longer ones on another sheet, and of a house with its own theme."""
    top = tmp_path_factory.mktemp("judged")
    build(output=top / "out", cache=top / "cache")
    longer = copy(top / "longer") / "briefs" / "policy-makers.yaml"
    text = longer.read_text("utf-8").replace("page: A4", "page: Letter").replace("furniture: en", "furniture: fr")
    lengths = "lengths: {one-page: , short: , wide: {pages: 5, slides: 14}, full: }"
    longer.with_name("longer.yaml").write_text(re.sub("(?m)^lengths: .*", lengths, text), "utf-8")
    longer.unlink()
    report = next((top / "longer" / "reports").glob("*/report.yaml"))
    scaled = re.sub("(?m)^likelihood: .*", "likelihood: icd203", report.read_text("utf-8"))
    assert "likelihood: icd203" in scaled
    report.write_text(scaled, "utf-8")
    build(output=top / "out", cache=top / "cache", folder=top / "longer")
    build(output=top / "out", cache=top / "cache", folder=settled(top / "house"))
    specs = sorted(["longer", "harbour", *(p.stem for p in (ROOT / "briefs").glob("*.yaml"))])
    manifests = sorted((top / "out").glob("*/manifest.json"))
    assert [m.parent.name for m in manifests] == specs
    named = [m.parent / a["file"] for m in manifests for a in json.loads(m.read_text("utf-8"))["artifacts"]]
    on_disk = {p for p in (top / "out").rglob("*") if p.suffix in {".pdf", ".pptx"}}
    assert set(named) == on_disk
    return tuple(named)


@pytest.fixture(scope="session")
def pdfs(artifacts: tuple[Path, ...]) -> tuple[Path, ...]:
    found = tuple(p for p in artifacts if p.suffix == ".pdf")
    assert found
    return found


@pytest.fixture(scope="session")
def decks(artifacts: tuple[Path, ...]) -> tuple[Path, ...]:
    found = tuple(p for p in artifacts if p.suffix == ".pptx")
    assert found
    return found


@pytest.fixture(scope="session")
def damaged(pdfs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Copies of a PDF, each broken in one way that one judge must see."""
    folder = tmp_path_factory.mktemp("damaged")
    with_figure = next(p for p in pdfs if figures(p))
    copies = {name: folder / f"{name}.pdf" for name in ("unmarked", "no-alt", "no-metadata")}
    with pikepdf.open(with_figure) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(copies["unmarked"])
    with pikepdf.open(with_figure) as pdf:
        for element in elements(pdf.Root.StructTreeRoot):
            if element.get("/S") == "/Figure" and "/Alt" in element:
                del element.Alt
        pdf.save(copies["no-alt"])
    with pikepdf.open(with_figure) as pdf:
        del pdf.Root.Metadata
        pdf.save(copies["no-metadata"])
    return copies


def elements(node: pikepdf.Object) -> Iterable[pikepdf.Object]:
    """Yield the structure elements under a node."""
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def figures(path: Path) -> int:
    """Return how many tagged figures of a PDF have an alternative text."""
    with pikepdf.open(path) as pdf:
        tree = elements(pdf.Root.StructTreeRoot)
        return sum(e.get("/S") == "/Figure" and "/Alt" in e for e in tree)


@pytest.fixture(scope="session")
def verdicts(pdfs: tuple[Path, ...], damaged: Mapping[str, Path]) -> Mapping[tuple[Path, str], Verdict]:
    """What veraPDF says of the artifacts and the damaged files, all read by one JVM."""
    return validated(*pdfs, *damaged.values())


def validated(*files: Path, profiles: tuple[str, ...] = PROFILES) -> Mapping[tuple[Path, str], Verdict]:
    """Return what veraPDF says of files, by file and profile."""
    said = ask(JUDGES / "verapdf", ",".join(profiles), *files)
    found: dict[tuple[Path, str], Verdict] = {}
    for line in said.splitlines():
        if "\t" in line:
            file, profile, verdict, count = line.split("\t")
            last = found[Path(file), profile] = Verdict(verdict == "pass", int(count))
        else:
            last.broken.append(line.strip())
    assert len(found) == len(profiles) * len(files)
    return found


def ask(*command: str | Path, expected: Iterable[int] = (0, 1)) -> str:
    """Run a judge and return all that it says; one that is absent or could not be set up fails the test."""
    tool = str(command[0])
    assert shutil.which(tool), f"{tool} is not installed: run tests/judges/setup"
    done = subprocess.run(
        [str(c) for c in command],
        env=os.environ | {"PYTHON": sys.executable},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode in expected, f"{tool}: exit code {done.returncode}\n{done.stdout}"
    return done.stdout


def rejected(judge: Callable[[Path], list[str]], files: Iterable[Path]) -> str:
    """Return what a judge holds against files, a line for each finding."""
    return "\n".join(f"{f.parent.name}/{f.name}: {fault}" for f in files for fault in judge(f))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_pdf_passes_verapdf(profile, pdfs, verdicts):
    failed = {p.name: verdicts[p, profile].broken for p in pdfs if not verdicts[p, profile].passed}
    assert not failed
    assert all(verdicts[p, profile].assertions > 100 for p in pdfs)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_page_validation_passes_every_pdf_and_rejects_damage(profile, pdfs, damaged):
    said = {p: str(validator.validate_pdf(str(p), profile=profile)) for p in (*pdfs, *damaged.values())}
    assert [p.name for p in pdfs if "no failures" not in said[p]] == []
    assert "no failures" not in said[damaged["unmarked"]]


@pytest.mark.parametrize(
    ("damage", "profile", "clause"),
    [
        ("unmarked", "PDFUA-1", "6.2-1"),
        ("unmarked", "PDFA-2A", "6.7.2.2-1"),
        ("no-alt", "PDFUA-1", "7.3-1"),
        ("no-metadata", "PDFUA-1", "7.1-8"),
        ("no-metadata", "PDFA-2A", "6.6.2.1-1"),
    ],
)
def test_verapdf_rejects_damage(damage, profile, clause, damaged, verdicts):
    verdict = verdicts[damaged[damage], profile]
    assert not verdict.passed
    assert any(f" {clause} " in line for line in verdict.broken), verdict.broken


def qpdf(path: Path) -> list[str]:
    """Return qpdf's complaints; its exit code is 2 for errors and 3 for warnings."""
    said = ask("qpdf", "--check", path, expected={0, 2, 3})
    sound = "No syntax or stream encoding errors found" in said and "WARNING" not in said
    return [] if sound else said.splitlines()


def test_qpdf_finds_every_pdf_sound(pdfs):
    assert not rejected(qpdf, pdfs)


def test_qpdf_rejects_a_file_cut_short(pdfs, tmp_path):
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(pdfs[0].read_bytes()[:-2000])
    assert qpdf(cut)


def poppler(path: Path) -> list[str]:
    """Return what pdftoppm says while it draws every page: nothing, if all is well."""
    return ask("pdftoppm", "-r", "50", "-png", path, path.parent / "drawn").splitlines()


def test_poppler_draws_every_pdf_in_silence(pdfs, tmp_path):
    copies = [Path(shutil.copy(p, tmp_path / f"{i}-{p.name}")) for i, p in enumerate(pdfs)]
    assert not rejected(poppler, copies)
    assert list(tmp_path.glob("drawn*.png"))


def test_poppler_complains_of_a_broken_page(pdfs, tmp_path):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(pdfs[0]) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"BT /NoSuchFont 12 Tf (text) Tj ET Q Q Q")
        pdf.save(broken)
    assert poppler(broken)


def loose_fonts(path: Path) -> list[str]:
    """Return the fonts that a PDF names and does not carry."""
    lines = ask("pdffonts", path).splitlines()[2:]
    if not lines:
        return ["no font at all"]
    embedded = re.compile(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$")
    rows = [(line, embedded.search(line)) for line in lines]
    return [line for line, m in rows if m is None or m[1] != "yes"]


def test_every_font_is_embedded(pdfs):
    assert not rejected(loose_fonts, pdfs)


def test_a_font_that_is_not_embedded_is_found(pdfs, tmp_path):
    loose = tmp_path / "loose.pdf"
    with pikepdf.open(pdfs[0]) as pdf:
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        pdf.pages[0].Resources.Font["/Loose"] = pdf.make_indirect(helvetica)
        pdf.save(loose)
    assert [f for f in loose_fonts(loose) if "Helvetica" in f]


def open_xml(path: Path) -> list[str]:
    """Return the Open XML SDK's findings."""
    said = json.loads(ask(JUDGES / "ooxml", path))
    assert said["ok"] == (not said["errors"])
    return [str(e) for e in said["errors"]]


def test_the_open_xml_sdk_passes_every_deck(decks):
    assert not rejected(open_xml, decks)


def test_the_open_xml_sdk_rejects_an_element_out_of_place(decks, tmp_path):
    wrong = tmp_path / "wrong.pptx"
    changed(decks[0], wrong, lambda slide: slide.replace(b"<p:cSld", b"<p:extLst/><p:cSld", 1))
    assert open_xml(wrong)


def test_every_deck_has_all_for_who_presents_hears_or_edits_it(decks):
    assert not rejected(lambda path: list(lacking(path.read_bytes())), decks)


def overflow(path: Path) -> list[str]:
    """Return the texts that leave their boxes, as LibreOffice lays them out."""
    said = json.loads(ask(sys.executable, JUDGES / "overflow.py", "--json", path))
    assert said["paragraphs"] > 0
    return [str(f) for f in said["findings"]]


def test_all_text_stays_in_its_box(decks):
    assert not rejected(overflow, decks)


def test_a_text_too_long_for_its_box_is_found(decks, tmp_path):
    long = tmp_path / "long.pptx"
    run = re.compile(rb"(<a:t>[^<]{12,})(</a:t>)")
    changed(decks[0], long, lambda slide: run.sub(rb"\1" + b" and so on" * 200 + rb"\2", slide, count=1))
    assert overflow(long)


def changed(deck: Path, to: Path, change: Callable[[bytes], bytes]) -> None:
    """Write a copy of a deck with its first slide changed."""
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "ppt/slides/slide1.xml":
                part, before = change(part), part
                assert part != before
            new.writestr(name, part)
