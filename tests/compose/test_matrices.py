"""Matrices from data and from groups: where marks stand, what is blank, what is said of it in words."""

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.model.facts import Actor, Column, Dataset, Group, Member
from briefgen.model.matrix import Cell, MarkColumn, Matrix, MatrixSpec, MembershipSpec, Shape
from tests.support.reports import report, resolved, unit

ABOUT = {"id": "m", "headline": "Headline"}
DATA = Dataset(
    id="lines",
    columns=(
        Column(name="actor", kind="id"),
        Column(name="line", kind="text"),
        Column(name="embassy", kind="text", label="Embassy open"),
        Column(name="remark", kind="text"),
    ),
    rows=(("chn", "engages", "yes", None), ("pak", None, "yes", "no single line"), ("tjk", "opposes", None, None)),
)
WHOLE = replace(
    report(unit("u")),
    datasets=(DATA,),
    actors=(
        Actor(id="chn", type="state", name="China"),
        Actor(id="pak", type="state", name="Pakistan"),
        Actor(id="tjk", type="state", name="Tajikistan"),
    ),
    groups=(
        Group(
            id="a",
            type="format",
            name="First format",
            short="First",
            members=(Member(actor="chn", status="host"), Member(actor="pak", status="guest")),
        ),
        Group(id="b", type="format", name="Second", members=(Member(actor="pak", status="observer"),)),
    ),
)


def made(spec: MatrixSpec | MembershipSpec, language: str = "en") -> Matrix:
    found = resolved(spec, WHOLE, language)
    assert isinstance(found, Matrix)
    return found


def test_a_row_has_its_mark_in_the_column_of_its_value_and_the_stressed_row_comes_first() -> None:
    spec = MatrixSpec(
        **ABOUT,
        data="lines",
        rows="actor",
        mark="line",
        columns=(
            MarkColumn(value="opposes", label="opposes", shape=Shape.ACCENT),
            MarkColumn(value="engages", label="engages"),
        ),
        across="remark",
        beside=("embassy",),
        emphasis="tjk",
    )
    found = made(spec)
    assert [r.label for r in found.rows] == ["Tajikistan", "China", "Pakistan"]
    assert found.columns == ("opposes", "engages", "Embassy open")
    assert found.rows[0].cells == (Cell(shape=Shape.ACCENT), Cell(), Cell())
    assert found.rows[2].across == "no single line"
    assert found.words.remarks == "Blank: not stated in the report, which is not the same as no."
    assert found.words.description.startswith(
        "Tajikistan: opposes. China: engages; Embassy open: yes. Pakistan: no single line; Embassy open: yes."
    )


def test_members_have_the_shapes_of_their_statuses_and_a_key() -> None:
    found = made(MembershipSpec(**ABOUT, groups=("a", "b"), statuses={"guest": Shape.OPEN}))
    assert found.columns == ("First", "Second")
    assert [[c.shape for c in r.cells] for r in found.rows] == [[Shape.ACCENT, None], [Shape.OPEN, Shape.OPEN]]
    assert found.key == ((Shape.ACCENT, "host"), (Shape.OPEN, "guest, observer"))
    assert "China: First (host)." in found.words.description


def test_the_key_speaks_the_brief_s_language() -> None:
    assert made(MembershipSpec(**ABOUT, groups=("a",)), "fr").key[0] == (Shape.ACCENT, "hôte")


def test_nobody_in_any_group_is_an_error() -> None:
    with pytest.raises(InputError, match="BG601"):
        made(MembershipSpec(**ABOUT, groups=("b",), actors=("tjk",)))
