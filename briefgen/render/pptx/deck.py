"""The planned deck: slides of measured boxes. The writer obeys it and decides nothing. Lengths are points."""

from datetime import date

from briefgen.model.base import Value
from briefgen.model.scene import Scene, Swatch

from .boxes import Box

TITLE_LEADING = 0.88
"""Share of a face's own line at which headlines are set."""
HAIR = 0.75
PANEL_RULE = 2.25
"""Widths of the hairlines of lists and of the rule on a panel's edge."""


class Span(Value, frozen=True, kw_only=True):
    """Characters in one style; `colour` (a role of the palette) and `size` stand where the paragraph's do not hold.

    `href` is an address, or "#" and the anchor of a slide.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    colour: str | None = None
    language: str | None = None
    size: float | None = None
    href: str | None = None


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
    """Text in a placeholder of the layout (`slot`), without insets; it `leads` to the slide with that anchor."""

    slot: str
    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    anchor: str = "top"
    leads: str = ""


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


class Tag(Value, frozen=True, kw_only=True):
    """The label of one point of a chart; `place` is the program's word for where it stands.

    It `says` the value, the category, the series, or series and value; `text` stands where no format prints the value.
    `lift` and `shift` move it up and right, as parts of the chart's height and width.
    """

    place: str
    colour: str
    says: str = "value"
    text: str = ""
    strong: bool = True
    lift: float = 0.0
    shift: float = 0.0


class Dot(Value, frozen=True, kw_only=True):
    """A marker: its symbol by the program's name, its size in points and its colour."""

    symbol: str
    size: float
    colour: str


class Series(Value, frozen=True, kw_only=True):
    """One column of a chart's workbook; colours are "#RRGGBB", None shows nothing.

    `own` are the fills of single points; `copies` are rows whose cell repeats the cell of another row; `dots` mark
    single points; a line has a `stroke`, and dashes by the program's name. `levels` are the rows of scattered dots,
    whose values run across.
    """

    name: str
    values: tuple[float | None, ...]
    tags: tuple[Tag | None, ...]
    fill: str | None = None
    own: tuple[tuple[int, str | None], ...] = ()
    hatched: str | None = None
    code: str | None = None
    copies: tuple[tuple[int, int], ...] = ()
    stroke: str | None = None
    width: float = 0.0
    dash: str = "solid"
    dots: tuple[tuple[int, Dot], ...] = ()
    levels: tuple[float, ...] = ()


class Chart(Value, frozen=True, kw_only=True, tag="chart"):
    """A native chart: `form` is bars, columns, lines or dots; the axis of values runs from `low` to `high`.

    `categories` are the rows of its workbook, shown at their axis if `named`. `step` is set where numbers stand at the
    axis of values, with hairlines; `every` so many categories are named. `plot` is the place of the plot in parts of
    the box (x, y, width, height). `shown` says the same in words, for people who read a plan. `language` is the one
    that prints its values. Series that are `overlaid` stand in one place, not beside one another.
    """

    slot: str
    name: str
    title: str
    box: Box
    alt: str
    form: str
    size: float
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    low: float
    high: float
    gap: int
    ink: str
    hair: str
    mute: str
    shown: str
    language: str
    stacked: bool = False
    overlaid: bool = False
    named: bool = True
    step: float = 0.0
    every: int = 1
    legend: bool = False
    plot: tuple[float, float, float, float] | None = None


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

    `spoken` are the units that stand in its notes only; what leads to it knows it by its `anchor`.
    """

    layout: str
    headline: str
    shapes: tuple[Shape, ...]
    notes: tuple[Paragraph, ...]
    section: str
    units: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    anchor: str = ""


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
    head: Metrics
    body: Metrics
    subject: str = ""

    @property
    def fits(self) -> bool:
        """Tell whether every text has room and the slides stay within their budget."""
        return not self.problems and len(self.slides) <= self.budget
