"""Both themes on slides: what each draws, the colours of the scheme, and labels in the furniture's language."""

import colorsys
import io
from collections.abc import Callable

import pytest
from lxml import etree
from msgspec.structs import asdict, replace
from pptx import Presentation

from briefgen.model.document import Document, FigureBlock
from briefgen.model.theme import Theme
from briefgen.preflight.package import A, P, Package
from briefgen.preflight.pptx import check
from briefgen.render.pptx import dump
from briefgen.render.pptx.charts import chart_part
from briefgen.render.pptx.deck import Chart, Drawing, Table, TextBox
from briefgen.render.pptx.palette import palette, scheme
from briefgen.render.pptx.template import layouts, package
from briefgen.typeset.language import labels
from tests.support import documents, pictures
from tests.support.decks import THEMES, only, planned, texts, theme, written

ALL = (documents.one_slide, documents.short, documents.standard)


def french(document: Document) -> Document:
    """Return a document with French furniture, its timeline's months in French too."""
    first, *others = pictures.DATES.ticks
    line = replace(pictures.DATES, ticks=(replace(first, label="juin 2021"), *others))
    blocks = tuple(
        replace(b, figure=line) if isinstance(b, FigureBlock) and b.figure == pictures.DATES else b
        for b in document.blocks
    )
    return replace(
        document,
        blocks=blocks,
        labels=labels("fr"),
        as_of="Situation au 14 novembre 2021",
        author_line="D’après un rapport signé Ivan U. Klyszcz",
        review="Ni l’auteur ni l’éditeur n’ont relu cette synthèse.",
    )


def test_a_deck_in_meridian_reads_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("deck-standard-meridian.txt", dump(planned(documents.standard(), "meridian")))


def test_a_deck_with_french_furniture_reads_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("deck-standard-french.txt", dump(planned(french(documents.standard()))))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("dress", [lambda d: d, french], ids=["en", "fr"])
def test_every_length_fits_in_both_themes_and_both_languages(
    name: str, make: Callable[[], Document], dress: Callable[[Document], Document]
) -> None:
    deck = planned(dress(make()), name)
    assert deck.fits
    assert len({s.headline for s in deck.slides}) == len(deck.slides)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("make", ALL)
def test_preflight_has_nothing_to_say_of_either_theme(name: str, make: Callable[[], Document]) -> None:
    assert check(written(make(), name)) == ()


def test_both_themes_have_the_same_layouts_and_placeholders() -> None:
    one, other = (layouts(theme(name)) for name in THEMES)
    assert list(one) == list(other)
    for name in one:
        assert [(s.name, s.kind, s.index) for s in one[name].slots] == [
            (s.name, s.kind, s.index) for s in other[name].slots
        ]


def drawn(of: Theme, part: str) -> list[tuple[str, str, tuple[float, ...]]]:
    """Return what a part of the template draws: name, colour by its first change, and place in inches."""
    found = []
    root = Package(package(of, layouts(of))).xml(part)
    for shape in root.iter(f"{P}sp", f"{P}cxnSp"):
        colour = shape.find(f"{P}spPr//{A}schemeClr")
        if shape.find(f".//{P}ph") is None and colour is not None:
            off, ext = shape.find(f"{P}spPr/{A}xfrm/{A}off"), shape.find(f"{P}spPr/{A}xfrm/{A}ext")
            place = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
            found.append(
                (shape.find(f".//{P}cNvPr").get("name"), colour.get("val"), tuple(int(v) / 914400 for v in place))
            )
    return found


def near(inches: tuple[float, ...]) -> object:
    return pytest.approx(inches, abs=0.001)


def test_meridian_has_a_bar_and_a_signal_line_over_every_slide() -> None:
    assert drawn(theme("meridian"), "ppt/slideMasters/slideMaster1.xml") == [
        ("Bar", "accent2", near((0, 0, 13.333, 0.56))),
        ("Signal line", "accent3", near((0, 0.56, 13.333, 0.05))),
    ]
    assert drawn(theme(), "ppt/slideMasters/slideMaster1.xml") == [("Rule", "tx1", near((0.6, 0.64, 12.133, 0)))]


def test_meridian_opens_on_petrol_with_a_deep_foot_under_a_signal_line() -> None:
    of = theme("meridian")
    assert drawn(of, "ppt/slideLayouts/slideLayout1.xml") == [
        ("Foot", "accent2", near((0, 5.62, 13.333, 1.88))),
        ("Signal line", "accent3", near((0, 5.55, 13.333, 0.07))),
    ]
    root = Package(package(of, layouts(of))).xml("ppt/slideLayouts/slideLayout1.xml")
    assert root.find(f"{P}cSld/{P}bg//{A}schemeClr").get("val") == "accent2"
    assert root.get("showMasterSp") == "0"


def test_a_panel_has_a_rule_in_the_signal_colour_on_its_upper_edge() -> None:
    names = [layout.title for layout in layouts(theme("meridian")).values()]
    part = f"ppt/slideLayouts/slideLayout{names.index('Summary') + 1}.xml"
    assert [(n, c) for n, c, _ in drawn(theme("meridian"), part)] == [("Panel", "bg2"), ("Panel rule", "accent3")]


def test_tables_in_meridian_have_a_filled_head_and_bands_and_no_hairlines() -> None:
    of = theme("meridian")
    style = Package(package(of, layouts(of))).xml("ppt/tableStyles.xml")
    fills = {e.tag.removeprefix(A): e.find(f"{A}tcStyle/{A}fill/{A}solidFill/{A}schemeClr") for e in style[0]}
    assert {n: f.get("val") for n, f in fills.items() if f is not None} == {"firstRow": "accent2", "band2H": "bg2"}
    assert style.find(f".//{A}insideH") is None
    table = next(t for s in planned(documents.standard(), "meridian").slides for t in only(s, Table))
    assert isinstance(table, Table)
    assert (table.banded, table.cell_left) == (True, 10)


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_a_theme_is_one_of_the_scheme_or_a_change_of_one(name: str) -> None:
    of, colours = theme(name), palette(theme(name))
    places = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
    for role, value in colours.values.items():
        tint = colours.tints[role]
        base = scheme(of)[places.get(tint.place, tint.place)]
        hue, light, full = colorsys.rgb_to_hls(*(int(base[n : n + 2], 16) / 255 for n in (0, 2, 4)))
        for change, amount in tint.changes:
            match change:
                case "hueOff":
                    hue = (hue + amount / 60000 / 360) % 1
                case "satMod":
                    full *= amount / 100000
                case "lumMod":
                    light *= amount / 100000
                case "lumOff":
                    light += amount / 100000
        made = [round(255 * v) for v in colorsys.hls_to_rgb(hue, light, full)]
        wanted = [int(value[n : n + 2], 16) for n in (0, 2, 4)]
        assert made == pytest.approx(wanted, abs=1), role


@pytest.mark.parametrize("name", THEMES)
def test_texts_can_be_read_on_every_ground_that_they_stand_on(name: str) -> None:
    for ground, roles in {
        "paper": ("ink", "mute", "accent", "head", "lead"),
        "panel": ("ink", "mute", "lead"),
        "ground": ("on_ground", "pale", "label_on_ground"),
        "deep": ("on_ground", "pale"),
    }.items():
        for role in roles:
            assert palette(theme(name)).contrast(role, ground) >= 4.5, (role, ground)


def test_a_colour_without_hue_can_take_one_and_lose_one() -> None:
    grey = replace(theme(), colour=replace(theme().colour, mute="#777777", deep="#787878", pale="#0000FF"))
    colours = palette(grey)
    assert colours.tints["deep"].place == "tx2"
    assert "satMod" not in dict(colours.tints["deep"].changes)


@pytest.mark.parametrize(("name", "inside"), [("chancery", "tx1"), ("meridian", "bg1")])
def test_a_bars_label_takes_the_colour_that_stands_out_from_its_bar(name: str, inside: str) -> None:
    chart = next(c for s in planned(documents.standard(), name).slides for c in only(s, Chart))
    assert isinstance(chart, Chart)
    root = etree.fromstring(chart_part(chart, palette(theme(name)).colour, "rId1").encode())
    (label,) = (e for e in root.iter("{*}dLbl") if e.find("{*}dLblPos").get("val") == "inEnd")
    assert label.find(f".//{A}schemeClr").get("val") == inside


def test_chancerys_labels_stand_in_capitals_and_meridians_do_not() -> None:
    found = {name: texts(planned(documents.short(), name).slides[1], "label") for name in THEMES}
    assert found == {"chancery": ["BOTTOM LINE"], "meridian": ["Bottom line"]}


def test_meridian_sets_arial_smaller_but_nowhere_under_the_floors() -> None:
    one, other = (asdict(theme(name).deck.type) for name in THEMES)
    floors = {"body_min": 16, "label": 14, "map": 14, "source": 11, "running": 12}
    for role, size in other.items():
        factor = 0.95 if role in ("title", "headline", "divider", "numeral", "quote", "figure") else 0.93
        assert size == pytest.approx(floors.get(role, factor * one[role]), abs=0.35), role


def test_furniture_is_tagged_with_its_language_and_content_with_its_own() -> None:
    parts = Package(written(french(documents.standard())))
    tags: dict[str, set[str]] = {}
    for name in [*parts.slides, *(n for n in parts.files if n.startswith("ppt/notesSlides/notesSlide"))]:
        for run in parts.xml(name).iter(f"{A}r"):
            tags.setdefault(run.findtext(f"{A}t") or "", set()).add(run.find(f"{A}rPr").get("lang"))
    for words in (
        "L’ESSENTIEL",
        "À SURVEILLER",
        "Perspectives\u00a0: ",
        "Sources\u00a0: ",
        "Ce que montre cette synthèse",
        "À dire",
        "Degré de certitude",
        "Situation au 14\u00a0novembre\u00a02021",
        "Situation au 14\u00a0novembre\u00a02021.",
        "Ni l’auteur ni l’éditeur n’ont relu cette synthèse.",
        documents.standard().title,
        "Promises in July",
    ):
        language = "en-GB" if words in (documents.standard().title, "Promises in July") else "fr-FR"
        assert tags[words] == {language}, words


def test_a_drawing_says_which_of_its_labels_are_furniture() -> None:
    drawings = [d for s in planned(french(documents.standard())).slides for d in only(s, Drawing)]
    words = [w for d in drawings if isinstance(d, Drawing) for w in d.furniture]
    months = ["juin 2021", *(tick.label for tick in pictures.DATES.ticks[1:])]
    assert words == [*months, *(label for _, label in pictures.DATES.statuses)]


def test_a_receiver_sees_the_fonts_of_the_theme() -> None:
    part = Package(written(documents.short(), "meridian")).xml("ppt/theme/theme1.xml")
    assert {e.get("typeface") for e in part.iter(f"{A}latin")} == {"Arial"}
    names = {layout.name for layout in Presentation(io.BytesIO(written(documents.short(), "meridian"))).slide_layouts}
    assert {"Quotation", "Key figures", "Statements and panel"} <= names


def test_only_the_marking_names_a_literal_colour_outside_drawings() -> None:
    parts = Package(written(documents.standard(), "meridian"))
    literal = {
        "".join(t.text or "" for t in shape.iter(f"{A}t"))
        for name in parts.slides
        for shape in parts.xml(name).findall(f"{P}cSld/{P}spTree/{P}sp")
        if next(shape.iter(f"{A}srgbClr"), None) is not None
    }
    assert literal == {"TLP:CLEAR"}


def test_dividers_show_their_number_level_with_the_title() -> None:
    for name in THEMES:
        made = planned(replace(documents.standard(), length=replace(documents.standard().length, slides=30)), name)
        slide = next(s for s in made.slides if s.layout == "divider")
        number = next(s for s in slide.shapes if isinstance(s, TextBox) and s.slot == "number")
        assert number.box.y < slide.shapes[0].box.y
        assert texts(slide, "number") == ["1"]
