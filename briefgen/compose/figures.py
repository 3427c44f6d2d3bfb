"""FigureSpec + Report -> Figure: the data of a chart or drawing, its words, and what it shows in words."""

from typing import assert_never

from ..model.boundaries import Preset
from ..model.figure import (
    BarSpec,
    ChoroplethSpec,
    DistancesSpec,
    Figure,
    FigureSpec,
    LocatorSpec,
    MembershipSpec,
    PlacesSpec,
    TableSpec,
    TimelineSpec,
)
from ..model.report import Report
from ..typeset.furniture import Furniture
from .charts import bars
from .fellowship import membership
from .mapping import choropleth, locator
from .spans import distances
from .timelines import timeline
from .whereabouts import places_map


def resolve(spec: FigureSpec, report: Report, furniture: Furniture, *, boundaries: Preset, issuer: str) -> Figure:
    """Return a figure with its data in hand; a table is no figure and raises ValueError."""
    match spec:
        case BarSpec():
            return bars(spec, report, furniture)
        case ChoroplethSpec():
            return choropleth(spec, report, furniture, boundaries, issuer)
        case LocatorSpec():
            return locator(spec, report, furniture, boundaries, issuer)
        case PlacesSpec():
            return places_map(spec, report, furniture, boundaries, issuer)
        case MembershipSpec():
            return membership(spec, report, furniture, boundaries, issuer)
        case DistancesSpec():
            return distances(spec, report, furniture, boundaries, issuer)
        case TimelineSpec():
            return timeline(spec, report, furniture)
        case TableSpec():
            raise ValueError(f"{spec.id} is a table")
        case _:
            assert_never(spec)
