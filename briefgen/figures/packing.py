"""Marks of one lane -> rows: the fewest in which no label touches another, most labels on their better side."""

from itertools import product

from ..model.base import Value
from ..model.timeline import TimelineMark

SEARCHED = 9
"""Up to so many marks in a lane, every choice of sides is tried; beyond, sides are changed one by one."""
PASSES = 6

Score = tuple[int, int]


class Slot(Value, frozen=True, kw_only=True):
    """A mark in its row: marker from `first` to `last` (the same but for spans), label from `left` to `right`.

    `over` sets the label in the row above its bar; `crosses` lets the label cross the key date.
    """

    mark: TimelineMark
    first: float
    last: float
    left: float
    right: float
    over: bool = False
    crosses: bool = False

    @property
    def reach(self) -> tuple[float, float]:
        """Return from where to where the row is taken."""
        return min(self.first, self.left), max(self.last, self.right)


Rows = tuple[tuple[Slot, ...], ...]


def packed(choices: list[list[Slot]], apart: float) -> Rows:
    """Return rows that hold every mark; each has its places, the best first, and labels stay `apart`."""
    if len(choices) <= SEARCHED:
        best = min(product(*choices), key=lambda chosen: _score(chosen, choices, apart))
    else:
        first = tuple(options[0] for options in choices)
        last = tuple(options[-1] for options in choices)
        mixed = tuple(options[n % len(options)] for n, options in enumerate(choices))
        found = [_improved(chosen, choices, apart) for chosen in (first, last, mixed)]
        best = min(found, key=lambda chosen: _score(chosen, choices, apart))
    return _rows(best, apart) or ((),)


def _score(chosen: tuple[Slot, ...], choices: list[list[Slot]], apart: float) -> Score:
    """Return what a choice costs: rows, then labels that do not stand on their better side."""
    second = sum(slot is not options[0] for slot, options in zip(chosen, choices, strict=True))
    return len(_rows(chosen, apart)), second


def _improved(chosen: tuple[Slot, ...], choices: list[list[Slot]], apart: float) -> tuple[Slot, ...]:
    """Return a choice that no change of one or two neighbouring marks makes better."""
    score = _score(chosen, choices, apart)
    for _ in range(PASSES):
        before = score
        for n in range(len(choices)):
            for one, two in product(choices[n], choices[n + 1] if n + 1 < len(choices) else [None]):
                tried = (*chosen[:n], one, *((two,) if two else ()), *chosen[n + 2 :])
                if (new := _score(tried, choices, apart)) < score:
                    chosen, score = tried, new
        if score == before:
            break
    return chosen


def _rows(chosen: tuple[Slot, ...], apart: float) -> tuple[tuple[Slot, ...], ...]:
    """Return the chosen slots in as few rows as their reaches allow, first fit from the left."""
    rows: list[list[Slot]] = []
    ends: list[float] = []
    for slot in sorted((s for s in chosen if not s.over), key=lambda s: (s.reach, s.mark.event)):
        low, high = slot.reach
        free = next((k for k, end in enumerate(ends) if end + apart <= low), None)
        if free is None:
            rows.append([slot])
            ends.append(high)
        else:
            rows[free].append(slot)
            ends[free] = high
    for slot in chosen:
        if slot.over:
            rows += [[slot], []]
    return tuple(tuple(row) for row in rows)
