"""What stands on pages: each box of the breaker with what is drawn in it. Values only; `draw` obeys them."""

from ...model.base import Value
from ...model.scene import Swatch
from ...typeset import pages
from .paragraph import Piece, Setting

Step = tuple[str, str]
Path = tuple[Step, ...]
"""The way to an element of the structure tree from its root: (type, key) a step; equal ways are one element."""


class Outline(Value, frozen=True, kw_only=True):
    """A bookmark: `title` as it is spoken, `level` from 0."""

    title: str
    level: int


class Words(Value, frozen=True, kw_only=True):
    """A set text at x (from the text's left edge) and `down` below its box's top; `spoken` replaces capitals."""

    setting: Setting
    x: float
    path: Path
    down: float = 0.0
    outline: Outline | None = None
    spoken: str | None = None


class Sample(Value, frozen=True, kw_only=True):
    """A swatch of a key."""

    swatch: Swatch
    x: float
    down: float
    width: float
    height: float


class Hairline(Value, frozen=True, kw_only=True):
    """A rule from x over `length`, `down` below its box's top."""

    x: float
    length: float
    width: float
    colour: str
    down: float = 0.0


Part = Words | Sample | Hairline


class Beside(Value, frozen=True, kw_only=True):
    """What stands in the label column beside a box, from the box's top; an `aside` is read after the box."""

    parts: tuple[Part, ...]
    height: float
    aside: bool = False


class Passage(Value, frozen=True, kw_only=True, tag="passage"):
    """A text that may be broken over pages; `head` stands left of its first line (a number, a mark)."""

    words: Words
    head: Words | None = None


class Picture(Value, frozen=True, kw_only=True, tag="picture"):
    """A figure's drawing, as high as its slice."""

    figure: str
    alt: str
    x: float
    width: float
    least: float
    grow: float
    path: Path


class Row(Value, frozen=True, kw_only=True):
    """A table's row: its cells, and its height with the rule below."""

    cells: tuple[Words, ...]
    height: float


class Rows(Value, frozen=True, kw_only=True, tag="rows"):
    """A table; the head stands above every part, `source` under the last row."""

    path: Path
    head: Row
    rows: tuple[Row, ...]
    width: float
    source: Words | None = None


class Rule(Value, frozen=True, kw_only=True, tag="rule"):
    """A rule over the full width; one that only `parts` blocks is left out where it would head a page."""

    line: Hairline
    parts: bool = True


class Lead(Value, frozen=True, kw_only=True, tag="lead"):
    """A line of the contents: the block that `title` leads to (see `document.target`).

    `page` is how the number of its page is set; what it is, is known when all pages are broken.
    """

    words: Words
    target: str
    title: str
    page: Piece
    mark: Words | None = None


Body = Passage | Picture | Rows | Rule | Lead


class Measured(Value, frozen=True, kw_only=True):
    """A box for the breaker, what is drawn in it, and what stands beside it.

    `units` that it shows as a whole; `block`: which of the document's blocks it is part of, -1 for the title.
    """

    box: pages.Box
    body: Body
    beside: Beside | None = None
    units: tuple[str, ...] = ()
    block: int = -1
