"""Condition chains: conditions left, consequence right, the word of caution on the arrow, dashes for what is unsure."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import sketch
from briefgen.model.diagrams import Conditions, Step
from briefgen.model.scene import Group, Scene
from briefgen.model.theme import Theme

from . import samples

CHAIN = Conditions(
    words=samples.words("chain"),
    steps=(
        Step(
            conditions=("the Taliban act against Daesh", "Central Asia is left alone"), then="Russia goes on", hedge=""
        ),
        Step(
            conditions=("they help to keep instability from spreading north",), then="Russia favours them", hedge="may"
        ),
        Step(conditions=("they fail",), then="Moscow turns more neutral than it has been so far", hedge="as long as"),
    ),
    if_="If",
    and_="and",
)


def drawn(
    figure: Conditions, theme: Theme, fonts: tuple[Path, ...], width: float, part: float, format: str = "pdf"
) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0, 18)
    return samples.between(figure, theme, fonts, width, part, target)


@pytest.mark.parametrize("part", [0.0, 1.0])
@pytest.mark.parametrize(("format", "width"), [("pdf", 470.0), ("pdf", 300.0), ("pptx", 871.0)])
def test_no_label_overlaps_or_is_cut(
    format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(CHAIN, theme, fonts, width, part, format)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= (8 if format == "pdf" else 14)


def step(scene: Scene, number: int) -> dict[str, object]:
    return {m.name: m for m in samples.group(scene, f"Step {number}").marks}


def test_conditions_are_joined_and_lead_to_what_follows(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(CHAIN, theme, fonts, 470, 1.0)
    first = step(scene, 1)
    assert list(first) == ["Word 1", "Condition 1", "Word 2", "Condition 2", "Arrow", "Head", "What follows"]
    assert [m.text for m in samples.labels(scene)][:4] == [
        "If",
        "the Taliban act against Daesh",
        "and",
        "Central Asia is left alone",
    ]
    edges = {name: samples.extent(group.marks[0]) for name, group in first.items() if isinstance(group, Group)}
    arrow = samples.extent(first["Arrow"])  # type: ignore[arg-type]
    assert edges["Condition 1"][2] <= arrow[0] < arrow[2] <= edges["What follows"][0]


def test_only_what_is_unsure_has_a_dashed_edge_and_a_word_of_caution(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(CHAIN, theme, fonts, 470, 1.0)
    for number, hedge in enumerate(("", "may", "as long as"), 1):
        marks = step(scene, number)
        follows = marks["What follows"]
        assert isinstance(follows, Group)
        edge = next(m for m in follows.marks if m.name == "Edge")
        assert bool(edge.dash) == bool(hedge)  # type: ignore[union-attr]
        assert ("Caution" in marks) == bool(hedge)
    assert {m.text for m in samples.labels(scene) if m.italic} == {"may", "as long as"}


def test_a_word_of_caution_without_room_is_an_error(theme: Theme) -> None:
    long = replace(CHAIN, steps=(replace(CHAIN.steps[1], hedge="in all likelihood and as far as can be seen today"),))
    with pytest.raises(InputError, match="BG654"):
        sketch(long, theme, format="pdf", width=300)


def test_no_steps_are_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(replace(CHAIN, steps=()), theme, format="pdf", width=300)
