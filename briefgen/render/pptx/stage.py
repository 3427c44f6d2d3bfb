"""What a deck is written on: the presentation, its layouts and their slots, and the colours of each."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.model.theme import Theme

from .held import Held
from .palette import Palette, palette
from .template import Layout, layouts, package
from .worn import colours_of, fitted, opened, roles

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout


@dataclass(frozen=True)
class Stage:
    """An empty presentation; all else by the name of a layout of ours."""

    presentation: "Presentation"
    pages: "dict[str, SlideLayout]"
    known: dict[str, Layout]
    colours: dict[str, Palette]


@lru_cache(maxsize=8)
def _package(sha256: str, held: Held) -> bytes:
    """Return a theme's own template, made once."""
    return package(held.theme, layouts(held.theme))


def stage(theme: Theme) -> Stage:
    """Return the theme's own template, or the house's where the theme is worn over one."""
    known, colours = layouts(theme), palette(theme)
    if theme.house is None:
        from pptx import Presentation

        presentation = Presentation(io.BytesIO(_package(theme.sha256, Held(theme))))
        pages = dict(zip(known, presentation.slide_layouts, strict=True))
        return Stage(presentation, pages, known, dict.fromkeys(known, colours))
    found = roles(theme, theme.house, known)
    presentation, pages = opened(theme, found, colours)
    by_layout = {name: colours_of(theme, one, found[name], colours) for name, one in known.items()}
    slots = {name: fitted(theme, one, found[name], by_layout[name]) for name, one in known.items()}
    return Stage(presentation, pages, slots, by_layout)
