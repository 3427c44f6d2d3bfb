"""A page one in a measure of its own, and room given to loose boxes; positions are computed anew."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.typeset.filling import feather, fill, grown, loosened
from briefgen.typeset.pages import Box, NoteLines, Overfull, Page, Rest, Sheet, Slice, paginate

NEAR = 1e-4
LEAST = 2


class Opened(NamedTuple):
    """A document in two measures: boxes and notes as page one has them, and as later pages have them."""

    narrow: tuple[Box, ...]
    wide: tuple[Box, ...]
    few: dict[int, NoteLines]
    notes: dict[int, NoteLines]
    sheet: Sheet

    def turn(self, at: int, line: int) -> Rest:
        """Return what goes on: the rest of a text takes fewer lines, a table goes on at its row."""
        one, then = self.narrow[at], self.wide[at]
        if not line or one.repeat:
            return Rest(boxes=self.wide[at:], notes=self.notes, line=line)
        left = len(one.heights) - line
        lines = max(1, math.ceil(left * len(then.heights) / len(one.heights)))
        calls = tuple((min(n - line, lines - 1), note) for n, note in one.calls if n >= line)
        rest = replace(then, heights=then.heights[:lines], calls=calls, side=0.0)
        return Rest(boxes=(rest, *self.wide[at + 1 :]), notes=self.notes)


@st.composite
def openings(draw: st.DrawFn) -> Opened:
    """Return a document whose first box has a tall column beside it."""
    sheet = Sheet(height=draw(st.floats(200, 500)), rule=18.0, apart=draw(st.booleans()))
    narrow, wide, called = [], [], 0
    for n in range(draw(st.integers(1, 18))):
        kind = draw(st.sampled_from(["text", "text", "text", "head", "picture", "table"])) if n else "first"
        gap = draw(st.floats(0, 20)) if n else 0.0
        match kind:
            case "first":
                box = Box(
                    id="first", heights=(15.3,) * 4, split=False, side=draw(st.sampled_from([0.0, 90.0, 190.0, 300.0]))
                )
                two = box
            case "text":
                lines = draw(st.integers(1, 16))
                at = sorted(draw(st.lists(st.integers(0, lines - 1), max_size=2)))
                calls = tuple((line, called + i + 1) for i, line in enumerate(at))
                called += len(at)
                box = Box(id=f"text {n}", heights=(13.2,) * lines, before=gap, least=3, calls=calls)
                less = math.ceil(lines * 0.8)
                two = replace(box, heights=(13.2,) * less, calls=tuple((min(c, less - 1), m) for c, m in calls))
            case "head":
                box = two = Box(id=f"head {n}", heights=(17.0,), before=gap, after=4.5, keep=True, split=False)
            case "picture":
                high = draw(st.floats(20, 120))
                side = draw(st.sampled_from([0.0, 50.0, 160.0]))
                box = Box(id=f"picture {n}", heights=(high,), before=gap, split=False, grow=60.0, side=side, clear=True)
                two = box
            case _:
                rows = tuple(draw(st.lists(st.floats(10, 30), min_size=1, max_size=8)))
                box = two = Box(id=f"table {n}", heights=rows, before=gap, least=1, repeat=15.0, clear=True)
        narrow.append(box)
        wide.append(two)
    lines = {n: draw(st.sampled_from([1, 1, 2, 3])) for n in range(1, called + 1)}
    few = {n: NoteLines(lines=2 * m, leading=9.2) for n, m in lines.items()}
    notes = {n: NoteLines(lines=m, leading=9.2) for n, m in lines.items()}
    return Opened(tuple(narrow), tuple(wide), few, notes, sheet)


def broken(one: Opened, scale: float = 0.0) -> tuple[tuple[Page, ...], tuple[Box, ...], int, int]:
    """Return the pages, the boxes that they show, and the box and line at which page one ends; none if overfull."""
    ends: list[tuple[int, int]] = []

    def turn(at: int, line: int) -> Rest:
        ends.append((at, line))
        return one.turn(at, line)

    try:
        pages = paginate(one.narrow, one.few, one.sheet, scale, turn)
    except Overfull:
        return (), (), 0, 0
    if not ends:
        return pages, one.narrow, len(one.narrow), 0
    ((at, line),) = ends
    shown = one.narrow[: pages[0].slices[-1].box + 1]
    return pages, (*shown, *one.turn(at, line).boxes), at, line


def placed(page: Page, stretch: float = 1.0) -> Iterator[tuple[Slice, float]]:
    y = 0.0
    for part in page.slices:
        y += part.gap * stretch
        yield part, y
        y += part.height


@settings(max_examples=150, deadline=None)
@given(openings(), st.sampled_from([0.0, 1.0]))
def test_page_one_has_its_measure_and_the_rest_goes_on_in_the_other(one, scale):
    pages, boxes, at, line = broken(one, scale)
    if not pages:
        return
    lines = [(s.box, n) for page in pages for s in page.slices for n in range(s.start, s.stop)]
    first = [(b, n) for b in range(at) for n in range(len(one.narrow[b].heights))] + [(at, n) for n in range(line)]
    rest = one.turn(at, line) if at < len(one.narrow) else Rest(boxes=(), notes={})
    shown = len(boxes) - len(rest.boxes)
    then = [
        (shown + b, n) for b, box in enumerate(rest.boxes) for n in range(rest.line if b == 0 else 0, len(box.heights))
    ]
    assert lines == first + then
    assert all(s.box < shown for s in pages[0].slices)
    assert all(s.box >= shown for page in pages[1:] for s in page.slices)


@settings(max_examples=150, deadline=None)
@given(openings(), st.sampled_from([0.0, 1.0]))
def test_neither_the_text_with_its_notes_nor_what_stands_beside_it_is_too_high(one, scale):
    pages, boxes, _, _ = broken(one, scale)
    own = {p.note for p in pages[0].notes} if pages else set()
    for number, page in enumerate(pages):
        foot = one.sheet.rule if page.notes else 0.0
        for p in page.notes:
            measure = one.few if p.note in own else one.notes
            foot += (p.stop - p.start) * measure[p.note].leading + one.sheet.note_gap
        ends = [(top + part.height, top + part.reach) for part, top in placed(page)]
        text, side = (max(column, default=0.0) for column in zip(*ends, strict=True)) if ends else (0.0, 0.0)
        apart = one.sheet.apart and number == 0
        assert (max(text + foot, side) if apart else max(text, side) + foot) <= one.sheet.height + NEAR
        for part in page.slices:
            box = boxes[part.box]
            assert part.reach == (part.drop + box.side if box.side and not part.start else 0.0)


@settings(max_examples=150, deadline=None)
@given(openings())
def test_each_note_stands_once_and_begins_on_the_page_of_its_call(one):
    pages, boxes, _, _ = broken(one)
    own = {p.note for p in pages[0].notes} if pages else set()
    begins, seen = {}, {}
    for number, page in enumerate(pages):
        for p in page.notes:
            begins.setdefault(p.note, number)
            seen.setdefault(p.note, []).extend(range(p.start, p.stop))
    assert all(lines == list(range((one.few if n in own else one.notes)[n].lines)) for n, lines in seen.items())
    for number, page in enumerate(pages):
        for part in page.slices:
            for line, note in boxes[part.box].calls:
                if part.start <= line < part.stop:
                    assert begins[note] <= number


@settings(max_examples=150, deadline=None)
@given(openings(), st.floats(1.0, 2.0))
def test_feathering_fills_the_text_column_and_moves_nothing_beyond_the_page(one, most):
    pages, _, _, _ = broken(one)
    for page in pages:
        factor = feather(page, one.sheet, most)
        assert 1.0 <= factor <= most
        gaps = sum(s.gap for s in page.slices)
        assert page.text + (factor - 1) * gaps <= one.sheet.height + NEAR or factor == 1.0
        room = one.sheet.height if page.apart else one.sheet.height - page.foot
        assert all(top + part.reach <= room + NEAR for part, top in placed(page, factor))
        assert fill(page, one.sheet) == min(1.0, page.text / one.sheet.height)


@settings(max_examples=60, deadline=None)
@given(openings())
def test_growing_keeps_the_number_of_pages(one):
    pages, _, _, _ = broken(one)
    if not pages:
        return
    scale = grown(one.narrow, one.few, one.sheet, turn=one.turn)
    assert 0.0 <= scale <= 1.0
    assert len(broken(one, scale)[0]) <= len(pages)


@settings(max_examples=60, deadline=None)
@given(openings(), st.floats(0, 200))
def test_loose_boxes_take_the_room_that_is_left_and_no_more(one, more):
    pages, boxes, _, _ = broken(one)
    loose = [replace(b, loose=more if b.id.startswith(("first", "head")) else 0.0) for b in boxes]
    for page in pages:
        found = loosened(page, loose, one.sheet)
        gains = [two.height - part.height for part, two in zip(page.slices, found.slices, strict=True)]
        assert all(-NEAR <= gain <= loose[part.box].loose + NEAR for part, gain in zip(page.slices, gains, strict=True))
        room = max(one.sheet.height - page.used, 0.0)
        assert math.isclose(sum(gains), min(room, sum(loose[s.box].loose for s in page.slices)), abs_tol=NEAR)
        assert math.isclose(found.body - page.body, sum(gains), abs_tol=NEAR)


def test_notes_stand_under_the_text_beside_a_column_that_reaches_the_foot():
    text = Box(id="text", heights=(10.0,) * 6, side=95.0, calls=((0, 1),))
    notes = {1: NoteLines(lines=1, leading=10.0)}
    (page,) = paginate((text,), notes, Sheet(height=100, apart=True))
    assert (page.used, page.text, page.floor) == (95.0, 60.0 + page.foot, 95.0)
    with pytest.raises(Overfull, match="text"):
        paginate((text,), notes, Sheet(height=100))


def test_a_note_is_not_cut_where_only_what_stands_beside_the_text_is_too_high():
    text = Box(id="text", heights=(10.0,) * 2, split=False, side=120.0, calls=((0, 1),))
    with pytest.raises(Overfull, match="text: 120 of 100 pt"):
        paginate((text,), {1: NoteLines(lines=8, leading=10.0)}, Sheet(height=100, apart=True))


def test_what_stands_beside_a_text_holds_its_gaps_together():
    first = Box(id="first", heights=(60.0,))
    picture = Box(id="picture", heights=(30.0,), before=20.0, split=False, side=110.0, clear=True)
    sheet = Sheet(height=200, apart=True)
    (page,) = paginate((first, picture), {}, sheet)
    assert page.text == 110
    assert math.isclose(feather(page, sheet, 2.0), 1.5)
