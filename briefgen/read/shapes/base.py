"""What all shapes share: the base, and the kinds of text."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of a file; keys that it does not name are errors."""


def about(description: str, ids: str | None = None) -> Meta:
    """Return the description of a key; `ids` names the ids that its value is one of, for editors."""
    extra: dict[str, Any] | None = {"x-ids": ids} if ids else None
    return Meta(description=description, extra_json_schema=extra)


Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=80)]
"""Small letters and digits, in parts joined by hyphens or dots."""

Line = Annotated[str, Meta(pattern=r"\S", max_length=300)]
"""A line of text."""

Passage = Annotated[str, Meta(pattern=r"\S", max_length=2000)]
"""Some sentences."""

Caption = Annotated[str, Meta(pattern=r"\S", max_length=100)]
"""A few words that stand on one line of a page or slide, such as the name of a house."""

Mark = Annotated[str, Meta(pattern=r"\S", max_length=60)]
"""Words beside a drawing or over a column."""

Label = Annotated[str, Meta(pattern=r"\S", max_length=32)]
"""A label of a drawing."""

Edtf = str | int
"""A date or period as EDTF; a bare year is a number in YAML."""

Numeral = Annotated[str, Meta(pattern=r"\S", max_length=40)] | int
"""A number that may hold letters: "17/2021", 12."""

Rank = Annotated[float, Meta(ge=0, le=100)]

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20)]

Marking = Annotated[str, Meta(pattern=r"\S", max_length=40), about("A marking.", "markings")]
"""A label of TLP 2.0 (FIRST), or of the house's own list in markings.yaml."""
