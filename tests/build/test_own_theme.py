"""A theme of a house's own, with its logo and its fonts, reaches pages, slides and figures."""

import io
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from briefgen import figures, read
from briefgen.model.scene import Label
from tests.support import pictures
from tests.support.house import THEME, settled
from tests.support.project import build, run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("house")
    return build(output=top / "out", cache=top / "cache", folder=settled(top / "house", "[short]")) / "harbour"


def test_pages_are_set_in_the_houses_fonts_alone(built: Path) -> None:
    with pikepdf.open(built / "harbour-short.pdf") as pdf:
        named = {str(f.BaseFont) for page in pdf.pages for f in page.obj.Resources.Font.values()}
    assert {name.split("+")[1].partition("-")[0] for name in named} == {"Spectral", "Barlow"}


def test_the_logo_is_vectors_and_furniture_on_page_one_alone(built: Path) -> None:
    with pikepdf.open(built / "harbour-short.pdf") as pdf:
        first, second = (page.obj for page in pdf.pages)
        (name,) = [n for n in first.Resources.XObject if "LOGO" in n]
        form = first.Resources.XObject[name]
        operators = [str(o) for _, o in pikepdf.parse_content_stream(form)]
        drawn = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(first)).decode("latin-1")
        assert not any("LOGO" in n for n in second.Resources.get("/XObject", {}))
    assert {"m", "c", "f*"} <= set(operators)
    assert not {"Do", "Tj", "BI"} & set(operators)
    before = drawn[: drawn.index("LOGO")]
    assert "/Header" in before[before.rindex("BDC") - 80 :]
    assert before.rindex("BDC") > before.rfind("EMC")


def test_the_house_is_not_named_beside_a_logo_that_names_it(built: Path) -> None:
    with pypdfium2.PdfDocument(built / "harbour-short.pdf") as pdf:
        head, foot = (pdf[0].get_textpage().get_text_bounded(bottom=b, top=t) for b, t in ((770, 842), (0, 60)))
    assert "Policy brief no. 12" in head
    assert "Harbour House" not in head
    assert "Harbour House" in foot


def test_slides_have_the_logo_as_shapes_with_an_alternative_text(built: Path) -> None:
    with zipfile.ZipFile(built / "harbour-short.pptx") as deck:
        slides = [n for n in deck.namelist() if n.startswith("ppt/slides/slide")]
        with_logo = [n for n in slides if b'name="Logo" descr="Harbour House"' in deck.read(n)]
        first = deck.read("ppt/slides/slide1.xml").decode()
    assert "ppt/slides/slide1.xml" in with_logo
    logo = first[first.index('name="Logo"') :].partition("</p:grpSp>")[0]
    assert logo.count("<a:custGeom>") == 6
    assert "p:pic" not in logo


def test_the_same_logo_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = build(output=tmp_path / "out", cache=tmp_path / "cache", folder=settled(tmp_path / "house", "[short]"))
    for kind in ("pdf", "pptx"):
        name = f"harbour-short.{kind}"
        assert (again / "harbour" / name).read_bytes() == (built / name).read_bytes()


def labels(folder: Path) -> list[tuple[str, float]]:
    """Return the labels of a chart drawn with the house's theme, and their widths."""
    project = read.find(folder)
    theme = read.theme("harbour", project).value
    figure = pictures.FIGURES["trade"]
    sketch = figures.sketch(figure, theme, format="pdf", width=300.0, fonts=project.fonts)
    target = pictures.Target(format="pdf", width=300.0, height=sketch.most, text=9.0, smallest=8.0)
    scene = figures.drawing(figure, target, theme, fonts=project.fonts).scene
    found: list[Label] = []
    stack = list(scene.marks)
    while stack:
        mark = stack.pop()
        stack += getattr(mark, "marks", ())
        found += [mark] if isinstance(mark, Label) else []
    return sorted((mark.text, round(mark.width, 2)) for mark in found)


def test_figures_are_measured_with_the_houses_fonts(tmp_path: Path) -> None:
    one, two = settled(tmp_path / "one"), settled(tmp_path / "two")
    for cut in ("Regular", "SemiBold"):
        shutil.copy(two / "fonts" / f"Spectral-{cut}.ttf", two / "fonts" / f"Barlow-{cut}.ttf")
    own, other = labels(one), labels(two)
    assert [text for text, _ in own] == [text for text, _ in other]
    assert all(a[1] != b[1] for a, b in zip(own, other, strict=True))


def spoilt(path: Path, change: object) -> None:
    """Change a font file and save it whole."""
    font = TTFont(io.BytesIO(path.read_bytes()))
    change(font)  # type: ignore[operator]
    font.save(path)


def without_letter(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.pop(ord("q"), None)


def without_licence(font: TTFont) -> None:
    font["name"].names = [n for n in font["name"].names if n.nameID not in (13, 14)]


def restricted(font: TTFont) -> None:
    font["OS/2"].fsType = 2


def test_a_font_that_may_not_be_embedded_is_told(tmp_path: Path) -> None:
    house = settled(tmp_path)
    spoilt(house / "fonts" / "Spectral-Italic.ttf", restricted)
    assert run("check", folder=house).stderr.startswith(
        f"{THEME}:29:13: error[BG406] `Spectral-Italic.ttf` may not be embedded: its maker restricts it\n"
        "    hint: take another font, or one that its maker lets you embed\n"
    )


def test_a_font_without_a_licence_is_told_until_its_licence_stands_beside_it(tmp_path: Path) -> None:
    house = settled(tmp_path)
    spoilt(house / "fonts" / "Spectral-Regular.ttf", without_licence)
    licence = house / "fonts" / "Spectral-LICENSE.txt"
    text = licence.read_text("utf-8")
    licence.unlink()
    assert run("check", folder=house).stderr.startswith(
        f"{THEME}:27:14: error[BG407] `Spectral-Regular.ttf` does not say under which licence it is\n"
        "    hint: put its licence beside it, as fonts/Spectral-LICENSE.txt\n"
    )
    licence.write_text(text, "utf-8")
    assert run("check", folder=house).returncode == 0


def test_a_letter_that_only_the_italic_lacks_is_told_with_each_line_that_has_it(tmp_path: Path) -> None:
    house = settled(tmp_path)
    for name in ("Spectral", "Barlow"):
        spoilt(house / "fonts" / f"{name}-Italic.ttf", without_letter)
    said = run("check", folder=house).stderr
    assert "error[BG405] the theme's page fonts have no glyphs for “q” in `text`\n" in said
    assert all(line.startswith(("reports/", "briefs/", "    hint: ")) for line in said.splitlines()[:6])
