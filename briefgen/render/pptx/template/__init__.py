"""The template in code: tokens -> theme, master, layouts with typed placeholders, table style, as a package."""

from .package import package, size, zipped
from .slots import Layout, Slot, layouts
from .theme import TABLE_STYLE, roles

__all__ = ["TABLE_STYLE", "Layout", "Slot", "layouts", "package", "roles", "size", "zipped"]
