"""What later phases find wrong has file, line and column, in every verb that runs them."""

from pathlib import Path

import pytest

from briefgen.build import build, why
from briefgen.errors import InputError
from tests.read.sample import FILES, changed, write

FIGURES = "reports/small/figures.yaml"
OUTSIDE = changed(FIGURES, "lon: [46, 88]", "lon: [-20, 10]")
SAID = f"{FIGURES}:2:3: error[BG652] figure `map`: Tajikistan lies outside the frame"


def test_why_places_a_figure_that_cannot_be_drawn(tmp_path: Path) -> None:
    write(tmp_path, OUTSIDE)
    with pytest.raises(InputError) as caught:
        why(tmp_path / "briefs" / "small.yaml", "talks", root=tmp_path, cache_folder=None)
    assert str(caught.value).startswith(SAID)


def test_two_processes_place_it_too(tmp_path: Path) -> None:
    write(tmp_path, OUTSIDE)
    with pytest.raises(InputError) as caught:
        build((), output=tmp_path / "out", root=tmp_path, jobs=2)
    assert str(caught.value).startswith(SAID)


def test_a_warning_of_a_drawing_has_its_line(tmp_path: Path) -> None:
    small = {"andorra": "AND", "monaco": "MCO", "malta": "MLT", "liechtenstein": "LIE", "luxembourg": "LUX"}
    actors = "".join(f"- {{id: {i}, type: state, name: {i.title()}, iso: {c}}}\n" for i, c in small.items())
    wide = changed(FIGURES, "lon: [46, 88], lat: [29, 52]", "lon: [-40, 110], lat: [-30, 75]")
    wide = {FIGURES: str(wide[FIGURES]).replace("neighbours: [russia]", f"neighbours: [russia, {', '.join(small)}]")}
    write(tmp_path, {**wide, "reports/small/actors.yaml": FILES["reports/small/actors.yaml"] + actors})
    done = build((), output=tmp_path / "out", root=tmp_path, formats=("pdf",), lengths=("short",))
    drawn = [d for d in done.warnings if d.code.startswith("BG6")]
    assert drawn
    assert {(d.file, d.line, d.column) for d in drawn} == {(FIGURES, 2, 3)}
