"""The words of a mark: whole where they fit, and else shortened so that name and number both stay."""

import pytest

from briefgen.distribute import deckmark, pdfmark
from briefgen.distribute.copies import fitted, mark_of
from briefgen.typeset import fonts
from tests.distribute.support import DRESS, FONT, MARGIN, SIDE, deck, offer, pdf, recipient

NAME = "Ministerialdirigentin Dr. Wilhelmina Maximiliane von Württemberg-Hohenzollern · copy 1234"


def test_a_mark_that_fits_stays_as_it_is() -> None:
    wide = fonts.width(FONT, NAME, 8)
    assert fitted(NAME, wide, FONT, 8) == NAME
    assert fitted("", wide, FONT, 8) == ""


@pytest.mark.parametrize("room", [60, 100, 150, 200, 250, 300])
def test_a_mark_that_is_too_long_loses_letters_of_its_middle(room: float) -> None:
    text = fitted(NAME, room, FONT, 8)
    head, tail = text.split("…")
    assert NAME.startswith(head)
    assert NAME.endswith(tail)
    assert text.endswith("1234")
    assert fonts.width(FONT, text, 8) <= room
    assert fonts.width(FONT, text + "WW", 8) > room, "no more is lost than must be"


def test_where_there_is_no_room_at_all_nothing_fails() -> None:
    assert fitted(NAME, 0, FONT, 8) == "…"


def test_the_longest_name_keeps_its_number() -> None:
    to = recipient(name="Wilhelmina Maximiliane " * 13, mark="Reading copy for {name}, {copy}")
    mark = mark_of(to, offer(), 17)
    assert mark is not None
    assert len(mark) > 300
    assert fitted(mark, 400, FONT, 8).endswith(", copy 17")


def test_a_page_and_a_slide_have_room_between_foot_and_head() -> None:
    assert pdfmark.prepare(pdf(), MARGIN).room == pytest.approx(841.89 - MARGIN.foot - MARGIN.head, abs=0.01)
    room = deckmark.prepare(deck(), SIDE).room
    assert room == pytest.approx(72 * (7.5 - SIDE.foot - SIDE.head) - SIDE.size, abs=0.01)
    assert fonts.width(DRESS.deck_face, fitted(NAME * 4, room, DRESS.deck_face, SIDE.size), SIDE.size) <= room
