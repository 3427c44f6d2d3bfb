"""A picture that stands alone: its words around it, each part where it belongs, nothing of it changed."""

from collections.abc import Iterator
from pathlib import Path

from briefgen.figures.frame import MARGIN, Around, framed, inner, moved
from briefgen.model.scene import Group, Ink, Label, Mark, Picture, Scene, Swatch
from briefgen.model.scene import Path as Shape
from briefgen.model.theme import Theme
from briefgen.typeset import fonts as fontfiles

INK = Ink(rgb="000000")
SQUARE = Shape(name="Square", commands=(("M", 0, 0), ("L", 200, 0), ("C", 200, 10, 190, 100, 0, 100), ("Z",)), fill=INK)
PICTURE = Scene(width=200.0, height=100.0, marks=(SQUARE,))
LONG = "A finding that needs a good deal more than one line of so narrow a frame"
KEY = tuple(Swatch(label=f"class number {n}", fill=INK, hatch=INK if n == 1 else None) for n in range(4))


def parts(scene: Scene) -> dict[str, Group]:
    groups = [m for m in scene.marks if isinstance(m, Group)]
    assert len(groups) == len(scene.marks)
    return {g.name: g for g in groups}


def labels(marks: tuple[Mark, ...]) -> Iterator[Label]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from labels(mark.marks)
        elif isinstance(mark, Label):
            yield mark


def around(**more: str) -> Around:
    return Around(**{"headline": "A finding", "subtitle": "What is measured", "source": "Source: one.", **more})  # type: ignore[arg-type]


def test_parts_stand_below_one_another_and_the_picture_is_as_it_was(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = framed(PICTURE, around(), (), theme, fonts)
    found = parts(scene)
    assert list(found) == ["Rule", "Headline", "Subtitle", "Picture", "Source"]
    assert scene.width == 200 + 2 * MARGIN
    assert inner(scene.width) == 200
    heights = [next(labels(found[name].marks)).y for name in ("Headline", "Subtitle", "Source")]
    assert heights == sorted(heights, reverse=True)
    (square,) = found["Picture"].marks
    assert isinstance(square, Shape)
    foot = float(square.commands[0][2])
    assert moved(square, -MARGIN, -foot) == SQUARE
    assert heights[2] < foot < foot + 100 < heights[1]


def test_every_word_stays_inside_the_frame(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = framed(PICTURE, around(headline=LONG, source=LONG * 3, marking="TLP:AMBER+STRICT"), KEY, theme, fonts)
    for label in labels(scene.marks):
        assert label.x >= MARGIN - 0.01
        assert label.x + label.width <= scene.width - MARGIN + 0.01
        assert label.y - (label.text.count("\n")) * label.leading >= 0


def test_a_headline_keeps_clear_of_the_marking(theme: Theme, fonts: tuple[Path, ...]) -> None:
    found = parts(framed(PICTURE, around(headline=LONG, marking="TLP:RED"), (), theme, fonts))
    (headline,) = labels(found["Headline"].marks)
    box, said = found["Marking"].marks
    assert isinstance(box, Shape)
    assert isinstance(said, Label)
    assert headline.x + headline.width < float(box.commands[0][1])
    assert said.ink == Ink(rgb=theme.marking.colours["TLP:RED"].removeprefix("#"))
    plain = parts(framed(PICTURE, around(headline=LONG), (), theme, fonts))
    (wide,) = labels(plain["Headline"].marks)
    assert wide.text.count("\n") < headline.text.count("\n")


def test_a_key_breaks_into_rows_and_its_hatch_stays_in_the_sample(theme: Theme, fonts: tuple[Path, ...]) -> None:
    found = parts(framed(PICTURE, around(), KEY, theme, fonts))
    rows = {label.y for label in labels(found["Key"].marks)}
    assert len(rows) == 2
    (hatched,) = [m for m in found["Key"].marks if isinstance(m, Shape) and m.pattern]
    corners = [(float(c[1]), float(c[2])) for c in hatched.commands if len(c) == 3]
    assert hatched.pattern is not None
    for _, x, y in hatched.pattern.lines:
        assert min(c[0] for c in corners) - 1e-6 <= float(x) <= max(c[0] for c in corners) + 1e-6
        assert min(c[1] for c in corners) - 1e-6 <= float(y) <= max(c[1] for c in corners) + 1e-6


def test_every_kind_of_mark_moves() -> None:
    label = Label(name="l", text="x", x=1, y=2, size=9, font="label", weight=400, ink=INK, width=5)
    dots = Picture(name="p", png=b"", x=3, y=4, width=1, height=1)
    group = Group(name="g", marks=(label, dots, SQUARE))
    there = moved(group, 10, 20)
    assert isinstance(there, Group)
    assert [(m.x, m.y) for m in there.marks if isinstance(m, Label | Picture)] == [(11, 22), (13, 24)]
    assert there.marks[2].commands[1:3] == (("L", 210.0, 20.0), ("C", 210.0, 30.0, 200.0, 120.0, 10.0, 120.0))  # type: ignore[union-attr]
    assert moved(there, -10, -20) == group


def test_a_label_is_as_wide_as_its_longest_line(theme: Theme, fonts: tuple[Path, ...]) -> None:
    found = parts(framed(PICTURE, around(headline=LONG), (), theme, fonts))
    (headline,) = labels(found["Headline"].marks)
    file = fontfiles.find(theme.font.text.bold, fonts)
    widest = max(fontfiles.width(file, line, headline.size) for line in headline.text.split("\n"))
    assert headline.width == widest
