"""A line of the contents drawn: its words, a leader of dots, the page's number, and a link over all of it."""

from msgspec.structs import replace

from .boxes import Lead
from .operators import stroke
from .paragraph import width_of
from .seam import number
from .sheet import Grid
from .structure import Artifact
from .words import Typist

DOT = 0.7
STEP = 4.0
"""Diameter of a leader's dots, and points from one to the next; all leaders of a page share their places."""
GAP = 0.5
"""What a leader leaves free behind the words and before the number, in em."""


def lead(body: Lead, top: float, typist: Typist, grid: Grid, *, page: int, colour: str, spoken: str) -> None:
    """Draw a line that leads to a page; `spoken` says where to, for those who cannot see it."""
    words, setting = body.words, body.words.setting
    if body.mark is not None:
        typist.words(body.mark, top)
    typist.words(words, top)
    shown = replace(body.page, text=f" {page}")  # the space keeps words and number apart where they are read out
    right = grid.left + body.right
    x = right - width_of((shown,))
    y = top - setting.baseline - (len(setting.lines) - 1) * setting.leading
    start = grid.left + words.x + setting.lines[-1].width + GAP * shown.size
    stop = right - width_of((replace(shown, text=str(page)),)) - GAP * shown.size
    if (dots := _dots(start, stop, right, y, colour)) is not None:
        typist.canvas.mark(Artifact.PLAIN, dots)
    link = typist.canvas.tree.at(words.path)
    typist.piece(shown, link, "page", x, y, shown.text)
    left = grid.left + (body.mark.x if body.mark else words.x)
    typist.canvas.link(link, (left, top - setting.height, right, top), spoken, anchor=body.target)


def _dots(start: float, stop: float, right: float, y: float, colour: str) -> str | None:
    """Return dots between two places, counted from the right edge, so that those of all lines stand aligned."""
    first = right - STEP * -(-(right - stop) // STEP)
    if first < start:
        return None
    path = f"{number(first)} {number(y + DOT / 2)} m {number(start)} {number(y + DOT / 2)} l S"
    return f"q 1 J [0 {number(STEP)}] 0 d {stroke(colour, DOT)} {path} Q"
