"""The first report is whole: what its source says is told, hedged and cited, and four briefs can be cut from it."""

import re
from collections.abc import Iterator

import pytest

from briefgen import read
from briefgen.model.inline import Citation, plain
from briefgen.model.report import Kind, Report, Speaker, Status, Unit
from tests.support.project import ROOT, run

NAME = "russia-taliban-takeover"
COUNTS = {"claims": 357, "events": 89, "references": 121, "quantities": 26}
RELATIONS = 53
PROGRAMMES = {
    "bonn-conference", "bri", "brics", "carec", "cpec", "csto", "dfc", "eatl", "eu-connectivity", "extended-troika",
    "g20", "lapis", "moscow-format", "ndn", "oic", "saarc-connectivity", "sco", "tapi", "uzbek-corridor",
}  # fmt: skip
PARAGRAPHS = {
    "intro": 4, "s1": 7, "s2": 5, "s2.china": 2, "s2.pakistan": 2, "s2.tajikistan": 2, "s3": 10, "s4": 2,
}  # fmt: skip
AUDIENCES = ("central-asia-security", "china-pakistan", "aid-money-connectivity")

NOTES = 130
REMARK = 29  # a note that names no work: the author's own
AGAIN = {7: 6, 8: 6, 10: 9, 12: 11, 19: 17, 25: 5, 64: 55, 72: 70, 76: 27, 117: 115, 127: 14}
"""Notes that cite a work once more, most as ibid. or op. cit. -> the note that names it; 117 names one of its own."""

LIVING = {"prigozhin", "shugaley"}
WORDS_MOST, SENTENCES_MOST = 60, 3
SENTENCE = re.compile(r"[.!?]”?(?=\s|$)")
LEANING = re.compile(r"(This|That|These|Those|It|They|He|She|His|Her|Its|Their|Such|Also|Another|But|Yet|So|Thus)\b")
NUMBER = re.compile(r"\d+")
TOLD = re.compile(r"report|alleged|according to|said|insisted|announced|press account|account", re.IGNORECASE)
# Traps of the source: what a careless hand would write -> what finds it.
CARELESS = {
    "Russia supports the Taliban.": r"\bRussia(n diplomacy)? (backs|sponsors|supports) the Taliban",
    "Moscow will recognise the Taliban.": r"\bwill recogni[sz]e",
    "Russia has recognised the Taliban.": r"\b(has|had) recogni[sz]ed the Taliban",
    "Chinese troops are in Afghanistan.": r"\bChinese (troops|forces|soldiers)\b",
    "Russia has mercenaries in Afghanistan.": r"\b(mercenaries|agents) in Afghanistan",
    "The EU paid EUR 1 billion.": r"\b[Tt]he EU (paid|pays|gave|has given)",
    "Afghanistan joined the China-Pakistan corridor.": r"\bAfghanistan (joined|has joined|is part of) the China",
    "Moscow hosted the G20.": r"\bMoscow hosted the (G20|BRICS)",
    "Daesh’s Central Asian recruits are its biggest contingent.": r"\brecruits (were|are) (its|the) biggest",
    "Uzbekistan is a treaty ally.": r"\b(Uzbekistan|Turkmenistan) (is|are) (a )?treaty all(y|ies)",
    "Tajikistan is the pivotal player.": r"\bTajikistan is (the|a) pivotal",
    "The pipeline was built.": r"\bpipeline (was|has been|is) (built|finished)",
}


@pytest.fixture(scope="module")
def report() -> Report:
    found = read.report(NAME, read.find(ROOT))
    assert found.diagnostics == ()
    return found.value


def cited(unit: Unit) -> set[str]:
    """Return the works that a unit cites."""
    return {w.reference for i in unit.text if isinstance(i, Citation) for w in i.works}


def works(report: Report) -> dict[int, set[str]]:
    """Return the works that each note of the source cites, ibid. and op. cit. resolved."""
    notes: dict[int, set[str]] = {n: set() for n in range(1, NOTES + 1)}
    for work in report.references:
        if work.note is not None:
            notes[work.note].add(work.id)
    for note, named in AGAIN.items():
        notes[note] |= notes[named]
    return notes


def tagged(report: Report, topic: str) -> list[Unit]:
    """Return the units of a topic."""
    return [u for u in report.units if topic in u.topics]


def sentences(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text and short text with the id of what says it."""
    for unit in report.units:
        yield unit.id, plain(unit.text)
        yield unit.id, unit.short
    for event in report.events:
        yield event.id, event.text
    for section in report.sections:
        yield from ((section.id, t) for t in (section.headline, section.bottom_line, section.short) if t)


def test_check_has_nothing_to_say() -> None:
    done = run("check", "--project", ROOT)
    assert done.returncode == 0
    assert "nothing wrong" in done.stdout + done.stderr
    assert "warning" not in done.stdout + done.stderr


@pytest.mark.parametrize(("what", "count"), COUNTS.items())
def test_there_are_as_many_as_the_source_has(report: Report, what: str, count: int) -> None:
    assert len(getattr(report, what)) == count


def test_every_relation_group_and_place_of_the_source_is_there(report: Report) -> None:
    assert {f"r{n:02d}" for n in range(1, RELATIONS + 1)} <= {r.id for r in report.relations}
    assert {g.id for g in report.groups} >= PROGRAMMES
    assert len(report.places) >= 32
    assert len(report.actors) >= 71


def test_there_are_units_enough_to_choose_from_and_no_more(report: Report) -> None:
    assert 220 <= len(report.units) <= 300


def test_every_claim_is_told_by_a_unit(report: Report) -> None:
    told = {c for u in report.units for c in u.covers}
    assert {c.id for c in report.claims} - told == set()


def test_every_paragraph_is_reached(report: Report) -> None:
    wanted = {f"{part}.p{n}" for part, count in PARAGRAPHS.items() for n in range(1, count + 1)}
    pages = {c.id: c.paragraph for c in report.claims}
    assert len(wanted) == 34
    assert {pages[c] for u in report.units for c in u.covers} == wanted


def test_every_note_names_works(report: Report) -> None:
    found = works(report)
    assert [n for n, named in found.items() if not named] == [REMARK]
    assert sum(len(named) for named in found.values()) + 1 == 132


def test_the_works_of_a_claims_notes_are_cited_where_it_is_told(report: Report) -> None:
    notes = works(report)
    telling = {c.id: [u for u in report.units if c.id in u.covers] for c in report.claims}
    missing = [
        (claim.id, note, work)
        for claim in report.claims
        for note in claim.notes
        for work in notes[note]
        if not any(work in cited(u) for u in telling[claim.id])
    ]
    assert missing == []


def test_every_work_is_cited_by_a_unit(report: Report) -> None:
    found = set[str]().union(*(cited(u) or {report.self_reference} for u in report.units))
    assert {r.id for r in report.references} - found == set()


def test_events_and_quantities_are_used(report: Report) -> None:
    assert {e.id for e in report.events} - {e for u in report.units for e in u.events} == set()
    unused = {q.id for q in report.quantities} - {q for u in report.units for q in u.quantities}
    assert unused == {"central-asian-states"}  # the compiler's count: no text states it


def test_every_section_has_its_words_and_every_point_its_units(report: Report) -> None:
    points = {u.point for u in report.units}
    for section in report.sections:
        assert section.headline, section.id
        assert section.bottom_line, section.id
        assert section.short, section.id
        assert {p.id for p in section.points} <= points


def test_units_are_short_and_stand_alone(report: Report) -> None:
    for unit in report.units:
        text = plain(unit.text)
        assert len(text.split()) <= WORDS_MOST, unit.id
        assert 1 <= len(SENTENCE.findall(text)) <= SENTENCES_MOST, unit.id
        assert len(unit.short) <= 110, unit.id
        for words in (text, unit.short):
            assert not LEANING.match(words), (unit.id, words)
            assert not re.search(r"\balso\b|—", words), (unit.id, words)


def test_a_short_text_states_no_number_that_the_text_does_not(report: Report) -> None:
    amounts = {q.id: str(q.value) for q in report.quantities}
    for unit in report.units:
        dates = " ".join(d.edtf for d in unit.dates)
        known = f"{plain(unit.text)} {dates} {' '.join(amounts[q] for q in unit.quantities)}"
        known_numbers = {n.lstrip("0") for n in NUMBER.findall(known)}
        assert {n.lstrip("0") for n in NUMBER.findall(unit.short)} <= known_numbers, unit.id


def test_what_the_source_forecasts_is_hedged_wherever_it_is_told(report: Report) -> None:
    forecasts = {c.id for c in report.claims if c.kind == "forecast"}
    assert len(forecasts) == 12
    bare = [u.id for u in report.units if u.hedge is None and forecasts & set(u.covers)]
    assert bare == []


def test_facts_say_how_far_they_have_come_and_reports_who_made_them(report: Report) -> None:
    for unit in report.units:
        if unit.kind is Kind.FACT:
            assert unit.status is not None, unit.id
        if unit.status is Status.REPORTED and unit.id != "sco-seat":
            assert unit.attribution.by is not Speaker.AUTHOR, unit.id
            assert unit.attribution.who, unit.id


def test_claims_about_living_persons_name_who_makes_them(report: Report) -> None:
    found = [u for u in report.units if LIVING & set(u.actors)]
    assert len(found) >= 8
    for unit in found:
        assert TOLD.search(plain(unit.text)), unit.id
        assert TOLD.search(unit.short) or unit.id == "nothing-more", unit.id
        if unit.kind is Kind.FACT:
            assert unit.attribution.by is not Speaker.AUTHOR, unit.id


def test_what_others_dispute_has_a_note(report: Report) -> None:
    disputed = {u.id for u in report.units if u.disputed}
    assert disputed >= {"missions-gone", "china-in-tajikistan", "emergency-funds-blocked"}
    assert all(u.editor_note for u in report.units if u.disputed)


@pytest.mark.parametrize(("careless", "pattern"), CARELESS.items())
def test_no_text_falls_into_a_trap_of_the_source(report: Report, careless: str, pattern: str) -> None:
    assert re.search(pattern, careless)
    assert [(where, text) for where, text in sentences(report) if re.search(pattern, text)] == []


@pytest.mark.parametrize("topic", AUDIENCES)
def test_a_brief_for_each_audience_finds_its_slots(report: Report, topic: str) -> None:
    mine = tagged(report, topic)
    judgements = [u for u in mine if u.kind is Kind.KEY_JUDGEMENT]
    lines = [u for u in judgements if u.id.startswith("bl-")]
    assert [40 <= len(plain(u.text).split()) <= 60 for u in lines] == [True]
    assert len(judgements) - len(lines) >= 5
    assert all(u.lead and 2 <= len(u.lead.split()) <= 6 for u in judgements)
    assert 2 <= sum("outlook" in u.topics for u in mine) <= 3
    assert sum("watch" in u.topics for u in mine) == 4


def test_the_judgements_for_an_audience_rank_below_those_for_all(report: Report) -> None:
    general = [u.id for u in sorted(report.units, key=lambda u: -u.rank) if u.kind is Kind.KEY_JUDGEMENT][:5]
    assert general == ["kj-means", "kj-recognition", "kj-conditions", "kj-tajikistan", "kj-china"]
    assert sum(u.kind is Kind.OUTLOOK for u in report.units) == 3  # a fourth would take a judgement's room on one page
    watch = [u.id for u in sorted(report.units, key=lambda u: -u.rank) if "watch" in u.topics][:4]
    assert watch == ["watch-daesh", "watch-recognition", "watch-grey-zone", "watch-eu"]
