"""The shipped brief in all four lengths, both themes and on both sheets: the pages promised, and full ones."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from briefgen import compose
from briefgen.build.brief import composed, material_of
from briefgen.build.inputs import gather
from briefgen.compose.shortfall import FILL_PROMISED
from briefgen.model.spec import LENGTHS, Format, Length, Sheet
from briefgen.render.pdf.boxes import Words
from briefgen.render.pdf.inside import spoken
from tests.render.pdf.samples import theme
from tests.support.project import POLICY_MAKERS, ROOT, in_ci

Fits = list[tuple[Length, compose.Fitted, Any]]


pytestmark = in_ci


@pytest.fixture(scope="module", params=[(n, s) for n in ("chancery", "meridian") for s in Sheet], ids=str)
def fits(request: pytest.FixtureRequest) -> Fits:
    name, sheet = request.param
    (found,), _ = gather((ROOT / POLICY_MAKERS,), root=ROOT, lengths=(), formats=(), cache=None, epoch=None)
    spec = replace(found.spec, lengths=LENGTHS, page=sheet)
    inputs = replace(found, spec=spec, theme=theme(name), lengths=LENGTHS)
    material, floor, out = material_of(inputs), None, []
    for length in LENGTHS:
        fitted, layout = composed(material, inputs, length, Format.PDF, floor)
        out.append((length, fitted, layout))
        floor = fitted.selection
    return out


def test_each_length_keeps_to_its_pages_and_fills_those_it_promises(fits: Fits) -> None:
    for length, fitted, layout in fits:
        assert layout.fits
        assert len(layout.pages) == length.pages if length.exact else len(layout.pages) <= length.pages
        assert not length.exact or min(layout.fills) >= FILL_PROMISED
        assert set(layout.places()) == set(fitted.document.units)
        assert fitted.selection.figures
        assert fitted.selection.judgements >= 3


def test_no_words_are_wider_than_their_column_and_nothing_reaches_below_its_page(fits: Fits) -> None:
    for _, _, layout in fits:
        for words in shown(layout):
            widest = max(
                line.width + (words.setting.indent if n == 0 else 0.0) for n, line in enumerate(words.setting.lines)
            )
            assert widest <= words.setting.width + 0.01
            assert words.x >= -0.01
            assert words.x + words.setting.width <= layout.grid.width + 0.01
        for number, page in enumerate(layout.pages):
            stretch, y = layout.stretch(number), 0.0
            for part in page.slices:
                y += part.gap * stretch
                assert y + part.reach <= layout.sheet.height - (0.0 if page.apart else page.foot) + 0.01
                y += part.height
            assert y + page.tail + page.foot <= layout.sheet.height + 0.01


def shown(layout: Any) -> Iterator[Words]:
    for one in layout.boxes:
        yield from spoken(one)
