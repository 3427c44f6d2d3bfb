"""A theme's logo is read, and what is wrong with it is told where it is written."""

import shutil
from pathlib import Path

import pytest

from briefgen import read
from briefgen.errors import InputError
from tests.support.house import HOUSE, THEME

LIGHT = 'viewBox="0 0 10 10"><path fill="#F0F0F0" d="M0 0h9v9z"/></svg>'

DARK = LIGHT.replace("F0F0F0", "101010")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(HOUSE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(house: Path, *changes: tuple[str, str]) -> str:
    """Return what is said of the theme after changes to its text."""
    path = house / THEME
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read.theme("harbour", read.find(house))
    return "\n".join(str(d) for d in caught.value.diagnostics)


def svg(house: Path, text: str) -> None:
    (house / "themes" / "harbour.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {text}', "utf-8")


def test_a_logo_is_read_for_paper_and_for_coloured_ground(house: Path) -> None:
    theme = read.theme("harbour", read.find(house)).value
    assert theme.emblems is not None
    paper, ground = theme.emblems.paper, theme.emblems.ground
    assert (paper.width, paper.height) == (ground.width, ground.height) == (147.0, 44.0)
    assert {p.fill.rgb for p in paper.paths if p.fill} == {"1F3D36", "A3431F"}
    assert {p.fill.rgb for p in ground.paths if p.fill} == {"FFFFFF", "F0C36B"}
    scene = paper.at(22.0)
    assert (scene.width, scene.height, len(scene.marks)) == (73.5, 22.0, len(paper.paths))


def test_a_changed_logo_makes_another_theme_also_from_the_cache(house: Path, tmp_path: Path) -> None:
    def sha256() -> str:
        return read.theme("harbour", read.find(house), tmp_path / "cache").value.sha256

    before = sha256()
    assert sha256() == before
    svg(house, DARK)
    assert sha256() != before
    svg(house, LIGHT.replace("path", "text"))
    with pytest.raises(InputError, match=r"^themes/harbour.svg:1:\d+: error\[BG739\] <text>: this is not drawn"):
        sha256()


def png(house: Path) -> None:
    (house / "themes" / "harbour.png").write_bytes(b"\x89PNG\r\n\x1a\n")


def link(house: Path) -> None:
    outside = house.parent / "outside.svg"
    shutil.copy(house / "themes" / "harbour.svg", outside)
    (house / "themes" / "link.svg").symlink_to(outside)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "harbour.svg",
            "harbor.svg",
            "themes/harbour.yaml:8:14: error[BG738] there is no logo `harbor.svg` in the folder themes/\n    hint: did "
            "you mean `harbour.svg`?; it stands beside the theme and is named without a path",
        ),
        ("harbour.svg", "../themes/harbour.svg", "themes/harbour.yaml:8:14: error[BG738] there is no logo `../themes/"),
        (
            "harbour.svg",
            "harbour.png",
            "themes/harbour.yaml:8:14: error[BG739] the logo `harbour.png` is not an SVG\n    hint: give it as SVG: it "
            "is sharp at every size, and slides can be recoloured",
        ),
        ("harbour.svg", "link.svg", "themes/link.svg: error[BG116] the file lies outside the project"),
        (
            "height_mm: 9",
            "height_mm: 30",
            "themes/harbour.yaml:8:91: error[BG722] the head of a page has no place for a logo of 30 mm\n"
            "    hint: set 4 to 10.4, or the margin `top_mm` larger",
        ),
        ("height_mm: 9", "height_mm: 2", "no place for a logo of 2 mm"),
        ("alt: Harbour House", 'alt: ""', "error[BG2"),
        (", alt: Harbour House", "", "error[BG201] `logo` has no key `alt`"),
        ("named: true}", "named: true, colour: red}", "`colour`"),
        ("id: harbour", "id: harbour\nemblems: {}", "`emblems`"),
        (
            "on_ground: harbour-on-green.svg, ",
            "",
            "themes/harbour.yaml:8:14: error[BG716] no colour of the logo has a contrast of more than 1.90 with "
            "`ground` #1F3D36\n    hint: 3 is needed; give a version for coloured ground as `on_ground`",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is_written(old: str, new: str, said: str, house: Path) -> None:
    png(house)
    link(house)
    assert said in told(house, (old, new))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            DARK.replace("0 0 10 10", "0 0 900 20"),
            "405 mm wide; 90 mm are there\n    hint: set it to 2.0 or less",
        ),
        ("viewBox='0 0 9 9'>", "themes/harbour.svg:1:59: error[BG739] the file is not XML: no element found"),
    ],
)
def test_a_logo_that_cannot_be_seen_or_placed_is_told(text: str, said: str, house: Path) -> None:
    svg(house, text)
    assert said in told(house)


def test_a_light_logo_is_refused_where_it_stands_on_paper(house: Path) -> None:
    svg(house, LIGHT)
    assert read.theme("harbour", read.find(house)).value.emblems  # band and bar are dark, and hold all of them
    off_the_bar = ("logo: [9.733, 0.1, 3.0, 0.36]", "logo: [9.733, 6.9, 3.0, 0.36]")
    assert "no colour of the logo has a contrast of more than 1.14 with `paper` #FFFFFF" in told(house, off_the_bar)
