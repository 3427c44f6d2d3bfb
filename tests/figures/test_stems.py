"""A block of words beside a point: its name stands at the marker, or a line leads from the name to it."""

from types import SimpleNamespace
from typing import Any

import pytest

from briefgen.figures.maps.candidates import stem

FINDER: Any = SimpleNamespace(
    size=10.0, above=7.0, below=2.4, leading=12.0, width=lambda lines, _: 6.0 * max(map(len, lines))
)
BOX = (100.0, 50.0, 220.0, 100.0)
LINES = ("Moscow", "8 July: promises", "20 October: assurances")


@pytest.mark.parametrize("at", [(94.0, 96.0), (110.0, 106.0), (130.0, 44.0)])
def test_a_name_at_its_marker_needs_no_line(at: tuple[float, float]) -> None:
    assert stem(FINDER, BOX, LINES, at) == (True, None)


def test_a_line_leads_from_the_end_of_a_name_to_a_marker_above_the_other_lines() -> None:
    assert stem(FINDER, BOX, LINES, (190.0, 106.0)) == (True, (139.5, 96.5, 190.0, 106.0))


@pytest.mark.parametrize("at", [(190.0, 44.0), (226.0, 75.0), (94.0, 60.0)])
def test_a_marker_at_other_lines_is_not_at_the_name(at: tuple[float, float]) -> None:
    assert stem(FINDER, BOX, LINES, at) == (False, None)


def test_one_line_is_its_own_name() -> None:
    assert stem(FINDER, BOX, LINES[:1], (226.0, 75.0)) == (True, None)
