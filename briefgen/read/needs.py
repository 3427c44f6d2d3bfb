"""Units that lean on others: no circles, and none that is ranked above what it leans on."""

from ..model.report import Kind, Unit
from .findings import Findings


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
    told: set[frozenset[str]] = set()
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
        if (circle := _circle(unit, by_id)) and frozenset(circle) not in told:
            told.add(frozenset(circle))
            findings.error(
                "BG321",
                f"units need each other in a circle: {' → '.join((*circle, circle[0]))}"
                if len(circle) > 1
                else f"unit `{unit.id}` needs itself",
                unit.origin.file,
                (*unit.origin.path, "needs"),
                hint="take one of these needs away" if len(circle) > 1 else "take it out of its own `needs`",
            )


def _circle(start: Unit, by_id: dict[str, Unit]) -> tuple[str, ...]:
    """Return the units of a circle that leads back to the first, or nothing."""
    stack: list[tuple[str, tuple[str, ...]]] = [(start.id, ())]
    seen: set[str] = set()
    while stack:
        name, way = stack.pop()
        for need in reversed(by_id[name].needs if name in by_id else ()):
            if need == start.id:
                return (*way, name)
            if need not in seen:
                seen.add(need)
                stack.append((need, (*way, name)))
    return ()
