"""Decks at the edge of what is allowed before the judges: in each theme and template, and of the longest texts."""

import sys
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.preflight.pptx import check

from .support import decks, deckstress
from .support.anyproject import Shape, files
from .support.houses import HOUSES, dressed
from .support.presented import lacking
from .support.project import in_ci
from .test_judges import JUDGES, ask

pytestmark = in_ci
THEMES = {name: lambda name=name: decks.theme(name) for name in decks.THEMES} | {
    name: lambda name=name: dressed(name) for name in HOUSES
}
FEWER = {"library": 32, "twofold": 32}
"""Events where slides of 4:3 have a headline of 44 points."""


def judged(path: Path) -> None:
    """Fail for anything that a judge has to say of a deck."""
    assert [d.message for d in check(path.read_bytes())] == []
    assert '"ok": true' in ask(JUDGES / "ooxml", path)
    assert ask(sys.executable, JUDGES / "overflow.py", path).endswith("no finding\n")


@pytest.mark.parametrize("name", THEMES)
def test_sixty_rows_forty_events_and_twelve_charts(name: str, tmp_path: Path) -> None:
    theme, document = THEMES[name](), deckstress.crowded(FEWER.get(name, deckstress.EVENTS))
    assert not deckstress.planned(document, theme).problems
    path = tmp_path / "deck.pptx"
    path.write_bytes(deckstress.written(document, theme))
    judged(path)


@pytest.mark.parametrize("name", ["meridian", "corporate"])
def test_a_title_from_right_to_left(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deckstress.written(deckstress.leftward(), THEMES[name]()))
    judged(path)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_longest_texts(seed: int, tmp_path: Path) -> None:
    for name, text in files(Shape(units=60, sections=5, figures=4, long=300, seed=seed, wild=True)).items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    build((), output=tmp_path / "out", root=tmp_path, formats=("pptx",), cache_folder=tmp_path / "cache")
    made = sorted((tmp_path / "out").rglob("*.pptx"))
    assert made
    for path in made:
        judged(path)
        assert list(lacking(path.read_bytes())) == []
