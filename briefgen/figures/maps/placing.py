"""Which label stands where: each wish has places it could take, and no two that are chosen may clash."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from .raster import Box
from .touching import NOWHERE, Covered, Segment, clashing, dot

MISSED = 24.0
"""What it costs to leave out a label that may be left out; one that is needed costs `LOST`."""
LOST = 1e6
ROUNDS, BRIEF = 8, 2
"""How often all labels look for a better place; how often while one is tried elsewhere."""
ASIDE = 3
"""A label may push so many others aside at once."""
POOR, TRIED = 8.0, 4
"""A label that could cost so much less is put first and all others around it, if that is better; so many at most."""
INSISTED, EFFORT = 6, 30_000
"""Places that are tried for such a label; for all that can be left out or stand, so many by the cube of all labels."""


class Place(NamedTuple):
    """A place for one label: the box that it covers, its cost (0 is ideal), its leader, and what drawing needs."""

    box: Box
    cost: float
    leader: Segment | None = None
    detail: Any = None


class Wish(NamedTuple):
    """A label that wants one of several places; `rank` 0 comes first, `needed` may not be left out.

    `missed` is what it costs to leave the label out, where that may be; no other words stand `air` points from where
    its leader ends, as they would be read as what it leads to.
    """

    name: str
    places: tuple[Place, ...]
    rank: int
    needed: bool
    missed: float = MISSED
    air: float = 0.0


def choose(wishes: Sequence[Wish]) -> tuple[list[Place | None], list[str]]:
    """Return a place or None for each wish, and the names of those left out.

    No two places clash. Ranked wishes choose first; then each looks for a cheaper place, and takes one that others
    hold where these find another and the sum of all costs falls. The same wishes give the same places.
    """
    board = _Board(wishes)
    order = sorted(range(len(wishes)), key=lambda k: (wishes[k].rank, k))
    board.settle(order)
    poor = [k for k in order if board.cost(k, board.chosen[k]) - board.best(k) >= POOR]
    trials = EFFORT // max(1, len(wishes)) ** 3
    if sum(board.cost(k, board.chosen[k]) >= LOST for k in order) > TRIED:
        poor = []  # so few cannot make room for so many
    for k in poor[:TRIED]:
        trials -= board.insist(k, order, INSISTED if board.total() >= LOST else min(max(trials, 0), INSISTED))
    chosen = [w.places[i] if i is not None else None for w, i in zip(board.wishes, board.chosen, strict=True)]
    return chosen, [wish.name for wish, place in zip(wishes, chosen, strict=True) if place is None]


class _Board:
    """The places that are taken, and how many of them each other place clashes with."""

    def __init__(self, wishes: Sequence[Wish]) -> None:
        self.wishes = [w._replace(places=tuple(sorted(w.places, key=lambda p: p.cost))) for w in wishes]
        places = [p for w in self.wishes for p in w.places]
        ends = np.cumsum([len(w.places) for w in self.wishes]).tolist()
        # all places lie in one row, those of a wish beside one another
        self.of = [slice(end - len(w.places), end) for w, end in zip(self.wishes, ends, strict=True)]
        self.covered = covered([(p, w.air) for w in self.wishes for p in w.places])
        self.costs = [np.array([p.cost for p in w.places]) for w in self.wishes]
        self.chosen: list[int | None] = [None] * len(wishes)
        self.clashes = np.zeros((len(places), len(places)), dtype=bool)
        self.unknown = np.ones(len(places), dtype=bool)
        # for each wish, which places clash with its chosen one
        self.struck = np.zeros((len(wishes), len(places)), dtype=bool)
        self.hits = np.zeros(len(places), dtype=np.int32)
        self.firm = self.hits.copy()  # the same, of labels alone that may not be left out

    def take(self, k: int, place: int | None) -> None:
        """Give a label a place, or none."""
        if self.chosen[k] == place:
            return
        self.chosen[k] = place
        row = self.struck[k]
        now = np.zeros_like(row) if place is None else self.against(k, place)
        change = now.astype(np.int32) - row
        row[:] = now
        self.hits += change
        if self.wishes[k].needed:
            self.firm += change

    def against(self, k: int, place: int) -> Any:
        """Return which places clash with a place of a wish; none of the wish itself does."""
        own = self.of[k]
        if own.start < own.stop and self.unknown[own.start]:
            self.unknown[own] = False
            others = np.flatnonzero(self.unknown)
            found = clashing(self.covered.of(own), self.covered.of(others))
            self.clashes[own, others], self.clashes[others, own] = found, found.T
        return self.clashes[own.start + place]

    def settle(self, order: Sequence[int], rounds: int = ROUNDS) -> None:
        """Give each label without a place the cheapest that is left, then better ones while there are any."""
        for k in order:
            if self.chosen[k] is None:
                self.take(k, self.cheapest(k))
        for _ in range(rounds):
            if not sum(self.improve(k) for k in order):
                break

    def insist(self, k: int, order: Sequence[int], trials: int) -> int:
        """Put one label first, at so many of its places, and all others around it; keep the best that comes.

        Return how many places were tried.
        """
        best, least = self.chosen[:], self.total()
        better = int(np.sum(self.costs[k] < self.cost(k, self.chosen[k])))
        tried = min(trials, better)
        for place in np.linspace(0, better - 1, tried).astype(int).tolist():
            self.restore([place if n == k else None for n in range(len(self.wishes))])
            self.settle(order, BRIEF)
            if self.total() < least - 1e-9:
                best, least = self.chosen[:], self.total()
        if tried:
            self.restore(best)
            self.settle(order)
        return tried

    def total(self) -> float:
        """Return what all places cost."""
        return sum(self.cost(k, place) for k, place in enumerate(self.chosen))

    def restore(self, chosen: Sequence[int | None]) -> None:
        """Give all labels these places."""
        for k, place in enumerate(chosen):
            self.take(k, place)

    def cheapest(self, k: int) -> int | None:
        """Return the cheapest place of a wish that clashes with none that is taken."""
        return _first(self.hits[self.of[k]] == 0)

    def cost(self, k: int, place: int | None) -> float:
        """Return what a place costs, or its lack."""
        if place is not None:
            return float(self.costs[k][place])
        return LOST if self.wishes[k].needed else self.wishes[k].missed

    def best(self, k: int) -> float:
        """Return the least that a wish could cost, were it alone."""
        return min(float(self.costs[k].min(initial=LOST)), self.cost(k, None))

    def improve(self, k: int) -> bool:
        """Move one label to the place that lowers the sum of costs most, and those that it pushes aside; tell if so."""
        now, gain = self.cost(k, self.chosen[k]), 1e-9
        best: dict[int, int | None] = {}
        own = self.of[k]
        open_ = np.flatnonzero((self.costs[k] < now) & (self.hits[own] <= ASIDE))
        sets: dict[bytes, list[int]] = {}  # the places that push the same labels aside
        struck = np.ascontiguousarray(self.struck[:, own].T)
        for place in open_.tolist():
            sets.setdefault(struck[place].tobytes(), []).append(place)
        hoped = now - self.costs[k]
        for places in sets.values():
            for n in (aside := np.flatnonzero(struck[places[0]]).tolist()):
                hoped[places] += self.cost(n, self.chosen[n]) - self._least(n, k, aside, places)
        # those that could save most come first: what they do save rules out most of the others
        for place in open_[np.argsort(-hoped[open_], kind="stable")].tolist():
            if hoped[place] <= gain:
                break
            aside = np.flatnonzero(struck[place]).tolist()
            moved, saved = self._moved(k, place, aside, now, gain)
            if saved > gain:
                gain, best = saved, moved
        for n, place_of in best.items():
            self.take(n, place_of)
        return bool(best)

    def _least(self, n: int, k: int, aside: list[int], places: list[int]) -> Any:
        """Return the least that a label can cost, pushed aside with others by one that takes each of some places."""
        held = self._held(n, (k, *aside), firm=self.wishes[n].needed)
        rows = self.clashes[self.of[k].start + np.array(places), self.of[n]]
        free = np.hstack([(held == 0) & ~rows, np.ones((len(places), 1), dtype=bool)])  # no place comes last
        return np.append(self.costs[n], self.cost(n, None))[free.argmax(axis=1)]

    def _held(self, n: int, gone: Iterable[int], *, firm: bool) -> Any:
        """Return how many labels hold each place of one, were some gone; of `firm` those that may not be left out."""
        held = (self.firm if firm else self.hits)[self.of[n]].copy()
        for m in gone:
            if not firm or self.wishes[m].needed:
                held -= self.struck[m, self.of[n]]
        return held

    def _moved(
        self, k: int, place: int, aside: list[int], now: float, gain: float
    ) -> tuple[dict[int, int | None], float]:
        """Return where a label and those that it pushes aside would stand, and what that would save."""
        moved: dict[int, int | None] = {k: place}
        saved = now - float(self.costs[k][place])
        for n in sorted(aside, key=lambda n: (self.wishes[n].rank, n)):
            held = self._held(n, (k, *aside), firm=False)
            for m, there in moved.items():
                if there is not None:
                    held += self.against(m, there)[self.of[n]]
            new = _first(held == 0)
            if new is None and self.wishes[n].needed:
                new, out = self._evicting(n, k, aside, moved)
                for m in out:
                    saved -= self.cost(m, None) - self.cost(m, self.chosen[m])
                    moved[m] = None
            saved -= self.cost(n, new) - self.cost(n, self.chosen[n])
            if saved <= gain:
                return {}, 0.0
            moved[n] = new
        return moved, saved

    def _evicting(self, n: int, k: int, aside: list[int], moved: dict[int, int | None]) -> tuple[int | None, list[int]]:
        """Return the cheapest place of a label that only such labels hold as may be left out, and these."""
        own = self.of[n]
        held = self._held(n, moved, firm=True)
        for m, there in moved.items():
            if there is not None:
                held += self.against(m, there)[own]
        place = _first(held == 0)
        if place is None:
            return None, []
        holds = np.flatnonzero(self.struck[:, own][:, place]).tolist()
        return place, [m for m in holds if m != k and m not in aside and m not in moved]


def covered(places: Sequence[tuple[Place, float]]) -> Covered:
    """Return what places cover, with so much air about where the leader of each ends."""
    boxes = np.array([p.box for p, _ in places], dtype=float).reshape(-1, 4)
    leaders = np.array([p.leader or NOWHERE for p, _ in places], dtype=float).reshape(-1, 4)
    air = np.array([[-air, -air, air, air] for _, air in places]).reshape(-1, 4)
    return Covered(boxes, leaders, dot(leaders) + air)


def _first(which: Any) -> int | None:
    """Return the number of the first that holds, if any does."""
    if not len(which):
        return None
    found = int(which.argmax())
    return found if which[found] else None
