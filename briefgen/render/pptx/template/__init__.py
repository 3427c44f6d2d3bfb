"""The template in code: tokens -> theme, master, layouts with typed placeholders, table style, as a package."""

from .package import package, size, zipped
from .slots import GROUND, SECTIONS, Layout, Slot, layouts
from .theme import TABLE_STYLE

__all__ = ["GROUND", "SECTIONS", "TABLE_STYLE", "Layout", "Slot", "layouts", "package", "size", "zipped"]
