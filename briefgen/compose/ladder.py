"""Lengths from the shortest to the longest, each on the floor of the one before, none on a floor that it cannot hold.

A page of short texts may name more units than two pages can tell in full. Where a length cannot hold what a shorter
one shows, the shorter one chooses anew among what it can hold.
"""

from collections.abc import Callable, Sequence

from ..errors import InputError
from ..model.spec import Length
from .assemble import Selection
from .search import Fitted

Fit = Callable[[Length, Selection | None, Selection | None], Fitted]
"""Fits a length on a floor that it must hold, and under a ceiling that it must keep to; raises InputError."""
Part = Callable[[Length, Selection | None, Selection], Selection | None]
"""Returns as much of a floor as a length can hold, no less than a smaller floor; None where it cannot hold that."""


def ladder(lengths: Sequence[Length], count: int, fit: Fit, part: Part) -> tuple[Fitted, ...]:
    """Return the first `count` lengths, from the shortest on, as they stand in the ladder of all.

    Raises InputError if what must stand in one of them does not fit it.
    """
    steps = _climbed(lengths[:count], fit, part)
    top = steps[-1].selection
    if all(part(longer, top, top) for longer in lengths[count:]):
        return steps
    try:
        return _climbed(lengths, fit, part)[:count]
    except InputError:  # a length that nobody has asked for has no room at all: that is told when it is built
        return steps


def _climbed(lengths: Sequence[Length], fit: Fit, part: Part) -> tuple[Fitted, ...]:
    ceilings: dict[Length, Selection] = {}
    steps: list[Fitted] = []
    tries = 2 * len(lengths)  # each length lowers others once, and may then be lowered itself
    while (count := len(steps)) < len(lengths):
        length = lengths[count]
        floors = [None, *(s.selection for s in steps)]
        try:
            steps.append(fit(length, floors[-1], ceilings.get(length)))
        except InputError:
            tries -= 1
            if not tries or (lowered := _lowered(length, floors, part)) is None:
                raise
            kept, ceiling = lowered
            ceilings |= dict.fromkeys(lengths[kept:count], ceiling)
            del steps[kept:]
    return tuple(steps)


def _lowered(length: Length, floors: Sequence[Selection | None], part: Part) -> tuple[int, Selection] | None:
    """Return how many of the shorter lengths can stay as they are, and what the others may show; None for nothing."""
    floor = floors[-1]
    for kept in range(len(floors) - 2, -1, -1) if floor else ():
        if floor and (ceiling := part(length, floors[kept], floor)):
            return kept, ceiling
    return None
