"""Names below parts and labels on one line: they keep apart, and ticks strike none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures.naming import placed
from briefgen.figures.spread import spread


def test_names_with_room_stand_on_the_first_line() -> None:
    found = placed([(0, 100), (100, 200)], [30, 40], (0, 200), 5)
    assert found is not None
    assert [(p.line, p.left, p.tick) for p in found] == [(0, 0, None), (0, 160, None)]


def test_a_name_wider_than_its_part_goes_to_the_next_line_where_it_would_touch() -> None:
    found = placed([(0, 100), (100, 110), (110, 120), (120, 200)], [30, 40, 40, 30], (0, 200), 5)
    assert found is not None
    assert {p.line for p in found} == {0, 1}
    assert all((p.tick is None) == (p.line == 0) for p in found)


@settings(deadline=None)
@given(st.lists(st.floats(4, 90), min_size=1, max_size=6), st.data())
def test_names_never_touch_and_no_tick_strikes_one(parts: list[float], data: st.DataObject) -> None:
    ends, at = [], 0.0
    for part in parts:
        ends.append((at, at + part))
        at += part
    widths = data.draw(st.lists(st.floats(5, 60), min_size=len(parts), max_size=len(parts)))
    found = placed(ends, widths, (0, at), 4)
    if found is None:
        return
    for n, one in enumerate(found):
        assert one.left >= -0.01
        assert one.right <= at + 0.01
        for other in found[n + 1 :]:
            same = one.line == other.line
            assert not same or one.right + 4 <= other.left + 0.01 or other.right + 4 <= one.left + 0.01
            for upper, lower in ((one, other), (other, one)):
                struck = lower.tick is not None and upper.left < lower.tick < upper.right
                assert not (upper.line < lower.line and struck)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_labels_on_a_line_keep_their_order_and_distance(wanted: list[float]) -> None:
    found = spread(wanted, 10, (0, 100))
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    for a, b in pairwise(order):
        assert found[b] - found[a] >= min(10, 100 / max(1, len(wanted) - 1)) - 1e-6
    assert all(-1e-6 <= at <= 100 + 1e-6 for at in found)


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10, 50, 90], 20, (0, 100)) == (10, 50, 90)


def test_labels_in_one_place_part_evenly_about_it() -> None:
    assert spread([50, 50, 50], 10, (0, 100)) == pytest.approx((40, 50, 60))
