import datetime as dt

import pytest

from briefgen.read.dates import DateError, day, span


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
