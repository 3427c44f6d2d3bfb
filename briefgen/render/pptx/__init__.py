"""Decks: Document + Theme + sketches -> Deck (pure, measured), Deck + scenes + trace -> the bytes of a .pptx."""

from .dump import dump
from .plan import pictured, places, plan, targets, widths
from .write import write

__all__ = ["dump", "load", "pictured", "places", "plan", "targets", "widths", "write"]


def load() -> None:
    """Import what writing needs, which planning does not."""
    from pptx import Presentation as _Presentation  # noqa: F401
    from xlsxwriter import Workbook as _Workbook  # type: ignore[import-untyped]  # noqa: F401
