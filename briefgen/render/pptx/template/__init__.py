"""The template in code: tokens -> theme, master, layouts with typed placeholders, table style, as a package."""

from .package import APPLICATION, OFFICE, package, size, zipped
from .slots import GROUND, SECTIONS, Layout, Slot, layouts
from .theme import TABLE_STYLE, table_styles

__all__ = [
    "APPLICATION",
    "GROUND",
    "OFFICE",
    "SECTIONS",
    "TABLE_STYLE",
    "Layout",
    "Slot",
    "layouts",
    "package",
    "size",
    "table_styles",
    "zipped",
]
