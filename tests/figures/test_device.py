"""The device: what matplotlib draws is recorded as it stands; what a Scene cannot hold is refused."""

import io
from pathlib import Path

import numpy as np
import pytest
from matplotlib import patheffects
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D
from PIL import Image

from briefgen.diagnostics import Severity
from briefgen.errors import InputError
from briefgen.figures import limits
from briefgen.figures.device import record
from briefgen.figures.faces import lettering
from briefgen.figures.sheet import Sheet
from briefgen.model.scene import Command, Group, Label, Mark, Picture, Scene
from briefgen.model.scene import Path as Shape
from briefgen.model.theme import Theme

from . import samples

GOLDEN = Path(__file__).parent / "golden" / "device-card.txt"
"""Written anew by `python -m tests.figures.test_device`; read its diff before you keep it."""


def dump(scene: Scene) -> str:
    """A scene as text that a person can read and compare."""
    lines = [f"scene {scene.width:g} x {scene.height:g}"]

    def write(mark: Mark, depth: int) -> None:
        pad = "  " * depth
        match mark:
            case Group():
                lines.append(f"{pad}group {mark.name!r}")
                for member in mark.marks:
                    write(member, depth + 1)
            case Label():
                place = f"at {mark.x:g} {mark.y:g} {mark.anchor} {mark.size:g} pt {mark.weight}"
                turned = f" turned {mark.angle:g}" if mark.angle else ""
                leading = f" leading {mark.leading:g}" if mark.leading else ""
                halo = f" halo {mark.halo.ink.rgb} {mark.halo.width:g}" if mark.halo else ""
                lines.append(f"{pad}label {mark.text!r} {place} {mark.ink.rgb}{turned}{leading}{halo}")
            case Picture():
                lines.append(f"{pad}picture {mark.name!r} at {mark.x:g} {mark.y:g} {mark.width:g} x {mark.height:g}")
            case Shape():
                fill = f" fill {mark.fill.rgb} {mark.fill.alpha:g}" if mark.fill else ""
                pen = f" stroke {mark.stroke.rgb} {mark.width:g} {mark.cap} {mark.join}" if mark.stroke else ""
                dash = f" dash {' '.join(f'{d:g}' for d in mark.dash)}" if mark.dash else ""
                hatch = f" hatch {mark.pattern.kind} {len(mark.pattern.lines) // 2} lines" if mark.pattern else ""
                lines.append(f"{pad}path {mark.name!r}{fill}{pen}{dash}{hatch}: {written(mark.commands)}")

    for mark in scene.marks:
        write(mark, 0)
    return "\n".join(lines) + "\n"


def written(commands: tuple[Command, ...]) -> str:
    return " ".join(c[0] + ",".join(f"{v:g}" for v in c[1:]) for c in commands)  # type: ignore[misc]  # a letter first


def card() -> Figure:
    """One of each: fills, strokes, dashes, hatches, curves, clips, markers, collections, text."""
    figure = Figure(figsize=(200 / 72, 150 / 72), frameon=False)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, 200)
    axes.set_ylim(0, 150)
    axes.add_patch(Rectangle((10, 10), 30, 20, fc="#CBB890", ec="none", gid="Plain"))
    axes.add_patch(Rectangle((50, 10), 30, 20, fc="#8A1C2C", ec="none", hatch="//", hatchcolor="white", gid="Hatched"))
    axes.add_patch(Rectangle((90, 10), 30, 20, fc="none", ec="#211C18", lw=1.5, ls=(0, (2, 1)), gid="Dashed"))
    axes.add_patch(Circle((145, 20), 10, fc="#DFE6E7", ec="#5E564D", lw=0.5, gid="Disc"))
    axes.add_patch(Rectangle((180, 10), 40, 20, fc="#CBB890", ec="#211C18", lw=1, gid="Cut by the frame"))
    axes.add_patch(Rectangle((300, 10), 40, 20, fc="#CBB890", gid="Outside"))
    curve = Outline([(10, 40), (25, 70), (40, 40)], [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3])
    axes.add_patch(PathPatch(curve, fc="none", ec="#211C18", lw=1, gid="Quadratic"))
    ring = Outline(
        [(50, 40), (80, 40), (80, 70), (50, 70), (50, 40), (60, 50), (70, 50), (70, 60), (60, 60), (60, 50)],
        [1, 2, 2, 2, 79, 1, 2, 2, 2, 79],
    )
    axes.add_patch(PathPatch(ring, fc="#A99A80", ec="none", alpha=0.5, gid="Ring"))
    axes.plot([90, 100, 110], [45, 60, 45], color="#8A1C2C", lw=1, gid="Line", solid_capstyle="round")
    axes.plot([130, 150], [50, 50], "s", ms=4, color="#211C18", mew=0, gid="Square")
    axes.scatter([165, 175], [50, 55], s=16, c=["#8A1C2C", "#4F6572"], linewidths=0, gid="Dots")
    axes.text(10, 100, "Left", fontsize=9, gid="Left text")
    axes.text(100, 100, "Middle of\ntwo lines", fontsize=9, ha="center", gid="Two lines")
    axes.text(190, 100, "Right", fontsize=9, ha="right", color="#8A1C2C", weight="bold", gid="Right text")
    axes.text(20, 125, "Upright", fontsize=9, rotation=90, rotation_mode="anchor", gid="Turned")
    halo = axes.text(60, 125, "Halo", fontsize=9, gid="With a halo")
    halo.set_path_effects([patheffects.withStroke(linewidth=2, foreground="white")])
    return figure


def test_the_test_card_is_recorded_as_before() -> None:
    assert dump(record(card())) == GOLDEN.read_text(encoding="utf-8")


def test_a_fill_with_a_hole_keeps_it_when_it_is_cut() -> None:
    figure = Figure(figsize=(1, 1), frameon=False)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, 72)
    axes.set_ylim(0, 72)
    codes = [1, 2, 2, 2, 79] * 2
    outline = [(-20, 10), (60, 10), (60, 60), (-20, 60), (0, 0), (20, 20), (50, 20), (50, 50), (20, 50), (0, 0)]
    axes.add_patch(PathPatch(Outline(outline, codes), fc="black", ec="none", gid="Ring"))
    (shape,) = record(figure).marks
    assert isinstance(shape, Shape)
    assert samples.extent(shape) == (0, 10, 60, 60)
    assert [c[0] for c in shape.commands].count("M") == 2


def test_a_cut_outline_does_not_run_along_the_clip() -> None:
    figure = Figure(figsize=(1, 1), frameon=False)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, 72)
    axes.set_ylim(0, 72)
    axes.add_patch(Rectangle((50, 20), 40, 20, fc="white", ec="black", lw=1, gid="Box"))
    (group,) = record(figure).marks
    assert isinstance(group, Group)
    fill, outline = group.marks
    assert isinstance(fill, Shape)
    assert isinstance(outline, Shape)
    assert (fill.name, outline.name) == ("Box fill", "Box outline")
    assert outline.commands == (("M", 72, 20), ("L", 50, 20), ("L", 50, 40), ("L", 72, 40)) or (
        outline.commands == (("M", 72, 40), ("L", 50, 40), ("L", 50, 20), ("L", 72, 20))
    )


def test_text_is_recorded_by_role_where_the_sheet_sets_it(theme: Theme, fonts: tuple[Path, ...]) -> None:
    letters = lettering(theme, "pdf", fonts)
    sheet = Sheet(200, 100, letters, 9)
    sheet.text("Three lines", 20, 80, "First (Åg)\nsecond\nthird", "#211C18")
    sheet.text("Right", 190, 40, "costs $5 and $6", "#8A1C2C", bold=True, anchor="right")
    first, second = sheet.scene().marks
    assert isinstance(first, Label)
    assert isinstance(second, Label)
    assert (first.x, first.y, first.font, first.weight, first.size) == (20, 80, "label", 400, 9)
    assert first.leading == pytest.approx(1.3 * 9, abs=0.02)
    assert (second.text, second.anchor, second.x, second.y, second.weight) == ("costs $5 and $6", "end", 190, 40, 600)
    assert second.width == pytest.approx(letters.bold.width("costs $5 and $6", 9), rel=0.02)


def test_slides_name_the_deck_face(theme: Theme, fonts: tuple[Path, ...]) -> None:
    sheet = Sheet(100, 50, lettering(theme, "pptx", fonts), 14)
    sheet.text("Word", 10, 10, "Kabul", "#211C18")
    (label,) = sheet.scene().marks
    assert isinstance(label, Label)
    assert label.font == "deck_body"


def test_a_picture_keeps_its_place_and_its_rows() -> None:
    figure = Figure(figsize=(1, 1), frameon=False)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    pixels = np.zeros((2, 3, 4), dtype=np.uint8)
    pixels[0, 0] = (255, 0, 0, 255)
    axes.imshow(pixels, extent=(10, 40, 20, 60), interpolation="none", gid="Photo", aspect="auto")
    axes.set_xlim(0, 72)
    axes.set_ylim(0, 72)
    (picture,) = record(figure).marks
    assert isinstance(picture, Picture)
    assert (picture.x, picture.y, picture.width, picture.height) == (10, 20, 30, 40)
    assert Image.open(io.BytesIO(picture.png)).getpixel((0, 0)) == (255, 0, 0, 255)


def gouraud(figure: Figure) -> None:
    axes = figure.add_subplot()
    axes.tripcolor([0, 1, 0], [0, 0, 1], [1, 2, 3], shading="gouraud")


def mixed_hatch(figure: Figure) -> None:
    figure.add_artist(Rectangle((0, 0), 0.5, 0.5, hatch="/x"))


def stars(figure: Figure) -> None:
    figure.add_artist(Rectangle((0, 0), 0.5, 0.5, hatch="*"))


def shadowed(figure: Figure) -> None:
    figure.text(0.5, 0.5, "Word", path_effects=[patheffects.withSimplePatchShadow()])


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (gouraud, "flat shading"),
        (mixed_hatch, "hatch '/x'"),
        (stars, "hatch"),
        (shadowed, "path effects"),
    ],
)
def test_what_a_scene_cannot_hold_is_refused_in_clear_words(draw, said: str) -> None:
    figure = Figure(figsize=(2, 2))
    draw(figure)
    with pytest.raises(ValueError, match=said):
        record(figure)


def turned_picture(figure: Figure) -> None:
    axes = figure.add_subplot()
    image = axes.imshow(np.zeros((2, 2)), interpolation="none")
    image.set_transform(Affine2D().rotate_deg(30) + axes.transData)


def test_a_turned_picture_is_refused() -> None:
    figure = Figure(figsize=(2, 2))
    turned_picture(figure)
    with pytest.raises(ValueError, match="turned or sheared"):
        record(figure)


def test_a_formula_is_one_path_with_its_source_as_alternative() -> None:
    figure = Figure(figsize=(2, 1), frameon=False)
    figure.text(0.1, 0.5, r"$\frac{a}{b}$", fontsize=12, gid="Formula")
    (shape,) = record(figure).marks
    assert isinstance(shape, Shape)
    assert (shape.name, shape.alt) == ("Formula", r"$\frac{a}{b}$")
    assert len(shape.commands) > 20


def test_turned_text_of_two_lines_is_one_label_with_its_angle() -> None:
    figure = Figure(figsize=(2, 2), frameon=False)
    figure.text(0.5, 0.5, "One\nanother", fontsize=9, rotation=30, rotation_mode="anchor", ha="left", gid="Turned")
    (label,) = record(figure).marks
    assert isinstance(label, Label)
    assert (label.text, label.angle) == ("One\nanother", 30)
    assert label.leading == pytest.approx(1.2 * 9 * 1.2, rel=0.25)


def test_italic_text_says_so(theme: Theme, fonts: tuple[Path, ...]) -> None:
    sheet = Sheet(200, 100, lettering(theme, "pdf", fonts), 9)
    sheet.text("Aside", 20, 80, "no single line", "#211C18", italic=True)
    (label,) = sheet.scene().marks
    assert isinstance(label, Label)
    assert (label.font, label.weight, label.italic) == ("label", 400, True)


def test_fill_and_stroke_keep_their_own_opacity() -> None:
    figure = Figure(figsize=(1, 1), frameon=False)
    figure.add_artist(Rectangle((0.2, 0.2), 0.5, 0.5, fc=(1, 0, 0, 0.25), ec=(0, 0, 0, 0.5), lw=2, gid="Veil"))
    (shape,) = record(figure).marks
    assert isinstance(shape, Shape)
    assert shape.fill
    assert shape.stroke
    assert (shape.fill.alpha, shape.stroke.alpha, shape.width) == (0.25, 0.5, 2)


def scene_of(count: int, steps: int = 2) -> Scene:
    commands = (("M", 0.0, 0.0), *(("L", float(n), 1.0) for n in range(steps - 1)))
    marks = tuple(Shape(name=f"Shape {n}", commands=commands) for n in range(count))
    return Scene(width=100, height=100, marks=(Group(name="All", marks=marks),))


def test_a_drawing_of_a_few_shapes_passes_without_a_word() -> None:
    assert limits.told(scene_of(400), "f") == ()


@pytest.mark.parametrize("scene", [scene_of(401), scene_of(10, 1501)], ids=["shapes", "commands"])
def test_a_drawing_that_is_hard_to_edit_is_told(scene: Scene) -> None:
    (told,) = limits.told(scene, "f")
    assert (told.code, told.severity) == ("BG671", Severity.WARNING)


def test_a_drawing_that_no_slide_can_hold_is_refused() -> None:
    with pytest.raises(InputError, match="BG671"):
        limits.told(scene_of(1501), "f")


def test_a_failed_recording_leaves_the_figure_as_it_was() -> None:
    figure = Figure(figsize=(2, 2), dpi=100)
    word = figure.text(0.5, 0.5, "Word", gid="Mine")
    mixed_hatch(figure)
    with pytest.raises(ValueError, match="hatch"):
        record(figure)
    assert (figure.dpi, word.get_gid()) == (100, "Mine")


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(dump(record(card())), encoding="utf-8")
