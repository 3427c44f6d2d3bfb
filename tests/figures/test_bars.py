"""Bars: what is said of them is in the scene, and nothing collides."""

from pathlib import Path

import pytest
from msgspec import structs

from briefgen.errors import InputError
from briefgen.figures import draw, sketch
from briefgen.model.figure import Bar, Bars
from briefgen.model.theme import Theme

from . import samples


def test_length_is_in_proportion_to_value_and_starts_at_zero(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.trade_bars(), samples.pdf(360, 90), theme, fonts=fonts)
    areas = {p.name: samples.extent(p) for p in samples.paths(scene) if p.fill}
    exports, imports = areas["Area exports"], areas["Area imports"]
    assert exports[0] == imports[0] == 0
    assert imports[2] / exports[2] == pytest.approx(5 / 100, rel=0.01)
    assert exports[2] == pytest.approx(360, abs=0.1)


def test_names_and_values_are_printed_and_stress_shows(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.trade_bars(), samples.pdf(360, 90), theme, fonts=fonts)
    texts = {m.text for m in samples.labels(scene)}
    assert texts == {
        "Russian exports to Afghanistan",
        "Russian imports from Afghanistan",
        "about USD 100 million",
        "about USD 5 million",
    }
    fills = {p.name: p.fill.rgb for p in samples.paths(scene) if p.fill}
    assert fills == {
        "Area exports": theme.chart.other.removeprefix("#"),
        "Area imports": theme.chart.focus.removeprefix("#"),
    }


def test_a_value_stands_inside_its_bar_where_it_fits_and_beside_it_else(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.trade_bars(), samples.pdf(360, 90), theme, fonts=fonts)
    values = {m.name: samples.box(m) for m in samples.labels(scene) if m.name.startswith("Value")}
    areas = {p.name: samples.extent(p) for p in samples.paths(scene) if p.fill}
    assert values["Value exports"][2] < areas["Area exports"][2]
    assert values["Value imports"][0] > areas["Area imports"][2]


@pytest.mark.parametrize("target", [samples.pdf(360, 90), samples.pdf(270, 64), samples.pptx(518, 255, 16)])
def test_no_label_overlaps_or_is_cut(target, theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.trade_bars(), target, theme, fonts=fonts)
    assert (scene.width, scene.height) == (target.width, target.height)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= target.smallest


def test_one_bar_and_a_bar_of_nothing_can_be_drawn(theme: Theme, fonts: tuple[Path, ...]) -> None:
    one = Bars(
        words=samples.words("one"), bars=(Bar(id="a", label="Nothing", value=0, printed="none"),), unit="", period=""
    )
    scene = draw(one, samples.pdf(200, 60), theme, fonts=fonts)
    assert [m.text for m in samples.labels(scene)] == ["Nothing", "none"]
    assert not [p for p in samples.paths(scene) if p.fill]


def test_a_long_name_is_broken_into_lines_and_nothing_of_it_is_lost(theme: Theme, fonts: tuple[Path, ...]) -> None:
    label = " ".join(["Russian exports of machinery"] * 7)
    long = structs.replace(samples.trade_bars().bars[0], label=label)
    figure = structs.replace(samples.trade_bars(), bars=(long, samples.trade_bars().bars[1]))
    room = sketch(figure, theme, format="pdf", width=360)
    scene = draw(figure, samples.pdf(360, room.least), theme, fonts=fonts)
    name = next(m for m in samples.labels(scene) if m.name == "Name exports")
    assert " ".join(name.text.split()) == label
    assert name.text.count("\n") >= 1
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []


def test_a_value_beside_the_longest_bar_shortens_the_scale(theme: Theme, fonts: tuple[Path, ...]) -> None:
    bars = (
        Bar(id="a", label="A", value=100, printed="a very long printed value of one hundred"),
        Bar(id="b", label="B", value=90, printed="an even longer printed value that is just about ninety"),
    )
    figure = Bars(words=samples.words("long"), bars=bars, unit="", period="")
    scene = draw(figure, samples.pdf(220, 90), theme, fonts=fonts)
    areas = {p.name: samples.extent(p) for p in samples.paths(scene) if p.fill}
    assert samples.cut(scene) == []
    assert areas["Area b"][2] / areas["Area a"][2] == pytest.approx(0.9, abs=0.02)


def negative() -> Bars:
    bars = (
        Bar(id="up", label="Services", value=4.2, printed="4.2%"),
        Bar(id="down", label="Industry, construction and what else is built in all", value=-7.5, printed="−7.5%"),
        Bar(id="none", label="Agriculture", value=None, printed="not stated"),
        Bar(id="little", label="Trade", value=-0.4, printed="−0.4%"),
    )
    return Bars(words=samples.words("growth"), bars=bars, unit="%", period="2020")


@pytest.mark.parametrize("target", [samples.pdf(360, 200), samples.pdf(200, 220), samples.pptx(518, 285, 16)])
def test_bars_below_zero_run_to_the_left_of_one_zero_line(target, theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(negative(), target, theme, fonts=fonts)
    areas = {p.name: samples.extent(p) for p in samples.paths(scene) if p.fill}
    assert areas["Area up"][0] == areas["Area down"][2] == areas["Area little"][2]
    up, down = (areas[f"Area {n}"][2] - areas[f"Area {n}"][0] for n in ("up", "down"))
    assert down / up == pytest.approx(7.5 / 4.2, rel=0.01)
    values = {m.name: samples.box(m) for m in samples.labels(scene) if m.name.startswith("Value")}
    assert values["Value little"][2] < areas["Area little"][0]
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []


def test_a_value_that_is_missing_is_told_and_has_no_bar(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(negative(), samples.pdf(360, 200), theme, fonts=fonts)
    assert "not stated" in {m.text for m in samples.labels(scene)}
    assert "Area none" not in {p.name for p in samples.paths(scene)}


def test_the_zero_line_strikes_no_name(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(negative(), samples.pdf(200, 220), theme, fonts=fonts)
    line = next(p for p in samples.paths(scene) if p.name == "Base line")
    pieces = list(zip(line.commands[::2], line.commands[1::2], strict=True))
    for (_, x, low), (_, _, high) in pieces:
        stroke = (x - 0.5, min(low, high), x + 0.5, max(low, high))
        assert not [m.text for m in samples.labels(scene) if samples.overlap(stroke, samples.box(m))]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_that_no_bar_shows_is_an_error(value: float, theme: Theme, fonts: tuple[Path, ...]) -> None:
    bar = Bar(id="a", label="A", value=value, printed="?")
    figure = Bars(words=samples.words("bad"), bars=(bar,), unit="", period="")
    with pytest.raises(InputError) as caught:
        draw(figure, samples.pdf(200, 60), theme, fonts=fonts)
    assert caught.value.diagnostics[0].code == "BG656"
    assert caught.value.diagnostics[0].hint


def test_no_bars_at_all_is_an_error(theme: Theme) -> None:
    figure = Bars(words=samples.words("none"), bars=(), unit="", period="")
    with pytest.raises(InputError, match="BG662"):
        sketch(figure, theme, format="pdf", width=300)


def test_a_target_too_low_is_an_error(theme: Theme, fonts: tuple[Path, ...]) -> None:
    with pytest.raises(InputError, match="BG655"):
        draw(samples.trade_bars(), samples.pdf(360, 30), theme, fonts=fonts)
