import io

import pytest
from fontTools.ttLib import TTFont

from briefgen.resources import asset
from briefgen.typeset.subset import subset

FONT = asset("fonts", "SourceSans3-Regular.ttf")


@pytest.mark.parametrize("text", ["Amina", "Łukasz Żółkowski", "Ёлкина Анна", "ff fi · 12"])
def test_a_subset_has_the_glyphs_of_a_text_with_their_advances(text: str) -> None:
    found = subset(FONT, text)
    small, whole = TTFont(io.BytesIO(found.data)), TTFont(FONT)
    names, em = whole.getBestCmap(), whole["head"].unitsPerEm
    assert {c for c, _, _ in found.glyphs} == set(text)
    for character, glyph, advance in found.glyphs:
        full = names[ord(character)]
        assert small["hmtx"].metrics[small.getGlyphName(glyph)] == whole["hmtx"].metrics[full]
        assert advance == round(1000 * whole["hmtx"].metrics[full][0] / em)
    assert small["maxp"].numGlyphs < 40
    assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= set(small.keys())


def test_the_same_text_gives_the_same_file_under_the_same_name() -> None:
    assert subset(FONT, "Amina") == subset(FONT, "Amina")
    assert subset(FONT, "Amina").name != subset(FONT, "Boris").name
    assert subset(FONT, "Amina").name[6:] == "+SourceSans3-Regular"


def test_a_character_that_the_font_lacks_is_told() -> None:
    with pytest.raises(ValueError, match="報"):
        subset(FONT, "報告")
