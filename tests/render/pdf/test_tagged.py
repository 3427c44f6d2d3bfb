import io

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from briefgen.model.document import Colophon, Prose
from briefgen.model.inline import Text
from briefgen.model.report import Kind
from briefgen.preflight.ink import runs
from tests.support import documents, extracted, pictures
from tests.support.texts import inlines

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
    assert set(top[top.index("Sect") :]) == {"Sect"}
    sections = [[str(k.S)[1:] for k in e.K] for e in document.K if e.S == "/Sect"]
    *headed, imprint = sections
    assert [kids[0] for kids in headed] == ["H2"] * 6  # judgements, three sections, outlook, watch
    assert [kids.count("H2") for kids in headed] == [1] * 6
    assert imprint == ["P"]
    assert "L" in headed[0]
    assert "Table" in headed[2]


def test_a_section_within_another_is_one_in_the_tree():
    with pikepdf.open(io.BytesIO(written(documents.full()))) as file:
        inner = [e for n, e in elements(file.Root.StructTreeRoot) if n == "Sect" and e.K[0].S == "/H3"]
        assert [str(e.P.S) for e in inner] == ["/Sect"]


def quoted(text: str) -> Prose:
    """Return a paragraph that is a quotation."""
    (one,) = documents.CHINA[:1]
    said = replace(one, kind=Kind.QUOTATION, text=inlines(text), notes=())
    return Prose(section="s", point=None, headline="h", statements=(said,))


def test_words_of_another_are_quotations():
    with pikepdf.open(io.BytesIO(written(page_of(quoted("They had gone “at the first sight” of “danger”."))))) as file:
        found = [e for n, e in elements(file.Root.StructTreeRoot) if n == "Quote"]
        assert [str(e.P.S) for e in found] == ["/P", "/P"]
        assert "BlockQuote" not in kinds(file)
    data = written(page_of(quoted("They had gone “at the first sight” of “danger”.")))
    assert [e.text for e in extracted.elements(data) if e.kind == "/Quote"] == ["“atthefirstsight”", "“danger”"]


def test_a_paragraph_of_nothing_but_them_is_a_quotation_of_its_own():
    with pikepdf.open(io.BytesIO(written(page_of(quoted("“They had gone at the first sight of danger.”"))))) as file:
        (found,) = (e for n, e in elements(file.Root.StructTreeRoot) if n == "BlockQuote")
        assert [str(k.S) for k in found.K] == ["/P"]
        assert "Quote" not in kinds(file)


def test_pages_are_called_by_the_numbers_printed_on_them(standard):
    with pypdfium2.PdfDocument(written(documents.standard())) as file:
        assert [file.get_page_label(n) for n in range(len(file))] == [str(n + 1) for n in range(len(file))]


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
        (words,) = (f.words for f in pictures.FIGURES.values() if str(figure.Alt).startswith(f.words.alt))
        assert words.description in str(figure.Alt)
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
        (table,) = (e for n, e in elements(file.Root.StructTreeRoot) if n == "Table")
        assert [str(k.S) for k in table.K] == ["/Caption", "/THead", "/TBody"]


def grouped(*names: str) -> bytes:
    """Return a PDF of a table whose rows have these first cells."""
    table = replace(long_table(len(names)), source=inlines("Source: none."))
    rows = tuple((name, *cells) for name, (_, *cells) in zip(names, table.rows, strict=True))
    return written(page_of(replace(table, rows=rows)))


def test_what_heads_several_rows_is_one_cell_over_them():
    with pikepdf.open(io.BytesIO(grouped("One", "One", "One", "Two", "Three", "Three"))) as file:
        (body,) = (e for n, e in elements(file.Root.StructTreeRoot) if n == "TBody")
        rows = [[str(cell.S)[1:] for cell in row.K] for row in body.K]
        assert rows == [["TH", "TD", "TD"], ["TD"] * 2, ["TD"] * 2, ["TH", "TD", "TD"], ["TH", "TD", "TD"], ["TD"] * 2]
        heads = [e.A for n, e in elements(body) if n == "TH"]
        assert [str(a.Scope) for a in heads] == ["/Row"] * 3
        assert [int(a.get("/RowSpan", 1)) for a in heads] == [3, 1, 2]


def test_it_is_shown_again_on_the_next_page_and_read_once():
    data = grouped(*["One"] * 50)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) > 1
        for page in file.pages:
            assert "One" in [r.text for r in runs(page, {})]
    assert [e.text for e in extracted.elements(data) if e.text == "One"] == ["One"]


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
