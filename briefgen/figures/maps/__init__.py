"""Maps: what of the world a frame shows, how it is projected, drawn and named.

`sketching` lays out without geometry; `draw` loads shapely and cartopy.
"""

from pathlib import Path
from typing import assert_never

from ...diagnostics import Diagnostic
from ...model.figure import Choropleth, Distances, GroupMaps, Locator, Mapped, PlacesMap, Target
from ...model.scene import Scene
from ...model.theme import Theme


def draw(figure: Mapped, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """Return a map, and what was left out of it for want of room; raises InputError for what must be changed."""
    match figure:
        case Choropleth() | Locator() | PlacesMap():
            from .drawing import draw as drawn

            return drawn(figure, target, theme, fonts)
        case GroupMaps():
            from .membership import draw as drawn_groups

            return drawn_groups(figure, target, theme, fonts)
        case Distances():
            from .distances import draw as drawn_legs

            return drawn_legs(figure, target, theme, fonts)
        case _:
            assert_never(figure)
