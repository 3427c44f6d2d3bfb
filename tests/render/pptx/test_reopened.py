"""A deck opened and edited by another program is whole again: a number, a title, a slide taken out."""

import io

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.presentation import Presentation as Deck

from briefgen.preflight.package import Package
from briefgen.preflight.pptx import check
from tests.support import decks, documents
from tests.support.houses import dressed, written

MADE = {"own": decks.standard, "house": lambda: written(documents.standard(), dressed("corporate"))}


@pytest.mark.parametrize("name", MADE)
def test_an_edited_deck_is_whole(name: str) -> None:
    deck = Presentation(io.BytesIO(MADE[name]()))
    chart = next(s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)
    numbers = CategoryChartData()
    numbers.categories = list(chart.plots[0].categories)
    for series in chart.plots[0].series:
        numbers.add_series(series.name, [None if v is None else v + 1 for v in series.values])
    before = [tuple(s.values) for s in chart.plots[0].series]
    chart.replace_data(numbers)
    deck.slides[3].shapes.title.text_frame.text = "Another finding"
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    removed(deck, 2)
    data = saved(deck)
    again = Presentation(io.BytesIO(data))
    assert [s.shapes.title.text_frame.text for s in again.slides] == [*titles[:2], *titles[3:]]
    after = next(s.chart for slide in again.slides for s in slide.shapes if s.has_chart).plots[0].series
    assert [tuple(s.values) for s in after] != before
    assert [d.message for d in check(data) if d.code in ("BG851", "BG852", "BG853", "BG856")] == []
    assert len(Package(data).slides) == len(titles) - 1


def removed(deck: Deck, number: int) -> None:
    """Take a slide out as programs do: its id and what leads to it."""
    listed = deck.slides._sldIdLst
    one = listed[number]
    for section in [e for e in deck._element.iter() if e.tag.endswith("}sldId") and e is not one]:
        if section.get("id") == one.get("id"):
            section.getparent().remove(section)
    deck.part.drop_rel(one.rId)
    listed.remove(one)


def saved(deck: Deck) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()
