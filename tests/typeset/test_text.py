from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.resources import asset
from briefgen.typeset import fonts, text

REGULAR = asset("fonts", "Carlito-Regular.ttf")
BOLD = asset("fonts", "Carlito-Bold.ttf")
SERIF = asset("fonts", "SourceSerif4-Regular.ttf")

WORDS = st.text("abfiWKК8é -–—/.,(“\u00a0\u202f\u200b\u0301\n", max_size=60)
RUNS = st.lists(
    st.builds(text.Run, text=WORDS, font=st.sampled_from((REGULAR, BOLD, SERIF)), size=st.sampled_from((9.0, 16.0))),
    max_size=4,
).map(tuple)
WIDTHS = st.floats(0, 300)


def length(line: text.Line) -> float:
    return sum(fonts.width(r.font, r.text, r.size) for r in line)


def plain(line: text.Line) -> str:
    return "".join(r.text for r in line)


def is_one_character(shown: str) -> bool:
    """Tell whether nothing in a text may be taken apart: one character, its marks, and what no-break spaces tie."""
    glued = "\u00a0\u202f"
    return all(b == "\u0301" or a in glued or b in glued for a, b in pairwise(shown))


@given(RUNS, WIDTHS, st.sampled_from((1.0, 1.02, 1.1)))
def test_no_line_is_wider_than_the_room_but_for_a_single_character(
    runs: tuple[text.Run, ...], width: float, safety: float
) -> None:
    for line in text.wrap(runs, width, safety):
        assert safety * length(line) <= width + 1e-3 or is_one_character(plain(line))


@given(RUNS, WIDTHS)
def test_lines_join_back_to_the_text_but_for_spaces_at_their_ends(runs: tuple[text.Run, ...], width: float) -> None:
    whole = "".join(r.text for r in runs)
    at = 0
    for line in map(plain, text.wrap(runs, width)):
        start = whole.index(line, at)
        assert whole[at:start].strip(" \n") == ""
        at = start + len(line)
    assert whole[at:].strip(" \n") == ""


@given(RUNS, WIDTHS)
def test_every_character_keeps_its_font_and_size(runs: tuple[text.Run, ...], width: float) -> None:
    def marked(them: tuple[text.Run, ...]) -> list[tuple[str, object, float]]:
        return [(c, r.font, r.size) for r in them for c in r.text if c not in " \n"]

    assert [m for line in text.wrap(runs, width) for m in marked(line)] == marked(runs)


@given(RUNS, WIDTHS)
def test_no_line_starts_or_ends_at_a_no_break_space(runs: tuple[text.Run, ...], width: float) -> None:
    glued = ("\u00a0", "\u202f")
    whole = "\n" + "".join(r.text for r in runs) + "\n"
    for line in map(plain, text.wrap(runs, width)):
        # the author may open or close a paragraph with one
        assert not line.startswith(glued) or f"\n{line}" in whole
        assert not line.endswith(glued) or f"{line}\n" in whole.replace(" \n", "\n")


@given(RUNS, WIDTHS)
def test_wrapping_is_repeatable(runs: tuple[text.Run, ...], width: float) -> None:
    once = text.wrap(runs, width)
    fonts._advance.cache_clear()
    assert text.wrap(runs, width) == once


@given(st.text("abfiWK8é -–/,", max_size=80), st.floats(20, 300))
def test_lines_are_the_lines_of_one_run(shown: str, width: float) -> None:
    wrapped = text.wrap((text.Run(shown, REGULAR, 12),), width)
    assert text.lines(shown, REGULAR, 12, width) == tuple(map(plain, wrapped))


@given(st.text("abfiWK8é ", max_size=80), st.floats(60, 300))
def test_a_line_takes_the_next_word_if_it_fits(shown: str, width: float) -> None:
    found = text.lines(shown, REGULAR, 12, width)
    rest = shown
    for line, following in pairwise(found):
        rest = rest[rest.index(line) + len(line) :]
        if rest.startswith(" "):
            gap = rest[: len(rest) - len(rest.lstrip(" "))]
            word = following.lstrip(" ").split(" ")[0]
            assert fonts.width(REGULAR, line + gap + word, 12) > width


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Moscow kept its embassy", ("Moscow", "kept its", "embassy")),
        ("anti-Taliban", ("anti-", "Taliban")),
        ("Moscow–Beijing", ("Moscow–", "Beijing")),
        ("asked—nothing", ("asked—", "nothing")),
        ("trade/transit", ("trade/", "transit")),
        ("aa\u200bbbbbbbbb", ("aa\u200b", "bbbbbbbb")),
        ("two\n\nlines", ("two", "", "lines")),
        ("  indented  ", ("  indented",)),
        ("", ("",)),
        ("   ", ("",)),
    ],
)
def test_lines_end_where_words_do(shown: str, expected: tuple[str, ...]) -> None:
    assert text.lines(shown, REGULAR, 12, 52) == expected


@pytest.mark.parametrize(
    "shown",
    [
        "3–4",
        "2021-10-18",
        "2020/21",
        "S-300",
        "mid-2010s",
        "20-year",
        "e-mail",
        "km/h",
        "15\u00a0August",
        "12\u202f345",
    ],
)
def test_these_stay_whole_on_the_next_line(shown: str) -> None:
    before = "embassy"
    room = max(fonts.width(REGULAR, before, 12), fonts.width(REGULAR, shown, 12)) + 1
    assert text.lines(f"{before} {shown}", REGULAR, 12, room) == (before, shown)


def test_a_word_too_wide_is_cut_on_a_line_of_its_own() -> None:
    found = text.lines("to Wwwwwwwwwwwww or", REGULAR, 12, 52)
    assert found[0] == "to"
    assert "".join(found[1:-1]) == "Wwwwwwwwwwwww"[: len("".join(found[1:-1]))]
    assert found[-1].endswith("or")


def test_marks_stay_on_their_letter() -> None:
    accented = "e\u0301" * 6
    assert set(text.lines(accented, REGULAR, 12, 1)) == {"e\u0301"}


def test_room_of_nothing_sets_one_character_a_line() -> None:
    assert text.lines("abc", REGULAR, 12, -5) == ("a", "b", "c")


def test_safety_narrows_the_room() -> None:
    shown = "Moscow kept its embassy open"
    width = fonts.width(REGULAR, shown, 12)
    assert text.lines(shown, REGULAR, 12, width) == (shown,)
    assert text.lines(shown, REGULAR, 12, width, safety=1.02) == ("Moscow kept its embassy", "open")


def test_a_word_of_two_fonts_is_not_taken_apart_between_them() -> None:
    runs = (text.Run("see ", REGULAR, 12), text.Run("Tali", BOLD, 12), text.Run("ban", REGULAR, 12))
    found = text.wrap(runs, 45)
    assert [[(r.text, r.font) for r in line] for line in found] == [
        [("see", REGULAR)],
        [("Tali", BOLD), ("ban", REGULAR)],
    ]


def test_stops_are_where_a_line_may_end_and_the_next_resumes() -> None:
    assert text.stops("anti-Taliban  force, 3–4") == ((5, 5), (12, 14), (20, 21))
