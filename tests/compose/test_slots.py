"""Slots by id: what a brief names for its slots stands there, once, with all that it rests on."""

import pytest
from msgspec import structs

from briefgen import compose
from briefgen.compose.assemble import Material, Selection
from briefgen.compose.cite import source_of
from briefgen.compose.frames import Bounds, narrowest, widest
from briefgen.compose.why import why
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.errors import InputError
from briefgen.model.document import BottomLine as BottomLineBlock
from briefgen.model.document import Document, FigureBlock, Heading
from briefgen.model.document import Outlook as OutlookBlock
from briefgen.model.figure import Bars, BarSpec, Words
from briefgen.model.inline import Citation, Text, plain
from briefgen.model.report import Kind, Report
from briefgen.model.spec import (
    ONE_PAGE,
    SHORT,
    BottomLine,
    BriefSpec,
    Content,
    Figures,
    KeyJudgements,
    Outlook,
    Replacement,
    Sections,
    Selector,
    Sources,
    Units,
    Watch,
)
from tests.support.reports import cited, report, spec, unit

SECTIONS = Sections(ids=("a", "b"))
UNITS = (
    cited("a1", "tass", lead="Lead of a1", rank=70),
    unit("a2", rank=60, needs=("a1",)),
    unit("b1", "b", lead="Lead of b1", rank=50),
    unit("w1", "b", topics=("watch",), lead="Watch this", rank=40),
    unit("w2", "b", topics=("watch",), lead="Watch that", rank=30),
)
NAMED: tuple[Content, ...] = (
    BottomLine(unit="kj1"),
    KeyJudgements(units=("b1", "kj0", "a1")),
    SECTIONS,
    Outlook(units=("w2", "out")),
    Watch(units=("kj2",)),
    Sources(),
)


def material(some: Report, wanted: BriefSpec) -> Material:
    found = compose.select(some, wanted)
    return Material(report=some, spec=wanted, candidates=found, figures={}, source=source_of(some))


def measure(fits: int = 1000) -> compose.Measure:
    """Return a measure that holds so many statements."""

    def room(document: Document) -> compose.Room:
        count = len(document.units)
        return compose.Room(fits=count <= fits, roomy=True, needed=count, there=fits, fills=(1.0, 1.0))

    return room


def ids(units: tuple[object, ...]) -> list[str]:
    return [u.id for u in units]  # type: ignore[attr-defined]


def test_named_units_stand_in_their_slots_in_the_order_named_and_nowhere_else() -> None:
    found = compose.select(report(*UNITS), spec(content=NAMED))
    assert found.bottom_line is not None
    assert found.bottom_line.id == "kj1"
    assert ids(found.judgements) == ["b1", "kj0", "a1"]
    assert ids(found.outlook) == ["w2", "out"]
    assert ids(found.watch) == ["kj2"]
    assert ids(found.body) == ["a2", "w1"]
    document = compose.fit_pages(material(report(*UNITS), spec(content=NAMED)), SHORT, None, measure()).document
    assert sorted(document.units) == sorted(["kj1", "b1", "kj0", "a1", "a2", "w1", "w2", "out", "kj2"])


def test_short_forms_leave_to_other_slots_what_is_named_for_them() -> None:
    content = (BottomLine(unit="kj0"), KeyJudgements(count=3), SECTIONS, Outlook(units=("w1",)), Watch(count=4))
    found = compose.select(report(*UNITS), spec(content=content))
    assert ids(found.judgements) == ["kj1", "kj2", "kj3"]
    assert ids(found.watch) == ["w2"]


def test_own_words_in_a_slot_keep_covers_citations_and_notes() -> None:
    own = Replacement(unit="a1", lead="Own lead", text=(Text(text="Own words."),), short="Own short.")
    wanted = spec(content=NAMED, replace=(own,))
    found = compose.select(report(*UNITS), wanted)
    assert (found.judgements[2].lead, found.judgements[2].short) == ("Own lead", "Own short.")
    assert found.judgements[2].covers == UNITS[0].covers
    assert any(isinstance(i, Citation) for i in found.judgements[2].text)
    document = compose.fit_pages(material(report(*UNITS), wanted), ONE_PAGE, None, measure()).document
    (shown,) = [s for b in document.blocks for s in getattr(b, "statements", ()) if s.unit == "a1"]
    assert (shown.lead, plain(shown.text), shown.short) == ("Own lead", "Own words.", "Own short.")
    assert (shown.references, shown.paragraphs) == (("tass",), ("a.p1",))
    assert [document.notes[n - 1].references for n in shown.notes] == [("tass",)]


def test_a_named_unit_is_not_headed_by_the_section_that_it_comes_from() -> None:
    for content, headline in ((NAMED, ""), (spec().content, "Section s has a headline")):
        document = compose.fit_deck(material(report(*UNITS), spec(content=content)), SHORT, None, measure()).document
        heads = [b.headline for b in document.blocks if isinstance(b, BottomLineBlock | OutlookBlock)]
        assert heads == [headline, headline]


def test_what_a_slot_needs_stands_with_it_in_every_length() -> None:
    some = report(
        unit("far", "c", rank=1),
        unit("near", rank=2, needs=("far",)),
        *(unit(f"u{n}", rank=90 - n) for n in range(9)),
        unit("odd", "b", lead="Odd", needs=("near",)),
    )
    wanted = spec(content=(KeyJudgements(units=("odd", "kj0", "kj1")), Sections(ids=("a",)), Sources()))
    found = material(some, wanted)
    assert dict(found.candidates.brought) == {"far": "near"}
    fitted = compose.fit_pages(found, SHORT, None, measure(7))
    assert fitted.selection.body == ("far", "near", "u0", "u1")
    headings = [b.section for b in fitted.document.blocks if isinstance(b, Heading)]
    assert headings == ["a", "c"]


def test_a_unit_that_leans_on_a_judgement_waits_for_the_length_that_shows_it() -> None:
    some = report(unit("leans", needs=("kj4",), rank=99), unit("free", rank=1))
    found = material(some, spec())
    one = compose.fit_pages(found, ONE_PAGE, None, measure(6))
    assert (one.selection.judgements, one.selection.body) == (4, ())
    assert one.left_out == (
        ("kj4", "this length shows 4 of 5 key judgements"),
        ("leans", "needs kj4, which is not shown"),
        ("free", "does not fit the pages"),
    )
    short = compose.fit_pages(found, SHORT, one.selection, measure(9))
    assert (short.selection.judgements, short.selection.body) == (5, ("leans", "free"))


def test_what_leans_on_an_omitted_unit_is_left_out_with_it_however_far_it_leans() -> None:
    some = report(unit("x"), unit("y", needs=("x",)), unit("z", needs=("y",)), unit("free"))
    fitted = compose.fit_pages(material(some, spec(omit=(("short", ("x",)),))), SHORT, None, measure())
    assert fitted.selection.body == ("free",)
    assert dict(fitted.left_out) == {
        "x": "omitted by the spec",
        "y": "needs x, which is not shown",
        "z": "needs y, which is not shown",
    }


def test_a_pin_that_leans_on_what_a_length_cannot_show_is_told() -> None:
    some = report(unit("w", topics=("watch",), lead="Watch"), unit("p", needs=("w",)))
    with pytest.raises(InputError) as caught:
        compose.fit_pages(material(some, spec(pin=(("one-page", ("p",)),))), ONE_PAGE, None, measure())
    assert str(caught.value).startswith("briefs/brief.yaml: error[BG504] one-page: `p` must stand, but needs `w`")


def test_a_key_judgement_stands_in_its_section_only_where_it_is_named_for_it() -> None:
    by_topic = Units(choose=Selector(kinds=(Kind.KEY_JUDGEMENT,)))
    by_name = Units(choose=Selector(ids=("kj4",)))
    for entry, body in ((by_topic, []), (by_name, ["kj4"])):
        found = compose.select(report(), spec(content=(KeyJudgements(count=2), entry)))
        assert ids(found.body) == body


def test_lengths_nest_and_repeat_no_unit_whatever_kinds_stand_in_the_slots() -> None:
    found = material(report(*UNITS), spec(content=NAMED))
    for search in (compose.fit_pages, compose.fit_deck):
        one = search(found, ONE_PAGE, None, measure(7))
        short = search(found, SHORT, one.selection, measure(9))
        for document in (one.document, short.document):
            assert len(document.units) == len(set(document.units))
        assert set(one.document.units) <= set(short.document.units)


def told(unit_: str, content: tuple[Content, ...], fits: int, **fields: object) -> str:
    some = report(*UNITS)
    found = material(some, spec(content=content, **fields))
    kind = next(u.kind for u in some.units if u.id == unit_)
    return why(unit_, kind, found, compose.fit_pages(found, ONE_PAGE, None, measure(fits)))


@pytest.mark.parametrize(
    ("unit_", "content", "fits", "words"),
    [
        ("b1", NAMED, 99, "in: 1 of 3 in the key judgements, the content names it"),
        ("kj1", NAMED, 99, "in: 1 of 1 in the bottom line, the content names it"),
        ("kj3", NAMED, 99, "out: the content asks for fewer of its kind, or names others"),
        (
            "kj2",
            NAMED,
            99,
            "out: 1 of 1 in the list of what to watch, the content names it; this length shows 0 of 1 units to watch",
        ),
        ("a2", NAMED, 99, "in: place 1 of 2 in the order, of which 2 fit"),
        ("w1", NAMED, 7, "out: place 2 of 2 in the order, of which 1 fit; does not fit the pages"),
        (
            "kj4",
            spec().content,
            6,
            "out: 5 of 5 in the key judgements, by its rank; this length shows 4 of 5 key judgements",
        ),
        ("b1", (KeyJudgements(), Sections(ids=("a",))), 99, "out: the spec's content does not select it"),
        (
            "a1",
            (KeyJudgements(), Units(choose=Selector(ids=("a2",)))),
            99,
            "in: place 1 of 2 in the order, of which 2 fit; the content does not ask for it, `a2` needs it",
        ),
    ],
)
def test_why_tells_of_every_place(unit_: str, content: tuple[Content, ...], fits: int, words: str) -> None:
    assert told(unit_, content, fits).startswith(words)


def test_a_longer_length_keeps_the_figures_of_a_shorter_one_whatever_its_own_quota() -> None:
    drawn = tuple(BarSpec(id=f"f{n}", headline="H", data="d", x="x", y="y") for n in range(3))
    wanted = spec(content=(*NAMED, Figures(ids=("f0", "f1", "f2"))))
    found = compose.select(structs.replace(report(*UNITS), figures=drawn), wanted)
    low = Selection(judgements=2, figures=("f0", "f1", "f2"))
    most = widest(found, ONE_PAGE, Bounds(floor=low), slides=False)
    assert (ONE_PAGE.figures, most.figures, narrowest(most, low).figures) == (1, low.figures, low.figures)


def test_a_figure_without_room_for_its_labels_gives_way_unless_a_shorter_length_shows_it() -> None:
    drawn = tuple(BarSpec(id=f"f{n}", headline="H", data="d", x="x", y="y", cites=("tass",)) for n in range(3))
    wanted = spec(content=(*NAMED, Figures(ids=("f0", "f1", "f2"))))
    found = material(structs.replace(report(*UNITS), figures=drawn), wanted)
    words = {f.id: Words(id=f.id, headline="H", subtitle="S", alt="A", description="D") for f in drawn}
    bars = {name: Bars(words=of, bars=(), unit="", period="") for name, of in words.items()}
    found = structs.replace(found, figures=bars)
    fault = Diagnostic(code="BG654", message="figure `f0`: no room", file="f.yaml")

    def narrow(document: Document) -> compose.Room:
        figures = [b.figure.words.id for b in document.blocks if isinstance(b, FigureBlock)]
        wide = {"f0": fault} if "f0" in figures else {}
        return compose.Room(fits=not wide, roomy=True, needed=0, there=0, fills=(1.0,), narrow=wide)

    one = compose.fit_pages(found, ONE_PAGE, None, narrow)
    assert one.selection.figures == ("f1",)
    assert [(d.severity, d.message) for d in one.warnings] == [
        (Severity.WARNING, "one-page: figure `f0`: no room; this length leaves the figure out")
    ]
    short = compose.fit_pages(found, SHORT, one.selection, narrow)
    assert short.selection.figures == ("f1", "f2")
    with pytest.raises(InputError, match="no room"):
        compose.fit_pages(found, SHORT, Selection(judgements=2, figures=("f0",)), narrow)
