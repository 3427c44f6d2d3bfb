"""The shape of markings.yaml: a house's own markings, from the most open to the strictest."""

from typing import Annotated

from msgspec import Meta

from .base import Shape, about


class MarkingShape(Shape, frozen=True, kw_only=True):
    """A marking in head and foot of each page and slide."""

    label: Annotated[
        Annotated[str, Meta(pattern=r"^[^a-z\s]([^a-z]*[^a-z\s])?$", max_length=32)],
        about("The words, in capitals."),
    ]
    colour: Annotated[
        Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$")] | None,
        about("The colour of the words on the theme's ground; the theme's for this label, else white."),
    ] = None
