"""A short text says less than its text and nothing else: no other number, no surer word."""

from collections.abc import Iterable

from ..model.inline import plain
from ..model.report import Event, Quantity, Span, Unit
from . import hedges, numbers
from .findings import Findings, Keys


def check_all(
    units: Iterable[Unit], events: Iterable[Event], quantities: Iterable[Quantity], findings: Findings
) -> None:
    """Check the short text of every unit of a report."""
    dates = {e.id: e.date for e in events}
    values = {q.id: q.value for q in quantities}
    for unit in units:
        also = _years((*unit.dates, *(dates[e] for e in unit.events if e in dates)))
        also |= {float(v) for q in unit.quantities if isinstance(v := values.get(q), int | float)}
        check(unit.short, plain(unit.text), also, unit.origin.file, (*unit.origin.path, "short"), findings)


def check(short: str, text: str, also: Iterable[float], file: str, path: Keys, findings: Findings) -> None:
    """Note numbers that a short text changes, and words by which it claims more than the text.

    `also` are numbers that the unit states otherwise: its quantities and the years of its dates.
    """
    for one in numbers.changed(short, text, also):
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


def _years(dates: Iterable[Span]) -> set[float]:
    """Return the years of periods: a day that `short` tells must stand in `text`, its year need not."""
    return {float(d.year) for span in dates for d in (span.first, span.last)}
