"""Single figures: from the same scenes, with their words, in files that need nothing else."""

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import page as validator
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from briefgen.build.single import draw
from briefgen.errors import InputError
from tests.support.project import ROOT, copy, run

SVG = "{http://www.w3.org/2000/svg}"
SHOWN = ("stances", "dates", "trade")
HEADLINES = {
    "stances": "Four Central Asian states take a conciliatory line; Tajikistan does not",
    "dates": "Moscow gathered assurances and withheld formal recognition",
    "trade": "Russian exports far exceed imports, and both are small",
}


def drawn(output: Path, *names: str, root: Path = ROOT, formats: tuple[str, ...] = ("svg", "png", "pdf")) -> Path:
    """Draw figures of the shipped brief, and return their folder."""
    spec = root / "briefs" / "policy-makers.yaml"
    cache = output / "cache"
    settings = {"width_mm": 120.0, "dpi": 72, "root": root, "cache_folder": cache, "epoch": None}
    done = draw(spec, names, formats=formats, output=output, **settings)  # type: ignore[arg-type]
    folder = output / "policy-makers" / "figures"
    assert sorted(done.files) == sorted(folder.iterdir())
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(tmp_path_factory.mktemp("figures"))


def said(file: Path) -> str:
    """Return the text of an SVG as it is read."""
    root = ElementTree.parse(file).getroot()
    spans = ["".join(s.itertext()) for s in root.iter(f"{SVG}tspan")]
    return " ".join(spans)


def test_a_brief_s_own_figures_are_drawn(folder: Path) -> None:
    (named,) = re.findall(r"(?m)^  - figures: \[(.*)\]", (ROOT / "briefs" / "policy-makers.yaml").read_text("utf-8"))
    names = named.split(", ")
    assert set(SHOWN) <= set(names)
    assert sorted(f.name for f in folder.iterdir()) == sorted(f"{n}.{k}" for n in names for k in ("svg", "png", "pdf"))


@pytest.mark.parametrize("name", SHOWN)
def test_an_svg_has_all_its_words_as_text_and_title_and_description(folder: Path, name: str) -> None:
    root = ElementTree.parse(folder / f"{name}.svg").getroot()
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == HEADLINES[name]
    assert description is not None
    assert len(description.text or "") > 60
    assert root.get("role") == "img"
    text = said(folder / f"{name}.svg")
    assert HEADLINES[name] in text
    assert "As of 14 November 2021." in text
    assert "Example Institute, “Russia and the Taliban takeover”." in text
    assert "TLP:CLEAR" in text


def test_an_svg_needs_nothing_else(folder: Path) -> None:
    text = (folder / "stances.svg").read_text("utf-8")
    assert re.findall(r'(?:href|src)="?(?!data:)[^"]*"', text) == []
    assert re.findall(r'url\("(?!data:)', text) == []
    assert text.count("http") == 1  # the namespace


@pytest.mark.parametrize("name", SHOWN)
def test_its_fonts_have_every_glyph_that_they_set(folder: Path, name: str) -> None:
    text = (folder / f"{name}.svg").read_text("utf-8")
    faces = dict(re.findall(r"@font-face{font-family:(f\d).*?base64,([^\"]+)", text))
    root = ElementTree.fromstring(text)
    seen = set()
    for label in root.iter(f"{SVG}text"):
        known = TTFont(io.BytesIO(base64.b64decode(faces[label.get("class", "")]))).getBestCmap()
        characters = {ord(c) for span in label.iter(f"{SVG}tspan") for c in span.text or ""}
        assert characters <= set(known)
        seen.add(label.get("class"))
    assert seen == set(faces)


def test_a_png_is_as_large_as_it_says(folder: Path) -> None:
    for name in SHOWN:
        with Image.open(folder / f"{name}.png") as image:
            assert image.width == round(120 / 25.4 * 72)
            assert round(image.info["dpi"][0]) == 72
            assert "Software" not in image.info


@pytest.mark.parametrize("name", SHOWN)
def test_a_pdf_is_tagged_and_its_words_are_text(folder: Path, name: str) -> None:
    file = folder / f"{name}.pdf"
    for profile in ("ua1", "2a"):
        assert "no failures" in str(validator.validate_pdf(str(file), profile=profile))
    with pikepdf.open(file) as pdf:
        assert str(pdf.docinfo["/Title"]) == HEADLINES[name]
        kinds = [str(o["/S"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
        assert kinds.count("/Figure") == 1
        assert kinds.count("/P") >= 4


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = drawn(tmp_path, "trade")
    for kind in ("svg", "png", "pdf"):
        assert (again / f"trade.{kind}").read_bytes() == (folder / f"trade.{kind}").read_bytes()


def test_figures_that_the_brief_does_not_show_are_drawn_when_named(tmp_path: Path) -> None:
    folder = drawn(tmp_path, "works-cited", "seats", "works-cited", formats=("svg",))
    assert sorted(f.name for f in folder.iterdir()) == ["seats.svg", "works-cited.svg"]
    assert "“Other” joins Reports, Talks and Chapters." in said(folder / "works-cited.svg")


@pytest.mark.parametrize(
    ("name", "words", "hint"),
    [
        ("tradd", "the report has no figure 'tradd'", "did you mean 'trade'?"),
        ("zzz", "the report has no figure 'zzz'", "figures of the report: stances"),
        ("partners", "'partners' is a table", "build a brief"),
    ],
)
def test_what_is_no_figure_is_told(tmp_path: Path, name: str, words: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(tmp_path, name)
    (found,) = caught.value.diagnostics
    assert found.code == "BG915"
    assert words in found.message
    assert hint in (found.hint or "")
    assert not (tmp_path / "policy-makers").exists()


def test_a_brief_without_figures_names_those_of_its_report(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    spec = root / "briefs" / "policy-makers.yaml"
    spec.write_text(re.sub(r"(?m)^ *- figures: .*\n", "", spec.read_text("utf-8")), "utf-8")
    with pytest.raises(InputError) as caught:
        drawn(tmp_path, root=root)
    (found,) = caught.value.diagnostics
    assert (found.code, found.message) == ("BG915", "brief 'policy-makers' shows no figure")
    assert "stances, dates, trade" in (found.hint or "")


def test_a_figure_s_fault_is_told_where_the_figure_is_written(tmp_path: Path) -> None:
    root = copy(tmp_path / "p")
    data = root / "reports" / "russia-taliban-takeover" / "figures.yaml"
    text = data.read_text("utf-8")
    data.write_text(text.replace("{value: opposes, label: opposes", "{value: opposed, label: opposes"), "utf-8")
    assert data.read_text("utf-8") != text
    with pytest.raises(InputError) as caught:
        drawn(tmp_path, "lines", root=root)
    (found,) = caught.value.diagnostics
    assert found.file == "reports/russia-taliban-takeover/figures.yaml"
    assert found.line is not None


def test_the_verb_prints_what_it_wrote(tmp_path: Path) -> None:
    done = run("figures", "policy-makers", "trade", "--width", 90, "-o", tmp_path, "--cache-dir", tmp_path / "c")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path / 'policy-makers' / 'figures' / 'trade.svg'}\n"
    assert run("figures", "policy-makers", "--width", 10).returncode == 2
