import random
import unicodedata

import pytest
from bidi import get_display

from briefgen.typeset import bidi

LETTERS = "ابپتکگیہښ" * 3 + "abcXYZ" + "0123456789" + "۰۱۲٣٤" + "שלם"
OTHERS = " " * 8 + "()[]{}«»“”.,:;-–+%$€/!?،؛؟" + "\u064e\u0650\u200c\u200e\u200f"


def shown(text: str, level: int) -> str:
    """Return a text as it stands on a line of its own, from the left."""
    levels = list(bidi.levels(text, level))
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in ("WS", "BN"):
        end -= 1
    levels[end:] = [level] * (len(text) - end)
    return "".join(text[n] for n in bidi.visual(levels))


def test_texts_are_ordered_as_another_program_orders_them() -> None:
    chance = random.Random(5)
    for _ in range(4000):
        text = "".join(chance.choice(LETTERS + OTHERS) for _ in range(chance.randint(1, 14)))
        for level, side in ((1, "R"), (0, "L")):
            theirs = get_display(text, base_dir=side)
            # where a joiner of no width stands is nobody's concern
            assert shown(text, level).replace("\u200c", "") == theirs.replace("\u200c", ""), ascii(text)


@pytest.mark.parametrize(
    ("language", "level"),
    [("fa", 1), ("fa-AF", 1), ("prs", 1), ("ps", 1), ("ar", 1), ("ur", 1), ("ur-Latn", 0), ("uz-Arab", 1), ("ru", 0)],
)
def test_a_language_says_where_its_texts_run(language: str, level: int) -> None:
    assert bidi.base(language) == level


def test_a_number_in_a_title_runs_on_to_the_right() -> None:
    assert bidi.levels("جلد 12", 1) == (1, 1, 1, 1, 2, 2)
    assert bidi.levels("in جلد 12", 0) == (0, 0, 0, 1, 1, 1, 1, 2, 2)
    assert bidi.visual([0, 1, 1, 2, 2, 0]) == [0, 3, 4, 2, 1, 5]


def test_letters_from_right_to_left_are_known() -> None:
    assert bidi.leftward("the word طالبان")
    assert bidi.leftward("שלום")
    assert not bidi.leftward("Талибы “said” – 2021 塔")
