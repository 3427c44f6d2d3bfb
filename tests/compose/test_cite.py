from msgspec import structs

from briefgen.compose import references
from briefgen.compose.cite import Notes, source_of
from briefgen.model.inline import Call, Text, plain
from tests.support.reports import WORKS, cited, report, unit

SELF, TASS, ROE = WORKS


def notes(*, full: bool = False) -> Notes:
    return Notes(source_of(report(unit("u"), unit("v", "b"))), "en", full=full)


def test_notes_are_numbered_in_the_order_of_their_first_call() -> None:
    made = notes()
    some = made.statements((cited("x", "roe"), cited("y", "tass"), cited("z", "roe")), each=False)
    assert [s.notes for s in some] == [(1,), (2,), (1,)]
    assert [n.references for n in made.made] == [("roe",), ("tass",)]


def test_a_paragraph_that_rests_on_the_report_calls_it_once_with_its_pages() -> None:
    made = notes(full=True)
    one, _, three = made.statements((unit("u"), cited("x", "tass"), unit("v", "b")), each=False)
    assert one.notes == ()
    assert three.notes == (2,)
    assert plain(made.made[1].full).endswith("November 2021, pp. 2–3.")
    assert one.references == ("self",)


def test_neighbouring_citations_become_one_call() -> None:
    made = notes()
    (one,) = made.statements((cited("x", "tass", "roe"),), each=True)
    assert one.text[-1] == Call(notes=(1, 2))


def test_the_short_form_is_outlet_and_date_for_the_press_and_author_and_year_for_books() -> None:
    assert plain(references.short(TASS, "en", self_id="self")) == "TASS, 21 Oct 2021"
    assert plain(references.short(ROE, "en", self_id="self", locator="p. 4")) == "Roe 2018, p. 4"
    assert plain(references.short(SELF, "en", self_id="self")) == "Doe, Series 1/2021"


def test_the_date_of_a_short_form_is_in_the_language_of_the_furniture() -> None:
    short = references.short(TASS, "fr", self_id="self", content="en")
    assert short == (Text(text="TASS, "), Text(text="21 oct. 2021", language="fr"))
    assert references.short(TASS, "fr", self_id="self", content="fr") == (Text(text="TASS, 21 oct. 2021"),)


def test_the_full_form_keeps_the_title_in_its_language_and_translates_it() -> None:
    form = references.full(TASS, "en")
    assert plain(form) == "«Заголовок» [A headline], TASS, 21 October 2021."
    assert form[0] == Text(text="«Заголовок»", language="ru")
    assert plain(references.full(ROE, "en", locator="p. 4")) == "R. Roe, A book, Press, 2018, p. 4."


def test_marks_within_marks_are_those_of_the_second_kind() -> None:
    quoting = structs.replace(TASS, title="«Все дороги» закрыты")
    assert plain(references.full(quoting, "en")).startswith("«„Все дороги“ закрыты» [")
    english = structs.replace(TASS, title="A “road” to nowhere", language="en", title_en=None)
    assert plain(references.full(english, "en")).startswith("“A ‘road’ to nowhere”")


def test_the_same_source_is_one_note_in_short_form_and_a_note_a_page_in_full_form() -> None:
    for full, count in ((False, 1), (True, 2)):
        made = notes(full=full)
        made.statements((unit("u"), unit("v", "b")), each=True)
        assert len(made.made) == count


def test_works_that_one_short_note_stands_for_are_all_in_it() -> None:
    again = structs.replace(TASS, id="tass-2", title="Another headline of that day")
    some = structs.replace(report(), references=(*WORKS, again))
    made = Notes(source_of(some), "en", full=False)
    one, other = made.statements((cited("x", "tass"), cited("y", "tass-2")), each=False)
    assert one.notes == other.notes == (1,)
    assert [n.references for n in made.made] == [("tass", "tass-2")]


def test_a_work_is_given_in_full_once_and_in_short_with_its_page_later() -> None:
    made = notes(full=True)
    made.statements((unit("u"), unit("v", "b")), each=True)
    first, later = made.made
    assert plain(first.full).startswith("J. Q. Doe, The report")
    assert plain(later.full) == "Doe, Series 1/2021, p. 3."
