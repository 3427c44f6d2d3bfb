"""Method, scale, references and imprint on pages."""

import io

import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.model.document import FigureTable, Method, References, Work
from briefgen.model.spec import FULL
from briefgen.render.pdf.backmatter import HANG_MM
from briefgen.render.pdf.boxes import Beside, Passage, Words
from tests.support import documents
from tests.support.texts import inlines

from .samples import elements, laid, page_of, texts, written


def beside(found, name: str) -> list[str]:
    column = next(m for m in found.boxes if m.box.id == name).beside
    assert isinstance(column, Beside)
    parts = (part.setting.pieces for part in column.parts if isinstance(part, Words))
    return ["".join(p.text for p in pieces).replace("\u00a0", " ") for pieces in parts]


def works(count: int, words: int = 8) -> References:
    return References(
        works=tuple(Work(reference=f"w{n}", text=inlines(f"Author {n}, " + "title " * words)) for n in range(count))
    )


@pytest.fixture(scope="module")
def tree():
    with pikepdf.open(io.BytesIO(written(documents.full()))) as file:
        yield elements(file.Root.StructTreeRoot)


def test_several_remarks_have_leads_and_one_alone_has_none() -> None:
    several = laid(page_of(documents.METHOD))
    alone = replace(documents.METHOD, label="How sure", remarks=documents.METHOD.remarks[1:2])
    one = laid(page_of(alone))
    assert beside(several, "method.0") == ["METHOD"]
    assert beside(one, "method.0") == ["HOW SURE"]
    assert "Basis. This brief draws on one report." in texts(several)
    assert "Likelihood is stated on the ICD 203 scale." in [t.replace("\u00a0", " ") for t in texts(one)]


def test_remarks_in_the_furnitures_language_are_tagged_with_it() -> None:
    labels = replace(documents.LABELS, language="fr")
    document = replace(page_of(documents.METHOD), labels=labels)
    with pikepdf.open(io.BytesIO(written(document))) as file:
        spans = [str(e.Lang) for n, e in elements(file.Root.StructTreeRoot) if n == "Span" and "/Lang" in e]
    assert spans == ["fr"] * (1 + 2 * len(documents.METHOD.remarks))  # the label, then lead and text of each


def test_what_a_figure_shows_is_a_tagged_table_called_as_the_figure_is() -> None:
    block = FigureTable(number=2, table=documents.SCALE.table)
    document = page_of(block)
    assert beside(laid(document), "scale.head") == ["FIGURE 2"]
    with pikepdf.open(io.BytesIO(written(document))) as file:
        names = [name for name, _ in elements(file.Root.StructTreeRoot)]
    assert [names.count(name) for name in ("Table", "TH", "TD")] == [1, 2 + 3, 3]


def test_the_scale_is_a_table_called_by_its_name(tree) -> None:
    found = laid(documents.full())
    assert beside(found, "scale.head") == ["ICD 203"]
    tables = [e for n, e in tree if n == "Table"]
    assert len(tables) == 2
    assert [n for n, _ in elements(tables[1])].count("TR") == 4


def test_each_work_is_an_entry_of_one_list(tree) -> None:
    lists = [e for n, e in tree if n == "L"]
    entries = [[str(k.S)[1:] for k in entry.K] for entry in lists[-1].K]
    assert entries == [["LBody"]] * len(documents.WORKS.works)
    assert str(lists[-1].A.ListNumbering) == "/None"
    address = [e for n, e in elements(lists[-1]) if n == "Link"]
    assert len(address) == 1


def test_turnovers_of_a_work_hang() -> None:
    found = laid(page_of(works(1, words=60), length=FULL))
    (entry,) = (m.body for m in found.boxes if m.box.id == "references.0")
    assert isinstance(entry, Passage)
    setting = entry.words.setting
    assert len(setting.lines) > 2
    assert entry.words.x + setting.indent == pytest.approx(0.0)
    assert entry.words.x == pytest.approx(HANG_MM * 72 / 25.4)
    assert all(line.width <= setting.width for line in setting.lines[1:])
    assert setting.lines[0].width <= setting.width - setting.indent


def test_a_long_list_fills_its_pages_and_breaks_between_works() -> None:
    found = laid(replace(page_of(works(200, words=30)), length=FULL))
    assert found.fits
    assert len(found.pages) > 3
    assert min(found.fills[:-1]) > 0.94
    for page in found.pages:
        for part in page.slices:
            assert (part.start, part.stop) == (0, len(found.boxes[part.box].box.heights))


def test_the_heading_of_the_list_is_never_the_last_of_a_page() -> None:
    for count in range(30, 90, 3):
        filler = Method(label="Method", headline="", remarks=documents.METHOD.remarks * (count // 5))
        found = laid(replace(page_of(filler, works(20)), length=FULL))
        for page in found.pages:
            assert found.boxes[page.slices[-1].box].box.id not in ("references", "references.rule", "method.rule")


def test_the_imprint_stands_last_a_line_each() -> None:
    said = texts(laid(documents.full()))
    assert said[-2:] == [
        "Cite as: Example Institute, Moscow wants a stable Afghanistan.",
        "Contact: briefs@example.org",
    ]
