"""What longer briefs say of themselves: contents, method, scale, references, imprint."""

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefgen import compose
from briefgen.compose import references
from briefgen.compose.assemble import Material, Selection, assemble
from briefgen.compose.cite import source_of
from briefgen.compose.method import method as apparatus
from briefgen.model import document as doc
from briefgen.model.inline import Text, plain
from briefgen.model.report import Author, Name, Reference, Report
from briefgen.model.spec import FULL, ONE_PAGE, SHORT, STANDARD, BriefSpec, Issuer, Length
from tests.support import dumps, pictures
from tests.support.reports import HERE, WORKS, cited, report, spec, unit

SELF, TASS, ROE = WORKS
UNITS = (
    cited("u1", "tass", rank=70),
    cited("u2", "roe", section="b", rank=60, editor_note="Others say otherwise.", disputed=True),
    unit("w1", "b", topics=("watch",), lead="Watch", rank=50),
    unit("u3", "c", rank=40),
)


def made(
    length: Length, *, some: Report | None = None, wanted: BriefSpec | None = None, slides: bool = False
) -> doc.Document:
    """Return a document that shows the units of two sections out of three."""
    some = replace(some or report(*UNITS), rights="© the author")
    wanted = wanted or spec()
    candidates = compose.select(some, wanted)
    material = Material(
        report=some,
        spec=wanted,
        candidates=candidates,
        figures={},
        source=source_of(some),
        edition="0123456789ab",
    )
    return assemble(material, length, Selection(body=("u1", "u2"), judgements=3, watch=1), slides=slides)


def kinds(found: doc.Document) -> list[str]:
    return [type(b).__name__ for b in found.blocks]


def method(found: doc.Document) -> doc.Method:
    (block,) = (b for b in found.blocks if isinstance(b, doc.Method))
    return block


def remark(found: doc.Document, lead: str) -> str:
    return next(r.text for r in method(found).remarks if r.lead == lead)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_full_document_says_what_it_said(golden: Callable[[str, str], None], language: str) -> None:
    issuer = Issuer(name="House", series="Brief", number="1", contact="briefs@example.org")
    found = made(FULL, wanted=spec(furniture=language, issuer=issuer))
    golden(f"apparatus-{language}.document.txt", dumps.document(found))


def test_parts_of_the_full_brief_stand_in_their_order() -> None:
    assert kinds(made(FULL)) == [
        "BottomLine", "KeyJudgements", "Contents", "Heading", "Prose", "Heading", "Prose", "Outlook", "Watch",
        "Sources", "Method", "References", "Colophon",
    ]  # fmt: skip


def test_contents_stand_behind_what_answers_first_wherever_judgements_stand() -> None:
    content = spec().content
    assert kinds(made(FULL, wanted=spec(content=content[1:])))[:2] == ["KeyJudgements", "Contents"]
    assert kinds(made(FULL, wanted=spec(content=(*content[:1], *content[2:]))))[:2] == ["BottomLine", "Contents"]


def test_a_brief_without_sections_has_no_contents() -> None:
    content = tuple(c for c in spec().content if type(c).__name__ != "Sections")
    assert "Contents" not in kinds(made(FULL, wanted=spec(content=content)))


@pytest.mark.parametrize("length", [ONE_PAGE, SHORT])
@pytest.mark.parametrize("slides", [False, True])
def test_short_lengths_have_none_of_it(length: Length, slides: bool) -> None:
    found = made(length, slides=slides)
    assert not {"Contents", "Method", "Scale", "References"} & set(kinds(found))
    assert found.blocks[-1] == doc.Colophon(text=found.blocks[-1].text)


@pytest.mark.parametrize("slides", [False, True])
def test_standard_says_how_sure_the_report_is(slides: bool) -> None:
    found = made(STANDARD, slides=slides)
    assert [k for k in kinds(found) if k in ("Contents", "Method", "Scale", "References")] == ["Method"]
    assert method(found) == doc.Method(
        label="How sure",
        headline="The report gives no scale of likelihood, and none is added",
        remarks=(
            doc.Remark(
                lead="Likelihood",
                text="The report gives no scale of likelihood or confidence, and none is added here. Words of doubt "
                "and likelihood are the report’s; none is made stronger.",
                short="The report gives no scale, and none is added. Its words of doubt are kept, none made stronger.",
            ),
        ),
    )


def test_a_deck_has_a_method_but_neither_contents_nor_a_list_of_works() -> None:
    assert [k for k in kinds(made(FULL, slides=True)) if k in ("Contents", "Method", "References")] == ["Method"]


@pytest.mark.parametrize(
    ("name", "called", "first", "last"),
    [
        ("icd203", "ICD 203", ("almost no chance", "1–5"), ("almost certain", "95–99")),
        ("phia", "PHIA", ("remote chance", "0–5"), ("almost certain", "95–100")),
    ],
)
def test_a_scale_stands_where_the_report_names_one(
    name: str, called: str, first: tuple[str, str], last: tuple[str, str]
) -> None:
    some = replace(report(*UNITS), likelihood=name)
    found = made(FULL, some=some)
    (scale,) = (b for b in found.blocks if isinstance(b, doc.Scale))
    assert kinds(found).index("Scale") == kinds(found).index("Method") + 1
    assert (scale.name, len(scale.table.rows)) == (called, 7)
    assert (scale.table.rows[0], scale.table.rows[-1]) == (first, last)
    assert f"the {called} scale" in remark(found, "Likelihood")
    assert remark(found, "Likelihood").endswith("The table says what its terms mean.")
    shorter = made(STANDARD, some=some)
    assert "Scale" not in kinds(shorter)
    assert f"the {called} scale" in remark(shorter, "Likelihood")
    assert "table" not in remark(shorter, "Likelihood")


def test_what_is_shown_is_counted() -> None:
    found = made(FULL)
    shown, total = len(set(found.units)), len(report(*UNITS).units)
    assert shown < total
    assert f" {shown} of {total} stand here." in remark(found, "Selection")
    everything = spec(content=tuple(replace(c, count=3) if hasattr(c, "count") else c for c in spec().content))
    some = report(*UNITS[:2])
    some = replace(some, units=tuple(u for u in some.units if u.id not in ("kj3", "kj4")))
    assert remark(made(FULL, some=some, wanted=everything), "Selection").startswith("All 7 statements of the report")


def test_editors_notes_are_explained_where_some_stand() -> None:
    assert "what other accounts dispute" in remark(made(FULL), "Status")
    noted = report(*(replace(u, disputed=False) for u in UNITS))
    assert remark(made(FULL, some=noted), "Status").endswith("Editor’s notes are no part of the report.")
    plain_ = report(*(replace(u, disputed=False, editor_note=None) for u in UNITS))
    assert "Editor" not in remark(made(FULL, some=plain_), "Status")


def test_the_basis_is_the_reports_own_date_and_people() -> None:
    some = replace(report(*UNITS), as_of=dt.date(2021, 10, 1))
    assert "by Jane Doe, which tells what was known on 1 October 2021" in remark(made(FULL, some=some), "Basis")
    nobody = replace(some, authors=(), publisher="FRS")
    assert "one report, by FRS, which" in remark(made(FULL, some=nobody), "Basis")
    several = replace(some, authors=(Author(family="Doe", given="Jane"), Author(family="Roe")))
    assert "one report, by Jane Doe and Roe, which" in remark(made(FULL, some=several), "Basis")


@pytest.mark.parametrize(
    ("preset", "how"),
    [
        ("un", "“un”: as maps of the United Nations commonly show them."),
        ("de-facto-marked", "“de-facto-marked”: as lines run on the ground, each disputed one marked."),
        ("own", "“own”. No"),
    ],
)
def test_maps_say_by_which_preset_their_boundaries_are_drawn(preset: str, how: str) -> None:
    ground = replace(pictures.MAP.ground, boundaries=replace(pictures.MAP.ground.boundaries, id=preset))
    figure = replace(pictures.MAP, ground=ground)
    block = doc.FigureBlock(figure=figure, number=None, section=None, source=(), origin=HERE)
    (note,) = apparatus(report(*UNITS), spec(), FULL, [block])
    assert note.remarks[-1].lead == "Maps"
    assert how in note.remarks[-1].text
    assert "Maps" not in [r.lead for r in method(made(FULL)).remarks]


def test_works_are_listed_once_in_the_alphabet_of_those_who_head_them() -> None:
    found = made(FULL)
    (block,) = (b for b in found.blocks if isinstance(b, doc.References))
    assert [w.reference for w in block.works] == ["self", "roe", "tass"]
    assert sorted(w.reference for w in block.works) == sorted(found.references)
    assert [plain(w.text) for w in block.works] == [
        "Doe, Jane Q., The report, Series, 1/2021, November 2021.",
        "Roe, Richard, A book, Press, 2018.",
        "TASS, «Заголовок» [A headline], 21 October 2021.",
    ]
    assert block.works[2].text[1] == Text(text="«Заголовок»", language="ru")


def test_accents_quotes_and_case_do_not_part_the_alphabet() -> None:
    def work(head: str, *date: int, title: str = "t") -> Reference:
        return Reference(id=head, type="webpage", title=title, container=head, issued=date, origin=HERE)

    some = [work("evans"), work("Élysée"), work("“Ding”"), work("Fox", 2021, 2), work("Fox", 2020, 5), work("Äther")]
    assert [w.id for w in sorted(some, key=references.place_in_list)] == [
        "Äther", "“Ding”", "Élysée", "evans", "Fox", "Fox",
    ]  # fmt: skip
    assert sorted(some, key=references.place_in_list)[4].issued == (2020, 5)


def test_all_authors_are_named_the_first_by_surname_and_the_address_stands_last() -> None:
    work = replace(
        ROE,
        authors=(*ROE.authors, Name(literal="World Bank"), Name(family="Poe", given="P. Q."), Name(family="Coe")),
        url="https://example.org/a",
    )
    form = references.listed(work, "en", content="en")
    assert plain(form) == ("Roe, Richard, World Bank, P. Q. Poe, and Coe, A book, Press, 2018. https://example.org/a")
    assert form[-1] == Text(text="https://example.org/a", href="https://example.org/a")


def test_words_of_the_furniture_in_a_list_say_their_language_and_titles_keep_theirs() -> None:
    form = references.listed(TASS, "fr", content="en")
    assert form[-1] == Text(text=", 21 octobre 2021.", language="fr")
    french = replace(TASS, language="fr", title="Titre")
    assert Text(text="« Titre »", language="fr") in references.listed(french, "fr", content="en")
    assert Text(text="« Titre »", language="fr") in references.full(french, "fr", content="en")


def test_the_imprint_says_rights_citation_and_contact_and_leaves_out_what_is_not_known() -> None:
    issuer = Issuer(name="House", series="Brief", number="1", contact="briefs@example.org")
    found = made(FULL, wanted=spec(issuer=issuer)).blocks[-1]
    assert isinstance(found, doc.Colophon)
    assert [plain(line) for line in found.imprint] == [
        "Rights: © the author",
        "Cite as: House, A title that says what is found, Brief no. 1, 14 November 2021, edition 0123456789ab.",
        "Contact: briefs@example.org",
    ]
    bare = made(FULL, wanted=spec(issuer=Issuer(name="House"))).blocks[-1]
    assert isinstance(bare, doc.Colophon)
    assert [plain(line) for line in bare.imprint][1:] == [
        "Cite as: House, A title that says what is found, 14 November 2021, edition 0123456789ab."
    ]
