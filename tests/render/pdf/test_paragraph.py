from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.render.pdf import faces
from briefgen.render.pdf.breaking import LOOSE, SHARE, TAIL
from briefgen.render.pdf.paragraph import Piece, broken, set_lines, width_of
from briefgen.render.pdf.seam import OLD_STYLE, register
from briefgen.resources import asset

SERIF = register(asset("fonts", "SourceSerif4-Regular.ttf"))
PLAIN = Piece(text="", face=SERIF, size=10.0, colour="#000000")
WORDS = st.lists(
    st.sampled_from(
        [
            "Moscow",
            "wants",
            "a",
            "stable",
            "Afghanistan",
            "Tajik-Afghan",
            "well-known",
            "15\xa0August",
            "2021–22",
            "and/or",
            "СНГ",
            "Taliban",
        ]
    ),
    min_size=1,
    max_size=60,
)


COMMON = ["a", "so", "Moscow", "wants", "its", "stable", "Afghanistan", "recognised"]


def setting(text: str, width: float, *, indent: float = 0.0, balance: bool = False):
    pieces = (replace(PLAIN, text=text),)
    return set_lines(pieces, width, leading=13.0, baseline=10.0, indent=indent, balance=balance)


def lines(found) -> list[str]:
    return ["".join(found.pieces[p].text[a:b] for p, a, b in line.parts) for line in found.lines]


@settings(max_examples=200, deadline=None)
@given(WORDS, st.floats(90, 500), st.floats(0, 20), st.booleans())
def test_lines_hold_the_whole_text_in_order_and_no_line_is_too_wide(words, width, indent, balance):
    text = " ".join(words)
    found = setting(text, width, indent=0.0 if balance else indent, balance=balance)
    assert "".join(lines(found)) == text
    for n, line in enumerate(lines(found)):
        room = width - (indent if n == 0 and not balance else 0.0)
        assert width_of((replace(PLAIN, text=line.rstrip(" ")),)) <= room + 0.6  # kerning across a hyphen
        assert found.lines[n].width <= room + 1e-3


@settings(max_examples=100, deadline=None)
@given(WORDS, st.floats(150, 400))
def test_a_text_in_pieces_breaks_like_the_text_in_one(words, width):
    text = " ".join(words)
    cuts = [0, len(text) // 3, len(text) // 2, len(text)]
    parts = tuple(replace(PLAIN, text=text[a:b]) for a, b in pairwise(cuts) if a < b)
    # pieces are not kerned across, so only plain spaces and letters are compared at equal widths
    whole, apart = setting(text, width), set_lines(parts, width, leading=13.0, baseline=10.0)
    assert "".join(lines(apart)) == "".join(lines(whole))
    assert abs(len(lines(apart)) - len(lines(whole))) <= 1


def test_renumbering_notes_breaks_no_text_again():
    def called(number: int):
        call = replace(PLAIN, text=str(number), size=6.8, call=number)
        body = replace(PLAIN, text="A sentence that is renumbered and needs more than one line.")
        return set_lines((body, call), 150.0, leading=13.0, baseline=10.0)

    first = called(4)
    broken.begin()
    again = called(7)
    assert not broken.learnt
    assert again.lines == first.lines
    assert again.calls() == ((len(again.lines) - 1, 7),)
    assert [n for _, n in called(17).calls()] == [17]
    assert broken.learnt  # one digit more may need another line


def parted(text: str, width: float) -> list[list[str]]:
    """Return every way to part a text at its spaces into the lines of which a width makes as few as may be."""
    words = text.split(" ")

    def fits(line: list[str]) -> bool:
        return width_of((replace(PLAIN, text=" ".join(line)),)) <= width

    def ways(at: int, count: int) -> list[list[str]]:
        if count == 1:
            return [[" ".join(words[at:])]] if at < len(words) and fits(words[at:]) else []
        ends = range(at + 1, len(words))
        return [[" ".join(words[at:n]), *more] for n in ends if fits(words[at:n]) for more in ways(n, count - 1)]

    return next(found for count in range(1, len(words) + 1) if (found := ways(0, count)))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(COMMON), max_size=14), st.integers(75, 200))
def test_a_word_ends_a_text_alone_only_where_other_breaks_need_a_line_or_leave_one_loose(words, width):
    text = " ".join([*words, "Kabul"])
    found, all_ways = lines(setting(text, width)), parted(text, width)
    assert len(found) == len(all_ways[0])
    if len(found) == 1 or " " in found[-1] or width_of((replace(PLAIN, text=found[-1]),)) >= SHARE * width:
        return
    for way in all_ways:
        free = [width - width_of((replace(PLAIN, text=line),)) for line in way[:-1]]
        loosest = max(width - width_of((replace(PLAIN, text=line.rstrip()),)) for line in found[-TAIL:-1])
        kept = [line.rstrip() for line in found[:-TAIL]] == way[:-TAIL]
        assert " " not in way[-1] or not kept or max(free) > max(LOOSE * width, loosest) - 0.6


def test_a_last_word_is_joined_by_another_and_the_lines_before_it_are_even():
    text = "Several words that fill the first line of this quite well, and others for the second and the takeover"
    alone = [n for n in range(120, 320) if lines(setting(text + " it", n))[-1] == "it"]
    assert alone == []
    found = lines(setting("Moscow wants a stable Afghanistan and would recognise no takeover", 142.0))
    assert found == ["Moscow wants a stable ", "Afghanistan and would ", "recognise no takeover"]


def test_a_note_called_by_the_last_word_makes_it_no_company():
    words, call = "Moscow had channels to the government as well and could gain by it from estrangement.", "102"
    pieces = (replace(PLAIN, text=words), replace(PLAIN, text=call, size=6.8, call=102))
    for width in range(230, 360):  # two thirds of which hold what is left before the last two words
        found = set_lines(pieces, float(width), leading=13.0, baseline=10.0)
        assert " estrangement." in lines(found)[-1], (width, lines(found))


def test_a_date_may_stand_alone_for_it_is_more_than_a_word():
    text = "R. Dixon, “The world should unfreeze Afghanistan’s reserves”, Washington Post, 30\xa0August\xa02021."
    year = text.replace("30\xa0August\xa0", "")
    assert "30\xa0August\xa02021." in [lines(setting(text, width))[-1] for width in range(340, 420)]
    assert "2021." not in [lines(setting(year, width))[-1] for width in range(340, 420)]


def test_headlines_are_balanced_and_not_broken_behind_an_article():
    found = setting("Moscow wants a stable Afghanistan more than it wants the Taliban", 260, balance=True)
    assert lines(found) == ["Moscow wants a stable Afghanistan ", "more than it wants the Taliban"]


def test_a_headline_of_two_lines_is_broken_where_a_reader_pauses():
    text = "Reservations will last; a major breakthrough is unlikely"
    assert lines(setting(text, 230, balance=True))[0] == "Reservations will last; "
    assert lines(setting(text.replace(";", ""), 230, balance=True))[0] == "Reservations will last a major "


def test_a_headline_of_two_lines_is_not_broken_inside_a_name():
    found = setting("Tajikistan alone in Central Asia refuses the Taliban", 220, balance=True)
    assert lines(found) == ["Tajikistan alone in Central Asia ", "refuses the Taliban"]


def test_words_too_wide_for_the_line_are_cut():
    found = setting("https://example.org/" + "path" * 40, 120)
    assert len(found.lines) > 3
    assert all(line.width <= 120 for line in found.lines)


def test_what_must_stay_whole_is_not_broken():
    entry = tuple(replace(PLAIN, text=t, whole=True) for t in ("5", "\u00a0", "RFE/RL, 7 Jul 2021"))
    gap = replace(PLAIN, text=" ")
    before = replace(PLAIN, text="Al Jazeera, 2 Sep 2021")
    for width in range(100, 200, 5):
        found = set_lines((before, gap, *entry), width, leading=10.0, baseline=8.0)
        assert any("RFE/RL, 7 Jul 2021" in line for line in lines(found)), width


def test_kerning_draws_ta_closer_than_its_letters_are_wide():
    apart = sum(faces.advance(SERIF, c) for c in "Ta")
    assert faces.advance(SERIF, "Ta") < apart
    assert faces.kerns(SERIF, "Ta")[0] < 0


def test_old_style_figures_have_widths_of_their_own():
    old = "2021".translate(OLD_STYLE)
    assert faces.advance(SERIF, old) != faces.advance(SERIF, "2021")
    assert len({faces.advance(SERIF, d) for d in "0123456789"}) == 1  # what blanking numbers rests on


def test_a_word_is_divided_at_a_soft_hyphen_that_would_leave_a_line_short():
    text = "The gov\u00adern\u00adment con\u00adcil\u00adi\u00adated every\u00adone and went home at last."
    found = setting(text, 70.0)
    drawn = ["".join(found.pieces[n].text[a:b] for n, a, b in line.parts) for line in found.lines]
    assert any(line.endswith("\u00ad") for line in drawn)
    assert "".join(drawn) == text
    assert all(line.width <= 70.01 for line in found.lines)
    assert len(found.lines) < len(setting(text.replace("\u00ad", ""), 70.0).lines) or any(
        line.rstrip().endswith("\u00ad") for line in drawn
    )


def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen():
    text = " ".join(["im\u00adpor\u00adtant\u00adly"] * 40)
    for width in range(60, 180, 3):
        found = setting(text, float(width))
        ends = [found.pieces[0].text[line.parts[-1][2] - 1] == "\u00ad" for line in found.lines]
        assert not any(all(ends[n : n + 3]) for n in range(len(ends) - 2))


def test_a_word_wider_than_its_line_is_cut_at_its_soft_hyphens():
    found = setting("Donau\u00addampf\u00adschiff\u00adfahrt", 45.0)
    drawn = ["".join(found.pieces[n].text[a:b] for n, a, b in line.parts) for line in found.lines]
    assert drawn == ["Donau\u00ad", "dampf\u00ad", "schiff\u00ad", "fahrt"]


def test_text_without_soft_hyphens_is_broken_as_ever():
    assert setting("Moscow wants calm", 200.0).lines[0].parts == ((0, 0, 17),)


def test_no_line_ends_in_a_whole_piece_though_it_has_soft_hyphens():
    words = "con\u00adcil\u00adi\u00adation gov\u00adern\u00adment"
    free, whole = replace(PLAIN, text=words), replace(PLAIN, text=words, whole=True)
    head, tail = replace(PLAIN, text="Moscow wants "), replace(PLAIN, text=" and so on and on")
    for pieces, divided in (((head, free, tail), True), ((head, whole, tail), False)):
        found = set_lines(pieces, 122.0, leading=13.0, baseline=10.0)
        ends = [found.pieces[line.parts[-1][0]].text[line.parts[-1][2] - 1] for line in found.lines]
        assert ("\u00ad" in ends) is divided
