"""Labels on one upright line, moved apart as little as they must."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], apart: float, room: tuple[float, float]) -> tuple[float, ...]:
    """Return the middles of labels near those `wanted`, in their order, at least `apart`, within the room.

    Neighbours that touch are moved as one, about their common middle, so that none moves far. Where there is too
    little room they stand closer together than `apart`.
    """
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    step = min(apart, (room[1] - room[0]) / max(1, len(wanted) - 1)) if len(wanted) > 1 else apart
    # runs of (members, middle of the first)
    runs: list[tuple[list[int], float]] = []
    for n in order:
        run, first = [n], _inside(wanted[n], 1, step, room)
        while runs and runs[-1][1] + len(runs[-1][0]) * step > first + 1e-9:
            before, _ = runs.pop()
            run = before + run
            ideal = sum(wanted[k] - i * step for i, k in enumerate(run)) / len(run)
            first = _inside(ideal, len(run), step, room)
        runs.append((run, first))
    out = [0.0] * len(wanted)
    for run, first in runs:
        for i, k in enumerate(run):
            out[k] = first + i * step
    return tuple(out)


def _inside(first: float, count: int, step: float, room: tuple[float, float]) -> float:
    return max(room[0], min(first, room[1] - (count - 1) * step))
