"""The longest word that each place takes: broken within its column, or told with its line; nothing leaves the page."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from briefgen.build import build
from briefgen.errors import InputError
from tests.read.sample import FILES, changed, write
from tests.support.project import ROOT

SPEC, SECTION = "briefs/small.yaml", "reports/small/sections/main.yaml"
FIGURES, TABLE = "reports/small/figures.yaml", "reports/small/data/stances.csv"
MARGIN = 12.0
"""Points from the page's edge within which no text may stand."""


def word(size: int, mark: str) -> str:
    """Return a word without a place to break, which begins with a mark of its own."""
    return (mark + "donaudampfschiffahrtsgesellschaft" * 70)[:size]


def edit(file: str, old: str, size: int, mark: str) -> tuple[str, str, dict[str, str | bytes | None]]:
    """Return mark, word and the change that puts it in the place of a text."""
    made = word(size, mark)
    return mark, made, changed(file, old, made)


PLACES = [
    edit(SECTION, "Exports stood at USD 100 million.", 1900, "Body"),
    edit(SECTION, "The Taliban promised calm.", 300, "Short"),
    edit(SECTION, "Support has conditions", 300, "Lead"),
    edit(SECTION, "Engagement stops short", 300, "Headline"),
    edit("reports/small/references.yaml", "Талибан заверил Москву", 300, "Work"),
    edit(TABLE, "opposed", 300, "Cell"),
    edit("reports/small/data/trade.csv", "Exports", 60, "Bar"),
    edit(FIGURES, "Exports lead", 300, "Figure"),
    edit(FIGURES, "opposes}]", 100, "Callout"),
    edit(FIGURES, "label: opposed", 60, "Category"),
    edit(FIGURES, "label: Russia", 32, "Lane"),
    edit("reports/small/events.yaml", "Promises", 32, "Event"),
    edit(SPEC, "Moscow wants calm", 90, "Title"),
    edit(SPEC, "Example Institute", 60, "House"),
]
"""Where the longest word goes that is not told in reading."""


def mended(name: str, made: str, changes: dict[str, str | bytes | None]) -> dict[str, str | bytes | None]:
    """Return the change, what the word has swallowed put back, and what must go with it."""
    (file, text), *_ = changes.items()
    assert isinstance(text, str)
    match name:
        case "Body":
            text = text.replace(made, f"{made} 100.")
        case "Callout":
            text = text.replace(f"text: {made}", f"text: {made}}}]")
        case "Category" | "Lane":
            text = text.replace(made, f"label: {made}")
        case "Cell":
            return {
                TABLE: f"actor,stance,remark\ntajikistan,opposed,{made}\n",
                "reports/small/data/stances.yaml": "columns: {actor: id, stance: id, remark: text}\n",
                FIGURES: FILES[FIGURES].replace("columns: [actor, stance]", "columns: [actor, remark]"),
            }
        case _:
            pass
    return {file: text}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def built(
    name: str, made: str, changes: dict[str, str | bytes | None], folder: Path, cache: Path, lengths: str = "standard"
) -> Path:
    """Build a sample with a long word in it."""
    write(folder, {**mended(name, made, changes)})
    spec = folder / SPEC
    spec.write_text(spec.read_text("utf-8").replace("lengths: [one-page, short]", f"lengths: [{lengths}]"))
    build((), output=folder / "out", root=folder, cache_folder=cache)
    return folder / "out" / "small"


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield the characters of a page with their boxes: left, bottom, right, top."""
    text = page.get_textpage()
    for n in range(text.count_chars()):
        character = text.get_text_range(n, 1)
        if character.strip():
            yield character, text.get_charbox(n)


@pytest.mark.parametrize(("name", "made", "changes"), PLACES, ids=[p[0] for p in PLACES])
def test_the_longest_word_is_broken_within_the_page(
    name: str, made: str, changes: dict[str, str | bytes | None], tmp_path: Path, cache: Path
) -> None:
    out = built(name, made, changes, tmp_path, cache)
    document = pypdfium2.PdfDocument(out / "small-standard.pdf")
    said = ""
    for page in document:
        width, height = page.get_size()
        for character, (left, bottom, right, top) in letters(page):
            said += character
            assert MARGIN <= left <= right <= width - MARGIN, character
            assert MARGIN <= bottom <= top <= height - MARGIN, character
    if name != "Short":  # pages set the long text
        assert made in re.sub(r"[-\u00ad]", "", said)
    slides = Presentation(str(out / "small-standard.pptx")).slides
    texts = "".join(t.text or "" for s in slides for t in s._element.iter() if t.tag.endswith("}t"))
    notes = "".join(s.notes_slide.notes_text_frame.text for s in slides)
    if name not in ("Lane", "Headline", "Bar", "Figure", "Category"):  # a figure that no slide has room for gives way
        assert made in texts + notes


def test_a_text_that_no_slide_can_hold_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, changed(SECTION, "Nothing is decided.", word(2000, "Outlook")))
    with pytest.raises(InputError) as caught:
        build((), output=tmp_path / "out", root=tmp_path)
    assert all(d.code == "BG502" and d.file == SPEC and d.line for d in caught.value.diagnostics)
    assert not (tmp_path / "out").exists()


@pytest.mark.judge
@pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1")
@pytest.mark.parametrize(("name", "made", "changes"), PLACES, ids=[p[0] for p in PLACES])
def test_no_long_word_leaves_its_box_in_a_real_viewer(
    name: str, made: str, changes: dict[str, str | bytes | None], tmp_path: Path, cache: Path
) -> None:
    decks = sorted(built(name, made, changes, tmp_path, cache, "one-page, standard").glob("*.pptx"))
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "judges" / "overflow.py", *decks], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
