"""Lengths that cannot hold what a shorter one shows lower it; no other length is touched."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import compose
from briefgen.compose.assemble import Material
from briefgen.compose.cite import source_of
from briefgen.compose.search import Fitted
from briefgen.errors import InputError
from briefgen.model.document import Document, statements
from briefgen.model.inline import Text, plain
from briefgen.model.report import Report, Unit
from briefgen.model.spec import ONE_PAGE, SHORT, STANDARD, BriefSpec, Length
from tests.support.reports import report, spec, unit

LENGTHS = (ONE_PAGE, SHORT, STANDARD)


def material(some: Report, wanted: BriefSpec) -> Material:
    candidates = compose.select(some, wanted)
    return Material(report=some, spec=wanted, candidates=candidates, figures={}, source=source_of(some))


def told(name: str, words: int, **fields: object) -> Unit:
    return unit(name, text=(Text(text=" ".join(["word"] * words)),), short="Short.", **fields)


class Steps:
    """A ladder over a measure in words: short texts on one page, full texts in longer lengths; what was fitted."""

    def __init__(self, found: Material, pages: dict[str, int]) -> None:
        self.material, self.pages, self.fitted = found, pages, list[str]()

    def measure(self, document: Document) -> compose.Room:
        shown = statements(document.blocks)
        short = not document.length.prose
        words = sum(len((s.short if short else plain(s.text)).split()) for s in shown)
        there = self.pages[document.length.name]
        return compose.Room(fits=words <= there, roomy=True, needed=words, there=there, fills=(1.0,))

    def fit(self, length: Length, floor: compose.Selection | None, ceiling: compose.Selection | None) -> compose.Fitted:
        self.fitted.append(length.name)
        return compose.fit_pages(self.material, length, floor, self.measure, ceiling)

    def part(
        self, length: Length, base: compose.Selection | None, floor: compose.Selection
    ) -> compose.Selection | None:
        return compose.part(self.material, length, base, floor, self.measure, slides=False)

    def climb(self, count: int = len(LENGTHS)) -> tuple[Fitted, ...]:
        return compose.ladder(LENGTHS, count, self.fit, self.part)


HEAVY = (told("heavy", 90, rank=99), told("b", 10, rank=60), told("c", 10, rank=50), told("d", 10, rank=40))
# the slots of the report have 63 words in full and 21 in short; each of these has one in short


def bodies(steps: tuple[Fitted, ...]) -> list[tuple[str, ...]]:
    return [s.selection.body for s in steps]


def test_where_all_hold_each_length_is_fitted_once() -> None:
    steps = Steps(material(report(*HEAVY), spec()), {"one-page": 24, "short": 200, "standard": 400})
    assert bodies(steps.climb()) == [("heavy", "b", "c"), ("heavy", "b", "c", "d"), ("heavy", "b", "c", "d")]
    assert steps.fitted == ["one-page", "short", "standard"]


def test_a_page_of_short_texts_shows_no_unit_that_two_pages_cannot_tell_in_full() -> None:
    steps = Steps(material(report(*HEAVY), spec()), {"one-page": 24, "short": 90, "standard": 400})
    one, short, standard = steps.climb()
    assert bodies((one, short)) == [("b", "c"), ("b", "c")]
    assert set(standard.selection.body) == {"heavy", "b", "c", "d"}
    assert dict(one.left_out)["heavy"] == "a longer length has no room for it"


def test_only_the_lengths_that_are_too_full_are_lowered() -> None:
    steps = Steps(material(report(*HEAVY), spec()), {"one-page": 22, "short": 170, "standard": 160})
    one, short, standard = steps.climb()
    assert bodies((one, short, standard)) == [("heavy",), ("heavy",), ("heavy",)]
    assert steps.fitted.count("one-page") == 1


def test_a_length_built_alone_is_as_it_stands_in_the_whole_ladder() -> None:
    for short in (200, 90):
        pages = {"one-page": 24, "short": short, "standard": 400}
        whole = Steps(material(report(*HEAVY), spec()), pages).climb()
        assert Steps(material(report(*HEAVY), spec()), pages).climb(1) == whole[:1]


def test_a_length_that_holds_nothing_is_told_where_it_is_asked_for_and_spoils_no_other() -> None:
    steps = Steps(material(report(*HEAVY), spec()), {"one-page": 24, "short": 40, "standard": 400})
    with pytest.raises(InputError, match=r"BG502\] short: what must stand does not fit"):
        steps.climb()
    assert bodies(steps.climb(1)) == [("heavy", "b", "c")]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 80), st.integers(0, 100), st.integers(0, 8)), max_size=9),
    st.tuples(st.integers(20, 60), st.integers(63, 200), st.integers(63, 300)),
)
def test_lengths_nest_whatever_they_hold(some: list[tuple[int, int, int]], room: tuple[int, int, int]) -> None:
    units = [
        told(f"u{n}", words, rank=rank, needs=(f"u{need}",) if need < n else ())
        for n, (words, rank, need) in enumerate(some)
    ]
    pages = dict(zip((one.name for one in LENGTHS), room, strict=True))
    whole = Steps(material(report(*units), spec()), pages).climb()
    for shorter, longer in pairwise(whole):
        assert set(shorter.document.units) <= set(longer.document.units)
    for step in whole:
        assert step.room.fits
    for count in (1, 2):
        assert Steps(material(report(*units), spec()), pages).climb(count) == whole[:count]
