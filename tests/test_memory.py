"""What was measured once is taken up by the next process, and changes nothing but its time."""

from pathlib import Path

import pytest

from briefgen.render.pdf.breaking import Line, broken
from briefgen.render.pdf.faces import LINES, atom
from briefgen.render.pdf.seam import register
from briefgen.resources import asset

TEXT = "Two delegations met in the capital, and three of the five neighbours sent an envoy."


@pytest.fixture
def face() -> str:
    return register(asset("fonts", "SourceSerif4-Regular.ttf"))


def asked(face: str) -> tuple[Line, ...]:
    return broken(((TEXT, face, 10.0, 0.0, False),), 120.0, 0.0, False)


def test_lines_are_the_same_whether_broken_or_taken_up(tmp_path: Path, face: str) -> None:
    LINES.recall(tmp_path, "a brief")
    broken.known.clear()
    atom.known.clear()
    lines = asked(face)
    measured = dict(atom.asked)
    LINES.remember(tmp_path, "a brief")
    broken.known.clear()
    atom.known.clear()
    LINES.recall(tmp_path, "a brief")
    assert broken.known
    assert atom.known == measured
    assert asked(face) == lines
    assert not broken.learnt


def test_only_what_was_asked_is_kept_and_a_damaged_file_is_none(tmp_path: Path, face: str) -> None:
    LINES.recall(tmp_path, "a brief")
    broken.known.clear()
    broken.known[((("gone", face, 10.0, 0.0, False),), 9.0, 0.0, False)] = ()
    asked(face)
    LINES.remember(tmp_path, "a brief")
    broken.known.clear()
    LINES.recall(tmp_path, "a brief")
    assert [key[0][0][0] for key in broken.known] == [TEXT]
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-9])
    broken.known.clear()
    LINES.recall(tmp_path, "a brief")
    assert not broken.known
    assert asked(face)


def test_a_build_that_learns_nothing_writes_nothing(tmp_path: Path, face: str) -> None:
    asked(face)
    LINES.recall(tmp_path, "a brief")
    asked(face)
    LINES.remember(tmp_path, "a brief")
    assert list(tmp_path.iterdir()) == []
