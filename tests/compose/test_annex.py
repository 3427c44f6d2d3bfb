"""What figures show, as tables at the end of a long brief that asks for them: every mark of every kind, in words."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefgen import compose
from briefgen.build.brief import material_of
from briefgen.build.inputs import Inputs, gather
from briefgen.compose.annex import told
from briefgen.compose.assemble import Selection, assemble
from briefgen.model import document as doc
from briefgen.model.figure import Lines, TableSpec
from briefgen.model.spec import FULL, STANDARD, Length
from briefgen.typeset.furniture import furniture
from tests.figures import charts
from tests.support.project import POLICY_MAKERS, ROOT
from tests.support.reports import report


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    (found,), _ = gather((ROOT / POLICY_MAKERS,), root=ROOT, lengths=(), formats=(), cache=None, epoch=None)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_tables_say_what_figures_show(inputs: Inputs, golden: Callable[[str, str], None], language: str) -> None:
    said = []
    for one in inputs.report.figures:
        if isinstance(one, TableSpec):
            continue
        figure = compose.resolve(one, inputs.report, replace(inputs.spec, furniture=language), inputs.preset())
        heads, rows = told(figure, inputs.report, furniture(language))
        assert rows
        assert {len(row) for row in rows} == {len(heads)}
        assert all(cell.strip() for row in (heads, *rows) for cell in row)
        said += [f"== {one.id}", *(" | ".join(row) for row in (heads, *rows)), ""]
    golden(f"figure-tables-{language}.txt", "\n".join(said))


def test_a_chart_over_time_has_a_row_a_moment_and_tells_what_is_not_stated() -> None:
    figure: Lines = charts.TRADE
    heads, rows = told(figure, report(), furniture("en"))
    assert heads == ("Time", "Exports", "Imports from all neighbours", "Aid")
    assert rows[2] == ("2016", "not stated", "4", "5")


def document(inputs: Inputs, length: Length, *, asked: bool, slides: bool = False) -> doc.Document:
    spec = replace(inputs.spec, figure_tables=asked)
    material = material_of(replace(inputs, spec=spec))
    return assemble(material, length, Selection(figures=("stances", "trade")), slides=slides)


def test_a_long_brief_that_asks_ends_with_its_figures_as_tables(inputs: Inputs) -> None:
    found = document(inputs, FULL, asked=True)
    tables = [b for b in found.blocks if isinstance(b, doc.FigureTable)]
    drawn = {b.number: b for b in found.blocks if isinstance(b, doc.FigureBlock)}
    assert [t.table.words.id for t in tables] == [f"{drawn[t.number].figure.words.id}-table" for t in tables]
    assert len(tables) == len(drawn) == 2
    kinds = [type(b) for b in found.blocks]
    assert kinds.index(doc.Method) < kinds.index(doc.FigureTable) < kinds.index(doc.References)


@pytest.mark.parametrize(
    ("length", "asked", "slides"), [(FULL, False, False), (STANDARD, True, False), (FULL, True, True)]
)
def test_others_have_none(inputs: Inputs, length: Length, asked: bool, slides: bool) -> None:
    found = document(inputs, length, asked=asked, slides=slides)
    assert not any(isinstance(b, doc.FigureTable) for b in found.blocks)
