"""How the brief was made, in decks."""

from msgspec.structs import replace

from briefgen.model.document import Document, Method, Scale
from briefgen.model.spec import FULL, SHORT, Length
from briefgen.render.pptx.deck import Slide, Table
from tests.support import documents
from tests.support.decks import only, planned, texts


def noted(slide: Slide) -> list[str]:
    return ["".join(s.text for s in p.spans).replace("\u00a0", " ") for p in slide.notes]


def sure(length: Length) -> Document:
    """Return a brief that only says how sure the report is."""
    one = replace(documents.METHOD, label="How sure", remarks=documents.METHOD.remarks[1:2])
    blocks = [one if isinstance(b, Method) else b for b in documents.full().blocks if not isinstance(b, Scale)]
    return documents.document(replace(length, apparatus=False), tuple(blocks))


def test_a_full_deck_says_its_method_and_scale_before_its_sources() -> None:
    *_, method, scale, sources = planned(documents.full()).slides
    assert method.headline.replace("\u00a0", " ") == documents.METHOD.headline
    assert scale.headline == "What the terms mean"
    assert sources.layout == "sources"
    assert texts(method, "lead") == ["Basis", "Likelihood", "Status", "Selection"]
    assert texts(method, "text") == ["One report.", "ICD 203.", "Announced is not done.", "All 21 statements."]
    (table,) = only(scale, Table)
    assert table.rows[-1] == ("likely", "55–80")


def test_the_notes_of_the_method_slide_say_all_of_it_and_how_to_cite_the_brief() -> None:
    *_, method, _, _ = planned(documents.full()).slides
    assert noted(method) == [
        "Method",
        *(f"{r.lead}. {r.text}" for r in documents.METHOD.remarks),
        "Cite as: Example Institute, Moscow wants a stable Afghanistan.",
        "Contact: briefs@example.org",
    ]
    assert method.units == ()


def test_a_shorter_deck_says_how_sure_the_report_is_in_the_notes_of_its_last_slide() -> None:
    for length in (replace(FULL, slides=30), replace(SHORT, slides=20)):
        deck = planned(sure(length))
        assert noted(deck.slides[-1])[-2:] == ["How sure", "Likelihood is stated on the ICD 203 scale."]
        assert all("scale" not in s.headline for s in deck.slides)


def test_the_same_deck_without_a_method_has_a_slide_less() -> None:
    document = documents.full()
    bare = replace(document, blocks=tuple(b for b in document.blocks if not isinstance(b, Method | Scale)))
    assert len(planned(document).slides) == len(planned(bare).slides) + 2
