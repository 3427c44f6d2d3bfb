"""Key figures: numbers large, their units beside or below, what they mean in words; nothing collides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import sketch
from briefgen.model.numbers import Number, Numbers
from briefgen.model.scene import Scene
from briefgen.model.theme import Theme

from . import samples


def number(
    figure: str, before: str = "", after: str = "", text: str = "what the number means in a few words"
) -> Number:
    return Number(id=figure, before=before, figure=figure, after=after, text=text)


FOUR = Numbers(
    words=samples.words("numbers"),
    numbers=(number("1"), number("4", after="of 5"), number("100", "about", ": 5"), number("1", after="bn")),
    so_what="What counts for Moscow is whether the Taliban’s assurances can be believed.",
)
TWO = replace(FOUR, numbers=FOUR.numbers[1:3], so_what="")


def drawn(
    figure: Numbers, theme: Theme, fonts: tuple[Path, ...], width: float, part: float, format: str = "pdf"
) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0, 18)
    return samples.between(figure, theme, fonts, width, part, target)


@pytest.mark.parametrize("part", [0.0, 1.0])
@pytest.mark.parametrize(("format", "width"), [("pdf", 470.0), ("pdf", 360.0), ("pdf", 200.0), ("pptx", 871.0)])
@pytest.mark.parametrize("figure", [FOUR, TWO], ids=["four", "two"])
def test_no_label_overlaps_or_is_cut(
    figure: Numbers, format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(figure, theme, fonts, width, part, format)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= (8 if format == "pdf" else 14)


def test_numerals_stand_on_one_base_line_at_one_size_with_their_small_words(
    theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(FOUR, theme, fonts, 470, 1.0)
    numerals = [m for m in samples.labels(scene) if m.name == "Numeral"]
    assert len({(m.y, m.size) for m in numerals}) == 1
    assert numerals[0].size > 2.5 * 8.6
    small = [m for m in samples.labels(scene) if m.name in ("Before", "After")]
    assert {m.y for m in small} == {numerals[0].y}
    assert [m.text for m in small] == ["of 5", "about", ": 5", "bn"]


def test_numerals_are_set_in_the_text_face(theme: Theme, fonts: tuple[Path, ...]) -> None:
    assert {m.font for m in samples.labels(drawn(FOUR, theme, fonts, 470, 1.0)) if m.name == "Numeral"} == {"text"}
    slide = drawn(FOUR, theme, fonts, 871, 1.0, "pptx")
    assert {m.font for m in samples.labels(slide) if m.name == "Numeral"} == {"deck_head"}


def test_a_unit_without_room_beside_its_number_begins_the_words_below(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = replace(FOUR, numbers=(*FOUR.numbers[:3], number("1,000", after="million tonnes of grain a year")))
    texts = [m.text.replace("\n", " ") for m in samples.labels(drawn(figure, theme, fonts, 470, 1.0))]
    assert "million tonnes of grain a year: what the number means in a few words" in texts


def test_narrow_columns_stand_in_two_rows(theme: Theme, fonts: tuple[Path, ...]) -> None:
    numerals = [m for m in samples.labels(drawn(FOUR, theme, fonts, 200, 1.0)) if m.name == "Numeral"]
    assert len({m.y for m in numerals}) == 2


def test_a_number_wider_than_its_column_is_an_error(theme: Theme) -> None:
    figure = replace(FOUR, numbers=(number("1,234,567,890,123,456"), *FOUR.numbers[:3]))
    with pytest.raises(InputError, match="BG654"):
        sketch(figure, theme, format="pdf", width=300)


def test_no_numbers_are_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(replace(FOUR, numbers=()), theme, format="pdf", width=300)
