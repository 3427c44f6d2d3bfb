import datetime as dt
import string
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.resources import asset
from briefgen.typeset import language as lang

SERIF = asset("fonts", "SourceSerif4-Regular.ttf")
CALADEA = asset("fonts", "Caladea-Regular.ttf")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def visible(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 8 July 2021 it met.", "On 8~July~2021 it met."),
        ("By 15 August,", "By 15~August,"),
        ("in July 2021 and July 8, 2021", "in July~2021 and July~8, 2021"),
        ("8–10 July; the 1st September", "8–10~July; the 1st~September"),
        ("USD 100 million, EUR 1 billion", "USD~100~million, EUR~1~billion"),
        ("about 1 billion or 12 per cent", "about 1~billion or 12~per cent"),
        ("no. 12, Table 1, Figure 2, Article 5", "no.~12, Table~1, Figure~2, Article~5"),
        ("p. 12 and pp. 3–4", "p.~12 and pp.~3–4"),
        ("30 km, 5 m, 1,200 MW", "30~km, 5~m, 1,200~MW"),
        ("8 July – 3 August 2021", "8~July~– 3~August~2021"),
        ("8 people may march; 30 minutes", "8 people may march; 30 minutes"),
        ("NATO 30, Corp. 12, in 2021 the", "NATO 30, Corp. 12, in 2021 the"),
    ],
)
def test_english_text_is_bound(text: str, expected: str) -> None:
    assert visible(lang.bind(text, "en")) == expected
    assert visible(lang.bind(text, "en-GB")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 8 juillet 2021", "le 8~juillet~2021"),
        ("le 1er août : rien", "le 1er~août^: rien"),
        ("Source: X ; Y! Z ?", "Source^: X^; Y^! Z^?"),
        ("« oui » et «non»", "«^oui^» et «^non^»"),
        ("(vraiment ?) Quoi ?!", "(vraiment^?) Quoi^?!"),
        ("à 12:30, https://mid.ru/?id=1", "à 12:30, https://mid.ru/?id=1"),
        ("12 345 678 habitants, 100 millions", "12^345^678 habitants, 100~millions"),
        ("n° 12, tableau 3, p. 4", "n°~12, tableau~3, p.~4"),
    ],
)
def test_french_text_is_bound_with_the_narrow_spaces_of_its_font(text: str, expected: str) -> None:
    assert visible(lang.bind(text, "fr", SERIF)) == expected
    wide = expected.replace("^", "~")
    assert visible(lang.bind(text, "fr", CALADEA)) == wide  # which has no narrow space
    assert visible(lang.bind(text, "fr")) == wide


def test_other_languages_get_amounts_and_abbreviations_only() -> None:
    assert visible(lang.bind("8 июля 2021, USD 100 million ; p. 3", "ru")) == "8 июля 2021, USD~100~million ; p.~3"


MIXED = st.text(st.sampled_from([*string.ascii_letters, *string.digits, *" .,;:!?«»–%\u00a0\u202f"]), max_size=60)
PIECES = ("8", "July", "2021", "USD", "100", "million", "no.", "pp.", "3–4", "Table", "«", "»", ":", ";", "?", "!")
FRENCH = ("juillet", "1er", "août", "12", "345", "–", "km", "n°")
PHRASES = st.lists(st.sampled_from(PIECES + FRENCH), max_size=14).map(" ".join)


@given(st.one_of(MIXED, PHRASES), st.sampled_from(("en", "fr", "de")))
def test_binding_twice_is_binding_once(text: str, language: str) -> None:
    once = lang.bind(text, language)
    assert lang.bind(once, language) == once
    if language == "fr":
        narrow = lang.bind(text, language, SERIF)
        assert lang.bind(narrow, language, SERIF) == narrow


@given(st.one_of(MIXED, PHRASES), st.sampled_from(("en", "fr")))
def test_binding_changes_nothing_but_spaces(text: str, language: str) -> None:
    bound = lang.bind(text, language)
    assert "".join(bound.split()) == "".join(text.split())
    if language == "en":
        assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")


@given(DAYS, st.sampled_from(("en", "fr")))
def test_every_written_date_is_bound_whole(day: date, language: str) -> None:
    assert " " not in lang.bind(lang.long_date(day, language), language)


def test_dates_and_months_are_written_out() -> None:
    day = date(2021, 7, 8)
    assert lang.long_date(day, "en") == "8 July 2021"
    assert lang.long_date(day, "fr") == "8 juillet 2021"
    assert lang.long_date(date(2021, 8, 1), "fr") == "1er août 2021"
    assert lang.month(day, "en") == "July"
    assert lang.month(day, "en", short=True) == "Jul"
    assert lang.month(day, "en", short=True, year=True) == "Jul 2021"
    assert lang.month(day, "fr", year=True) == "juillet 2021"


@pytest.mark.parametrize(
    ("first", "last", "expected", "french"),
    [
        ("2021-07-08", "2021-07-08", "8 July 2021", "8 juillet 2021"),
        ("2021-07-01", "2021-07-03", "1–3 July 2021", "1er–3 juillet 2021"),
        ("2021-07-08", "2021-08-03", "8 July – 3 August 2021", "8 juillet – 3 août 2021"),
        ("2020-12-09", "2021-01-01", "9 December 2020 – 1 January 2021", "9 décembre 2020 – 1er janvier 2021"),
        ("2021-07-01", "2021-07-31", "July 2021", "juillet 2021"),
        ("2020-02-01", "2020-02-29", "February 2020", "février 2020"),
        ("2021-07-01", "2021-08-31", "July–August 2021", "juillet–août 2021"),
        ("2020-12-01", "2021-02-28", "December 2020 – February 2021", "décembre 2020 – février 2021"),
        ("2021-01-01", "2021-12-31", "2021", "2021"),
        ("2019-01-01", "2021-12-31", "2019–2021", "2019–2021"),
    ],
)
def test_periods_are_said_briefly(first: str, last: str, expected: str, french: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert lang.span(*days, "en") == expected
    assert lang.span(*days, "fr") == french


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_periods_never_read_the_same(a: date, b: date, c: date, d: date) -> None:
    one, two = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    assert (lang.span(*one, "en") == lang.span(*two, "en")) == (one == two)


@given(DAYS.filter(lambda d: d > date(1900, 1, 1)))
def test_a_period_that_ends_before_it_starts_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match="cannot end"):
        lang.span(day, day - dt.timedelta(days=1), "en")


def test_the_last_day_there_is_can_end_a_period() -> None:
    assert lang.span(date(9999, 12, 1), date.max, "en") == "December 9999"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (100.0, "100", "100"),
        (1234.5, "1,234.5", "1^234,5"),
        (1234567, "1,234,567", "1^234^567"),
        (-3, "−3", "−3"),
        (0.1, "0.1", "0,1"),
        (12345.678901, "12,345.678901", "12^345,678901"),
        (1e-7, "0.0000001", "0,0000001"),
    ],
)
def test_numbers_keep_their_digits(value: float, english: str, french: str) -> None:
    assert lang.number(value, "en") == english
    assert visible(lang.number(value, "fr", SERIF)) == french
    assert visible(lang.number(value, "fr")) == french.replace("^", "~")


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_numbers_read_back_to_themselves(value: float) -> None:
    assert float(lang.number(value, "en").replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize("language", ["en", "fr"])
def test_months_are_named_as_in_the_common_locale_data(language: str) -> None:
    names = Locale.parse(language).months["format"]
    for short, width in ((False, "wide"), (True, "abbreviated")):
        said = [lang.month(date(2021, n, 1), language, short=short) for n in range(1, 13)]
        assert said == [names[width][n] for n in range(1, 13)]


@given(st.floats(-1e15, 1e15, allow_nan=False) | st.integers(-(10**15), 10**15), st.sampled_from(("en", "fr")))
def test_numbers_are_written_as_in_the_common_locale_data(value: float, language: str) -> None:
    exact = int(value) if value == int(value) else Decimal(repr(value))
    judged = format_decimal(exact, locale=language, decimal_quantization=False).replace("-", "−")
    assert lang.number(value, language, SERIF) == judged


def test_labels_of_both_languages_fill_the_same_fields() -> None:
    english, french = (msgspec.structs.asdict(lang.labels(tag)) for tag in ("en", "fr"))
    fields = {name: {f for _, f, _, _ in string.Formatter().parse(words) if f} for name, words in english.items()}
    assert {
        name: {f for _, f, _, _ in string.Formatter().parse(words) if f} for name, words in french.items()
    } == fields
    assert fields["page"] == {"page", "pages"}
    assert all(french.values())
    assert lang.labels("fr-FR") is lang.labels("fr")
    assert lang.labels("en").bottom_line == "Bottom line"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_colophon_says_whose_report_it_is_and_who_read_the_brief(language: str) -> None:
    names = {"authors": "A", "title": "T", "series": "S", "date": "D"}
    unseen, seen = lang.colophon(language), lang.colophon(language, reviewed=True)
    fields = {f for _, f, _, _ in string.Formatter().parse(unseen) if f}
    assert fields == set(names)
    assert "Not reviewed" in unseen or "Ni l’auteur" in unseen
    assert "A, T (S, D). " in seen.format(**names)
    assert "Not reviewed" not in seen
    assert "Ni " not in seen


def test_a_language_without_furniture_is_an_input_error() -> None:
    for ask in (lang.labels, lang.colophon, lambda tag: lang.long_date(date(2021, 7, 8), tag)):
        with pytest.raises(InputError, match=r"BG403.*'de'") as caught:
            ask("de")
        assert caught.value.diagnostics[0].hint == "furniture is written in en or fr"
