"""The shipped brief as text: documents, pages, deck plans. A difference here is read before it is accepted."""

from collections.abc import Callable
from typing import Any

import pytest

from briefgen import compose
from briefgen.build.brief import composed, material_of
from briefgen.build.inputs import gather
from briefgen.model.spec import Format
from briefgen.render import pptx
from tests.support import dumps
from tests.support.project import POLICY_MAKERS, ROOT

Golden = Callable[[str, str], None]
Results = dict[tuple[str, str], tuple[compose.Fitted, Any]]


@pytest.fixture(scope="module")
def results() -> Results:
    (inputs,), _ = gather(
        (ROOT / POLICY_MAKERS,), root=ROOT, lengths=("one-page", "short"), formats=(), cache=None, epoch=None
    )
    material = material_of(inputs)
    out: Results = {}
    for format_ in (Format.PDF, Format.PPTX):
        floor = None
        for length in inputs.lengths:
            fitted, layout = composed(material, inputs, length, format_, floor)
            out[length.name, format_.value] = fitted, layout
            floor = fitted.selection
    return out


@pytest.mark.parametrize("length", ["one-page", "short"])
@pytest.mark.parametrize("format_", ["pdf", "pptx"])
def test_the_document_says_what_it_said(results: Results, golden: Golden, length: str, format_: str) -> None:
    golden(f"policy-makers-{length}-{format_}.document.txt", dumps.document(results[length, format_][0].document))


@pytest.mark.parametrize("length", ["one-page", "short"])
def test_the_pages_break_where_they_broke(results: Results, golden: Golden, length: str) -> None:
    golden(f"policy-makers-{length}.pages.txt", dumps.pages(results[length, "pdf"][1]))


@pytest.mark.parametrize("length", ["one-page", "short"])
def test_the_deck_is_planned_as_it_was(results: Results, golden: Golden, length: str) -> None:
    golden(f"policy-makers-{length}.deck.txt", pptx.dump(results[length, "pptx"][1]))


def test_every_text_that_is_selected_stands_on_the_pages(results: Results) -> None:
    for (_, format_), (fitted, layout) in results.items():
        if format_ == "pdf":
            assert set(layout.places()) >= set(fitted.document.units)


def test_every_unit_stands_on_a_slide(results: Results) -> None:
    for (_, format_), (fitted, layout) in results.items():
        if format_ == "pptx":
            assert set(pptx.places(layout)) >= set(fitted.document.units)
