"""Report + BriefSpec + measure -> Document: select, order, cite, assemble, fit. Pure."""

from .assemble import Selection
from .attachments import attached
from .figures import resolve
from .fit import fit_deck, fit_pages, part
from .ladder import ladder
from .search import Fitted, Measure
from .select import Candidates, select, worded
from .shortfall import Room

__all__ = [
    "Candidates",
    "Fitted",
    "Measure",
    "Room",
    "Selection",
    "attached",
    "fit_deck",
    "fit_pages",
    "ladder",
    "part",
    "resolve",
    "select",
    "worded",
]
