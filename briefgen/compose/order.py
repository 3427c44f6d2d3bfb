"""The one total order of a brief's body: rank as the spec weights it, with a decay for what is already there.

score = rank x emphasis x 0.85^(units taken from its section) x 0.9^(units taken of its fullest topic)

Ties fall in report order. A unit brings the units that it needs before itself.

Taking a unit never raises a score, so each next best is found with heaps that score anew only what comes to their
top. A section's decay is common to its units, and a topic's to all whose fullest it is: so there is a heap of such
piles for each section, and one of the sections' best units.
"""

import heapq
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from ..model.report import Unit
from ..model.spec import Emphasis

SECTION_DECAY = 0.85
TOPIC_DECAY = 0.9

Entry = tuple[float, int]
"""A score, negative because heaps give the least first, and the unit's place in the report."""


def emphasis(unit: Unit, weights: Emphasis) -> float:
    """Return the product of the factors that apply to a unit."""
    factor = 1.0
    for names, held in (
        (weights.topics, unit.topics),
        (weights.actors, unit.actors),
        (weights.sections, (unit.section,)),
    ):
        for name, weight in names:
            if name in held:
                factor *= weight
    return factor


class _Rest:
    """The units of one section that are not taken yet, in piles by their fullest topic; state, since topics fill."""

    def __init__(self, found: Iterable[Entry], units: Sequence[Unit], topics: Counter[str]) -> None:
        self._units, self._topics = units, topics
        self._piles: dict[str, list[Entry]] = {}
        self._heap: list[tuple[float, int, str]] = []
        self._valid: dict[str, tuple[float, int, str]] = {}
        for entry in found:
            self._put(entry)

    def best(self, taken: Container[int]) -> Entry | None:
        """Return the best unit's entry, its score without the section's decay; None where all are taken."""
        while self._heap:
            old = self._heap[0]
            topic, pile = old[2], self._piles[old[2]]
            while pile and pile[0][1] in taken:
                heapq.heappop(pile)
            if not pile or old != self._valid[topic]:
                heapq.heappop(self._heap)
            elif self._topics[self._fullest(pile[0])] > self._topics[topic]:
                self._put(heapq.heappop(pile))
            elif (fresh := self._scored(topic)) != old:
                self._valid[topic] = fresh
                heapq.heapreplace(self._heap, fresh)
            else:
                return old[:2]
        return None

    def _put(self, entry: Entry) -> None:
        topic = self._fullest(entry)
        pile = self._piles.setdefault(topic, [])
        heapq.heappush(pile, entry)
        if pile[0] == entry:
            self._valid[topic] = self._scored(topic)
            heapq.heappush(self._heap, self._valid[topic])

    def _fullest(self, entry: Entry) -> str:
        return max(self._units[entry[1]].topics, key=self._topics.__getitem__, default="")

    def _scored(self, topic: str) -> tuple[float, int, str]:
        score, place = self._piles[topic][0]
        return score * TOPIC_DECAY ** self._topics[topic], place, topic


def ordered(units: Sequence[Unit], weights: Emphasis, first: Iterable[str] = ()) -> tuple[Unit, ...]:
    """Return the units in the order in which a brief takes them; `first` go before all, in their own order."""
    by_id = {u.id: u for u in units}
    places = {u.id: n for n, u in enumerate(units)}
    sections: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    taken: dict[str, Unit] = {}
    gone: set[int] = set()

    def take(unit: Unit) -> None:
        for other in with_needs(unit, by_id, taken):
            taken[other.id] = other
            gone.add(places[other.id])
            sections[other.section] += 1
            topics.update(other.topics)

    for name in first:
        if name in by_id:
            take(by_id[name])
    found: dict[str, list[Entry]] = {}
    for place, unit in enumerate(units):
        found.setdefault(unit.section, []).append((-unit.rank * emphasis(unit, weights), place))
    rests = {section: _Rest(entries, units, topics) for section, entries in found.items()}

    def best(section: str) -> list[tuple[float, int, str]]:
        """Return the section's best unit with its score, or nothing where all are taken."""
        entry = rests[section].best(gone)
        return [(entry[0] * SECTION_DECAY ** sections[section], entry[1], section)] if entry else []

    heap = [entry for section in rests for entry in best(section)]
    heapq.heapify(heap)
    while heap:
        section = heap[0][2]
        fresh = best(section)
        if fresh and fresh[0] == heap[0]:
            take(units[fresh[0][1]])
            fresh = best(section)
        heapq.heappop(heap)
        for entry in fresh:
            heapq.heappush(heap, entry)
    return tuple(taken.values())


def with_needs(unit: Unit, by_id: Mapping[str, Unit], taken: Container[str] = ()) -> list[Unit]:
    """Return the units that a unit leans on, each before those that lean on it, and the unit last; none of `taken`."""
    out: dict[str, Unit] = {}
    seen = {unit.id}
    way = [(unit, iter(unit.needs))] if unit.id not in taken else []
    while way:  # no recursion: a chain of needs may be as long as the report
        one, needs = way[-1]
        name = next((n for n in needs if n in by_id and n not in seen and n not in taken), None)
        if name is None:
            out[one.id] = one
            way.pop()
        else:
            seen.add(name)
            way.append((by_id[name], iter(by_id[name].needs)))
    return list(out.values())
