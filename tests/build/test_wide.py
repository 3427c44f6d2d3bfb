"""Tables wider than a page go on below, each part headed again; no word is cut and no type made smaller."""

import io
import re
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pptx import Presentation

from briefgen.build import build
from tests.read.sample import write
from tests.support.wide import LONG, MONTHS, files


@pytest.fixture(scope="module", params=[("chancery", "A4"), ("meridian", "Letter")], ids=" ".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wide")
    write(folder, files(*request.param))
    build((), output=folder / "out", root=folder)
    return folder / "out" / "small"


def test_every_part_of_a_table_is_a_table_headed_by_the_first_column(built: Path) -> None:
    with pikepdf.open(built / "small-full.pdf") as file:
        tables = list(_tables(file.Root.StructTreeRoot.K))
    assert len(tables) >= 5  # two of months, and three of words or more
    for rows in tables:
        assert len({len(row) for row in rows}) == 1
        assert all(row[0] == "/TH" for row in rows)
    months = [rows for rows in tables if len(rows) == 9]
    assert sum(len(rows[0]) - 1 for rows in months) == len(MONTHS)
    for profile in ("ua1", "2a"):
        assert "no failures" in str(validator.validate_pdf(str(built / "small-full.pdf"), profile=profile))


def _tables(kids: object) -> list[list[list[str]]]:
    """Return the kinds of the cells of each row of each table."""
    found = []
    for one in _elements(kids):
        if one.S == "/Table":
            rows = [row for part in _elements(one.K) if part.S in ("/THead", "/TBody") for row in _elements(part.K)]
            found.append([[str(cell.S) for cell in _elements(row.K)] for row in rows])
        elif "/K" in one:
            found += _tables(one.K)
    return found


def _elements(kids: object) -> list[pikepdf.Dictionary]:
    several = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in several if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_no_word_is_cut_on_pages_and_slides(built: Path) -> None:
    with pypdfium2.PdfDocument(built / "small-full.pdf") as file:
        said = " ".join(page.get_textpage().get_text_range() for page in file)
    assert len(re.findall(rf"{LONG[:-1]}\w\b", said)) == 33
    deck = Presentation(io.BytesIO((built / "small-full.pptx").read_bytes()))
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    words = [t for t in tables if t.cell(0, 0).text == "Row"]
    assert len(words) > 1
    assert [c.text for t in words for c in list(t.rows[0].cells)[1:]] == [f"Column {n}" for n in range(1, 12)]
    assert all(t.cell(1, 0).text == "Row 1" for t in words)


def test_type_keeps_its_size(built: Path) -> None:
    sizes = set()
    with pypdfium2.PdfDocument(built / "small-full.pdf") as file:
        for page in file:
            text = page.get_textpage()
            places = (m.start() for m in re.finditer(LONG[:-1], text.get_text_range()))
            sizes |= {round(pdfium.FPDFText_GetFontSize(text.raw, n), 2) for n in places}
    assert sizes == {9.0}
