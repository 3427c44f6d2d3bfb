"""Units that lean on others: no circles, and none that is ranked above what it leans on."""

from collections.abc import Iterator

from ..model.report import Kind, Unit
from .findings import Findings

SHOWN_MOST = 8
"""Units of a circle that are named."""

SHOWN_MOST = 8
"""Units of a circle that are named."""


def check(found: tuple[Unit, ...], findings: Findings) -> None:
    """Note units that need themselves in the end, those ranked above what they need, and a second bottom line."""
    by_id = {u.id: u for u in found}
    lines = [u for u in found if u.kind is Kind.BOTTOM_LINE]
    for unit in lines[1:]:
        findings.error(
            "BG319",
            f"the report has a second bottom line; the first is `{lines[0].id}`",
            unit.origin.file,
            (*unit.origin.path, "kind"),
            hint="make it a key judgement",
        )
    for unit in found:
        for index, name in enumerate(unit.needs):
            other = by_id.get(name)
            if other is not None and other.rank < unit.rank:
                findings.warning(
                    "BG304",
                    f"`{unit.id}` (rank {unit.rank:g}) needs `{name}`, which ranks lower ({other.rank:g})",
                    unit.origin.file,
                    (*unit.origin.path, "needs", index),
                    hint="rank what it leans on at least as high",
                )
    for circle in _circles(found, by_id):
        first = by_id[circle[0]]
        shown = circle if len(circle) <= SHOWN_MOST else (*circle[: SHOWN_MOST - 1], "…", circle[-1])
        findings.error(
            "BG321",
            f"units need each other in a circle: {' → '.join((*shown, circle[0]))}"
            if len(circle) > 1
            else f"unit `{first.id}` needs itself",
            first.origin.file,
            (*first.origin.path, "needs"),
            hint="take one of these needs away" if len(circle) > 1 else "take it out of its own `needs`",
        )


def _circles(found: tuple[Unit, ...], by_id: dict[str, Unit]) -> Iterator[tuple[str, ...]]:
    """Yield circles of needs, each from its first unit on; every need is followed once."""
    place = {u.id: n for n, u in enumerate(found)}
    done: set[str] = set()
    for start in by_id:
        way: list[str] = []
        on: dict[str, int] = {}
        waiting = [(start, False)]
        while waiting:
            name, left = waiting.pop()
            if left:
                done.add(name)
                on.pop(way.pop())
            elif name in on:
                circle = way[on[name] :]
                first = circle.index(min(circle, key=place.__getitem__))
                yield (*circle[first:], *circle[:first])
            elif name in by_id and name not in done:
                on[name] = len(way)
                way.append(name)
                waiting.append((name, True))
                waiting += [(need, False) for need in reversed(by_id[name].needs)]
