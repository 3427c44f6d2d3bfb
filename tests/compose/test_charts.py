"""Charts from data: what is drawn, what is printed, what is joined, what is missing, and the words around it."""

import pytest
from msgspec.structs import replace

from briefgen.compose.captions import cited
from briefgen.compose.moments import regular, said
from briefgen.compose.scale import ticks
from briefgen.errors import InputError
from briefgen.model.charts import (
    Bars,
    BarSpec,
    ColumnSpec,
    Dots,
    DotSpec,
    Line,
    Lines,
    LineSpec,
    Part,
    StackedSpec,
    Stacks,
)
from briefgen.model.facts import Column, Dataset
from briefgen.model.figure import Figure, FigureSpec
from tests.support.reports import report, resolved, unit

ABOUT = {"id": "f", "headline": "Headline", "data": "d"}


def number(name: str, **fields: str) -> Column:
    return Column(name=name, kind="number", **({"unit": "USD million", "period": "2019"} | fields))


def data(columns: tuple[Column, ...], *rows: tuple[str | float | None, ...]) -> Dataset:
    return Dataset(id="d", columns=columns, rows=rows, cites=("tass",))


def drawn(spec: FigureSpec, dataset: Dataset, language: str = "en") -> Figure:
    whole = replace(report(unit("u")), datasets=(dataset,))
    return resolved(spec, whole, language)


ROWS = (
    ("a", "Alpha", 5.0),
    ("b", "Beta", 70.0),
    ("c", "Gamma", None),
    ("d", "Delta", 20.0),
    ("e", "Epsilon", 1.0),
    ("f", "Zeta", 2.0),
)
BARS = data((Column(name="k", kind="id"), Column(name="l", kind="text"), number("v", precision="rounded")), *ROWS)


def bars(**fields: object) -> Bars:
    found = drawn(BarSpec(**ABOUT, x="l", y="v", **fields), BARS)  # type: ignore[arg-type]
    assert isinstance(found, Bars)
    return found


def test_bars_keep_the_order_of_the_data_and_say_what_is_missing() -> None:
    found = bars(emphasis="d")
    assert [(b.id, b.value, b.printed, b.stressed) for b in found.bars[1:4]] == [
        ("b", 70.0, "about USD 70 million", False),
        ("c", None, "not stated", False),
        ("d", 20.0, "about USD 20 million", True),
    ]
    assert found.words.subtitle == "v, USD million, 2019, rounded"
    assert "Gamma: not stated" in found.words.description


def test_ranked_bars_begin_with_the_largest_and_end_with_what_is_missing() -> None:
    assert [b.label for b in bars(ranked=True).bars] == ["Beta", "Delta", "Alpha", "Zeta", "Epsilon", "Gamma"]


def test_joined_bars_stand_last_and_are_named() -> None:
    found = bars(keep=2)
    assert [(b.label, b.value) for b in found.bars] == [("Beta", 70.0), ("Delta", 20.0), ("Other", 8.0)]
    assert found.words.remarks == "“Other” joins Alpha, Gamma, Epsilon and Zeta."
    assert found.words.remarks in found.words.description


def test_one_bar_alone_is_not_joined() -> None:
    assert len(bars(keep=5).bars) == 6


def test_columns_of_months_fill_the_gap_and_say_so() -> None:
    months = data(
        (Column(name="m", kind="text"), number("n", unit="events", label="Events")),
        ("2021-11", 3.0),
        ("2021-12", 4.0),
        ("2022-02", 5.0),
    )
    found = drawn(ColumnSpec(**ABOUT, x="m", y="n"), months)
    assert isinstance(found, Bars)
    assert [(b.label, b.value, b.printed) for b in found.bars] == [
        ("Nov 2021", 3.0, "3"),
        ("Dec", 4.0, "4"),
        ("Jan 2022", None, "not stated"),
        ("Feb", 5.0, "5"),
    ]
    assert found.timed
    assert found.upright
    assert found.words.remarks == "Not stated: Jan 2022."
    assert found.words.subtitle == "Events, 2019"


def test_the_furniture_speaks_the_brief_s_language() -> None:
    found = drawn(BarSpec(**ABOUT, x="l", y="v", keep=2), BARS, "fr")
    assert isinstance(found, Bars)
    assert found.bars[-1].label == "Autres"
    assert found.bars[-1].printed == "environ USD 8 million"


PARTS = data(
    (Column(name="b", kind="text"), Column(name="p", kind="text"), number("v", unit="works")),
    ("Type", "News", 70.0),
    ("Type", "Books", 6.0),
    ("Type", "Talks", 1.0),
    ("Type", "Maps", 0.0),
    ("Language", "English", 50.0),
    ("Language", "Books", None),
    ("Language", "Repeat", 9.0),
)


def test_parts_are_coloured_by_name_and_a_rest_has_no_colour() -> None:
    found = drawn(StackedSpec(**ABOUT, x="b", part="p", y="v", rest=("Repeat",)), PARTS)
    assert isinstance(found, Stacks)
    assert [[(p.label, p.colour) for p in s.parts] for s in found.stacks] == [
        [("News", 0), ("Books", 1), ("Talks", 2), ("Maps", 3)],
        [("English", 0), ("Repeat", None)],
    ]
    assert found.words.remarks == "Not stated: Language, Books."
    assert found.words.description.startswith("v, works, 2019. Type: News 70, Books 6, Talks 1, Maps 0.")


def test_small_parts_are_joined_only_when_asked() -> None:
    found = drawn(StackedSpec(**ABOUT, x="b", part="p", y="v", keep=2), PARTS)
    assert isinstance(found, Stacks)
    assert found.stacks[0].parts[-1] == Part(label="Other", value=1.0, printed="1", colour=None)
    assert "“Other” joins Talks and Maps." in (found.words.remarks or "")


def over_time(**fields: object) -> Lines:
    years = data(
        (Column(name="y", kind="text"), number("a", label="Exports"), number("b", label="Imports")),
        ("2010", 4.0, 1.0),
        ("2012", 6.0, None),
        ("2016", 9.0, 2.5),
    )
    found = drawn(LineSpec(**ABOUT, x="y", y=("a", "b"), **fields), years)  # type: ignore[arg-type]
    assert isinstance(found, Lines)
    return found


def test_a_line_has_all_moments_at_the_data_s_own_step() -> None:
    found = over_time(emphasis="b")
    assert found.moments == ("2010", "2012", "2014", "2016")
    assert found.lines[1] == Line(
        label="Imports",
        values=(1.0, None, None, 2.5),
        printed=("1", "not stated", "not stated", "2.5"),
        stressed=True,
    )
    assert found.words.remarks == "Not stated: Exports, 2014; Imports, 2012, 2014."
    assert [t.printed for t in found.ticks] == ["0", "2.5", "5", "7.5", "10"]


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    years = data((Column(name="y", kind="text"), number("a")), ("2010", 104.0), ("2011", 106.0), ("2012", 109.0))
    found = drawn(LineSpec(**ABOUT, x="y", y=("a",), zero=False), years)
    assert isinstance(found, Lines)
    assert found.ticks[0].value == 104
    assert found.words.remarks == "The axis does not start at zero."


def test_two_moments_are_no_line() -> None:
    years = data((Column(name="y", kind="text"), number("a")), ("2010", 104.0), ("2011", 106.0))
    with pytest.raises(InputError, match="BG601"):
        drawn(LineSpec(**ABOUT, x="y", y=("a",)), years)


def test_rows_of_dots_keep_all_their_series() -> None:
    kinds = data(
        (Column(name="k", kind="text"), number("all", label="statements"), number("few", label="of which hedged")),
        ("Facts", 114.0, 29.0),
        ("Judgements", 167.0, 73.0),
        ("Jokes", None, None),
    )
    found = drawn(DotSpec(**ABOUT, x="k", y=("all", "few"), ranked=True), kinds)
    assert isinstance(found, Dots)
    assert [r.label for r in found.rows] == ["Judgements", "Facts", "Jokes"]
    assert found.series == ("statements", "of which hedged")
    assert "Facts: statements 114, of which hedged 29." in found.words.description
    assert found.words.remarks == "Not stated: Jokes, statements and Jokes, of which hedged."


def test_a_chart_cites_its_own_works_else_those_of_its_data_else_the_report() -> None:
    whole = replace(report(unit("u")), datasets=(BARS, replace(BARS, id="bare", cites=())))
    spec = BarSpec(**ABOUT, x="l", y="v")
    assert cited(replace(spec, cites=("roe",)), whole) == ("roe",)
    assert cited(spec, whole) == ("tass",)
    assert cited(replace(spec, data="bare"), whole) == ("self",)


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["2010", "2013", "2011"], ("2010", "2011", "2012", "2013")),
        (["2000", "2010", "2020"], ("2000", "2010", "2020")),
        (["2021-12", "2022-02"], ("2021-12", "2022-02")),
        (["2021-12", "2022-01", "2022-03"], ("2021-12", "2022-01", "2022-02", "2022-03")),
        (["Q1 2021", "Q2 2021"], ()),
        (["2010"], ()),
    ],
)
def test_moments_are_years_or_months_at_equal_distances(labels: list[str], found: tuple[str, ...]) -> None:
    assert regular(labels) == found


def test_months_are_named_and_years_with_the_first_and_each_january() -> None:
    assert said(("2021-11", "2021-12", "2022-01", "2022-02"), "en") == ("Nov 2021", "Dec", "Jan 2022", "Feb")


@pytest.mark.parametrize(
    ("values", "zero", "found"),
    [
        ([4.0, 18.0], True, (0, 5, 10, 15, 20)),
        ([104.0, 109.0], False, (104, 106, 108, 110)),
        ([-3.0, 8.0], True, (-5, 0, 5, 10)),
        ([0.02, 0.07], True, (0, 0.02, 0.04, 0.06, 0.08)),
        ([0.0], True, (0, 0.25, 0.5, 0.75, 1)),
        ([], True, (0, 0.25, 0.5, 0.75, 1)),
        ([1_250_000.0], True, (0, 500_000, 1_000_000, 1_500_000)),
    ],
)
def test_a_scale_has_few_round_numbers(values: list[float], zero: bool, found: tuple[float, ...]) -> None:
    assert tuple(t.value for t in ticks(values, "en", zero=zero)) == found
