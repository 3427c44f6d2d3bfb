"""Overviews of formats: who shares a column, in which order columns stand, what is counted, what is said in words."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from briefgen.compose.annex import told
from briefgen.compose.seats import SEATED, ordered
from briefgen.errors import InputError
from briefgen.model.facts import Actor, Group, Member
from briefgen.model.seats import Seat, Seats, SeatsSpec
from briefgen.typeset.furniture import furniture
from tests.support.reports import report, resolved, unit

ABOUT = {"id": "m", "headline": "Headline"}
HOST, FULL, PART = Seat.HOST, Seat.FULL, Seat.PART


def group(name: str, **members: str) -> Group:
    made = tuple(Member(actor=a, status=s) for a, s in members.items())
    return Group(id=name, type="format", name=f"Format {name}", status=f"what {name} is", members=made)


WHOLE = replace(
    report(unit("u")),
    actors=tuple(Actor(id=a, type="state", name=a.capitalize()) for a in ("ash", "box", "cork", "dale", "elm")),
    groups=(
        group("one", ash="host", box="member", cork="member", dale="observer"),
        group("two", ash="member", box="member", cork="member", elm="absent"),
        group("three", ash="member", dale="eligible"),
    ),
)
ALL = SeatsSpec(**ABOUT, groups=("one", "two", "three"), statuses={"eligible": PART})


def made(spec: SeatsSpec, language: str = "en") -> Seats:
    found = resolved(spec, WHOLE, language)
    assert isinstance(found, Seats)
    return found


def test_actors_that_sit_alike_share_a_column_and_the_stressed_one_has_its_own() -> None:
    assert ("Box", "Cork") in [b.names for b in made(ALL).blocs]
    stressed = made(replace(ALL, emphasis="box"))
    assert [b.names for b in stressed.blocs if b.stressed] == [("Box",)]
    assert ("Cork",) in [b.names for b in stressed.blocs]


def test_seats_in_full_and_in_part_are_counted_and_the_absent_are_not() -> None:
    found = made(ALL)
    assert [(f.full, f.part, f.printed) for f in found.formats] == [(3, 1, "3 + 1"), (3, 0, "3"), (1, 1, "1 + 1")]
    assert dict(zip((b.names[0] for b in found.blocs), found.counts, strict=True)) == {
        "Ash": "3",
        "Box": "2",
        "Dale": "+ 2",
        "Elm": "0",
    }


def test_a_count_says_how_many_are_not_shown() -> None:
    found = made(replace(ALL, actors=("ash", "box")))
    assert [f.printed for f in found.formats] == ["2 of 4", "2 of 3", "1 of 2"]


def test_lines_pass_over_as_few_columns_as_any_order_allows() -> None:
    rows = tuple((False, tuple(seat for seat in seats)) for seats in zip(*FORMATS, strict=True))
    assert passed(ordered(rows)) == min(passed(order) for order in permutations(rows)) == 0
    assert passed(rows) > 0


FORMATS = (
    (HOST, None, FULL, None, FULL, None),
    (FULL, FULL, None, None, None, None),
    (None, None, FULL, PART, FULL, None),
    (FULL, FULL, None, None, None, PART),
)


def passed(rows: tuple[tuple[bool, tuple[Seat | None, ...]], ...]) -> int:
    count = 0
    for seats in zip(*(row for _, row in rows), strict=True):
        at = [n for n, seat in enumerate(seats) if seat in SEATED]
        count += at[-1] - at[0] + 1 - len(at)
    return count


def test_what_stands_below_a_name_is_the_group_s_status_or_the_figure_s_words() -> None:
    assert made(ALL).formats[0].about == "what one is"
    assert made(replace(ALL, beneath=(("one", "the first"),))).formats[0].about == "the first"


def test_the_key_has_the_statuses_of_each_seat_and_says_what_is_not_stated() -> None:
    assert made(ALL).key == (
        (HOST, "host"),
        (FULL, "member"),
        (PART, "observer, eligible"),
        (Seat.ABSENT, "absent"),
        (None, "not stated"),
    )
    whole = made(replace(ALL, groups=("one", "two"), actors=("ash", "box", "cork")))
    assert None not in [seat for seat, _ in whole.key]


def test_words_and_annex_say_who_is_what_in_the_brief_s_language() -> None:
    found = made(ALL)
    assert "Format three (what three is): Ash (member); Dale (eligible)." in found.words.description
    heads, rows = told(found, WHOLE, furniture("en"))
    assert heads == ("Group", "Member", "Standing")
    assert ("Format two", "Elm", "absent") in rows
    assert len(rows) == 10
    assert told(made(ALL, "fr"), WHOLE, furniture("fr"))[1][2] == ("Format one", "Ash", "hôte")


def test_nobody_in_any_group_is_an_error() -> None:
    with pytest.raises(InputError, match="BG601"):
        made(replace(ALL, groups=("two", "two"), actors=("elm",)))
