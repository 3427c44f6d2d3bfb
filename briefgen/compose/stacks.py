"""The spec of stacked bars and the report -> their parts, each bar in the order of the data."""

from ..model.charts import Part, Stack, StackedSpec, Stacks
from ..model.report import Report
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import dataset, words
from .charts import joined, measure, measured, number, printed

Named = tuple[str, float]


def stacks(spec: StackedSpec, report: Report, furniture: Furniture) -> Stacks:
    """Return stacked bars; parts without a number are left out and told."""
    data = dataset(spec.data, report)
    bar, part, value = data.column(spec.x), data.column(spec.part), data.column(spec.y)
    column = measured(spec, data, spec.y)
    said = figure_words(furniture.language)
    rows: dict[str, list[Named]] = {}
    missing: list[str] = []
    for row in data.rows:
        found = number(row[value])
        rows.setdefault(str(row[bar]), [])
        if found is None:
            missing.append(f"{row[bar]}, {row[part]}")
        else:
            rows[str(row[bar])].append((str(row[part]), found))
    remarks = [joined(said.missing, "", missing, furniture)] if missing else []
    parts: dict[str, list[Named]] = {}
    rest = set(spec.rest)
    for name, some in rows.items():
        parts[name], tail = kept(some, spec.keep, rest)
        if tail:
            parts[name].append((said.other, sum(v for _, v in tail)))
            rest.add(said.other)
            remarks.append(joined(said.joined, said.other, [n for n, _ in tail], furniture))
    colours = coloured(parts, rest)
    subtitle = measure(spec, (column,), furniture)
    made = tuple(
        Stack(
            label=name,
            parts=tuple(
                Part(label=n, value=v, printed=printed(v, column, furniture, short=True), colour=colours[name, n])
                for n, v in some
            ),
        )
        for name, some in parts.items()
    )
    return Stacks(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", *map(told, made), *remarks]), remarks),
        stacks=made,
        unit=column.unit or "",
        period=column.period or "",
        upright=spec.upright,
    )


def kept(parts: list[Named], most: int | None, rest: set[str]) -> tuple[list[Named], list[Named]]:
    """Return the parts that stand for themselves, in their order, and those that are joined; one alone is not."""
    if most is None or len(parts) <= most + 1:
        return parts, []
    own = [p for p in parts if p[0] not in rest]
    largest = sorted(own, key=lambda p: -p[1])[:most]
    return [p for p in parts if p in largest], [p for p in parts if p not in largest]


def coloured(stacks: dict[str, list[Named]], rest: set[str]) -> dict[tuple[str, str], int | None]:
    """Return the colour of each part by bar and name: the same name has one colour, each bar begins with the first."""
    by_name: dict[str, int] = {}
    out: dict[tuple[str, str], int | None] = {}
    for bar, parts in stacks.items():
        taken = {by_name[name] for name, _ in parts if name in by_name}
        for name, _ in parts:
            if name not in rest and name not in by_name:
                by_name[name] = next(n for n in range(len(parts) + 1) if n not in taken)
                taken.add(by_name[name])
            out[bar, name] = None if name in rest else by_name[name]
    return out


def told(stack: Stack) -> str:
    """Return a bar in words."""
    return f"{stack.label}: " + ", ".join(f"{p.label} {p.printed}" for p in stack.parts) + "."
