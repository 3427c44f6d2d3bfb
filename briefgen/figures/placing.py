"""Which label stands where: each wish has places it could take, and no two that are chosen may clash."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Box = tuple[float, float, float, float]
Segment = tuple[float, float, float, float]

CLASH = 1000.0
"""What a clash costs while places are sought; far more than any place does."""
ROUNDS = 12
TRIES = 6
"""How often the wishes are settled anew, with those first that were left out before."""
PAD = 1.6
"""Points between two labels."""


class Place(NamedTuple):
    """A place for one label: boxes that it covers, its leader, its cost (0 is ideal), and what drawing needs."""

    boxes: tuple[Box, ...]
    cost: float
    leader: Segment | None = None
    detail: Any = None


class Wish(NamedTuple):
    """A label that wants one of several places; `rank` 0 comes first, `needed` may not be left out."""

    name: str
    places: tuple[Place, ...]
    rank: int
    needed: bool


def choose(wishes: Sequence[Wish]) -> tuple[list[Place | None], list[str]]:
    """Return a place or None for each wish, and the names of those left out.

    Ranked wishes choose first; then each moves to its cheapest place given the others until none moves. What
    still clashes is left out, the lowest rank first. Where a needed wish is left out, those that were choose
    before all others, and so on for a while. The same wishes give the same places.
    """
    late: list[int] = []
    for _ in range(TRIES):
        chosen = _settled([wish._replace(rank=-1) if k in late else wish for k, wish in enumerate(wishes)])
        without = [k for k, wish in enumerate(wishes) if wish.needed and chosen[k] is None and wish.places]
        if not without or set(without) <= set(late):
            break
        late += without
    return chosen, [wish.name for wish, place in zip(wishes, chosen, strict=True) if place is None]


def _settled(wishes: Sequence[Wish]) -> list[Place | None]:
    """Return a place or None for each wish, by rank."""
    order = sorted(range(len(wishes)), key=lambda k: (wishes[k].rank, k))
    chosen: list[Place | None] = [None] * len(wishes)
    for _ in range(ROUNDS):
        moved = False
        for k in order:
            others = [p for n, p in enumerate(chosen) if p is not None and n != k]
            best = _cheapest(wishes[k].places, others)
            if best is not chosen[k]:
                chosen[k], moved = best, True
        if not moved:
            break
    kept: list[Place] = []
    for k in order:
        place = chosen[k]
        if place is not None and any(clash(place, other) for other in kept):
            place = next((p for p in wishes[k].places if not any(clash(p, other) for other in kept)), None)
        chosen[k] = place
        if place is not None:
            kept.append(place)
    return chosen


def _cheapest(places: Sequence[Place], others: Sequence[Place]) -> Place | None:
    best, least = None, float("inf")
    for place in places:
        if place.cost >= least:
            continue
        cost = place.cost
        for other in others:
            if clash(place, other):
                cost += CLASH
                if cost >= least:
                    break
        if cost < least:
            best, least = place, cost
    return best


def clash(a: Place, b: Place) -> bool:
    """Tell whether two places touch: boxes overlap, or one's leader meets the other's box or leader."""
    if any(overlap(p, q, PAD) for p in a.boxes for q in b.boxes):
        return True
    for leader, boxes in ((a.leader, b.boxes), (b.leader, a.boxes)):
        if leader is not None and any(strikes(leader, box, PAD) for box in boxes):
            return True
    return a.leader is not None and b.leader is not None and cross(a.leader, b.leader)


def overlap(a: Box, b: Box, pad: float = 0.0) -> bool:
    """Tell whether two boxes come closer than `pad`."""
    return a[0] < b[2] + pad and b[0] < a[2] + pad and a[1] < b[3] + pad and b[1] < a[3] + pad


def strikes(line: Segment, box: Box, pad: float = 0.0) -> bool:
    """Tell whether a line meets a box, widened by `pad` (Liang and Barsky's clipping)."""
    x, y, dx, dy = line[0], line[1], line[2] - line[0], line[3] - line[1]
    enter, leave = 0.0, 1.0
    sides = ((-dx, x - box[0] + pad), (dx, box[2] + pad - x), (-dy, y - box[1] + pad), (dy, box[3] + pad - y))
    for step, room in sides:
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return enter <= leave


def cross(a: Segment, b: Segment) -> bool:
    """Tell whether two lines cross."""

    def side(line: Segment, x: float, y: float) -> float:
        return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])

    return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 and side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0
