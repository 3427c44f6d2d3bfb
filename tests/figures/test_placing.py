"""Placing labels: the important first, nothing on top of anything, the same every time."""

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures.maps.placing import Place, Wish, choose, covered
from briefgen.figures.maps.raster import Box
from briefgen.figures.maps.touching import Segment, clashing, crosses, overlaps, strikes


def place(x: float, y: float, cost: float = 0.0, leader: Segment | None = None) -> Place:
    return Place((x, y, x + 10, y + 5), cost, leader)


def clash(a: Place, b: Place, air: float = 0.0) -> bool:
    return bool(clashing(covered([(a, air)]), covered([(b, air)]))[0, 0])


def test_the_lower_rank_chooses_first() -> None:
    one = Wish("second", (place(0, 0), place(0, 20, 5)), 2, False)
    other = Wish("first", (place(1, 1), place(0, 40, 5)), 1, False)
    chosen, missing = choose([one, other])
    assert missing == []
    assert chosen == [place(0, 20, 5), place(1, 1)]


def test_what_finds_no_place_is_named() -> None:
    wishes = [Wish("kept", (place(0, 0),), 0, True), Wish("left out", (place(2, 2),), 1, False)]
    chosen, missing = choose(wishes)
    assert chosen == [place(0, 0), None]
    assert missing == ["left out"]


def test_a_needed_label_pushes_others_aside() -> None:
    easy = Wish("easy", (place(0, 0), place(9, 0, 1), place(0, 40, 5)), 0, True)
    pinned = Wish("pinned", (Place((0, 0, 19, 5), 0),), 2, True)
    third = Wish("third", (place(0, 40),), 1, False)
    chosen, missing = choose([easy, third, pinned])
    assert chosen == [place(0, 40, 5), None, pinned.places[0]]
    assert missing == ["third"]


def test_two_labels_change_places_where_both_are_better_off() -> None:
    first = Wish("first", (place(0, 0, 1), place(30, 0, 2)), 0, True)
    second = Wish("second", (place(0, 0, 0), place(60, 0, 9)), 1, True)
    assert choose([first, second])[0] == [place(30, 0, 2), place(0, 0, 0)]


def test_a_label_that_may_be_left_out_goes_where_it_would_push_others_far() -> None:
    near = Wish("near", (place(0, 0, 0), place(40, 0, 30)), 0, True)
    spare = Wish("spare", (place(2, 2, 0),), 1, False, missed=5.0)
    assert choose([near, spare]) == ([place(0, 0, 0), None], ["spare"])


def test_a_wish_without_places_is_left_out() -> None:
    assert choose([Wish("nowhere", (), 0, True)]) == ([None], ["nowhere"])


def test_a_leader_keeps_off_other_labels_and_leaders() -> None:
    led = Place((100, 100, 120, 105), 0, (98, 102, 0, 0))
    assert clash(led, place(48, 49))
    assert not clash(led, place(48, 70))
    assert clash(led, place(200, 0, 0, (199, 2, 30, 90)))
    assert not clash(led, place(200, 0, 0, (199, 2, 150, 20)))


def test_no_words_stand_where_the_leader_of_others_ends() -> None:
    led = place(0, 0, 0, (10, 2, 60, 2))
    beside = Place((63, 0, 73, 5), 0.0)
    assert clash(led, beside, 5.0)
    assert clash(beside, led, 5.0)
    assert not clash(led, beside)
    assert not clash(led, Place((66, 0, 76, 5), 0.0), 5.0)


COORDINATE = st.integers(-20, 20)
SEGMENT = st.tuples(COORDINATE, COORDINATE, COORDINATE, COORDINATE)
CORNERS = st.tuples(COORDINATE, COORDINATE, st.integers(1, 12), st.integers(1, 12))


@settings(max_examples=200, deadline=None)
@given(SEGMENT, CORNERS)
def test_a_line_meets_a_box_where_geometry_says_so(line: Segment, corners: tuple[int, int, int, int]) -> None:
    x, y, wide, tall = corners
    box = (x, y, x + wide, y + tall)
    found = strikes(np.array([line], dtype=float), np.array([box], dtype=float))[0]
    assert found == shapely.box(*box).intersects(shapely.LineString([line[:2], line[2:]]))


@settings(max_examples=200, deadline=None)
@given(SEGMENT, SEGMENT)
def test_lines_that_cross_are_found(one: Segment, other: Segment) -> None:
    found = crosses(np.array([one], dtype=float), np.array(other, dtype=float))[0]
    a, b = (shapely.LineString([s[:2], s[2:]]) for s in (one, other))
    assert bool(found) == bool(a.crosses(b) and a.intersection(b).geom_type == "Point" and not _touch(a, b))


def _touch(a: shapely.LineString, b: shapely.LineString) -> bool:
    ends = [shapely.Point(p) for line in (a, b) for p in line.coords]
    return any(e.distance(a.intersection(b)) < 1e-9 for e in ends)


def test_boxes_that_come_too_near_overlap() -> None:
    boxes = np.array([(0, 0, 1, 1), (1.5, 0, 2, 1), (9, 9, 10, 10)])
    assert overlaps(boxes, np.array((0.5, 0.5, 1.0, 1.0)), pad=1).tolist() == [True, True, False]


SPOT = st.tuples(st.integers(0, 60), st.integers(0, 40), st.integers(0, 5), st.booleans())


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(SPOT, max_size=5), min_size=1, max_size=9))
def test_what_is_chosen_never_clashes(choices: list[list[tuple[int, int, int, bool]]]) -> None:
    wishes = [
        Wish(
            f"{n}",
            tuple(place(x, y, cost, (x - 1, y + 2, x - 20, y + 9) if led else None) for x, y, cost, led in options),
            n % 3,
            n % 2 == 0,
        )
        for n, options in enumerate(choices)
    ]
    chosen, missing = choose(wishes)
    kept = [p for p in chosen if p is not None]
    assert not any(clash(a, b) for n, a in enumerate(kept) for b in kept[n + 1 :])
    assert len(kept) + len(missing) == len(wishes)
    assert all(p is None or p in w.places for p, w in zip(chosen, wishes, strict=True))
    assert choose(wishes) == (chosen, missing)


BOXES = st.lists(st.tuples(COORDINATE, COORDINATE, st.integers(1, 12), st.integers(1, 12)), min_size=2, max_size=6)


@settings(max_examples=80, deadline=None)
@given(BOXES)
def test_with_room_for_all_none_is_left_out(corners: list[tuple[int, int, int, int]]) -> None:
    # far from all the others' places, or leaving one label out could cost less than moving several
    far: list[Box] = [(200.0 * n, 0.0, 200.0 * n + 12, 12.0) for n in range(1, len(corners) + 1)]
    wishes = [
        Wish(f"{n}", (Place((x, y, x + w, y + h), 0.0), Place(far[n], 9.0)), 0, False)
        for n, (x, y, w, h) in enumerate(corners)
    ]
    assert choose(wishes)[1] == []
