"""Whatever the content, every statement has a slide, every text its room, every headline a form of its own."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.model.document import Document
from briefgen.model.report import Kind
from briefgen.render.pptx import places
from briefgen.render.pptx.boxes import Box
from briefgen.render.pptx.deck import Chart, Deck, Drawing, Key, Table, TextBox
from briefgen.render.pptx.measure import height, ruler
from briefgen.render.pptx.parted import CAPACITY, Left, parts
from briefgen.render.pptx.template import layouts
from tests.support import documents
from tests.support.decks import FONTS, THEMES, planned, theme

from .samples import decks, statement

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
APART = 0.5
"""Points by which boxes may reach into each other."""


def cover(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    tall = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > APART and tall > APART


def crowded(deck: Deck, name: str) -> list[str]:
    """Return the texts that take more room than they have, and the shapes that stand on others."""
    using, found = ruler(theme(name), FONTS), []
    for n, slide in enumerate(deck.slides, 1):
        texts = [s for s in slide.shapes if isinstance(s, TextBox)]
        for one in texts:
            need = height(one.paragraphs, using, one.box.w)
            if need > one.box.h + APART and one.slot not in ("title", "running"):
                found.append(f"{n} {slide.layout} {one.slot}: {need:.0f} of {one.box.h:.0f} pt")
        solid = [s for s in slide.shapes if isinstance(s, TextBox | Chart | Drawing | Table | Key)]
        found += [
            f"{n} {slide.layout}: {one.name} on {other.name}"
            for one, other in combinations(solid, 2)
            if cover(one.box, other.box) and not {"Headline", "Number"} & {one.name, other.name}
        ]
    return found


@pytest.mark.parametrize("name", THEMES)
@FEW
@given(document=decks())
def test_all_statements_have_a_slide_and_all_texts_room(name: str, document: Document) -> None:
    deck, known = planned(document, name), layouts(theme(name))
    assert not deck.problems
    assert set(places(deck)) == set(document.units)
    assert len({s.headline for s in deck.slides}) == len(deck.slides)
    assert all(
        known[slide.layout].slot(shape.slot)
        for slide in deck.slides
        for shape in slide.shapes
        if isinstance(shape, TextBox | Chart | Table)
    )
    assert not crowded(deck, name)


@FEW
@given(document=decks())
def test_no_statement_is_shown_twice(document: Document) -> None:
    slides = [s for s in planned(document).slides if s.layout not in ("title", "summary", "closing")]
    shown = [u for s in slides for u in s.units]
    assert len(shown) == len(set(shown))


def test_a_text_set_too_large_is_found() -> None:
    deck = planned(documents.standard())
    slide = next(s for s in deck.slides if s.layout == "statements")
    large = tuple(
        replace(s, paragraphs=tuple(replace(p, size=3 * p.size) for p in s.paragraphs)) if isinstance(s, TextBox) else s
        for s in slide.shapes
    )
    assert crowded(replace(deck, slides=(replace(slide, shapes=large),)), "chancery")
    assert not crowded(deck, "chancery")


@given(st.lists(st.integers(1, 12), max_size=12), st.integers(0, 12))
def test_what_a_figure_leaves_of_its_point_stands_after_it(counts: list[int], figure: int) -> None:
    some = tuple(statement(k, 60, 120, led=False, kind=Kind.FACT, value=None) for k in range(12))
    left = [
        Left(place=n, point=f"p{n}", headline=f"Point {n}", statements=some[:count], rest=n == figure)
        for n, count in enumerate(counts)
    ]
    for part in parts(left):
        inside = [one.place for one in (*part.points, *((part.guest,) if part.guest else ())) if one.rest]
        assert all(part.place >= place for place in inside)


@given(st.lists(st.integers(1, 12), max_size=12))
def test_every_statement_is_in_one_part_and_no_part_is_too_large(counts: list[int]) -> None:
    left, number = [], 0
    for place, count in enumerate(counts):
        some = tuple(statement(number + k, 60, 120, led=False, kind=Kind.FACT, value=None) for k in range(count))
        left.append(Left(place=place, point=f"p{place}", headline=f"Point {place}", statements=some))
        number += count
    found = parts(left)
    units = [s.unit for p in found for one in (*p.points, *((p.guest,) if p.guest else ())) for s in one.statements]
    assert sorted(units) == sorted(s.unit for one in left for s in one.statements)
    assert all(p.count <= CAPACITY for p in found)
    assert [p.place for p in found] == sorted(p.place for p in found)
    lonely = [p for p in found if p.count == 1]
    assert len(lonely) <= 1
    if lonely and not lonely[0].points[0].rest:  # no other slide of one point has room
        assert not [p for p in found if 2 < p.count < 4 and len(p.points) == 1 and not p.guest]
