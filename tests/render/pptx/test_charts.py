"""Native charts: their labels, their colours, and the workbook behind them."""

from datetime import datetime

import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen.model.figure import Bar, Bars
from briefgen.preflight.package import C
from briefgen.render.pptx.charts import chart_part, number_format
from briefgen.render.pptx.deck import Box, Chart
from briefgen.render.pptx.frame import Setting
from briefgen.render.pptx.measure import ruler
from briefgen.render.pptx.palette import palette
from briefgen.render.pptx.parts import repacked
from briefgen.render.pptx.pictures import chart
from briefgen.render.pptx.workbook import workbook
from tests.support import documents, pictures
from tests.support.decks import FONTS, only, planned, theme


def bars(*printed: tuple[float, str]) -> tuple[Bar, ...]:
    return tuple(Bar(id=str(n), label=f"Row {n}", value=v, printed=p) for n, (v, p) in enumerate(printed))


def native() -> Chart:
    found = next(c for s in planned(documents.standard()).slides for c in only(s, Chart))
    assert isinstance(found, Chart)
    return found


def part(made: Chart, name: str = "chancery") -> str:
    return chart_part(made, palette(theme(name)), "rId1")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        (((100, "about USD 100 million"), (5, "about USD 5 million")), '"\u00a0about USD "0" million\u00a0"'),
        (((1200, "1,200 men"), (60, "60 men")), '"\u00a0"#,##0" men\u00a0"'),
        (((1.5, "1.5"), (2.0, "2.0")), '"\u00a0"0.0"\u00a0"'),
        (((100, "about USD 100 million"), (5, "less than USD 10 million")), None),
        (((1, 'one "1"'), (2, 'two "2"')), None),
    ],
)
def test_printed_values_become_a_number_format_where_one_says_them_all(
    printed: tuple[tuple[float, str], ...], code: str | None
) -> None:
    assert number_format(bars(*printed)) == code


def test_values_that_no_format_says_are_written_out() -> None:
    made = replace(native(), bars=replace(pictures.TRADE, bars=bars((100, "a hundred or so"), (5, "some 5"))))
    root = etree.fromstring(part(made).encode())
    assert "a hundred or so" in "".join(root.itertext())


def test_names_stand_above_bars_that_have_the_room_and_beside_those_that_have_not() -> None:
    assert native().above
    many = replace(pictures.TRADE, bars=bars(*((v, f"{v} cases") for v in range(1, 13))))
    document = documents.standard()
    blocks = tuple(replace(b, figure=many) if b == documents.TRADES else b for b in document.blocks)
    deck = planned(replace(document, blocks=blocks))
    crowded = next(c for s in deck.slides for c in only(s, Chart))
    assert isinstance(crowded, Chart)
    assert not crowded.above
    root = etree.fromstring(part(crowded).encode())
    assert len(root.findall(f".//{C}ser")) == 1


def test_long_names_stand_above_their_bars_in_smaller_type_where_they_would_crowd_them() -> None:
    names = "Doses of the vaccine against measles and rubella for infants"
    five = tuple(replace(b, label=f"{names}, {b.id}") for b in bars(*((v, f"{v} doses") for v in range(1, 6))))
    setting = Setting(document=documents.standard(), theme=theme(), sketches={}, using=ruler(theme(), FONTS))
    box = Box(x=0.0, y=0.0, w=518.0, h=255.0)
    made = chart(setting, replace(pictures.TRADE, bars=five), box, 16.0)
    assert made.above
    assert 14.0 <= made.size < 16.0


def test_a_label_stands_inside_its_bar_only_where_it_fits() -> None:
    assert native().inside == ("exports",)


def test_the_axis_leaves_room_for_a_label_after_the_longest_bar() -> None:
    long = Bars(
        words=pictures.TRADE.words,
        bars=bars((100, "100"), (70, "about seventy, of which most are rather small")),
        unit="x",
        period="2019",
    )
    setting = Setting(document=documents.standard(), theme=theme(), using=ruler(theme(), FONTS), sketches={})
    made = chart(setting, long, Box(x=0, y=0, w=420, h=250), 16)
    assert made.inside == ("0",)
    assert 100 < made.most < 300


def test_colours_are_the_schemes_and_the_stressed_bar_differs() -> None:
    text = part(native())
    assert "srgbClr" not in text
    assert '<c:dPt><c:idx val="1"/>' in text
    assert 'schemeClr val="accent1"' in text


def test_axis_ids_are_positive() -> None:
    root = etree.fromstring(part(native()).encode())
    ids = [int(e.get("val", "0")) for e in root.iter(f"{C}axId", f"{C}crossAx")]
    assert len(ids) == 6
    assert all(i > 0 for i in ids)


def test_a_chart_shows_numbers_as_exactly_as_its_workbook_holds_them() -> None:
    made = replace(native(), bars=replace(pictures.TRADE, bars=bars((1234567.5, "1,234,567.5"), (830000, "830,000"))))
    root = etree.fromstring(part(made).encode())
    shown = [p.text for cache in root.iter(f"{C}numCache") for p in cache.iter(f"{C}v")]
    assert shown[-2:] == ["1234567.5", "830000"]


def test_the_workbook_is_the_same_each_time_but_for_the_clock_in_its_zip() -> None:
    one, other = (workbook(native(), datetime(2021, 11, 14)) for _ in range(2))
    assert repacked(one) == repacked(other)
