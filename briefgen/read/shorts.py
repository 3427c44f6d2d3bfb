"""A short text says less than its text and nothing else: no other number, no surer word."""

import datetime as dt
import re
from collections.abc import Iterable

from ..model.inline import plain
from ..model.report import Event, Quantity, Span, Unit
from . import hedges, numbers
from .dates import MONTHS
from .findings import Findings, Keys

_DAY = re.compile(rf"[0-9]{{1,2}} (?:{'|'.join(MONTHS)})\b|\b(?:{'|'.join(MONTHS)}) [0-9]{{1,2}}\b", re.IGNORECASE)


def check_all(
    units: Iterable[Unit], events: Iterable[Event], quantities: Iterable[Quantity], findings: Findings
) -> None:
    """Check the short text of every unit of a report."""
    dates = {e.id: e.date for e in events}
    values = {q.id: q.value for q in quantities}
    for unit in units:
        when = _ends((*unit.dates, *(dates[e] for e in unit.events if e in dates)))
        also = {float(d.year) for d in when}
        also |= {float(v) for q in unit.quantities if isinstance(v := values.get(q), int | float)}
        short = _without(unit.short, _named(when))
        check(short, plain(unit.text), also, unit.origin.file, (*unit.origin.path, "short"), findings)


def check(short: str, text: str, also: Iterable[float], file: str, path: Keys, findings: Findings) -> None:
    """Note numbers that a short text changes, and words by which it claims more than the text.

    `also` are numbers that the unit states otherwise: its quantities and the years of its dates, days being left out.
    """
    for one in numbers.changed(short, text, tuple(sorted(also))):
        note = findings.error if one.sure else findings.warning
        note(
            "BG331",
            f"`short` states `{one.written}`, `text` does not",
            file,
            path,
            hint="a short text may leave a number out, never change one: take it out, or state it in `text` too",
            needle=one.written,
        )
    for word in hedges.surer(short, text):
        findings.error(
            "BG332",
            f"`short` says `{word}`, which claims more than `text`",
            file,
            path,
            hint="use the word of caution that stands in `text`",
            needle=word,
        )


def _without(text: str, days: set[str]) -> str:
    """Return a text without some days."""
    return _DAY.sub(lambda found: "" if found[0].casefold() in days else found[0], text)


def _ends(dates: Iterable[Span]) -> set[dt.date]:
    """Return the first and last days of periods."""
    return {d for span in dates for d in (span.first, span.last)}


def _named(days: Iterable[dt.date]) -> set[str]:
    """Return days as a text may name them, in small letters."""
    return {words for d in days for m in (MONTHS[d.month - 1],) for words in (f"{d.day} {m}", f"{m} {d.day}")}
