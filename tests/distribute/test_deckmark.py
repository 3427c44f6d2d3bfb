"""Names on slides: a shape on each, of no meaning to who listens, and nothing else of the package touched."""

import io
import re
import zipfile

import pytest
from msgspec.structs import replace

from briefgen.distribute import deckmark
from briefgen.distribute.deckmark import SLIDE
from briefgen.preflight import pptx as preflight
from tests.distribute.support import SIDE, deck
from tests.support import decks, documents


@pytest.fixture(scope="module")
def base() -> deckmark.PreparedDeck:
    return deckmark.prepare(deck(), SIDE)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_name_stands_on_each_slide_and_nothing_else_changes(base: deckmark.PreparedDeck) -> None:
    before, after = parts(deck()), parts(deckmark.marked(base, "Łukasz & Анна · copy 3", 140))
    assert list(after) == list(before)
    changed = {name for name in before if before[name] != after[name]}
    slides = {name for name in before if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)}
    assert len(slides) > 3
    assert changed == slides
    assert all(after[name].decode().count("<a:t>Łukasz &amp; Анна · copy 3</a:t>") == 1 for name in slides)


def test_a_mark_is_decoration_and_keeps_every_promise_of_preflight(base: deckmark.PreparedDeck) -> None:
    data = deckmark.marked(base, "Amina Rahimi · copy 3", 110)
    assert preflight.check(data) == ()
    slide = parts(data)["ppt/slides/slide1.xml"].decode()
    (shape,) = re.findall(r'<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Copy mark">.*?</p:sp>', slide)
    assert 'adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"' in shape


def test_a_mark_can_be_read_on_every_ground_and_lays_no_stripe_on_a_coloured_one() -> None:
    colour = decks.theme("meridian").colour
    side = replace(SIDE, colour=colour.mute, ground=colour.paper, pale=colour.pale)
    data = deckmark.marked(deckmark.prepare(decks.written(documents.standard(), "meridian"), side), "Amina", 30)
    assert preflight.check(data) == ()
    slides = {name: text.decode() for name, text in parts(data).items() if SLIDE.fullmatch(name)}
    drawn = {
        name: re.findall(r'name="Copy mark".*?(<a:noFill/>|srgbClr val="\w+").*?srgbClr val="(\w+)"', text)
        for name, text in slides.items()
    }
    assert drawn["ppt/slides/slide1.xml"] == [("<a:noFill/>", colour.pale.lstrip("#"))]
    assert drawn["ppt/slides/slide2.xml"] == [('srgbClr val="FFFFFF"', colour.mute.lstrip("#"))]


def test_the_same_name_gives_the_same_bytes(base: deckmark.PreparedDeck) -> None:
    again = deckmark.prepare(deck(), SIDE)
    assert (
        deckmark.marked(again, "Amina", 30) == deckmark.marked(base, "Amina", 30) != deckmark.marked(base, "Boris", 30)
    )


def test_a_mark_as_long_as_its_room_ends_under_what_stands_above(base: deckmark.PreparedDeck) -> None:
    slide = parts(deckmark.marked(base, "A very long name", base.room))["ppt/slides/slide2.xml"].decode()
    place = re.search(r'name="Copy mark".*?<a:off x="(\d+)" y="(\d+)"/><a:ext cx="(\d+)" cy="(\d+)"', slide)
    assert place
    x, y, cx, cy = map(int, place.groups())
    width, height = base.slide
    assert 0 < x < x + cx < width
    assert y == pytest.approx(SIDE.head * deckmark.EMU, abs=2)
    assert y + cy < height
