"""Native charts: their labels, their colours, and the workbook behind them."""

import io
import zipfile
from datetime import datetime
from itertools import pairwise

import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen.model.charts import Bar, Bars
from briefgen.preflight.package import C
from briefgen.render.pptx.boxes import Box
from briefgen.render.pptx.chartlabels import PAD, number_format
from briefgen.render.pptx.charts import chart_part
from briefgen.render.pptx.deck import Chart
from briefgen.render.pptx.frame import Setting
from briefgen.render.pptx.measure import ruler
from briefgen.render.pptx.native import Native, chart
from briefgen.render.pptx.palette import palette
from briefgen.render.pptx.parts import repacked
from briefgen.render.pptx.stackchart import ENDS, TIGHTEST
from briefgen.render.pptx.workbook import workbook
from tests.figures import charts
from tests.support import documents, pictures
from tests.support.decks import FONTS, only, planned, theme

BOX = Box(x=0.0, y=0.0, w=518.0, h=255.0)
ALL = (
    pictures.TRADE,
    charts.MONTHS,
    charts.YEARS,
    charts.REFERENCES,
    charts.HEDGED,
    charts.TRADE,
    charts.KINDS,
)


def bars(*printed: tuple[float, str]) -> tuple[Bar, ...]:
    return tuple(Bar(id=str(n), label=f"Row {n}", value=v, printed=p) for n, (v, p) in enumerate(printed))


def native(figure: Native = pictures.TRADE, box: Box = BOX) -> Chart:
    setting = Setting(document=documents.standard(), theme=theme(), sketches={}, using=ruler(theme(), FONTS))
    return chart(setting, figure, box, 16.0)


def xml(made: Chart) -> "etree._Element":
    return etree.fromstring(part(made).encode())


def part(made: Chart, name: str = "chancery") -> str:
    return chart_part(made, palette(theme(name)).colour, "rId1")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        (((100, "about USD 100 million"), (5, "about USD 5 million")), f'"{PAD}about USD "0" million{PAD}"'),
        (((1200, "1,200 men"), (60, "60 men")), f'"{PAD}"#,##0" men{PAD}"'),
        (((1.5, "1.5"), (2.0, "2.0")), f'"{PAD}"0.0"{PAD}"'),
        (((4.2, "4.2%"), (-7.5, "−7.5%")), f'"{PAD}"0.0"%{PAD}";"{PAD}−"0.0"%{PAD}"'),
        (((100, "about USD 100 million"), (5, "less than USD 10 million")), None),
        (((1, 'one "1"'), (2, 'two "2"')), None),
    ],
)
def test_printed_values_become_a_number_format_where_one_says_them_all(
    printed: tuple[tuple[float, str], ...], code: str | None
) -> None:
    assert number_format(printed) == code


def test_values_that_no_format_says_are_written_out() -> None:
    made = native(replace(pictures.TRADE, bars=bars((100, "a hundred or so"), (5, "some 5"))))
    assert "a hundred or so" in "".join(xml(made).itertext())


def test_names_stand_above_bars_that_have_the_room_and_beside_those_that_have_not() -> None:
    assert [s.name for s in native().series] == ["Names", pictures.TRADE.unit]
    many = replace(pictures.TRADE, bars=bars(*((v, f"{v} cases") for v in range(1, 13))))
    crowded = native(many)
    assert crowded.named
    assert len(xml(crowded).findall(f".//{C}ser")) == 1


def test_long_names_stand_above_their_bars_in_smaller_type_where_they_would_crowd_them() -> None:
    names = "Doses of the vaccine against measles and rubella for infants"
    five = tuple(replace(b, label=f"{names}, {b.id}") for b in bars(*((v, f"{v} doses") for v in range(1, 6))))
    made = native(replace(pictures.TRADE, bars=five))
    assert not made.named
    assert 14.0 <= made.size < 16.0


def test_a_label_stands_inside_its_bar_only_where_it_fits() -> None:
    assert [t and t.place for t in native().series[1].tags] == ["inEnd", "outEnd"]


def test_the_axis_leaves_room_for_a_label_after_the_longest_bar() -> None:
    long = bars((100, "100"), (70, "about seventy, of which most are rather small"))
    made = native(Bars(words=pictures.TRADE.words, bars=long, unit="x", period="2019"), replace(BOX, w=420, h=250))
    assert [t and t.place for t in made.series[1].tags] == ["inEnd", "outEnd"]
    assert 100 < made.high < 300


def test_the_axis_runs_below_zero_where_bars_do_and_a_missing_one_says_so() -> None:
    some = (*bars((4.2, "4.2%"), (-7.5, "−7.5%")), Bar(id="x", label="Farms", value=None, printed="not stated"))
    made = native(replace(pictures.TRADE, bars=some))
    assert made.low <= -7.5
    assert made.categories[2] == "Farms: not stated"
    assert made.series[1].values == (4.2, -7.5, None)
    assert made.series[1].tags[2] is None


def test_colours_are_the_schemes_and_the_stressed_bar_differs() -> None:
    text = part(native())
    assert "srgbClr" not in text
    assert '<c:dPt><c:idx val="1"/>' in text
    assert 'schemeClr val="accent1"' in text


@pytest.mark.parametrize("figure", ALL, ids=lambda f: f.words.id)
def test_axis_ids_are_positive(figure: Native) -> None:
    ids = [int(e.get("val", "0")) for e in xml(native(figure)).iter(f"{C}axId", f"{C}crossAx")]
    assert len(ids) == 6
    assert all(i > 0 for i in ids)


def test_a_chart_shows_numbers_as_exactly_as_its_workbook_holds_them() -> None:
    made = native(replace(pictures.TRADE, bars=bars((1234567.5, "1,234,567.5"), (830000, "830,000"))))
    shown = [p.text for cache in xml(made).iter(f"{C}numCache") for p in cache.iter(f"{C}v")]
    assert shown[-2:] == ["1234567.5", "830000"]


def test_the_workbook_is_the_same_each_time_but_for_the_clock_in_its_zip() -> None:
    one, other = (workbook(native(), datetime(2021, 11, 14)) for _ in range(2))
    assert repacked(one) == repacked(other)


def labels(made: Chart) -> list[str]:
    """What a chart's labels say, as a program that draws it would set them."""
    found = []
    for series in made.series:
        for n, tag in enumerate(series.tags):
            if tag is None:
                continue
            value = "" if series.values[n] is None else f"{series.values[n]:g}"
            says = {"value": value, "category": made.categories[n], "series": series.name}
            found.append(tag.text or says.get(tag.says, f"{series.name} {value}"))
    return found


@pytest.mark.parametrize("figure", [charts.MONTHS, charts.REFERENCES, charts.HEDGED, charts.TRADE, charts.KINDS])
def test_slide_and_page_say_the_same(figure: Native) -> None:
    from briefgen.figures import draw, sketch
    from tests.figures import samples

    room = sketch(figure, theme(), format="pdf", width=360)
    page = draw(figure, samples.pdf(360, room.most), theme(), fonts=FONTS)
    said = " ".join(m.text.replace("\n", " ") for m in samples.labels(page)).split()
    made = native(figure)
    shown = " ".join((*labels(made), *(made.categories if made.named or made.legend else ()))).split()
    numbers = {word for word in said if word.replace(".", "").isdigit()}
    scale = {f"{t.value:g}" for t in getattr(figure, "ticks", ())}
    assert numbers - scale <= {*shown, *(f"{v:g}" for s in made.series for v in s.values if v is not None)}
    names = {word for word in said if not word.replace(".", "").isdigit()}
    assert names <= {*shown, *(word for s in made.series for word in s.name.split())}


def test_rows_of_names_below_a_stacked_bar_repeat_its_numbers_by_formula() -> None:
    made = native(charts.REFERENCES)
    news = next(s for s in made.series if s.name == "News")
    start = next(n for n, v in enumerate(news.values) if v == 70)
    assert [n for n, _ in news.copies] == [start + 1 + k for k in range(len(news.copies))]
    assert {source for _, source in news.copies} == {start}
    assert dict(news.own) == dict.fromkeys((n for n, _ in news.copies), None)
    book = zipfile.ZipFile(io.BytesIO(workbook(made, datetime(2021, 11, 14))))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert f"<f>C{start + 2}</f><v>70</v>" in sheet


def test_numbers_stand_behind_bars_where_rows_of_them_would_crowd() -> None:
    bars = [("Ghana", 520, 260), ("Burkina Faso", 310, 95), ("Togo", 35, 60), ("Mali", 40, 3), ("Benin", 12, 18)]
    some = tuple(charts.stack(name, ("Irrigation", a, 0), ("Towns", b, 1)) for name, a, b in (*bars, ("Ivory", 8, 2)))
    made = native(replace(charts.REFERENCES, stacks=some))
    ends = next(s for s in made.series if s.name == ENDS)
    assert [t.text for t in ends.tags if t] == ["35 · 60", "40 · 3", "12 · 18", "8 · 2"]
    assert not any(ends.values)
    towns = next(s for s in made.series if s.name == "Towns")
    assert [v for v, t in zip(towns.values, towns.tags, strict=True) if t and t.says == "value"] == [260, 95]
    assert len(made.categories) * TIGHTEST * made.size <= made.box.h
    few = native(replace(charts.REFERENCES, stacks=some[:3]))
    assert ENDS not in [s.name for s in few.series]


def test_a_rest_is_hatched_and_other_parts_are_not() -> None:
    hatched = {s.name: s.hatched for s in native(charts.REFERENCES).series}
    assert hatched["Other"]
    assert hatched["Repeat note"]
    assert hatched["News"] is None


def test_stacked_columns_have_a_legend_only_where_names_have_no_room() -> None:
    assert native(charts.HEDGED).legend
    roomy = replace(charts.HEDGED, stacks=charts.HEDGED.stacks[:2])
    made = native(roomy)
    assert not made.legend
    assert [s.tags[-1].says for s in made.series if s.tags[-1]] == ["series", "series"]


def test_a_gap_stays_a_gap_in_chart_and_workbook() -> None:
    made = native(charts.TRADE)
    root = xml(made)
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"  # type: ignore[union-attr]
    first = root.find(f".//{C}ser/{C}val//{C}numCache")
    assert [p.get("idx") for p in first.iter(f"{C}pt")] == ["0", "1", "4", "5", "6", "7"]  # type: ignore[union-attr]


def test_names_at_the_ends_of_lines_are_moved_apart() -> None:
    made = native(charts.TRADE)
    lifts = [next(t.lift for t in s.tags if t) for s in made.series[:3]]
    ends = [next(v for v in reversed(s.values) if v is not None) for s in made.series[:3]]
    span = (made.high - made.low) / made.plot[3]  # type: ignore[index]
    places = sorted(end / span + lift for end, lift in zip(ends, lifts, strict=True))
    assert all(b - a >= 1.2 * 16 / BOX.h for a, b in pairwise(places))


def test_scattered_dots_find_both_their_cells() -> None:
    made = native(charts.KINDS)
    formulas = [f.text for f in xml(made).iter(f"{C}f")]
    assert "Sheet1!$D$2:$D$5" in formulas
    assert "Sheet1!$E$2:$E$5" in formulas
    book = zipfile.ZipFile(io.BytesIO(workbook(made, datetime(2021, 11, 14))))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="D2"><v>167</v></c><c r="E2"><v>1</v></c>' in sheet


def test_a_chart_in_a_deck_has_an_alternative_text() -> None:
    found = next(c for s in planned(documents.standard()).slides for c in only(s, Chart))
    assert isinstance(found, Chart)
    assert found.alt == pictures.TRADE.words.alt


def test_the_names_of_dots_stand_over_the_plot_and_are_moved_apart() -> None:
    close = tuple(replace(row, values=(20.0, 22.0)) for row in charts.KINDS.rows)
    heads = native(replace(charts.KINDS, rows=close)).series[-1]
    assert set(heads.levels) == {0.5}
    first, second = (tag.shift for tag in heads.tags if tag)
    assert first < 0 < second
    assert native(charts.KINDS).series[-1].tags[0].shift == 0  # type: ignore[union-attr]


def test_years_that_have_no_room_are_named_now_and_then_below_the_axis_by_a_series_of_their_own() -> None:
    years = tuple(Bar(id=str(y), label=str(y), value=float(y - 1999), printed=str(y - 1999)) for y in range(2000, 2022))
    made = native(replace(charts.MONTHS, bars=years, timed=True))
    values, names = made.series
    assert made.low < names.values[0] < 0  # type: ignore[operator]
    assert (made.named, made.overlaid) == (False, True)
    assert [c for c, tag in zip(made.categories, names.tags, strict=True) if tag][-2:] == ["2019", "2021"]
    assert xml(made).find(f".//{C}overlap").get("val") == "100"  # type: ignore[union-attr]
    assert values.values == tuple(float(n) for n in range(1, 23))


def test_a_chart_says_its_language_once_before_all_else_but_its_calendar() -> None:
    assert [etree.QName(e).localname for e in xml(native())][:4] == ["date1904", "lang", "roundedCorners", "chart"]
