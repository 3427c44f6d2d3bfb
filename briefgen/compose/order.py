"""The one total order of a brief's body: rank as the spec weights it, with a decay for what is already there.

score = rank x emphasis x 0.85^(units taken from its section) x 0.9^(units taken of its fullest topic)

Taking a unit never raises a score, so a heap with late re-scoring finds each next best exactly, in
O(n log n) for real reports. Ties fall in report order. A unit brings the units that it needs before itself.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..model.report import Unit
from ..model.spec import Emphasis

SECTION_DECAY = 0.85
TOPIC_DECAY = 0.9


def emphasis(unit: Unit, weights: Emphasis) -> float:
    """Return the product of the factors that apply to a unit."""
    factor = 1.0
    for names, held in ((weights.topics, unit.topics), (weights.actors, unit.actors)):
        for name, weight in names:
            if name in held:
                factor *= weight
    return factor * dict(weights.sections).get(unit.section, 1.0)


def ordered(units: Sequence[Unit], weights: Emphasis, first: Iterable[str] = ()) -> tuple[Unit, ...]:
    """Return the units in the order in which a brief takes them; `first` go before all, in their own order."""
    by_id = {u.id: u for u in units}
    place = {u.id: n for n, u in enumerate(units)}
    base = {u.id: u.rank * emphasis(u, weights) for u in units}
    sections: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    taken: dict[str, Unit] = {}

    def take(unit: Unit) -> None:
        for other in with_needs(unit, by_id):
            if other.id not in taken:
                taken[other.id] = other
                sections[other.section] += 1
                topics.update(other.topics)

    def score(unit: Unit) -> float:
        fullest = max((topics[t] for t in unit.topics), default=0)
        return base[unit.id] * SECTION_DECAY ** sections[unit.section] * TOPIC_DECAY**fullest

    for name in first:
        if name in by_id:
            take(by_id[name])
    heap = [(-score(u), place[u.id]) for u in units if u.id not in taken]
    heapq.heapify(heap)
    while heap:
        old, index = heapq.heappop(heap)
        unit = units[index]
        if unit.id in taken:
            continue
        new = -score(unit)
        if new > old and heap and (new, index) > heap[0]:
            heapq.heappush(heap, (new, index))
        else:
            take(unit)
    return tuple(taken.values())


def with_needs(unit: Unit, by_id: Mapping[str, Unit]) -> list[Unit]:
    """Return the units that a unit leans on, each before those that lean on it, and the unit last."""
    out: dict[str, Unit] = {}
    open_: set[str] = set()

    def visit(one: Unit) -> None:
        if one.id in out or one.id in open_:
            return
        open_.add(one.id)
        for name in one.needs:
            if name in by_id:
                visit(by_id[name])
        out[one.id] = one

    visit(unit)
    return list(out.values())
