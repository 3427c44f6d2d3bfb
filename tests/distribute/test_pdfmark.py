"""Names on pages: appended, not rendered; an artifact; the same file for the same name."""

import io
import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.distribute import pdfmark
from briefgen.model.spec import Standard
from briefgen.preflight import ink, trace
from briefgen.preflight import pdf as preflight
from tests.distribute.support import FONT, MARGIN, pdf
from tests.render.pdf import samples, stress
from tests.support import documents


@pytest.fixture(scope="module")
def base() -> pdfmark.Prepared:
    return pdfmark.prepare(pdf(), MARGIN)


def marked(base: pdfmark.Prepared, text: str) -> bytes:
    return base.data + pdfmark.update(base, text, FONT)


NAMES = [
    "Amina Rahimi · copy 3",
    "Łukasz Żółkowski · copy 12",
    "Анна Ёлкина · exemplaire 7",
    "Ngũgĩ wa Thiong’o (O'Neill) \\",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_once_on_each_page_and_can_be_read_out(base: pdfmark.Prepared, name: str) -> None:
    with pikepdf.open(io.BytesIO(marked(base, name))) as file:
        assert file.get_warnings() == []
        pages = [[run.text for run in ink.runs(page, {})] for page in file.pages]
    assert len(pages) > 1
    assert all(page.count(name) == 1 for page in pages)


@pytest.mark.parametrize("name", NAMES)
def test_a_marked_copy_keeps_every_promise_of_preflight(base: pdfmark.Prepared, name: str) -> None:
    assert preflight.check(marked(base, name)) == ()


def test_a_marked_copy_of_the_second_edition_keeps_them_too() -> None:
    data = pdfmark.prepare(stress.made("short", "meridian", standard=Standard.UA_2)[1], MARGIN)
    copy = marked(data, NAMES[0])
    assert copy.startswith(b"%PDF-2.0")
    assert preflight.check(copy) == ()
    with pikepdf.open(io.BytesIO(copy)) as file:
        assert "/Info" not in file.trailer


def test_a_mark_is_no_content(base: pdfmark.Prepared) -> None:
    with pikepdf.open(io.BytesIO(marked(base, "Amina"))) as file:
        for page in file.pages:
            code = b"\n".join(part.read_bytes() for part in page.obj.Contents)
            (call,) = re.findall(rb"/Artifact <</Type /Pagination>> BDC q .* /CopyMark Do Q EMC", code)
            assert code.rstrip().endswith(call)
    with pikepdf.open(io.BytesIO(pdf())) as before, pikepdf.open(io.BytesIO(marked(base, "Amina"))) as after:
        assert [n for n, _ in samples.elements(after.Root.StructTreeRoot)] == [
            n for n, _ in samples.elements(before.Root.StructTreeRoot)
        ]


def test_a_mark_stands_on_the_page_and_clear_of_all_else(base: pdfmark.Prepared) -> None:
    with pikepdf.open(io.BytesIO(marked(base, "Amina Rahimi · copy 3"))) as file:
        for page in file.pages:
            runs = ink.runs(page, {})
            (mark,) = (r for r in runs if r.text == "Amina Rahimi · copy 3")
            left = mark.start[0] - MARGIN.size
            assert mark.start[1] < mark.stop[1] < float(page.mediabox[3])
            assert all(max(r.start[0], r.stop[0]) < left for r in runs if r is not mark)


def test_a_copy_holds_no_other_name_and_its_base_none(base: pdfmark.Prepared) -> None:
    first, second = marked(base, "Amina"), marked(base, "Boris")
    assert first[: len(base.data)] == second[: len(base.data)] == base.data
    with pikepdf.open(io.BytesIO(base.data)) as file:
        assert all("Amina" not in run.text for page in file.pages for run in ink.runs(page, {}))
    with pikepdf.open(io.BytesIO(second)) as file:
        assert all("Amina" not in run.text for page in file.pages for run in ink.runs(page, {}))


def test_the_same_name_gives_the_same_bytes_and_another_other_ids(base: pdfmark.Prepared) -> None:
    again = pdfmark.prepare(pdf(), MARGIN)
    assert again == base
    assert marked(again, "Amina") == marked(base, "Amina")
    ids = []
    for name in ("Amina", "Boris"):
        with pikepdf.open(io.BytesIO(marked(base, name))) as file:
            ids.append([bytes(part) for part in file.trailer.ID])
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]


def test_a_marked_copy_carries_its_record(base: pdfmark.Prepared) -> None:
    assert trace.read(marked(base, "Amina")) == trace.read(pdf()) is not None


def test_a_font_is_embedded_with_the_glyphs_of_the_name_alone(base: pdfmark.Prepared) -> None:
    with pikepdf.open(io.BytesIO(marked(base, "Ёж"))) as file:
        font = file.pages[0].obj.Resources.XObject[pdfmark.NAME].Resources.Font.F
        (plain,) = font.DescendantFonts
        table = font.ToUnicode.read_bytes().decode()
        assert "/FontFile2" in plain.FontDescriptor
        assert sorted(re.findall(r"> <(\w{4})>", table.partition("beginbfchar")[2])) == ["0401", "0436"]
        assert len(plain.W) == 4


def test_a_letter_that_the_font_lacks_is_told(base: pdfmark.Prepared) -> None:
    with pytest.raises(ValueError, match="報"):
        pdfmark.update(base, "報", FONT)


def test_one_page_of_a_document_without_pictures_is_marked_too() -> None:
    data = samples.written(documents.one_page())
    made = pdfmark.prepare(data, MARGIN)
    assert preflight.check(marked(made, "Amina")) == ()


@settings(max_examples=25, deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Cc", "Cf")), min_size=1, max_size=90
    )
)
def test_any_latin_name_gives_a_sound_file(text: str) -> None:
    base = pdfmark.prepare(pdf(), MARGIN)
    with pikepdf.open(io.BytesIO(marked(base, text))) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) > 1
