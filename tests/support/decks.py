"""Decks of the documents built by hand: planned with the shipped theme and fonts, and written with plain scenes."""

from functools import cache

import msgspec
import yaml

from briefgen.model.document import Document
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme
from briefgen.model.trace import Trace, TracedUnit
from briefgen.render.pptx import places, plan, targets, widths, write
from briefgen.render.pptx.deck import Deck, Shape, Slide, TextBox
from briefgen.resources import asset

from . import documents, pictures

FONTS = (asset("fonts"),)


@cache
def theme() -> Theme:
    """Return the shipped theme."""
    return msgspec.convert(yaml.safe_load(asset("themes", "chancery.yaml").read_text("utf-8")), Theme)


def sketched(document: Document) -> dict[str, Sketch]:
    """Return sketches at the widths that the deck asks for."""
    return {name: pictures.sketches(wide)[name] for name, wide in widths(document, theme()).items()}


def planned(document: Document) -> Deck:
    """Return the deck of a document."""
    return plan(document, theme(), sketched(document), FONTS)


def traced(document: Document, deck: Deck) -> Trace:
    """Return the trace record of a deck."""
    at = places(deck)
    return Trace(
        brief=document.brief,
        edition="2021-11-14",
        title=document.title,
        length=document.length.name,
        format="pptx",
        report="russia-taliban-takeover",
        report_sha256="0" * 64,
        units=tuple(TracedUnit(id=u, at=at[u], paragraphs=(), references=()) for u in document.units if u in at),
        hashes={},
    )


def written(document: Document) -> bytes:
    """Return a document as a .pptx."""
    deck = planned(document)
    return write(deck, pictures.scenes(targets(deck)), theme(), traced(document, deck))


@cache
def standard() -> bytes:
    """Return the deck of the standard length, written once."""
    return written(documents.standard())


def texts(slide: Slide, slot: str) -> list[str]:
    """Return the paragraphs in the placeholders of a slide whose slot begins so."""
    return [
        "".join(s.text for s in p.spans).replace("\u00a0", " ")
        for shape in slide.shapes
        if isinstance(shape, TextBox) and shape.slot.startswith(slot)
        for p in shape.paragraphs
    ]


def only(slide: Slide, kind: type[Shape]) -> list[Shape]:
    """Return the shapes of one kind."""
    return [s for s in slide.shapes if isinstance(s, kind)]
