"""How words break on slides is taken up by the next process, for the fonts that it was measured with and no others."""

import shutil
from pathlib import Path

from briefgen.render.pptx.breaking import LINES, broken, named
from briefgen.resources import asset

WORDS = "Two delegations met in the capital, and three of the five neighbours sent an envoy. "
NARROW, WIDE = asset("fonts", "SourceSerif4-Regular.ttf"), asset("fonts", "NotoNaskhArabic-Regular.ttf")


WIDTHS = (120.0, 180.0, 240.0, 300.0, 360.0)


def lines(font: Path, width: float = 240.0) -> tuple[str, ...]:
    return broken(((WORDS, named(font), 18.0),), width, 1.02)


def test_lines_are_the_same_whether_broken_or_taken_up(tmp_path: Path) -> None:
    LINES.recall(tmp_path, "a brief")
    broken.known.clear()
    found = lines(NARROW)
    assert len(found) > 2
    assert "".join(found).replace(" ", "") == WORDS.replace(" ", "")
    LINES.remember(tmp_path, "a brief")
    broken.known.clear()
    LINES.recall(tmp_path, "a brief")
    assert lines(NARROW) == found
    assert not broken.learnt


def test_a_file_of_the_same_name_with_other_contents_is_another_font(tmp_path: Path) -> None:
    other = tmp_path / NARROW.name
    shutil.copy(WIDE, other)
    assert named(other) != named(NARROW)
    assert [lines(other, width) for width in WIDTHS] != [lines(NARROW, width) for width in WIDTHS]
