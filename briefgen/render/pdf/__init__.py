"""Document + Theme -> pages -> PDF: measure and break (`layout`), say how large pictures are (`targets`), `write`."""

from .layout import Layout, layout, targets
from .memory import recall, remember
from .metadata import About
from .pictures import picture_width
from .single import write_single
from .write import write

__all__ = ["About", "Layout", "layout", "picture_width", "recall", "remember", "targets", "write", "write_single"]
