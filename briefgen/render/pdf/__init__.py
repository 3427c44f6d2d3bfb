"""Document + Theme -> pages -> PDF: measure and break (`layout`), say how large pictures are (`targets`), `write`."""

from .faces import LINES
from .layout import Layout, layout, targets
from .metadata import About
from .pictures import picture_width
from .single import write_single
from .styles import ready
from .write import write

__all__ = ["LINES", "About", "Layout", "layout", "picture_width", "ready", "targets", "write", "write_single"]
