"""Diagrams of relations: actors apart, lines from box to box, words that touch nothing, few crossings."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import sketch
from briefgen.figures.faces import lettering
from briefgen.figures.lattice import Lattice, crosses, lying, placed
from briefgen.figures.relationplan import plan
from briefgen.figures.tielabels import Strand
from briefgen.figures.tielabels import crossings as line_crossings
from briefgen.model.diagrams import Node, Relations, Tie
from briefgen.model.facts import Status
from briefgen.model.scene import Group, Scene
from briefgen.model.theme import Theme

from . import samples


def diagram(*ties: tuple[str, str, str, Status], families: tuple[str, ...] = ()) -> Relations:
    names = dict.fromkeys(end for a, b, *_ in ties for end in (a, b))
    return Relations(
        words=samples.words("relations"),
        nodes=tuple(Node(id=n, label=n, stressed=n == "Russia") for n in names),
        ties=tuple(
            Tie(id=f"r{n}", source=a, target=b, label=label, status=status, family=n % 3 if families else None)
            for n, (a, b, label, status) in enumerate(ties)
        ),
        families=families,
        statuses=(("reported", "reported or denied"), ("announced", "announced")),
    )


DONE, REPORTED, ANNOUNCED = Status.DONE, Status.REPORTED, Status.ANNOUNCED
TIES = diagram(
    ("Russia", "Taliban", "engages, does not recognise", DONE),
    ("Russia", "Taliban", "shares intelligence", REPORTED),
    ("Taliban", "Russia", "gives assurances", DONE),
    ("Taliban", "China", "calls main partner", DONE),
    ("China", "Taliban", "withholds recognition", DONE),
    ("Russia", "Pakistan", "shares view of Taliban", DONE),
    ("Russia", "China", "coexists", DONE),
    ("Russia", "Tajikistan", "treaty ally", DONE),
    ("Tajikistan", "Taliban", "opposes", DONE),
    ("Tajikistan", "CSTO", "asks for help", REPORTED),
    ("Russia", "Uzbekistan", "joint drills", DONE),
    ("Russia", "Daesh", "fears", DONE),
    ("Taliban", "Daesh", "promises to fight", ANNOUNCED),
    ("Pakistan", "Taliban", "former patron", DONE),
    families=("works with", "opposes or fears", "keeps a distance"),
)
STAR = diagram(*(("Russia", f"State {n}", "talks to", DONE) for n in range(7)))
PAIR = diagram(("Russia", "Taliban", "engages", DONE))


def drawn(
    figure: Relations, theme: Theme, fonts: tuple[Path, ...], width: float, part: float, format: str = "pdf"
) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0)
    return samples.between(figure, theme, fonts, width, part, target)


@pytest.mark.parametrize("part", [0.0, 1.0])
@pytest.mark.parametrize(("format", "width"), [("pdf", 470.0), ("pptx", 871.0)])
@pytest.mark.parametrize("figure", [TIES, STAR, PAIR], ids=["ties", "star", "pair"])
def test_words_touch_neither_one_another_nor_a_box_nor_the_edge(
    figure: Relations, format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(figure, theme, fonts, width, part, format)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    boxes = [samples.extent(p) for p in samples.paths(scene) if p.name == "Box"]
    assert len(boxes) == len(figure.nodes)
    assert not [pair for pair in combinations(boxes, 2) if samples.overlap(*pair)]
    for group in (m for m in samples.every(scene) if isinstance(m, Group) and m.name.startswith("Tie ")):
        label = next(m for m in group.marks if m.name == "Label")
        assert not [b for b in boxes if samples.overlap(samples.box(label), b)]
        for other in (m for m in samples.every(scene) if isinstance(m, Group) and m.name.startswith("Tie ")):
            for line in (m for m in other.marks if m.name == "Line"):
                for (_, *a), (_, *b) in zip(line.commands[::2], line.commands[1::2], strict=True):
                    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
                    x0, y0, x1, y1 = samples.box(label)
                    assert not (x0 < middle[0] < x1 and y0 < middle[1] < y1)


def test_an_arrow_points_at_its_target(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(TIES, theme, fonts, 470, 1.0)
    boxes = {n.id: samples.group(scene, f"Actor {n.label}").marks[0] for n in TIES.nodes}
    for tie in TIES.ties:
        head = next(m for m in samples.group(scene, f"Tie {tie.id}:").marks if m.name == "Head")
        tip = head.commands[0][1:]
        x0, y0, x1, y1 = samples.extent(boxes[tie.target])
        assert x0 - 4 <= tip[0] <= x1 + 4
        assert y0 - 4 <= tip[1] <= y1 + 4


def test_reported_ties_are_dashed_and_announced_ones_dotted(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(TIES, theme, fonts, 470, 1.0)
    dashes = {}
    for tie in TIES.ties:
        line = next((m for m in samples.group(scene, f"Tie {tie.id}:").marks if m.name == "Line"), None)
        if line is not None:
            dashes.setdefault(tie.status, set()).add(line.dash)
    assert dashes[DONE] == {()}
    assert len(dashes[REPORTED] | dashes[ANNOUNCED] | dashes[DONE]) == 3


def test_families_differ_in_heads_or_width_as_well_as_in_colour(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(TIES, theme, fonts, 470, 1.0)
    looks = set()
    for label in TIES.families:
        marks = {m.name: m for m in samples.group(scene, f"Key {label}").marks}
        looks.add((marks["Line"].width, marks["Head"].stroke is not None))
    assert len(looks) == 3
    assert {"reported or denied", "announced"} <= {m.text for m in samples.labels(scene)}


def test_the_same_diagram_is_laid_out_the_same_each_time(theme: Theme, fonts: tuple[Path, ...]) -> None:
    letters = lettering(theme, "pdf", fonts)
    assert plan(TIES, 470, 8, letters, 220) == plan(TIES, 470, 8, letters, 220)


def crossings(links: list[tuple[int, int, int]], count: int, columns: int, rows: int) -> int:
    lattice = Lattice(columns, rows, wide=0.2, tall=0.1, row=0.5)
    (way, *_) = placed(count, links, lattice, None, 1)
    lines = [(lattice.at(way[a]), lattice.at(way[b])) for a, b, _ in links]
    return sum(crosses(*one, *other) for one, other in combinations(lines, 2))


@pytest.mark.parametrize(
    ("links", "count"),
    [
        ([(n, (n + 1) % 6, 1) for n in range(6)], 6),
        ([(0, n, 1) for n in range(1, 8)], 8),
        ([(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1), (0, 4, 1), (1, 4, 1), (2, 4, 1), (3, 4, 1)], 5),
    ],
    ids=["ring", "star", "wheel"],
)
def test_what_can_be_drawn_without_crossings_is(links: list[tuple[int, int, int]], count: int) -> None:
    assert crossings(links, count, 4, 4) == 0


@pytest.mark.parametrize(("width", "height"), [(470, 220), (470, 300), (340, 280)])
def test_of_layouts_without_clashes_one_with_few_crossings_is_taken(
    width: float, height: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    laid = plan(TIES, width, 8, lettering(theme, "pdf", fonts), height)
    drawn = [Strand(tie=t.tie, start=t.start, end=t.end) for t in laid.ties]
    assert laid.clashes == 0
    # four actors are each tied to the same two, which are tied thrice: places without a crossing exist, but there the
    # words of the three ties hide one another's lines; with each on its own line, two crossings are left
    assert line_crossings(drawn) <= 2


def test_a_settled_layout_costs_no_more_than_any_with_two_nodes_exchanged() -> None:
    lattice = Lattice(4, 3, wide=0.2, tall=0.1, row=0.5)
    links = [(0, n, 1 + n % 2) for n in range(1, 6)] + [(1, 2, 1), (3, 4, 2)]
    (way, *_) = placed(6, links, lattice, 0, 1)
    swapped = [way]
    for a, b in combinations(range(6), 2):
        other = list(way)
        other[a], other[b] = way[b], way[a]
        swapped.append(tuple(other))
    costs = lattice.cost(np.array(swapped), links)
    assert costs[0] == costs.min()


def test_a_line_that_leaves_beside_parallel_ones_does_not_cross_them(theme: Theme, fonts: tuple[Path, ...]) -> None:
    for width, height in ((470, 250), (470, 300)):
        laid = plan(TIES, width, 8, lettering(theme, "pdf", fonts), height)
        drawn = [Strand(tie=t.tie, start=t.start, end=t.end) for t in laid.ties]
        for one, other in combinations(drawn, 2):
            if {one.tie.source, one.tie.target} & {other.tie.source, other.tie.target}:
                assert line_crossings([one, other]) == 0


def test_several_ties_between_two_actors_lie_where_they_can() -> None:
    lattice = Lattice(3, 3, wide=0.2, tall=0.1, row=0.5)
    (way, *_) = placed(4, [(0, 1, 3), (0, 2, 1), (1, 3, 1)], lattice, 0, 1)
    (x0, y0), (x1, y1) = lattice.at(way[0]), lattice.at(way[1])
    assert lying(x1 - x0, y1 - y0)


def test_more_actors_than_can_be_read_are_an_error(theme: Theme) -> None:
    many = diagram(*(("Russia", f"State {n}", "talks to", DONE) for n in range(14)))
    with pytest.raises(InputError, match="BG671"):
        sketch(many, theme, format="pdf", width=470)


def test_no_ties_are_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(replace(PAIR, ties=()), theme, format="pdf", width=470)


def test_words_without_any_room_are_an_error(theme: Theme) -> None:
    long = "an agreement on cooperation between the ministries of the interior of both " * 3
    crowded = diagram(*((f"State {a}", f"State {b}", long, DONE) for a in range(4) for b in range(a)))
    with pytest.raises(InputError, match="BG654"):
        sketch(crowded, theme, format="pdf", width=200)
