"""Figure and Target -> Scene: one drawing function for each kind of figure."""

from pathlib import Path
from typing import assert_never

from ..model.figure import Bars, Choropleth, Distances, Figure, Locator, Membership, PlacesMap, Target, Timeline
from ..model.scene import Drawing, Scene
from ..model.theme import Theme


def draw(figure: Figure, target: Target, theme: Theme, *, fonts: tuple[Path, ...]) -> Scene:
    """Draw a figure for a target; `fonts` are the folders with the theme's font files.

    Raises InputError (codes BG651 to BG663) for what the figure's author must change.
    """
    return drawing(figure, target, theme, fonts=fonts).scene


def drawing(figure: Figure, target: Target, theme: Theme, *, fonts: tuple[Path, ...]) -> Drawing:
    """Draw a figure as `draw` does, and say what was left out of it.

    Raises InputError for what the figure's author must change.
    """
    match figure:
        case Bars():
            from .bars import draw as draw_bars

            return Drawing(scene=draw_bars(figure, target, theme, fonts))
        case Timeline():
            from .timeline import draw as draw_timeline

            return Drawing(scene=draw_timeline(figure, target, theme, fonts))
        case Choropleth() | Locator() | PlacesMap() | Membership() | Distances():
            from .maps import draw as draw_map

            scene, diagnostics = draw_map(figure, target, theme, fonts)
            return Drawing(scene=scene, diagnostics=diagnostics)
        case _:
            assert_never(figure)
