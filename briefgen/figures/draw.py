"""Figure and Target -> Scene: one drawing function for each kind of figure."""

from pathlib import Path
from typing import assert_never

from msgspec.structs import replace

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
    Matrix,
    Numbers,
    PlacesMap,
    Relations,
    Seats,
    Stacks,
    Target,
    Timeline,
)
from ..model.scene import Drawing, Scene
from ..model.theme import Theme
from ..typeset.fonts import missing
from . import faults, limits
from .faces import Lettering, lettering


def draw(figure: Figure, target: Target, theme: Theme, *, fonts: tuple[Path, ...]) -> Scene:
    """Draw a figure for a target; `fonts` are the folders with the theme's font files.

    Raises InputError (codes BG651 to BG672) for what the figure's author must change.
    """
    return drawing(figure, target, theme, fonts=fonts).scene


def drawing(figure: Figure, target: Target, theme: Theme, *, fonts: tuple[Path, ...]) -> Drawing:
    """Draw a figure as `draw` does, and say what was left out of it, or is more than can well be edited.

    Raises InputError for what the figure's author must change.
    """
    made = _drawn(figure, target, theme, fonts)
    if target.format == "pdf":  # a slide's program has other fonts to turn to
        glyphs(made.scene, figure.words.id, lettering(theme, target.format, fonts))
    return replace(made, diagnostics=(*made.diagnostics, *limits.told(made.scene, figure.words.id)))


def glyphs(scene: Scene, figure: str, letters: Lettering) -> None:
    """Raise InputError for a label with characters that its font does not have."""
    for label in limits.labels(scene):
        face = (
            letters.numeral
            if label.font != letters.regular.role
            else letters.cut(label.weight >= 600, italic=label.italic)
        )
        lacking = missing(face.file, label.text)
        if lacking:
            hint = "write it in letters that the font has, or give the theme a font that has these"
            message = f"the theme's font has no glyphs for {lacking[:12]!r} in {label.text[:40]!r}"
            raise faults.fault(faults.NO_GLYPH, figure, message, hint)


def _drawn(figure: Figure, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Drawing:
    match figure:
        case Bars():
            from .bars import draw as draw_bars

            return Drawing(scene=draw_bars(figure, target, theme, fonts))
        case Stacks():
            from .stacked import draw as draw_stacks

            return Drawing(scene=draw_stacks(figure, target, theme, fonts))
        case Lines():
            from .lines import draw as draw_lines

            return Drawing(scene=draw_lines(figure, target, theme, fonts))
        case Dots():
            from .dots import draw as draw_dots

            return Drawing(scene=draw_dots(figure, target, theme, fonts))
        case Matrix():
            from .matrix import draw as draw_matrix

            return Drawing(scene=draw_matrix(figure, target, theme, fonts))
        case Seats():
            from .seats import draw as draw_seats

            return Drawing(scene=draw_seats(figure, target, theme, fonts))
        case Numbers():
            from .numbers import draw as draw_numbers

            return Drawing(scene=draw_numbers(figure, target, theme, fonts))
        case Relations():
            from .relations import draw as draw_relations

            return Drawing(scene=draw_relations(figure, target, theme, fonts))
        case Conditions():
            from .conditions import draw as draw_conditions

            return Drawing(scene=draw_conditions(figure, target, theme, fonts))
        case Timeline():
            from .timeline import draw as draw_timeline

            return Drawing(scene=draw_timeline(figure, target, theme, fonts))
        case Choropleth() | Locator() | PlacesMap() | GroupMaps() | Distances():
            from .maps import draw as draw_map

            scene, diagnostics = draw_map(figure, target, theme, fonts)
            return Drawing(scene=scene, diagnostics=diagnostics)
        case _:
            assert_never(figure)
