"""Contents: the page printed is the page on which a part stands, and a link leads there."""

import io
from itertools import count

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.compose.contents import with_contents
from briefgen.model.document import Block, Contents, Document, Heading, Prose, TableBlock, target
from briefgen.model.inline import Text
from briefgen.model.spec import FULL, Sheet
from briefgen.render.pdf.boxes import Lead
from briefgen.render.pdf.contents import WHOLE
from tests.support import documents
from tests.support.texts import CHINA

from .samples import elements, laid, page_of, written


def links(file: pikepdf.Pdf) -> list[tuple[str, str, int]]:
    """Return (title, number printed, page led to) of each line of the contents, from the file alone."""
    numbers = {page.obj.objgen: n for n, page in enumerate(file.pages, 1)}
    out = []
    for name, entry in elements(file.Root.StructTreeRoot):
        if name == "TOCI":
            (link,) = (e for n, e in elements(entry) if n == "Link" and inside(e, entry))
            (annotation,) = (k.Obj for k in link.K if isinstance(k, pikepdf.Dictionary) and "/Obj" in k)
            title, _, page = str(annotation.Contents).rpartition(", Page ")
            out.append((title, page.split()[0], numbers[annotation.Dest[0].objgen]))
    return out


def inside(element: pikepdf.Object, entry: pikepdf.Object) -> bool:
    """Tell whether a link belongs to an entry itself, and not to one nested in it."""
    return element.P.P.objgen == entry.objgen


def said(data: bytes) -> list[str]:
    """Return the text of each page, its white space made even."""
    with pypdfium2.PdfDocument(data) as file:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]


def headings(file: pikepdf.Pdf) -> list[int]:
    """Return the page on which each heading of a section is drawn, by its marked content."""
    numbers = {page.obj.objgen: n for n, page in enumerate(file.pages, 1)}
    tree = elements(file.Root.StructTreeRoot)
    _, *found = (numbers[e.Pg.objgen] for n, e in tree if n in ("H2", "H3"))  # the first is that of the contents
    return found


def sections(levels: list[int], lengths: list[int]) -> Document:
    """Return a document with contents and a section for each level, each with so many sentences of text."""
    blocks: list[Block] = []
    numbers = count(1)
    for n, (level, length) in enumerate(zip(levels, lengths, strict=True)):
        blocks.append(
            Heading(
                section=f"s{n}",
                level=level,
                headline=f"Heading {n} stands where the contents say",
                number=next(numbers) if level == 1 else None,
            )
        )
        one = replace(CHINA[0], unit=f"u{n}", text=(Text(text="Words that fill a line or two. " * length),), notes=())
        blocks.append(Prose(section=f"s{n}", point=None, headline="h", statements=(one,)))
    return page_of(*with_contents(blocks, documents.LABELS, "en"), length=FULL)


@pytest.fixture(scope="module")
def full() -> bytes:
    return written(documents.full())


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_page_printed_is_the_page_on_which_the_heading_stands(data: st.DataObject) -> None:
    levels = data.draw(st.lists(st.sampled_from([1, 1, 2]), min_size=1, max_size=40).map(lambda some: [1, *some[1:]]))
    lengths = data.draw(st.lists(st.integers(1, 120), min_size=len(levels), max_size=len(levels)))
    document = sections(levels, lengths)
    document = replace(document, length=replace(FULL, pages=200), sheet=data.draw(st.sampled_from(Sheet)))
    found, built = laid(document), written(document)
    with pikepdf.open(io.BytesIO(built)) as file:
        lines, stand = links(file), headings(file)
    assert [title for title, _, _ in lines] == [b.headline for b in document.blocks if isinstance(b, Heading)]
    assert [(int(printed), led_to) for _, printed, led_to in lines] == [(n, n) for n in stand]
    assert [n for _, _, n in lines] == [found.stands[f"section/s{n}"] for n in range(len(levels))]
    text = " ".join(said(built))
    assert all(f"{title} {printed}" in text for title, printed, _ in lines)


def test_each_line_leads_to_the_top_of_what_it_names(full: bytes) -> None:
    found = laid(documents.full())
    with pikepdf.open(io.BytesIO(full)) as file:
        notes = [a for page in file.pages for a in page.obj.get("/Annots", []) if ", Page " in str(a.Contents)]
        heights = {str(a.Contents).partition(",")[0]: float(a.Dest[3]) for a in notes}
        numbers = {p.obj.objgen: n for n, p in enumerate(file.pages)}
        pages = {str(a.Contents).partition(",")[0]: numbers[a.Dest[0].objgen] for a in notes}
    with pypdfium2.PdfDocument(full) as drawn:
        for block in found.document.blocks:
            if not isinstance(block, Heading):
                continue
            text = drawn[pages[block.headline]].get_textpage()
            search = text.search(block.headline.split(" to ")[0].split(" can ")[0])
            tops = []
            while (hit := search.get_next()) is not None:
                tops.append(text.get_charbox(hit[0])[3])
            assert any(0 <= heights[block.headline] - top <= 12 for top in tops), block.headline


def test_contents_list_sections_parts_figures_and_tables_in_their_order(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as file:
        found = [title for title, _, _ in links(file)]
    (block,) = (b for b in documents.full().blocks if isinstance(b, Contents))
    assert found == [one.title for one in (*block.parts, *block.figures)]
    assert found[-8:] == [
        "Outlook",
        "What to watch",
        "Method",
        "References",
        *(b.words.headline if isinstance(b, TableBlock) else b.figure.words.headline for b in drawn()),
    ]
    assert documents.SCALE.table.words.headline not in found


def drawn() -> list:
    return [b for b in documents.full().blocks if (target(b) or "").startswith("figure/")]


def test_contents_are_tagged_as_such_and_nested_where_sections_are(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as file:
        tree = elements(file.Root.StructTreeRoot)
        section = next(e for n, e in tree if n == "Sect" and any(k.S == "/TOC" for k in e.K))
        assert [str(k.S)[1:] for k in section.K] == ["H2", "TOC", "P", "TOC"]
        entries = [[str(k.S)[1:] for k in entry.K] for entry in section.K[1].K]
        assert entries == [
            ["Lbl", "Reference"],
            ["Lbl", "Reference", "TOC"],
            ["Lbl", "Reference"],
            *(["Reference"] for _ in range(4)),
        ]
        (nested,) = section.K[1].K[1].K[2].K
        assert str(nested.S) == "/TOCI"


def test_words_and_number_of_a_line_are_read_apart_and_the_leader_is_not_read(full: bytes) -> None:
    first = said(full)[0]
    found = laid(documents.full())
    for title, name in (("Engagement stops short of commitment", "section/takeover"), ("Method", "method")):
        assert f"{title} {found.stands[name]} " in first
    assert ". ." not in first
    assert ".." not in first


def test_what_is_measured_does_not_depend_on_the_numbers() -> None:
    few, many = (laid(sections([1] * 9, [n] * 9)) for n in (2, 90))
    assert few.stands != many.stands
    lines = [[m.box for m in one.boxes if isinstance(m.body, Lead)] for one in (few, many)]
    assert lines[0] == lines[1]


def test_a_title_of_two_lines_has_its_number_behind_the_last_and_leaves_room_for_it() -> None:
    long = Heading(section="s", level=1, headline="A headline that runs on " * 6 + "to its end", number=1)
    document = page_of(*with_contents([long, *documents.standard().blocks[3:5]], documents.LABELS, "en"), length=FULL)
    (line, *_) = (m.body for m in laid(document).boxes if isinstance(m.body, Lead))
    setting = line.words.setting
    assert len(setting.lines) > 1
    assert all(part.width <= setting.width for part in setting.lines)
    assert line.words.x + setting.width < laid(document).grid.width - 20


def test_long_contents_break_with_three_lines_at_either_end() -> None:
    for pages in range(44, 62):
        found = laid(sections([1] * pages, [1] * pages))
        on = [[s for s in p.slices if isinstance(found.boxes[s.box].body, Lead)] for p in found.pages]
        counts = [len(some) for some in on if some]
        assert sum(counts) == pages
        assert min(counts) >= 3


def test_contents_that_would_run_on_list_outermost_sections_alone_where_these_stay_on_page_one() -> None:
    few, many = sections([1, *[2] * 4] * 20, [1] * 100), sections([1, *[2] * 4], [1] * 5)
    listed = [m.box.id for m in laid(few).boxes if isinstance(m.body, Lead)]
    assert len(listed) == 20
    assert laid(few).contents_stop == 1
    assert len([m for m in laid(many).boxes if isinstance(m.body, Lead)]) == 5


def test_a_document_without_contents_names_no_places_for_them() -> None:
    found = laid(documents.standard())
    assert (found.led_to, found.stands) == ({}, {})


def test_a_list_of_few_figures_stands_whole_on_the_next_page_where_page_one_has_no_room_for_it() -> None:
    apart = 0
    for pages in range(30, 50):
        document = sections([1] * pages, [1] * pages)
        first, *others = document.blocks
        assert isinstance(first, Contents)
        figures = tuple(replace(one, mark=f"Figure {n}") for n, one in enumerate(first.parts[:WHOLE], 1))
        found = laid(replace(document, blocks=(replace(first, figures=figures), *others)))
        stand = [n for n, p in enumerate(found.pages) for s in p.slices if "figures" in found.boxes[s.box].box.id]
        assert stand == [stand[0]] * WHOLE
        apart += found.contents_stop == 1 and stand[0] == 1
    assert apart
