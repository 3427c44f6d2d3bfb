"""The colours of slides as colours of the file's scheme, so that a receiver recolours a deck in one place.

A scheme has ten places. A role of the theme that has none is told as a change of the place that is nearest to it:
so much darker or lighter, more or less saturated, turned by so many degrees (ECMA-376, 20.1.2.3).
"""

import colorsys
from functools import lru_cache
from typing import Any

from msgspec.structs import asdict, replace

from briefgen.model.base import Value
from briefgen.model.colour import contrast
from briefgen.model.theme import Construction, Theme

from .units import emu, percent

SLIDE_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""What slides call the places that the colour map turns."""
SAME_HUE = 0.5
"""Degrees by which hues may differ and be one."""
GREY = 0.02
"""Saturation below which a colour has no hue."""
DEGREE = 60000
READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

Alias = dict[str, str]
ALIASES: dict[Construction, Alias] = {
    Construction.MARGIN: {
        "lead": "accent",
        "running": "mute",
        "numeral": "accent",
        "quote": "ink",
        "table_head": "mute",
        "table_rule": "ink",
    },
    Construction.BAND: {
        "lead": "head",
        "running": "on_ground",
        "numeral": "on_ground",
        "quote": "head",
        "table_head": "on_ground",
        "table_rule": "head",
    },
}
"""What slides call by its use: `lead` sets leads, labels and numbers, `running` the short title over a slide,
`numeral` a divider's number."""


class Tint(Value, frozen=True):
    """A place in the scheme and the changes to its colour, as (element, value)."""

    place: str
    changes: tuple[tuple[str, int], ...] = ()

    def element(self, inner: str = "") -> str:
        """Return the colour as an element; `inner` are further changes, such as its opacity."""
        changes = "".join(f'<a:{name} val="{value}"/>' for name, value in self.changes)
        return _element("schemeClr", self.place, changes + inner)


class Palette(Value, frozen=True, kw_only=True):
    """The colours of one theme: `tints` by role, `known` by value "RRGGBB", `values` are the roles' own."""

    tints: dict[str, Tint]
    known: dict[str, Tint]
    values: dict[str, str]

    def solid(self, role: str) -> str:
        """Return a fill in a role's colour."""
        return f"<a:solidFill>{self.tints[role].element()}</a:solidFill>"

    def line(self, role: str, width: float) -> str:
        """Return an outline in a role's colour."""
        return f'<a:ln w="{emu(width)}" cap="flat">{self.solid(role)}<a:prstDash val="solid"/></a:ln>'

    def colour(self, value: str, inner: str = "") -> str:
        """Return a colour "RRGGBB": as the scheme's where it is one, else as it is."""
        value = value.lstrip("#").upper()
        if value in self.known:
            return self.known[value].element(inner)
        return _element("srgbClr", value, inner)

    def contrast(self, one: str, other: str) -> float:
        """Return the contrast of two roles."""
        return contrast(f"#{self.values[one]}", f"#{self.values[other]}")

    def text_on(self, role: str) -> str:
        """Return the role, ink or paper, in which text stands out more from a ground."""
        return max(("ink", "paper"), key=lambda one: self.contrast(one, role))

    def readable(self, role: str) -> str:
        """Return a role for text on paper: itself where it can be read, else ink."""
        return role if self.contrast(role, "paper") >= READABLE else "ink"


def scheme(theme: Theme) -> dict[str, str]:
    """Return the colour scheme: the theme's tokens by the scheme's names, as "RRGGBB"."""
    colour, categories = theme.colour, theme.chart.categories
    found = {
        "dk1": colour.ink,
        "lt1": colour.paper,
        "dk2": colour.mute,
        "lt2": colour.panel,
        "accent1": colour.accent,
        "accent2": colour.bar,
        "accent3": categories[1 % len(categories)],
        "accent4": categories[2 % len(categories)],
        "accent5": colour.hair,
        "accent6": theme.map.conciliatory,
        "hlink": colour.accent,
        "folHlink": colour.mute,
    }
    return {name: value.lstrip("#").upper() for name, value in found.items()}


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme's slides."""
    fixed = _places(theme)
    own: dict[str, Any] = {**asdict(theme.colour), "focus": theme.chart.focus, "other": theme.chart.other}
    values = {role: value.lstrip("#").upper() for role, value in own.items()}
    values |= {name: values[role] for name, role in ALIASES[theme.construction].items()}
    tints = {role: derived(value, fixed) for role, value in values.items()}
    known = {value: Tint(place) for value, place in fixed}
    return Palette(tints=tints, known=known | {values[r]: t for r, t in tints.items()}, values=values)


def _places(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return the places of the scheme as (value, name): the theme's own, or those of the house's template."""
    named = theme.house.scheme if theme.house else scheme(theme)
    places: dict[str, str] = {}
    for name, value in named.items():
        if name not in ("hlink", "folHlink"):
            places.setdefault(value, SLIDE_NAMES.get(name, name))
    return tuple(places.items())


def recoloured(colours: Palette, theme: Theme, changed: dict[str, str]) -> Palette:
    """Return a palette in which roles have other colours, as "#RRGGBB"."""
    values = {role: value.lstrip("#").upper() for role, value in changed.items()}
    tints = {role: derived(value, _places(theme)) for role, value in values.items()}
    return replace(colours, tints=colours.tints | tints, values=colours.values | values)


@lru_cache(maxsize=256)
def derived(value: str, places: tuple[tuple[str, str], ...]) -> Tint:
    """Return a colour as one of the places (value, name), or as a change of the nearest of them."""
    target = _hls(value)
    base, name = min(places, key=lambda one: _distance(_hls(one[0]), target))
    if base == value:
        return Tint(name)
    hue, light, full = _hls(base)
    changes: list[tuple[str, int]] = []
    turn = ((target[0] - hue) * 360 + 180) % 360 - 180
    if abs(turn) >= SAME_HUE and min(full, target[2]) > GREY:
        changes.append(("hueOff", round(turn * DEGREE)))
    if full > GREY:
        changes.append(("satMod", percent(target[2] / full)))
    elif target[2] > GREY:
        changes.append(("satOff", percent(target[2])))
    if target[1] <= light:
        changes.append(("lumMod", percent(target[1] / light if light else 0.0)))
    else:
        share = (1 - target[1]) / (1 - light)
        changes += [("lumMod", percent(share)), ("lumOff", percent(1 - share))]
    return Tint(name, tuple(changes))


def _element(tag: str, value: str, inner: str) -> str:
    return f'<a:{tag} val="{value}">{inner}</a:{tag}>' if inner else f'<a:{tag} val="{value}"/>'


def _rgb(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value.lstrip("#")[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


def _hls(value: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*_rgb(value))


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return how far two colours are apart; hues count as far as both colours show them."""
    turn = abs((one[0] - other[0] + 0.5) % 1 - 0.5) * 2
    return 2 * turn * min(one[2], other[2]) + abs(one[1] - other[1]) + 0.3 * abs(one[2] - other[2])
