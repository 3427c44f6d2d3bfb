"""The shipped brief in its full length, read from the files alone."""

import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pptx
import pytest

from briefgen.build import build
from tests.support.project import copy, in_ci

pytestmark = in_ci


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("project") / "p")
    spec = root / "briefs" / "policy-makers.yaml"
    spec.write_text(re.sub("(?m)^lengths: .*", "lengths: [full]", spec.read_text("utf-8")), "utf-8")
    build((spec,), output=root / "out", root=root, cache_folder=root / "cache")
    return root / "out" / "policy-makers"


@pytest.fixture(scope="module")
def artifacts(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {a["format"]: a for a in found["artifacts"]}


@pytest.fixture(scope="module")
def file(folder: Path) -> Any:
    with pikepdf.open(folder / "policy-makers-full.pdf") as opened:
        yield opened


def elements(node: Any) -> list[tuple[str, Any]]:
    kids = node.get("/K", [])
    out = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            out += [(str(kid.S)[1:], kid), *elements(kid)]
    return out


def first_page(element: Any) -> Any:
    """Return the page on which an element begins."""
    return element.Pg if "/Pg" in element else next(e.Pg for _, e in elements(element) if "/Pg" in e)


def test_the_full_length_keeps_its_budgets_with_all_its_parts(artifacts: dict[str, dict[str, Any]]) -> None:
    assert artifacts["pdf"]["pages"] <= 16
    assert artifacts["pptx"]["slides"] <= 30
    assert len(artifacts["pdf"]["statements"]) > 100


def test_every_line_of_the_contents_leads_to_the_page_that_it_prints(file: Any) -> None:
    numbers = {p.obj.objgen: n for n, p in enumerate(file.pages, 1)}
    tree = elements(file.Root.StructTreeRoot)
    wanted, printed = [], []
    for name, entry in tree:
        if name == "TOCI":
            link = next(e for n, e in elements(entry) if n == "Link")  # those of nested entries follow
            (annotation,) = (k.Obj for k in link.K if isinstance(k, pikepdf.Dictionary))
            wanted.append(numbers[annotation.Dest[0].objgen])
            match = re.search(r", Page (\d+) of (\d+)$", str(annotation.Contents))
            assert match is not None
            assert int(match[2]) == len(file.pages)
            printed.append(int(match[1]))
    assert wanted == printed
    outer, all_ = ([numbers[first_page(e).objgen] for n, e in tree if n in some] for some in (("H2",), ("H2", "H3")))
    figures = [numbers[first_page(e).objgen] for n, e in tree if n in ("Figure", "Table")]
    parts = len(wanted) - len(figures)
    # before them stand the key judgements and the contents; nested sections are listed where page one holds them
    assert wanted[:parts] in (outer[-parts:], all_[-parts:])
    assert parts >= len(outer) - 2
    assert figures == wanted[parts:]


def test_every_work_that_is_cited_is_listed_once(file: Any, artifacts: dict[str, dict[str, Any]]) -> None:
    lists = [e for n, e in elements(file.Root.StructTreeRoot) if n == "L"]
    works = set(artifacts["pdf"]["references"])
    assert len(lists[-1].K) == len(works) > 60


def test_the_deck_ends_with_method_and_sources(folder: Path, artifacts: dict[str, dict[str, Any]]) -> None:
    *_, method, sources = pptx.Presentation(str(folder / "policy-makers-full.pptx")).slides
    assert "scale of likelihood" in method.shapes.title.text
    said = method.notes_slide.notes_text_frame.text
    shown = len(set(artifacts["pptx"]["statements"]))
    assert f" {shown} of " in said
    assert re.search(r"edition [0-9a-f]{12}\.", said)
    notes = sources.notes_slide.notes_text_frame.text
    assert notes.count("\n[") >= len(artifacts["pptx"]["references"]) - 1
