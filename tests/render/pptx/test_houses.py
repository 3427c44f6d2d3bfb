"""A house's own template: what serves each layout of ours, what a deck takes from it, and what stays in it."""

import io

import pytest
from msgspec.structs import replace
from pptx import Presentation

from briefgen.model.document import Outlook
from briefgen.model.housetemplate import TemplateLayout
from briefgen.model.spec import ONE_PAGE
from briefgen.preflight.package import P, Package
from briefgen.preflight.pptx import check
from briefgen.render.pptx import inspected, worn
from briefgen.render.pptx.deck import Deck, TextBox
from briefgen.render.pptx.template import layouts, zipped
from briefgen.render.pptx.worn import roles
from tests.support import decks, documents
from tests.support.houses import HOUSES, dressed, planned, told, written


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("make", [documents.one_slide, documents.standard], ids=lambda m: m.__name__)
def test_nothing_is_wrong_with_a_deck_in_any_of_them(name: str, make: object) -> None:
    document = make()  # type: ignore[operator]
    deck = planned(document, dressed(name))
    assert not deck.problems
    data = written(document, dressed(name))
    assert [d.message for d in check(data, marking=document.marking)] == []
    assert len(Package(data).slides) == len(deck.slides)


@pytest.mark.parametrize("name", ["corporate", "awkward"])
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert written(documents.short(), dressed(name)) == written(documents.short(), dressed(name))


def test_our_own_template_comes_back_as_it_was() -> None:
    before, after = decks.planned(documents.standard()), planned(documents.standard(), dressed("own"))
    assert [s.layout for s in before.slides] == [s.layout for s in after.slides]
    assert rounded(before) == rounded(after)
    assert worn(dressed("own")).colour == decks.theme().colour


def rounded(deck: Deck) -> list[object]:
    return [
        (getattr(s, "name", "Number"), round(s.box.x), round(s.box.y), round(s.box.w), round(s.box.h))
        for slide in deck.slides
        for s in slide.shapes
    ]


def test_a_layout_is_found_by_its_type() -> None:
    found = served("library")
    assert found["title"] == ("Title Slide", "by its type")
    assert found["divider"] == ("Section Header", "by its type")
    assert found["statement_chart"] == ("Two Content", "by its type")
    assert found["table"] == ("Title and Content", "by its type")
    assert found["timeline"] == ("Title Only", "by its type")


def test_a_layout_without_a_type_is_found_by_its_placeholders() -> None:
    found = served("dark")
    assert found["title"] == ("Title Slide", "by its placeholders")
    assert found["divider"] == ("Section Header", "by its placeholders")
    assert found["table"] == ("Title and Content", "by its placeholders")
    assert found["two_columns"] == ("Two Content", "by its placeholders")


def served(name: str) -> dict[str, tuple[str, str]]:
    theme = dressed(name)
    assert theme.house
    return {n: (r.layout.name, r.how) for n, r in roles(theme, theme.house, layouts(theme)).items()}


def test_colours_and_fonts_are_those_of_the_master_that_serves() -> None:
    second = told("twofold", summary=TemplateLayout(layout="Title and Content, second"))
    first, other = worn(dressed("twofold")), worn(second)
    assert (first.font.deck_head.name, other.font.deck_head.name) == ("Calibri", "Arial")
    assert first.colour.accent != other.colour.accent == "#116633"
    data = written(documents.standard(), second)
    assert [d.message for d in check(data)] == []
    parts = Package(data)
    summary = next(n for n in parts.slides if b"Bottom line" in parts.files[n])
    assert b'<a:schemeClr val="accent1"/>' in parts.files[summary]
    on = {n: _master(parts, n)[-5] for n in parts.slides}
    assert on[summary] == "2"
    # on a slide of the first master the same green is no longer its accent
    elsewhere = [n for n, number in on.items() if number == "1"]
    assert elsewhere
    assert not any(b'<a:schemeClr val="accent1"/>' in parts.files[n] for n in elsewhere)


def _master(parts: Package, slide: str) -> str:
    layout = next(iter(parts.related(slide, "slideLayout")))
    return next(iter(parts.related(layout, "slideMaster")))


def test_text_on_a_picture_of_the_template_is_told() -> None:
    told_of = [d for d in check(written(documents.short(), dressed("pictured"))) if d.code == "BG862"]
    assert [d.severity.value for d in told_of] == ["warning"]
    assert "slide 1" in told_of[0].message


def test_where_a_house_leaves_little_room_the_outlook_is_spoken() -> None:
    document = documents.one_slide()
    (usual,), low = planned(document, dressed("library")).slides, planned(document, dressed("low"))
    outlook = {one.unit for block in document.blocks if isinstance(block, Outlook) for one in block.statements}
    assert outlook
    assert outlook <= set(usual.units)
    assert not low.problems
    assert outlook <= set(low.slides[0].spoken)


def test_what_has_no_room_names_the_layout_that_serves() -> None:
    document = documents.standard()
    long = replace(document, title=" ".join([document.title] * 4))
    told_of = planned(replace(long, length=ONE_PAGE), dressed("low")).problems
    assert any("on layout “Title and Content”" in p.where for p in told_of)


def test_the_theme_has_the_last_word() -> None:
    theme = told("library", table=TemplateLayout(layout="Content with Caption", slots={"table": 1, "source": 2}))
    assert theme.house
    role = roles(theme, theme.house, layouts(theme))["table"]
    assert (role.layout.name, role.how) == ("Content with Caption", "as the theme says")
    assert (role.places["table"].index, role.places["source"].index) == (1, 2)
    data = written(documents.standard(), theme)
    assert [d.message for d in check(data)] == []
    names = [s.slide_layout.name for s in Presentation(io.BytesIO(data)).slides]
    assert "Content with Caption" in names


def test_headlines_take_size_and_place_of_their_placeholder() -> None:
    theme = worn(dressed("corporate"))
    assert theme.house
    x, y, w, h = theme.deck.layouts.all.headline
    place = next(p for p in theme.house.layouts[1].places if p.kind == "title")
    assert (x * 72, w * 72) == pytest.approx((place.box[0], place.box[2]))
    assert y * 72 >= place.box[1]
    assert 20 < theme.deck.type.headline <= place.size
    assert 2 * theme.deck.type.headline * 1.2 * 0.88 <= h * 72 + 0.01


def test_small_slides_have_small_type() -> None:
    small, large = worn(dressed("awkward")).deck.type, worn(dressed("corporate")).deck.type
    assert small.body_min < large.body_min
    assert small.source >= 9


def test_masters_logos_and_sections_stay_and_sample_slides_go() -> None:
    data = written(documents.standard(), dressed("corporate"))
    package = Package(data)
    deck = Presentation(io.BytesIO(data))
    assert any(s.shape_type is not None and s.name.startswith("Picture") for s in deck.slide_master.shapes)
    assert not any("Sample" in s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame)
    assert not any("A note of the sample" in part.decode("utf-8", "replace") for part in package.files.values())
    sections = [e for e in package.xml("ppt/presentation.xml").iter() if e.tag.endswith("}section")]
    assert [s.get("name") for s in sections][-1] == "House slides"
    listed = [e.get("id") for s in sections for e in s.iter() if e.tag.endswith("}sldId")]
    assert listed == [str(s.slide_id) for s in deck.slides]
    assert len(package.xml("ppt/presentation.xml").findall(f"{P}extLst")) == 1


def test_text_on_a_dark_master_is_light() -> None:
    theme = worn(dressed("dark"))
    assert (theme.colour.paper, theme.colour.ink) == ("#101820", "#FFFFFF")


def test_a_layout_without_a_title_has_one_all_the_same() -> None:
    deck = Presentation(io.BytesIO(written(documents.standard(), dressed("awkward"))))
    assert all(slide.shapes.title is not None and slide.shapes.title.text_frame.text for slide in deck.slides)


def test_a_placeholder_that_belongs_to_nothing_is_not_used() -> None:
    package = Package(written(documents.standard(), dressed("awkward")))
    indices = {e.get("idx") for name in package.slides for e in package.xml(name).iter(f"{P}ph")}
    assert "4294967295" not in indices


def test_what_maps_and_what_does_not_is_told() -> None:
    said = "\n".join(inspected(dressed("awkward")))
    assert "10.000 x 5.625 in, 1 masters, 11 layouts, 2 sample slides, which are left out" in said
    assert "title: no placeholder; a title of its own is put at our own place" in said
    assert "chart -> obj 2" in said
    assert "number of slide: no placeholder; the number is a text box at the foot" in "\n".join(
        inspected(dressed("dark"))
    )


def test_a_centred_headline_stays_in_the_middle() -> None:
    theme = dressed("library")
    assert theme.house
    middle = theme.house.width / 2
    for slide in planned(documents.standard(), theme).slides[1:]:
        title = next(s for s in slide.shapes if isinstance(s, TextBox) and s.slot == "title")
        assert title.box.x + title.box.w / 2 == pytest.approx(middle, abs=1)


def test_a_theme_without_a_template_is_worn_as_it_is() -> None:
    plain = replace(dressed("own"), house=None, template=None)
    assert worn(plain) is plain


def test_small_slides_too_have_a_least_size() -> None:
    data = written(documents.standard(), dressed("awkward"))
    size = f'sz="{round(worn(dressed("awkward")).deck.type.body_min * 100)}"'.encode()
    package = Package(data)
    name = next(n for n in package.slides if size in package.files[n])
    small = zipped({**package.files, name: package.files[name].replace(size, b'sz="800"')})
    assert {d.code for d in check(small)} == {"BG858"}


def test_text_that_cannot_be_read_on_a_house_s_ground_is_found() -> None:
    package = Package(written(documents.standard(), dressed("dark")))
    master = "ppt/slideMasters/slideMaster1.xml"
    assert b"101820" in package.files[master]
    light = zipped({**package.files, master: package.files[master].replace(b"101820", b"F4F4F4")})
    assert "BG861" in {d.code for d in check(light)}
