"""What a deck lacks for the person who presents it, reads it by ear or edits it; read back with python-pptx alone."""

import io
import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element
from pptx import Presentation
from pptx.slide import Slide

from briefgen.model.trace import Trace
from briefgen.preflight.trace import read as record

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ORDER = ("title", "text", "figure", "source", "running", "number", "marking")
NAMED = {"Source": "source", "Logo": "running", "Short title": "running", "Slide number": "number"}
SOURCES_MOST = 10


def lacking(data: bytes) -> Iterator[str]:
    """Yield what is not as it should be, slide by slide."""
    deck, trace = Presentation(io.BytesIO(data)), record(data)
    core = deck.core_properties
    if not (core.title and core.author and core.language and core.created == core.modified):
        yield "the file does not say what it is"
    slides = list(deck.slides)
    for title, count in Counter(s.shapes.title.text_frame.text for s in slides).items():
        if count > 1:
            yield f"{count} slides are called {title!r}"
    for n, slide in enumerate(slides, 1):
        yield from (f"slide {n}: {fault}" for fault in (*_read(slide), *_marked(slide, trace), *_linked(slide)))
    yield from _said(slides, trace)
    yield from _works(slides, trace)


def _read(slide: Slide) -> Iterator[str]:
    """Yield what a reader by ear stumbles over: the order, shapes without words, runs without a language, tables."""
    kinds = [kind for s in slide.shapes if (kind := _kind(s)) != "decoration"]
    if kinds != sorted(kinds, key=ORDER.index):
        yield f"it is read {' '.join(dict.fromkeys(kinds))}"
    for shape in slide.shapes:
        words = shape.has_text_frame and shape.text_frame.text.strip()
        if not words and not _decorates(shape._element) and not _properties(shape._element).get("descr"):
            yield f"{shape.name!r} has no words and is no decoration"
        if shape.has_table and not (shape.table.first_row and shape.table.first_col):
            yield f"{shape.name!r} does not say what heads it"
    for run in slide._element.iter(f"{A}rPr"):
        if not run.get("lang"):
            yield "a run has no language"


def _kind(shape: object) -> str:
    name, element = shape.name, shape._element  # type: ignore[attr-defined]
    if name == "Headline":
        return "title"
    if name.startswith("Marking"):
        return "marking"
    if _decorates(element):
        return "decoration"
    pictured = not shape.has_text_frame  # type: ignore[attr-defined]
    return NAMED.get(name, "figure" if pictured else "text")


def _properties(element: _Element) -> _Element:
    return next(e for e in element.iter() if e.tag.endswith("}cNvPr"))


def _decorates(element: _Element) -> bool:
    return any(e.get("val") == "1" for e in _properties(element).iter(DECORATIVE))


def _marked(slide: Slide, trace: Trace) -> Iterator[str]:
    marks = [s.text_frame.text for s in slide.shapes if s.name.startswith("Marking")]
    if trace.marking and marks != [trace.marking] * 2:
        yield f"it is marked {marks}"


def _linked(slide: Slide) -> Iterator[str]:
    for link in slide._element.iter(f"{A}hlinkClick"):
        relation = slide.part.rels[link.get(link.nsmap["r"].join("{}") + "id")]
        jumps = link.get("action") == "ppaction://hlinksldjump"
        if relation.is_external == jumps:
            yield "a link leads nowhere"


def _said(slides: list[Slide], trace: Trace) -> Iterator[str]:
    """Yield what a stand-in could not say: each unit in full, its paragraphs and its works, on one of its slides."""
    given = [s.notes_slide.notes_text_frame.text if s.has_notes_slide else "" for s in slides]
    notes = [_plain(text) for text in given]
    for n, said in enumerate(notes, 1):
        if not said:
            yield f"slide {n}: it has no notes"
    for unit in trace.units:
        own = [notes[at - 1] for at in unit.at]
        if not any(_plain(trace.texts.get(f"unit/{unit.id}", "")) in said for said in own):
            yield f"the notes do not say unit {unit.id} in full"
        if unit.paragraphs and not any(all(p in said for p in unit.paragraphs) for said in own):
            yield f"the notes do not give the paragraphs of unit {unit.id}"
        if unit.references and not any(re.search(r"(?m)^\[\d+\] ", given[at - 1]) for at in unit.at):
            yield f"the notes do not give the works behind unit {unit.id}"


def _works(slides: list[Slide], trace: Trace) -> Iterator[str]:
    """Yield works that the slide of sources neither shows nor says."""
    for slide in slides:
        if slide.slide_layout.name != "Sources":
            continue
        shown = [p for s in slide.shapes if s.name.startswith("Sources,") for p in s.text_frame.paragraphs]
        listed = re.findall(r"(?m)^\[(\d+)\]", slide.notes_slide.notes_text_frame.text)
        cited = {r for unit in trace.units for r in unit.references}
        if not 0 < len(shown) <= SOURCES_MOST or len(listed) < len(cited):
            yield f"the slide of sources shows {len(shown)} works and says {len(listed)} of {len(cited)}"


def _plain(text: str) -> str:
    """Return a text without what only sets it: kinds of spaces, calls of notes."""
    return re.sub(r"\s+", " ", re.sub(r"(\[\d+\])+", "", text).replace("\u2060", "")).strip()
