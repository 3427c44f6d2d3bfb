"""Names below the parts of a bar: on one line where they have room, else on lines further down, led by a tick."""

from collections.abc import Sequence

from ..model.base import Value

LINES = 3
"""Lines of names below one bar."""
KEPT = 60
"""Beginnings that are followed in the search."""
LOWER, SHIFTED = 1.0, 0.25
"""Cost of each line further down, and of a name that does not stand in the middle of its part."""
CLEAR = 1.5
"""Points between a tick and a name that is not its own."""


class Placed(Value, frozen=True, kw_only=True):
    """A name: its line from 0, its left end, and where its tick stands if it has one."""

    line: int
    left: float
    width: float
    tick: float | None

    @property
    def right(self) -> float:
        """Return its right end."""
        return self.left + self.width


def placed(
    parts: Sequence[tuple[float, float]], widths: Sequence[float], room: tuple[float, float], apart: float
) -> tuple[Placed, ...] | None:
    """Return a place for the name of each part (its left and right end), the first flush left, the last flush right.

    `apart` is the least space between names on one line. Returns None where they do not fit.
    """
    found: list[tuple[float, tuple[Placed, ...]]] = [(0.0, ())]
    for n, ((low, high), wide) in enumerate(zip(parts, widths, strict=True)):
        following = []
        choices = _choices(low, high, wide, room, first=n == 0, last=n == len(parts) - 1)
        for cost, before in found:
            for dear, one in choices:
                if all(_apart(one, other, apart) for other in before):
                    following.append((cost + dear, (*before, one)))
        found = sorted(following, key=lambda f: (f[0], [(p.line, p.left) for p in f[1]]))[:KEPT]
    return found[0][1] if found else None


def _choices(
    low: float, high: float, wide: float, room: tuple[float, float], *, first: bool, last: bool
) -> list[tuple[float, Placed]]:
    """Return where a name may stand, with what it costs."""
    middle = (low + high) / 2
    lefts = [(0.0, middle - wide / 2), (SHIFTED, low), (SHIFTED, high - wide)]
    if first and low - room[0] < 0.5:
        lefts = [(0.0, low)]
    elif last and wide <= high - low:
        lefts = [(0.0, high - wide)]
    out = []
    for line in range(LINES):
        for dear, left in lefts:
            kept = min(max(left, room[0]), room[1] - wide)
            if kept < room[0] - 0.01:
                continue
            # on lower lines the tick leads to a name that begins, ends or stands centred at it
            tick = None if line == 0 else middle
            within = low - 0.01 <= kept and kept + wide <= high + 0.01
            if line == 0 and not within and not kept <= middle <= kept + wide:
                continue
            out.append(
                (LOWER * line + dear + abs(kept - left) / 40, Placed(line=line, left=kept, width=wide, tick=tick))
            )
    return out


def _apart(one: Placed, other: Placed, apart: float) -> bool:
    """Tell whether two names keep their distance, and neither's tick strikes the other."""
    if one.line == other.line and one.left < other.right + apart and other.left < one.right + apart:
        return False
    for upper, lower in ((one, other), (other, one)):
        strikes = lower.tick is not None and upper.left - CLEAR < lower.tick < upper.right + CLEAR
        if upper.line < lower.line and strikes:
            return False
    return True
