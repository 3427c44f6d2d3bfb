import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.model.document import Note
from briefgen.model.inline import Call, Citation, Cited, Text
from briefgen.render.pdf import inlines
from briefgen.render.pdf.paragraph import set_lines, width_of
from briefgen.render.pdf.styles import look
from tests.support.documents import BOTTOM, JUDGEMENTS
from tests.support.texts import inlines as marked

from .samples import FONTS, theme

STYLE = look(theme(), FONTS).style


def told(pieces) -> str:
    back = {0xF730 + n: str(n) for n in range(10)}
    return "".join(p.text for p in pieces).translate(back)


def test_neighbouring_calls_are_parted_by_a_comma_and_raised():
    found = tuple(inlines.pieces((Text(text="said."), Call(notes=(12, 13)), Call(notes=(2,))), STYLE.text, "en"))
    assert [p.text for p in found] == ["said.", "12", ",", "13", ",", "2"]
    assert [p.call for p in found] == [None, 12, None, 13, None, 2]
    assert all(p.rise == pytest.approx(3.8) and p.size == pytest.approx(6.8) for p in found[1:])


def test_a_citation_without_a_number_is_refused():
    with pytest.raises(ValueError, match="without a number"):
        tuple(inlines.pieces((Citation(works=(Cited(reference="x"),)),), STYLE.text, "en"))


def test_a_lead_is_bold_and_ends_in_a_full_stop():
    found = inlines.statement(JUDGEMENTS[0], STYLE.text, "en")
    assert found[0].text == "A means, not the end."
    assert found[0].face == STYLE.text.roman[1]
    assert told(found).startswith("A means, not the end. Dealing with")


def test_short_texts_keep_all_calls_of_their_statement():
    one = replace(BOTTOM, notes=(1, 4))
    found = inlines.statement(one, STYLE.text, "en", short=True)
    assert told(found) == one.short + "1,4"
    assert {p.call for p in found} == {None, 1, 4}


def test_dates_and_names_are_held_together():
    (piece,) = inlines.words("After a report by Ivan U. Klyszcz of 14 November 2021", STYLE.caption, "en")
    assert "Ivan\u00a0U.\u00a0Klyszcz" in piece.text
    assert "14\u00a0November" in piece.text


def test_foreign_words_carry_their_language():
    found = tuple(inlines.pieces(marked("TASS, «{ru:Талибы}», 2021"), STYLE.note, "en"))
    assert [p.language for p in found] == [None, "ru", None]


def test_what_one_family_lacks_is_set_in_the_other():
    before, gap, behind = inlines.words("at Galǥa in 2021", STYLE.text, "en", strong=True)
    assert (before.text, gap.text, told((behind,))) == ("at Gal", "ǥ", "a in 2021")
    assert before.face == behind.face == STYLE.text.roman[1]
    assert gap.face == STYLE.caption.roman[1]


def test_what_both_families_lack_is_refused_by_name():
    with pytest.raises(InputError, match=r"U\+5854") as caught:
        inlines.words("塔利班", STYLE.text, "en")
    assert caught.value.diagnostics[0].code == "BG404"


def test_marks_that_show_nothing_are_dropped():
    (piece,) = inlines.words("soft\u00adhyphen\u200b and\u2060 more", STYLE.text, "en")
    assert piece.text == "soft\u00adhyphen and more"  # a line may end at it


def test_a_statement_in_another_language_says_so():
    found = inlines.statement(replace(BOTTOM, language="fr"), STYLE.text, "en")
    assert {p.language for p in found if p.call is None} == {"fr"}


def test_sources_are_one_run_of_numbers_and_short_forms():
    notes = tuple(
        Note(number=n, references=("x",), short=marked(f"Outlet {n}, 2 Sep 2021"), full=marked("x")) for n in (1, 2, 3)
    )
    found = inlines.sources(notes, STYLE.caption, "en", colour="#8A1C2C", gap=4.0, room=300.0)
    assert told(found).replace("\u00a0", " ") == "1 Outlet 1, 2 Sep 2021 2 Outlet 2, 2 Sep 2021 3 Outlet 3, 2 Sep 2021"
    for width in (80.0, 120.0, 200.0):
        fitted = inlines.sources(notes, STYLE.caption, "en", colour="#8A1C2C", gap=4.0, room=width)
        lines = set_lines(fitted, width, leading=10.0, baseline=8.0).lines
        shown = ["".join(fitted[p].text[a:b] for p, a, b in line.parts).strip() for line in lines]
        whole = width_of(tuple(p for p in fitted if p.note == 1)) <= width
        assert all(s[0].isdigit() for s in shown) or not whole


def test_a_source_too_long_for_a_line_may_be_broken():
    notes = (Note(number=1, references=("x",), short=marked("A very long outlet's name, " * 5), full=marked("x")),)
    found = inlines.sources(notes, STYLE.caption, "en", colour="#8A1C2C", gap=4.0, room=100.0)
    assert not any(p.whole for p in found)
