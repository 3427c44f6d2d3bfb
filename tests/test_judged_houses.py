"""Decks in templates of houses before the judges: those made for the tests, and two that LibreOffice ships."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation

from briefgen.diagnostics import Severity
from briefgen.model.theme import Theme
from briefgen.preflight.pptx import check
from briefgen.read.housetemplates import house

from .support import decks, documents
from .support.houses import HOUSES, dressed, written
from .test_judges import JUDGES, ask

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]
SHIPPED = ("Midnightblue", "Focus", "Progress")
LOW = ("Progress",)
"""Templates whose bands leave no room for the dozen slides of the document built by hand, which nothing shortens."""


def converted(file: Path, kind: str, folder: Path) -> Path:
    """Return a file as LibreOffice writes it in another format."""
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder,
        file,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.{kind}"


def themed(name: str, folder: Path) -> Theme:
    """Return a theme with a template: one of ours, or one of LibreOffice's."""
    if name in HOUSES:
        return dressed(name)
    program = shutil.which("soffice")
    assert program, "soffice is not installed: run tests/judges/setup"
    shipped = Path(program).resolve().parents[1] / "share" / "template" / "common" / "presnt" / f"{name}.otp"
    data = converted(shipped, "pptx", folder).read_bytes()
    return replace(decks.theme(), template=f"{name}.pptx", house=house(data, f"{name}.pptx", name), sha256=name)


@pytest.mark.parametrize("name", [*HOUSES, *SHIPPED])
def test_no_judge_has_anything_to_say(name: str, tmp_path: Path) -> None:
    theme = themed(name, tmp_path)
    document = documents.one_slide() if name in LOW else documents.standard()
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(document, theme))
    found = check(path.read_bytes(), marking=document.marking)
    assert [d.message for d in found if d.severity is Severity.ERROR] == []
    assert '"ok": true' in ask(JUDGES / "ooxml", path)
    assert ask(sys.executable, JUDGES / "overflow.py", path).endswith("no finding\n")


@pytest.mark.parametrize("name", ["own", "corporate"])
def test_a_trip_through_libreoffice_keeps_slides_charts_tables_and_notes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(documents.standard(), dressed(name)))
    back = tmp_path / "back"
    back.mkdir()
    returned = converted(converted(path, "odp", tmp_path), "pptx", back)
    assert held(returned.read_bytes()) == held(path.read_bytes())


def held(data: bytes) -> tuple[int, int, int, int]:
    """Return how many slides, charts, tables and slides with notes a deck has."""
    slides = list(Presentation(io.BytesIO(data)).slides)
    shapes = [s for slide in slides for s in slide.shapes]
    noted = [s for s in slides if s.has_notes_slide and s.notes_slide.notes_text_frame.text.strip()]
    return len(slides), sum(s.has_chart for s in shapes), sum(s.has_table for s in shapes), len(noted)
