"""Timelines from events: months or years, years left out, lanes, and what is said in words."""

import datetime as dt

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.model.facts import Event, Span, Status
from briefgen.model.timeline import Cut, Lane, Timeline, TimelineSpec
from tests.support.reports import HERE, report, resolved, unit


def event(name: str, first: dt.date, last: dt.date | None = None, edtf: str = "") -> Event:
    span = Span(first=first, last=last or first, edtf=edtf or first.isoformat())
    return Event(
        id=name, date=span, label=name, text=f"{name} happened.", status=Status.DONE, actors=("russia",), origin=HERE
    )


EVENTS = (
    event("Border", dt.date(1872, 1, 1), dt.date(1935, 12, 31), "1872/1935"),
    event("Accession", dt.date(1969, 1, 1), dt.date(1969, 12, 31), "1969"),
    event("Fall", dt.date(2021, 8, 15)),
)


def timeline(period: str, **fields: object) -> Timeline:
    spec = TimelineSpec(
        id="t",
        headline="H",
        period=period,
        lanes=(Lane(label="Russia", actors=("russia",)),),
        **fields,  # type: ignore[arg-type]
    )
    whole = replace(report(unit("u")), events=EVENTS)
    found = resolved(spec, whole)
    assert isinstance(found, Timeline)
    return found


def test_a_short_period_has_months_and_a_long_one_years_at_a_round_distance() -> None:
    assert [t.label for t in timeline("2021-07/2021-09").ticks] == ["July 2021", "August", "September"]
    assert [t.label for t in timeline("1960/2021").ticks] == ["1960", "1970", "1980", "1990", "2000", "2010", "2020"]


def test_years_left_out_have_no_ticks_and_are_told() -> None:
    found = timeline("1872/2021", cuts=("1936/1968",))
    assert found.cuts == (Cut(first=dt.date(1936, 1, 1), last=dt.date(1968, 12, 31)),)
    assert not [t for t in found.ticks if 1936 <= t.day.year <= 1968]
    assert found.words.remarks == "The axis leaves out 1936–1968."
    assert "The axis leaves out 1936–1968." in found.words.description


def test_an_event_known_to_the_year_is_no_span() -> None:
    marks = {m.event: m for m in timeline("1872/2021").marks}
    assert marks["Border"].spans
    assert not marks["Accession"].spans


def test_a_period_that_is_none_is_an_error_of_its_figure() -> None:
    with pytest.raises(InputError, match=r"BG601\] figure `t`: 'soon' is not a range"):
        timeline("soon")
