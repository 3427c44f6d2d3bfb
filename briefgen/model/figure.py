"""Figures: what a report can show (`FigureSpec`), and the same with its data in hand (`Figure`)."""

from .base import Value
from .caption import SpecBase, Words
from .charts import Bar, Bars, BarSpec, TableSpec
from .maps import (
    Choropleth,
    ChoroplethSpec,
    Distances,
    DistancesSpec,
    Locator,
    LocatorSpec,
    Membership,
    MembershipSpec,
    PlacesMap,
    PlacesSpec,
)
from .timeline import Lane, Timeline, TimelineMark, TimelineSpec

__all__ = [
    "Bar",
    "BarSpec",
    "Bars",
    "Choropleth",
    "ChoroplethSpec",
    "Distances",
    "DistancesSpec",
    "Figure",
    "FigureSpec",
    "Lane",
    "Locator",
    "LocatorSpec",
    "MapSpecs",
    "Mapped",
    "Membership",
    "MembershipSpec",
    "PlacesMap",
    "PlacesSpec",
    "SpecBase",
    "TableSpec",
    "Target",
    "Timeline",
    "TimelineMark",
    "TimelineSpec",
    "Words",
]

MapSpecs = ChoroplethSpec | LocatorSpec | PlacesSpec | MembershipSpec | DistancesSpec
FigureSpec = BarSpec | MapSpecs | TimelineSpec | TableSpec

Mapped = Choropleth | Locator | PlacesMap | Membership | Distances
Figure = Bars | Mapped | Timeline


class Target(Value, frozen=True, kw_only=True):
    """Where a drawing goes: its size in points, its format ("pdf" or "pptx") and its type sizes."""

    format: str
    width: float
    height: float
    text: float
    smallest: float
