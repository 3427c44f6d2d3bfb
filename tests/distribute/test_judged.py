"""Marked copies of the shipped brief, in each theme and on each sheet, before every judge."""

import os
import re
from pathlib import Path

import pytest

from briefgen.distribute import deckmark, pdfmark
from briefgen.resources import asset
from briefgen.typeset import fonts
from tests.support.project import build, copy
from tests.test_judges import JUDGES, ask, loose_fonts, open_xml, overflow, poppler, qpdf, rejected

from .support import FONT, MARGIN, SIDE

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]
WIDEST = asset("fonts", "LiberationSans-Regular.ttf")
"""As wide as Arial, which the wider of both decks has."""
NAME = "Łukasz Żółkowski and Анна Ёлкина · exemplaire 1234"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    top = tmp_path_factory.mktemp("marked")
    project = copy(top / "project")
    (spec,) = (project / "briefs").glob("policy-makers.yaml")
    text = spec.read_text("utf-8")
    for theme, sheet in (("chancery", "A4"), ("meridian", "Letter")):
        dressed = re.sub("(?m)^theme: .*", f"theme: {theme}", text).replace("page: A4", f"page: {sheet}")
        lengths = re.sub("(?m)^lengths: .*", "lengths: {one-page: , wide: {pages: 5, slides: 12}}", dressed)
        spec.with_name(f"{theme}.yaml").write_text(lengths, "utf-8")
    for other in (project / "briefs").glob("*.yaml"):
        if other.stem not in ("chancery", "meridian"):
            other.unlink()
    build(output=top / "out", cache=top / "cache", folder=project)
    made = []
    for path in sorted((top / "out").rglob("*.p*")):
        data, into = path.read_bytes(), path.with_name(f"marked-{path.name}")
        if path.suffix == ".pdf":
            base = pdfmark.prepare(data, MARGIN)
            into.write_bytes(base.data + pdfmark.update(base, NAME, FONT))
        else:
            wide = fonts.width(WIDEST, NAME, SIDE.size)
            into.write_bytes(deckmark.marked(deckmark.prepare(data, SIDE), NAME, wide))
        made.append(into)
    assert len(made) == 8
    return tuple(made)


def of(copies: tuple[Path, ...], kind: str) -> list[Path]:
    return [p for p in copies if p.suffix == kind]


def test_marked_pdfs_are_accessible_and_archival(copies: tuple[Path, ...]) -> None:
    said = ask(JUDGES / "verapdf", "PDFUA-1,PDFA-2A", *of(copies, ".pdf"))
    assert said.count("\tpass\t") == 8, said


@pytest.mark.parametrize("judge", [qpdf, poppler, loose_fonts])
def test_marked_pdfs_are_well_formed(copies: tuple[Path, ...], judge) -> None:
    assert not rejected(judge, of(copies, ".pdf"))


@pytest.mark.parametrize("judge", [open_xml, overflow])
def test_marked_decks_are_what_powerpoint_allows(copies: tuple[Path, ...], judge) -> None:
    assert not rejected(judge, of(copies, ".pptx"))
