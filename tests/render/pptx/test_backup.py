"""Backup: what supports a long deck's argument stands behind its closing, linked both ways."""

import io
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pptx import Presentation

from briefgen.model.document import Block, Document, FigureBlock, Prose, TableBlock
from briefgen.model.spec import FULL, STANDARD
from briefgen.preflight.package import A, Package
from briefgen.preflight.pptx import check
from briefgen.render.pptx import places
from briefgen.render.pptx.deck import Chart, Deck, Drawing, Paragraph, Slide, Table, TextBox
from briefgen.typeset.language import labels
from tests.support import documents, houses
from tests.support.decks import THEMES, only, planned, texts, written
from tests.support.presented import lacking

PARTNERS = documents.PARTNERS.words.headline
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def with_aside() -> Document:
    """Return a full brief with a table, and a timeline whose point no section tells."""
    document, point = documents.full(), documents.DATES.figure.words.point

    def changed(block: Block) -> Block:
        match block:
            case FigureBlock() if block == documents.DATES:
                return replace(block, section=None)
            case Prose() if block.point == point:
                return replace(block, point="other")
            case _:
                return block

    return replace(document, blocks=tuple(map(changed, document.blocks)))


def leading(slide: Slide) -> list[tuple[Paragraph, str]]:
    """Return the lines of a slide that lead to another, with its anchor."""
    boxes = [s for s in only(slide, TextBox) if s.slot == "source"]
    return [
        (p, s.href[1:]) for box in boxes for p in box.paragraphs for s in p.spans if s.href and s.href.startswith("#")
    ]


def backup(deck: Deck) -> list[Slide]:
    return [s for s in deck.slides if s.section in ("Backup", "Annexe")]


def test_tables_and_figures_of_no_point_told_stand_between_closing_and_method() -> None:
    deck = planned(with_aside())
    assert deck.fits
    own = backup(deck)
    at = deck.slides.index(own[0])
    assert deck.slides[at - 1].layout == "closing"
    assert deck.slides[at : at + len(own)] == tuple(own)
    assert deck.slides[at + len(own)].section == "Method"
    assert {len(only(s, Table)) + len(only(s, Drawing)) for s in own} == {1}
    assert [bool(only(s, Table)) for s in deck.slides[:at]] == [False] * at
    assert documents.DATES.figure.words.alt in [d.alt for s in own for d in only(s, Drawing)]
    # figures whose points are told stay with them
    assert any(only(s, Drawing) for s in deck.slides[:at])
    assert any(only(s, Chart) for s in deck.slides[:at])


def test_backup_shows_no_statement_and_loses_none() -> None:
    document = with_aside()
    deck = planned(document)
    assert all(not s.units and s.notes for s in backup(deck))
    assert set(places(deck)) == set(document.units)


def test_the_agenda_does_not_count_backup() -> None:
    agenda = next(s for s in planned(with_aside()).slides if s.layout == "agenda")
    said = [box.leads for box in only(agenda, TextBox) if box.slot.startswith("item")]
    assert said == ["section/takeover", "section/third-parties", "section/containment"]
    assert "Backup" not in "".join(s.text for b in only(agenda, TextBox) for p in b.paragraphs for s in p.spans)


@pytest.mark.parametrize("name", THEMES)
def test_backup_and_what_it_supports_name_and_lead_to_each_other(name: str) -> None:
    deck = planned(with_aside(), name)
    of = {s.anchor: s for s in deck.slides if s.anchor}
    for slide in backup(deck):
        ((line, anchor),) = leading(slide)
        supported = of[anchor]
        assert [s.text.replace("\u00a0", " ") for s in line.spans] == ["In support of: ", supported.headline]
        told = [s.text for p, to in leading(supported) if to == slide.anchor for s in p.spans]
        assert [t.replace("\u00a0", " ") for t in told] == ["Backup: ", slide.headline]
    table = next(s for s in backup(deck) if only(s, Table))
    units = {s.unit for s in documents.CHINA}
    assert units & set(of[leading(table)[0][1]].units)  # of its section
    untold = next(s for s in backup(deck) if only(s, Drawing))
    assert of[leading(untold)[0][1]].layout in ("summary", "closing")  # of no section


@pytest.mark.parametrize("name", THEMES)
def test_the_links_are_real_and_the_source_line_still_leads_to_the_sources(name: str) -> None:
    document = with_aside()
    data, deck = written(document, name), planned(document, name)
    assert list(lacking(data)) == []
    slides = list(Presentation(io.BytesIO(data)).slides)
    number = {s.part.partname: n for n, s in enumerate(slides)}
    count = 0
    for n, (slide, made) in enumerate(zip(slides, deck.slides, strict=True)):
        for _, anchor in leading(made):
            box = next(s for s in slide.shapes if s.name == "Source")
            assert box.click_action.target_slide.slide_layout.name == "Sources"
            links = list(box.text_frame._txBody.iter(f"{A}hlinkClick"))
            targets = [number[slide.part.rels[e.get(f"{R}id")].target_part.partname] for e in links]
            assert anchor in [deck.slides[k].anchor for k in targets]
            assert all(e.get("action") == "ppaction://hlinksldjump" for e in links)
            assert n not in targets
            count += 1
    assert count == 2 * len(backup(deck)) > 0


def test_backup_is_a_section_of_the_file() -> None:
    root = Package(written(with_aside())).xml("ppt/presentation.xml")
    names = [e.get("name") for e in root.iter("{*}section")]
    assert names[names.index("Backup") - 1] == "Outlook"
    assert names.count("Backup") == 1


def test_what_leads_on_stands_clear_of_what_a_slide_shows() -> None:
    for slide in planned(with_aside()).slides:
        if not leading(slide):
            continue
        at = next(n for n, s in enumerate(slide.shapes) if isinstance(s, TextBox) and s.slot == "source")
        assert max(s.box.bottom for s in slide.shapes[:at]) + 4 <= slide.shapes[at].box.y


def test_a_slide_whose_source_line_would_name_no_work_any_more_leads_nowhere() -> None:
    figure = replace(
        documents.DATES,
        source=documents.inlines(f"Source: A[1]; B[3]; C[8]. {'A remark on what it shows, no more. ' * 4}"),
    )
    table = replace(documents.PARTNERS, section=figure.section)
    (point,) = (b for b in documents.full().blocks if isinstance(b, Prose) and b.section == figure.section)
    blocks = (*documents.OPENING, documents.TAKEOVER, point, figure, table, *documents.CLOSING)
    deck = planned(documents.document(FULL, blocks))
    (at,) = (n for n, s in enumerate(deck.slides) if only(s, Drawing))
    (host,) = (n for n, s in enumerate(deck.slides) if leading(s) and s not in backup(deck))
    assert deck.slides[at].units
    assert host > at
    assert texts(deck.slides[host], "source")[-1].startswith("Source")


@pytest.mark.parametrize("make", [documents.one_page, documents.one_slide, documents.short, documents.standard])
def test_shorter_decks_have_none(make: Callable[[], Document]) -> None:
    deck = planned(make())
    assert backup(deck) == []
    assert not any(leading(s) for s in deck.slides)


def test_a_deck_of_thirteen_slides_has_some_and_one_of_twelve_none() -> None:
    for slides, has in ((12, False), (13, True)):
        deck = planned(replace(documents.standard(), length=replace(STANDARD, slides=slides)))
        assert bool(backup(deck)) is has
        assert [s.headline for s in deck.slides].count(PARTNERS) == 1


def test_a_table_that_is_all_its_section_has_stays_there() -> None:
    blocks = (*documents.OPENING, documents.PARTIES, documents.PARTNERS, *documents.CLOSING)
    deck = planned(documents.document(FULL, blocks))
    assert backup(deck) == []
    (slide,) = (s for s in deck.slides if s.layout == "table")
    assert slide.section == documents.PARTIES.headline


def test_a_table_on_several_slides_leads_back_from_each_and_titles_differ() -> None:
    long = replace(documents.PARTNERS, rows=documents.PARTNERS.rows * 6)
    document = documents.full()
    blocks = tuple(long if isinstance(b, TableBlock) else b for b in document.blocks)
    deck = planned(replace(document, blocks=blocks))
    own = backup(deck)
    assert len(own) > 1
    assert len({leading(s)[0][1] for s in own}) == 1
    assert len({s.headline for s in deck.slides}) == len(deck.slides)
    (host,) = (s for s in deck.slides if leading(s) and s not in own)
    assert [anchor for _, anchor in leading(host)] == [own[0].anchor]


def test_labels_are_in_the_language_of_the_furniture() -> None:
    deck = planned(replace(with_aside(), labels=labels("fr")))
    assert {s.section for s in backup(deck)} == {"Annexe"}
    for slide in deck.slides:
        for line, _ in leading(slide):
            label, headline = line.spans
            assert (label.language, headline.language) == ("fr", None)
            assert label.text.startswith(("Annexe\u00a0:", "À l’appui de\u00a0:"))


@pytest.mark.parametrize("name", houses.HOUSES)
def test_houses_have_it_too(name: str) -> None:
    document, theme = with_aside(), houses.dressed(name)
    deck = houses.planned(document, theme)
    assert backup(deck)
    assert not deck.problems
    data = houses.written(document, theme)
    assert [d.message for d in check(data, marking=document.marking)] == []
    assert list(lacking(data)) == []
