"""The construction BAND: Document -> boxes where they differ from MARGIN's; all else stands as in MARGIN.

A band of colour opens page one; key judgements stand in columns on a single page and in a panel beside the text of
longer briefs; words stand right of their pictures; labels stand left of the parts that close a brief.
"""

from .opening import across, beside
from .parts import block, freed, shared
from .single import single

__all__ = ["across", "beside", "block", "freed", "shared", "single"]
