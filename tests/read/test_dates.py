import datetime as dt

import pytest

from briefgen.read.dates import ANY, DAY, DateError, day, remedy, span


@pytest.mark.parametrize(
    ("text", "first", "last", "approximate"),
    [
        ("2021-07-08", "2021-07-08", "2021-07-08", False),
        ("2021-07", "2021-07-01", "2021-07-31", False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2021", "2021-01-01", "2021-12-31", False),
        (2021, "2021-01-01", "2021-12-31", False),
        (987, "0987-01-01", "0987-12-31", False),
        ("2021-07~", "2021-07-01", "2021-07-31", True),
        ("2021?", "2021-01-01", "2021-12-31", True),
        ("2021-08/2021-10", "2021-08-01", "2021-10-31", False),
        ("1872/1935", "1872-01-01", "1935-12-31", False),
        ("2021-08-30/2021-09~", "2021-08-30", "2021-09-30", True),
        ("199X", "1990-01-01", "1999-12-31", False),
        ("19XX", "1900-01-01", "1999-12-31", False),
    ],
)
def test_edtf_becomes_a_span(text: str | int, first: str, last: str, approximate: bool) -> None:
    found = span(text)
    assert (str(found.first), str(found.last), found.approximate) == (first, last, approximate)


@pytest.mark.parametrize(
    "text",
    ["", "/", "2021-", "21-07-08", "2021-7", "2021/7", "2021-02-29", "2021-00", "2021-07-00", "0000", "00XX",
     "2021-07-08T12:00", "2021-08/", "../2021", "2022/2021", "2021-07-08~~", "２０２１", "2021-21", 99999, -5],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str | int) -> None:
    with pytest.raises(DateError):
        span(text)


def test_a_day_is_one_day() -> None:
    assert day("2021-11-14") == dt.date(2021, 11, 14)
    for text in ("2021-11", "2021-11-14~", "2021-11-14/2021-11-15", "2021-02-30"):
        with pytest.raises(DateError):
            day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31.12.2021", "2021-12-31"),
        ("14/11/2021", "2021-11-14"),
        ("8/8/2021", "2021-08-08"),
        ("8 July 2021", "2021-07-08"),
        ("July 8, 2021", "2021-07-08"),
        ("Jul 2021", "2021-07"),
        ("2021-7-8", "2021-07-08"),
        ("2021/07/08", "2021-07-08"),
        ("20210708", "2021-07-08"),
        ("2019-2021", "2019/2021"),
        ("2021-06 – 2021-10", "2021-06/2021-10"),
        ("June 2021 to October 2021", "2021-06/2021-10"),
        ("c. 2019", "2019~"),
        ("1990s", "199X"),
    ],
)
def test_a_date_in_another_notation_is_answered_with_what_it_means(text: str, meant: str) -> None:
    assert remedy(text, ANY) == f"write {meant}"


@pytest.mark.parametrize("text", ["07/08/2021", "31.02.2021", "yesterday", "2021-13", "Maybe 2021", "", "/", "–"])
def test_what_can_mean_several_days_or_none_is_answered_with_how_dates_are_written(text: str) -> None:
    assert remedy(text, ANY) == f"write {ANY}"


def test_a_month_is_no_day() -> None:
    assert remedy("July 2021", DAY, exact=True) == f"write {DAY}"
    assert remedy("8 July 2021", DAY, exact=True) == "write 2021-07-08"
