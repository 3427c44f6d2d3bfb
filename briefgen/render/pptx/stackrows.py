"""Where the numbers and names of stacked bars stand: inside their parts, below these, or behind the bar."""

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.charts import Part, Stack, Stacks

from .frame import Setting
from .plotting import width

PAD, APART = 6.0, 8.0
"""Points beside a number in its part, and between two names on a line."""
LINES = 3
"""Rows of names below a bar."""
BETWEEN = " \u00b7 "
"""What stands between two numbers behind a bar."""
FITTING = 4
"""How often the scale is chosen anew for the numbers that then have no room in their parts."""


class Laid(Value, frozen=True, kw_only=True):
    """A part: whether its number stands inside, what stands below it, in which row, where, how far shifted.

    A part that another bar names has only its number below it; where nothing stands below it has no row.
    """

    part: Part
    inside: bool
    says: tuple[str, ...] = ()
    row: int | None = None
    place: str = "ctr"
    shift: float = 0.0


class Bars(Value, frozen=True, kw_only=True):
    """All bars laid out: `unit` is the points of 1; `ends` are the numbers that stand behind each bar."""

    laid: tuple[tuple[Laid, ...], ...]
    unit: float
    ends: tuple[str, ...]

    def rows(self, several: bool) -> int:
        """Return how many rows the bars take, each with its head if they are several."""
        return sum(1 + several + deep(some) for some in self.laid)


def below_bars(setting: Setting, stacks: Stacks, room: float, size: float) -> Bars:
    """Return the bars at the whole width, numbers that have no room in their parts below them."""
    unit = room / max(sum(p.value for p in s.parts) for s in stacks.stacks)
    laid = tuple(
        _laid(setting, stack, named, unit, room, size)
        for stack, named in zip(stacks.stacks, stacks.naming, strict=True)
    )
    return Bars(laid=laid, unit=unit, ends=("",) * len(laid))


def behind_bars(setting: Setting, stacks: Stacks, room: float, size: float) -> Bars:
    """Return bars that leave room behind them for their numbers where not all have room inside.

    Rows of numbers would crowd; and of a bar all numbers stand in one place, so that none is taken for another's.
    """
    unit, ends = room / max(sum(p.value for p in s.parts) for s in stacks.stacks), ("",) * len(stacks.stacks)
    for _ in range(FITTING):
        ends = tuple(
            "" if all(_holds(setting, p, unit, size) for p in s.parts) else BETWEEN.join(p.printed for p in s.parts)
            for s in stacks.stacks
        )
        found = min(
            (room - (width(setting, text, size) + 2 * PAD if text else 0.0)) / sum(p.value for p in stack.parts)
            for stack, text in zip(stacks.stacks, ends, strict=True)
        )
        if found >= unit:
            break
        unit = found
    laid = tuple(
        _laid(setting, stack, named, unit, room, size, below=False)
        for stack, named in zip(stacks.stacks, stacks.naming, strict=True)
    )
    laid = tuple(tuple(replace(one, inside=not text) for one in some) for some, text in zip(laid, ends, strict=True))
    return Bars(laid=laid, unit=unit, ends=ends)


def deep(laid: tuple[Laid, ...]) -> int:
    """Return the rows of names below a bar."""
    return 1 + max((one.row for one in laid if one.row is not None), default=-1)


def _holds(setting: Setting, part: Part, unit: float, size: float) -> bool:
    """Tell whether a part has room for its number."""
    return part.value * unit >= width(setting, part.printed, size, strong=True) + 2 * PAD


def words_of(one: Laid) -> str:
    """Return what stands below a part."""
    said = {"series": one.part.label, "value": one.part.printed}
    return " ".join(said[kind] for kind in one.says)


def _laid(
    setting: Setting,
    stack: Stack,
    naming: frozenset[str],
    unit: float,
    room: float,
    size: float,
    *,
    below: bool = True,
) -> tuple[Laid, ...]:
    """Return the parts of a bar with the rows of their names: the first in which a name touches no other.

    Numbers that have no room inside stand `below` too, or not at all.
    """
    out: list[Laid] = []
    taken: list[tuple[int, float, float]] = []
    at = 0.0
    for n, part in enumerate(stack.parts):
        low, at = at, at + part.value * unit
        inside = _holds(setting, part, unit, size)
        says = (*["series"] * (part.label in naming), *["value"] * (below and not inside))
        one = Laid(part=part, inside=inside, says=says)
        if not says:
            out.append(one)
            continue
        wide = width(setting, words_of(one), size) + PAD
        centred = (low + at - wide) / 2
        kept = max(0.0, min(centred, room - wide))
        if n == 0 and wide <= at - low:
            place, left, shift = "inBase", low, 0.0
        else:
            place, left, shift = "ctr", kept, kept - centred
        row = next((r for r in range(LINES) if _free(taken, r, left, left + wide)), LINES - 1)
        taken.append((row, left, left + wide))
        out.append(replace(one, row=row, place=place, shift=shift))
    return tuple(out)


def _free(taken: list[tuple[int, float, float]], row: int, left: float, right: float) -> bool:
    return all(r != row or left >= b + APART or right <= a - APART for r, a, b in taken)
