"""What every figure says in figures.yaml."""

from typing import Annotated

from msgspec import Meta

from .base import Id, Line, Marking, Passage, Shape, about
from .facts import Works

Alt = Annotated[str, Meta(pattern=r"\S", max_length=150)]


class FigureBase(Shape, frozen=True, kw_only=True):
    """What every figure says."""

    id: Annotated[Id, about("Id.")]
    headline: Annotated[Line, about("What the figure shows, as a sentence.")]
    subtitle: Annotated[Line | None, about("What is measured, unit, period.")] = None
    point: Annotated[Id | None, about("The point beside which it stands.", "points")] = None
    note: Annotated[Passage | None, about("A remark beneath it.")] = None
    cites: Annotated[Works, about("Its sources.")] = ()
    alt: Annotated[Alt | None, about("What it is and shows, at most 150 characters.")] = None
    marking: Annotated[Marking | None, about("A marking of its own, where it is stricter than its data's.")] = None
