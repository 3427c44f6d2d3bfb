"""The ladder, on random reports and briefs, from YAML to the bytes of pages and slides.

Budgets hold, lengths nest, what is selected stands in the file word for word, every citation leads somewhere, and the
same input gives the same bytes; or the brief is told what is wrong with it, with numbers. BRIEFGEN_EXAMPLES=500 tries
so many projects instead of a few.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.build import brief as building
from briefgen.build.backends import BACKENDS
from briefgen.build.brief import Made, make
from briefgen.build.inputs import Inputs, gather
from briefgen.compose import Fitted
from briefgen.diagnostics import Severity
from briefgen.errors import InputError
from briefgen.model import document as doc
from briefgen.model.figure import Target
from briefgen.model.inline import Call, Citation, Inlines, Text, plain
from briefgen.model.report import Unit
from briefgen.model.scene import Scene
from briefgen.model.spec import Format
from briefgen.preflight.trace import read as record_of
from tests.support.anyproject import Files, Shape, files
from tests.support.extracted import Element, elements, slides, squeezed
from tests.support.project import in_ci

pytestmark = in_ci

EXAMPLES = int(os.environ.get("BRIEFGEN_EXAMPLES", "5"))
AGAIN = 1000 if "BRIEFGEN_EXAMPLES" in os.environ else 30
"""Units up to which a project is built twice."""
TOLD = {"BG416", "BG417", "BG418", "BG419", "BG421", "BG424", "BG425", "BG426", "BG501", "BG502", "BG504", "BG601"}
"""What a brief of random choices may be refused for; anything else is a fault of ours, or of the generator."""

SHAPES = st.builds(
    Shape,
    units=st.sampled_from([0, 1, 2, 5, 12, 30, 60, 140]),
    sections=st.integers(1, 7),
    figures=st.integers(0, 5),
    long=st.sampled_from([20, 60, 250]),
    seed=st.integers(0, 2**32 - 1),
    wild=st.booleans(),
)
Result = tuple[Fitted, Made]


def drawn(_: object, targets: dict[str, Target]) -> tuple[dict[str, Scene], tuple[()]]:
    """Return empty drawings: what stands in a picture is a matter of the figures' own tests."""
    return {n: Scene(width=t.width, height=t.height, marks=()) for n, t in targets.items()}, ()


def written(project: Files, folder: Path) -> Path:
    for name, text in project.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def built(root: Path) -> tuple[Inputs, list[Result]]:
    """Return the inputs of a project's brief, and each artifact with its document; raises InputError."""
    (inputs,), _ = gather((), root=root, lengths=(), formats=(), cache=None, epoch=None)
    fitted: list[Fitted] = []

    def climbed(*arguments: Any) -> Any:
        found = real(*arguments)
        # pages may move a figure behind a paragraph and number its notes anew: what they show is their own document
        fitted.extend(replace(one, document=getattr(layout, "document", one.document)) for one, layout in found)
        return found

    with pytest.MonkeyPatch.context() as patch:
        real = building.climbed
        patch.setattr(building, "climbed", climbed)
        patch.setattr(building, "draw", drawn)
        made = make(inputs, None, lambda one: lambda: BACKENDS[one.format].check(one), lambda _: None)
    return inputs, list(zip(fitted, made, strict=True))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # a seed cannot be made smaller
    derandomize="BRIEFGEN_EXAMPLES" not in os.environ,
)
@given(SHAPES)
@example(Shape(units=140, sections=3, figures=2, long=250, seed=5, wild=False))
@example(Shape(units=60, sections=6, figures=3, long=60, seed=2, wild=True))
@example(Shape(units=60, sections=2, figures=5, long=20, seed=3, wild=False))
@example(Shape(units=30, sections=7, figures=2, long=60, seed=1, wild=False))
def test_whatever_the_report_and_the_brief_the_promises_hold_or_the_reason_is_told(shape: Shape) -> None:
    proved(shape)


def proved(shape: Shape) -> str:
    """Build a project twice and prove all that is promised; return what it was refused for, if it was."""
    with tempfile.TemporaryDirectory() as folder:
        root = written(files(shape), Path(folder))
        try:
            inputs, results = built(root)
        except InputError as error:
            return refused(error)
        for fitted, made in results:
            kept_to_its_budget(fitted, made)
            cited(fitted.document)
            traced(fitted, made)
            in_its_own_words(fitted.document, inputs)
            if made.entry.format == "pdf":
                on_paper(fitted.document, made)
            else:
                on_slides(fitted.document, made)
        for format_ in Format:
            nested([r for r in results if r[1].entry.format == format_.value], inputs)
        if shape.units <= AGAIN:
            again = built(root)[1]
            assert [m.data for _, m in again] == [m.data for _, m in results]
    return ""


def refused(error: InputError) -> str:
    """What is wrong is told at its place, with what to do, and with numbers where something has no room."""
    wrong = [d for d in error.diagnostics if d.severity is Severity.ERROR]
    assert wrong
    for one in wrong:
        assert one.code in TOLD, str(one)
        assert one.file, str(one)
        assert one.hint, str(one)
        if one.code == "BG502":
            found = re.search(r": (\d+) (pt|slides) needed, (\d+) (pt|slides) there", one.message)
            assert found, str(one)
            assert int(found[1]) > int(found[3]), str(one)
    return ", ".join(sorted({d.code for d in wrong}))


def kept_to_its_budget(fitted: Fitted, made: Made) -> None:
    length, entry = fitted.document.length, made.entry
    assert len(set(entry.statements)) == len(entry.statements)
    if entry.format == "pdf":
        assert entry.pages is not None
        assert entry.pages <= length.pages
        full = entry.pages == length.pages and min(entry.fill or (0,)) >= 0.9
        told = any(d.code == "BG503" for d in made.warnings)
        assert not length.exact or full or told
    else:
        assert entry.slides is not None
        assert entry.slides <= length.slides
    out = [u.id for u in entry.left_out]
    assert not set(out) & set(entry.statements)
    assert len(set(out)) == len(out)


def nested(results: list[Result], inputs: Inputs) -> None:
    """A longer length shows the units, events and figures of a shorter one, with the same words of caution."""
    needs = {u.id: u.needs for u in inputs.report.units}
    shown: dict[str, doc.Statement] = {}
    before: Made | None = None
    for fitted, made in results:
        if before:
            for key in ("statements", "events", "figures"):
                assert set(getattr(before.entry, key)) <= set(getattr(made.entry, key)), key
        for one in doc.statements(fitted.document.blocks):
            other = shown.setdefault(one.unit, one)
            assert (one.lead, one.hedge, one.short, one.attribution) == (
                other.lead,
                other.hedge,
                other.short,
                other.attribution,
            )
            assert plain(one.text) in (plain(other.text), one.short, other.short) or plain(other.text) == one.short
        for unit in made.entry.statements:
            assert set(needs[unit]) <= set(made.entry.statements), unit
        before = made


def in_its_own_words(document: doc.Document, inputs: Inputs) -> None:
    """Text and short text are those of the unit, or of the brief; the word of caution stands in both."""
    units: dict[str, Unit] = {u.id: u for u in inputs.report.units}
    own = {r.unit: r for r in inputs.spec.replace}
    for one in doc.statements(document.blocks):
        unit, new = units[one.unit], own.get(one.unit)
        short = new.short if new and new.short else unit.short
        text = plain(new.text if new and new.text else unit.text)
        assert one.short == short
        assert plain(one.text) in (text, short)
        if one.hedge:
            assert one.hedge in short
            assert one.hedge in plain(one.text)


def cited(document: doc.Document) -> None:
    """Notes are numbered from 1 in the order of their first call, and each call has its note."""
    calls: list[int] = []
    for block in document.blocks:
        for text in _texts(block):
            assert not any(isinstance(i, Citation) for i in text)
            calls += [n for i in text if isinstance(i, Call) for n in i.notes]
        calls += _numbered(block, document)
    numbers = [n.number for n in document.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(calls) == set(numbers)
    for one in doc.statements(document.blocks):
        assert set(one.references) <= set(document.references), one.unit
    assert {r for n in document.notes for r in n.references} == set(document.references)


def _texts(block: doc.Block) -> Iterator[Inlines]:
    for one in doc.statements([block]):
        yield one.text
    if isinstance(block, doc.FigureBlock | doc.TableBlock):
        yield block.source


def _numbered(block: doc.Block, document: doc.Document) -> list[int]:
    """Return the notes that a figure names by their numbers, where they stand on the same page."""
    if not isinstance(block, doc.FigureBlock | doc.TableBlock) or any(isinstance(i, Call) for i in block.source):
        return []
    return [int(n) for n in re.findall(r"\d+", plain(block.source).partition(".")[0])]


def traced(fitted: Fitted, made: Made) -> None:
    """The record in the file names all units shown, each with a place inside the file."""
    record = record_of(made.data)
    assert record is not None
    assert tuple(u.id for u in record.units) == fitted.document.units == made.entry.statements
    size = made.entry.pages or made.entry.slides or 0
    for unit in record.units:
        assert unit.at, unit.id
        assert all(1 <= at <= size for at in unit.at), unit
        assert unit.references


def said(text: Inlines) -> str:
    """Return what a reader of the page finds: words, and calls as numbers with commas between."""
    return "".join(i.text if isinstance(i, Text) else ",".join(map(str, getattr(i, "notes", ()))) for i in text)


def on_paper(document: doc.Document, made: Made) -> None:
    """Each text of the document is the whole text of a structure element, on a page that the record names."""
    found = elements(made.data)
    texts = {e.text for e in found}
    record = record_of(made.data)
    assert record is not None
    at = {u.id: set(u.at) for u in record.units}

    def stands(text: str, *units: str) -> None:
        same = [e for e in found if e.text == squeezed(text)]
        assert same, _nearest(squeezed(text), found)
        for unit in units:
            assert any(at[unit] <= e.pages for e in same), unit

    stands(document.title)
    for block in document.blocks:
        match block:
            case doc.BottomLine(statement=one):
                stands(said(one.text), one.unit)
            case doc.KeyJudgements() | doc.Watch():
                for one in block.statements:
                    stands(f"{_lead(one)}{said(one.text)}", one.unit)
            case doc.Bullets():
                for one in block.statements:
                    stands(one.short + ",".join(map(str, one.notes)), one.unit)
            case doc.Prose() | doc.Outlook():
                stands(" ".join(said(s.text) for s in block.statements), *(s.unit for s in block.statements))
            case doc.Heading():
                assert {squeezed(block.headline), squeezed(f"{block.number}{block.headline}")} & texts or any(
                    t.endswith(squeezed(block.headline)) for t in texts
                )
            case doc.FigureBlock():
                stands(block.figure.words.headline)
            case doc.TableBlock():
                stands(block.words.headline)
                for cell in (cell for row in block.rows for cell in row):
                    stands(cell)
            case doc.Method():
                for remark in block.remarks:
                    assert any(t.endswith(squeezed(remark.text)) for t in texts), remark
            case doc.References():
                for work in block.works:
                    stands(said(work.text))
            case doc.Contents():
                for one in (*block.parts, *block.figures):
                    assert any(squeezed(one.title) in t for t in texts), one
            case doc.Colophon():
                stands(said(block.text))
            case _:
                pass
    for note in document.notes:
        form = note.full if document.length.full_notes else note.short
        assert any(squeezed(said(form)) in t for t in texts), note


def _lead(one: doc.Statement) -> str:
    return f"{one.lead}{'' if one.lead[-1] in '.?!…' else '.'} " if one.lead else ""


def _nearest(text: str, found: list[Element]) -> str:
    """Return where the text that comes closest to one departs from it."""
    common = [next((n for n, (a, b) in enumerate(zip(text, e.text, strict=False)) if a != b), 0) for e in found]
    at = max(common)
    best = found[common.index(at)].text
    return f"after {text[max(0, at - 40) : at]!r} comes {best[at : at + 40]!r}, not {text[at : at + 40]!r}"


def on_slides(document: doc.Document, made: Made) -> None:
    """Each statement stands on its slides in short or in full, or is spoken there in full, with its lead."""
    found = slides(made.data)
    record = record_of(made.data)
    assert record is not None
    at = {u.id: u.at for u in record.units}
    for one in doc.statements(document.blocks):
        spoken = squeezed(f"{_lead(one)}{_bracketed(one.text)}")
        for number in at[one.unit]:
            slide = found[number - 1]
            assert any(s.startswith(spoken) for s in slide.spoken), f"{spoken!r} is not among {slide.spoken}"
    shown = {p for slide in found for p in slide.paragraphs}
    for one in _always_shown(document):
        assert set(_forms(one)) & shown, one.unit
    for block in document.blocks:
        if isinstance(block, doc.FigureBlock | doc.TableBlock) and document.length.slides > 1:
            words = block.words if isinstance(block, doc.TableBlock) else block.figure.words
            assert any(words.headline in squeezed(p) or squeezed(words.headline) in p for p in shown), words.id


def _forms(one: doc.Statement) -> Iterator[str]:
    """Yield how a slide may show a statement: in short or in full, behind its lead or not, in short as a headline."""
    for text in (one.short, plain(one.text)):
        yield squeezed(text)
        yield squeezed(f"{_lead(one)}{text}")
    yield squeezed(one.short).removesuffix(".")


def _bracketed(text: Inlines) -> str:
    return "".join(i.text if isinstance(i, Text) else "".join(f"[{n}]" for n in getattr(i, "notes", ())) for i in text)


def _always_shown(document: doc.Document) -> Iterator[doc.Statement]:
    """Yield what no deck leaves to its speaker: all statements of a deck of several slides."""
    if document.length.slides > 1:
        yield from doc.statements(document.blocks)
