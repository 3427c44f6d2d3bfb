"""Marked and encrypted copies of the shipped brief, in each theme and on each sheet, before every judge."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pptx
import pypdfium2
import pytest

from briefgen.distribute import deckmark, pdfmark, protect
from briefgen.resources import asset
from briefgen.typeset import fonts
from tests.support.project import build, copy
from tests.test_judges import JUDGES, ask, loose_fonts, open_xml, overflow, poppler, qpdf, rejected

from .support import FONT, MARGIN, SIDE

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]
WIDEST = asset("fonts", "LiberationSans-Regular.ttf")
"""As wide as Arial, which the wider of both decks has."""
PASSWORD = 'correct "horse" & ßtáple'
NAME = "Łukasz Żółkowski and Анна Ёлкина · exemplaire 1234"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    top = tmp_path_factory.mktemp("marked")
    project = copy(top / "project")
    (spec,) = (project / "briefs").glob("policy-makers.yaml")
    text = spec.read_text("utf-8")
    for theme, sheet in (("chancery", "A4"), ("meridian", "Letter")):
        dressed = re.sub("(?m)^theme: .*", f"theme: {theme}", text).replace("page: A4", f"page: {sheet}")
        lengths = re.sub("(?m)^lengths: .*", "lengths: {one-page: , wide: {pages: 5, slides: 12}}", dressed)
        spec.with_name(f"{theme}.yaml").write_text(lengths, "utf-8")
    for other in (project / "briefs").glob("*.yaml"):
        if other.stem not in ("chancery", "meridian"):
            other.unlink()
    build(output=top / "out", cache=top / "cache", folder=project)
    made = []
    for path in sorted((top / "out").rglob("*.p*")):
        data, into = path.read_bytes(), path.with_name(f"marked-{path.name}")
        if path.suffix == ".pdf":
            base = pdfmark.prepare(data, MARGIN)
            into.write_bytes(base.data + pdfmark.update(base, NAME, FONT))
        else:
            wide = fonts.width(WIDEST, NAME, SIDE.size)
            into.write_bytes(deckmark.marked(deckmark.prepare(data, SIDE), NAME, wide))
        made.append(into)
    assert len(made) == 8
    return tuple(made)


def of(copies: tuple[Path, ...], kind: str) -> list[Path]:
    return [p for p in copies if p.suffix == kind]


def test_marked_pdfs_are_accessible_and_archival(copies: tuple[Path, ...]) -> None:
    said = ask(JUDGES / "verapdf", "PDFUA-1,PDFA-2A", *of(copies, ".pdf"))
    assert said.count("\tpass\t") == 8, said


@pytest.mark.parametrize("judge", [qpdf, poppler, loose_fonts])
def test_marked_pdfs_are_well_formed(copies: tuple[Path, ...], judge) -> None:
    assert not rejected(judge, of(copies, ".pdf"))


@pytest.mark.parametrize("judge", [open_xml, overflow])
def test_marked_decks_are_what_powerpoint_allows(copies: tuple[Path, ...], judge) -> None:
    assert not rejected(judge, of(copies, ".pptx"))


def locked(path: Path, folder: Path) -> Path:
    """Return an encrypted copy."""
    into = folder / f"locked-{path.name}"
    into.write_bytes((protect.pdf if path.suffix == ".pdf" else protect.deck)(path.read_bytes(), PASSWORD))
    return into


def unlocked(deck: Path, password: str, folder: Path) -> Path | None:
    """Return a deck as an office program prints it that was given a password; None where it does not open it."""
    assert shutil.which("soffice"), "soffice is not installed: run tests/judges/setup"
    printed = folder / f"{deck.stem}.pdf"
    printed.unlink(missing_ok=True)
    done = subprocess.run([sys.executable, JUDGES / "unlock.py", deck, password, printed], check=False)
    return printed if done.returncode == 0 else None


def test_an_office_program_opens_an_encrypted_deck_with_its_password_alone(
    copies: tuple[Path, ...], tmp_path: Path
) -> None:
    for deck in (d for d in of(copies, ".pptx") if "wide" in d.name):
        shut = locked(deck, tmp_path)
        printed = unlocked(shut, PASSWORD, tmp_path)
        assert printed, deck
        slides = pptx.Presentation(str(deck)).slides
        with closing(pypdfium2.PdfDocument(printed)) as found:
            texts = [page.get_textpage().get_text_bounded() for page in found]
        assert len(texts) == len(slides)
        assert all("exemplaire1234" in "".join(text.split()) for text in texts), texts
    assert unlocked(shut, PASSWORD.upper(), tmp_path) is None
    assert unlocked(shut, "", tmp_path) is None


def test_encrypted_pdfs_are_sound_and_accessible_behind_their_password(
    copies: tuple[Path, ...], tmp_path: Path
) -> None:
    opened = []
    for pdf in of(copies, ".pdf"):
        shut = locked(pdf, tmp_path)
        said = ask("qpdf", "--check", f"--password={PASSWORD}", shut)
        assert "No syntax or stream encoding errors found" in said
        assert "extract for accessibility: allowed" in said
        assert "stream encryption method: AESv3" in said
        assert "invalid password" in ask("qpdf", "--check", shut, expected={2})
        assert "exemplaire 1234" in ask("pdftotext", "-upw", PASSWORD, shut, "-")
        opened.append(tmp_path / f"opened-{pdf.name}")
        ask("qpdf", "--decrypt", f"--password={PASSWORD}", shut, opened[-1])
    assert ask(JUDGES / "verapdf", "PDFUA-1", *opened).count("\tpass\t") == 4
