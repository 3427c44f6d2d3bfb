"""FigureSpec + Report -> Figure: the data of a chart or drawing, its words, and what it shows in words."""

from typing import assert_never

from ..model.boundaries import Preset
from ..model.figure import (
    BarSpec,
    ChoroplethSpec,
    ColumnSpec,
    ConditionsSpec,
    DistancesSpec,
    DotSpec,
    Figure,
    FigureSpec,
    GroupMapsSpec,
    LineSpec,
    LocatorSpec,
    MatrixSpec,
    MembershipSpec,
    NumbersSpec,
    PlacesSpec,
    RelationsSpec,
    SeatsSpec,
    SourcesSpec,
    StackedSpec,
    StrengthSpec,
    TableSpec,
    TimelineSpec,
)
from ..model.report import Report
from ..model.spec import BriefSpec
from ..typeset import furniture as words
from .charts import bars
from .conditions import conditions
from .fellowship import group_maps
from .mapping import choropleth, locator
from .matrices import matrix, membership
from .numbers import numbers
from .profiles import sources, strength
from .relations import relations
from .seats import seats
from .series import dots, lines
from .spans import distances
from .stacks import stacks
from .timelines import timeline
from .whereabouts import places_map


def resolve(spec: FigureSpec, report: Report, brief: BriefSpec, boundaries: Preset) -> Figure:
    """Return a figure with its data, in the words of a brief; a table is no figure and raises ValueError."""
    furniture, issuer = words.furniture(brief.furniture), brief.issuer.name
    match spec:
        case BarSpec() | ColumnSpec():
            return bars(spec, report, furniture)
        case StackedSpec():
            return stacks(spec, report, furniture)
        case LineSpec():
            return lines(spec, report, furniture)
        case DotSpec():
            return dots(spec, report, furniture)
        case ChoroplethSpec():
            return choropleth(spec, report, furniture, boundaries, issuer)
        case LocatorSpec():
            return locator(spec, report, furniture, boundaries, issuer)
        case PlacesSpec():
            return places_map(spec, report, furniture, boundaries, issuer)
        case GroupMapsSpec():
            return group_maps(spec, report, furniture, boundaries, issuer)
        case DistancesSpec():
            return distances(spec, report, furniture, boundaries, issuer)
        case TimelineSpec():
            return timeline(spec, report, furniture)
        case MatrixSpec():
            return matrix(spec, report, furniture)
        case MembershipSpec():
            return membership(spec, report, furniture)
        case SeatsSpec():
            return seats(spec, report, furniture)
        case NumbersSpec():
            return numbers(spec, report, furniture)
        case RelationsSpec():
            return relations(spec, report, furniture)
        case ConditionsSpec():
            return conditions(spec, furniture)
        case SourcesSpec():
            return sources(spec, report, furniture)
        case StrengthSpec():
            return strength(spec, report, furniture)
        case TableSpec():
            raise ValueError(f"{spec.id} is a table")
        case _:
            assert_never(spec)
