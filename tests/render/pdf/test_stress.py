"""The smaller part of the stress set: lawful, and its words are those of the document, block by block.

All of it, in both themes and on both sheets, goes before the judges: `tests/test_judged_stress.py`.
"""

import io

import page as validator
import pikepdf
import pytest

from briefgen.model.document import Block
from briefgen.model.spec import Sheet
from briefgen.preflight import pdf
from tests.support import damage, pictures

from . import blockwise, stress

REMARKS = {name: sketch.notes for name, sketch in pictures.sketches(360.0).items()}
QUICK = [
    ("every block", "chancery", Sheet.A4),
    ("every block", "meridian", Sheet.LETTER),
    ("every block, notes at the end", "meridian", Sheet.A4),
    ("split texts", "chancery", Sheet.LETTER),
    ("split texts", "meridian", Sheet.A4),
    ("long notes", "chancery", Sheet.A4),
    ("short", "meridian", Sheet.A4),
]


@pytest.fixture(scope="module", params=QUICK, ids=lambda c: f"{c[0]}-{c[1]}".replace(" ", "-"))
def case(request):
    return stress.made(*request.param)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_lawful(case, profile):
    told = str(validator.validate_pdf_bytes(case[1], profile=profile))
    assert "no failures" in told, told


def test_preflight_has_nothing_to_say(case):
    document, data = case
    assert pdf.check(data, marking=document.marking) == ()


def test_its_words_are_those_of_the_document(case):
    assert differences(*case) == []


def differences(document, data) -> list[str]:
    """Return what a document says and its PDF does not, or says elsewhere, and what only the PDF says."""
    said = [(kind, text.casefold()) for kind, text in blockwise.file(data)]
    rest, found = iter(said), []
    for kind, text in blockwise.document(document, REMARKS):
        if (kind, text.casefold()) not in rest:
            found.append(f"not there, or not in its place: {kind} {text}")
            break
    wanted = [*blockwise.document(document, REMARKS), *blockwise.notes(document)]
    left = list(said)
    for kind, text in wanted:
        if (kind, text.casefold()) in left:
            left.remove((kind, text.casefold()))
        else:
            found.append(f"not there: {kind} {text}")
    known = {text.casefold() for text in blockwise.furniture(document)}
    return found + [
        f"more: {kind} {text}" for kind, text in left if text not in known and document.as_of.casefold() not in text
    ]


@pytest.mark.parametrize("kept", [0, -1], ids=["lost", "glued"])
def test_a_line_that_is_lost_or_glued_to_the_next_is_seen(kept):
    document, data = stress.made("every block", "chancery")
    assert differences(document, damage.changed(data, lambda file: shortened(file, kept)))


def shortened(file: pikepdf.Pdf, kept: int) -> None:
    """Take from the first line of running text all but what is kept: nothing, or all but its last character."""
    page = file.pages[1]
    code = list(pikepdf.parse_content_stream(page))
    start = next(n for n, i in enumerate(code) if str(i.operator) == "BDC" and str(i.operands[0]) == "/P")
    at = next(n for n, i in enumerate(code) if n > start and str(i.operator) == "TJ")
    *head, last = code[at].operands[0]
    line = [*head, pikepdf.String(bytes(last)[:kept])] if kept else []
    code[at] = pikepdf.ContentStreamInstruction([pikepdf.Array(line)], pikepdf.Operator("TJ"))
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(code))


def test_every_kind_of_block_is_in_the_set():
    kinds = {type(block) for name in stress.CASES for block in stress.CASES[name]().blocks}
    assert kinds == set(Block.__args__)


def test_what_is_to_be_split_is_split():
    for name in ("chancery", "meridian"):
        _, data = stress.made("split texts", name)
        with pikepdf.open(io.BytesIO(data)) as file:
            for kind in ("Link", "Span", "P", "LBody"):
                over = [e for n, e in damage.elements(file.Root.StructTreeRoot) if n == kind and _pages(e) > 1]
                assert over, kind


def test_a_note_goes_on_over_pages():
    _, data = stress.made("long notes", "chancery")
    with pikepdf.open(io.BytesIO(data)) as file:
        notes = [e for n, e in damage.elements(file.Root.StructTreeRoot) if n == "Note"]
        assert [_pages(e) > 1 for e in notes] == [True] * 3


def _pages(element: pikepdf.Object) -> int:
    """Return on how many pages the content of an element stands."""
    kids = [k for _, e in [("", element), *damage.elements(element)] for k in _own(e)]
    return len(set(kids))


def _own(element: pikepdf.Object) -> list[tuple[int, int]]:
    kids = element.get("/K", [])
    content = kids if isinstance(kids, pikepdf.Array) else [kids]
    own = [k.Pg.objgen for k in content if isinstance(k, pikepdf.Dictionary) and "/MCID" in k]
    return [*own, *(element.Pg.objgen for k in content if not isinstance(k, pikepdf.Dictionary))]
