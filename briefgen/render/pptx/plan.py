"""Document -> Deck: which slides there are, in which order, and whether they fit. Pure; nothing is written."""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_never

from msgspec.structs import replace

from briefgen.model.document import Document, FigureBlock, TableBlock
from briefgen.model.figure import (
    Bars,
    Choropleth,
    Conditions,
    Distances,
    Dots,
    Figure,
    GroupMaps,
    Lines,
    Locator,
    Matrix,
    Numbers,
    PlacesMap,
    Relations,
    Seats,
    Stacks,
    Target,
    Timeline,
)
from briefgen.model.measures import INCH
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme

from .bound import bound
from .boxes import box
from .deck import Chart, Deck, Drawing, Table
from .ends import ended
from .frame import Setting
from .measure import metrics, ruler
from .storyline import storyline
from .worn import served_by, settled

Pictured = FigureBlock | TableBlock


def plan(document: Document, theme: Theme, sketches: Mapping[str, Sketch], fonts: tuple[Path, ...]) -> Deck:
    """Return the deck of a document; `fonts` are folders with the theme's font files.

    Slides beyond the budget are planned all the same and make `Deck.fits` false, as does text without room.
    """
    document = bound(document)
    setting = Setting(document=document, theme=theme, using=ruler(theme, fonts), sketches=sketches)
    slides = storyline(setting)
    using = setting.using
    deck = Deck(
        title=document.title,
        issuer=document.issuer,
        subject=document.subtitle or document.report_line,
        language=document.language,
        furniture=document.labels.language,
        date=document.date,
        width=theme.deck.width_in * INCH,
        height=theme.deck.height_in * INCH,
        slides=tuple(s.slide for s in slides),
        budget=document.length.slides,
        problems=tuple(
            replace(p, where=f"slide “{s.slide.headline}”{served_by(theme, s.slide.layout)}, {p.where}")
            for s in slides
            for p in s.problems
        ),
        head=metrics(using.head),
        body=metrics(using.body),
    )
    return settled(ended(deck, using), theme)


def targets(deck: Deck) -> dict[str, Target]:
    """Return the drawings that a deck needs by the id of their figure; native charts are none."""
    return {
        shape.figure: Target(
            format="pptx",
            width=shape.box.w,
            height=shape.box.h,
            text=shape.text,
            smallest=shape.smallest,
        )
        for slide in deck.slides
        for shape in slide.shapes
        if isinstance(shape, Drawing)
    }


def widths(document: Document, theme: Theme) -> dict[str, float]:
    """Return the width in points at which each figure of a document stands, to sketch it for `plan`."""
    single = document.length.slides == 1

    def wide(figure: Figure) -> float:
        match figure:
            case _ if single:
                return box(theme, "one_slide", "figure_or_outlook").w
            case Choropleth() | Locator() | PlacesMap() | Distances():
                return box(theme, "map_takeaways", "map").w
            case Timeline() | Matrix() | Seats() | Numbers() | Relations() | Conditions() | GroupMaps():
                return box(theme, "timeline", "chart").w
            case Bars() | Stacks() | Lines() | Dots():
                return box(theme, "statement_chart", "chart").w
            case _:
                assert_never(figure)

    return {b.figure.words.id: wide(b.figure) for b in document.blocks if isinstance(b, FigureBlock)}


def places(deck: Deck) -> dict[str, tuple[int, ...]]:
    """Return the slides, from 1, on which each unit stands or in whose notes it is spoken."""
    found: dict[str, tuple[int, ...]] = {}
    for n, slide in enumerate(deck.slides, 1):
        for unit in (*slide.units, *slide.spoken):
            found[unit] = (*found.get(unit, ()), n)
    return found


def pictured(deck: Deck, document: Document) -> dict[str, tuple[int, ...]]:
    """Return the slides, from 1, on which each figure and table stands; shapes bear their alternative texts."""
    shown_as = bound(document).blocks
    words = [b.figure.words if isinstance(b, FigureBlock) else b.words for b in shown_as if isinstance(b, Pictured)]
    found: dict[str, tuple[int, ...]] = {}
    for n, slide in enumerate(deck.slides, 1):
        shown = {shape.alt for shape in slide.shapes if isinstance(shape, Drawing | Chart | Table)}
        for one in words:
            if one.alt in shown:
                found[one.id] = (*found.get(one.id, ()), n)
    return found
