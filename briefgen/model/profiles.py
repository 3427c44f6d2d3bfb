"""Profiles of the report itself: what it cites, and how sure it is of what it says."""

from enum import Enum

from .caption import SpecBase


class SourcesBy(Enum):
    """What works are counted by."""

    TYPE = "type"
    LANGUAGE = "language"
    OUTLET = "outlet"
    YEAR = "year"


class StrengthBy(Enum):
    """What statements are counted by: their kind, or the strength of their word of caution."""

    KIND = "kind"
    STRENGTH = "strength"


class SourcesSpec(SpecBase, frozen=True, kw_only=True, tag="sources", tag_field="kind"):
    """Works that the report cites, a bar for each way to count them; `keep` of the largest stand for themselves."""

    by: tuple[SourcesBy, ...]
    keep: int = 5


class StrengthSpec(SpecBase, frozen=True, kw_only=True, tag="strength", tag_field="kind"):
    """Statements of the report by how sure they are."""

    by: StrengthBy = StrengthBy.KIND
