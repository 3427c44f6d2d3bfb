"""Moments in time as a chart needs them: at equal distances, those that the data leave out among them."""

import datetime as dt
import math
import re

from ..typeset import language as lang

_YEAR = re.compile(r"[12][0-9]{3}\Z")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])\Z")
MOST = 60
"""Moments that one chart shows."""


def regular(labels: list[str]) -> tuple[str, ...]:
    """Return all years or months from the first to the last at the data's own step; () where they are neither.

    A moment that the data leave out is a gap, and a chart that closes gaps would lie about time.
    """
    if len(set(labels)) < 2:
        return ()
    if all(_YEAR.match(label) for label in labels):
        return tuple(map(str, _filled([int(label) for label in labels])))
    if all(_MONTH.match(label) for label in labels):
        months = _filled([int(label[:4]) * 12 + int(label[5:]) - 1 for label in labels])
        return tuple(f"{m // 12}-{m % 12 + 1:02d}" for m in months)
    return ()


def _filled(moments: list[int]) -> list[int]:
    first, last = min(moments), max(moments)
    step = math.gcd(*(m - first for m in moments)) or 1
    return list(range(first, last + 1, step)) if (last - first) // step < MOST else sorted(set(moments))


def said(moments: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return moments as they stand in a chart: months by name, the year with the first and with each January."""
    out = []
    for n, moment in enumerate(moments):
        if _MONTH.match(moment):
            day = dt.date(int(moment[:4]), int(moment[5:]), 1)
            name = lang.month(day, language, short=True)
            out.append(f"{name} {day.year}" if n == 0 or day.month == 1 else name)
        else:
            out.append(moment)
    return tuple(out)
