"""Columns, stacked bars, lines and dots: numbers become lengths on one scale, all is named, nothing collides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import draw, sketch
from briefgen.model.charts import Bars, Dots, Lines, Stacks
from briefgen.model.figure import Figure
from briefgen.model.scene import Path as Shape
from briefgen.model.scene import Scene
from briefgen.model.theme import Theme

from . import charts, samples

ALL = (charts.MONTHS, charts.YEARS, charts.REFERENCES, charts.HEDGED, charts.TRADE, charts.KINDS)
WIDTHS = (("pdf", 360.0), ("pdf", 270.0), ("pdf", 470.0), ("pptx", 518.0))


def drawn(figure: Figure, theme: Theme, fonts: tuple[Path, ...], format: str, width: float, part: float) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0, 16)
    return samples.between(figure, theme, fonts, width, part, target)


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
@pytest.mark.parametrize(("format", "width"), WIDTHS)
@pytest.mark.parametrize("figure", ALL, ids=lambda f: f.words.id)
def test_no_label_overlaps_or_is_cut(
    figure: Figure, format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(figure, theme, fonts, format, width, part)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= (8 if format == "pdf" else 14)


def said(scene: Scene) -> set[str]:
    return {m.text for m in samples.labels(scene)}


def areas(scene: Scene, start: str = "Area") -> dict[str, samples.Box]:
    return {p.name: samples.extent(p) for p in samples.paths(scene) if p.fill and p.name.startswith(start)}


def test_columns_stand_on_one_line_and_are_as_high_as_their_values(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.MONTHS, theme, fonts, "pdf", 360, 1.0)
    found = areas(scene)
    assert len({box[1] for box in found.values()}) == 1
    heights = {name: box[3] - box[1] for name, box in found.items()}
    assert heights["Area July"] / heights["Area August"] == pytest.approx(8 / 15, abs=0.01)
    assert {"2", "8", "15", "12", "June 2021", "August"} <= said(scene)
    assert "not stated" not in said(scene)
    assert [p.name for p in samples.paths(scene) if p.name.startswith("Not stated")] == ["Not stated September"]


def test_columns_below_zero_hang_from_the_line(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = charts.columns(("Kazakhstan", 3), ("Uzbekistan", -2), ("Kyrgyzstan", -8))
    found = areas(drawn(figure, theme, fonts, "pdf", 360, 1.0))
    assert found["Area Kazakhstan"][1] == pytest.approx(found["Area Kyrgyzstan"][3])
    tall, deep = (found[f"Area {n}"][3] - found[f"Area {n}"][1] for n in ("Kazakhstan", "Kyrgyzstan"))
    assert deep / tall == pytest.approx(8 / 3, rel=0.01)


def test_of_many_years_some_are_named_the_last_among_them(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.YEARS, theme, fonts, "pdf", 360, 1.0)
    named = [m.text for m in samples.labels(scene) if m.name.startswith("Name")]
    assert named[-1] == "2021"
    assert 5 < len(named) < 32


def test_a_name_without_room_below_its_column_is_an_error(theme: Theme) -> None:
    figure = charts.columns(*((f"Department of public works number {n}", n) for n in range(20)))
    with pytest.raises(InputError, match="BG654"):
        sketch(figure, theme, format="pdf", width=300)


def test_parts_lie_end_to_end_on_one_scale(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.REFERENCES, theme, fonts, "pdf", 360, 1.0)
    bars = [samples.group(scene, f"Bar {s.label}") for s in charts.REFERENCES.stacks]
    for bar, stack in zip(bars, charts.REFERENCES.stacks, strict=True):
        inside = samples.every(Scene(width=1, height=1, marks=(bar,)))
        found = [samples.extent(m) for m in inside if isinstance(m, Shape) and m.name.startswith("Area")]
        ends = [box[2] for box in found]
        assert found[0][0] == 0
        assert max(ends) == pytest.approx(360, abs=0.5)
        assert ends == sorted(ends)
        whole = sum(p.value for p in stack.parts)
        assert ends[0] == pytest.approx(360 * stack.parts[0].value / whole, abs=1.1)


def test_every_part_is_named_and_its_number_is_told_once(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.REFERENCES, theme, fonts, "pdf", 360, 1.0)
    for stack in charts.REFERENCES.stacks:
        bar = samples.every(Scene(width=1, height=1, marks=(samples.group(scene, f"Bar {stack.label}"),)))
        texts = [m.text for m in bar if hasattr(m, "text")]
        for part in stack.parts:
            inside = part.label in texts and part.printed in texts
            assert inside or f"{part.label} {part.printed}" in texts


def test_a_rest_is_hatched_and_parts_are_seamed(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.REFERENCES, theme, fonts, "pdf", 360, 1.0)
    by_name = {p.name: p for p in samples.paths(scene) if p.name.startswith("Area")}
    assert by_name["Area Other"].pattern
    assert by_name["Area News"].pattern is None
    assert areas(scene)["Area Journal articles"][0] - areas(scene)["Area News"][2] == pytest.approx(1.0, abs=0.02)


def test_stacked_columns_name_their_parts_beside_the_last_one(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.HEDGED, theme, fonts, "pdf", 360, 1.0)
    assert {"hedged 12", "plain 0", "85", "29", "94", "73"} <= said(scene)
    lacking = replace(charts.HEDGED, stacks=(*charts.HEDGED.stacks, charts.stack("Other", ("plain", 3, 0))))
    with pytest.raises(InputError, match="BG670"):
        sketch(lacking, theme, format="pdf", width=360)


def test_a_line_breaks_at_a_gap_and_is_named_at_its_end(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.TRADE, theme, fonts, "pdf", 360, 1.0)
    exports = samples.group(scene, "Line Exports")
    stretch = next(m for m in exports.marks if isinstance(m, Shape) and m.name == "Stretch")
    assert [c[0] for c in stretch.commands] == ["M", "L", "M", "L", "L", "L"]
    names = [(m.text, m.weight) for m in samples.labels(Scene(width=1, height=1, marks=(exports,)))]
    assert names == [("Exports", 400), ("18", 600)]
    end = stretch.commands[-1]
    assert all(m.x > end[1] for m in samples.labels(Scene(width=1, height=1, marks=(exports,))))


def test_lines_differ_in_dashes_as_well_as_in_colour(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.TRADE, theme, fonts, "pdf", 360, 1.0)
    pens = [(p.dash, p.stroke) for p in samples.paths(scene) if p.name == "Stretch"]
    assert len({dash for dash, _ in pens}) == len({stroke for _, stroke in pens}) == 3


def test_a_line_lies_on_its_scale(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.TRADE, theme, fonts, "pdf", 360, 1.0)
    rules = {p.name: samples.extent(p)[1] for p in samples.paths(scene) if p.name.startswith("At ")}
    aid = next(m for m in samples.group(scene, "Line Aid").marks if isinstance(m, Shape) and m.name == "Stretch")
    per_unit = (rules["At 20"] - rules["At 0"]) / 20
    assert aid.commands[0][2] == pytest.approx(rules["At 0"] + 4 * per_unit, abs=0.05)


def test_dots_stand_on_one_scale_and_have_shapes_of_their_own(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.KINDS, theme, fonts, "pdf", 360, 1.0)
    rules = {p.name: samples.extent(p)[0] for p in samples.paths(scene) if p.name.startswith("At ")}
    per_unit = (rules["At 200"] - rules["At 0"]) / 200
    dots = [m for m in samples.group(scene, "Row Facts").marks if isinstance(m, Shape) and m.name == "Dot"]
    middles = sorted((samples.extent(d)[0] + samples.extent(d)[2]) / 2 for d in dots)
    assert middles == pytest.approx([rules["At 0"] + v * per_unit for v in (29, 114)], abs=0.05)
    assert len({"".join(c[0] for c in d.commands) for d in dots}) == 2
    assert {"statements", "of which hedged", "167", "73"} <= said(scene)


def test_of_two_dots_in_one_place_both_can_be_seen(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(charts.KINDS, theme, fonts, "pdf", 360, 1.0)
    dots = [m for m in samples.group(scene, "Row Forecasts").marks if isinstance(m, Shape) and m.name == "Dot"]
    assert [bool(d.fill) for d in dots] == [True, False]
    assert samples.extent(dots[1])[0] < samples.extent(dots[0])[0]


@pytest.mark.parametrize(
    "figure",
    [
        replace(charts.MONTHS, bars=()),
        replace(charts.REFERENCES, stacks=()),
        replace(charts.HEDGED, stacks=(charts.stack("a", ("x", 0, 0)),)),
        replace(charts.TRADE, lines=(charts.line("Nothing", None, None, None),)),
        replace(charts.KINDS, rows=()),
    ],
    ids=["columns", "stacks", "stacked columns", "lines", "dots"],
)
def test_nothing_to_show_is_an_error(figure: Bars | Stacks | Lines | Dots, theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(figure, theme, format="pdf", width=300)


@pytest.mark.parametrize("figure", ALL, ids=lambda f: f.words.id)
def test_a_target_too_low_is_an_error(figure: Figure, theme: Theme, fonts: tuple[Path, ...]) -> None:
    with pytest.raises(InputError, match="BG655"):
        draw(figure, samples.pdf(360, 20), theme, fonts=fonts)


def test_a_label_that_the_font_cannot_set_is_an_error(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = charts.columns(("地区", 3), ("Other", 2))
    with pytest.raises(InputError, match="BG672"):
        drawn(figure, theme, fonts, "pdf", 300, 1.0)
