"""Choropleth -> Scene: states filled by category on a quiet ground, named inside, beside or led out."""

from pathlib import Path
from typing import Any, Literal

import shapely
from shapely.geometry.base import BaseGeometry

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.colour import contrast
from ..model.figure import Choropleth, Target
from ..model.scene import Scene
from ..model.theme import Theme
from . import basemap, faults, mapcheck
from .candidates import LED_OUT, MARKER, Finder, Words
from .colours import readable
from .faces import Lettering, lettering
from .ground import Ground
from .placing import Box, Place, Wish, choose
from .sheet import Sheet
from .territory import Territory, territory
from .view import View, view

ALIGN: dict[str, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}
FEW = 20
"""A subject with fewer good places for its name than this may also be led out."""


def draw(
    figure: Choropleth, target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """Return the map, filling the target to its edges, and warnings about what found no room.

    Raises InputError for unknown countries, points outside the frame, and subjects or callouts without room.
    """
    mapcheck.check(figure)
    window = view(figure, target.width, target.height)
    letters = lettering(theme, target.format, fonts)
    land = territory(figure, window, target.format)
    size = max(target.text, target.smallest)
    try:
        return _drawn(figure, target, theme, letters, window, land, size)
    except InputError:  # names may have room in smaller type
        if size <= target.smallest:
            raise
    return _drawn(figure, target, theme, letters, window, land, target.smallest)


def _drawn(
    figure: Choropleth,
    target: Target,
    theme: Theme,
    letters: Lettering,
    window: View,
    land: Territory,
    size: float,
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    sheet = Sheet(target.width, target.height, letters, size)
    named = {c.id: c.role for c in figure.categories}
    roles = {a.iso: named[a.category] for a in figure.areas if a.category is not None}
    colours = {"focus": theme.map.focus, "opposed": theme.map.opposed, "conciliatory": theme.map.conciliatory}
    fills = {c.iso: colours.get(roles.get(c.iso, ""), theme.map.land) for c in land.countries} | {"": theme.map.land}
    basemap.countries(sheet, land, fills, roles, theme, target.format)
    basemap.lines(sheet, land, roles, theme)
    ground = Ground(land, fills, [iso for iso, role in roles.items() if role == "opposed"])
    bar = basemap.scale_bar(sheet, window.scale, ground, theme)
    names = _Names(figure, target, theme, letters, sheet, window, land, ground, fills, roles)
    names.everything(bar)
    return sheet.scene(), tuple(names.remarks)


class _Names:
    """What every word of one map needs."""

    def __init__(
        self,
        figure: Choropleth,
        target: Target,
        theme: Theme,
        letters: Lettering,
        sheet: Sheet,
        window: View,
        land: Territory,
        ground: Ground,
        fills: dict[str, str],
        roles: dict[str, str],
    ) -> None:
        self.figure, self.target, self.theme, self.letters = figure, target, theme, letters
        self.sheet, self.window, self.size = sheet, window, sheet.size
        self.ground, self.fills, self.roles = ground, fills, roles
        self.shapes: dict[str, BaseGeometry] = {c.iso: c.geometry for c in land.countries if c.iso}
        self.remarks: list[Diagnostic] = []

    def everything(self, bar: Box) -> None:
        """Place and draw names, capitals and callouts; nothing overlaps and nothing needed is left out."""
        # a low map crops its frame: what then lies beyond the edge is no label without room
        seen = [s for s in self.figure.spots if self.window.shows(s.lon, s.lat, margin=0.6 * self.size)]
        spots = [(spot, *self.window.point(spot.lon, spot.lat)) for spot in seen]
        half = (MARKER + 0.08) * self.size
        taken = [bar, *((x - half, y - half, x + half, y + half) for _, x, y in spots)]
        window = (self.sheet.width, self.sheet.height)
        finder = Finder(self.ground, self.letters, self.size, window, taken)
        wishes: list[Wish] = []
        draws: list[Any] = []
        led = {c.iso for c in self.figure.callouts}
        for callout in self.figure.callouts:
            shape = self.shapes.get(callout.iso)
            places = finder.callout(callout.name, callout.text, shape) if shape is not None else ()
            wishes.append(Wish(callout.name, places, 1, True))
            draws.append(lambda place, c=callout: self.callout(c.name, self.fills[c.iso], place))
        for area in self.figure.areas:
            shape = self.shapes.get(area.iso)
            if area.iso in led:
                continue
            subject = area.category is not None
            if shape is None:
                if subject:
                    self.fail(area.name)
                self.left_out(area.name, "does not lie in the map")
                continue
            places = finder.area(area.name, shape, bold=subject)
            if subject and sum(place.cost < LED_OUT for place in places) < FEW:
                places += finder.callout(area.name, "", shape, cost=LED_OUT)
            rank = 0 if self.roles.get(area.iso) == "focus" else 2 if subject else 4
            wishes.append(Wish(area.name, places, rank, subject))
            draws.append(lambda place, a=area: self.name(a.name, a.category is not None, self.fills[a.iso], place))
        for spot, x, y in spots:
            home = next((s for s in self.shapes.values() if s.contains(shapely.Point(x, y))), None)
            wishes.append(Wish(spot.name, finder.spot(spot.name, x, y, home), 3, False))
            draws.append(lambda place, n=spot.name, at=(x, y): self.spot(n, at, place))
        chosen, missing = choose(wishes)
        needed = [w.name for w in wishes if w.needed and w.name in missing]
        if needed:
            self.fail(", ".join(needed))
        for wish, place, draw in zip(wishes, chosen, draws, strict=True):
            if place is None:
                self.left_out(wish.name, "has no room for its name")
            else:
                draw(place)

    def name(self, name: str, bold: bool, fill: str, place: Place) -> None:
        """Set a country's name inside it, or led out of it."""
        if place.leader is not None:
            self.callout(name, fill, place)
            return
        anchor, words = place.detail
        colour = self.theme.colour.mute if not bold else self.ink(words)
        self.set(f"Name {name}", anchor, words, colour, bold)

    def spot(self, name: str, at: tuple[float, float], place: Place) -> None:
        """Draw a capital's square and its name."""
        (x, y), half = at, MARKER * self.size
        with self.sheet.group(f"Place {name}"):
            ring = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
            edge = basemap.STROKE * self.size / 8.6
            self.sheet.area("Marker", [ring], self.theme.colour.paper, edge=self.theme.colour.ink, width=edge)
            anchor, words = place.detail
            self.set("Label", anchor, words, self.ink(words), False)

    def callout(self, name: str, fill: str, place: Place) -> None:
        """Draw words led out: a line to the country, its name in its colour where that can be read."""
        assert place.leader is not None
        _, words = place.detail
        x0, y0, x1, y1 = place.leader
        ink = self.theme.colour.ink
        ground = self.theme.map.land
        colour = fill if contrast(fill, ground) >= 4.5 else ink
        with self.sheet.group(f"Callout {name}"):
            self.sheet.line("Leader", [[(x0, y0), (x1, y1)]], ink, 0.8 * self.size / 8.6)
            self.sheet.disc("Dot", x1, y1, 0.17 * self.size, ink, edge=self.theme.colour.paper, width=0.6)
            self.sheet.text("Name", words.x, words.baseline, words.lines[0], colour, bold=True)
            if len(words.lines) > 1:
                below = words.baseline - self.letters.leading * self.size
                self.sheet.text("Text", words.x, below, "\n".join(words.lines[1:]), ink)

    def set(self, name: str, anchor: str, words: Words, colour: str, bold: bool) -> None:
        """Set one line; on paper a name that crosses a border gets a halo of the fill beneath it."""
        halo = None
        if words.crossed and self.target.format == "pdf":
            halo = self.ground.at(*self.middle(anchor, words, bold))
        align = ALIGN[anchor]
        self.sheet.text(name, words.x, words.baseline, words.lines[0], colour, bold=bold, anchor=align, halo=halo)

    def middle(self, anchor: str, words: Words, bold: bool) -> tuple[float, float]:
        """Return the middle of a line of words."""
        wide = self.letters.cut(bold).width(words.lines[0], self.size)
        shift = {"start": 0.5, "middle": 0.0, "end": -0.5}[anchor]
        return words.x + shift * wide, words.baseline + self.letters.cap_height * self.size / 2

    def ink(self, words: Words) -> str:
        """Return the ink that can be read where the words stand."""
        colour = self.theme.colour
        return readable(self.theme.map.focus, colour.ink, colour.paper) if words.light else colour.ink

    def left_out(self, name: str, why: str) -> None:
        """Keep a warning about what is not shown."""
        hint = "give the map more room, or take the place out of the figure"
        self.remarks.append(faults.remark(faults.LEFT_OUT, self.figure.words.id, f"{name} {why}", hint))

    def fail(self, names: str) -> None:
        """Stop: a map without a subject's name says nothing of it."""
        size = f"{self.target.width:.0f} x {self.target.height:.0f} pt"
        message = f"no room at {size} to name {names}"
        hint = "give the map more height, a `frame` closer about its states, or fewer and shorter callouts"
        raise faults.fault(faults.NO_ROOM_ON_MAP, self.figure.words.id, message, hint)
