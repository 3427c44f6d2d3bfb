import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.resources import asset, assets
from briefgen.typeset import fonts

FOLDER = asset("fonts")
SERIF = FOLDER / "SourceSerif4-Regular.ttf"
CALIBRI = FOLDER / "Carlito-Regular.ttf"
PAGE = sorted(p for p in FOLDER.glob("Source*.ttf"))
RUSSIAN = "".join(map(chr, range(ord("А"), ord("я") + 1))) + "Ёё"
TAJIK = "ҒғӢӣҚқӮӯҲҳҶҷ"
SIGNS = "–—‘’“”«»…•·×−§†°€£№%\u00a0\u202f"


def test_every_font_is_the_file_that_provenance_names_and_has_its_licence_beside_it() -> None:
    rows = re.findall(r"^\| (\S+\.ttf) \|.*`([0-9a-f]{64})` \|$", (FOLDER / "PROVENANCE.md").read_text(), re.M)
    files = sorted(FOLDER.glob("*.[to]tf"))
    assert dict(rows) == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    for path in files:
        licence = (FOLDER / f"{path.stem.split('-')[0]}-LICENSE.txt").read_text()
        assert "SIL Open Font License" in licence


@pytest.mark.parametrize("path", PAGE, ids=lambda p: p.stem)
def test_page_fonts_may_be_embedded_and_have_truetype_outlines(path: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0


@pytest.mark.parametrize("path", PAGE, ids=lambda p: p.stem)
def test_page_fonts_cover_latin_russian_tajik_and_signs(path: Path) -> None:
    latin = "".join(map(chr, range(0xC0, 0x100))) + "ČčĞğŁłŞşŠšŽžÄÖÜß"
    assert fonts.missing(path, RUSSIAN + TAJIK + latin + SIGNS) == ""


@pytest.mark.parametrize("path", [p for p in PAGE if "Regular" in p.stem], ids=lambda p: p.stem)
def test_page_fonts_cover_all_that_the_shipped_reports_say(path: Path) -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in sorted(assets().glob("reports/**/*.yaml")))
    assert len(text) > 1000
    assert fonts.missing(path, text) == ""


def test_missing_names_each_lacking_character_once_in_order() -> None:
    caladea = FOLDER / "Caladea-Regular.ttf"
    assert fonts.missing(caladea, "Kabul, Кабул\nКабул") == "Кабул"


def test_width_agrees_with_the_advances_in_the_file() -> None:
    from fontTools.ttLib import TTFont

    # letters between which neither font kerns nor joins
    for path, text in ((CALIBRI, "noon"), (FOLDER / "LiberationSans-Bold.ttf", "HIH"), (SERIF, "nmn nmn")):
        with TTFont(path) as font:
            cmap, table = font.getBestCmap(), font["hmtx"]
            units = sum(table[cmap[ord(c)]][0] for c in text)
            assert fonts.width(path, text, 12) == pytest.approx(12 * units / font["head"].unitsPerEm)


def test_width_kerns_and_joins() -> None:
    apart = sum(fonts.width(CALIBRI, c, 10) for c in "To")
    assert fonts.width(CALIBRI, "To", 10) < apart - 0.1
    numbers = fonts.glyphs(CALIBRI, "fi", {"liga": True})
    assert len(numbers) == 1
    assert fonts.width(CALIBRI, "fi", 10) == pytest.approx(10 * numbers[0][1])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda p: p.stem)
def test_words_one_by_one_are_about_as_wide_as_the_line_shaped_at_once(path: Path) -> None:
    sections = sorted(assets().glob("reports/**/sections/*.yaml"))
    shown = " ".join(p.read_text(encoding="utf-8") for p in sections).split()[:1500]
    assert len(shown) > 500
    for at in range(0, len(shown) - 10, 10):
        line = " ".join(shown[at : at + 10])
        whole = sum(advance for _, advance in fonts.glyphs(path, line, fonts.FEATURES))
        assert 0.999 * whole <= fonts.width(path, line, 1) <= 1.0075 * whole


@given(st.text("Kabul Кабул\u00a0fi–8,", max_size=30), st.floats(1, 100))
def test_width_grows_in_step_with_the_size_and_adds_up_across_spaces(text: str, size: float) -> None:
    assert fonts.width(CALIBRI, text, 2 * size) == pytest.approx(2 * fonts.width(CALIBRI, text, size))
    parts = fonts.width(CALIBRI, text, size) + fonts.width(CALIBRI, " x", size)
    assert fonts.width(CALIBRI, f"{text} x", size) == pytest.approx(parts)


def test_no_break_spaces_are_measured_even_where_the_font_lacks_them() -> None:
    assert "\u00a0" in fonts.missing(CALIBRI, "8\u00a0July")
    assert fonts.width(CALIBRI, "8\u00a0July", 10) == pytest.approx(fonts.width(CALIBRI, "8 July", 10))


def test_shaping_does_not_ask_for_the_machines_language() -> None:
    assert fonts._shaped(SERIF, "şţ бгд", fonts.FEATURES).language == "en"


def test_metrics_are_in_em_and_depths_positive() -> None:
    found = fonts.metrics(CALIBRI)
    assert (found.ascent, found.descent) == (0.75, 0.25)
    assert found.line_gap == pytest.approx(452 / 2048)
    assert (found.win_ascent, found.win_descent) == (1950 / 2048, 550 / 2048)
    assert (found.cap_height, found.x_height) == (1314 / 2048, 978 / 2048)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda p: p.stem)
def test_metrics_agree_with_another_reader(path: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        em, os2, hhea = font["head"].unitsPerEm, font["OS/2"], font["hhea"]
        typo = os2.fsSelection & 0x80
        expected = fonts.Metrics(
            ascent=(os2.sTypoAscender if typo else hhea.ascent) / em,
            descent=-(os2.sTypoDescender if typo else hhea.descent) / em,
            line_gap=(os2.sTypoLineGap if typo else hhea.lineGap) / em,
            win_ascent=os2.usWinAscent / em,
            win_descent=os2.usWinDescent / em,
            cap_height=(os2.sCapHeight or font["glyf"]["H"].yMax) / em,
            x_height=(os2.sxHeight or font["glyf"]["x"].yMax) / em,
        )
    assert fonts.metrics(path) == expected


@pytest.mark.parametrize(("selection", "ascent"), [(0x40, 0.75), (0xC0, 0.5)])
def test_a_font_says_which_of_its_ascents_counts(tmp_path: Path, selection: int, ascent: float) -> None:
    from fontTools.ttLib import TTFont

    path = tmp_path / "Typo.ttf"
    with TTFont(CALIBRI) as font:
        font["OS/2"].fsSelection = selection
        font["OS/2"].sTypoAscender = 1024
        font.save(path)
    assert fonts.metrics(path).ascent == ascent


def test_metrics_of_an_old_font_are_read_from_its_letters(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    path = tmp_path / "Old.ttf"
    with TTFont(CALIBRI) as font:
        font["OS/2"].version = 1
        font["OS/2"].ulCodePageRange1 = font["OS/2"].ulCodePageRange2 = 0
        font.save(path)
    old, new = fonts.metrics(path), fonts.metrics(CALIBRI)
    assert old.cap_height == pytest.approx(new.cap_height, abs=0.02)
    assert old.x_height == pytest.approx(new.x_height, abs=0.02)


def test_find_takes_the_first_folder_that_has_the_file(tmp_path: Path) -> None:
    own = tmp_path / CALIBRI.name
    own.write_bytes(CALIBRI.read_bytes())
    assert fonts.find(CALIBRI.name, (tmp_path, FOLDER)) == own
    assert fonts.find(SERIF.name, (tmp_path, FOLDER)) == SERIF


@pytest.mark.parametrize("file", ["Carlito-Regulr.ttf", "../fonts/Carlito-Regular.ttf", ".", ""])
def test_find_says_which_font_is_not_there_and_what_may_be_meant(file: str) -> None:
    with pytest.raises(InputError) as caught:
        fonts.find(file, (FOLDER,))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "BG401"
    assert f"`{file}`" in diagnostic.message
    if file == "Carlito-Regulr.ttf":
        assert "Carlito-Regular.ttf" in (diagnostic.hint or "")


@pytest.mark.parametrize("data", [b"", b"not a font", b"\0\1\0\0" + bytes(100)])
def test_a_file_that_is_no_font_is_an_input_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "Broken.ttf"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"BG402.*`Broken.ttf`"):
        fonts.width(path, "a", 10)


def test_importing_typeset_loads_no_font_and_no_library() -> None:
    script = (
        "import sys; from briefgen.typeset import fonts, text, language\n"
        "print([m for m in ('uharfbuzz', 'fontTools', 'babel') if m in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(assets().parent)}
    run = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
