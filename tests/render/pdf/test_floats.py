import pytest
from msgspec.structs import replace

from briefgen.model.document import FigureBlock, Prose
from briefgen.model.spec import FULL
from briefgen.render.pdf import layout, picture_width
from tests.support import documents, pictures
from tests.support.texts import inlines

from .samples import FONTS, page_of, theme


def paragraph(name: str, lines: int, section: str = "third-parties") -> Prose:
    (one,) = documents.CHINA[:1]
    text = inlines(" ".join(["Words that fill a line of the text column to its very end here."] * lines))
    return Prose(section=section, point=None, headline="", statements=(replace(one, unit=name, text=text, notes=()),))


def laid(*blocks):
    width = picture_width(pictures.MAP, theme(), documents.standard().sheet, alone=False)
    shape = replace(pictures.sketches()["stances"], width=width, least=300.0, most=300.0)
    return layout(replace(page_of(*blocks), length=FULL), theme(), {"stances": shape}, FONTS)


def order(found) -> list[str]:
    return ["figure" if isinstance(b, FigureBlock) else b.statements[0].unit for b in found.document.blocks]


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
