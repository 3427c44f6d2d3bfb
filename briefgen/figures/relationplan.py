"""A diagram of relations laid out: boxes on a lattice, lines between them, words on the lines, a key.

Needs only the widths of text. What is drawn is free of collisions, or there is an error.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from ..model.base import Value
from ..model.diagrams import Node, Relations
from ..typeset import text as typeset
from . import faults
from .bundles import bundles, fanned, strands
from .faces import Lettering
from .keylines import lined
from .standing import columns_for, middles, rows_for, ways
from .tielabels import Box, Point, Strand, Worded, crossings, worded

NODE_MOST, PAD, HIGH = 9.0, 0.6, 0.45
"""Width of a name at the most, and space beside and above it in its box, in em."""
SHARES = (0.26, 0.3, 0.345, 0.39, 0.43, 0.48, 0.54, 0.62, 0.72, 0.85, 1.0)
"""Heights that are tried, as shares of the width, the lowest first."""
GROWTH = 1.35
CROWDED = 4.8
"""What a tie may cost on average, words and crossings included, before a drawing is too crowded."""
KEY_GAP, KEY_LINE, SAMPLE = 0.8, 1.5, 2.6
NODES = 14
CROSSED, SWOLLEN = 14.0, 0.8
"""Cost of two lines that cross, and of an em by which a box is higher than its name."""
SPARE = (0, 1)
"""Rows above those that the nodes need: more are tried where these leave words no room."""
SAFETY = 1.03


class Placed(Value, frozen=True, kw_only=True):
    """A node: its name in lines, and its box."""

    node: Node
    lines: tuple[str, ...]
    box: Box


class Entry(Value, frozen=True, kw_only=True):
    """An entry of the key: a family by number, or a status; where its sample stands, its line from 0."""

    family: int | None
    status: str
    label: str
    x: float
    line: int


class Plan(Value, frozen=True, kw_only=True):
    """Boxes, lines with their words, and the key, in points from the lower left corner.

    `clashes` counts words that touch what they must not, `crowding` tells how dearly they stand.
    """

    nodes: tuple[Placed, ...]
    ties: tuple[Worded, ...]
    key: tuple[Entry, ...]
    key_top: float
    text: float
    height: float
    clashes: int
    crowding: float

    @property
    def easy(self) -> bool:
        """Tell whether its words are easily read: nothing clashes, and most stand on their own lines."""
        return not self.clashes and self.crowding <= CROWDED


def plan(figure: Relations, width: float, text: float, letters: Lettering, height: float) -> Plan:
    """Return the diagram in a size: of several lattices the one with the fewest clashes and the shortest lines."""
    check(figure)
    names = [typeset.lines(n.label, letters.bold.file, text, NODE_MOST * text, SAFETY) for n in figure.nodes]
    wide = [max(letters.bold.width(line, text) * SAFETY for line in some) + 2 * PAD * text for some in names]
    tall = [(len(some) - 1) * letters.leading * text + (1.0 + 2 * HIGH) * text for some in names]
    key = _key(figure, width, text, letters)
    foot = key_height(key, text)
    count, crowded = len(figure.nodes), CROWDED * len(figure.ties)
    best: _Laid | None = None
    for more in SPARE:
        stood: list[_Stood] = []
        for columns in columns_for(count, width, max(wide), text):
            lattice = columns, rows_for(count, columns) + more
            stood += _on(figure, lattice, (width, height - foot), names, wide, tall, text, letters)
        for one in sorted(stood, key=lambda s: s.cost):
            if best and not best.clashes and best.cost <= one.cost:
                break  # words only cost more
            ties, clashes, cost = worded(one.lines, [n.box for n in one.nodes], (width, height - foot), text, letters)
            if best is None or (clashes, cost + one.cost) < (best.clashes, best.cost):
                best = _Laid(one.nodes, ties, clashes, cost + one.cost)
        if best and not best.clashes and best.cost <= crowded:
            break
    assert best is not None  # there are ways to place nodes on any lattice
    nodes, ties, clashes, cost = best
    return Plan(
        nodes=tuple(_raised(n, foot) for n in nodes),
        ties=tuple(t.moved(foot) for t in ties),
        key=key,
        key_top=foot - KEY_GAP * text,
        text=text,
        height=height,
        clashes=clashes,
        crowding=cost / len(ties),
    )


def heights(figure: Relations, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least height at which nothing clashes, and one with more air; raises InputError for none."""
    possible = []
    for share in SHARES:
        laid = plan(figure, width, text, letters, share * width)
        if laid.easy:
            return laid.height, laid.height * GROWTH
        if not laid.clashes:
            possible.append(laid)
    if possible:
        best = min(possible, key=lambda p: (p.crowding, p.height))
        return best.height, best.height * GROWTH
    hint = "show fewer ties, or word them shorter with `wording`"
    raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, "its ties have no room for their words", hint)


def check(figure: Relations) -> None:
    """Raise InputError where there is nothing to draw, or more than can be read."""
    name = figure.words.id
    if len(figure.nodes) < 2 or not figure.ties:
        hint = "name two actors between whom the report tells of a tie"
        raise faults.fault(faults.NOTHING_TO_SHOW, name, "there are no ties between its actors", hint)
    if len(figure.nodes) > NODES:
        message = f"{len(figure.nodes)} actors; {NODES} at most can be read"
        raise faults.fault(faults.TOO_MANY_MARKS, name, message, "name fewer in `actors`")


def key_height(key: tuple[Entry, ...], text: float) -> float:
    """Return the height of the key with the space above it."""
    return (KEY_GAP + (1 + key[-1].line) * KEY_LINE) * text if key else 0.0


class _Stood(NamedTuple):
    nodes: tuple[Placed, ...]
    lines: list[Strand]
    cost: float


class _Laid(NamedTuple):
    nodes: tuple[Placed, ...]
    ties: tuple[Worded, ...]
    clashes: int
    cost: float


def _on(
    figure: Relations,
    lattice: tuple[int, int],
    room: Point,
    names: list[tuple[str, ...]],
    wide: list[float],
    tall: list[float],
    text: float,
    letters: Lettering,
) -> Iterator[_Stood]:
    """Yield the best layouts on a lattice of so many columns and rows, without their words."""
    found, down = ways(figure, *lattice, room, wide, tall)
    for places in found:
        high = list(tall)
        for _ in range(2):  # boxes grow with the lines that end at them, and then stand a little otherwise
            at = middles(places, room, wide, high, down)
            boxes = [(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for (x, y), w, h in zip(at, wide, high, strict=True)]
            joined = bundles(figure, at, boxes, text, letters)
            for a, b, bundle in joined:
                if bundle.lies:
                    for k in (a, b):
                        high[k] = max(high[k], bundle.thick + 0.4 * text)
        nodes = tuple(
            Placed(node=n, lines=lines, box=box) for n, lines, box in zip(figure.nodes, names, boxes, strict=True)
        )
        bundled = [strands(bundle, at[a], at[b], boxes[a], boxes[b], text) for a, b, bundle in joined]
        lines = fanned(bundled, {n.id: box for n, box in zip(figure.nodes, boxes, strict=True)}, text)
        far = 0.05 * sum(math.dist(s.start, s.end) for s in lines) / text
        swollen = SWOLLEN * sum(now - least for now, least in zip(high, tall, strict=True)) / text
        yield _Stood(nodes, lines, far + swollen + CROSSED * crossings(lines))


def _raised(node: Placed, by: float) -> Placed:
    x0, y0, x1, y1 = node.box
    return Placed(node=node.node, lines=node.lines, box=(x0, y0 + by, x1, y1 + by))


def _key(figure: Relations, width: float, text: float, letters: Lettering) -> tuple[Entry, ...]:
    entries: list[tuple[int | None, str, str]] = [(n, "done", label) for n, label in enumerate(figure.families)]
    entries += [(None, status, label) for status, label in figure.statuses]
    rooms = [(SAMPLE + 0.5) * text + letters.regular.width(label, text) * SAFETY for *_, label in entries]
    places = lined(rooms, width, 1.6 * text)
    return tuple(
        Entry(family=family, status=status, label=label, x=x, line=line)
        for (family, status, label), (x, line) in zip(entries, places, strict=True)
    )
