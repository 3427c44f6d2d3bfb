"""Where the boxes of a diagram stand: on which lattice, and what its places are in points."""

from functools import lru_cache

from ..model.diagrams import Relations
from .lattice import Lattice, Link, placed
from .tielabels import Point

BETWEEN = 5.5
"""Room between two boxes of a row in em, at the least."""
ROWS = (0.25, 0.35, 0.5, 0.7)
"""Heights of a row in columns for which nodes are placed: the nearest is near enough."""
WAYS = 8
"""Ways to place the nodes that are looked at closely."""
LOOSEST = 1.5
"""How far rows may part (times) where places are left free."""


def rows_for(count: int, columns: int) -> int:
    """Return the rows of a lattice with some places to spare."""
    rows = 1
    while sum(columns - r % 2 for r in range(rows)) < count + (1 if count > 3 else 0):
        rows += 1
    return rows


def columns_for(count: int, width: float, wide: float, text: float) -> tuple[int, ...]:
    """Return the numbers of columns to try: those that leave room between boxes."""
    most = max(2, min(count, 5, int((width + BETWEEN * text) / (wide + BETWEEN * text))))
    return tuple(range(max(2, most - 1), most + 1))


def _links(figure: Relations) -> tuple[Link, ...]:
    """Return the pairs of nodes that are tied, and how many ties there are between them."""
    index = {n.id: k for k, n in enumerate(figure.nodes)}
    counts: dict[tuple[int, int], int] = {}
    for tie in figure.ties:
        a, b = sorted((index[tie.source], index[tie.target]))
        counts[a, b] = counts.get((a, b), 0) + 1
    return tuple((a, b, n) for (a, b), n in sorted(counts.items()))


@lru_cache(maxsize=64)
def _places(
    count: int,
    links: tuple[Link, ...],
    centre: int | None,
    columns: int,
    rows: int,
    size: tuple[float, float, float],
) -> tuple[tuple[Point, ...], ...]:
    """Return ways to place nodes, in columns and rows; `size` is half a node and the height of a row, in columns."""
    wide, tall, row = size
    lattice = Lattice(columns, rows, wide=wide, tall=tall, row=row)
    return tuple(tuple(lattice.points[p] for p in way) for way in placed(count, links, lattice, centre, WAYS))


def middles(
    places: tuple[Point, ...],
    room: tuple[float, float],
    wide: list[float],
    high: list[float],
    down: float,
) -> list[Point]:
    """Return where nodes stand in points: what the lattice leaves free at its sides goes to the space between."""
    width, height = room
    xs, ys = [x for x, _ in places], [y for _, y in places]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    first = max(w for w, x in zip(wide, xs, strict=True) if x == left) / 2
    last = max(w for w, x in zip(wide, xs, strict=True) if x == right) / 2
    over = max(h for h, y in zip(high, ys, strict=True) if y == top) / 2
    under = max(h for h, y in zip(high, ys, strict=True) if y == bottom) / 2
    across = (width - first - last) / max(0.5, right - left)
    lower = (height - over - under) / max(1.0, bottom - top)
    lower = min(lower, LOOSEST * down)
    return [(first + (x - left) * across, height - over - (y - top) * lower) for x, y in places]


def ways(
    figure: Relations, columns: int, rows: int, room: Point, wide: list[float], tall: list[float]
) -> tuple[tuple[tuple[Point, ...], ...], float]:
    """Return ways to place a diagram's nodes on a lattice, in columns and rows, and the height of a row in points."""
    across = (room[0] - max(wide)) / max(1, columns - 1)
    down = (room[1] - max(tall)) / max(1, rows - 1)
    size = (
        round(max(wide) / 2 / across, 1),
        round(max(tall) / 2 / across, 1),
        min(ROWS, key=lambda r: abs(r - down / across)),
    )
    stressed = next((k for k, n in enumerate(figure.nodes) if n.stressed), None)
    return _places(len(figure.nodes), _links(figure), stressed, columns, rows, size), down
