"""Key figures and counts: whether the report has the quantities, and whether what is set together can be."""

from ..model.profiles import SourcesBy
from .entry import Entry
from .findings import Keys
from .shapes import QuantityShape
from .shapes.numbers import NumbersShape
from .shapes.profiles import SourcesShape


def numbers(shape: NumbersShape, entry: Entry) -> None:
    """Note what keeps key figures from being drawn."""
    quantities: list[QuantityShape] = entry.list("quantities")
    by_id = {q.id: q for q in quantities}
    for index, choice in enumerate(shape.numbers):
        at: Keys = ("numbers", index)
        entry.known(choice.quantity, "quantities", (*at, "quantity"))
        one = by_id.get(choice.quantity)
        for key, name in (("of", choice.of), ("against", choice.against)):
            if name is None:
                continue
            entry.known(name, "quantities", (*at, key))
            other = by_id.get(name)
            if one and other and key == "against" and one.unit != other.unit:
                message = f"`{one.id}` is in {one.unit}, `{other.id}` in {other.unit}: they cannot be set together"
                entry.error("BG608", message, (*at, key), "name a quantity of the same unit")
            if one and other and key == "of" and _larger(one, other):
                message = f"`{one.id}` ({one.value}) is larger than `{other.id}` ({other.value}), of which it is a part"
                entry.error("BG610", message, (*at, key), "name the whole, or write `against`")
        if choice.of and choice.against:
            entry.error("BG610", "a number is a part of another or stands against one", (*at, "against"), "choose one")
    if not shape.cites and not any(q.cites for i in shape.numbers if (q := by_id.get(i.quantity))):
        entry.error("BG604", f"no source is given for the numbers of `{shape.id}`", "numbers", "add `cites`")


def _larger(one: QuantityShape, other: QuantityShape) -> bool:
    numbers = (one.value, other.value)
    return all(isinstance(n, int | float) for n in numbers) and float(one.value) > float(other.value)


def sources(shape: SourcesShape, entry: Entry) -> None:
    """Note what keeps a profile of sources from being drawn."""
    if len(shape.by) > 1 and SourcesBy.YEAR in shape.by:
        message = "years are columns and stand with no other count"
        entry.error("BG613", message, "by", "count by year in a figure of its own")
