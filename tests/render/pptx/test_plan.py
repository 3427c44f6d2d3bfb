"""Which slides a document becomes, what stands on them, and whether it fits."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefgen.model.document import Bullets, Document, FigureBlock, KeyJudgements, Prose, TableBlock, Watch
from briefgen.model.measures import INCH
from briefgen.model.spec import FULL, SHORT, STANDARD
from briefgen.render.pptx import dump, places, plan, targets, widths
from briefgen.render.pptx.deck import Chart, Drawing, Mark, Number, Table, TextBox
from briefgen.typeset.language import labels
from tests.support import documents, pictures
from tests.support import texts as brief
from tests.support.decks import FONTS, only, planned, sketched, texts, theme

ALL = (documents.one_slide, documents.short, documents.standard, documents.full)


@pytest.mark.parametrize("make", ALL)
def test_a_deck_reads_as_it_did(make: Callable[[], Document], golden: Callable[[str, str], None]) -> None:
    golden(f"deck-{make.__name__}.txt", dump(planned(make())))


def test_the_title_slide_names_each_author_once() -> None:
    made = replace(
        documents.standard(), author_line="After a report by A, B and C", report_line="A, B and C, Papers, series 2, 4"
    )
    date = next(s for s in planned(made).slides[0].shapes if isinstance(s, TextBox) and s.slot == "date")
    said = ["".join(span.text for span in p.spans) for p in date.paragraphs]
    assert "After a report by A, B and C, Papers, series 2, 4" in said


@pytest.mark.parametrize("make", ALL)
def test_a_deck_that_is_short_enough_fits(make: Callable[[], Document]) -> None:
    deck = planned(make())
    assert deck.fits
    assert len(deck.slides) <= make().length.slides


def test_a_figure_without_room_on_the_one_slide_is_told() -> None:
    deck = planned(documents.one_page())
    assert not deck.fits
    assert [p.where.rpartition(", ")[2] for p in deck.problems] == ["figure stances"]


@pytest.mark.parametrize("make", ALL)
def test_the_same_document_gives_the_same_plan(make: Callable[[], Document]) -> None:
    assert planned(make()) == planned(make())


@pytest.mark.parametrize("make", ALL)
def test_every_unit_has_a_slide(make: Callable[[], Document]) -> None:
    deck = planned(make())
    assert set(places(deck)) == set(make().units)
    assert all(1 <= n <= len(deck.slides) for at in places(deck).values() for n in at)


@pytest.mark.parametrize("make", ALL)
def test_titles_differ_and_every_slide_is_marked_and_numbered(make: Callable[[], Document]) -> None:
    deck = planned(make())
    assert len({s.headline for s in deck.slides}) == len(deck.slides)
    for slide in deck.slides:
        assert len(only(slide, Mark)) == 2
        assert len(only(slide, Number)) == (slide.layout != "title")


@pytest.mark.parametrize("make", ALL)
def test_no_shape_leaves_the_slide_and_no_text_goes_below_its_floor(make: Callable[[], Document]) -> None:
    deck, floors = planned(make()), {"source": 11.0, "running": 12.0}
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.box.x >= 0
            assert shape.box.y >= 0
            assert shape.box.right <= deck.width + 0.1
            assert shape.box.bottom <= deck.height + 0.1
            if isinstance(shape, TextBox):
                assert min(p.size for p in shape.paragraphs) >= floors.get(shape.slot, 14.0)


def test_one_page_is_one_slide_whose_rest_is_spoken() -> None:
    deck = planned(documents.one_slide())
    assert [s.layout for s in deck.slides] == ["one_slide"]
    slide = deck.slides[0]
    assert slide.headline == documents.one_slide().title
    assert texts(slide, "item") == [line for s in brief.JUDGEMENTS[:4] for line in (s.lead or "", s.short)]
    assert slide.spoken[:2] == ("kj-china", "f-july")
    said = "".join(s.text for p in slide.notes for s in p.spans)
    assert "China, not Russia, leads" in said


def test_a_small_chart_takes_the_outlooks_place() -> None:
    blocks = tuple(documents.TRADES if isinstance(b, FigureBlock) else b for b in documents.one_page().blocks)
    slide = planned(replace(documents.one_page(), blocks=blocks)).slides[0]
    assert len(only(slide, Chart)) == 1
    assert "out-recognition" in slide.spoken


def test_a_short_deck_opens_and_closes_as_it_should() -> None:
    layouts = [s.layout for s in planned(documents.short()).slides]
    assert layouts[:2] == ["title", "summary"]
    assert layouts[-1] == "closing"
    assert not {"agenda", "divider", "sources"} & set(layouts)


def test_a_longer_deck_has_an_agenda_and_sources_and_the_longest_dividers() -> None:
    layouts = [s.layout for s in planned(documents.standard()).slides]
    assert layouts[1] == "agenda"
    assert layouts[-1] == "sources"
    full = planned(replace(documents.standard(), length=FULL))
    assert [s.layout for s in full.slides].count("divider") == 2  # the third section has one slide
    tight = planned(replace(documents.standard(), length=replace(STANDARD, slides=12)))
    assert "divider" not in [s.layout for s in tight.slides]


def test_a_figure_shows_the_statements_of_its_own_point_first() -> None:
    slide = next(s for s in planned(documents.short()).slides if s.layout == "map_takeaways")
    assert slide.units == tuple(s.unit for s in brief.NEIGHBOURS)
    assert slide.headline == pictures.MAP.words.headline


def test_a_chart_takes_no_statements_of_other_points() -> None:
    blocks = tuple(
        b for b in documents.standard().blocks if not isinstance(b, Prose) or b.point != "connectivity-trade"
    )
    document = replace(documents.standard(), blocks=blocks)
    slide = next(s for s in planned(document).slides if s.layout == "statement_chart")
    assert slide.units == ()
    assert texts(slide, "text") == [documents.CONTAINMENT.bottom_line]


def test_no_statement_is_left_alone_where_it_need_not_be() -> None:
    deck = planned(documents.standard())
    line = next(s for s in deck.slides if s.layout == "timeline")
    assert line.units == ("f-july", "f-october")
    after = deck.slides[deck.slides.index(line) + 1]
    assert after.units == ("f-drills", "f-listing")
    assert after.headline == "Moscow gathered assurances and withheld recognition"


def test_small_points_of_a_section_share_a_slide_and_large_ones_take_two() -> None:
    one, two = brief.CHINA, brief.ASSURANCES[:2]
    many = (*brief.ASSURANCES, *brief.NEIGHBOURS)
    small = (documents.PARTIES, documents.prose("a", "x", "First point", one), documents.prose("a", "y", "Second", two))
    large = (documents.PARTIES, documents.prose("a", "z", "Many things happened", many))
    shared = planned(documents.document(SHORT, (*documents.OPENING, *small, *documents.CLOSING)))
    assert [(s.layout, s.units) for s in shared.slides[2:-1]] == [
        ("two_columns", tuple(s.unit for s in (*one, *two))),
    ]
    split = planned(documents.document(SHORT, (*documents.OPENING, *large, *documents.CLOSING)))
    found = [s for s in split.slides if s.layout in ("statements", "two_columns")]
    assert [len(s.units) for s in found] == [4, 3]
    assert found[0].headline == "Many things happened"
    assert found[1].headline in {s.short.rstrip(".") for s in many}


def test_a_chart_is_native_and_every_other_picture_is_a_target() -> None:
    deck = planned(documents.standard())
    assert set(targets(deck)) == {"stances", "dates"}
    assert all(t.format == "pptx" and t.text == t.smallest == 14 for t in targets(deck).values())
    assert [c.title for s in deck.slides for c in only(s, Chart) if isinstance(c, Chart)] == [
        pictures.TRADE.words.headline
    ]


def test_pictures_are_as_wide_as_was_asked_and_as_tall_as_they_may_be() -> None:
    document = documents.standard()
    wanted, sketches = widths(document, theme()), sketched(document)
    for name, target in targets(planned(document)).items():
        assert target.width == pytest.approx(wanted[name])
        assert sketches[name].least - 0.5 <= target.height <= sketches[name].most + 0.5


def test_a_map_too_tall_for_its_place_is_drawn_narrower() -> None:
    document = documents.short()
    sketches = sketched(document)
    tall = replace(sketches["stances"], least=500.0, most=600.0)
    deck = plan(document, theme(), {**sketches, "stances": tall}, FONTS)
    assert deck.fits
    target = targets(deck)["stances"]
    assert target.height / target.width == pytest.approx(500 / tall.width, rel=0.05)


def test_the_map_stands_clear_of_its_source_line() -> None:
    for slide in planned(documents.short()).slides:
        for drawing in only(slide, Drawing):
            source = next(s for s in slide.shapes if isinstance(s, TextBox) and s.slot == "source")
            assert drawing.box.bottom < source.box.y


def test_takeaways_below_a_wide_figure_stand_clear_of_a_long_source_line() -> None:
    document = documents.standard()
    sketches = sketched(document)
    noted = replace(sketches["dates"], notes=("A note on boundaries that takes up room. " * 7,))
    for one in (sketches["dates"], noted):
        deck = plan(document, theme(), {**sketches, "dates": one}, FONTS)
        slide = next(s for s in deck.slides if s.layout == "timeline")
        (source,) = (s for s in slide.shapes if isinstance(s, TextBox) and s.slot == "source")
        others = [s for s in slide.shapes if s.box.y > 140 and s is not source and "takeaway" in getattr(s, "slot", "")]
        assert others
        assert max(s.box.bottom for s in others) < source.box.y - 8


def test_a_table_fills_its_area_and_splits_when_it_must() -> None:
    short = next(s for s in planned(documents.standard()).slides if s.layout == "table")
    table = only(short, Table)[0]
    assert isinstance(table, Table)
    assert sum(table.columns) == pytest.approx(table.box.w)
    assert table.box.h == pytest.approx(4.6 * INCH, abs=1)
    assert table.size == 18
    rows = documents.PARTNERS.rows * 4
    blocks = tuple(replace(b, rows=rows) if isinstance(b, TableBlock) else b for b in documents.standard().blocks)
    deck = planned(replace(documents.standard(), blocks=blocks, length=FULL))
    parts = [t for s in deck.slides for t in only(s, Table) if isinstance(t, Table)]
    assert deck.fits
    assert len(parts) > 1
    assert {p.rows[0] for p in parts} == {table.rows[0]}
    assert sum(len(p.rows) - 1 for p in parts) == len(rows)
    assert all(p.size >= 14 for p in parts)


def test_a_deck_without_a_list_to_watch_says_whence_it_comes() -> None:
    blocks = tuple(b for b in documents.short().blocks if not isinstance(b, Watch))
    closing = planned(replace(documents.short(), blocks=blocks)).slides[-1]
    assert closing.layout == "closing"
    assert any("reviewed" in t for t in texts(closing, "item"))


def test_too_many_slides_do_not_fit() -> None:
    deck = planned(replace(documents.standard(), length=replace(STANDARD, slides=9)))
    assert not deck.problems
    assert not deck.fits


@pytest.mark.parametrize("what", ["bottom line", "judgements", "headline", "outlook"])
def test_text_without_room_is_told_with_what_it_needs(what: str) -> None:
    document, long = documents.short(), "A sentence that goes on and on without any end in sight. " * 12
    blocks = list(document.blocks)
    if what == "bottom line":
        blocks[0] = replace(documents.OPENING[0], statement=replace(brief.BOTTOM, text=brief.inlines(long), short=long))
    elif what == "judgements":
        some = tuple(replace(s, short=long[:220]) for s in brief.JUDGEMENTS)
        blocks[1] = KeyJudgements(statements=some, hint="")
    elif what == "headline":
        blocks = [replace(b, headline=long) if isinstance(b, Prose) and b.point == "china" else b for b in blocks]
    else:
        some = tuple(replace(s, text=brief.inlines(long), short=long) for s in brief.OUTLOOK)
        blocks = [replace(b, statements=some) if type(b).__name__ == "Outlook" else b for b in blocks]
    deck = planned(replace(document, blocks=tuple(blocks)))
    assert not deck.fits
    assert deck.problems
    assert all(p.needed > p.there for p in deck.problems)


def test_titles_with_cyrillic_are_set_in_the_face_that_has_it() -> None:
    deck = planned(replace(documents.short(), title="Москва хочет стабильного Афганистана"))
    headline = deck.slides[0].shapes[0]
    assert isinstance(headline, TextBox)
    assert {p.face for p in headline.paragraphs} == {"body"}


def test_the_source_line_names_a_year_once_and_every_work_once() -> None:
    summary = planned(documents.short()).slides[1]
    assert texts(summary, "source") == [
        "Sources: Klyszcz 2021; France Inter, 17 Aug; TASS, 21 Oct; Reuters, 18 Oct; RFE/RL, 7 Jul; "
        "Al Jazeera, 2 Sep 2021"
    ]


def test_a_source_line_that_is_too_long_ends_early_but_keeps_the_disclaimer() -> None:
    document = documents.short()
    notes = tuple(
        replace(n, short=brief.inlines(f"An outlet with a very long name indeed, number {n.number}" * 3))
        for n in document.notes
    )
    slide = next(s for s in planned(replace(document, notes=notes)).slides if s.layout == "map_takeaways")
    line = texts(slide, "source")[0]
    assert "do not imply official endorsement" in line
    assert "…" in line or "An outlet" not in line


def test_bullets_are_told_like_points() -> None:
    block = Bullets(headline="Further evidence", statements=brief.CHINA)
    document = documents.document(SHORT, (*documents.OPENING, documents.PARTIES, block, *documents.CLOSING))
    assert any(s.headline == "Further evidence" for s in planned(document).slides)


def test_furniture_in_french_has_french_spaces() -> None:
    document = replace(documents.short(), labels=labels("fr"))
    deck = planned(document)
    assert texts(deck.slides[1], "source")[0].startswith("Sources :")
    assert deck.slides[-1].headline.replace("\u00a0", " ") == "Perspectives : Major breakthroughs are unlikely"
    assert texts(deck.slides[1], "label") == ["L’ESSENTIEL"]


def test_one_slide_without_judgements_shows_statements_in_their_place() -> None:
    document = documents.one_slide()
    blocks = tuple(b for b in document.blocks if not isinstance(b, KeyJudgements))
    slide = planned(replace(document, blocks=blocks)).slides[0]
    said = [s.unit for b in blocks if isinstance(b, Bullets) for s in b.statements][:4]
    assert said
    assert set(said) <= set(slide.units)
