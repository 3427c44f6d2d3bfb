"""Placing labels: the important first, nothing on top of anything, the same every time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures.placing import Place, Wish, choose, clash, cross, overlap, strikes


def place(x: float, y: float, cost: float = 0.0) -> Place:
    return Place(((x, y, x + 10, y + 5),), cost)


def test_the_lower_rank_chooses_first() -> None:
    one = Wish("second", (place(0, 0), place(0, 20, 5)), 2, False)
    other = Wish("first", (place(1, 1), place(0, 40, 5)), 1, False)
    chosen, missing = choose([one, other])
    assert missing == []
    assert not clash(*(p for p in chosen if p))
    assert chosen[1] == place(1, 1)


def test_what_finds_no_place_is_named() -> None:
    wishes = [Wish("kept", (place(0, 0),), 0, True), Wish("left out", (place(2, 2),), 1, False)]
    chosen, missing = choose(wishes)
    assert chosen == [place(0, 0), None]
    assert missing == ["left out"]


def test_a_needed_label_that_was_left_out_chooses_first() -> None:
    easy = Wish("easy", (place(0, 0), place(9, 0, 1), place(0, 40, 5)), 0, True)
    pinned = Wish("pinned", (Place(((0, 0, 19, 5),), 0),), 2, True)
    third = Wish("third", (place(0, 40),), 1, False)
    chosen, missing = choose([easy, third, pinned])
    assert chosen[2] == pinned.places[0]
    assert chosen[0] == place(0, 40, 5)
    assert missing == ["third"]


def test_a_wish_without_places_is_left_out() -> None:
    assert choose([Wish("nowhere", (), 0, True)]) == ([None], ["nowhere"])


def test_a_leader_keeps_off_other_labels() -> None:
    led = Place(((100, 100, 120, 105),), 0, (98, 102, 0, 0))
    assert clash(led, place(48, 49))
    assert not clash(led, place(48, 70))


def test_lines_and_boxes_meet_where_they_do() -> None:
    assert strikes((0, 0, 10, 10), (4, 4, 6, 6))
    assert not strikes((0, 0, 10, 0), (4, 4, 6, 6))
    assert strikes((0, 0, 10, 0), (4, 1, 6, 6), pad=1.5)
    assert cross((0, 0, 10, 10), (0, 10, 10, 0))
    assert not cross((0, 0, 1, 1), (0, 10, 10, 0))
    assert overlap((0, 0, 1, 1), (1.5, 0, 2, 1), pad=1)


BOX = st.tuples(st.integers(0, 60), st.integers(0, 40), st.integers(0, 5))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(BOX, max_size=4), min_size=1, max_size=8))
def test_what_is_chosen_never_clashes(choices: list[list[tuple[int, int, int]]]) -> None:
    wishes = [
        Wish(f"{n}", tuple(place(x, y, cost) for x, y, cost in options), n % 3, False)
        for n, options in enumerate(choices)
    ]
    chosen, missing = choose(wishes)
    kept = [p for p in chosen if p is not None]
    assert not any(clash(a, b) for n, a in enumerate(kept) for b in kept[n + 1 :])
    assert len(kept) + len(missing) == len(wishes)
    assert choose(wishes) == (chosen, missing)
