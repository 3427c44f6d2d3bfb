from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.pdf.boxes import Twin, Words
from briefgen.render.pdf.breaking import Line
from briefgen.render.pdf.paragraph import Setting


def twin(*counts: int, alone: bool = False) -> Twin:
    def words(n: int, count: int) -> Words:
        line = Line(parts=(), width=1.0)
        setting = Setting(pieces=(), lines=(line,) * count, leading=10.0, baseline=8.0, width=100.0)
        return Words(setting=setting, x=0.0, path=(("P", str(n)),))

    return Twin(paragraphs=tuple(words(n, c) for n, c in enumerate(counts)), shift=110.0, alone=alone)


def told(body: Twin, start: int, stop: int) -> list[tuple[str, int, int, bool, int]]:
    return [(s.words.path[0][1], s.start, s.stop, s.right, s.down) for s in body.strands(start, stop)]


def test_paragraphs_run_down_the_left_column_and_then_down_the_right() -> None:
    body = twin(5, 3)
    assert body.rows == 5  # four would leave a line alone
    assert told(body, 0, 5) == [("0", 0, 5, False, 0), ("1", 0, 3, True, 0)]


def test_each_page_is_read_down_both_columns_before_the_next() -> None:
    body = twin(8, 8)
    assert told(body, 0, 3) == [("0", 0, 3, False, 0), ("0", 3, 6, True, 0)]
    assert told(body, 3, 8) == [
        ("0", 6, 8, False, 0),
        ("1", 0, 3, False, 2),
        ("1", 3, 8, True, 0),
    ]


def test_columns_end_level_where_no_line_would_stand_alone() -> None:
    assert told(twin(7), 0, 4) == [("0", 0, 4, False, 0), ("0", 4, 7, True, 0)]
    assert twin(4).rows == 2


def test_few_lines_stand_in_the_left_column() -> None:
    assert told(twin(3, alone=True), 0, 3) == [("0", 0, 3, False, 0)]


@given(counts=st.lists(st.integers(1, 9), min_size=1, max_size=8), cuts=st.sets(st.integers(1, 20), max_size=4))
def test_every_line_stands_once_in_order_and_no_column_is_longer_than_its_rows(
    counts: list[int], cuts: set[int]
) -> None:
    body = twin(*counts)
    edges = [0, *sorted(c for c in cuts if c < body.rows), body.rows]
    seen = []
    for start, stop in pairwise(edges):
        for strand in body.strands(start, stop):
            assert strand.down + strand.stop - strand.start <= stop - start
            seen += [(int(strand.words.path[0][1]), n) for n in range(strand.start, strand.stop)]
    assert seen == [(n, line) for n, count in enumerate(counts) for line in range(count)]
