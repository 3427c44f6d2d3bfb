"""Each test of a defect fails on the day on which ReportLab mends it, and its cure can go."""

import io
import re

import pytest
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas

from briefgen.render.pdf import defects
from briefgen.render.pdf.seam import OLD_STYLE


def plain(draw) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def test_reportlab_ends_streams_without_a_line_end():
    document = pdfdoc.PDFDocument(invariant=1)
    assert pdfdoc.PDFStream(content=b"abc").format(document).endswith(b"abcendstream\n")


def test_our_streams_end_with_one_and_others_are_left_alone():
    defects.mend()
    defects.mend()
    stream = pdfdoc.PDFStream(content=b"abc")
    document = pdfdoc.PDFDocument(invariant=1)
    before = stream.format(document)
    document.briefgen_lawful = True
    assert before.endswith(b"abcendstream\n")
    assert stream.format(document).endswith(b"abc\r\nendstream\n")


def test_reportlab_maps_code_zero_and_breaks_characters_beyond_the_basic_plane():
    theirs = ttfonts.makeToUnicodeCMap("F", [0, 0x1F600, *range(200)])
    assert "<00> <0000>" in theirs
    assert "<1F600>" in theirs
    assert "202 beginbfchar" in theirs


def test_our_maps_say_which_character_each_code_shows():
    ours = defects.to_unicode("F", [0, 0x1F600, 65, *OLD_STYLE.values(), *range(300, 480)], {})
    assert "<00>" not in ours.replace("<00> <FF>", "")
    assert "<01> <D83DDE00>" in ours
    assert "<02> <0041>" in ours
    assert "<03> <0030>" in ours  # an old-style nought reads as a nought
    assert [int(n) for n in re.findall(r"(\d+) beginbfchar", ours)] == [100, 92]


def test_reportlab_loses_transparency_in_forms():
    def draw(canvas) -> None:
        canvas.beginForm("f")
        canvas.setFillAlpha(0.5)
        canvas.rect(0, 0, 10, 10)
        canvas.endForm()
        canvas.doForm("f")

    data = plain(draw)
    form = data[data.index(b"/Subtype /Form") - 400 : data.index(b"/Subtype /Form") + 400]
    assert b"gs" in data
    assert b"/ExtGState" not in form


def test_reportlab_names_helvetica_on_every_page():
    assert b"/Helvetica" in plain(lambda c: c.line(0, 0, 1, 1))


@pytest.mark.parametrize("key", ["StructParent"])
def test_reportlab_permits_no_place_in_the_structure_to_a_link(key):
    assert key not in pdfdoc.LinkAnnotation.permitted
