"""The verb `template`: the deck's template for designers, and what a house's own gives."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from briefgen.cli.main import cli
from briefgen.errors import InputError
from briefgen.render.pptx.template import layouts
from tests.support.decks import theme
from tests.support.houses import awkward, library


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, ["template", *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_it_writes_master_and_layouts_without_slides_and_the_same_bytes_again(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pptx", tmp_path / "b.pptx"
    assert run("chancery", "-o", str(first)) == f"wrote {first}\n"
    run("chancery", "-o", str(second))
    assert first.read_bytes() == second.read_bytes()
    deck = Presentation(io.BytesIO(first.read_bytes()))
    assert len(deck.slides) == 0
    assert [one.name for one in deck.slide_layouts] == [one.title for one in layouts(theme()).values()]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a template is a \.pptx"):
        run("chancery", "-o", str(tmp_path / "a.potx"))


def test_it_tells_what_a_house_gives(tmp_path: Path) -> None:
    file = tmp_path / "house.pptx"
    file.write_bytes(library())
    said = run("--inspect", str(file))
    assert "10.000 x 7.500 in, 1 masters, 11 layouts, 0 sample slides" in said
    assert "fonts: Calibri (measured with Carlito) for headlines, Calibri (measured with Carlito) for text" in said
    assert "table (Table) -> 'Title and Content', by its type\n" in said
    assert "    table -> obj 1 'Content Placeholder 2' (0.50, 1.75, 9.00 x 4.95 in, 32 pt)\n" in said
    assert "    all else: text boxes and shapes at our own places within the layout's free area\n" in said
    file.write_bytes(awkward())
    assert "title: no placeholder; a title of its own is put at our own place" in run(
        "meridian", "--inspect", str(file)
    )


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "house.pptx"
    file.write_bytes(b"nothing")
    with pytest.raises(InputError, match="BG731"):
        run("--inspect", str(file))


def test_it_does_one_thing_at_a_time(tmp_path: Path) -> None:
    runner = CliRunner()
    both = runner.invoke(cli, ["template", "--inspect", "a.pptx", "-o", "b.pptx"])
    assert (both.exit_code, "writes nothing" in both.output) == (2, True)
    assert runner.invoke(cli, ["template"]).exit_code == 2
