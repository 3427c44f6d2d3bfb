"""The breaker's promises, on random documents; positions are computed anew, not taken from the breaker."""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.typeset.filling import feather, fill, grown
from briefgen.typeset.pages import Box, NoteLines, Overfull, Page, Sheet, Slice, paginate

NEAR = 1e-4


@st.composite
def documents(draw: st.DrawFn) -> tuple[tuple[Box, ...], dict[int, NoteLines], Sheet]:
    """Return boxes of every kind in random order, notes in the order of their calls, and a sheet."""
    sheet = Sheet(height=draw(st.floats(150, 500)), rule=draw(st.sampled_from([9.0, 18.0])))
    boxes: list[Box] = []
    called = 0
    panel = None
    for n in range(draw(st.integers(1, 25))):
        kind = draw(st.sampled_from(["text", "text", "text", "head", "picture", "table", "rule", "panel"]))
        gap = draw(st.floats(0, 25))
        calls: tuple[tuple[int, int], ...] = ()
        lines = draw(st.integers(1, 14))
        if kind in ("text", "panel") and draw(st.booleans()):
            at = sorted(draw(st.lists(st.integers(0, lines - 1), max_size=3)))
            calls = tuple((line, called + i + 1) for i, line in enumerate(at))
            called += len(at)
        side = draw(st.sampled_from([0.0, 0.0, 20.0, 90.0]))
        panel = (panel or f"panel {n}") if kind == "panel" else None
        match kind:
            case "text" | "panel":
                box = Box(
                    id=f"{kind} {n}",
                    heights=(13.1,) * lines,
                    before=gap,
                    after=draw(st.floats(0, 8)),
                    least=draw(st.sampled_from([1, 2, 3])),
                    calls=calls,
                    side=side,
                    panel=panel,
                    pad=12.0 if panel else 0.0,
                    clear=draw(st.booleans()),
                )
            case "head":
                box = Box(id=f"head {n}", heights=(17.0,), before=gap, after=4.0, keep=True, split=False, side=side)
                box = replace(box, clear=True)
            case "picture":
                box = Box(
                    id=f"picture {n}",
                    heights=(draw(st.floats(20, 120)),),
                    before=gap,
                    keep=draw(st.booleans()),
                    split=False,
                    grow=draw(st.floats(0, 100)),
                    side=side,
                    clear=True,
                )
            case "table":
                rows = tuple(draw(st.lists(st.floats(10, 30), min_size=1, max_size=9)))
                box = Box(id=f"table {n}", heights=rows, before=gap, least=1, repeat=15.0, clear=True)
            case _:
                box = Box(id=f"rule {n}", heights=(0.4,), before=gap, after=5.0, keep=True, split=False, clear=True)
        boxes.append(box)
    notes = {
        n: NoteLines(lines=draw(st.sampled_from([1, 1, 1, 2, 3, 9])), leading=9.4)
        for n in range(1, called + 1)
        if draw(st.integers(0, 9))
    }
    return tuple(boxes), notes, sheet


def broken(
    document: tuple[tuple[Box, ...], dict[int, NoteLines], Sheet], scale: float = 0.0
) -> tuple[Page, ...] | None:
    """Return the pages, or None where something cannot be set at all."""
    boxes, notes, sheet = document
    try:
        return paginate(boxes, notes, sheet, scale)
    except Overfull:
        return None


def placed(page: Page, stretch: float = 1.0) -> Iterator[tuple[Slice, float]]:
    """Yield each slice with how far below the page's top it begins."""
    y = 0.0
    for part in page.slices:
        y += part.gap * stretch
        yield part, y
        y += part.height


@settings(max_examples=120, deadline=None)
@given(documents(), st.sampled_from([0.0, 0.5, 1.0]))
def test_each_line_stands_once_and_in_order(document, scale):
    boxes, _, _ = document
    pages = broken(document, scale)
    if pages is None:
        return
    lines = [(part.box, n) for page in pages for part in page.slices for n in range(part.start, part.stop)]
    assert lines == [(b, n) for b, box in enumerate(boxes) for n in range(len(box.heights))]


@settings(max_examples=120, deadline=None)
@given(documents())
def test_each_note_is_whole_in_order_and_begins_on_the_page_of_its_call(document):
    boxes, notes, sheet = document
    pages = broken(document)
    if pages is None:
        return
    parts = [(number, part) for number, page in enumerate(pages) for part in page.notes]
    lines = [(part.note, n) for _, part in parts for n in range(part.start, part.stop)]
    calls = [n for box in boxes for _, n in box.calls if n in notes]
    assert lines == [(n, line) for n in calls for line in range(notes[n].lines)]
    begins = {part.note: number for number, part in parts if part.start == 0}
    for number, page in enumerate(pages):
        for one in page.slices:
            for line, note in boxes[one.box].calls:
                if one.start <= line < one.stop and note in notes:
                    assert begins[note] == number
    for _, part in parts:  # a split leaves no single line on either side
        whole = notes[part.note].lines
        assert part.stop == whole or min(part.stop - part.start, whole - part.stop) >= sheet.least


@settings(max_examples=120, deadline=None)
@given(documents(), st.sampled_from([0.0, 1.0]))
def test_no_page_is_too_high(document, scale):
    boxes, notes, sheet = document
    pages = broken(document, scale)
    for page in pages or ():
        foot = sum((p.stop - p.start) * notes[p.note].leading + sheet.note_gap for p in page.notes)
        foot += sheet.rule if page.notes else 0.0
        ends = [0.0]
        for part, top in placed(page):
            box = boxes[part.box]
            height = sum(box.heights[part.start : part.stop]) + (box.repeat if part.start else 0.0) + scale * box.grow
            assert math.isclose(part.height, height, abs_tol=NEAR)
            ends.append(top + height + (box.pad if box.panel and part is page.slices[-1] else 0.0))
            if part.start == 0 and box.side:
                ends.append(top + part.drop + box.side + (box.pad if box.panel else 0.0))
        assert max(ends) + foot <= sheet.height + NEAR
        assert math.isclose(page.used, max(ends) + foot, abs_tol=NEAR)
        assert 0.0 <= fill(page, sheet) <= 1.0


@settings(max_examples=120, deadline=None)
@given(documents())
def test_no_kept_box_is_last_on_a_page(document):
    boxes, _, _ = document
    for page in (broken(document) or ())[:-1]:
        last = page.slices[-1].box if page.slices else None
        assert (
            last is None or last == len(boxes) - 1 or not boxes[last].keep
        )  # the last box has nothing to be kept with


@settings(max_examples=120, deadline=None)
@given(documents())
def test_no_single_line_is_left(document):
    boxes, _, sheet = document
    for page in broken(document) or ():
        for part in page.slices:
            box = boxes[part.box]
            least = min(box.least, sheet.least) if box.repeat else box.least
            if part.stop < len(box.heights):
                assert box.split
                assert part.stop - part.start >= least
                assert len(box.heights) - part.stop >= min(least, sheet.least)


@settings(max_examples=120, deadline=None)
@given(documents())
def test_what_stands_in_the_label_column_never_overlaps_and_wide_boxes_begin_below_it(document):
    boxes, _, _ = document
    for page in broken(document) or ():
        free = 0.0
        for part, top in placed(page):
            box = boxes[part.box]
            if box.clear:
                assert top >= free - NEAR
            if box.side and part.start == 0:
                assert top + part.drop >= free - NEAR
                free = top + part.drop + box.side


@settings(max_examples=120, deadline=None)
@given(documents())
def test_a_panel_has_its_padding_within_the_page(document):
    boxes, _, _ = document
    for page in broken(document) or ():
        slices = [(part, top, boxes[part.box]) for part, top in placed(page)]
        for n, (_, top, box) in enumerate(slices):
            before = slices[n - 1][2].panel if n else None
            if box.panel and box.panel != before:
                above = slices[n - 1][1] + slices[n - 1][0].height if n else 0.0
                assert top - above >= box.pad - NEAR
            if before and box.panel != before:
                assert top - (slices[n - 1][1] + slices[n - 1][0].height) >= slices[n - 1][2].pad - NEAR


@settings(max_examples=120, deadline=None)
@given(documents(), st.floats(1.0, 3.0))
def test_feathering_fills_no_page_beyond_its_height(document, most):
    boxes, _, sheet = document
    for page in broken(document) or ():
        factor = feather(page, sheet, most)
        assert 1.0 <= factor <= most
        ends = [page.body + page.tail + (factor - 1) * sum(s.gap for s in page.slices)]
        free = 0.0
        for part, top in placed(page, factor):
            if boxes[part.box].side and part.start == 0:
                assert top + part.drop >= free - NEAR
                free = top + part.drop + boxes[part.box].side
                ends.append(free)
        assert max(ends) + page.foot <= sheet.height + NEAR


@settings(max_examples=120, deadline=None)
@given(documents())
def test_growing_pictures_keeps_the_number_of_pages(document):
    boxes, notes, sheet = document
    pages = broken(document)
    if pages is None:
        return
    scale = grown(boxes, notes, sheet)
    assert 0.0 <= scale <= 1.0
    assert len(paginate(boxes, notes, sheet, scale)) == len(pages)


def test_a_heading_moves_to_the_next_page_with_the_lines_that_it_must_have():
    text = Box(id="text", heights=(10.0,) * 8)
    head = Box(id="head", heights=(17.0,), before=10.0, keep=True, split=False)
    first, second = paginate((text, head, replace(text, id="more", least=3)), {}, Sheet(height=130))
    assert [s.box for s in first.slices] == [0]
    assert [(s.box, s.start, s.stop) for s in second.slices] == [(1, 0, 1), (2, 0, 8)]


def test_a_box_too_tall_for_any_page_is_named():
    with pytest.raises(Overfull, match="picture: 300 of 200 pt"):
        paginate((Box(id="picture", heights=(300.0,), split=False),), {}, Sheet(height=200))


def test_an_aside_waits_for_the_one_above_it():
    long = Box(id="a", heights=(10.0,), side=50.0)
    first, second = paginate((long, replace(long, id="b")), {}, Sheet(height=200))[0].slices
    assert (first.drop, second.drop) == (0.0, 40.0)


def test_what_stands_beside_a_text_stands_there_once():
    tall = Box(id="a", heights=(10.0,) * 12, side=100.0)
    first, second = paginate((tall,), {}, Sheet(height=110))
    assert (first.floor, second.floor) == (100.0, 0.0)
