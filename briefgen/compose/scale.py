"""Round numbers for a scale."""

import math
from collections.abc import Iterable

from ..model.charts import Tick
from ..typeset import language as lang

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
INTERVALS = 4
"""Intervals between the numbers of a scale, at the most; one more where zero lies inside."""


def ticks(values: Iterable[float | None], language: str, *, zero: bool) -> tuple[Tick, ...]:
    """Return round numbers from at or below the least value to at or above the greatest; with `zero`, zero is one."""
    known = [v for v in values if v is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = (low, low + 1.0) if low >= 0 else (low, 0.0)
    size = 10.0 ** math.floor(math.log10((high - low) / INTERVALS))
    step = next(s * size for s in STEPS if math.ceil(round((high - low) / (s * size), 9)) <= INTERVALS)
    first, last = math.floor(round(low / step, 9)), math.ceil(round(high / step, 9))
    numbers = [float(f"{n * step:.12g}") for n in range(first, last + 1)]
    return tuple(Tick(value=number, printed=lang.number(number, language)) for number in numbers)
