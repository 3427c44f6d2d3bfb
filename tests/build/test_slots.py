"""A brief with slots and words of its own, from its YAML to manifest, trace, pages and slides."""

import io
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation

from briefgen.build import build, why
from briefgen.preflight import trace
from tests.read.sample import FILES, write

SPEC = "briefs/small.yaml"
CONTENT = """\
content:
  - bottom-line: judged
  - key-judgements: [talks, line]
  - sections: [main]
  - outlook: [neutral]
  - sources
replace:
  talks: {lead: Promises came first, text: The Taliban promised calm., short: Calm was promised.}
  line: {lead: No recognition}
  neutral:
    text: Moscow might well turn neutral.
    short: Moscow might turn neutral.
    hedge: {here: might}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("slots")
    text = FILES[SPEC]
    write(root, {SPEC: text[: text.index("content:")] + CONTENT})
    build((), output=root / "out", root=root, cache_folder=None)
    return root / "out" / "small"


def artifact(project: Path, name: str) -> bytes:
    return (project / f"small-{name}").read_bytes()


def entry(project: Path, name: str) -> dict[str, Any]:
    found = json.loads((project / "manifest.json").read_text("utf-8"))["artifacts"]
    return next(a for a in found if a["file"] == f"small-{name}")


@pytest.mark.parametrize("name", ["one-page.pdf", "one-page.pptx", "short.pdf", "short.pptx"])
def test_manifest_and_trace_hold_what_named_and_replaced_units_rest_on(project: Path, name: str) -> None:
    record = trace.read(artifact(project, name))
    assert record is not None
    by = {u.id: u for u in record.units}
    assert list(by) == list(entry(project, name)["statements"])
    assert set(by) == {"judged", "talks", "line", "neutral"}
    assert (by["talks"].paragraphs, by["talks"].references) == (("s1.p1",), ("interfax-2021",))
    assert by["judged"].references == ("self-2021",)
    assert all(u.at for u in record.units)
    assert entry(project, name)["events"] == ["e1"]
    assert set(entry(project, name)["references"]) == {"self-2021", "interfax-2021"}
    assert entry(project, name)["left_out"] == []


def test_the_pages_say_the_words_of_the_brief_and_call_the_notes_of_the_report(project: Path) -> None:
    pdf = pypdfium2.PdfDocument(artifact(project, "one-page.pdf"))
    text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "Promises came first. The Taliban promised calm." in text
    assert "Moscow might well turn neutral." in text
    assert "promised calm on 8 July" not in text
    assert "Interfax, 8 Jul 2021" in text


def test_the_slide_and_its_notes_say_the_words_of_the_brief(project: Path) -> None:
    (slide,) = Presentation(io.BytesIO(artifact(project, "one-page.pptx"))).slides
    shown = "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
    assert "Promises came first" in shown
    assert "The Taliban promised calm." in shown  # in full, since there is room
    assert "promised calm on 8 July" not in shown
    spoken = slide.notes_slide.notes_text_frame.text
    assert "The Taliban promised calm.[" in spoken
    assert "“might”" in spoken
    assert "¶ s1.p1" in spoken


def test_why_names_the_slot(project: Path) -> None:
    root = project.parents[1]
    lines = why(root / SPEC, "talks", root=root, cache_folder=None)
    assert {line.partition(": ")[2] for line in lines} == {"in: 1 of 2 in the key judgements, the content names it"}
    assert why(root / SPEC, "later", root=root, cache_folder=None)[0] == (
        "one-page pdf: out: the content asks for fewer of its kind, or names others"
    )
