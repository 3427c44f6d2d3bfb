"""What a PDF carries as CSV: what is shown, in numbers and days that a program can read."""

import csv
import io
from datetime import date

import pytest
from msgspec.structs import replace

from briefgen import compose
from briefgen.build.inputs import Inputs, gather
from briefgen.compose.attachments import MARK, attached
from briefgen.model.figure import Figure
from briefgen.model.report import Report
from tests.figures import charts
from tests.support import documents
from tests.support.project import POLICY_MAKERS, ROOT
from tests.support.reports import report, spec

BRIEF = spec(attach="data")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    (found,), _ = gather((ROOT / POLICY_MAKERS,), root=ROOT, lengths=(), formats=(), cache=None, epoch=None)
    return found


def rows(figure: Figure, of: Report | None = None) -> list[list[str]]:
    """Return a figure's file as a program reads it."""
    block = replace(documents.TRADES, figure=figure)
    (file,) = attached([documents.TAKEOVER, block], of or report(), BRIEF)
    assert file.name == f"{figure.words.id}.csv"
    assert file.text.startswith(MARK)
    return list(csv.reader(io.StringIO(file.text.removeprefix(MARK), newline="")))


def test_a_chart_carries_its_values_and_what_they_count() -> None:
    heads, *body = rows(charts.TRADE)
    line = charts.TRADE.lines[0]
    assert heads[1] == f"{line.label} ({charts.TRADE.unit}, {charts.TRADE.period})"
    assert [row[1] for row in body] == ["" if v is None else f"{v:g}" for v in line.values]
    heads, *body = rows(charts.REFERENCES)
    assert ["By type", "News", "70"] in body
    assert len(heads) == 3


def test_what_a_spreadsheet_would_run_is_text() -> None:
    bars = (("=1+1", -3.0), ("@now", 2.5), ("-x", 12_345_678.0), ("plain", None))
    body = rows(charts.columns(*bars))[1:]
    assert body == [["'=1+1", "-3"], ["'@now", "2.5"], ["'-x", "12345678"], ["plain", ""]]


def test_days_are_days_and_whole_months_and_years_are_no_more_exact_than_the_report(inputs: Inputs) -> None:
    shown = next(f for f in inputs.report.figures if f.id == "dates")
    figure = compose.resolve(shown, inputs.report, inputs.spec, inputs.preset())
    (event, label), *_ = ((m.event, m.label) for m in figure.marks)  # type: ignore[union-attr]

    def said(first: date, last: date) -> str:
        events = tuple(
            replace(e, date=replace(e.date, first=first, last=last)) if e.id == event else e
            for e in inputs.report.events
        )
        return next(row[0] for row in rows(figure, replace(inputs.report, events=events)) if row[2] == label)

    assert said(date(2021, 6, 24), date(2021, 6, 24)) == "2021-06-24"
    assert said(date(2021, 6, 24), date(2021, 7, 2)) == "2021-06-24/2021-07-02"
    assert said(date(2021, 6, 1), date(2021, 6, 30)) == "2021-06"
    assert said(date(2020, 2, 1), date(2021, 2, 28)) == "2020-02/2021-02"
    assert said(date(1872, 1, 1), date(1935, 12, 31)) == "1872/1935"


def test_a_table_and_every_kind_of_figure_have_a_file(inputs: Inputs) -> None:
    (file,) = attached([documents.PARTNERS], report(), BRIEF)
    assert len(file.text.splitlines()) == 1 + len(documents.PARTNERS.rows)
    for one in inputs.report.figures:
        if one.id not in {t.id for t in inputs.report.figures if hasattr(t, "columns")}:
            heads, *body = rows(compose.resolve(one, inputs.report, inputs.spec, inputs.preset()), inputs.report)
            assert body
            assert {len(row) for row in body} == {len(heads)}
