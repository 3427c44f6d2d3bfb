"""The written deck, read back with python-pptx: order, words for pictures, notes, languages, record, same bytes."""

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation as Opened

from briefgen.model.document import Document, Heading, Note
from briefgen.model.inline import Text
from briefgen.preflight.package import A, P, Package
from briefgen.preflight.trace import read as record
from briefgen.render.pptx import dump, targets, write
from tests.support import deckstress, documents, pictures
from tests.support import texts as brief
from tests.support.decks import THEMES, planned, standard, theme, traced, written
from tests.support.presented import lacking

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def opened() -> Opened:
    return Presentation(io.BytesIO(standard()))


def test_titles_stand_in_title_placeholders_in_the_plans_order(opened: Opened) -> None:
    plan = planned(documents.standard())
    assert [s.shapes.title.text_frame.text for s in opened.slides] == [s.headline for s in plan.slides]
    assert all(s.shapes[0].is_placeholder for s in opened.slides)


def test_a_slide_is_read_headline_first_then_text_then_figure_then_source(opened: Opened) -> None:
    slide = next(s for s in opened.slides if s.slide_layout.name == "Map and takeaways")
    names = [s.name for s in slide.shapes]
    figure = next(n for n in names if n.startswith("Figure:"))
    order = ["Headline", "Figure subtitle", "Takeaway 1", "Key", figure, "Source", "Slide number", "Marking, foot"]
    assert [n for n in names if n in order] == order


def test_charts_and_tables_are_native_and_in_their_placeholders(opened: Opened) -> None:
    frames = [s for slide in opened.slides for s in slide.shapes if s.has_chart or s.has_table]
    assert sorted(s.has_chart for s in frames) == [False, True]
    assert all(s.is_placeholder for s in frames)
    chart = next(s.chart for s in frames if s.has_chart)
    assert [tuple(p.values) for p in chart.plots[0].series] == [(1.2, 1.2), (100.0, 5.0)]
    assert list(chart.plots[0].categories) == [b.label for b in pictures.TRADE.bars]
    table = next(s.table for s in frames if s.has_table)
    assert table.first_row
    assert table.first_col
    assert [c.text for c in table.rows[1].cells] == list(documents.PARTNERS.rows[0])


def test_a_drawing_is_one_group_of_named_shapes(opened: Opened) -> None:
    groups = [s for slide in opened.slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]
    figure = next(g for g in groups if g.name == f"Figure: {pictures.MAP.words.headline}")
    assert figure._element.nvGrpSpPr.cNvPr.get("descr") == pictures.MAP.words.alt
    countries = next(s for s in figure.shapes if s.name == "Countries")
    assert "Country Tajikistan (TJK)" in [s.name for s in countries.shapes]


def test_notes_let_another_person_give_the_talk(opened: Opened) -> None:
    slide = next(s for s in opened.slides if s.slide_layout.name == "Timeline")
    said = slide.notes_slide.notes_text_frame.text
    assert said.startswith("What to say\nPromises in July. In Moscow on 8")
    assert "[8] Interfax" in said
    assert "¶ s3.p3, s3.p5" in said
    assert all(s.has_notes_slide for s in opened.slides)


@pytest.mark.parametrize(
    "document", [documents.standard(), documents.short(), documents.one_slide()], ids=lambda d: d.length.name
)
@pytest.mark.parametrize("name", THEMES)
def test_nothing_is_lacking_for_who_presents_hears_or_edits_it(document: Document, name: str) -> None:
    assert list(lacking(written(document, name))) == []


def test_what_lacks_is_told() -> None:
    deck = Presentation(io.BytesIO(standard()))
    slides = list(deck.slides)
    slides[3].notes_slide.notes_text_frame.text = "See the paper."
    slides[4].shapes.title.text_frame.text = slides[5].shapes.title.text_frame.text
    tree = slides[6].shapes._spTree
    tree.append(slides[6].shapes.title._element)
    figure = next(s for slide in slides for s in slide.shapes if s.has_chart)
    figure._element.nvGraphicFramePr.cNvPr.set("descr", "")
    out = io.BytesIO()
    deck.save(out)
    told = "\n".join(lacking(out.getvalue()))
    for part in ("in full", "the paragraphs of", "the works behind", "are called", "it is read", "has no words"):
        assert part in told


def test_agenda_and_sources_are_one_click_away(opened: Opened) -> None:
    slides = list(opened.slides)
    agenda = next(n for n, s in enumerate(slides) if s.slide_layout.name == "Agenda")
    items = [s.click_action.target_slide for s in slides[agenda].shapes if s.name.startswith("Section ")]
    assert [slides.index(one) for one in items if one] == sorted(slides.index(one) for one in items if one)
    assert len(items) == len(documents.standard().blocks) - sum(
        not (isinstance(b, Heading) and b.level == 1) for b in documents.standard().blocks
    )
    source = next(s for s in slides[agenda + 1].shapes if s.name == "Source")
    assert source.click_action.target_slide.slide_layout.name == "Sources"


def test_an_address_is_a_link_on_the_slide_and_in_the_notes() -> None:
    document = documents.standard()
    first, *others = document.notes
    linked = (Text(text="A report, ", href="https://example.org/a?b=1&c=2"), *first.full)
    data = written(replace(document, notes=(replace(first, full=linked), *others)))
    slides = list(Presentation(io.BytesIO(data)).slides)
    runs = [r for s in slides[-1].shapes if s.has_text_frame for p in s.text_frame.paragraphs for r in p.runs]
    assert {r.hyperlink.address for r in runs} - {None} == {"https://example.org/a?b=1&c=2"}
    said = [r for p in slides[-1].notes_slide.notes_text_frame.paragraphs for r in p.runs]
    assert "https://example.org/a?b=1&c=2" in {r.hyperlink.address for r in said}


def test_runs_name_their_language() -> None:
    parts = Package(standard())
    tags = {e.get("lang") for n in parts.slides for e in parts.xml(n).iter(f"{A}rPr")}
    assert {"en-GB", "ru-RU", "fr-FR"} <= tags


def test_the_file_says_what_it_is(opened: Opened) -> None:
    core = opened.core_properties
    assert (core.title, core.author, core.language) == (documents.standard().title, "Example Institute", "en-GB")
    assert core.created == core.modified
    assert (core.created.year, core.created.month, core.created.day) == (2021, 11, 14)


def test_long_decks_have_sections_and_short_ones_none() -> None:
    long, brief_one = Package(standard()), Package(written(documents.short()))
    names = [e.get("name") for e in long.xml("ppt/presentation.xml").iter("{*}section")]
    assert names[1:4] == [h.headline for h in (documents.TAKEOVER, documents.PARTIES, documents.CONTAINMENT)]
    slides = [e.get("id") for e in long.xml("ppt/presentation.xml").iter(f"{P}sldId")]
    assert [
        e.get("id") for e in long.xml("ppt/presentation.xml").iter("{*}sldId") if e.tag not in (f"{P}sldId",)
    ] == slides
    assert not list(brief_one.xml("ppt/presentation.xml").iter("{*}section"))


def test_the_trace_record_comes_back_as_it_was_written() -> None:
    document = documents.standard()
    assert record(standard()) == traced(document, planned(document))


def test_text_from_outside_stays_text() -> None:
    document = documents.short()
    odd = replace(document, title="A & B <c> \"d\" ]]> 'e'", short_title="<&>", subtitle="</a:t>")
    slides = Presentation(io.BytesIO(written(odd))).slides
    assert slides[0].shapes.title.text_frame.text == odd.title


def test_a_picture_in_a_scene_is_embedded() -> None:
    from briefgen.model.scene import Picture, Scene

    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8cfc00000030101001a0a2d0a0000000049454e44ae426082"
    )
    deck = planned(documents.short())
    scenes = pictures.scenes(targets(deck))
    relief = Picture(name="Relief", png=png, x=0, y=0, width=10, height=10, alt="Relief")
    scenes["stances"] = Scene(width=300, height=200, marks=(*scenes["stances"].marks, relief))
    parts = Package(write(deck, scenes, theme(), traced(documents.short(), deck)))
    assert png in parts.files.values()


def test_a_document_without_marking_bears_none() -> None:
    parts = Package(written(replace(documents.short(), marking=None)))
    assert not any(b"TLP:" in data for name, data in parts.files.items() if name.startswith("ppt/slides/"))


def test_a_note_that_nothing_calls_changes_nothing() -> None:
    document = documents.short()
    more = Note(number=99, references=("x",), short=brief.inlines("X"), full=brief.inlines("X, in full"))
    assert written(replace(document, notes=(*document.notes, more))) == written(document)


PROGRAM = """
import hashlib
from tests.support import documents
from tests.support.decks import planned, written
from briefgen.render.pptx import dump
document = documents.standard()
for data in written(document), dump(planned(document)).encode():
    print(hashlib.sha256(data).hexdigest())
"""


def test_another_process_with_another_seed_writes_the_same_bytes() -> None:
    own = [hashlib.sha256(d).hexdigest() for d in (standard(), dump(planned(documents.standard())).encode())]
    for seed in ("1", "12345"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == own


def test_the_zip_tells_no_time_and_is_sorted() -> None:
    with zipfile.ZipFile(io.BytesIO(standard())) as archive:
        infos = archive.infolist()
        books = [archive.read(i) for i in infos if i.filename.endswith(".xlsx")]
    assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}
    names = [i.filename for i in infos]
    assert names == ["[Content_Types].xml", *sorted(n for n in names if n != "[Content_Types].xml")]
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as inner:
            assert {i.date_time for i in inner.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"2021-11-14T00:00:00Z" in inner.read("docProps/core.xml")


def test_a_title_that_is_read_from_the_right_says_so() -> None:
    slides = Presentation(io.BytesIO(deckstress.written(deckstress.leftward(), theme("meridian")))).slides
    (title,) = slides[0].shapes.title.text_frame.paragraphs
    assert (title._p.pPr.get("rtl"), title._p.pPr.get("algn")) == ("1", "r")
    others = [p for s in slides[2].shapes if s.name in ("Headline", "Takeaway 1") for p in s.text_frame.paragraphs]
    assert others
    assert not any(p._p.pPr is not None and p._p.pPr.get("rtl") for p in others)


def test_rows_events_and_figures_by_the_dozen_have_room() -> None:
    assert not deckstress.planned(deckstress.crowded(), theme("meridian")).problems
