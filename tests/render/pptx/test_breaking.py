"""How words break on slides is taken up by the next process, for the fonts that it was measured with and no others."""

import shutil
from pathlib import Path

from briefgen.render.pptx.breaking import LINES, broken, named
from briefgen.resources import asset

WORDS = "Two delegations met in the capital, and three of the five neighbours sent an envoy. "
WIDE, NARROW = asset("fonts", "SourceSerif4-Regular.ttf"), asset("fonts", "Carlito-Regular.ttf")


def lines(font: Path) -> tuple[str, ...]:
    return broken(((WORDS, named(font), 18.0),), 240.0, 1.02)


def test_lines_are_the_same_whether_broken_or_taken_up(tmp_path: Path) -> None:
    LINES.recall(tmp_path, "a brief")
    broken.known.clear()
    found = lines(WIDE)
    assert len(found) > 2
    assert "".join(found).replace(" ", "") == WORDS.replace(" ", "")
    LINES.remember(tmp_path, "a brief")
    broken.known.clear()
    LINES.recall(tmp_path, "a brief")
    assert lines(WIDE) == found
    assert not broken.learnt


def test_a_file_of_the_same_name_with_other_contents_is_another_font(tmp_path: Path) -> None:
    other = tmp_path / WIDE.name
    shutil.copy(NARROW, other)
    assert named(other) != named(WIDE)
    assert lines(other) != lines(WIDE)
