"""Figure + Target + Theme -> Scene: charts, timelines and maps as named shapes in points.

`sketch` tells layout what a figure needs before it is drawn and loads nothing heavy; `draw` loads matplotlib
and, for maps, shapely. A kind of figure is a module with `draw`; what is laid out without geometry (lanes, rows,
barplan, view) stands apart, so that sketch and drawing follow the same plan. `device` records matplotlib.
"""

from .draw import draw, drawing
from .sketch import sketch, text_size

__all__ = ["draw", "drawing", "sketch", "text_size"]
