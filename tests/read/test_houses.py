"""A theme's template is read, and what cannot be used is told with its file and what to do."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from briefgen import read
from briefgen.build import templates
from briefgen.diagnostics import Severity
from briefgen.errors import InputError
from briefgen.read import houses
from tests.support.house import HOUSE, THEME
from tests.support.houses import awkward, corporate, library

FILE = "themes/brand.pptx"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(HOUSE, tmp_path, dirs_exist_ok=True)
    (tmp_path / FILE).write_bytes(corporate())
    say(tmp_path, "brand.pptx")
    return tmp_path


def say(house: Path, template: str) -> None:
    path = house / THEME
    before = path.read_text("utf-8").partition("\ntemplate:")[0]
    path.write_text(f"{before}\ntemplate: {template}\n", "utf-8")


def told(house: Path) -> str:
    with pytest.raises(InputError) as caught:
        read.theme("harbour", read.find(house))
    return "\n".join(f"{d} {d.hint}" for d in caught.value.diagnostics)


def without(data: bytes, part: str, put: dict[str, bytes] | None = None) -> bytes:
    """Return a package without the parts whose names begin so, and with others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not part or not name.startswith(part):
                new.writestr(name, (put or {}).get(name, old.read(name)))
        for name in (put or {}).keys() - set(old.namelist()):
            new.writestr(name, (put or {})[name])
    return out.getvalue()


def test_a_template_is_read_with_size_fonts_layouts_and_colours(house: Path) -> None:
    found = read.theme("harbour", read.find(house)).value.house
    assert found is not None
    assert (round(found.width), round(found.height), found.slides) == (960, 540, 4)
    assert (found.head, found.body) == ("Calibri", "Calibri")
    assert found.scheme["accent1"] == "4F81BD"
    assert found.layouts[0].ground == "1B2A41"
    assert [(p.kind, p.index) for p in found.layouts[1].places][:2] == [("title", None), ("obj", 1)]


def test_a_changed_template_makes_another_theme_also_from_the_cache(house: Path, tmp_path: Path) -> None:
    def sha256() -> str:
        return read.theme("harbour", read.find(house), tmp_path / "cache").value.sha256

    before = sha256()
    assert sha256() == before
    (house / FILE).write_bytes(library())
    assert sha256() != before


def test_one_that_is_not_there_is_told_with_those_that_are(house: Path) -> None:
    say(house, "brnad.pptx")
    assert "error[BG730] there is no template `brnad.pptx` in the folder themes/" in told(house)
    assert "did you mean `brand.pptx`?" in told(house)


def test_a_path_is_no_name(house: Path) -> None:
    say(house, "../themes/brand.pptx")
    assert "BG730" in told(house)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip at all", "error[BG731] the template is not a .pptx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "error[BG731] the template is encrypted, or of PowerPoint before 2007"),
        (without(library(), "ppt/slideMasters/slideMaster1"), "error[BG731] the template lacks its part"),
        (without(library(), "", {"ppt/presentation.xml": b"<p"}), "error[BG731] the template's part"),
        (without(library(), "", {"ppt/presentation.xml": b"<!DOCTYPE a><a/>"}), "cannot be read"),
        (without(library(), "", {"ppt/vbaProject.bin": b"x"}), "error[BG732] the template has macros"),
        (library()[:-400], "error[BG731] the template is not a .pptx"),
    ],
)
def test_what_cannot_be_used_is_told(house: Path, data: bytes, said: str) -> None:
    (house / FILE).write_bytes(data)
    assert told(house).startswith(f"{FILE}: ")
    assert said in told(house)


def test_one_without_layouts_is_told(house: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(library())) as archive:
        master = archive.read("ppt/slideMasters/slideMaster1.xml")
    start, end = master.index(b"<p:sldLayoutIdLst>"), master.index(b"</p:sldLayoutIdLst>")
    bare = master[:start] + b"<p:sldLayoutIdLst>" + master[end:]
    (house / FILE).write_bytes(without(library(), "", {"ppt/slideMasters/slideMaster1.xml": bare}))
    assert "error[BG733] the template has no layouts" in told(house)


def test_slides_of_a_size_that_no_deck_has_are_told(house: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(library())) as archive:
        main = archive.read("ppt/presentation.xml")
    upright = main.replace(b'cx="9144000" cy="6858000"', b'cx="6858000" cy="9144000"')
    assert upright != main
    (house / FILE).write_bytes(without(library(), "", {"ppt/presentation.xml": upright}))
    assert "error[BG733] slides of 7.5 x 10.0 inches cannot be used" in told(house)


def test_one_that_is_too_large_is_told(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(houses, "TEMPLATE_MOST", 1000)
    assert "BG102" in told(house)
    assert "take large pictures and sample slides out of it" in told(house)


def test_one_outside_the_project_is_told(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "brand.pptx"
    elsewhere.write_bytes(corporate())
    (house / FILE).unlink()
    (house / FILE).symlink_to(elsewhere)
    assert "error[BG116] the file lies outside the project" in told(house)


def test_a_macro_file_is_told_by_its_name(house: Path) -> None:
    (house / FILE).rename(house / "themes" / "brand.pptm")
    say(house, "brand.pptm")
    assert "error[BG732]" in told(house)


def test_a_template_file_is_as_good_as_a_presentation(house: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(library())) as archive:
        types = archive.read("[Content_Types].xml")
    potx = types.replace(b"presentation.main+xml", b"template.main+xml")
    assert potx != types
    (house / FILE).rename(house / "themes" / "brand.potx")
    (house / "themes" / "brand.potx").write_bytes(without(library(), "", {"[Content_Types].xml": potx}))
    say(house, "brand.potx")
    found = read.theme("harbour", read.find(house)).value.house
    assert found is not None
    assert b"template.main" not in zipfile.ZipFile(io.BytesIO(found.data)).read("[Content_Types].xml")


def test_words_of_the_theme_that_the_template_has_not_are_told_at_their_line(house: Path) -> None:
    say(house, "{file: brand.pptx, layouts: {table: {layout: Titel Only}}}")
    assert "error[BG735] the template has no layout `Titel Only` did you mean `Title Only`?" in told(house).replace(
        "\n    hint: did you mean `Title Only`?", ""
    )
    say(house, "{file: brand.pptx, layouts: {table: {layout: Title Only, slots: {table: 7}}}}")
    assert "has no placeholder 7 that can be told from others" in told(house)


def test_words_of_the_theme_that_are_none_of_ours_are_told(house: Path) -> None:
    say(house, "{file: brand.pptx, layouts: {tabel: {layout: Title Only}, table: {slots: {tabel: 1}}}}")
    project = read.find(house)
    found = templates.faults(read.theme("harbour", project).value, project)
    assert [(d.code, d.message, d.hint) for d in found] == [
        ("BG735", "decks have no layout `tabel`", "did you mean `table`?"),
        ("BG735", "the layout `table` has no slot `tabel`", "did you mean `table`?"),
    ]


def test_a_font_whose_widths_nobody_knows_is_told(house: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(awkward())) as archive:
        theme = archive.read("ppt/theme/theme1.xml").replace(b'typeface="Calibri"', b'typeface="House Gothic"')
    (house / FILE).write_bytes(without(awkward(), "", {"ppt/theme/theme1.xml": theme}))
    found = read.theme("harbour", read.find(house)).diagnostics
    assert [(d.code, d.severity) for d in found] == [("BG737", Severity.WARNING)]
    assert "House Gothic" in found[0].message
