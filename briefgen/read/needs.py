"""Units that lean on others: no circles, and none that is ranked above what it leans on."""

from ..model.report import Kind, Unit
from .findings import Findings

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
    told: set[str] = set()
    for name, needs in _tangled(by_id).items():
        if name not in told and (circle := _circle(name, needs, by_id)):
            told.update(circle)
            shown = circle if len(circle) <= SHOWN_MOST else (*circle[: SHOWN_MOST - 1], "…", circle[-1])
            findings.error(
                "BG321",
                f"units need each other in a circle: {' → '.join((*shown, circle[0]))}",
                by_id[name].origin.file,
                (*by_id[name].origin.path, "needs"),
                hint="take one of these needs away",
            )


def _tangled(by_id: dict[str, Unit]) -> dict[str, tuple[str, ...]]:
    """Return the units that no order puts behind all that they need, with their needs: those of circles among them."""
    left = {u.id: {n for n in u.needs if n in by_id} for u in by_id.values()}
    users: dict[str, list[str]] = {}
    for name, needs in left.items():
        for need in needs:
            users.setdefault(need, []).append(name)
    free = [name for name, needs in left.items() if not needs]
    while free:
        name = free.pop()
        del left[name]
        for user in users.get(name, ()):
            left[user].discard(name)
            if not left[user]:
                free.append(user)
    return {name: by_id[name].needs for name in left}


def _circle(start: str, first: tuple[str, ...], by_id: dict[str, Unit]) -> tuple[str, ...]:
    """Return the units of a circle that leads back to the first, or nothing."""
    came: dict[str, str] = {}
    stack = [(need, start) for need in reversed(first)]
    while stack:
        name, before = stack.pop()
        if name == start:
            way = [before]
            while way[-1] != start:
                way.append(came[way[-1]])
            return tuple(reversed(way))
        if name not in came and name in by_id:
            came[name] = before
            stack += [(need, name) for need in reversed(by_id[name].needs)]
    return ()
