"""Document + Theme -> pages -> PDF: measure and break (`layout`), say how large pictures are (`targets`), `write`."""

from .layout import Layout, layout, targets
from .pictures import picture_width
from .write import write

__all__ = ["Layout", "layout", "picture_width", "targets", "write"]
