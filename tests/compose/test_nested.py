"""Sections in sections: each stands once, a parent only before its children, and no heading for a lone statement."""

import pytest
from msgspec import structs

from briefgen import compose
from briefgen.compose.assemble import Material, Selection, assemble
from briefgen.compose.cite import source_of
from briefgen.compose.outline import paragraphs
from briefgen.model.document import Document, Heading, Prose
from briefgen.model.inline import Text
from briefgen.model.spec import SHORT, STANDARD, BottomLine, Length, Sections
from tests.support.reports import report, spec, unit

UNITS = (unit("a1"), unit("b1", "b"), unit("b2", "b"), unit("c1", "c"))


def material(*names: str) -> Material:
    """Return a report whose sections b and c are nested in a, and a brief of the sections named."""
    whole = report(*UNITS)
    nested = [structs.replace(s, parent="a" if s.id in ("b", "c") else None) for s in whole.sections]
    some, wanted = structs.replace(whole, sections=tuple(nested)), spec(content=(BottomLine(), Sections(ids=names)))
    found = compose.select(some, wanted)
    return Material(report=some, spec=wanted, candidates=found, figures={}, source=source_of(some))


def document(length: Length, *body: str, slides: bool = False) -> Document:
    return assemble(material("a"), length, Selection(body=body), slides=slides)


def outline(of: Document) -> list[object]:
    """Return the levels of headings, and the units of paragraphs."""
    found: list[object] = []
    for block in of.blocks:
        if isinstance(block, Heading):
            found.append((block.section, block.level))
        elif isinstance(block, Prose):
            found.append([s.unit for s in block.statements])
    return found


@pytest.mark.parametrize(
    ("names", "sections"),
    [(("b", "a"), ("b", "a", "c")), (("a", "b"), ("a", "b", "c")), (("b", "a", "b"), ("b", "a", "c"))],
)
def test_a_section_stands_once_even_when_it_is_named_before_its_parent(
    names: tuple[str, ...], sections: tuple[str, ...]
) -> None:
    found = material(*names)
    assert found.candidates.sections == sections
    shown = outline(assemble(found, STANDARD, Selection(body=("a1", "b1", "b2", "c1")), slides=False))
    assert [one for one in shown if isinstance(one, list)] == [
        [u.id for u in UNITS if u.section == name] for name in sections
    ]


def test_on_two_pages_a_nested_section_of_one_statement_has_no_heading_and_stands_under_no_other() -> None:
    everything = ("a1", "b1", "b2", "c1")
    assert outline(document(SHORT, *everything)) == [("a", 1), ["a1"], ["c1"], ("b", 2), ["b1", "b2"]]
    whole = [("a", 1), ["a1"], ("b", 2), ["b1", "b2"], ("c", 2), ["c1"]]
    assert outline(document(STANDARD, *everything)) == whole
    assert outline(document(SHORT, *everything, slides=True)) == whole
    assert outline(document(SHORT, "c1")) == [("a", 1), ["c1"]]


def test_a_long_point_takes_several_paragraphs_of_nearly_equal_length_on_paper() -> None:
    some = [unit(f"u{n}", text=(Text(text="word " * 40),)) for n in range(9)]
    assert [len(part) for part in paragraphs(some)] == [3, 3, 3]
    assert [len(part) for part in paragraphs(some[:4])] == [4]
    leaning = [*some[:3], structs.replace(some[3], needs=("u2",)), *some[4:]]
    assert [len(part) for part in paragraphs(leaning)] == [2, 4, 3]
    chain = [structs.replace(u, needs=(f"u{n - 1}",)) if n else u for n, u in enumerate(some)]
    assert [len(part) for part in paragraphs(chain)] == [9]
