"""Titles and quotations from right to left in finished files: as they are written for who listens or copies."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import page as validator
import pikepdf
import pytest
from pptx import Presentation

from briefgen.build import build
from briefgen.errors import InputError
from briefgen.resources import asset
from tests.read.sample import OWN_THEME, own_theme, write
from tests.support.extracted import elements, squeezed
from tests.support.leftward import ARABIC, DARI, DARI_BOOK, PASHTO, URDU, URDU_PAPER, URDU_TITLE, files


def made(folder: Path, theme: str, page: str, kind: str) -> bytes:
    write(folder, files(theme, page))
    build((), output=folder / "out", root=folder, formats=(kind,))
    return (folder / "out" / "small" / f"small-standard.{kind}").read_bytes()


def spoken(data: bytes) -> list[tuple[str, str]]:
    """Return language and words of all that is set apart, in reading order."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as file:

        def walk(element: pikepdf.Dictionary) -> None:
            if "/ActualText" in element and element.S == "/Span":
                found.append((str(element.get("/Lang", "")), str(element.ActualText)))
            kids = element.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    walk(kid)

        walk(file.Root.StructTreeRoot.K[0])
    return found


@pytest.mark.parametrize(("theme", "page"), [("chancery", "A4"), ("meridian", "Letter")])
def test_a_pdf_has_each_as_it_is_written_and_in_its_language(theme: str, page: str, tmp_path: Path) -> None:
    data = made(tmp_path, theme, page, "pdf")
    assert spoken(data)[:6] == [
        ("fa-AF", DARI),
        ("ps", PASHTO),
        ("ur", URDU),
        ("ar", ARABIC),
        ("ur", f"“{URDU_TITLE}”"),
        ("ur", URDU_PAPER),
    ]
    assert ("fa-AF", DARI_BOOK) in spoken(data)
    for profile in ("ua1", "2a"):
        told = str(validator.validate_pdf(str(tmp_path / "out" / "small" / "small-standard.pdf"), profile=profile))
        assert "no failures" in told, told


def test_each_code_says_its_character_so_that_a_run_is_copied_whole(tmp_path: Path) -> None:
    drawn = [e.text for e in elements(made(tmp_path, "chancery", "A4", "pdf")) if e.kind == "/Span"]
    for text in (PASHTO, URDU, URDU_PAPER):  # the first over two lines
        assert squeezed(text) in drawn


def test_a_deck_has_language_and_marks_that_keep_a_text_together(tmp_path: Path) -> None:
    deck = Presentation(io.BytesIO(made(tmp_path, "chancery", "A4", "pptx")))
    runs = [
        run
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if URDU_PAPER in run.text
    ]
    assert runs
    for run in runs:
        assert run.text == f"\u200f{URDU_PAPER}\u200f\u200e"
        assert run._r.rPr.get("lang") == "ur-PK"


def test_a_house_names_its_own_font_for_the_script(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    shutil.copy(asset("fonts", "NotoNaskhArabic-Regular.ttf"), fonts / "House-Regular.ttf")
    family = {"name": "House", "regular": "House-Regular.ttf", "bold": "House-Regular.ttf", "deck": "Dubai"}
    theme = own_theme().replace('"deck_head":', f'"arabic": {json.dumps(family)}, "deck_head":')
    write(tmp_path, {**files("own"), OWN_THEME: theme})
    done = build((), output=tmp_path / "out", root=tmp_path)
    assert all(d.code != "BG405" for d in done.warnings)
    with zipfile.ZipFile(tmp_path / "out" / "small" / "small-standard.pptx") as deck:
        assert b'<a:cs typeface="Dubai"/>' in deck.read("ppt/theme/theme1.xml")
    (tmp_path / OWN_THEME).write_text(theme.replace("House-Regular.ttf", "House-Lost.ttf", 1), "utf-8")
    with pytest.raises(InputError, match=r"BG401.*House-Lost.ttf"):
        build((), output=tmp_path / "out", root=tmp_path)
