"""The planned deck: slides of measured boxes. The writer obeys it and decides nothing. Lengths are points."""

from datetime import date

from briefgen.model.base import Value
from briefgen.model.figure import Bars
from briefgen.model.scene import Scene, Swatch

TITLE_LEADING = 0.88
"""Share of a face's own line at which headlines are set."""
HAIR = 0.75
PANEL_RULE = 2.25
"""Widths of the hairlines of lists and of the rule on a panel's edge."""


class Box(Value, frozen=True, kw_only=True):
    """A rectangle from the slide's upper left corner, y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


class Span(Value, frozen=True, kw_only=True):
    """Characters in one style; `colour` (a role of the palette) and `size` stand where the paragraph's do not hold."""

    text: str
    strong: bool = False
    emphasis: bool = False
    colour: str | None = None
    language: str | None = None
    size: float | None = None


class Paragraph(Value, frozen=True, kw_only=True):
    """A paragraph: `face` is head or body, `before` the space above it, `hang` the indent of all its lines.

    `number` is set by the program in the hanging indent; `tracking` is in em; `leading` is a
    share of the face's own line.
    """

    spans: tuple[Span, ...]
    size: float
    face: str = "body"
    colour: str = "ink"
    before: float = 0.0
    hang: float = 0.0
    number: int | None = None
    tracking: float = 0.0
    leading: float = 1.0


class TextBox(Value, frozen=True, kw_only=True, tag="text"):
    """Text in a placeholder of the layout (`slot`), without insets."""

    slot: str
    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    anchor: str = "top"


class Rule(Value, frozen=True, kw_only=True, tag="rule"):
    """A straight line: a box without width or height; it says nothing to a reader who cannot see it."""

    name: str
    box: Box
    colour: str
    width: float


class Panel(Value, frozen=True, kw_only=True, tag="panel"):
    """A coloured ground without meaning of its own."""

    name: str
    box: Box
    colour: str


class Drawing(Value, frozen=True, kw_only=True, tag="drawing"):
    """The place of a scene; `text` and `smallest` are the type sizes to draw it with.

    `furniture` are those of its labels that are words of the furniture, not of the document.
    """

    figure: str
    name: str
    box: Box
    alt: str
    text: float
    smallest: float
    furniture: tuple[str, ...] = ()


class Logo(Value, frozen=True, kw_only=True, tag="logo"):
    """The mark of the house, as large as its scene."""

    name: str
    box: Box
    alt: str
    scene: Scene


class Entry(Value, frozen=True, kw_only=True):
    """One entry of a key: where its sample stands, and where its label."""

    swatch: Swatch
    patch: Box
    label: Box


class Key(Value, frozen=True, kw_only=True, tag="key"):
    """The key of a drawing, as one named group."""

    name: str
    box: Box
    alt: str
    size: float
    entries: tuple[Entry, ...]


class Chart(Value, frozen=True, kw_only=True, tag="chart"):
    """A native chart of horizontal bars; `most` is the end of its axis, `language` the one that prints its values.

    `inside` are the bars that hold their value's label; `above` sets names above their bars, else beside them.
    """

    slot: str
    name: str
    box: Box
    alt: str
    bars: Bars
    size: float
    most: float
    inside: tuple[str, ...]
    above: bool
    language: str


class Table(Value, frozen=True, kw_only=True, tag="table"):
    """A native table: the first row heads its columns, the first column its rows; `banded` fills every second row."""

    slot: str
    name: str
    box: Box
    alt: str
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    size: float
    head_size: float
    cell_left: float = 0.0
    banded: bool = False


class Mark(Value, frozen=True, kw_only=True, tag="mark"):
    """The handling mark: `text` in `colour` ("RRGGBB") on the ground of the theme's marking."""

    name: str
    box: Box
    text: str
    size: float
    colour: str
    ground: str


class Number(Value, frozen=True, kw_only=True, tag="number"):
    """The slide's number, kept by the program."""

    box: Box
    size: float


Shape = TextBox | Rule | Panel | Drawing | Logo | Key | Chart | Table | Mark | Number


class Slide(Value, frozen=True, kw_only=True):
    """A slide: its shapes in reading order, its notes, the section it opens or belongs to, the units it shows.

    `spoken` are the units that stand in its notes only.
    """

    layout: str
    headline: str
    shapes: tuple[Shape, ...]
    notes: tuple[Paragraph, ...]
    section: str
    units: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


class Problem(Value, frozen=True, kw_only=True):
    """Text that does not fit its box at the smallest lawful size: points needed and points there."""

    where: str
    needed: float
    there: float


class Metrics(Value, frozen=True, kw_only=True):
    """A face in em: baseline below the box's top, and the pitch of its lines."""

    ascent: float
    pitch: float


class Deck(Value, frozen=True, kw_only=True):
    """A planned deck: `budget` is the number of slides that it may have, `furniture` the language of its labels."""

    title: str
    issuer: str
    language: str
    furniture: str
    date: date
    width: float
    height: float
    slides: tuple[Slide, ...]
    budget: int
    problems: tuple[Problem, ...]
    body: Metrics
    subject: str = ""

    @property
    def fits(self) -> bool:
        """Tell whether every text has room and the slides stay within their budget."""
        return not self.problems and len(self.slides) <= self.budget
