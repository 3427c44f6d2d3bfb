"""The shapes of figures.yaml."""

from .charts import BarShape, TableShape
from .maps import MapShape
from .timelines import TimelineShape

FigureShape = BarShape | MapShape | TimelineShape | TableShape
