"""The theme: design tokens of pages, figures and slides. Lengths are points unless a name ends in `_mm` or `_in`."""

from enum import Enum
from typing import Annotated, Literal

import msgspec

from .base import Value
from .decktheme import DeckTokens
from .housetemplate import House, Template
from .scene import Emblem


class Construction(Enum):
    """How pages and slides are put together.

    MARGIN: labels in a margin column, an open title, a rule over each slide. BAND: the title in a band of colour over
    the full width, side columns, a bar over each slide.
    """

    MARGIN = "margin"
    BAND = "band"


class Colours(Value, frozen=True, kw_only=True):
    """Colours as "#RRGGBB"; `hair`, `bar` and `signal` are for rules and areas, never for text.

    `head` sets section heads, and labels in BAND; in MARGIN labels are in `accent`. `ground` is a band or a title
    slide, `deep` a darker part of it; text on both is `on_ground`, lesser text `pale`, a label `label_on_ground`.
    """

    paper: str
    ink: str
    mute: str
    accent: str
    panel: str
    hair: str
    bar: str
    head: str
    signal: str
    ground: str
    deep: str
    on_ground: str
    pale: str
    label_on_ground: str


class PageFamily(Value, frozen=True, kw_only=True):
    """Four faces of a page font, as file names in a fonts folder; `bold` is the semibold where there is one."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str


class DeckFamily(Value, frozen=True, kw_only=True):
    """A deck font by the name that the receiver's system knows, and the files of equal widths to measure with."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str


class ScriptFamily(Value, frozen=True, kw_only=True):
    """Two faces of a font for another script; `deck` is the one that slides name, which the receiver has."""

    name: str
    regular: str
    bold: str
    deck: str


NASKH = ScriptFamily(
    name="Noto Naskh Arabic",
    regular="NotoNaskhArabic-Regular.ttf",
    bold="NotoNaskhArabic-SemiBold.ttf",
    deck="Arial",
)
"""What sets Arabic letters for a theme that does not say."""


class Fonts(Value, frozen=True, kw_only=True):
    """Text and labels on pages; headlines and body on slides; `arabic` sets letters of that script on both."""

    text: PageFamily
    label: PageFamily
    deck_head: DeckFamily
    deck_body: DeckFamily
    arabic: ScriptFamily = NASKH


class TypeStyle(Value, frozen=True, kw_only=True):
    """Size and leading; `weight` 400 or 600; `tracking` in em; `caps` sets capitals."""

    size: float
    leading: float
    weight: int = 400
    tracking: float = 0.0
    caps: bool = False


class TypeScale(Value, frozen=True, kw_only=True):
    """The type styles of pages.

    The bottom line is set as `bottom_line` on one page and as `standfirst` in longer briefs, key judgements as
    `judgement` on one page and as `panel` in longer ones. `numeral` sets large numbers: of sections in MARGIN, of
    judgements on one page in BAND.
    """

    title_one: TypeStyle
    title_long: TypeStyle
    bottom_line: TypeStyle
    standfirst: TypeStyle
    section: TypeStyle
    figure_head: TypeStyle
    text: TypeStyle
    judgement: TypeStyle
    panel: TypeStyle
    table: TypeStyle
    label: TypeStyle
    caption: TypeStyle
    note: TypeStyle
    running: TypeStyle
    numeral: TypeStyle


class Margins(Value, frozen=True, kw_only=True):
    """Margins of a sheet."""

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float


class Grid(Value, frozen=True, kw_only=True):
    """The label column, left of the text in MARGIN and right of it in BAND, its gutter, and the margins of sheets."""

    label_column_mm: float
    gutter_mm: float
    a4: Margins
    letter: Margins


class BandTokens(Value, frozen=True, kw_only=True):
    """What only BAND has: the greatest heights of the band, the rule at its foot, and columns beside the label column.

    `panel_column_mm` holds the key judgements on page one, `figure_column_mm` the figure on a single page;
    `hang_mm` is the column of numbers, `label_mm` that of labels in the band and in the parts that close a brief.
    """

    one_page_mm: float = 90.0
    long_mm: float = 78.0
    rule_mm: float = 1.6
    panel_column_mm: float = 64.0
    figure_column_mm: float = 70.0
    hang_mm: float = 8.0
    label_mm: float = 26.0


class Rules(Value, frozen=True, kw_only=True):
    """Line widths in points."""

    head: float
    foot: float
    divide: float
    table_outer: float
    table_head: float
    table_row: float
    panel_top: float


class Marking(Value, frozen=True, kw_only=True):
    """The handling mark: a black box with a label in the colour of its level."""

    ground: str
    size: float
    pad_x_mm: float
    pad_y_mm: float
    colours: dict[str, str]


class ChartTokens(Value, frozen=True, kw_only=True):
    """Colours of categories, never adjacent where they merge in grey; `focus` and `other` for emphasis."""

    categories: tuple[str, ...]
    focus: str
    other: str


class MapTokens(Value, frozen=True, kw_only=True):
    """Colours of a map by role; `opposed` is hatched with white."""

    land: str
    sea: str
    focus: str
    opposed: str
    conciliatory: str
    line: str
    line_width: float
    disputed: str
    control: str
    river: str = "#9CB9C6"


class Logo(Value, frozen=True, kw_only=True):
    """The mark of the house, as SVG files beside the theme; it stands `height_mm` high in the head of page one.

    `file` stands on paper, `on_ground` on coloured ground, where `file` does if there is none. `alt` says what it
    shows. A logo that is `named` holds the name of the house, which then does not stand beside it.
    """

    file: str
    alt: Annotated[str, msgspec.Meta(min_length=1)]
    on_ground: str | None = None
    height_mm: float = 8.0
    named: bool = False


class Emblems(Value, frozen=True, kw_only=True):
    """The logo as it was read, for paper and for coloured ground."""

    paper: Emblem
    ground: Emblem


Hyphenated = Literal["bottom_line", "standfirst", "text", "judgement", "panel", "table", "caption", "note"]
"""The type styles whose words a line may end in; headlines never end in part of a word."""


class Theme(Value, frozen=True, kw_only=True):
    """One house style; `boundaries` names the preset that says how disputed lines are drawn.

    `old_style_figures` stand in running text where the font has them; lining ones stand everywhere else. `hyphenate`
    names the type styles in which a line may end in part of a word; `text_columns` are those of running text in briefs
    of three pages or more. `emblems`,
    `house` and `sha256` are not written but read: the drawings of the logo, what the template holds, and the hash of
    the theme's files.
    """

    id: str
    name: str
    boundaries: str
    construction: Construction
    colour: Colours
    font: Fonts
    type: TypeScale
    grid: Grid
    rule: Rules
    marking: Marking
    chart: ChartTokens
    map: MapTokens
    deck: DeckTokens
    spacing_mm: tuple[float, ...] = (1, 1.6, 2.4, 3.6, 5, 8, 13)
    panel_pad_mm: tuple[float, float] = (5, 4.4)
    old_style_figures: bool = False
    hyphenate: tuple[Hyphenated, ...] = ()
    text_columns: Literal[1, 2] = 1
    band: BandTokens = BandTokens()
    logo: Logo | None = None
    template: str | Template | None = None
    emblems: Emblems | None = None
    house: House | None = None
    sha256: str = ""
