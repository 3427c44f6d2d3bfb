"""Figure -> Sketch: how much height a figure can use, its key and its notes, without drawing it."""

from pathlib import Path
from typing import assert_never

from ..model.figure import (
    Bars,
    Choropleth,
    Conditions,
    Distances,
    Dots,
    Figure,
    GroupMaps,
    Lines,
    Locator,
    Mapped,
    Matrix,
    Numbers,
    PlacesMap,
    Relations,
    Seats,
    Stacks,
    Timeline,
)
from ..model.scene import Sketch
from ..model.theme import Theme
from ..resources import asset
from . import (
    barplan,
    columnplan,
    dotplan,
    lanes,
    lineplan,
    matrixplan,
    numberplan,
    rows,
    seatplan,
    stackplan,
    steps,
    uprightplan,
)
from .faces import Lettering, lettering
from .maps.sketching import sketched

Drawn = Bars | Stacks | Lines | Dots | Matrix | Seats | Numbers | Relations | Conditions | Timeline
"""Figures that are no maps."""

SMALLEST = {"pdf": 8.0, "pptx": 14.0}
"""The smallest type of each format; a target's `smallest` is not below it."""


def sketch(figure: Figure, theme: Theme, *, format: str, width: float, fonts: tuple[Path, ...] | None = None) -> Sketch:
    """Return the heights a figure can use at a width, its key, and the sentences that must stand under it.

    `fonts` are the folders of the theme's font files, the shipped fonts by default. At `least` everything
    given is drawn at the smallest type, at `most` it is at its best; a timeline drops nothing. Raises InputError
    (codes BG651 to BG663) for what the figure's author must change.
    """
    letters = lettering(theme, format, fonts or (asset("fonts"),))
    large = text_size(figure, theme, format)
    small = min(SMALLEST[format], theme.deck.type.body_min, large) if format == "pptx" else SMALLEST[format]
    if isinstance(figure, Mapped):
        return sketched(figure, theme, format, width, (small, large), letters)
    least, most = _heights(figure, width, small, letters, format)
    if isinstance(figure, Relations | Seats):  # to look for room twice would take long; large type may have none
        most *= large / small
    else:
        _, most = _heights(figure, width, large, letters, format)
    return Sketch(width=width, least=least, most=max(least, most))


def _heights(figure: Drawn, width: float, text: float, letters: Lettering, format: str) -> tuple[float, float]:
    """Return the least and the greatest height of a figure at a type size."""
    match figure:
        case Bars():
            upright = columnplan.heights(figure, width, text, letters) if figure.upright else None
            return upright or barplan.heights(figure, width, text, letters, format)
        case Stacks():
            upright = uprightplan.heights(figure, width, text, letters) if figure.upright else None
            return upright or stackplan.heights(figure, width, text, letters, format)
        case Lines():
            return lineplan.heights(figure, width, text, letters)
        case Dots():
            return dotplan.heights(figure, width, text, letters)
        case Matrix():
            return matrixplan.heights(figure, width, text, letters)
        case Seats():
            return seatplan.heights(figure, width, text, letters)
        case Numbers():
            return numberplan.heights(figure, width, text, letters, format)
        case Relations():
            from .relationplan import heights  # the only one that calculates with numpy, which takes long to load

            return heights(figure, width, text, letters)
        case Conditions():
            return steps.heights(figure, width, text, letters)
        case Timeline():
            return rows.heights(lanes.plan(figure, width, text, letters), letters)
        case _:
            assert_never(figure)


def text_size(figure: Figure, theme: Theme, format: str) -> float:
    """Return the type size that a figure's target should ask for."""
    if format == "pdf":
        return theme.type.caption.size
    match figure:
        case Bars() | Stacks() | Lines() | Dots():
            return theme.deck.type.chart
        case Matrix() | Seats() | Numbers() | Conditions():
            return theme.deck.type.table
        case Timeline() | Relations() | Choropleth() | Locator() | PlacesMap() | GroupMaps() | Distances():
            return theme.deck.type.map
        case _:
            assert_never(figure)
