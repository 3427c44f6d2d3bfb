import struct

from briefgen.model.inline import Text
from briefgen.render.pdf import faces, inlines
from briefgen.render.pdf.paragraph import set_lines
from briefgen.render.pdf.seam import font
from briefgen.render.pdf.styles import look
from briefgen.render.pdf.twoway import placed
from tests.support.leftward import ARABIC, DARI, PASHTO

from .samples import FONTS, theme

STYLE = look(theme(), FONTS).style
RUN = (
    Text(text="He wrote "),
    Text(text="وحدت ملی ", language="fa"),
    Text(text="۲۰۲۱", language="fa", strong=True),
    Text(text=" at last."),
)


def test_a_quotation_is_set_apart_with_its_levels_and_its_language() -> None:
    found = tuple(inlines.pieces(RUN, STYLE.text, "en"))
    assert [(p.text, p.level, p.language) for p in found] == [
        ("He wrote ", 0, None),
        ("وحدت ملی ", 1, "fa"),
        ("۲۰۲۱", 2, "fa"),
        (" at last.", 0, None),
    ]
    assert [p.apart for p in found] == [None, "وحدت ملی ۲۰۲۱", "وحدت ملی ۲۰۲۱", None]
    assert faces.plain(found[1].face).startswith("NotoNaskhArabic-Regular")
    assert faces.plain(found[2].face).startswith("NotoNaskhArabic-SemiBold")


def test_parts_stand_from_right_to_left_and_a_space_at_the_end_at_the_right() -> None:
    found = tuple(inlines.pieces(RUN, STYLE.text, "en"))
    places = {text: x for _, text, x, _ in placed([(p, p.text) for p in found])}
    assert places["He wrote "] < places["۲۰۲۱"] < places["وحدت ملی "] < places[" at last."]
    *_, last = placed([(p, p.text) for p in found[:2]])
    assert last[1] == " "
    assert last[2] > max(x for _, _, x, _ in list(placed([(p, p.text) for p in found[:2]]))[:-1])


def test_a_line_is_as_wide_as_its_parts_wherever_they_stand() -> None:
    pieces = tuple(inlines.pieces((Text(text=f"so {PASHTO} it was", language="ps"),), STYLE.text, "en"))
    found = set_lines(pieces, 150.0, leading=13.0, baseline=9.0)
    assert len(found.lines) > 2
    for line in found.lines:
        parts = [(found.pieces[n], found.pieces[n].text[a:b]) for n, a, b in line.parts]
        ends = [x + wide for _, text, x, wide in placed(parts) if text.strip() or not text]
        assert max(ends) <= 150.01


def test_words_keep_their_joiners_and_lose_marks_of_direction() -> None:
    (piece,) = inlines.pieces((Text(text="\u202bمی\u200cشود\u202c\u200f", language="fa"),), STYLE.text, "en")
    assert piece.text == "می\u200cشود"


def test_each_character_has_a_code_and_letters_are_drawn_with_their_dots() -> None:
    for text in (*DARI.split(), *PASHTO.split(), *ARABIC.split()):
        found = tuple(inlines.pieces((Text(text=text, language="fa"),), STYLE.text, "en"))
        for piece in (p for p in found if p.level == 1):
            known = font(faces.plain(piece.face))
            codes = faces.clustered(piece.face, piece.text)
            assert "".join(known.spelled[ord(c)] for c in reversed(codes)) == piece.text
            drawn = 1000 * sum(known.face.hmetrics[known.face.charToGlyph[ord(c)]][0] for c in codes)
            assert round(drawn / 1000) == round(faces.advance(piece.face, piece.text))
    letter = faces.clustered(faces.shaping(faces.plain(piece.face), "ar", leftward=True), "ب")
    glyph = known.face.charToGlyph[ord(letter)]
    start, stop = known.face.glyphPos[glyph : glyph + 2]
    outlines, flags = struct.unpack_from(">h8xH", known.face.get_table("glyf")[start:stop])
    assert (outlines, flags) == (-1, 0x23)  # a composed glyph, whose first part another one follows


def test_a_word_of_latin_letters_in_a_quotation_keeps_the_themes_face() -> None:
    found = tuple(inlines.pieces((Text(text="گفت (UNAMA) بود", language="fa"),), STYLE.text, "en"))
    (latin,) = (p for p in found if "UNAMA" in p.text)
    assert (latin.level, latin.face) == (2, STYLE.text.roman[0])
    assert {p.level for p in found if "(" in p.text or ")" in p.text} == {1}
