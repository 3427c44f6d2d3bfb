"""Figures: what a report can show (`FigureSpec`), and the same with its data in hand (`Figure`)."""

from .base import Value
from .caption import SpecBase, Words
from .charts import (
    Bar,
    Bars,
    BarSpec,
    ColumnSpec,
    Dots,
    DotSpec,
    Lines,
    LineSpec,
    StackedSpec,
    Stacks,
    TableSpec,
)
from .diagrams import Conditions, ConditionsSpec, Relations, RelationsSpec
from .maps import (
    Choropleth,
    ChoroplethSpec,
    Distances,
    DistancesSpec,
    GroupMaps,
    GroupMapsSpec,
    Locator,
    LocatorSpec,
    PlacesMap,
    PlacesSpec,
)
from .matrix import Matrix, MatrixSpec, MembershipSpec
from .numbers import Numbers, NumbersSpec
from .profiles import SourcesSpec, StrengthSpec
from .seats import Seats, SeatsSpec
from .timeline import Lane, Timeline, TimelineMark, TimelineSpec

__all__ = [
    "Bar",
    "BarSpec",
    "Bars",
    "Choropleth",
    "ChoroplethSpec",
    "ColumnSpec",
    "Conditions",
    "ConditionsSpec",
    "Distances",
    "DistancesSpec",
    "DotSpec",
    "Dots",
    "Figure",
    "FigureSpec",
    "GroupMaps",
    "GroupMapsSpec",
    "Lane",
    "LineSpec",
    "Lines",
    "Locator",
    "LocatorSpec",
    "MapSpecs",
    "Mapped",
    "Matrix",
    "MatrixSpec",
    "MembershipSpec",
    "Numbers",
    "NumbersSpec",
    "PlacesMap",
    "PlacesSpec",
    "Relations",
    "RelationsSpec",
    "Seats",
    "SeatsSpec",
    "SourcesSpec",
    "SpecBase",
    "StackedSpec",
    "Stacks",
    "StrengthSpec",
    "TableSpec",
    "Target",
    "Timeline",
    "TimelineMark",
    "TimelineSpec",
    "Words",
]

MapSpecs = ChoroplethSpec | LocatorSpec | PlacesSpec | GroupMapsSpec | DistancesSpec
FigureSpec = (
    BarSpec
    | ColumnSpec
    | StackedSpec
    | LineSpec
    | DotSpec
    | MapSpecs
    | TimelineSpec
    | MatrixSpec
    | MembershipSpec
    | SeatsSpec
    | NumbersSpec
    | RelationsSpec
    | ConditionsSpec
    | SourcesSpec
    | StrengthSpec
    | TableSpec
)

Mapped = Choropleth | Locator | PlacesMap | GroupMaps | Distances
Figure = Bars | Stacks | Lines | Dots | Mapped | Timeline | Matrix | Seats | Numbers | Relations | Conditions


class Target(Value, frozen=True, kw_only=True):
    """Where a drawing goes: its size in points, its format ("pdf" or "pptx") and its type sizes."""

    format: str
    width: float
    height: float
    text: float
    smallest: float
