"""Key figures from quantities: what is said before, beside and below a number."""

from msgspec.structs import replace

from briefgen.compose.captions import cited
from briefgen.model.facts import Quantity
from briefgen.model.numbers import Number, NumberChoice, Numbers, NumbersSpec
from tests.support.reports import report, resolved, unit

WHOLE = replace(
    report(unit("u")),
    quantities=(
        Quantity(id="four", value=4, unit="states", period="2021", precision="counted", what="Mild", cites=("tass",)),
        Quantity(id="five", value=5, unit="states", what="All"),
        Quantity(id="out", value=1250, unit="USD million", period="2019", precision="rounded", what="Exports"),
        Quantity(
            id="in", value=5, unit="USD million", period="2019", precision="exact", what="Imports", cites=("roe",)
        ),
        Quantity(id="long", value=100, unit="years", period="../1989", precision="at-least", what="Neighbours"),
        Quantity(id="years", value="1872–1935", unit="years", what="Drawn"),
    ),
)


def made(*items: NumberChoice, language: str = "en") -> Numbers:
    spec = NumbersSpec(id="n", headline="H", numbers=items, so_what="So it is.")
    found = resolved(spec, WHOLE, language)
    assert isinstance(found, Numbers)
    return found


def test_a_number_says_its_unit_and_what_it_is() -> None:
    assert made(NumberChoice(quantity="four")).numbers == (
        Number(id="four", before="", figure="4", after="states", text="Mild, 2021"),
    )


def test_a_part_stands_with_its_whole() -> None:
    (found,) = made(NumberChoice(quantity="four", of="five", text="states are mild")).numbers
    assert (found.figure, found.after, found.text) == ("4", "of 5", "states are mild")


def test_a_number_against_another_keeps_the_unit_in_its_words_and_says_about() -> None:
    (found,) = made(NumberChoice(quantity="in", against="out")).numbers
    assert found == Number(id="in", before="about", figure="5", after=": 1,250", text="USD million: Imports, 2019")


def test_a_bound_is_said_before_its_number() -> None:
    (found,) = made(NumberChoice(quantity="long")).numbers
    assert (found.before, found.figure, found.after, found.text) == ("at least", "100", "years", "Neighbours, 1989")


def test_a_number_in_words_is_shown_as_it_is_written() -> None:
    (found,) = made(NumberChoice(quantity="years", unit="")).numbers
    assert (found.figure, found.after) == ("1872–1935", "")


def test_all_is_told_in_words_and_cites_what_its_numbers_cite() -> None:
    found = made(NumberChoice(quantity="four"), NumberChoice(quantity="in"))
    assert found.words.description == "4 states: Mild, 2021. 5 USD million: Imports, 2019. So it is."
    choices = (NumberChoice(quantity="four"), NumberChoice(quantity="five", of="in"))
    spec = NumbersSpec(id="n", headline="H", numbers=choices)
    assert cited(spec, WHOLE) == ("tass", "roe")


def test_numbers_speak_the_brief_s_language() -> None:
    (found,) = made(NumberChoice(quantity="out"), language="fr").numbers
    assert (found.before, found.figure) == ("environ", "1\u00a0250")
