"""A theme with running text in two columns: read in order, notes on the page of their call, figures across."""

import re
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2
import pytest

from briefgen.build import build
from briefgen.errors import InputError
from briefgen.resources import assets
from tests.support.extracted import elements, squeezed
from tests.support.project import copy


def project(folder: Path, like: str, change: tuple[str, str] = ("", "")) -> Path:
    root = copy(folder)
    theme = (assets() / "themes" / f"{like}.yaml").read_text("utf-8").replace(f"id: {like}", "id: own")
    assert change[0] in theme
    (root / "themes").mkdir()
    (root / "themes" / "own.yaml").write_text(f"text_columns: 2\n{theme.replace(*change)}", "utf-8")
    (spec,) = (root / "briefs").iterdir()
    text = re.sub("(?m)^lengths: .*", "lengths: [short, standard]", spec.read_text("utf-8"))
    spec.write_text(re.sub("(?m)^theme: .*", "theme: own", text), "utf-8")
    return root


@pytest.fixture(scope="module", params=["chancery", "meridian"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp(request.param)
    build((), output=top / "out", root=project(top / "p", request.param), formats=("pdf",))
    return top / "out" / "policy-makers"


def apart(path: Path) -> float:
    """Return how far apart the places are at which lines of more than thirty characters begin, five lines and more."""
    found: list[float] = []
    with pypdfium2.PdfDocument(path) as file:
        for page in file:
            text = page.get_textpage()
            for n in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(n)
                if len(text.get_text_bounded(left, bottom, right, top)) > 30:
                    found.append(round(left, 1))
    common = [x for x in found if found.count(x) > 4]
    return max(common) - min(common)


def test_running_text_stands_in_two_columns_and_is_read_down_each(built: Path) -> None:
    path = built / "policy-makers-standard.pdf"
    assert apart(path) > 200
    said = [e.text for e in elements(path.read_bytes()) if e.kind == "/P"]
    whole = squeezed("Whether Taliban assurances can be believed was the central issue for Russia before 15 August")
    (paragraph,) = (text for text in said if text.startswith(whole[:40]))
    assert paragraph.startswith(whole)
    for profile in ("ua1", "2a"):
        assert "no failures" in str(validator.validate_pdf(str(path), profile=profile))


def test_notes_stand_on_the_page_that_calls_them(built: Path) -> None:
    with pikepdf.open(built / "policy-makers-standard.pdf") as file:
        for page in file.pages:
            links = [str(a.Contents) for a in page.get("/Annots", [])]
            called = {t for t in links if re.fullmatch(r"Note \d+", t)}
            noted = {t.removesuffix(" ↩") for t in links if t.endswith(" ↩")}
            assert noted <= called


def test_a_short_brief_stays_in_one_column(built: Path) -> None:
    assert apart(built / "policy-makers-short.pdf") < 200


def test_columns_too_narrow_to_read_are_told(tmp_path: Path) -> None:
    shipped = (assets() / "themes" / "chancery.yaml").read_text("utf-8")
    (line,) = re.findall(r"(?m)^  a4: .*$", shipped)
    wide = re.sub(r"left_mm: [\d.]+", "left_mm: 80", line)
    with pytest.raises(InputError) as caught:
        build((), output=tmp_path / "out", root=project(tmp_path / "p", "chancery", (line, wide)))
    assert any(d.code == "BG712" and "two columns are" in d.message for d in caught.value.diagnostics)
