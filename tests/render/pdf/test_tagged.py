import io

import pikepdf
import pytest

from briefgen.model.document import Colophon, Prose
from briefgen.model.inline import Text
from tests.support import documents

from .samples import elements, laid, long_table, many_notes, page_of, written


@pytest.fixture(scope="module")
def standard():
    with pikepdf.open(io.BytesIO(written(documents.standard()))) as file:
        yield file


def kinds(file) -> list[str]:
    return [name for name, _ in elements(file.Root.StructTreeRoot)]


def contents(element) -> list[int]:
    """Return the numbers of marked content below an element, in the order of the tree."""
    out = []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            out.append(kid)
        elif "/MCID" in kid:
            out.append(int(kid.MCID))
        elif "/S" in kid:
            out += contents(kid)
    return out


def test_the_parts_come_in_the_order_in_which_they_are_read(standard):
    (document,) = (e for n, e in elements(standard.Root.StructTreeRoot) if n == "Document")
    top = [str(k.S)[1:] for k in document.K]
    assert top[:4] == ["H1", "P", "P", "P"]
    assert top.count("H2") == 6  # judgements, three sections, outlook, watch
    assert "Table" in top
    assert top.index("L") < top.index("Div")


def test_content_of_a_page_without_notes_is_numbered_in_the_order_of_the_tree():
    with pikepdf.open(io.BytesIO(written(documents.short()))) as file:
        for number, page in enumerate(file.pages):
            entries = list(file.Root.StructTreeRoot.ParentTree.Nums)
            parents = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
            order = _on_page(file, page)
            assert order == list(range(len(parents[int(page.StructParents)]))), number


def _on_page(file, page) -> list[int]:
    out = []

    def walk(element, above) -> None:
        here = element.get("/Pg", above)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                if here.objgen == page.obj.objgen:
                    out.append(kid)
            elif "/MCID" in kid:
                if kid.get("/Pg", here).objgen == page.obj.objgen:
                    out.append(int(kid.MCID))
            elif "/S" in kid:
                walk(kid, here)

    for kid in file.Root.StructTreeRoot.K:
        walk(kid, None)
    return out


def test_every_piece_of_content_belongs_to_an_element_or_is_an_artifact(standard):
    for page in standard.pages:
        depth, shown = 0, 0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "TJ" | "f" | "S" | "Do" | "B*" | "f*":
                    shown += 1
                    assert depth == 1, operands
        assert depth == 0
        assert shown


def test_a_note_follows_the_paragraph_that_calls_it(standard):
    names = [(n, str(e.get("/ID", ""))) for n, e in elements(standard.Root.StructTreeRoot)]
    (called, *_) = (
        b.statements[0].notes[0] for b in laid(documents.standard()).document.blocks if isinstance(b, Prose)
    )
    first = names.index(("Note", f"note-{called}"))
    assert ("H2", "") in names[:first]
    assert [n for n, _ in names[:first]].count("H2") == 2  # judgements, first section
    table = {str(standard.Root.StructTreeRoot.IDTree.Names[i]) for i in range(0, 20, 2)}
    assert {f"note-{n}" for n in (1, 2, 3)} <= table


def test_a_list_has_numbers_and_bodies(standard):
    (judgements, *_) = (e for n, e in elements(standard.Root.StructTreeRoot) if n == "L")
    assert str(judgements.A.ListNumbering) == "/Decimal"
    assert [[str(k.S) for k in entry.K] for entry in judgements.K] == [["/Lbl", "/LBody"]] * 5


def test_a_figure_has_its_words_its_place_and_its_caption(standard):
    figures = [e for n, e in elements(standard.Root.StructTreeRoot) if n == "Figure"]
    assert len(figures) == 3
    for figure in figures:
        assert str(figure.Alt).startswith(("Map", "Timeline", "Bar chart"))
        left, foot, right, top = (float(v) for v in figure.A.BBox)
        assert 0 < left < right < 595
        assert 0 < foot < top < 842
        assert str(figure.P.S) == "/Div"
        assert str(figure.P.K[0].S) == "/Caption"


def test_labels_in_capitals_are_spoken_as_words(standard):
    spoken = [str(e.get("/ActualText", "")) for n, e in elements(standard.Root.StructTreeRoot) if n == "H2"]
    assert "Key judgements" in spoken


def test_heads_of_tables_say_what_they_head_and_stand_once():
    with pikepdf.open(io.BytesIO(written(page_of(long_table(60))))) as file:
        assert len(file.pages) > 1
        heads = [str(e.A.Scope) for n, e in elements(file.Root.StructTreeRoot) if n == "TH"]
        assert heads == ["/Column"] * 3 + ["/Row"] * 60
        assert kinds(file).count("TR") == 61


def test_links_lead_both_ways():
    with pikepdf.open(io.BytesIO(written(many_notes(12)))) as file:
        links = [e for n, e in elements(file.Root.StructTreeRoot) if n == "Link"]
        assert len(links) == 24
        notes = [a for page in file.pages for a in page.obj.get("/Annots", [])]
        assert len(notes) == 24
        for note in notes:
            assert note.Dest[0].objgen in {p.obj.objgen for p in file.pages}
            assert int(note.F) == 4
            assert str(note.Contents).startswith("Note ")


def test_a_web_address_is_a_link_in_the_structure():
    address = "https://example.org/a-report"
    text = (Text(text="See "), Text(text="the report " * 12, href=address), Text(text="."))
    with pikepdf.open(io.BytesIO(written(page_of(Colophon(text=text))))) as file:
        (link,) = (e for n, e in elements(file.Root.StructTreeRoot) if n == "Link")
        annotations = [k.Obj for k in link.K if isinstance(k, pikepdf.Dictionary)]
        assert len(annotations) == len(file.pages[0].obj.Annots) > 1  # one a line
        assert {str(a.A.URI) for a in annotations} == {address}
        assert {str(a.Contents) for a in annotations} == {address}


def test_foreign_titles_say_their_language(standard):
    spans = {str(e.Lang) for n, e in elements(standard.Root.StructTreeRoot) if n == "Span" and "/Lang" in e}
    assert spans == {"ru", "fr"}


def test_bookmarks_are_the_headings(standard):
    with standard.open_outline() as outline:
        (top,) = outline.root
        titles = [entry.title for entry in top.children]
    assert top.title == documents.standard().title
    assert titles[0] == "Key judgements"
    assert "Engagement stops short of commitment" in titles
    assert titles[-2:] == ["Outlook", "What to watch"]
