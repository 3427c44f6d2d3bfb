"""Report + BriefSpec + measure -> Document: select, order, cite, assemble, fit. Pure."""

from .assemble import Selection
from .figures import resolve
from .fit import Fitted, Measure, Room, fit_deck, fit_pages
from .select import Candidates, select, worded

__all__ = [
    "Candidates",
    "Fitted",
    "Measure",
    "Room",
    "Selection",
    "fit_deck",
    "fit_pages",
    "resolve",
    "select",
    "worded",
]
