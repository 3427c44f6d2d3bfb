"""Drawings as groups of shapes: native kinds, colours of the scheme, names and ids, text that does not break."""

import pytest
from lxml import etree

from briefgen.model.scene import Command, Group, Halo, Ink, Label, Mark, Path, Pattern, Picture, Scene
from briefgen.preflight.package import A, P
from briefgen.render.pptx.boxes import Box
from briefgen.render.pptx.deck import Metrics
from briefgen.render.pptx.drawingml import NAMESPACES
from briefgen.render.pptx.ids import Ids
from briefgen.render.pptx.palette import palette
from briefgen.render.pptx.scene import group
from tests.support.decks import theme
from tests.support.pictures import box, disc

CAMBRIA = Metrics(ascent=0.9, pitch=1.1724)
CALIBRI = Metrics(ascent=0.952, pitch=1.2207)
EMU = 12700


def drawn(
    *marks: Mark, at: tuple[float, float] = (0, 0), furniture: tuple[tuple[str, ...], str] = ((), "")
) -> etree._Element:
    """Return a scene of 200 by 100 points as parsed XML."""
    text = group(
        Scene(width=200, height=100, marks=marks),
        Box(x=at[0], y=at[1], w=200, h=100),
        "Figure: test",
        "What it shows",
        colours=palette(theme()),
        metrics=(CAMBRIA, CALIBRI),
        language="en",
        ids=Ids(),
        embed=lambda png: f"rId{len(png)}",
        furniture=furniture,
    )
    return etree.fromstring(f"<p:spTree {NAMESPACES}>{text}</p:spTree>")[0]


def path(name: str, commands: tuple[Command, ...], **more: object) -> Path:
    return Path(name=name, commands=commands, fill=Ink(rgb="8A1C2C"), **more)  # type: ignore[arg-type]


def label(text: str = "Kabul", **more: object) -> Label:
    given: dict[str, object] = {"x": 100, "y": 50, "size": 14, "font": "Calibri", "weight": 400, "width": 30}
    return Label(name=f"Label {text}", text=text, ink=Ink(rgb="211C18"), **(given | more))  # type: ignore[arg-type]


def test_the_group_has_the_name_and_the_words_of_the_figure() -> None:
    properties = drawn(path("Bar", box(0, 0, 10, 10))).find(f"{P}nvGrpSpPr/{P}cNvPr")
    assert properties is not None
    assert (properties.get("id"), properties.get("name"), properties.get("descr")) == (
        "2",
        "Figure: test",
        "What it shows",
    )


@pytest.mark.parametrize(
    ("commands", "kind"),
    [
        (box(10, 10, 40, 20), "rect"),
        (disc(50, 50, 8), "ellipse"),
        ((("M", 0, 0), ("L", 30, 40), ("L", 60, 0), ("Z",)), None),
        ((("M", 0, 0), ("L", 30, 0), ("L", 30, 20), ("L", 5, 20), ("Z",)), None),
    ],
)
def test_simple_shapes_are_native(commands: tuple[Command, ...], kind: str | None) -> None:
    shape = drawn(path("Shape", commands)).find(f"{P}sp")
    assert shape is not None
    preset = shape.find(f"{P}spPr/{A}prstGeom")
    assert (preset.get("prst") if preset is not None else None) == kind
    assert (shape.find(f"{P}spPr/{A}custGeom") is not None) == (kind is None)


def test_a_straight_line_is_a_line_even_without_height() -> None:
    found = drawn(Path(name="Rule", commands=(("M", 0, 50), ("L", 200, 50)), stroke=Ink(rgb="CFC6B8"), width=1))
    assert found.find(f"{P}cxnSp/{P}spPr/{A}prstGeom").get("prst") == "line"


def test_places_are_the_slides_own_at_every_level() -> None:
    inner = Group(name="Inner", marks=(path("Bar", box(10, 20, 30, 40)),))
    root = drawn(inner, at=(100, 200))
    for one in root.iter(f"{P}grpSpPr"):
        x = one.find(f"{A}xfrm")
        assert x is not None
        assert x.find(f"{A}off").attrib == x.find(f"{A}chOff").attrib
        assert x.find(f"{A}ext").attrib == x.find(f"{A}chExt").attrib
    off = next(root.iter(f"{P}sp")).find(f"{P}spPr/{A}xfrm/{A}off")
    assert off is not None
    # the scene's y runs up from its foot at 300 points
    assert (int(off.get("x", "")), int(off.get("y", ""))) == (110 * EMU, (300 - 60) * EMU)


def test_colours_of_the_theme_become_the_schemes_and_others_stay() -> None:
    root = drawn(
        path("Own", box(0, 0, 9, 9)), Path(name="Other", commands=box(0, 0, 9, 9), fill=Ink(rgb="123456", alpha=0.5))
    )
    assert [e.get("val") for e in root.iter(f"{A}schemeClr")] == ["accent1"]
    assert [e.get("val") for e in root.iter(f"{A}srgbClr")] == ["123456"]
    assert [e.get("val") for e in root.iter(f"{A}alpha")] == ["50000"]


def test_a_hatch_is_a_shape_of_its_own() -> None:
    hatch = Pattern(
        kind="up", ink=Ink(rgb="FFFFFF"), width=1, lines=(("M", 0, 0), ("L", 9, 9), ("M", 3, 0), ("L", 9, 6))
    )
    names = [e.get("name") for e in drawn(path("Country", box(0, 0, 9, 9), pattern=hatch)).iter(f"{P}cNvPr")]
    assert names[1:] == ["Country", "Country hatch"]


def test_names_and_ids_occur_once() -> None:
    root = drawn(*(path("Bar", box(k, 0, 5, 5)) for k in range(0, 50, 10)))
    found = list(root.iter(f"{P}cNvPr"))
    assert len({e.get("id") for e in found}) == len({e.get("name") for e in found}) == len(found) == 6


def test_a_label_does_not_break_and_stands_on_its_baseline() -> None:
    root = drawn(label())
    body = root.find(f".//{A}bodyPr")
    assert body is not None
    assert body.get("wrap") == "none"
    assert body.find(f"{A}noAutofit") is not None
    off = root.find(f"{P}sp/{P}spPr/{A}xfrm/{A}off")
    assert off is not None
    baseline = int(off.get("y", "")) / EMU + CALIBRI.ascent * 14
    assert baseline == pytest.approx(50, abs=0.01)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 100 - 15.45), ("end", 100 - 30.9)])
def test_a_label_grows_from_its_anchor(anchor: str, left: float) -> None:
    off = drawn(label(anchor=anchor)).find(f"{P}sp/{P}spPr/{A}xfrm/{A}off")
    assert off is not None
    assert int(off.get("x", "")) / EMU == pytest.approx(left, abs=0.01)


def test_a_turned_label_turns_about_its_anchor() -> None:
    x = drawn(label(angle=90.0)).find(f"{P}sp/{P}spPr/{A}xfrm")
    assert x is not None
    assert x.get("rot") == str(270 * 60000)
    off, ext = x.find(f"{A}off"), x.find(f"{A}ext")
    assert off is not None
    assert ext is not None
    centre = int(off.get("y", "")) / EMU + int(ext.get("cy", "")) / EMU / 2
    assert centre == pytest.approx(50 - 30.9 / 2, abs=0.1)


def test_lines_halo_weight_and_characters_are_kept() -> None:
    root = drawn(label("a < b\n& c", weight=600, italic=True, halo=Halo(ink=Ink(rgb="FFFFFF"), width=2)))
    assert [e.text for e in root.iter(f"{A}t")] == ["a < b", "& c"]
    properties = next(root.iter(f"{A}rPr"))
    assert (properties.get("b"), properties.get("i")) == ("1", "1")
    assert root.find(f".//{A}glow").get("rad") == str(EMU)


def test_a_picture_is_embedded_once() -> None:
    root = drawn(Picture(name="Relief", png=b"12345", x=0, y=0, width=50, height=50, alt="Relief"))
    blip = next(root.iter(f"{A}blip"))
    assert list(blip.attrib.values()) == ["rId5"]


def test_labels_of_the_furniture_are_tagged_with_its_language() -> None:
    tree = drawn(label("Kabul"), label("juillet"), furniture=(("juillet", "août"), "fr"))
    assert {r.findtext(f"{A}t"): r.find(f"{A}rPr").get("lang") for r in tree.iter(f"{A}r")} == {
        "Kabul": "en-GB",
        "juillet": "fr-FR",
    }


def test_a_numeral_is_set_in_the_face_of_headlines_and_other_labels_in_that_of_the_body() -> None:
    found = drawn(label("100", font="deck_head"), label("million", font="deck_body"))
    assert [e.get("typeface") for e in found.iter(f"{A}latin")] == ["+mj-lt", "+mn-lt"]
