"""A table wider than its room -> panels of columns, one below the other, each headed by the first column again."""

from collections.abc import Sequence


def panels(least: Sequence[float], room: float, gap: float) -> tuple[tuple[int, ...], ...]:
    """Return the columns of each panel, the first column in all: as few panels as hold them, about equally wide.

    `least` is what each column needs. A column that has no room beside the first stands there all the same.
    """
    first, rest = least[0], least[1:]
    if first + sum(w + gap for w in rest) <= room or len(rest) < 2:
        return (tuple(range(len(least))),)
    count = len(_filled(rest, room - first, gap))
    low, high = max(rest) + gap, max(room - first, max(rest) + gap)
    for _ in range(20):  # the least room that takes no more panels
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(rest, middle, gap)) <= count else (middle, high)
    return tuple((0, *(n + 1 for n in part)) for part in _filled(rest, high, gap))


def _filled(widths: Sequence[float], room: float, gap: float) -> list[list[int]]:
    """Return columns in as many groups as it takes, each as full as it can be."""
    found: list[list[int]] = []
    used = 0.0
    for n, width in enumerate(widths):
        if not found or used + width + gap > room:
            found.append([])
            used = 0.0
        found[-1].append(n)
        used += width + gap
    return found
