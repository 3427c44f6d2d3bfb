"""Decks: Document + Theme + sketches -> Deck (pure, measured), Deck + scenes + trace -> the bytes of a .pptx."""

from briefgen.model.theme import Theme

from .breaking import LINES
from .dump import dump
from .measure import ready
from .plan import pictured, places, plan, targets, widths
from .template import layouts, package
from .worn import inspected, worn
from .write import write

__all__ = [
    "LINES",
    "dump",
    "inspected",
    "load",
    "pictured",
    "places",
    "plan",
    "ready",
    "slots",
    "targets",
    "template",
    "widths",
    "worn",
    "write",
]


def template(theme: Theme) -> bytes:
    """Return the template that a theme's decks stand on, without slides."""
    return package(theme, layouts(theme))


def slots(theme: Theme) -> dict[str, tuple[str, ...]]:
    """Return the slots of every layout of a theme's decks, by its name."""
    return {name: tuple(slot.name for slot in layout.slots) for name, layout in layouts(theme).items()}


def load() -> None:
    """Import what writing needs, which planning does not."""
    from pptx import Presentation as _Presentation  # noqa: F401
    from xlsxwriter import Workbook as _Workbook  # type: ignore[import-untyped]  # noqa: F401
