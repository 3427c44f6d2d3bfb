"""Decks: Document + Theme + sketches -> Deck (pure, measured), Deck + scenes + trace -> the bytes of a .pptx."""

from .dump import dump
from .plan import places, plan, targets, widths
from .write import write

__all__ = ["dump", "places", "plan", "targets", "widths", "write"]
