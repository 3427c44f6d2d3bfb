"""What the two constructions do differently on slides; all else is boxes and tokens of the theme."""

from briefgen.model.base import Value
from briefgen.model.theme import Construction, Theme


class Manner(Value, frozen=True, kw_only=True):
    """How a construction sets what both have.

    `running_head` sets the short title in italics of the head font; `strong` sets large statements and numbers bold;
    `quoted` sets quotation marks at a quotation's words, which stand upright; `banded` fills a table's head and
    every second row, whose cells then keep a distance of `cell_left` points from their edge.
    """

    running_head: bool
    strong: bool
    quoted: bool
    banded: bool
    cell_left: float


MANNERS = {
    Construction.MARGIN: Manner(running_head=True, strong=False, quoted=False, banded=False, cell_left=0.0),
    Construction.BAND: Manner(running_head=False, strong=True, quoted=True, banded=True, cell_left=10.0),
}


def manner(theme: Theme) -> Manner:
    """Return how a theme's construction sets slides."""
    return MANNERS[theme.construction]
