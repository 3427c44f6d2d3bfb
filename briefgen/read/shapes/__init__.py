"""The shapes of all files, one per kind, as their authors write them; their bounds and descriptions are the schema."""

from typing import Any

from ...model.theme import Theme
from .boundaries import BoundariesShape
from .charts import DataShape
from .facts import ActorShape, ClaimShape, EventShape, GroupShape, PlaceShape, QuantityShape, RelationShape
from .figures import FigureShape
from .markings import MarkingShape
from .report import ReportShape, SectionShape
from .spec import SpecShape
from .stakeholders import StakeholdersShape
from .themekeys import NOT_WRITTEN, described
from .works import ReferenceShape

KINDS: dict[str, Any] = {
    "spec": SpecShape,
    "report": ReportShape,
    "section": SectionShape,
    "source": list[ClaimShape],
    "events": list[EventShape],
    "actors": list[ActorShape],
    "places": list[PlaceShape],
    "groups": list[GroupShape],
    "relations": list[RelationShape],
    "quantities": list[QuantityShape],
    "references": list[ReferenceShape],
    "figures": list[FigureShape],
    "data": DataShape,
    "theme": Theme,
    "boundaries": BoundariesShape,
    "stakeholders": StakeholdersShape,
    "markings": list[MarkingShape],
}
"""The kinds of file, and what each holds."""

__all__ = [
    "KINDS",
    "NOT_WRITTEN",
    "ActorShape",
    "BoundariesShape",
    "ClaimShape",
    "DataShape",
    "EventShape",
    "FigureShape",
    "GroupShape",
    "MarkingShape",
    "PlaceShape",
    "QuantityShape",
    "ReferenceShape",
    "RelationShape",
    "ReportShape",
    "SectionShape",
    "SpecShape",
    "StakeholdersShape",
    "described",
]
