"""The fonts that a house's template names -> files of the same widths to measure with."""

from msgspec.structs import replace

from ..model.housetemplate import House
from ..model.theme import DeckFamily, Fonts, Theme

SAME = {
    "calibri": "Carlito",
    "carlito": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
    "arial": "LiberationSans",
    "helvetica": "LiberationSans",
    "arimo": "LiberationSans",
    "liberation sans": "LiberationSans",
}
"""Fonts by the files of equal widths that are shipped."""
WIDE = "LiberationSans"
"""What stands for a font that nobody knows: few fonts for text run wider."""


def _family(name: str, file: str) -> DeckFamily:
    cuts = ("Regular", "Bold", "Italic", "BoldItalic")
    regular, bold, italic, bold_italic = (f"{file}-{cut}.ttf" for cut in cuts)
    return DeckFamily(name=name, regular=regular, bold=bold, italic=italic, bold_italic=bold_italic)


def family(name: str, theme: Theme) -> tuple[DeckFamily, bool]:
    """Return the files for a font, and whether its widths are known: the theme's own word first."""
    for one in (theme.font.deck_head, theme.font.deck_body):
        if one.name.casefold() == name.casefold():
            return one, True
    file = SAME.get(name.casefold())
    return _family(name, file or WIDE), file is not None


def fonts(theme: Theme, house: House, *, bold: bool) -> Fonts:
    """Return a theme's fonts with the house's for slides; headlines that are not `bold` are measured as they are."""
    head, body = family(house.head, theme)[0], family(house.body, theme)[0]
    if not bold:
        head = replace(head, bold=head.regular, bold_italic=head.italic)
    return replace(theme.font, deck_head=head, deck_body=body)


def unknown(theme: Theme, house: House) -> tuple[str, ...]:
    """Return the house's fonts whose widths nobody knows."""
    return tuple(name for name in dict.fromkeys((house.head, house.body)) if not family(name, theme)[1])
