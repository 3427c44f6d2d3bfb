"""Slides of words: the form that a point's statements take, and the headline that they stand under."""

import pytest
from msgspec.structs import replace

from briefgen.model.document import Block, Heading, KeyJudgements, Outlook, Prose, Statement, Watch
from briefgen.model.report import Kind, Quantity
from briefgen.model.spec import FULL, SHORT, STANDARD
from briefgen.render.pptx import places
from briefgen.render.pptx.deck import Chart, Deck, Panel, Paragraph, Rule, Slide, Span, TextBox
from briefgen.render.pptx.measure import lines, ruler, text_width
from tests.support import documents
from tests.support import texts as brief
from tests.support.decks import FONTS, THEMES, only, planned, texts, theme

from .samples import statement

PLAIN = tuple(statement(n, 80, 180, led=False, kind=Kind.FACT, value=None) for n in range(1, 13))
LED = tuple(statement(n, 80, 180, led=True, kind=Kind.FACT, value=None) for n in range(20, 30))
QUOTED = replace(PLAIN[0], kind=Kind.QUOTATION, short="Kabul is the “most important partner” there, said one.")


def deck(*points: tuple[str, tuple[Statement, ...]], line: str | None = "What the section says.", **more: str) -> Deck:
    """Return the deck of one section with its points as (headline, statements)."""
    heading = replace(documents.PARTIES, bottom_line=line)
    blocks: tuple[Block, ...] = tuple(documents.prose("s", f"p{n}", h, s) for n, (h, s) in enumerate(points))
    return planned(documents.document(SHORT, (*documents.OPENING, heading, *blocks, *documents.CLOSING)), **more)


def worded(made: Deck) -> list[Slide]:
    return [s for s in made.slides if s.layout not in ("title", "summary", "closing")]


def only_one(made: Deck) -> Slide:
    (slide,) = worded(made)
    return slide


@pytest.mark.parametrize("name", THEMES)
def test_a_quotation_stands_large_over_its_sentence_and_its_context(name: str) -> None:
    slide = only_one(deck(("A point", (PLAIN[1], QUOTED, *PLAIN[2:4])), name=name))
    words = {"chancery": "most important partner", "meridian": "“most important partner”"}
    assert (slide.layout, texts(slide, "quote")) == ("quotation", [words[name]])
    assert texts(slide, "speaker") == [QUOTED.short]
    assert texts(slide, "context") == [s.short for s in (PLAIN[1], *PLAIN[2:4])]
    assert slide.units == tuple(s.unit for s in (PLAIN[1], QUOTED, *PLAIN[2:4]))


def test_a_quotation_of_one_word_or_far_down_leads_no_slide() -> None:
    one = replace(QUOTED, short="They called it an “experiment” once.")
    assert only_one(deck(("A point", (one, *PLAIN[1:4])))).layout != "quotation"
    assert only_one(deck(("A point", (*PLAIN[1:4], QUOTED)))).layout != "quotation"
    assert only_one(deck(("A point", (QUOTED, PLAIN[1])))).layout != "quotation"


@pytest.mark.parametrize("name", THEMES)
def test_three_statements_with_numbers_become_key_figures(name: str) -> None:
    def counted(n: int, value: float | str, precision: str | None, unit: str = "states") -> Statement:
        one = Quantity(id=f"q{n}", value=value, unit=unit, what="What it counts", precision=precision)
        return replace(PLAIN[n], quantities=(one,))

    some = (counted(1, 4, "counted"), counted(2, 100, "rounded", "USD million"), counted(3, 1, None), PLAIN[4])
    slide = only_one(deck(("A point", some), name=name))
    assert slide.layout == "key_figures"
    assert texts(slide, "figure") == ["4", "4 states", "100", "about USD 100 million", "1", "1 states"]
    assert texts(slide, "text") == [s.short for s in some[:3]]
    assert texts(slide, "conclusion") == [PLAIN[4].short]
    assert [r.colour for r in only(slide, Rule) if isinstance(r, Rule)] == ["signal"] * 3
    bound = (*some[:2], counted(3, 100, "at-least"), counted(4, "1872–1935", None))
    assert only_one(deck(("A point", bound))).layout != "key_figures"


def test_words_stand_beside_their_number_where_all_of_them_have_the_room() -> None:
    units = {"states": "57 states", "EUR billion": "EUR 57 billion"}
    for unit, said in units.items():
        one = Quantity(id="q", value=57, unit=unit, what="What it counts", precision=None)
        slide = only_one(deck(("A point", tuple(replace(s, quantities=(one,)) for s in PLAIN[:3]))))
        assert texts(slide, "figure") == [said] * 3


def test_statements_that_all_have_leads_stand_in_rows() -> None:
    slide = only_one(deck(("A point", LED[:3]), line=None))
    assert texts(slide, "lead") == [s.lead for s in LED[:3]]
    assert len(texts(slide, "text")) == 3


def test_the_first_of_five_stands_large_beside_the_others() -> None:
    slide = only_one(deck(("A point", PLAIN[:5])))
    assert texts(slide, "lead 1") == [PLAIN[0].short]
    assert texts(slide, "text") == [s.short for s in PLAIN[1:5]]


def test_the_sections_bottom_line_stands_beside_up_to_four() -> None:
    slide = only_one(deck(("A point", PLAIN[:4])))
    assert texts(slide, "lead 1") == ["What the section says."]


def test_short_texts_that_would_leave_a_slide_empty_give_way_to_full_ones() -> None:
    (said,) = (s.text for s in PLAIN[1].text if hasattr(s, "text"))
    slide = only_one(deck(("A point", PLAIN[1:3]), line=None))
    assert texts(slide, "text 1") == [said]
    assert texts(only_one(deck(("A point", PLAIN[:5]), line=None)), "text 1") == [PLAIN[1].short]


def test_one_statement_alone_is_set_in_full_and_larger_than_two() -> None:
    slide = only_one(deck(("A point", LED[:1]), line=None))
    (box,) = (s for s in slide.shapes if isinstance(s, TextBox) and s.slot == "text 1")
    assert "".join(s.text for s in box.paragraphs[0].spans) == LED[0].lead
    assert box.paragraphs[1].size == 42
    assert slide.shapes[0].paragraphs[0].size == 28
    (first, _) = (
        s
        for s in only_one(deck(("A point", PLAIN[:2]), line=None)).shapes
        if isinstance(s, TextBox) and "text" in s.slot
    )
    assert first.paragraphs[0].size == 32


def test_small_points_share_a_slide_under_what_their_section_says() -> None:
    made = deck(("First", PLAIN[:2]), ("Second", LED[:1]), ("Third", PLAIN[2:4]))
    slide = only_one(made)
    assert (slide.layout, slide.headline) == ("two_columns", documents.PARTIES.headline)
    assert [t for t in texts(slide, "cell") if t in ("First", "Second", "Third")] == ["First", "Second", "Third"]
    assert f"{LED[0].lead}. " in texts(slide, "cell 2")[1]


def test_a_second_shared_slide_stands_under_the_sections_bottom_line_and_a_third_under_its_first_point() -> None:
    points = [(f"Point {n}", PLAIN[2 * n : 2 * n + 2]) for n in range(6)]
    titles = [s.headline for s in worded(deck(*points))]
    assert titles == [documents.PARTIES.headline, "What the section says", "Point 4"]
    last = worded(deck(*points))[-1]
    assert "Point 4" not in texts(last, "cell")
    assert "Point 5" in texts(last, "cell")


def test_a_single_statement_joins_a_point_that_has_room_in_a_panel_of_its_own() -> None:
    slide = only_one(deck(("Large", PLAIN[:3]), ("Small", PLAIN[3:4])))
    assert (slide.layout, slide.headline) == ("aside", "Large")
    assert texts(slide, "aside")[0] == "Small"
    assert slide.units == tuple(s.unit for s in PLAIN[:4])


def test_a_point_on_two_slides_has_two_headlines() -> None:
    one = replace(PLAIN[5], kind=Kind.JUDGEMENT)
    first, second = worded(deck(("Many things happened", (*PLAIN[:5], one, *PLAIN[6:8]))))
    assert (first.headline, second.headline) == ("Many things happened", one.short.rstrip("."))
    assert one.unit == second.units[0]
    assert one.short not in texts(second, "text") + texts(second, "lead")
    assert set(second.units) == {s.unit for s in (PLAIN[4], one, *PLAIN[6:8])}


def test_a_headline_that_no_statement_can_replace_is_continued() -> None:
    some = tuple(replace(s, short=s.short.lower()) for s in PLAIN[:8])
    first, second = worded(deck(("Many things happened", some)))
    assert second.headline == f"{first.headline} (continued)"


def test_a_slide_does_not_repeat_the_title_of_another() -> None:
    made = deck((documents.short().title, PLAIN[:4]))
    assert [s.headline for s in made.slides].count(documents.short().title) == 1


def sections(count: int) -> Deck:
    blocks: list[Block] = [*documents.OPENING]
    for n in range(1, count + 1):
        line = f"What section {n} says in one line."
        blocks.append(Heading(section=f"s{n}", level=1, headline=f"Section {n} argues", number=n, bottom_line=line))
        some = tuple(replace(s, unit=f"{n}-{s.unit}") for s in PLAIN[:3])
        blocks.append(Prose(section=f"s{n}", point=f"p{n}", headline=f"Point {n}", statements=some))
    return planned(documents.document(replace(FULL, slides=99), (*blocks, *documents.CLOSING)))


@pytest.mark.parametrize(
    ("count", "agendas", "lined"), [(3, 0, False), (4, 1, True), (8, 1, True), (12, 1, False), (14, 2, True)]
)
def test_an_agenda_lists_all_sections_and_says_what_they_say_while_there_is_room(
    count: int, agendas: int, lined: bool
) -> None:
    made = sections(count)
    found = [s for s in made.slides if s.layout == "agenda"]
    said = [t for s in found for t in texts(s, "item")]
    assert made.fits
    assert len(found) == agendas
    listed = [f"Section {n} argues" for n in range(1, count + 1)]
    assert [t for t in said if t.startswith("Section")] == (listed if agendas else [])
    assert ("What section 1 says in one line." in said) == lined


def test_a_nested_section_belongs_to_the_one_above_it_and_shows_in_the_frame() -> None:
    nested = Heading(section="n", level=2, headline="A nested section", bottom_line="It says so.")
    blocks = (
        documents.TAKEOVER,
        documents.prose("s", "p", "Over", PLAIN[:4]),
        nested,
        documents.prose("n", "q", "Under", PLAIN[4:8]),
        documents.PARTIES,
        documents.prose("o", "r", "Other", PLAIN[8:12]),
        documents.prose("o", "s", "Another", LED[:4]),
    )
    made = planned(documents.document(FULL, (*documents.OPENING, *blocks, *documents.CLOSING)))
    slide = next(s for s in made.slides if s.headline == "Under")
    assert slide.section == documents.TAKEOVER.headline
    assert texts(slide, "running") == ["Russia and the Taliban takeover  ·  A nested section"]
    assert [s.headline for s in made.slides if s.layout == "divider"] == [
        documents.TAKEOVER.headline,
        documents.PARTIES.headline,
    ]


def test_sections_of_one_slide_have_no_divider() -> None:
    blocks = (documents.TAKEOVER, documents.prose("s", "p", "Over", PLAIN[:4]), documents.PARTIES)
    more = (documents.prose("o", "r", "Other", PLAIN[4:8]), documents.prose("o", "s", "Another", LED[:4]))
    made = planned(documents.document(FULL, (*documents.OPENING, *blocks, *more, *documents.CLOSING)))
    assert not [s for s in made.slides if s.layout == "divider"]


def test_few_works_stand_on_the_closing_slide_and_have_none_of_their_own() -> None:
    notes = documents.standard().notes[:2]
    some = tuple(replace(s, notes=(1,), references=("klyszcz-2021",)) for s in PLAIN[:4])
    blocks = (*documents.OPENING, documents.TAKEOVER, documents.prose("s", "p", "Over", some), *documents.CLOSING)
    small = replace(
        documents.document(FULL, tuple(b for b in blocks if not isinstance(b, Watch))),
        notes=notes,
        references=("klyszcz-2021", "france-inter-2021"),
    )
    made = planned(small)
    assert made.slides[-1].layout == "closing"
    works = ["".join(s.text for s in note.full if hasattr(s, "text")) for note in notes]
    assert texts(made.slides[-1], "item")[:2] == [f"{n}\t{w}" for n, w in enumerate(works, 1)]
    assert planned(replace(small, references=tuple("abcde"))).slides[-1].layout == "sources"


def test_what_to_watch_stands_alone_where_there_is_no_outlook() -> None:
    blocks = tuple(b for b in documents.short().blocks if not isinstance(b, Outlook))
    made = planned(replace(documents.short(), blocks=blocks))
    assert set(places(made)) >= {s.unit for s in brief.WATCH}
    assert made.slides[-1].headline == "What to watch"


def test_notes_name_the_editors_remarks_as_such_and_say_a_measure_once() -> None:
    judgements = tuple(replace(s, editor_note="Other accounts differ.") for s in brief.JUDGEMENTS[:1])
    blocks = tuple(
        replace(b, statements=judgements) if isinstance(b, KeyJudgements) else b for b in documents.standard().blocks
    )
    made = planned(replace(documents.standard(), blocks=blocks))
    summary = next(s for s in made.slides if s.layout == "summary")
    assert (Span(text="Editor’s note: ", strong=True), Span(text="Other accounts differ.", emphasis=True)) in [
        p.spans for p in summary.notes
    ]
    title = ["".join(s.text for s in p.spans) for p in made.slides[0].notes]
    assert title[0] == "What to say"
    assert title[-1].startswith("As of 14")


def test_two_rows_leave_room_for_what_the_section_says_below_them() -> None:
    slide = only_one(deck(("A point", LED[:2])))
    assert len(only(slide, Panel)) == 1
    assert texts(slide, "conclusion") == ["What the section says."]


def test_a_divider_holds_a_headline_of_three_lines() -> None:
    text = "The three neighbours that now matter most to Moscow read the Taliban in ways of their own and act alone"
    long = replace(documents.PARTIES, headline=text)
    blocks = tuple(long if b == documents.PARTIES else b for b in documents.standard().blocks)
    made = planned(replace(documents.standard(), blocks=blocks, length=FULL))
    assert made.fits
    assert text in [s.headline for s in made.slides if s.layout == "divider"]


def test_a_figure_of_no_section_stands_alone_and_not_among_the_statements_of_the_one_before_it() -> None:
    figure = replace(documents.DATES, section=None)
    blocks = (*documents.OPENING, documents.PARTIES, documents.prose("s", "p", "A point", LED[:3]), figure)
    made = planned(documents.document(STANDARD, (*blocks, *documents.CLOSING)))
    (slide,) = (s for s in made.slides if s.layout == "timeline")
    assert slide.units == ()
    assert slide.section == documents.document(STANDARD, ()).short_title


def test_a_chart_without_words_beside_it_has_the_whole_width() -> None:
    figure = replace(documents.TRADES, section=None)
    beside = planned(documents.standard()), planned(documents.document(FULL, (*documents.OPENING, figure)))
    kinds = ("statement_chart", "chart")
    usual, alone = (next(s for s in made.slides if s.layout == k) for made, k in zip(beside, kinds, strict=True))
    about = figure.figure.words.subtitle.partition(". ")[0]
    assert texts(alone, "chart head")[0].startswith(about)
    wide = [next(c.box.w for c in only(slide, Chart)) for slide in (alone, usual)]
    assert wide[0] > 1.5 * wide[1]


def test_an_outlook_is_named_in_front_of_a_sentence_that_goes_on_small() -> None:
    def named(short: str) -> str:
        outlook = Outlook(statements=(replace(brief.OUTLOOK[0], short=short),))
        made = planned(documents.document(SHORT, (*documents.OPENING, outlook)))
        return made.slides[-1].headline

    assert named("With luck little will change.") == "Outlook: with luck little will change"
    assert named("Tajikistan may come round.") == "Outlook: Tajikistan may come round"


def test_an_outlook_of_one_sentence_is_not_said_twice() -> None:
    only_line = replace(brief.OUTLOOK[0], text=brief.inlines("Little will change."), short="Little will change.")
    last = planned(documents.document(SHORT, (*documents.OPENING, Outlook(statements=(only_line,))))).slides[-1]
    assert last.headline == "Outlook"
    assert texts(last, "statement") == ["Little will change."]


def test_a_lead_that_ends_as_a_sentence_gets_no_second_full_stop() -> None:
    some = tuple(replace(s, lead=lead) for s, lead in zip(LED, ("Who pays?", "No one.", "Rents"), strict=False))
    points = [(f"Point {n}", (one,)) for n, one in enumerate(some)]
    said = " ".join(texts(only_one(deck(*points)), "cell"))
    assert all(f"{lead} " in said for lead in ("Who pays?", "No one.", "Rents."))


@pytest.mark.parametrize("name", THEMES)
def test_a_title_of_two_lines_is_broken_where_a_reader_pauses(name: str) -> None:
    text = "China and Pakistan are nearest to Moscow on Kabul, but not joined to it"
    (head, *_) = only_one(deck((text, LED[:4]), name=name)).shapes
    assert isinstance(head, TextBox)
    using = ruler(theme(name), FONTS)
    (paragraph,) = head.paragraphs
    assert lines(paragraph, using, head.box.w) == 2
    first, *_ = text.partition(", ")
    size = paragraph.size
    assert text_width((Span(text=f"{first},", strong=True),), using, paragraph.face, size) <= head.box.w
    assert text_width((Span(text=f"{first}, but", strong=True),), using, paragraph.face, size) > head.box.w


def test_a_sections_bottom_line_that_opens_with_the_headline_is_not_said_below_it_again() -> None:
    slide = only_one(deck(("A point that holds", PLAIN[:2]), line="A point that holds; so far it does."))
    assert "A point that holds; so far it does." not in texts(slide, "lead")
    assert texts(only_one(deck(("A point that holds", PLAIN[:2]))), "lead") == ["What the section says."]


def test_the_headline_of_a_column_ends_on_more_than_a_short_word() -> None:
    points = (("The threat that they see did not", PLAIN[:1]), ("The other is consequences", PLAIN[1:2]))
    cells = [s for s in only_one(deck(*points)).shapes if isinstance(s, TextBox) and s.slot.startswith("cell")]
    assert [one.paragraphs[0].spans[0].text for one in cells] == [
        "The threat that they see did\u00a0not",
        "The other is consequences",
    ]


def test_an_address_has_room_where_no_line_ends_after_its_slashes() -> None:
    text = "See https://example.org/a/very/long/address/that/has/no/space/in/it/at/all for all"
    using = ruler(theme(), FONTS)
    said = Paragraph(spans=(Span(text=text, strong=True),), size=20)
    plain = replace(said, spans=(Span(text=text.replace("/", "\\"), strong=True),))
    assert all(lines(said, using, width) >= lines(plain, using, width) for width in range(200, 600, 10))
