"""The shapes of profiles in figures.yaml: what the report cites, and how sure it is."""

from typing import Annotated

from msgspec import Meta

from ...model.profiles import SourcesBy, StrengthBy
from .base import about
from .caption import FigureBase
from .charts import Keep


class SourcesShape(FigureBase, frozen=True, kw_only=True, tag="sources", tag_field="kind"):
    """Works that the report cites, counted."""

    by: Annotated[
        tuple[SourcesBy, ...],
        Meta(min_length=1, max_length=3, description="type, language, outlet, a bar each; or year alone, as columns."),
    ]
    keep: Annotated[Keep, about("Show so many of the largest and join the rest.")] = 5


class StrengthShape(FigureBase, frozen=True, kw_only=True, tag="strength", tag_field="kind"):
    """Statements of the report, counted by how sure they are."""

    by: Annotated[StrengthBy, about("kind: a bar for each kind; strength: a bar for each strength.")] = StrengthBy.KIND
