"""EDTF, levels 0 and 1 (ISO 8601-2) -> spans of days."""

import calendar
import datetime as dt
import re
from contextlib import suppress

from ..model.report import Span

ANY = "2021-07-08, 2021-07, 2021, 2021-07~ or 2021-08/2021-10"
PERIOD = "the period as 2021-06/2021-10"
DAY = "the day as 2021-11-14"
"""How dates are written, for hints."""

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)\Z")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_UNKNOWN = re.compile(r"([0-9]{2,3})(X{1,2})([~?%]?)\Z")


class DateError(ValueError):
    """A date that does not exist or is not written as EDTF; its text says which."""


def day(text: str) -> dt.date:
    """Return a single day written YYYY-MM-DD. Raises DateError."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise DateError(f"`{text}` is no day")
    first, _, _ = _part(text, text)
    return first


def remedy(value: str | int, usual: str, *, exact: bool = False) -> str:
    """Return what to write for a text that was meant as a date, or how it is usually written; `exact` wants a day."""
    meant = _meant(str(value).strip())
    if meant is not None and (not exact or re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", meant)):
        with suppress(DateError):
            return f"write {span(meant).edtf}"
    return f"write {usual}"


def _meant(text: str) -> str | None:
    """Return a date or period as EDTF where the text can mean only one."""
    ends = re.split(r"\s*[–—]\s*|\s+-\s+|\s+to\s+|(?<=\d{4})-(?=\d{4})", text)
    if len(ends) == 2:
        known = [_meant(end) for end in ends]
        return "/".join(known) if None not in known else None  # type: ignore[arg-type]
    about = re.match(r"(?:circa|about|around|ca?\.|~)\s*(.+)", text, re.IGNORECASE)
    if about:
        inner = _meant(about[1])
        return f"{inner}~" if inner else None
    if match := re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := re.fullmatch(r"([0-9]{4})[-/.]?([0-9]{1,2})(?:[-/.]?([0-9]{1,2}))?", text):
        return "-".join((match[1], *(f"{int(part):02d}" for part in match.groups()[1:] if part)))
    if match := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text):
        first, second = int(match[1]), int(match[2])
        if max(first, second) <= 12 and first != second:
            return None  # the eighth of July, or the seventh of August
        return f"{match[3]}-{min(first, second) if max(first, second) > 12 else first:02d}-{max(first, second):02d}"
    if match := re.fullmatch(r"([0-9]{3})0s", text):
        return f"{match[1]}X"
    if match := re.fullmatch(r"(?:([0-9]{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(?:([0-9]{1,2}),?\s+)?([0-9]{4})", text):
        month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(match[2].lower())), None)
        number = match[1] or match[3]
        if month is not None:
            return f"{match[4]}-{month:02d}" + (f"-{int(number):02d}" if number else "")
    return text if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text) else None


def span(value: str | int) -> Span:
    """Return a date or period: 2021-07-08, 2021-07, 2021, 201X, 2021-07~, 2021-08/2021-10. Raises DateError."""
    text = f"{value:04d}" if isinstance(value, int) else value.strip()
    start, slash, end = text.partition("/")
    if slash and (start in ("", "..") or end in ("", "..")):
        raise DateError(f"`{text}` is open on one side: give both ends")
    first, last, approximate = _part(start, text)
    if slash:
        second, last, also = _part(end, text)
        approximate = approximate or also
        if second < first:
            raise DateError(f"`{text}` ends before it begins")
    return Span(first=first, last=last, edtf=text, approximate=approximate)


def _part(text: str, whole: str) -> tuple[dt.date, dt.date, bool]:
    """Return first day, last day, and whether the date, all of a text or one end of it, is only about right."""
    if match := _UNKNOWN.match(text):
        known, unknown, mark = match.groups()
        if len(known) + len(unknown) == 4 and int(known):
            size = 10 ** len(unknown)
            return dt.date(int(known) * size, 1, 1), dt.date(int(known) * size + size - 1, 12, 31), bool(mark)
    match = _PART.match(text)
    if match is None:
        raise DateError(f"`{whole}` is no {'period' if whole.count('/') == 1 else 'date'}")
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
