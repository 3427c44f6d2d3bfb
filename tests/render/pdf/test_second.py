"""PDF/UA-2 with PDF/A-4: what is otherwise than in PDF/UA-1. That it is lawful, veraPDF says with the judges."""

import io

import pikepdf
import pytest

from briefgen.model.spec import Standard
from briefgen.preflight import pdf
from briefgen.preflight.trace import read
from tests.support import damage

from . import samples, stress
from .test_stress import differences


@pytest.fixture(scope="module")
def made():
    return stress.made("every block", "chancery", standard=Standard.UA_2)


@pytest.fixture(scope="module")
def file(made):
    with pikepdf.open(io.BytesIO(made[1])) as found:
        yield found


def test_it_is_pdf_2_and_says_all_of_itself_in_the_metadata(made, file):
    assert made[1].startswith(b"%PDF-2.0")
    assert "/Info" not in file.trailer
    packet = file.Root.Metadata.read_bytes()
    for said in (b"<pdfuaid:part>2<", b"<pdfuaid:rev>2024<", b"<pdfaid:part>4<", b"<pdfaid:rev>2020<"):
        assert said in packet
    assert b"pdfaid:conformance" not in packet
    assert read(made[1]) == samples.trace(made[0])


def test_its_words_are_the_same(made):
    assert differences(*made) == []


def test_notes_and_their_calls_refer_to_each_other(file):
    tree = [e for _, e in damage.elements(file.Root.StructTreeRoot)]
    notes = [e for e in tree if e.S == "/FENote"]
    assert len(notes) > 5
    for note in notes:
        assert note.NS.NS == "http://iso.org/pdf2/ssn"
        for call in note.Ref:
            assert call.S == "/Reference"
            assert [one.objgen for one in call.Ref] == [note.objgen]


def test_each_line_of_the_contents_refers_to_what_it_names(file):
    tree = [e for _, e in damage.elements(file.Root.StructTreeRoot)]
    for entry in (e for e in tree if e.S == "/TOCI"):
        (target,) = next(k for k in entry.K if k.S == "/Reference").Ref
        assert target.S in ("/H2", "/H3", "/P", "/Caption", "/Figure", "/Table")


def test_links_and_bookmarks_lead_to_elements(file):
    names = dict(pikepdf.NameTree(file.Root.Names.Dests).items())
    links = [a.Dest for page in file.pages for a in page.obj.get("/Annots", []) if "/Dest" in a]
    with file.open_outline() as outline:
        marks = [o.destination for top in outline.root for o in (top, *top.children)]
    assert len(links) > 30
    assert len(marks) > 8
    for name in (*links, *marks):
        found = names[str(name)]
        assert found.SD[0].Type == "/StructElem"
        assert found.D[0].Type == "/Page"


@pytest.mark.parametrize("name", ["no Alt", "no Scope", "no Lang", "heading gap", "no Contents", "wrong StructParent"])
def test_preflight_asks_the_same_of_it(made, name):
    assert pdf.check(made[1], marking="TLP:CLEAR") == ()
    assert pdf.check(damage.changed(made[1], damage.CONTROLS[name][0]), marking="TLP:CLEAR")


def test_preflight_asks_for_its_identification(made):
    def other(file: pikepdf.Pdf) -> None:
        file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(b"<pdfuaid:rev>2024<", b"<pdfuaid:rev>2023<"))

    (found,) = pdf.check(damage.changed(made[1], other))
    assert (found.code, found.message) == ("BG804", "the metadata do not say pdfuaid:rev 2024")
