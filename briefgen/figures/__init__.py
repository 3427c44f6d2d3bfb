"""Figure + Target + Theme -> Scene: charts, timelines and maps as named shapes in points.

`sketch` tells layout what a figure needs before it is drawn and loads nothing heavy; `draw` loads matplotlib
and, for maps, shapely. A kind of figure is a module with `draw`; what is laid out without geometry (lanes, rows,
barplan, view) stands apart, so that sketch and drawing follow the same plan. `device` records matplotlib.
"""

from .draw import Drawing, draw, drawing
from .fingerprint import fingerprint
from .sketch import sketch, text_size

__all__ = ["Drawing", "draw", "drawing", "fingerprint", "sketch", "text_size"]
