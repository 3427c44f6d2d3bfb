"""A house's own .pptx as a theme's template: what is read of its masters and layouts. Lengths are points."""

import msgspec
from msgspec.structs import replace

from .base import Value

Rect = tuple[float, float, float, float]
"""x, y, width and height from the slide's upper left corner."""


class TemplateLayout(Value, frozen=True, kw_only=True):
    """What a theme says of one layout of ours: the house's layout by name, and placeholders by slot."""

    layout: str | None = None
    slots: dict[str, int] = msgspec.field(default_factory=dict)


class Template(Value, frozen=True, kw_only=True):
    """A house's .pptx beside the theme, and what stands where if it is not found by itself."""

    file: str
    layouts: dict[str, TemplateLayout] = msgspec.field(default_factory=dict)


class Place(Value, frozen=True, kw_only=True):
    """A placeholder of a layout, with what it inherits from its master; `index` is None where it has none.

    `colour` is "RRGGBB", None where no plain colour says it; `alone` tells that no other has its kind and index.
    """

    kind: str
    index: int | None
    name: str
    box: Rect
    size: float
    colour: str | None
    align: str
    anchor: str
    caps: bool = False
    bold: bool = False
    alone: bool = True


class Drawn(Value, frozen=True):
    """What a layout or its master draws: where, and in which colour; None for pictures and what is not plain."""

    box: Rect
    fill: str | None


class HouseLayout(Value, frozen=True, kw_only=True):
    """A layout: `kind` is its type in the file ("" for none), `part` its part in the package.

    `ground` is the colour of its background, None where that is a picture or a gradient; `drawn` are shapes and
    pictures on it and its master; `used` counts the sample slides that have it, `first` tells that the first has;
    a `numbered` one draws the slide's number itself.
    """

    name: str
    kind: str
    part: str
    master: int
    places: tuple[Place, ...]
    ground: str | None
    drawn: tuple[Drawn, ...] = ()
    used: int = 0
    first: bool = False
    numbered: bool = False


class Master(Value, frozen=True, kw_only=True):
    """What the theme of one master says: its scheme by the names that slides use, and its fonts."""

    scheme: dict[str, str]
    head: str
    body: str


class House(Value, frozen=True, kw_only=True):
    """A house's template: the size of its slides, its scheme by the names that slides use, its fonts, its bytes.

    `head` and `body` are the names of its fonts; other `masters` may have others, and another scheme. In a `loose` one
    only the layouts that sample slides have say where things stand.
    """

    file: str
    sha256: str
    width: float
    height: float
    scheme: dict[str, str]
    head: str
    body: str
    layouts: tuple[HouseLayout, ...]
    data: bytes
    slides: int = 0
    loose: bool = False
    masters: tuple[Master, ...] = ()

    def on_master(self, number: int) -> "House":
        """Return the template with the scheme and the fonts of one of its masters."""
        if number >= len(self.masters):
            return self
        own = self.masters[number]
        return replace(self, scheme=own.scheme, head=own.head, body=own.body)
