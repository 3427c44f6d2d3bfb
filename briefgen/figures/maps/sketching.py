"""A map's Sketch: the heights it can use at a width, its key, and the sentences that must stand under it."""

from typing import assert_never

from ...model.figure import Mapped
from ...model.maps import Choropleth, Distances, GroupMaps, Locator, Map, PlacesMap
from ...model.scene import Sketch
from ...model.theme import Theme
from ..faces import Lettering
from . import boundarynotes, fills, frames, legs, listing, mapcheck, panels
from .view import proportion, view

LOWEST = {"pdf": 0.42, "pptx": 0.5}
"""A map's least height as a share of its width: below it, names no longer stand beside one another."""
TOLD = 0.6
"""The same for a map that tells events beside their places."""
TALLEST = 1.1
"""Its greatest height as a share of its width, whatever its frame."""


def sketched(
    figure: Mapped, theme: Theme, format: str, width: float, sizes: tuple[float, float], letters: Lettering
) -> Sketch:
    """Return a map's sketch; `sizes` are the smallest type and the one asked for.

    Raises InputError (codes BG651 to BG663) for what the figure's author must change.
    """
    match figure:
        case Choropleth() | Locator() | PlacesMap():
            return _region(figure, theme, format, width, sizes, letters)
        case GroupMaps():
            mapcheck.check_groups(figure)
            frame = panels.frame(figure)
            low, high = (panels.plan(figure, frame, width, size, letters, smallest=sizes[0]) for size in sizes)
            shown = {m.category for p in figure.panels for m in p.members}
            topic = frozenset(m.iso for p in figure.panels for m in p.members)
            notes = boundarynotes.notes(figure.ground, panels.window(frame, high, high.most), topic, ())
            key = fills.swatches(figure.categories, shown, theme)
            return Sketch(width=width, least=low.height(low.least), most=high.height(high.most), key=key, notes=notes)
        case Distances():
            small, large = (legs.plan(figure, width, size, letters) for size in sizes)
            notes = boundarynotes.notes(figure.ground, legs.windows(figure, large, large.most)[0], frozenset(), ())
            return Sketch(width=width, least=small.height(small.least), most=large.height(large.most), notes=notes)
        case _:
            assert_never(figure)


def _region(
    figure: Map, theme: Theme, format: str, width: float, sizes: tuple[float, float], letters: Lettering
) -> Sketch:
    """Return the sketch of a map of one region; what stands beneath it takes height of its own."""
    mapcheck.check(figure)
    frame, purpose = frames.frame(figure), frames.purpose(figure)
    events = (*(s.events for s in figure.spots), *(z.events for z in figure.zones))
    told = not listing.numbered(figure) and any(events)
    least = max(LOWEST[format], TOLD if told else 0.0) * width
    most = min(TALLEST * width, max(least, proportion(frame, purpose) * width))
    beneath = [listing.plan(figure, width, size, letters).height for size in sizes]
    window = view(frame, purpose, (width, most), frames.whole(figure))
    subjects = frozenset(a.iso for a in figure.areas if a.category is not None)
    notes = boundarynotes.notes(figure.ground, window, frames.topic(figure, window.scale, sizes[0]), subjects)
    shown = {area.category for area in figure.areas}
    key = fills.swatches(tuple(c for c in figure.categories if c.label), shown, theme)
    return Sketch(
        width=width, least=least + beneath[0], most=max(least + beneath[0], most + beneath[1]), key=key, notes=notes
    )
