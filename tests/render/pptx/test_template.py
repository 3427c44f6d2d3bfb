"""The template: typed placeholders for every slot that the plan fills, the theme's colours and fonts, no leftovers."""

import io
import zipfile

import pytest
from msgspec.structs import replace
from pptx import Presentation

from briefgen.model.theme import Theme
from briefgen.preflight.package import A, P, Package
from briefgen.render.pptx.deck import Chart, Table, TextBox
from briefgen.render.pptx.palette import palette
from briefgen.render.pptx.template import layouts, package, size
from tests.support import documents
from tests.support.decks import planned, theme


def built(of: Theme) -> bytes:
    return package(of, layouts(of))


def test_the_library_opens_it_and_finds_every_layout() -> None:
    names = [layout.name for layout in Presentation(io.BytesIO(built(theme()))).slide_layouts]
    assert names == [layout.title for layout in layouts(theme()).values()]


def test_it_is_the_same_each_time() -> None:
    assert built(theme()) == built(theme())


def test_every_slot_that_a_plan_fills_is_a_placeholder() -> None:
    known = layouts(theme())
    for make in (documents.one_page, documents.short, documents.standard):
        for slide in planned(make()).slides:
            for shape in slide.shapes:
                if isinstance(shape, TextBox | Chart | Table):
                    assert known[slide.layout].slot(shape.slot)


def test_placeholders_have_the_kind_of_what_they_hold() -> None:
    known = layouts(theme())
    assert known["statement_chart"].slot("chart").kind == "chart"
    assert known["table"].slot("table").kind == "tbl"
    assert known["title"].slot("title").kind == "title"
    assert known["summary"].slot("running").kind == "ftr"
    with pytest.raises(KeyError, match="no slot 'chart'"):
        known["summary"].slot("chart")


def test_indices_of_a_layout_differ() -> None:
    for layout in layouts(theme()).values():
        indices = [s.index for s in layout.slots]
        assert len(set(indices)) == len(indices)


def test_colours_and_fonts_are_the_themes() -> None:
    other = replace(theme(), colour=replace(theme().colour, accent="#00586A"))
    part = Package(built(other)).xml("ppt/theme/theme1.xml")
    assert part.find(f".//{A}accent1/{A}srgbClr").get("val") == "00586A"
    assert part.find(f".//{A}majorFont/{A}latin").get("typeface") == "Cambria"
    assert part.find(f".//{A}minorFont/{A}latin").get("typeface") == "Calibri"


def test_a_colour_is_called_by_its_first_name_in_the_scheme() -> None:
    assert palette(theme()).colour("#8A1C2C") == '<a:schemeClr val="accent1"/>'
    assert palette(theme()).colour("211c18") == '<a:schemeClr val="tx1"/>'
    assert palette(theme()).colour("FF0000") == '<a:srgbClr val="FF0000"/>'


def test_nothing_of_a_librarys_own_template_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(built(theme()))) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(n) for n in names)
    assert not [n for n in names if "printerSettings" in n or "thumbnail" in n]
    assert b"Click to edit" not in everything
    assert b"Microsoft Macintosh" not in everything
    assert b"Office Theme" not in everything


def test_a_width_rounded_in_the_theme_becomes_sixteen_to_nine() -> None:
    assert size(theme()) == (12192000, 6858000)
    square = replace(theme(), deck=replace(theme().deck, width_in=10.0, height_in=7.5))
    assert size(square) == (9144000, 6858000)


def test_no_placeholder_lets_a_program_shrink_its_text() -> None:
    parts = Package(built(theme()))
    for name in parts.files:
        if name.startswith("ppt/slideLayouts/slideLayout"):
            bodies = list(parts.xml(name).iter(f"{A}bodyPr"))
            assert bodies
            assert all(b.find(f"{A}noAutofit") is not None for b in bodies)
            assert parts.xml(name).find(f"{P}cSld").get("name")
