"""The one total order of a brief's body: rank as the spec weights it, with a decay for what is already there.

score = rank x emphasis x 0.85^(units taken from its section) x 0.9^(units taken of its fullest topic)

Ties fall in report order. A unit brings the units that it needs before itself.

Taking a unit never raises a score, so each next best is found with heaps that score anew only what comes to their
top. A section's decay is common to its units, and a topic's to all whose fullest it is: so there is a heap of such
piles for each section, and one of the sections' best units.
"""

import heapq
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

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


class Order:
    """The units of a body in the order in which a brief takes them, found only as far as they are asked for.

    `first` go before all, in their own order, with what they need; they are the `least` of it. State: a short length
    asks for a few dozen of some thousand units.
    """

    def __init__(self, units: Sequence[Unit], weights: Emphasis, first: Iterable[str] = ()) -> None:
        self.by_id = {u.id: u for u in units}
        self._units = units
        self._places = {u.id: n for n, u in enumerate(units)}
        self._sections: Counter[str] = Counter()
        self._topics: Counter[str] = Counter()
        self._taken: dict[str, Unit] = {}
        self._gone: set[int] = set()
        for name in first:
            if name in self.by_id:
                self._take(self.by_id[name])
        self.least = len(self._taken)
        found: dict[str, list[Entry]] = {}
        for place, unit in enumerate(units):
            found.setdefault(unit.section, []).append((-unit.rank * emphasis(unit, weights), place))
        self._rests = {section: _Rest(entries, units, self._topics) for section, entries in found.items()}
        self._heap = [entry for section in self._rests for entry in self._best(section)]
        heapq.heapify(self._heap)

    def __len__(self) -> int:
        """Return the number of all units."""
        return len(self._units)

    def head(self, count: int) -> tuple[Unit, ...]:
        """Return the first units of the order."""
        while len(self._taken) < count and self._heap:
            self._step()
        return tuple(islice(self._taken.values(), count))

    def after(self, count: int) -> Iterator[Unit]:
        """Yield the units behind the first `count`, each found when it is asked for."""
        while len(head := self.head(count + 1)) > count:
            yield head[count]
            count += 1

    def _step(self) -> None:
        """Score anew the section that seems to have the best unit, and take that if it has it still."""
        section = self._heap[0][2]
        fresh = self._best(section)
        if fresh and fresh[0] == self._heap[0]:
            self._take(self._units[fresh[0][1]])
            fresh = self._best(section)
        heapq.heappop(self._heap)
        for entry in fresh:
            heapq.heappush(self._heap, entry)

    def _take(self, unit: Unit) -> None:
        for other in with_needs(unit, self.by_id, self._taken):
            self._taken[other.id] = other
            self._gone.add(self._places[other.id])
            self._sections[other.section] += 1
            self._topics.update(other.topics)

    def _best(self, section: str) -> list[tuple[float, int, str]]:
        """Return the section's best unit with its score, or nothing where all are taken."""
        entry = self._rests[section].best(self._gone)
        return [(entry[0] * SECTION_DECAY ** self._sections[section], entry[1], section)] if entry else []


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
