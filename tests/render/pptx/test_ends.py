"""What ends a paragraph on a slide is bound in the text, for programs break its lines."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.render.pptx.deck import Box, Deck, Metrics, Paragraph, Slide, Span, TextBox
from briefgen.render.pptx.ends import ended
from briefgen.render.pptx.measure import Faces, Ruler, lines, wrapped
from briefgen.resources import asset

FILES: tuple[Path, ...] = tuple(asset("fonts", f"Carlito-{n}.ttf") for n in ("Regular", "Bold", "Italic", "BoldItalic"))
USING = Ruler(head=Faces(*FILES), body=Faces(*FILES))
WORDS = ["Moscow", "wants", "a", "calm", "mid-2010s", "COVID-19", "anti-Taliban", "Afghanistan", "15\xa0August", "so"]


def told(width: float, *texts: str) -> Paragraph:
    """Return a paragraph of spans as it stands in a box on a slide."""
    paragraph = Paragraph(spans=tuple(Span(text=t) for t in texts), size=18.0)
    box = TextBox(slot="s", name="n", box=Box(x=0, y=0, w=width, h=300), paragraphs=(paragraph,))
    even = Metrics(ascent=1.0, pitch=1.2)
    deck = Deck(
        **{"title": "t", "issuer": "i", "subject": "s", "language": "en", "furniture": "en"},
        date=date(2021, 11, 14),
        width=960,
        height=540,
        slides=(Slide(layout="l", headline="h", shapes=(box,), notes=(), section="s"),),
        budget=1,
        problems=(),
        head=even,
        body=even,
    )
    (shape,) = ended(deck, USING).slides[0].shapes
    assert isinstance(shape, TextBox)
    return shape.paragraphs[0]


def said(paragraph: Paragraph) -> str:
    return "".join(s.text for s in paragraph.spans)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), st.integers(120, 500))
def test_what_is_bound_adds_no_line_and_changes_no_word(words: list[str], width: int) -> None:
    text = " ".join(words)
    found = told(width, text)
    assert said(found).replace("\u2011", "-").replace("\xa0", " ") == text.replace("\xa0", " ")
    # the face has no glyph for the hyphen that does not break: it is as wide as the other
    shown = Paragraph(spans=(Span(text=said(found).replace("\u2011", "-")),), size=18.0)
    assert lines(shown, USING, width) <= lines(Paragraph(spans=(Span(text=text),), size=18.0), USING, width)


def test_a_last_word_is_bound_to_the_one_before_it_also_across_spans() -> None:
    text, seen = "Russia is not yet convinced by their promises.", 0
    for width in range(200, 360, 4):
        plain = Paragraph(spans=(Span(text=text),), size=18.0)
        alone = any(way[-1] == "promises." for way in wrapped(plain, USING, width))
        for spans in ((text,), (text[:-9], text[-9:])):
            assert ("their\xa0promises." in said(told(width, *spans))) is alone, width
        seen += alone
    assert seen


def test_a_last_word_is_not_bound_where_the_two_are_cut_or_leave_the_line_before_them_short() -> None:
    assert "\xa0" not in said(told(150, "Moscow recognises internationalisation again"))
    assert "\xa0" not in said(told(220, "Moscow wants a calm and so internationalisation again"))


@pytest.mark.parametrize("word", ["mid-2010s", "COVID-19", "20-year", "17-2021"])
def test_a_compound_with_a_number_is_not_broken_where_it_begins_a_line(word: str) -> None:
    text = f"Investment has grown with {word}, and the centre in Kabul is a highlight."
    whole = word.replace("-", "\u2011")
    bound = {width for width in range(120, 420, 5) if whole in said(told(width, text))}
    assert bound
    for width in set(range(120, 420, 5)) - bound:
        ways = wrapped(Paragraph(spans=(Span(text=text),), size=18.0), USING, width)
        assert not any(line.startswith(word) for way in ways for line in way[1:])


def test_other_compounds_and_addresses_keep_their_hyphens() -> None:
    for text in ("A force that is anti-Taliban in name", "See the page at example-2021.org/mid-2010s for more"):
        assert not any("\u2011" in said(told(width, text)) for width in range(100, 300, 5))
