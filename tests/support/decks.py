"""Decks of the documents built by hand: planned with a shipped theme and its fonts, and written with plain scenes."""

from functools import cache

import msgspec
import yaml

from briefgen.model.document import Document, statements
from briefgen.model.inline import plain
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme
from briefgen.model.trace import Trace, TracedUnit
from briefgen.render.pptx import places, plan, targets, widths, write
from briefgen.render.pptx.deck import Deck, Shape, Slide, TextBox
from briefgen.resources import asset

from . import documents, pictures

FONTS = (asset("fonts"),)
THEMES = ("chancery", "meridian")


@cache
def theme(name: str = "chancery") -> Theme:
    """Return a shipped theme."""
    return msgspec.convert(yaml.safe_load(asset("themes", f"{name}.yaml").read_text("utf-8")), Theme)


def sketched(document: Document, name: str = "chancery") -> dict[str, Sketch]:
    """Return sketches at the widths that the deck asks for."""
    return {figure: pictures.sketches(wide)[figure] for figure, wide in widths(document, theme(name)).items()}


def planned(document: Document, name: str = "chancery") -> Deck:
    """Return the deck of a document in a theme."""
    return plan(document, theme(name), sketched(document, name), FONTS)


def traced(document: Document, deck: Deck) -> Trace:
    """Return the trace record of a deck."""
    at, said = places(deck), {one.unit: one for one in statements(document.blocks)}
    return Trace(
        brief=document.brief,
        edition="2021-11-14",
        title=document.title,
        length=document.length.name,
        format="pptx",
        report="russia-taliban-takeover",
        report_sha256="0" * 64,
        units=tuple(
            TracedUnit(id=u, at=at[u], paragraphs=said[u].paragraphs, references=said[u].references)
            for u in document.units
            if u in at
        ),
        marking=document.marking,
        texts={f"unit/{u}": plain(one.text) for u, one in said.items()},
        hashes={},
    )


def written(document: Document, name: str = "chancery") -> bytes:
    """Return a document as a .pptx in a theme."""
    deck = planned(document, name)
    return write(deck, pictures.scenes(targets(deck)), theme(name), traced(document, deck))


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
