"""Entries of a key side by side, in as many lines as they take."""

from collections.abc import Iterable, Iterator


def lined(rooms: Iterable[float], width: float, gap: float, left: float = 0.0) -> Iterator[tuple[float, int]]:
    """Yield where each entry begins and its line from 0; `rooms` are what entries take, `gap` parts them."""
    x, line = left, 0
    for room in rooms:
        if x > left and x + room > width:
            x, line = left, line + 1
        yield x, line
        x += room + gap
