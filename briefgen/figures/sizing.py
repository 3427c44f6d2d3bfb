"""The type of a drawing: the largest that its target has room for."""

from collections.abc import Callable, Iterator

from ..model.figure import Target
from . import faults

STEP = 0.2
"""Points between the sizes of type of what is mostly words."""
SLACK = 0.01
"""Points by which a drawing may be higher than its target."""


def sizes(target: Target, step: float | None = None) -> Iterator[float]:
    """Yield the sizes of type to try in points, the largest first; without a step only that and the smallest."""
    size = max(target.text, target.smallest)
    while size > target.smallest:
        yield size
        size = target.smallest if step is None else max(target.smallest, round(size - step, 2))
    yield size


def fitting(
    target: Target, figure: str, need: Callable[[float], float], what: str, hint: str, step: float | None = None
) -> float:
    """Return the largest size at which a drawing fits; `need` is its least height at one, both in points.

    Raises InputError where even the smallest does not fit: `what` needs so much, and `hint` says what to do.
    """
    high = 0.0
    for size in sizes(target, step):
        high = need(size)
        if high <= target.height + SLACK:
            return size
    message = f"{what} need {high:.0f} pt of height; there are {target.height:.0f}"
    raise faults.fault(faults.TARGET_TOO_SMALL, figure, message, hint)
