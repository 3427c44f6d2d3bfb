"""Matrices: marks of three shapes where rows and columns meet, words where there is no mark, nothing that collides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import sketch
from briefgen.model.matrix import Cell, Matrix, MatrixRow, Shape
from briefgen.model.scene import Path as Mark
from briefgen.model.scene import Scene
from briefgen.model.theme import Theme

from . import samples

NONE, ACCENT, FILLED, OPEN = Cell(), *(Cell(shape=s) for s in (Shape.ACCENT, Shape.FILLED, Shape.OPEN))
YES = Cell(text="yes")
LINES = Matrix(
    words=samples.words("lines"),
    columns=("opposes", "engages, withholds recognition", "conciliatory", "Kabul embassy kept open"),
    rows=(
        MatrixRow(id="tjk", label="Tajikistan", cells=(ACCENT, NONE, NONE, YES), stressed=True),
        MatrixRow(id="chn", label="China", cells=(NONE, FILLED, NONE, YES)),
        MatrixRow(id="pak", label="Pakistan", cells=(NONE, NONE, NONE, YES), across="no single line reported"),
        MatrixRow(id="kaz", label="Kazakhstan", cells=(NONE, NONE, OPEN, NONE)),
    ),
    marks=3,
    key=((Shape.ACCENT, "host"), (Shape.FILLED, "member, participant"), (Shape.OPEN, "observer")),
)


def drawn(
    figure: Matrix, theme: Theme, fonts: tuple[Path, ...], width: float, part: float, format: str = "pdf"
) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0, 18)
    return samples.between(figure, theme, fonts, width, part, target)


@pytest.mark.parametrize("part", [0.0, 1.0])
@pytest.mark.parametrize(("format", "width"), [("pdf", 470.0), ("pdf", 300.0), ("pptx", 871.0)])
def test_no_label_overlaps_or_is_cut(
    format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(LINES, theme, fonts, width, part, format)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= (8 if format == "pdf" else 14)


def test_a_mark_stands_in_its_column_and_row(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(LINES, theme, fonts, 470, 1.0)
    heads = {m.text.replace("\n", " "): m.x for m in samples.labels(scene) if m.name.startswith("Head")}
    row = samples.group(scene, "Row Tajikistan")
    mark = next(m for m in row.marks if m.name.startswith("Mark"))
    x0, y0, x1, y1 = samples.extent(mark)
    assert (x0 + x1) / 2 == pytest.approx(heads["opposes"], abs=0.05)
    name = next(m for m in samples.labels(scene) if m.text == "Tajikistan")
    assert samples.box(name)[1] < (y0 + y1) / 2 < samples.box(name)[3]
    assert name.weight == 600


def test_the_three_marks_differ_without_colour(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(LINES, theme, fonts, 470, 1.0)
    marks = [p for p in samples.paths(scene) if p.name.startswith("Mark ")]
    looks = {(p.stroke is not None, round(samples.extent(p)[2] - samples.extent(p)[0], 1)) for p in marks}
    assert len(looks) == 3


def test_words_across_are_italic_and_stand_over_the_marks_only(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(LINES, theme, fonts, 470, 1.0)
    words = next(m for m in samples.labels(scene) if m.text == "no single line reported")
    rule = next(p for p in samples.paths(scene) if p.name == "Rule beside marks")
    assert words.italic
    assert samples.box(words)[2] < samples.extent(rule)[0]


def test_a_blank_cell_holds_nothing(theme: Theme, fonts: tuple[Path, ...]) -> None:
    row = samples.group(drawn(LINES, theme, fonts, 470, 1.0), "Row Kazakhstan")
    assert [m.name for m in row.marks] == ["Name", "Mark conciliatory"]


def test_the_key_says_what_shapes_stand_for(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(LINES, theme, fonts, 470, 1.0)
    names = {m.name for m in samples.every(scene) if m.name.startswith("Key")}
    assert names == {"Key host", "Key member, participant", "Key observer"}
    assert all(isinstance(m, Mark) for m in samples.group(scene, "Key host").marks[:1])


def test_a_name_of_two_hundred_characters_is_broken_into_lines(theme: Theme, fonts: tuple[Path, ...]) -> None:
    label = "Union of provinces and districts " * 6
    figure = replace(LINES, rows=(replace(LINES.rows[0], label=label.strip()), *LINES.rows[1:]))
    scene = drawn(figure, theme, fonts, 470, 0.0)
    assert samples.overlapping(scene) == []
    name = next(m for m in samples.labels(scene) if m.name == "Name" and "Union" in m.text)
    assert " ".join(name.text.split()) == label.strip()


def test_columns_without_room_are_an_error(theme: Theme) -> None:
    figure = replace(
        LINES,
        columns=tuple(f"Responsibilities{n}" for n in range(8)),
        rows=(replace(LINES.rows[3], cells=(NONE,) * 8),),
        marks=8,
    )
    with pytest.raises(InputError, match="BG654"):
        sketch(figure, theme, format="pdf", width=300)


def test_no_rows_are_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(replace(LINES, rows=()), theme, format="pdf", width=300)
