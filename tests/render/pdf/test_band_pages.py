"""The construction BAND on finished pages: read from the bytes, with no word of the renderer's taken for it."""

import io
import itertools

import page as validator
import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.model.document import Document, Prose
from briefgen.model.spec import FULL, Sheet
from briefgen.model.theme import Construction
from briefgen.typeset.language import labels
from tests.support import documents

from .painted import Seen, seen
from .samples import elements, long_table, page_of, theme, written
from .test_band import judged, laid, one_page, paragraphs

MARKING = "TLP:CLEAR"
LARGE = 18.0
"""Points from which a contrast of 3 is enough (WCAG 2.2, 1.4.3)."""


def noted(document: Document) -> Document:
    def told(block: Prose) -> Prose:
        return replace(block, statements=tuple(replace(s, editor_note="Said aside.") for s in block.statements))

    return replace(document, blocks=tuple(told(b) if isinstance(b, Prose) else b for b in document.blocks))


CASES = {
    "one page": lambda: judged(one_page(), 5),
    "one page with bars": lambda: judged(one_page(documents.TRADES), 4),
    "one page with a map": lambda: judged(one_page(documents.STANCES), 3),
    "one page, outlook beside": lambda: judged(one_page(documents.DATES), 3, 24),
    "short": lambda: replace(documents.short(), length=replace(documents.short().length, pages=4)),
    "standard": documents.standard,
    "letter": lambda: replace(documents.standard(), sheet=Sheet.LETTER),
    "one page on letter": lambda: replace(judged(one_page(documents.STANCES), 3), sheet=Sheet.LETTER),
    "across": lambda: judged(documents.standard(), 5, 90),
    "asides": lambda: noted(replace(documents.standard(), length=FULL)),
    "long table": lambda: page_of(*documents.standard().blocks[:2], *paragraphs(3), long_table(40)),
    "full": documents.full,
    "french": lambda: replace(documents.standard(), labels=labels("fr"), kicker="Russia · Afghanistan"),
    "notes at the end": lambda: replace(documents.standard(), endnotes=True),
}


@pytest.fixture(scope="module", params=CASES, ids=lambda n: n.replace(" ", "-").replace(",", ""))
def built(request):
    document = CASES[request.param]()
    data = written(document, "meridian")
    with pikepdf.open(io.BytesIO(data)) as file:
        yield document, data, file, [seen(page) for page in file.pages]


def margins(document: Document) -> tuple[float, float, float, float]:
    """Return left, right, foot and top between which text may stand, head and foot of the page included."""
    grid = laid(document).grid
    return grid.left, grid.left + grid.width, 10.0, grid.page_height - 25.0


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_kind_of_document_is_lawful(built, profile, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(built[1])
    told = str(validator.validate_pdf(str(path), profile=profile))
    assert "no failures" in told, told


def test_no_text_stands_in_the_margins(built):
    document, _, _, pages = built
    left, right, foot, top = margins(document)
    for shown in pages:
        for run in shown:
            if run.text.strip():
                assert left - 0.5 <= run.start[0], run
                assert run.stop[0] - 0.3 * run.size <= right + 0.5, run  # a space may hang at a line's end
                assert foot <= run.start[1] <= top, run


def test_no_two_runs_of_text_lie_over_one_another(built):
    for shown in built[3]:
        words = [r for r in shown if r.text.strip() and r.stop[0] - r.start[0] > 8]
        for n, one in enumerate(words):
            for two in words[n + 1 :]:
                apart = abs(one.start[1] - two.start[1]) > 7 or (
                    one.stop[0] - 0.3 * one.size <= two.start[0] or two.stop[0] - 0.3 * two.size <= one.start[0]
                )
                assert apart, (one, two)


def test_all_text_can_be_read_on_the_ground_under_it(built):
    for shown in built[3]:
        for run in shown:
            assert run.contrast >= (3.0 if run.size >= LARGE else 4.5), run


def test_the_band_reaches_three_edges_and_holds_head_and_title(built):
    document, _, _, pages = built
    colour = theme("meridian").colour
    first = [r for r in pages[0] if r.ground == colour.ground]
    said = " ".join(r.text for r in first).replace("\u00a0", " ")
    assert document.issuer in said
    assert document.title.split()[0] in said
    assert {r.colour for r in first} <= {colour.on_ground, colour.pale, colour.label_on_ground}
    alone = document.length.pages == 1
    assert (f"{len(pages)} pages" in said) == (not alone and len(pages) > 1)
    top = laid(document).grid.top
    heads = [r for shown in pages[1:] for r in shown if r.start[1] > top]
    assert all(r.ground != colour.ground for r in heads)


def test_each_page_has_its_marking_apart_from_all_text(built):
    for shown in built[3]:
        marks = [r for r in shown if r.text == MARKING]
        assert len(marks) == 2
        assert {m.ground for m in marks} == {"#000000"}
        for mark in marks:
            same = [r for r in shown if abs(r.start[1] - mark.start[1]) < 6 and r is not mark and r.text.strip()]
            assert same
            assert all(r.stop[0] <= mark.start[0] - 8 * 72 / 25.4 for r in same)


def test_what_is_read_follows_what_is_seen(built):
    for page in built[2].pages:
        body = in_order(built[2], page)
        assert body
        assert body == sorted(body)


def in_order(file: pikepdf.Pdf, page: pikepdf.Page) -> list[int]:
    """Return the marked content of a page in the tree's order, less notes, and captions, whose key may come late."""
    out: list[int] = []

    def walk(element, here) -> None:
        here = element.get("/Pg", here)
        if str(element.get("/S", "")) in ("/Note", "/Caption"):
            return
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                if here.objgen == page.obj.objgen:
                    out.append(kid)
            elif "/MCID" in kid:
                if kid.get("/Pg", here).objgen == page.obj.objgen:
                    out.append(int(kid.MCID))
            elif "/S" in kid:
                walk(kid, here)

    for kid in file.Root.StructTreeRoot.K:
        walk(kid, None)
    return out


def test_headings_leave_no_level_out(built):
    levels = [int(n[1]) for n, _ in elements(built[2].Root.StructTreeRoot) if n in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(two - one <= 1 for one, two in itertools.pairwise(levels))


def test_grounds_and_rules_are_no_content(built):
    for page in built[2].pages:
        owner: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    owner.append(str(operands[0]))
                case "EMC":
                    owner.pop()
                case "f":
                    assert owner == ["/Artifact"]


def test_words_of_the_furniture_say_their_language():
    data = written(CASES["french"](), "meridian")
    with pikepdf.open(io.BytesIO(data)) as file:
        spoken = [e for n, e in elements(file.Root.StructTreeRoot) if n == "Span" and str(e.get("/Lang", "")) == "fr"]
        parents = {str(e.P.S) for e in spoken}
    assert len(spoken) > 8
    assert {"/H2", "/P"} <= parents


def test_the_same_document_gives_the_same_bytes():
    assert written(documents.standard(), "meridian") == written(documents.standard(), "meridian")


def order(shown: list[Seen], *words: str) -> list[int]:
    text = [r.text.replace("\u00a0", " ") for r in shown]
    return [next(n for n, t in enumerate(text) if t.startswith(w)) for w in words]


def test_a_single_page_is_read_from_the_bottom_line_over_the_judgements_to_the_sources():
    with pikepdf.open(io.BytesIO(written(judged(one_page(documents.TRADES), 4), "meridian"))) as file:
        shown = seen(file.pages[0])
    places = order(shown, "Bottom line", "Key judgements", "A means", "Support has", "Figure", "Outlook", "Sources")
    assert places == sorted(places)


@pytest.mark.parametrize(
    "dress",
    [
        replace(theme("chancery"), construction=Construction.BAND),
        replace(theme("meridian"), construction=Construction.MARGIN),
    ],
    ids=lambda t: f"{t.id}-{t.construction.value}",
)
def test_a_theme_may_take_either_construction(dress, tmp_path):
    for n, document in enumerate((judged(one_page(documents.TRADES), 3), documents.standard())):
        path = tmp_path / f"{n}.pdf"
        path.write_bytes(written(document, dress=dress))
        for profile in ("ua1", "2a"):
            assert "no failures" in str(validator.validate_pdf(str(path), profile=profile))
        with pikepdf.open(path) as file:
            for page in file.pages:
                assert all(r.contrast >= (3.0 if r.size >= LARGE else 4.5) for r in seen(page))
