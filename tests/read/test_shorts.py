"""A short text may leave a number out, never change one, and is never surer than its text."""

import pytest

from briefgen import read
from briefgen.read.hedges import surer
from briefgen.read.numbers import changed

from .sample import FILES, told, write


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("Exports were small.", "Exports stood at USD 100 million in 2019."),
        ("Exports stood at USD 100 million.", "Exports were USD 100 million in 2019."),
        ("5–10 million people", "between 5 million and 10 million people"),
        ("In 2021, 30 %", "30 per cent since 2020–21"),
        ("1,500 visits", "1 500 visits"),
        ("about 1.5 million", "1,5 million"),
        ("In 12 days", "twelve days"),
        ("a dozen states", "12 states"),
        ("4 states agree.", "Four of five Central Asian states agree."),
        ("two million", "2 million"),
        ("USD 2 bn", "USD 2 billion"),
        ("On 8 July", "8–9 July"),
        ("in the 1990s", "the 1990s"),
        ("no one of them", "Some left."),
        ("Two empires met.", "The British and Russian empires met."),
        ("Three states agree.", "Kazakhstan, Uzbekistan and Turkmenistan agree."),
        ("both sides", "Moscow and Kabul"),
        ("S-300 systems", "S-300 air-defence systems"),
    ],
)
def test_a_number_that_the_text_states_may_be_stated(short: str, text: str) -> None:
    assert changed(short, text, ()) == ()


@pytest.mark.parametrize(
    ("short", "text", "written", "sure"),
    [
        ("Exports of USD 100 billion.", "Exports were USD 100 million in 2019.", "USD 100 billion", True),
        ("Exports of EUR 100 million.", "Exports were USD 100 million in 2019.", "EUR 100 million", True),
        ("Exports of 120 million.", "Exports were USD 100 million in 2019.", "120 million", True),
        ("Three states agree.", "Four of five Central Asian states agree.", "Three", True),
        ("Two of the states agree.", "Three of the states agree.", "Two", True),
        ("two million", "2 billion", "two million", True),
        ("30 per cent", "30 million", "30", True),
        ("100 troops", "1000 troops", "100", True),
        ("In 2021 the talks began.", "In August the talks began.", "2021", True),
        ("Three corridors matter.", "The Wakhan matters.", "Three", False),
    ],
)
def test_another_number_is_found(short: str, text: str, written: str, sure: bool) -> None:
    assert [(c.written, c.sure) for c in changed(short, text, ())] == [(written, sure)]


def test_numbers_beyond_measure_are_numbers() -> None:
    huge = "9" * 400
    assert [c.written for c in changed(f"{huge} states", "many states", ())] == [huge]


@pytest.mark.parametrize(
    ("short", "text", "words"),
    [
        ("Russia will turn neutral.", "Russia could turn neutral.", ("will",)),
        ("Russia is likely to turn.", "Russia may turn.", ("likely",)),
        ("It is very unlikely.", "It is unlikely.", ("very unlikely",)),
        ("Russia could turn neutral.", "Russia will turn neutral.", ()),
        ("Russia will turn neutral.", "Russia turns neutral.", ()),
        ("It seems so.", "It may be so.", ()),
    ],
)
def test_a_surer_word_is_found(short: str, text: str, words: tuple[str, ...]) -> None:
    assert surer(short, text) == words


def test_days_and_years_of_a_units_dates_may_be_stated(tmp_path) -> None:
    section = "reports/small/sections/main.yaml"
    changed_ = FILES[section].replace("In Moscow the Taliban promised calm on 8 July 2021.", "They promised calm.")
    said = changed_.replace("short: The Taliban promised calm.", "short: On 8 July 2021 they promised calm.")
    assert told(tmp_path / "right", {section: said}) == ""
    wrong = said.replace("On 8 July 2021", "On 9 July 2021")
    assert "`short` states `9`, `text` does not" in told(tmp_path / "day", {section: wrong})
    wrong = said.replace("On 8 July 2021 they", "8 states")
    assert "`short` states `8`, `text` does not" in told(tmp_path / "other", {section: wrong})


def test_a_quantity_may_be_stated_in_short_alone(tmp_path) -> None:
    section = "reports/small/sections/main.yaml"
    said = FILES[section].replace("short: The Taliban promised calm.", "short: Exports stood at USD 100 million.")
    project = write(tmp_path, {section: said})
    assert read.report("small", project).diagnostics == ()
