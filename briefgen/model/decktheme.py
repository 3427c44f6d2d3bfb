"""The theme's slides: sizes of type, and the boxes of each layout. Sizes are points, boxes inches.

Boxes that only one construction has are optional: what the theme leaves out is not drawn.
"""

from .base import Value

Box = tuple[float, float, float, float]
"""x, y, width and height in inches, from the slide's upper left corner."""


class DeckType(Value, frozen=True, kw_only=True):
    """Type sizes of slides; text is set smaller than its size where it must, down to `body_min`.

    `numeral` is the number of a divider, `figure` a key figure with its `unit`, `quote` a quotation of few words.
    """

    title: float
    subtitle: float
    divider: float
    numeral: float
    headline: float
    statement: float
    agenda: float
    body: float
    body_min: float
    table: float
    table_head: float
    works: float
    label: float
    chart: float
    map: float
    quote: float
    figure: float
    unit: float
    source: float
    running: float


class FrameBoxes(Value, frozen=True, kw_only=True):
    """What stands on every slide; over the headline a `rule`, or a `bar` with a `signal` line under it."""

    short_title: Box
    marking_top: Box
    headline: Box
    source: Box
    number: Box
    marking_foot: Box
    rule: Box | None = None
    bar: Box | None = None
    signal: Box | None = None


class TitleBoxes(Value, frozen=True, kw_only=True):
    """The title slide on its coloured ground: a `spine` and a `rule`, or a `deep` foot with a `signal` line over it.

    The theme's logo stands in `logo`, at the side that is nearer to the slide's edge.
    """

    publisher: Box
    title: Box
    subtitle: Box
    date: Box
    spine: Box | None = None
    rule: Box | None = None
    deep: Box | None = None
    signal: Box | None = None
    logo: Box | None = None


class DividerBoxes(Value, frozen=True, kw_only=True):
    """A section's opening on coloured ground, with a `spine` at the edge or a `signal` line beside the number."""

    short_title: Box
    number: Box
    title: Box
    line: Box
    spine: Box | None = None
    signal: Box | None = None


class SummaryBoxes(Value, frozen=True, kw_only=True):
    """Bottom line in a panel, judgements beside it; `numbers` hang to the left of the list."""

    panel: Box
    list: Box
    numbers: Box


class OneSlideBoxes(Value, frozen=True, kw_only=True):
    """The whole brief on one slide."""

    bottom_line: Box
    figure_or_outlook: Box
    list: Box
    numbers: Box


class ChartBoxes(Value, frozen=True, kw_only=True):
    """Statements beside a chart."""

    text: Box
    rule: Box
    chart_head: Box
    chart: Box


class MapBoxes(Value, frozen=True, kw_only=True):
    """A map with its key and takeaways beside it."""

    map: Box
    key: Box
    takeaways: Box


class TableBoxes(Value, frozen=True, kw_only=True):
    """A table; `head` gives the least width of its first column and the height of its head."""

    table: Box
    head: Box


class TimelineBoxes(Value, frozen=True, kw_only=True):
    """A timeline over the whole width."""

    chart: Box


class QuotationBoxes(Value, frozen=True, kw_only=True):
    """Words of a speaker with context below, under an opening `mark` in the margin or beside a `signal` line."""

    quote: Box
    speaker: Box
    context: Box
    mark: Box | None = None
    signal: Box | None = None


class KeyFigureBoxes(Value, frozen=True, kw_only=True):
    """Three or four numbers side by side, and what they mean below."""

    figures: Box
    so_what: Box


class ColumnBoxes(Value, frozen=True, kw_only=True):
    """Two equal columns."""

    left: Box
    right: Box


class AgendaBoxes(Value, frozen=True, kw_only=True):
    """The sections by number."""

    list: Box
    numbers: Box


class ClosingBoxes(Value, frozen=True, kw_only=True):
    """The outlook, and what to watch in a panel; the theme's logo stands in `logo`."""

    text: Box
    panel: Box
    logo: Box | None = None


class DeckLayouts(Value, frozen=True, kw_only=True):
    """The boxes of every layout."""

    all: FrameBoxes
    title: TitleBoxes
    divider: DividerBoxes
    agenda: AgendaBoxes
    summary: SummaryBoxes
    one_slide: OneSlideBoxes
    statement_chart: ChartBoxes
    map_takeaways: MapBoxes
    timeline: TimelineBoxes
    table: TableBoxes
    two_columns: ColumnBoxes
    quotation: QuotationBoxes
    key_figures: KeyFigureBoxes
    closing: ClosingBoxes
    sources: ColumnBoxes


class DeckTokens(Value, frozen=True, kw_only=True):
    """Slides: size in inches, type, and the boxes of each layout."""

    width_in: float
    height_in: float
    type: DeckType
    layouts: DeckLayouts
