"""EDTF, levels 0 and 1 (ISO 8601-2) -> spans of days."""

import calendar
import datetime as dt
import re

from ..model.report import Span

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)\Z")
_UNKNOWN = re.compile(r"([0-9]{2,3})(X{1,2})([~?%]?)\Z")


class DateError(ValueError):
    """A date that does not exist or is not written as EDTF; its text says which."""


def day(text: str) -> dt.date:
    """Return a single day written YYYY-MM-DD. Raises DateError."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise DateError(f"`{text}` is no day")
    first, _, _ = _part(text)
    return first


def span(value: str | int) -> Span:
    """Return a date or period: 2021-07-08, 2021-07, 2021, 201X, 2021-07~, 2021-08/2021-10. Raises DateError."""
    text = f"{value:04d}" if isinstance(value, int) else value.strip()
    start, slash, end = text.partition("/")
    if slash and (start in ("", "..") or end in ("", "..")):
        raise DateError(f"`{text}` is open on one side: give both ends")
    first, last, approximate = _part(start)
    if slash:
        second, last, also = _part(end)
        approximate = approximate or also
        if second < first:
            raise DateError(f"`{text}` ends before it begins")
    return Span(first=first, last=last, edtf=text, approximate=approximate)


def _part(text: str) -> tuple[dt.date, dt.date, bool]:
    """Return first day, last day, and whether the date is only about right."""
    if match := _UNKNOWN.match(text):
        known, unknown, mark = match.groups()
        if len(known) + len(unknown) == 4 and int(known):
            size = 10 ** len(unknown)
            return dt.date(int(known) * size, 1, 1), dt.date(int(known) * size + size - 1, 12, 31), bool(mark)
    match = _PART.match(text)
    if match is None:
        raise DateError(f"`{text}` is no date")
    year, month, number = int(match[1]), match[2] and int(match[2]), match[3] and int(match[3])
    about = bool(match[4])
    if year == 0:
        raise DateError(f"`{text}`: there is no year 0000")
    if month is None or month == "":
        return dt.date(year, 1, 1), dt.date(year, 12, 31), about
    if not 1 <= int(month) <= 12:
        season = " (seasons have no days: write their months)" if 21 <= int(month) <= 24 else ""
        raise DateError(f"`{text}`: there is no month {match[2]}{season}")
    days = calendar.monthrange(year, int(month))[1]
    if not number and match[3] is None:
        return dt.date(year, int(month), 1), dt.date(year, int(month), days), about
    if not 1 <= int(match[3]) <= days:
        raise DateError(f"`{text}`: {calendar.month_name[int(month)]} {year} has {days} days")
    exact = dt.date(year, int(month), int(match[3]))
    return exact, exact, about
