"""The shape of key figures in figures.yaml."""

from typing import Annotated

from msgspec import Meta

from .base import Id, Line, Shape, about
from .caption import FigureBase

Small = Annotated[str, Meta(max_length=32)]
Quantity = Annotated[Id, about("A quantity.", "quantities")]


class NumberShape(Shape, frozen=True, kw_only=True):
    """A number and what it means."""

    quantity: Quantity
    text: Annotated[Line | None, about("What the number means; else what the quantity says of itself.")] = None
    unit: Annotated[Small | None, about("Small words beside it; else its unit.")] = None
    of: Annotated[Quantity | None, about("The whole of which it is a part: “4 of 5”.")] = None
    against: Annotated[Quantity | None, about("Another of the same unit that it is set against: “100 : 5”.")] = None


class NumbersShape(FigureBase, frozen=True, kw_only=True, tag="numbers", tag_field="kind"):
    """Key figures side by side."""

    numbers: Annotated[tuple[NumberShape, ...], Meta(min_length=2, max_length=4, description="Two to four numbers.")]
    so_what: Annotated[Line | None, about("One sentence on what they mean together.")] = None
