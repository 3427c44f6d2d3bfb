from hypothesis import given
from hypothesis import strategies as st

from briefgen.typeset.panels import panels

WIDTHS = st.lists(st.floats(5, 80), min_size=2, max_size=12)


def test_a_table_that_fits_is_one_panel() -> None:
    assert panels([40, 30, 30], 120, 10) == ((0, 1, 2),)


def test_a_wider_one_has_its_first_column_in_each_panel() -> None:
    assert panels([40, 30, 30, 30], 125, 10) == ((0, 1, 2), (0, 3))


def test_panels_are_about_equally_wide() -> None:
    assert panels([20, *[30] * 6], 230, 10) == ((0, 1, 2, 3), (0, 4, 5, 6))


def test_a_column_wider_than_the_room_stands_alone_beside_the_first() -> None:
    assert panels([20, 300, 20], 100, 10) == ((0, 1), (0, 2))


@given(least=WIDTHS, room=st.floats(170, 400))
def test_each_column_stands_once_in_order_and_no_panel_is_too_wide(least: list[float], room: float) -> None:
    found = panels(least, room, 7.0)
    assert [n for part in found for n in part[1:]] == list(range(1, len(least)))
    assert all(part[0] == 0 for part in found)
    for part in found:
        assert least[0] + sum(least[n] + 7.0 for n in part[1:]) <= room + 1e-3 or len(part) == 2
