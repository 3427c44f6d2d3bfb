"""What stands on pages: each box of the breaker with what is drawn in it. Values only; `draw` obeys them."""

from collections.abc import Iterator

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
    """A set text at x (from the text's left edge) and `down` below its box's top; `spoken` replaces capitals.

    `rows` that it heads, where it is a cell of a table that stands for several.
    """

    setting: Setting
    x: float
    path: Path
    down: float = 0.0
    outline: Outline | None = None
    spoken: str | None = None
    rows: int = 1


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


class Ground(Value, frozen=True, kw_only=True):
    """An area of colour, `down` below its box's top."""

    x: float
    width: float
    height: float
    colour: str
    down: float = 0.0


Part = Words | Sample | Hairline | Ground


class Beside(Value, frozen=True, kw_only=True):
    """What stands in the label column beside a box, from the box's top; an `aside` is read after the box."""

    parts: tuple[Part, ...]
    height: float
    aside: bool = False


class Passage(Value, frozen=True, kw_only=True, tag="passage"):
    """A text that may be broken over pages; `head` stands left of its first line (a number, a mark)."""

    words: Words
    head: Words | None = None


class Strand(Value, frozen=True, kw_only=True):
    """Lines `start` to `stop` of a paragraph in the left column, or the `right` one, `down` lines below the top."""

    words: Words
    start: int
    stop: int
    right: bool
    down: int


class Twin(Value, frozen=True, kw_only=True, tag="twin"):
    """Paragraphs in two columns that are `shift` apart, in rows of one line of each; `alone`: in the left one only."""

    paragraphs: tuple[Words, ...]
    shift: float
    alone: bool

    @property
    def lines(self) -> int:
        """Return how many lines all paragraphs have."""
        return sum(len(p.setting.lines) for p in self.paragraphs)

    @property
    def rows(self) -> int:
        """Return how many rows they stand in: one more than half the lines where a line would else stand alone."""
        if self.alone:
            return self.lines
        half = (self.lines + 1) // 2
        return half if self._parts_well(self._middle(0, self.lines, half)) else half + 1

    def strands(self, start: int, stop: int) -> Iterator[Strand]:
        """Yield what stands in rows, as it is read: down the left column, then down the right one."""
        each = 1 if self.alone else 2
        first, last = min(each * start, self.lines), min(each * stop, self.lines)
        middle = last if self.alone else self._middle(first, last, stop - start)
        for right, begin, end in ((False, first, middle), (True, middle, last)):
            at = 0
            for words in self.paragraphs:
                count = len(words.setting.lines)
                a, b = max(begin, at), min(end, at + count)
                if a < b:
                    yield Strand(words=words, start=a - at, stop=b - at, right=right, down=a - begin)
                at += count

    def _middle(self, first: int, last: int, rows: int) -> int:
        """Return the line that the right column begins with: one that is not cut off from its paragraph, if it can."""
        half = first + (last - first + 1) // 2
        tried = sorted(range(max(last - rows, first), min(first + rows, last) + 1), key=lambda n: (abs(n - half), -n))
        return next(filter(self._parts_well, tried), tried[0])

    def _parts_well(self, line: int) -> bool:
        """Tell whether two lines or none of a paragraph stand before a line, and as many from it on."""
        at = 0
        for words in self.paragraphs:
            count = len(words.setting.lines)
            if at < line < at + count:
                return line - at > 1 and at + count - line > 1
            at += count
        return True


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
    """A table's row: its cells, and its height with the rule below.

    `name`: the cell of a row above that heads this one too; it is said again where a page begins with this row.
    """

    cells: tuple[Words, ...]
    height: float
    name: Words | None = None


Pen = tuple[float, str]
"""The width of a rule, and its colour."""


class Ruling(Value, frozen=True, kw_only=True):
    """What a table has beside its words: rules over it, under its head, under its rows and at its foot, and grounds.

    `stripe` is the ground of every second row.
    """

    top: Pen | None
    head: Pen | None
    row: Pen | None
    foot: Pen
    head_ground: str | None = None
    stripe: str | None = None


class Rows(Value, frozen=True, kw_only=True, tag="rows"):
    """A table; the head stands above every part, `source` under the last row."""

    path: Path
    head: Row
    rows: tuple[Row, ...]
    width: float
    ruling: Ruling
    source: Words | None = None


class Rule(Value, frozen=True, kw_only=True, tag="rule"):
    """A rule over the full width; one that only `parts` blocks is left out where it would head a page."""

    line: Hairline
    parts: bool = True


class Band(Value, frozen=True, kw_only=True, tag="band"):
    """The band of colour that page one opens with, over the full width of the sheet, and a rule at its foot.

    It is `least` high without what it grows by; then the title moves down and `below` more so. `gap` is the space
    under the rule. `count` is the piece of the last words below that tells the number of pages.
    """

    title: Words
    below: tuple[Words, ...]
    least: float
    rule: float
    gap: float
    count: int | None = None


class Strip(Value, frozen=True, kw_only=True):
    """A part of a column, `gap` below what stands above it.

    What height the column has left, its picture takes first, then the gaps that are `loose`.
    """

    parts: tuple[Part, ...]
    height: float
    gap: float = 0.0
    loose: bool = False
    picture: Picture | None = None


class Columns(Value, frozen=True, kw_only=True, tag="columns"):
    """Columns of strips side by side, as high as their box; a `ground` behind one of them is as high as they are."""

    cells: tuple[tuple[Strip, ...], ...]
    ground: Ground | None = None


class Lead(Value, frozen=True, kw_only=True, tag="lead"):
    """A line of the contents as wide as `right`: the block that `title` leads to (see `document.target`).

    `page` is how the number of its page is set; what it is, is known when all pages are broken.
    """

    words: Words
    target: str
    title: str
    page: Piece
    right: float
    mark: Words | None = None


Body = Passage | Twin | Picture | Rows | Rule | Lead | Band | Columns


class Measured(Value, frozen=True, kw_only=True):
    """A box for the breaker, what is drawn in it, and what stands beside it.

    `units` that it shows as a whole; `block`: which of the document's blocks it is part of, -1 for the title.
    """

    box: pages.Box
    body: Body
    beside: Beside | None = None
    units: tuple[str, ...] = ()
    block: int = -1
