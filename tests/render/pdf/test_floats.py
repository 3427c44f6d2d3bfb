import pytest
from msgspec.structs import replace

from briefgen.model.document import FigureBlock, Prose, TableBlock
from briefgen.model.spec import FULL
from briefgen.render.pdf import layout, picture_width
from tests.support import documents, pictures
from tests.support.texts import inlines

from .samples import FONTS, long_table, page_of, theme


def paragraph(name: str, lines: int, section: str = "third-parties") -> Prose:
    (one,) = documents.CHINA[:1]
    text = inlines(" ".join(["Words that fill a line of the text column to its very end here."] * lines))
    return Prose(section=section, point=None, headline="", statements=(replace(one, unit=name, text=text, notes=()),))


def laid(*blocks):
    width = picture_width(pictures.MAP, theme(), documents.standard().sheet, alone=False)
    shape = replace(pictures.sketches()["stances"], width=width, least=300.0, most=300.0)
    return layout(replace(page_of(*blocks), length=FULL), theme(), {"stances": shape}, FONTS)


def order(found) -> list[str]:
    def called(block) -> str:
        match block:
            case Prose():
                return block.statements[0].unit
            case FigureBlock() | TableBlock():
                return "figure"
            case _:
                return "heading"

    return [called(b) for b in found.document.blocks]


def test_a_figure_lets_the_next_paragraph_of_its_section_fill_the_page():
    found = laid(paragraph("a", 34), documents.STANCES, paragraph("b", 20), paragraph("c", 20))
    assert order(found) == ["a", "b", "figure", "c"]
    assert found.fills[0] > 0.93
    assert set(found.places()) == {"a", "b", "c"}


@pytest.mark.parametrize("section", ["takeover", "containment"])
def test_a_paragraph_of_another_section_stays_where_it_is(section):
    found = laid(paragraph("a", 34, section), documents.STANCES, paragraph("b", 20, section))
    assert order(found) == ["a", "figure", "b"]
    assert found.fills[0] < 0.9


def test_nothing_moves_where_the_page_is_full():
    found = laid(paragraph("a", 12), documents.STANCES, paragraph("b", 40))
    assert order(found) == ["a", "figure", "b"]


def test_a_figure_that_takes_its_headline_to_the_next_page_lets_a_paragraph_stand_before_it():
    heading = documents.PARTIES
    found = laid(paragraph("a", 34), heading, documents.STANCES, paragraph("b", 20), paragraph("c", 20))
    assert order(found) == ["a", "heading", "b", "figure", "c"]
    assert found.fills[0] > 0.93


def test_a_table_changes_places_with_a_paragraph_lest_it_be_cut():
    table = replace(long_table(16), section="third-parties")
    cut = laid(paragraph("a", 30, "takeover"), table, paragraph("b", 4, "takeover"))
    assert order(cut) == ["a", "figure", "b"]
    assert cut.pages[1].slices[0].start > 0
    whole = laid(paragraph("a", 30, "takeover"), table, paragraph("b", 20), paragraph("c", 4, "takeover"))
    assert order(whole) == ["a", "b", "figure", "c"]
    assert all(not page.slices[0].start for page in whole.pages)
