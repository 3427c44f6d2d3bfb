"""Small maps side by side: how many in a row, how high, and the words above and beneath each, without geometry."""

import math

from ...model.base import Value
from ...model.maps import Frame, GroupMaps, Panel
from ...typeset import mapwords
from ...typeset import text as typeset
from ..faces import Lettering
from . import atlas
from .view import Bounds, View, proportion, view

GUTTER, GAP = 1.2, 0.5
"""Em between panels, and between a panel's words and its map."""
NARROWEST = 12.5
"""Em of the smallest type in the narrowest panel: how many stand in a row does not change with the type."""
LOWEST, TALLEST = 0.6, 0.95
"""A panel's map as a share of its width."""
ROWS_APART = 1.0
SAFETY = 1.03
GRID = 6
FAR, FEW = 65.0, 0.2
"""Degrees from the middle of all members to one that is far away; fewer of them than this share are left out."""


class Words(Value, frozen=True, kw_only=True):
    """What stands above and beneath one panel's map, in lines."""

    title: tuple[str, ...]
    beneath: tuple[str, ...]


class Plan(Value, frozen=True, kw_only=True):
    """Rows of panels of one width; `least` and `most` are the heights of a map."""

    columns: int
    width: float
    text: float
    leading: float
    words: tuple[Words, ...]
    least: float
    most: float

    @property
    def rows(self) -> tuple[tuple[int, ...], ...]:
        """Return the numbers of the panels in each row."""
        count = len(self.words)
        return tuple(tuple(range(k, min(k + self.columns, count))) for k in range(0, count, self.columns))

    def above(self, row: tuple[int, ...]) -> float:
        """Return the height of a row's titles."""
        return max(len(self.words[k].title) for k in row) * self.leading + GAP * self.text

    def below(self, row: tuple[int, ...]) -> float:
        """Return the height of the words beneath a row's maps."""
        return max(len(self.words[k].beneath) for k in row) * self.leading + GAP * self.text

    def height(self, tall: float) -> float:
        """Return the height of all rows where each map is so tall."""
        rows = self.rows
        words = sum(self.above(row) + self.below(row) for row in rows)
        return words + len(rows) * tall + (len(rows) - 1) * ROWS_APART * self.text

    def map_height(self, height: float) -> float:
        """Return how tall each map is where all rows have a height."""
        return (height - self.height(0.0)) / len(self.rows)


def frame(figure: GroupMaps) -> Frame:
    """Return the part of the world that all panels show: where most members are, without a few that are far away."""
    if figure.frame is not None:
        return figure.frame
    codes = dict.fromkeys((*(m.iso for p in figure.panels for m in p.members), *figure.focus))
    bodies = [atlas.country(figure.words.id, iso).body for iso in codes]
    near = _near(bodies)
    return atlas.frame_around(near if len(bodies) - len(near) < FEW * len(bodies) else bodies)


def _near(bodies: list[Bounds]) -> list[Bounds]:
    """Return the boxes whose middles are not far from the middle of them all, on the sphere."""
    turns = [
        (math.radians((west + east) / 2), math.radians((south + north) / 2)) for west, south, east, north in bodies
    ]
    ways = [(math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y)) for x, y in turns]
    middle = [sum(axis) for axis in zip(*ways, strict=True)]
    long = math.hypot(*middle) or 1.0
    least = math.cos(math.radians(FAR)) * long
    shares = (sum(a * m for a, m in zip(way, middle, strict=True)) for way in ways)
    return [body for body, share in zip(bodies, shares, strict=True) if share >= least]


def plan(figure: GroupMaps, shown: Frame, width: float, text: float, letters: Lettering, *, smallest: float) -> Plan:
    """Return the panels' rows at a width and a size of type; `smallest` is the least that its format may have."""
    count = len(figure.panels)
    gutter = GUTTER * text
    fit = max(1, int((width + gutter) / (NARROWEST * smallest + gutter)))
    rows = -(-count // min(count, fit))
    columns = -(-count // rows)
    wide = (width - (columns - 1) * gutter) / columns
    least, most = LOWEST * wide, max(LOWEST, min(TALLEST, proportion(shown, "areas"))) * wide
    window = view(shown, "areas", (wide, most))
    words = tuple(_words(figure, panel, window, wide, text, letters) for panel in figure.panels)
    return Plan(
        columns=columns,
        width=wide,
        text=text,
        leading=letters.leading * text,
        words=words,
        least=least,
        most=most,
    )


def window(shown: Frame, found: Plan, tall: float) -> View:
    """Return what one panel shows at a height."""
    return view(shown, "areas", (found.width, tall))


def _words(figure: GroupMaps, panel: Panel, seen: View, wide: float, text: float, letters: Lettering) -> Words:
    told = mapwords.words(figure.ground.boundaries.language)
    title = typeset.lines(panel.name, letters.bold.file, text, wide, SAFETY)
    bodies = {m.iso: atlas.country(figure.words.id, m.iso).body for m in panel.members}
    outside = [m.name for m in panel.members if not _shown(bodies[m.iso], seen)]
    inside = [m.name for m in panel.members if m.name not in outside]
    said = [", ".join(inside)]
    said += [told.outside.format(names=", ".join(outside))] if outside else []
    said += [told.also.format(names=", ".join(panel.others))] if panel.others else []
    beneath: list[str] = []
    for words in filter(None, said):
        beneath += typeset.lines(words, letters.regular.file, text, wide, SAFETY)
    return Words(title=tuple(title), beneath=tuple(beneath))


def _shown(bounds: Bounds, seen: View) -> bool:
    """Tell whether a window shows some of a country."""
    west, south, east, north = bounds
    steps = [(k + 0.5) / GRID for k in range(GRID)]
    return any(seen.shows(west + (east - west) * s, south + (north - south) * t) for s in steps for t in steps)
