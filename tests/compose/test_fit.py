"""The search, with a measure that counts words: what fits, what nests, what is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from briefgen import compose
from briefgen.compose.assemble import Material, Selection, assemble
from briefgen.compose.cite import source_of
from briefgen.compose.frames import order_of
from briefgen.errors import InputError
from briefgen.model.document import Bullets, Document, Prose, Sources
from briefgen.model.inline import Citation, Text, plain
from briefgen.model.report import Report, Unit
from briefgen.model.spec import (
    ONE_PAGE,
    SHORT,
    STANDARD,
    BottomLine,
    BriefSpec,
    KeyJudgements,
    Length,
    Outlook,
    Replacement,
    Sections,
)
from tests.support.reports import cited, report, spec, unit


def material(some: Report, wanted: BriefSpec) -> Material:
    candidates = compose.select(some, wanted)
    return Material(report=some, spec=wanted, candidates=candidates, figures={}, source=source_of(some))


def words_of(document: Document) -> int:
    statements = [s for b in document.blocks for s in getattr(b, "statements", ())]
    return sum(len(plain(s.text).split()) for s in statements)


def by_words(a_page: int) -> compose.Measure:
    def measure(document: Document) -> compose.Room:
        words = words_of(document)
        there = a_page * document.length.pages
        fills = tuple(min(1.0, max(0.0, words / a_page - n)) for n in range(-(-words // a_page)))
        return compose.Room(fits=words <= there, roomy=True, needed=words, there=there, fills=fills)

    return measure


def long(name: str, words: int, section: str = "a", **fields: object) -> Unit:
    return unit(name, section, text=(Text(text=" ".join(["word"] * words)),), short="Short text.", **fields)


def test_a_length_takes_the_longest_prefix_that_fits() -> None:
    units = [long(f"u{n:02}", 20, "abc"[n % 3], rank=90 - n) for n in range(30)]
    found = material(report(*units), spec())
    fitted = compose.fit_pages(found, SHORT, None, by_words(150))
    words = words_of(fitted.document)
    assert fitted.room.fits
    assert words <= 300 < words + 25
    order = order_of(found, SHORT, fitted.bounds, fitted.selection)
    assert fitted.selection.body == tuple(u.id for u in order.head(len(fitted.selection.body)))
    assert {i for i, _ in fitted.left_out} == {u.id for u in units} - set(fitted.selection.body)


def test_a_unit_that_is_too_large_for_full_pages_is_passed_over_for_lesser_ones() -> None:
    units = [long("giant", 500, rank=99), *(long(f"u{n:02}", 20, "abc"[n % 3], rank=90 - n) for n in range(30))]
    fitted = compose.fit_pages(material(report(*units), spec()), SHORT, None, by_words(150))
    assert "giant" not in fitted.selection.body
    assert min(fitted.room.fills) >= 0.9
    assert fitted.warnings == ()
    standard = compose.fit_pages(material(report(*units), spec()), STANDARD, fitted.selection, by_words(300))
    assert standard.selection.body[: len(fitted.selection.body)] == fitted.selection.body
    assert "giant" in standard.selection.body


def test_pages_that_need_not_be_full_are_filled_by_lesser_units_too() -> None:
    first = [long(f"u{n:02}", 20, "abc"[n % 3], rank=90 - n) for n in range(5)]
    lesser = [long(f"v{n:02}", 20, "abc"[n % 3], rank=20 - n % 20) for n in range(60)]
    units = [*first, long("giant", 560, rank=70), *lesser]
    fitted = compose.fit_pages(material(report(*units), spec()), STANDARD, None, by_words(150))
    assert {"u00", "u01", "u02", "u03", "u04"} < set(fitted.selection.body)
    assert "giant" not in fitted.selection.body
    assert len(fitted.room.fills) == 4
    assert min(fitted.room.fills) >= 0.9


def test_pins_stand_and_omissions_do_not() -> None:
    units = [long(f"u{n}", 20, rank=90 - n) for n in range(20)]
    wanted = spec(pin=(("one-page", ("u19",)),), omit=(("one-page", ("u0",)),))
    found = material(report(*units), wanted)
    one = compose.fit_pages(found, ONE_PAGE, None, by_words(170))
    assert "u19" in one.selection.body
    assert "u0" not in one.selection.body
    assert ("u0", "omitted by the spec") in one.left_out
    short = compose.fit_pages(found, SHORT, one.selection, by_words(170))
    assert {"u0", "u19"} <= set(short.selection.body)


def test_a_pinned_set_that_is_too_large_is_an_error_with_points_needed_and_there() -> None:
    units = [long(f"u{n}", 100, rank=50) for n in range(5)]
    wanted = spec(pin=(("one-page", tuple(u.id for u in units)),))
    with pytest.raises(InputError) as caught:
        compose.fit_pages(material(report(*units), wanted), ONE_PAGE, None, by_words(100))
    text = str(caught.value)
    assert "briefs/brief.yaml" in text
    assert "BG502" in text
    assert "pt needed, 100 pt there" in text
    assert "unpin some of u0" in text


def test_a_report_too_small_for_full_pages_is_told_so() -> None:
    fitted = compose.fit_pages(material(report(long("u", 10)), spec()), SHORT, None, by_words(400))
    assert [w.code for w in fitted.warnings] == ["BG503"]
    assert "too little for 2 full page(s)" in fitted.warnings[0].message


def test_without_an_outlook_the_list_of_a_page_still_stands_before_the_sources() -> None:
    units = [long(f"u{n}", 20, rank=90 - n) for n in range(3)]
    wanted = spec(content=tuple(c for c in spec().content if not isinstance(c, Outlook)))
    document = compose.fit_pages(material(report(*units), wanted), ONE_PAGE, None, by_words(400)).document
    kinds = [type(b) for b in document.blocks]
    assert kinds.count(Bullets) == 1
    assert kinds.index(Bullets) < kinds.index(Sources)


def test_in_a_deck_each_section_has_its_best_unit_before_any_has_two() -> None:
    units = [unit(f"a{n}", rank=99 - n) for n in range(9)] + [unit(f"c{n}", "c", rank=2 - n) for n in range(3)]
    whole = report(*units, *(unit(f"b{n}", "b", rank=5 - n) for n in range(3)))
    nested = tuple(structs.replace(s, parent="a" if s.id == "b" else None) for s in whole.sections)
    found = material(structs.replace(whole, sections=nested), spec())

    def measure(document: Document) -> compose.Room:
        shown = [s.unit for b in document.blocks if isinstance(b, Prose) for s in b.statements]
        fits = len(shown) <= 4 and "c0" not in shown  # the best unit of `c` is too large
        return compose.Room(fits=fits, roomy=True, needed=len(shown), there=4, unit="slides")

    assert set(compose.fit_deck(found, STANDARD, None, measure).selection.body) == {"a0", "a1", "a2", "c1"}


def test_a_deck_shows_the_sections_that_its_content_names_before_those_that_units_bring() -> None:
    units = (
        unit("a1", "a", rank=90, needs=("b1",)),
        unit("a2", "a", rank=80),
        unit("b1", "b", rank=95),
        unit("c1", "c", rank=10),
    )
    found = material(report(*units), spec(content=(BottomLine(), KeyJudgements(count=5), Sections(ids=("a", "c")))))

    def two_sections(document: Document) -> compose.Room:
        sections = {b.section for b in document.blocks if isinstance(b, Prose)}
        return compose.Room(fits=len(sections) <= 2, roomy=True, needed=len(sections), there=2, unit="slides")

    assert set(compose.fit_deck(found, STANDARD, None, two_sections).selection.body) == {"a2", "c1"}


def test_a_deck_passes_over_what_needs_a_slide_too_many() -> None:
    units = [unit("a1", "a", rank=90), unit("b1", "b", rank=80), unit("a2", "a", rank=70)]

    def one_section(document: Document) -> compose.Room:
        sections = {b.section for b in document.blocks if hasattr(b, "statements") and hasattr(b, "section")}
        return compose.Room(fits=len(sections) < 2, roomy=True, needed=len(sections), there=1)

    fitted = compose.fit_deck(material(report(*units), spec()), SHORT, None, one_section)
    assert fitted.selection.body == ("a1", "a2")
    assert fitted.left_out == (("b1", "no slide has room for it"),)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    count = draw(st.integers(0, 30))
    return report(
        *(
            long(
                f"u{n}",
                draw(st.integers(3, 60)),
                draw(st.sampled_from("abc")),
                rank=draw(st.integers(0, 100)),
                point=draw(st.sampled_from([None, "p", "q"])),
                needs=tuple(f"u{i}" for i in draw(st.sets(st.integers(0, max(0, n - 1)), max_size=2)) if i < n),
            )
            for n in range(count)
        )
    )


OWN = Length(
    name="ministerial", pages=3, slides=8, exact=False, prose=True, full_notes=True, figures=3, slide_figures=4
)


@settings(deadline=None, max_examples=60)
@given(reports(), st.integers(150, 400))
def test_budgets_hold_lengths_nest_and_needs_stand(some: Report, a_page: int) -> None:
    found = material(some, spec(lengths=(ONE_PAGE, SHORT, OWN)))
    needs = {u.id: u.needs for u in some.units}
    for search in (compose.fit_pages, compose.fit_deck):
        floor = None
        before: set[str] = set()
        for length in (ONE_PAGE, SHORT, OWN):
            fitted = search(found, length, floor, by_words(a_page))
            assert fitted.room.fits
            shown = set(fitted.document.units)
            assert before <= shown
            assert all(set(needs[u]) <= shown for u in shown)
            assert len(fitted.document.units) == len(shown)
            again = search(found, length, floor, by_words(a_page))
            assert again == fitted
            floor, before = fitted.selection, shown


def test_replaced_words_keep_the_citations_of_the_original() -> None:
    some = report(cited("u", "tass"))
    own = Replacement(unit="u", text=(Text(text="Words of our own."),), short="Own words.")
    found = material(some, spec(replace=(own,))).candidates.body[0]
    assert plain(found.text) == "Words of our own."
    assert any(isinstance(i, Citation) for i in found.text)
    assert found.short == "Own words."
    assert found.covers == some.units[-1].covers


def test_on_slides_a_section_s_bottom_line_heads_statements_of_no_point() -> None:
    some = report(unit("u"))
    line = "Section a says this in one line."
    sections = tuple(structs.replace(s, bottom_line=line if s.id == "a" else None) for s in some.sections)
    found = material(structs.replace(some, sections=sections), spec())
    for slides, headline in ((True, line.rstrip(".")), (False, "Section a has a headline")):
        document = assemble(found, SHORT, Selection(body=("u",)), slides=slides)
        assert [b.headline for b in document.blocks if isinstance(b, Prose)] == [headline]
