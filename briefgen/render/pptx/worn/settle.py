"""The planned deck in a house's template: panels that its layouts lack, and texts that its placeholders centre."""

from functools import lru_cache

from msgspec.structs import replace

from briefgen.model.theme import Theme

from ..boxes import optional
from ..deck import HAIR, Deck, Number, Rule, Shape, Slide, TextBox
from ..held import Held
from ..panels import ground
from ..template import Layout, layouts
from .roles import Role, roles
from .rooms import boxed


def settled(deck: Deck, theme: Theme) -> Deck:
    """Return a deck with what the house's layouts do not draw, and its headlines where the house aligns them."""
    if theme.house is None:
        return deck
    known, found = _served(theme.sha256, Held(theme))
    slides = tuple(_slide(one, theme, known[one.layout], found[one.layout]) for one in deck.slides)
    return replace(deck, slides=slides)


@lru_cache(maxsize=8)
def _served(sha256: str, held: Held) -> tuple[dict[str, Layout], dict[str, Role]]:
    """Return the layouts of a theme and what serves each: a search measures many decks of one theme."""
    theme, known = held.theme, layouts(held.theme)
    assert theme.house is not None
    return known, roles(theme, theme.house, known)


def served_by(theme: Theme, layout: str) -> str:
    """Return in words which of the house's layouts serves one of ours, for what is told of a slide; "" without one."""
    if theme.house is None:
        return ""
    return f" on layout “{_served(theme.sha256, Held(theme))[1][layout].layout.name}”"


def _slide(slide: Slide, theme: Theme, layout: Layout, role: Role) -> Slide:
    first, *others = slide.shapes
    drawn: tuple[Shape, ...] = ()
    if layout.panel and not role.own:
        drawn = ground(layout.panel)
    if layout.name == "statement_chart" and not role.own and (place := optional(theme, layout.name, "rule")):
        drawn = (*drawn, Rule(name="Rule", box=place, colour="hair", width=HAIR))
    shapes = (first, *drawn, *others)
    if role.layout.numbered and "number of slide" not in role.places:
        shapes = tuple(s for s in shapes if not isinstance(s, Number))
    if not role.own:
        shapes = tuple(_plain(_aligned(s, role)) for s in shapes)
    return replace(slide, shapes=shapes)


def _plain(shape: Shape) -> Shape:
    """Return the publisher's line in one colour: it may stand on another ground than the other lesser lines."""
    if not isinstance(shape, TextBox) or shape.slot != "publisher":
        return shape
    (line,) = shape.paragraphs
    spans = tuple(replace(s, colour=None) for s in line.spans)
    return replace(shape, paragraphs=(replace(line, spans=spans),))


def _aligned(shape: Shape, role: Role) -> Shape:
    """Return a headline or subtitle whose narrower box lies where its placeholder's alignment asks for."""
    if not isinstance(shape, TextBox) or shape.slot not in ("title", "subtitle"):
        return shape
    place = role.places.get(shape.slot)
    if place is None or role.name == "divider" or place.align not in ("ctr", "r"):
        return shape
    spare = boxed(place.box).right - shape.box.right
    share = 0.5 if place.align == "ctr" else 1.0
    return replace(shape, box=replace(shape.box, x=shape.box.x + max(0.0, spare) * share))
