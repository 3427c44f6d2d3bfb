"""What a deck is written on: the presentation, its layouts and their slots, and the colours of each."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

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
    # a layout of another master calls that master's colours by the same names
    masters = {role.layout.master for role in found.values()}
    looks = {master: replace(theme, house=theme.house.on_master(master)) for master in masters}
    palettes = {master: palette(look) for master, look in looks.items()}
    slots, by_layout = {}, {}
    for name, one in known.items():
        role = found[name]
        look, own = looks[role.layout.master], palettes[role.layout.master]
        by_layout[name] = colours_of(look, one, role, own)
        slots[name] = fitted(look, one, role, by_layout[name])
    return Stage(presentation, pages, slots, by_layout)
