"""Figure -> Sketch: how much height a figure can use, its key and its notes, without drawing it."""

from pathlib import Path
from typing import assert_never

from ..model.figure import Bars, Choropleth, Distances, Figure, Locator, Membership, PlacesMap, Timeline
from ..model.scene import Sketch
from ..model.theme import Theme
from ..resources import asset
from . import barplan, lanes, rows
from .faces import lettering
from .maps.sketching import sketched

SMALLEST = {"pdf": 8.0, "pptx": 14.0}
"""The smallest type of each format; a target's `smallest` is not below it."""


def sketch(figure: Figure, theme: Theme, *, format: str, width: float, fonts: tuple[Path, ...] | None = None) -> Sketch:
    """Return the heights a figure can use at a width, its key, and the sentences that must stand under it.

    `fonts` are the folders of the theme's font files, the shipped fonts by default. At `least` everything
    given is drawn at the smallest type, at `most` it is at its best; a timeline drops nothing. Raises InputError
    (codes BG651 to BG663) for what the figure's author must change.
    """
    letters = lettering(theme, format, fonts or (asset("fonts"),))
    small, large = SMALLEST[format], text_size(figure, theme, format)
    match figure:
        case Bars():
            least, _ = barplan.heights(figure, width, small, letters, format)
            _, most = barplan.heights(figure, width, large, letters, format)
            return Sketch(width=width, least=least, most=max(least, most))
        case Timeline():
            least, _ = rows.heights(lanes.plan(figure, width, small, letters), letters)
            _, most = rows.heights(lanes.plan(figure, width, large, letters), letters)
            return Sketch(width=width, least=least, most=max(least, most))
        case Choropleth() | Locator() | PlacesMap() | Membership() | Distances():
            return sketched(figure, theme, format, width, (small, large), letters)
        case _:
            assert_never(figure)


def text_size(figure: Figure, theme: Theme, format: str) -> float:
    """Return the type size that a figure's target should ask for."""
    if format == "pdf":
        return theme.type.caption.size
    return theme.deck.type.chart if isinstance(figure, Bars) else theme.deck.type.map
