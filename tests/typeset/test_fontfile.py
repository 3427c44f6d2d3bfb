import pytest

from briefgen.resources import assets
from briefgen.typeset.fontfile import fault

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
