"""The sheet of paper and its grid, in points; x from the left edge, y from the foot, as PDF has them."""

from typing import assert_never

from msgspec.structs import replace

from ...model.base import Value
from ...model.measures import inches, mm
from ...model.spec import Sheet
from ...model.theme import Construction, Margins, Theme

SIZES = {Sheet.A4: (mm(210), mm(297)), Sheet.LETTER: (inches(8.5), inches(11))}
HEAD_RULE_MM = 6.9
"""How far above the text the rule of the running head stands."""
FOOT_RULE_MM = 7.7
"""How far below the text the rule of the foot stands."""
CLOSING_GUTTER_MM = 2.4
"""Between a label and its text in the parts that close a brief."""


class Grid(Value, frozen=True, kw_only=True):
    """A page's measures: `left` and `foot` of the text, its `width` and `height`, and its columns by x within it.

    Running text stands in the text column, labels and what is said aside in the label column, left or right of it;
    a picture with words beside it is as wide as `picture`.
    """

    page_width: float
    page_height: float
    left: float
    foot: float
    width: float
    height: float
    text_x: float
    text: float
    label_x: float
    label: float
    picture_x: float
    picture: float

    @property
    def top(self) -> float:
        """Return the y of the upper edge of the text."""
        return self.foot + self.height

    @property
    def edge(self) -> float:
        """Return the x at which the text column ends."""
        return self.text_x + self.text


def grid(theme: Theme, sheet: Sheet, *, opening: bool = False) -> Grid:
    """Return the grid of a theme on a sheet; `opening`: that of page one with the key judgements beside its text."""
    page_width, page_height = SIZES[sheet]
    margins: Margins = theme.grid.a4 if sheet is Sheet.A4 else theme.grid.letter
    left, foot = mm(margins.left_mm), mm(margins.bottom_mm)
    width = page_width - left - mm(margins.right_mm)
    label, gutter = mm(theme.grid.label_column_mm), mm(theme.grid.gutter_mm)
    match theme.construction:
        case Construction.MARGIN:
            text_x, label_x, edge = label + gutter, 0.0, width
        case Construction.BAND:
            label = mm(theme.band.panel_column_mm) if opening else label
            text_x, label_x = 0.0 if opening else mm(theme.band.hang_mm), width - label
            edge = label_x - gutter
        case _:
            assert_never(theme.construction)
    picture_x = 0.0 if label_x else text_x
    return Grid(
        page_width=page_width,
        page_height=page_height,
        left=left,
        foot=foot,
        width=width,
        height=page_height - foot - mm(margins.top_mm),
        text_x=text_x,
        text=edge - text_x,
        label_x=label_x,
        label=label,
        picture_x=picture_x,
        picture=edge - picture_x,
    )


def closing(place: Grid, label: float, edge: float) -> Grid:
    """Return a grid within `edge` whose labels stand left of the text, `label` wide with their gutter."""
    gutter = mm(CLOSING_GUTTER_MM)
    return replace(
        place,
        width=edge,
        text_x=label,
        text=edge - label,
        label_x=0.0,
        label=label - gutter,
        picture_x=0.0,
        picture=edge,
    )


def alone(place: Grid) -> Grid:
    """Return a grid of one column, where a text column ends and nothing stands beside it."""
    edge = place.edge
    return replace(place, width=edge, text_x=0.0, text=edge, label_x=0.0, label=edge, picture_x=0.0, picture=edge)
