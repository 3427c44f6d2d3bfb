"""Deck + scenes + trace -> the bytes of a .pptx, the same for the same input. The deck is obeyed, nothing decided."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, assert_never

from briefgen.model.scene import Scene
from briefgen.model.theme import Theme
from briefgen.model.trace import Trace

from . import shapes
from .deck import Chart, Deck, Drawing, Key, Logo, Mark, Number, Panel, Rule, Shape, Table, TextBox
from .drawingml import jump, lang
from .ids import Ids
from .palette import Palette
from .parts import (
    add_chart,
    add_notes,
    add_sections,
    add_slide,
    add_trace,
    embed,
    fill,
    has_sections,
    inside,
    outside,
    packed,
)
from .scene import group
from .stage import stage
from .template import Layout

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation

PROPERTY_MOST = 255
"""Characters that python-pptx takes for a property of the file."""

SECTIONS_FROM = 9
"""Slides from which a deck has sections in its slide sorter."""


def write(
    deck: Deck, scenes: Mapping[str, Scene], theme: Theme, trace: Trace, *, moment: datetime | None = None
) -> bytes:
    """Return the deck as a .pptx; `scenes` holds a scene for every target of the deck, by figure.

    `moment` (UTC) is when the file says that it was made: by default the deck's date, at midnight.
    """
    made = (moment or datetime.combine(deck.date, time())).replace(tzinfo=None)

    ready = stage(theme)
    presentation = ready.presentation
    pages = [add_slide(presentation, ready.pages[slide.layout], n) for n, slide in enumerate(deck.slides, 1)]
    named = reversed([*zip(deck.slides, pages, strict=True)])  # of several agendas the first
    anchors = {slide.anchor: page for slide, page in named if slide.anchor}
    for n, (slide, page) in enumerate(zip(deck.slides, pages, strict=True), 1):
        colours, layout, ids = ready.colours[slide.layout], ready.known[slide.layout], Ids()
        leads = partial(_relation, page, anchors)
        fill(page, "".join(_shape(page, s, deck, layout, scenes, colours, ids, n, made, leads) for s in slide.shapes))
        add_notes(presentation, page, slide.notes, colours, deck.language, n)
    if len(deck.slides) >= SECTIONS_FROM or has_sections(presentation):
        add_sections(presentation, [s.section for s in deck.slides])
    add_trace(presentation, trace)
    _properties(presentation, deck, made)
    return packed(presentation)


def _relation(page: "Part", anchors: Mapping[str, "Part"], anchor: str) -> str:
    """Relate a page to the slide with an anchor; returns nothing where no other slide has it."""
    other = anchors.get(anchor)
    return inside(page, other) if other is not None and other is not page else ""


def _followed(page: "Part", leads: Callable[[str], str], href: str) -> str:
    """Relate a page to the slide or the address that a run leads to."""
    return leads(href.removeprefix("#")) if href.startswith("#") else outside(page, href)


def _shape(
    page: "Part",
    shape: Shape,
    deck: Deck,
    layout: Layout,
    scenes: Mapping[str, Scene],
    colours: Palette,
    ids: Ids,
    slide: int,
    made: datetime,
    leads: Callable[[str], str],
) -> str:
    match shape:
        case TextBox():
            slot, link = layout.slot(shape.slot), jump(leads(shape.leads))
            return shapes.text_box(shape, slot, colours, deck.language, ids, link, partial(_followed, page, leads))
        case Rule():
            return shapes.rule(shape, colours, ids)
        case Panel():
            return shapes.panel(shape, colours, ids)
        case Drawing():
            return group(
                scenes[shape.figure],
                shape.box,
                shape.name,
                shape.alt,
                colours=colours,
                metrics=(deck.head, deck.body),
                language=deck.language,
                ids=ids,
                embed=partial(embed, page),
                furniture=(shape.furniture, deck.furniture),
            )
        case Logo():
            return group(
                shape.scene,
                shape.box,
                shape.name,
                shape.alt,
                colours=colours,
                metrics=(deck.head, deck.body),
                language=deck.language,
                ids=ids,
                embed=partial(embed, page),
            )
        case Key():
            return shapes.key(shape, colours, deck.language, ids)
        case Chart():
            return add_chart(page, shape, layout.slot(shape.slot), colours, ids, made, slide)
        case Table():
            return shapes.table(shape, layout.slot(shape.slot), colours, deck.language, ids)
        case Mark():
            return shapes.mark(shape, ids)
        case Number():
            return shapes.number(shape, layout.slot("number of slide"), deck.language, ids)
        case _:
            assert_never(shape)


def _properties(presentation: "Presentation", deck: Deck, made: datetime) -> None:
    """Set what the file says of itself; the dates are not the clock's, so that the same input gives the same bytes."""
    core = presentation.core_properties
    core.title, core.author, core.subject = (t[:PROPERTY_MOST] for t in (deck.title, deck.issuer, deck.subject))
    core.language = lang(deck.language)
    core.created = core.modified = made
    core.last_modified_by = deck.issuer[:PROPERTY_MOST]
    core.revision = 1
