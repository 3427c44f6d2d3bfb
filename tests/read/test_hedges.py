import pytest

from briefgen.read import numbers
from briefgen.read.hedges import STRENGTHS, stands_in, stronger


@pytest.mark.parametrize(
    ("source", "here"),
    [
        ("may", "may"),
        ("may", "could"),
        ("likely", "may"),
        ("seems to lean", "seems to lean"),
        ("likely; impossible to assert", "likely"),
        ("may not", "may"),
        ("will continue; not uncritically", "not uncritically"),
        ("There is no evidence as of writing", "no evidence"),
        ("very unlikely", "unlikely"),
        ("conditional on", "depends on"),
        ("reported", "reportedly"),
        ("potential; would", "potential"),
        ("would prefer; potential", "would rather"),
        ("reportedly", "alleged"),
        ("believed", "may"),
        ("no evidence", "little evidence"),
        ("may", "so far"),
    ],
)
def test_a_hedge_may_stay_or_weaken(source: str, here: str) -> None:
    assert not stronger(here, source)


@pytest.mark.parametrize(
    ("source", "here"),
    [
        ("may", "likely"),
        ("may", "will"),
        ("could", "probably"),
        ("seems", "certainly"),
        ("likely", "almost certain"),
        ("unlikely", "very unlikely"),
        ("unlikely", "likely"),
        ("likely", "unlikely"),
        ("perhaps", "unlikely"),
        ("dubious", "almost no chance"),
        ("speculation; might", "expected"),
        ("alleged", "believed"),
        ("conditional on", "will"),
        ("depends", "would rather"),
        ("some grounds", "few grounds"),
        ("few grounds", "remote chance"),
        ("signalled", "shows"),
    ],
)
def test_a_stronger_hedge_is_found(source: str, here: str) -> None:
    assert stronger(here, source)


def test_the_table_has_about_forty_words_and_phrases() -> None:
    assert len(STRENGTHS) >= 40
    assert all(p == p.lower().strip() for p in STRENGTHS)


def test_a_hedge_stands_in_a_text_as_whole_words() -> None:
    assert stands_in("may", "It may hold.")
    assert stands_in("Seems to lean", "It seems to lean.")
    assert not stands_in("may", "To their dismay, it holds.")
    assert stands_in("so-called", "The so-called format")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (100, "about USD 100 million"),
        (1500, "1,500 or 1 500 or 1.500"),
        (1500, "1\u202f500 visits"),
        (2.5, "2.5 per cent"),
        (2.5, "2,5 pour cent"),
        (1, "its only ally"),
        (4, "Four states"),
        (3, "three corridors."),
        (100, "a centenary"),
        ("1872–1935", "from 1872 to 1935"),
        ("several", "Several visits"),
    ],
)
def test_a_number_that_a_text_states_is_found(value: float | str, text: str) -> None:
    assert numbers.stands_in(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [(100, "about 1000"), (4, "fourteen and 14"), (2.5, "25"), ("1872–1935", "from 1872"), (0.5, "5")],
)
def test_another_number_is_not_taken_for_it(value: float | str, text: str) -> None:
    assert not numbers.stands_in(value, text)
