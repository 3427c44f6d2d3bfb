"""How each role fills a state: roles differ in lightness or hatch, so that a grey copy still tells them apart."""

from ...model.base import Value
from ...model.maps import Category
from ...model.scene import Ink, Swatch
from ...model.theme import Theme


class Fill(Value, frozen=True, kw_only=True):
    """A colour, and that of the hatch upon it, if any."""

    colour: str
    hatch: str | None = None


def fill(role: str, theme: Theme) -> Fill:
    """Return the fill of a role; raises KeyError for one that there is not."""
    tokens = theme.map
    return {
        "focus": Fill(colour=tokens.focus),
        "opposed": Fill(colour=tokens.opposed, hatch=tokens.line),
        "conciliatory": Fill(colour=tokens.conciliatory),
        "mixed": Fill(colour=tokens.conciliatory, hatch=tokens.focus),
        "unknown": Fill(colour=theme.colour.paper, hatch=theme.colour.bar),
    }[role]


def swatches(categories: tuple[Category, ...], shown: set[str | None], theme: Theme) -> tuple[Swatch, ...]:
    """Return the key's entry of each category that some state has, in the figure's order."""
    out = []
    for category in categories:
        if category.id in shown:
            look = fill(category.role, theme)
            hatch = Ink(rgb=look.hatch.removeprefix("#")) if look.hatch else None
            out.append(Swatch(label=category.label, fill=Ink(rgb=look.colour.removeprefix("#")), hatch=hatch))
    return tuple(out)
