import io

import pytest
from fontTools.ttLib import TTFont, newTable

from briefgen.resources import assets
from briefgen.typeset.fontfile import fault, forbidden, licensed

FONTS = sorted((assets() / "fonts").glob("*.ttf"))
WHOLE = FONTS[0].read_bytes()


@pytest.mark.parametrize("path", FONTS, ids=lambda p: p.name)
def test_every_shipped_font_is_whole(path) -> None:
    assert fault(path.read_bytes(), embedded=True) is None


@pytest.mark.parametrize("size", [0, 3, 11, 12, 100, 1000, len(WHOLE) // 2, len(WHOLE) - 1])
def test_a_font_that_is_cut_is_found(size: int) -> None:
    assert fault(WHOLE[:size], embedded=True) in ("is not a font", "is cut short")


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_wrong_bit_is_found_wherever_it_is(share: int) -> None:
    at = len(WHOLE) * share // 100
    said = fault(WHOLE[:at] + bytes([WHOLE[at] ^ 0x10]) + WHOLE[at + 1 :], embedded=True)
    assert said
    assert said.startswith(("is damaged in the table", "is cut short", "lacks the table"))


def test_a_font_to_measure_with_may_have_other_outlines() -> None:
    other = b"OTTO" + WHOLE[4:]
    assert fault(other, embedded=False) is None
    assert fault(other, embedded=True) == "has PostScript outlines; a page font needs TrueType outlines"


@pytest.mark.parametrize(("head", "said"), [(b"ttcf", "holds several fonts"), (b"wOFF", "is a web font")])
def test_other_kinds_of_font_files_are_called_by_their_names(head: bytes, said: str) -> None:
    assert str(fault(head + WHOLE[4:], embedded=True)).startswith(said)


def changed(change) -> bytes:
    """Return a font after a change, saved whole."""
    font = TTFont(io.BytesIO(WHOLE))
    change(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.mark.parametrize("path", FONTS, ids=lambda p: p.name)
def test_every_shipped_font_may_be_embedded_and_says_its_licence(path) -> None:
    assert forbidden(path.read_bytes()) is None
    assert licensed(path.read_bytes())


@pytest.mark.parametrize(
    ("rights", "said"),
    [
        (0x0000, None),
        (0x0002, "may not be embedded: its maker restricts it"),
        (0x0004, None),
        (0x0006, None),  # of several, the mildest holds
        (0x0008, None),
        (0x0104, "may only be embedded whole, and a PDF holds the letters that it uses"),
        (0x0200, "may only be embedded as a picture of dots"),
    ],
)
def test_what_a_font_lets_be_done_with_it_is_read(rights: int, said: str | None) -> None:
    assert forbidden(changed(lambda font: setattr(font["OS/2"], "fsType", rights))) == said


def test_a_font_without_a_licence_is_found() -> None:
    def unnamed(font: TTFont) -> None:
        font["name"].names = [n for n in font["name"].names if n.nameID not in (13, 14)]

    assert not licensed(changed(unnamed))


def test_a_variable_font_is_called_by_its_name() -> None:
    def variable(font: TTFont) -> None:
        font["fvar"] = newTable("fvar")
        font["fvar"].axes, font["fvar"].instances = [], []

    assert fault(changed(variable), embedded=True) == "is a variable font; a file is needed for each of its cuts"
