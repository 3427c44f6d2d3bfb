"""Which label stands where: each wish has places it could take, and no two that are chosen may clash."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

Box = tuple[float, float, float, float]
Segment = tuple[float, float, float, float]

PAD = 1.6
"""Points between two labels."""
MISSED = 24.0
"""What it costs to leave out a label that may be left out; one that is needed costs `LOST`."""
LOST = 1e6
ROUNDS, BRIEF = 8, 2
"""How often all labels look for a better place; how often while one is tried elsewhere."""
ASIDE = 3
"""A label may push so many others aside at once."""
POOR, TRIED = 8.0, 4
"""A label that costs so much is put first and all others around it, if that is better; so many labels at most."""
INSISTED, EFFORT = 6, 30_000
"""Places that are tried for such a label; for all that can be left out or stand, so many by the cube of all labels."""
NOWHERE = (np.nan, np.nan, np.nan, np.nan)


class Place(NamedTuple):
    """A place for one label: the box that it covers, its cost (0 is ideal), its leader, and what drawing needs."""

    box: Box
    cost: float
    leader: Segment | None = None
    detail: Any = None


class Wish(NamedTuple):
    """A label that wants one of several places; `rank` 0 comes first, `needed` may not be left out.

    `missed` is what it costs to leave the label out, where that may be.
    """

    name: str
    places: tuple[Place, ...]
    rank: int
    needed: bool
    missed: float = MISSED


def choose(wishes: Sequence[Wish]) -> tuple[list[Place | None], list[str]]:
    """Return a place or None for each wish, and the names of those left out.

    No two places clash. Ranked wishes choose first; then each looks for a cheaper place, and takes one that others
    hold where these find another and the sum of all costs falls. The same wishes give the same places.
    """
    board = _Board(wishes)
    order = sorted(range(len(wishes)), key=lambda k: (wishes[k].rank, k))
    board.settle(order)
    poor = [k for k in order if board.cost(k, board.chosen[k]) >= POOR]
    trials = EFFORT // max(1, len(wishes)) ** 3
    for k in poor[:TRIED]:
        trials -= board.insist(k, order, INSISTED if board.total() >= LOST else min(max(trials, 0), INSISTED))
    chosen = [w.places[i] if i is not None else None for w, i in zip(board.wishes, board.chosen, strict=True)]
    return chosen, [wish.name for wish, place in zip(wishes, chosen, strict=True) if place is None]


class _Board:
    """The places that are taken, and how many of them each other place clashes with."""

    def __init__(self, wishes: Sequence[Wish]) -> None:
        self.wishes = [w._replace(places=tuple(sorted(w.places, key=lambda p: p.cost))) for w in wishes]
        self.boxes = [np.array([p.box for p in w.places], dtype=float).reshape(-1, 4) for w in self.wishes]
        self.leaders = [
            np.array([p.leader or NOWHERE for p in w.places], dtype=float).reshape(-1, 4) for w in self.wishes
        ]
        self.costs = [np.array([p.cost for p in w.places]) for w in self.wishes]
        self.least = [min(c.min(initial=LOST), self.cost(k, None)) for k, c in enumerate(self.costs)]
        self.chosen: list[int | None] = [None] * len(wishes)
        self.known: dict[tuple[int, int, int], Any] = {}
        # for each wish, which of its places clash with the chosen place of each wish
        self.struck = [np.zeros((len(b), len(wishes)), dtype=bool) for b in self.boxes]

    def take(self, k: int, place: int | None) -> None:
        """Give a label a place, or none."""
        self.chosen[k] = place
        for n in range(len(self.wishes)):
            self.struck[n][:, k] = False if place is None or n == k else self.against(n, k, place)

    def against(self, n: int, k: int, place: int) -> Any:
        """Return which places of one wish clash with a place of another."""
        found = self.known.get((n, k, place))
        if found is None:
            found = clashes(self.boxes[n], self.leaders[n], self.boxes[k][place], self.leaders[k][place])
            self.known[n, k, place] = found
        return found

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
        free = np.flatnonzero(~self.struck[k].any(axis=1))
        return int(free[0]) if len(free) else None

    def cost(self, k: int, place: int | None) -> float:
        """Return what a place costs, or its lack."""
        if place is not None:
            return float(self.costs[k][place])
        return LOST if self.wishes[k].needed else self.wishes[k].missed

    def improve(self, k: int) -> bool:
        """Move one label to the place that lowers the sum of costs most, and those that it pushes aside; tell if so."""
        now, gain = self.cost(k, self.chosen[k]), 1e-9
        best: dict[int, int | None] = {}
        struck = self.struck[k]
        # what each place could save at the most: those pushed aside would all stand at their best
        spared = [self.cost(n, place) - self.least[n] for n, place in enumerate(self.chosen)]
        hoped = now - self.costs[k] + struck @ np.array(spared)
        few = struck.sum(axis=1) <= ASIDE
        for place in np.flatnonzero((self.costs[k] < now) & few & (hoped > gain)).tolist():
            if now - self.costs[k][place] <= gain:
                break
            if hoped[place] <= gain:
                continue
            aside = np.flatnonzero(struck[place]).tolist()
            moved, saved = self._moved(k, place, aside, now, gain)
            if saved > gain:
                gain, best = saved, moved
        for n, place_of in best.items():
            self.take(n, place_of)
        return bool(best)

    def _moved(
        self, k: int, place: int, aside: list[int], now: float, gain: float
    ) -> tuple[dict[int, int | None], float]:
        """Return where a label and those that it pushes aside would stand, and what that would save."""
        moved: dict[int, int | None] = {k: place}
        saved = now - float(self.costs[k][place])
        for n in sorted(aside, key=lambda n: (self.wishes[n].rank, n)):
            without = [m for m in range(len(self.wishes)) if m != k and m not in aside]
            bad = self.struck[n][:, without].any(axis=1)
            for m, there in moved.items():
                if there is not None:
                    bad |= self.against(n, m, there)
            free = np.flatnonzero(~bad)
            new = int(free[0]) if len(free) else None
            if new is None and self.wishes[n].needed:
                new, out = self._evicting(n, [m for m in without if m not in moved], moved)
                for m in out:
                    saved -= self.cost(m, None) - self.cost(m, self.chosen[m])
                    moved[m] = None
            saved -= self.cost(n, new) - self.cost(n, self.chosen[n])
            if saved <= gain:
                return {}, 0.0
            moved[n] = new
        return moved, saved

    def _evicting(self, n: int, others: list[int], moved: dict[int, int | None]) -> tuple[int | None, list[int]]:
        """Return the cheapest place of a label that only such labels hold as may be left out, and these."""
        held = self.struck[n].copy()
        for m, there in moved.items():
            held[:, m] = False if there is None else self.against(n, m, there)
        fixed = [m for m in range(len(self.wishes)) if m in moved or self.wishes[m].needed]
        for place in np.flatnonzero(~held[:, fixed].any(axis=1)).tolist():
            return place, [m for m in others if held[place, m]]
        return None, []


def clash(a: Place, b: Place) -> bool:
    """Tell whether two places touch: boxes overlap, or one's leader meets the other's box or leader."""
    boxes, leaders = np.array([a.box], dtype=float), np.array([a.leader or NOWHERE], dtype=float)
    return bool(clashes(boxes, leaders, np.array(b.box, dtype=float), np.array(b.leader or NOWHERE, dtype=float))[0])


def clashes(boxes: Any, leaders: Any, box: Any, leader: Any) -> Any:
    """Return which of many places (n boxes, n leaders, not a number where there is none) touch one place."""
    out = overlaps(boxes, box, PAD)
    if not np.isnan(leader[0]):
        out |= strikes(np.broadcast_to(leader, boxes.shape), boxes, PAD)
        out |= crosses(leaders, leader) | strikes(leaders, np.broadcast_to(_dot(leader), leaders.shape), PAD)
        out |= strikes(np.broadcast_to(leader, leaders.shape), _dot(leaders), PAD)
    led = ~np.isnan(leaders[:, 0])
    if led.any():
        out[led] |= strikes(leaders[led], np.broadcast_to(box, leaders[led].shape), PAD)
    return out


def _dot(leaders: Any) -> Any:
    """Return the boxes of the points where leaders end."""
    return leaders[..., [2, 3, 2, 3]]


def overlaps(boxes: Any, box: Any, pad: float = 0.0) -> Any:
    """Return which boxes come closer than `pad` to a box."""
    across = (boxes[:, 0] < box[2] + pad) & (box[0] < boxes[:, 2] + pad)
    return across & (boxes[:, 1] < box[3] + pad) & (box[1] < boxes[:, 3] + pad)


def strikes(lines: Any, boxes: Any, pad: float = 0.0) -> Any:
    """Return which lines meet the box of the same number, widened by `pad` (Liang and Barsky's clipping)."""
    start, step = lines[:, :2], lines[:, 2:] - lines[:, :2]
    low, high = boxes[:, :2] - pad - start, boxes[:, 2:] + pad - start
    flat = step == 0
    with np.errstate(divide="ignore", invalid="ignore"):
        near, far = low / step, high / step
    enter = np.where(flat, np.where((low <= 0) & (high >= 0), -np.inf, np.inf), np.minimum(near, far))
    leave = np.where(flat, np.where((low <= 0) & (high >= 0), np.inf, -np.inf), np.maximum(near, far))
    return np.maximum(enter.max(axis=1), 0.0) <= np.minimum(leave.min(axis=1), 1.0)


def crosses(lines: Any, line: Any) -> Any:
    """Return which lines cross a line."""

    def side(start: Any, end: Any, point: Any) -> Any:
        return (end[..., 0] - start[..., 0]) * (point[..., 1] - start[..., 1]) - (end[..., 1] - start[..., 1]) * (
            point[..., 0] - start[..., 0]
        )

    a, b, c, d = lines[:, :2], lines[:, 2:], line[:2], line[2:]
    return (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
