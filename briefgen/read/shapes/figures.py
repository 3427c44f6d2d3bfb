"""The shapes of figures.yaml."""

from .charts import BarShape, ColumnBarsShape, DotShape, LineShape, StackedShape, TableShape
from .diagrams import ConditionsShape, RelationsShape
from .maps import MapShape
from .matrices import MatrixShape, MembershipShape
from .numbers import NumbersShape
from .profiles import SourcesShape, StrengthShape
from .seats import SeatsShape
from .timelines import TimelineShape

FigureShape = (
    BarShape
    | ColumnBarsShape
    | StackedShape
    | LineShape
    | DotShape
    | MapShape
    | TimelineShape
    | MatrixShape
    | MembershipShape
    | SeatsShape
    | NumbersShape
    | RelationsShape
    | ConditionsShape
    | SourcesShape
    | StrengthShape
    | TableShape
)
