"""Profiles of the report: works counted by type, language and year, statements by how sure they are."""

import pytest
from msgspec.structs import replace

from briefgen.compose.captions import cited
from briefgen.errors import InputError
from briefgen.model.charts import Bars, Stacks
from briefgen.model.diagrams import Conditions, ConditionsSpec, StepSpec
from briefgen.model.facts import Reference
from briefgen.model.figure import Figure, FigureSpec
from briefgen.model.profiles import SourcesBy, SourcesSpec, StrengthBy, StrengthSpec
from briefgen.model.report import Hedge, Kind, Report
from tests.support.reports import HERE, report, resolved, unit
from tests.support.reports import cited as citing

ABOUT = {"id": "p", "headline": "H"}


def work(name: str, type_: str, year: int | None, language: str | None) -> Reference:
    return Reference(id=name, type=type_, title=name, origin=HERE, issued=(year,) if year else (), language=language)


BASE = report(unit("u"))
WORKS = (
    *(work(f"n{n}", "article-newspaper", 2021, "ru") for n in range(4)),
    work("j", "article-journal", 2018, "en-GB"),
    work("b", "book", 2018, None),
    work("s", "speech", None, "fr"),
)
CITING = replace(BASE, references=(BASE.references[0], *WORKS))


def made(spec: FigureSpec, whole: Report, language: str = "en") -> Figure:
    return resolved(spec, whole, language)


def test_works_are_counted_without_the_report_itself_the_tail_joined_and_told() -> None:
    found = made(SourcesSpec(**ABOUT, by=(SourcesBy.TYPE, SourcesBy.LANGUAGE), keep=1), CITING)
    assert isinstance(found, Stacks)
    assert [[(p.label, p.value, p.colour) for p in s.parts] for s in found.stacks] == [
        [("News", 4, 0), ("Other", 3, None)],
        [("Russian", 4, 0), ("Other", 3, None)],
    ]
    assert found.words.subtitle == "Works that the report cites, 7 in all. Number of works"
    assert found.words.remarks == (
        "“Other” joins Journal articles, Books and Talks. “Other” joins English and French. "
        "This describes the report, not the world."
    )


def test_works_by_year_are_columns_with_the_empty_years_among_them() -> None:
    found = made(SourcesSpec(**ABOUT, by=(SourcesBy.YEAR,)), CITING)
    assert isinstance(found, Bars)
    assert found.upright
    assert [(b.label, b.value) for b in found.bars] == [("2018", 2), ("2019", 0), ("2020", 0), ("2021", 4)]
    assert "Without a date: 1." in (found.words.remarks or "")


def test_a_report_that_cites_nothing_has_no_profile() -> None:
    with pytest.raises(InputError, match="BG601"):
        made(SourcesSpec(**ABOUT, by=(SourcesBy.TYPE,)), replace(BASE, references=BASE.references[:1]))


def hedged(name: str, kind: Kind, here: str | None, strength: int | None = None) -> object:
    hedge = Hedge(source=here, here=here, strength=strength) if here else None
    return unit(name, kind=kind, hedge=hedge)


CAUTIOUS = replace(
    BASE,
    units=(
        hedged("a", Kind.FACT, None),
        hedged("b", Kind.BACKGROUND, "in part"),
        hedged("c", Kind.FORECAST, "could", 3),
        hedged("d", Kind.OUTLOOK, "unlikely", 2),
        hedged("e", Kind.JUDGEMENT, "may", 3),
    ),
)


def test_statements_are_counted_by_kind_and_by_their_word_of_caution() -> None:
    found = made(StrengthSpec(**ABOUT), CAUTIOUS)
    assert isinstance(found, Stacks)
    assert [(s.label, [(p.label, p.value, p.colour) for p in s.parts]) for s in found.stacks] == [
        ("Facts", [("stated outright", 1, 0), ("with a word of caution", 1, 1)]),
        ("Judgements", [("with a word of likelihood", 1, 2)]),
        ("Forecasts", [("with a word of likelihood", 2, 2)]),
    ]
    assert "5 in all" in found.words.subtitle


def test_statements_are_counted_by_strength_the_surest_first() -> None:
    found = made(StrengthSpec(**ABOUT, by=StrengthBy.STRENGTH), CAUTIOUS)
    assert isinstance(found, Bars)
    assert [(b.label, b.value) for b in found.bars] == [
        ("stated outright", 1),
        ("may, could, possible", 2),
        ("unlikely, doubtful", 1),
        ("with a word of caution", 1),
    ]


def test_a_condition_chain_is_told_as_sentences_and_cites_what_its_units_cite() -> None:
    whole = replace(BASE, units=(citing("x", "tass"), unit("y")))
    steps = (StepSpec(conditions=("it rains", "it is cold"), then="it snows", hedge="could", units=("x", "y")),)
    spec = ConditionsSpec(**ABOUT, steps=steps)
    found = made(spec, whole)
    assert isinstance(found, Conditions)
    assert found.words.description == "If it rains and it is cold: it snows (could)."
    assert (found.if_, found.and_) == ("If", "and")
    assert cited(spec, whole) == ("self", "tass")
