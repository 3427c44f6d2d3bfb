"""The sheet of paper and its grid, in points; x from the left edge, y from the foot, as PDF has them."""

from ...model.base import Value
from ...model.measures import inches, mm
from ...model.spec import Sheet
from ...model.theme import Margins, Theme

SIZES = {Sheet.A4: (mm(210), mm(297)), Sheet.LETTER: (inches(8.5), inches(11))}
HEAD_RULE_MM = 6.9
"""How far above the text the rule of the running head stands."""
FOOT_RULE_MM = 7.7
"""How far below the text the rule of the foot stands."""


class Grid(Value, frozen=True, kw_only=True):
    """A page's measures: `left` and `foot` of the text, its `width` and `height`; x of the text column within it."""

    page_width: float
    page_height: float
    left: float
    foot: float
    width: float
    height: float
    label: float
    text_x: float

    @property
    def text(self) -> float:
        """Return the width of the text column."""
        return self.width - self.text_x

    @property
    def top(self) -> float:
        """Return the y of the upper edge of the text."""
        return self.foot + self.height


def grid(theme: Theme, sheet: Sheet) -> Grid:
    """Return the grid of a theme on a sheet."""
    page_width, page_height = SIZES[sheet]
    margins: Margins = theme.grid.a4 if sheet is Sheet.A4 else theme.grid.letter
    left, foot = mm(margins.left_mm), mm(margins.bottom_mm)
    return Grid(
        page_width=page_width,
        page_height=page_height,
        left=left,
        foot=foot,
        width=page_width - left - mm(margins.right_mm),
        height=page_height - foot - mm(margins.top_mm),
        label=mm(theme.grid.label_column_mm),
        text_x=mm(theme.grid.label_column_mm + theme.grid.gutter_mm),
    )
