"""Map -> Scene: states filled by category on a quiet ground, places marked, all of them named, a globe beside."""

from contextlib import suppress
from pathlib import Path

from ...diagnostics import Diagnostic
from ...errors import InputError
from ...model.figure import Target
from ...model.maps import Map, PlacesMap
from ...model.scene import Scene
from ...model.theme import Theme
from ..clip import pieces
from ..faces import Lettering, lettering
from ..sheet import Sheet
from . import atlas, basemap, beneath, frames, globe, listing, mapcheck, points, told, zones
from .fills import Fill, fill
from .finder import Finder
from .ground import Ground
from .labels import Labels, marked
from .territory import Country, Territory, territory
from .view import View, view

CROWDED = 0.3
"""Of a map, what the words told at its places may cover; beyond it they crowd it, if they have room at all."""


def draw(figure: Map, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """Return the map, filling the target to its edges, and warnings about what found no room.

    Raises InputError for unknown countries, points outside the frame, and subjects or callouts without room.
    """
    mapcheck.check(figure)
    letters = lettering(theme, target.format, fonts)
    tried: _Drawing | None = None
    *others, last = _attempts(figure, target, letters)
    for size, numbers in others:
        tried = _Drawing(figure, target, theme, letters, size, numbered=numbers, before=tried)
        with suppress(InputError):
            return tried.drawn()
    return _Drawing(figure, target, theme, letters, last[0], numbered=last[1], before=tried).drawn()


def _attempts(figure: Map, target: Target, letters: Lettering) -> list[tuple[float, bool]]:
    """Return the sizes of type to try and whether places bear numbers: what tells a reader most comes first.

    Names may have room in smaller type, numbers where names have none.
    """
    numbered = listing.numbered(figure)
    sizes = list(dict.fromkeys((max(target.text, target.smallest), target.smallest)))
    if numbered or not isinstance(figure, PlacesMap) or figure.numbered is not None:
        return [(size, numbered) for size in sizes]
    most = CROWDED * target.width * target.height
    named = [(size, False) for size in sizes if told.area(figure, letters, size) <= most]
    return [*named, (target.smallest, True)]


class _Drawing:
    """One map at one size of type; the land is that of the attempt `before`, where this shows the same."""

    def __init__(
        self,
        figure: Map,
        target: Target,
        theme: Theme,
        letters: Lettering,
        size: float,
        *,
        numbered: bool,
        before: "_Drawing | None" = None,
    ) -> None:
        self.figure, self.target, self.theme, self.letters, self.size = figure, target, theme, letters, size
        self.listing = listing.plan(figure, target.width, size, letters, numbers=numbered)
        self.sheet = Sheet(target.width, target.height, letters, size)
        self.numbered, self.tall = numbered, target.height - self.listing.height
        frame, purpose = frames.frame(figure), frames.purpose(figure)
        self.window: View = view(frame, purpose, (target.width, self.tall), frames.whole(figure))
        roles = {c.id: c.role for c in figure.categories}
        self.roles = {a.iso: roles[a.category] for a in figure.areas if a.category is not None}
        self.fills: dict[str, Fill] = {iso: fill(role, theme) for iso, role in self.roles.items()}
        self.topic = frames.topic(figure, self.window.scale, size)
        if before and (before.window, before.topic) == (self.window, self.topic):
            self.land: Territory = before.land
        else:
            self.land = territory(
                self.window,
                figure.ground.boundaries,
                target.format,
                names={a.iso: a.name for a in figure.areas},
                subjects=self.fills,
                topic=self.topic,
                rivers=figure.rivers,
            )

    def drawn(self) -> tuple[Scene, tuple[Diagnostic, ...]]:
        """Draw the ground, then everything that is named, then what stands beneath the map."""
        sheet, theme, figure, format = self.sheet, self.theme, self.figure, self.target.format
        ground = self.ground()
        with sheet.shifted(0.0, self.listing.height):
            shown, outside = zones.found(figure, self.land, self.window, format)
            ground.hold([z.geometry for z in shown if pieces(z.geometry, "Polygon")])
            spots, beyond = points.found(figure, self.window, self.size)
            taken = [marked(p.at, self.size) for p in spots]
            inset = globe.corner(ground, globe.radius(sheet.width, self.tall), taken) if figure.inset else None
            taken += [inset] if inset else []
            bar = basemap.bar(sheet, self.window, ground, taken, figure.ground.boundaries.language)
            markers = [p.at for p in spots]
            finder = Finder(ground, self.letters, self.size, format, [*taken, bar.kept], markers)
            labels = Labels(figure.words.id, sheet, finder, theme)
            labels.unseen += beyond + outside
            self.ask(labels, finder, shown, spots)
            placed = labels.place(f"{self.target.width:.0f} x {self.target.height:.0f} pt")
            basemap.countries(sheet, self.land, self.fills, (sheet.width, self.tall), theme)
            stood = [*placed.boxes, *([inset] if inset else []), bar.box]
            zones.areas(sheet, shown, ground, stood, theme, format)
            basemap.hatches(sheet, self.land, self.fills, stood, format, self.size)
            basemap.borders(sheet, self.land, self.fills, stood, theme, self.size)
            zones.borders(sheet, shown, theme)
            basemap.specks(sheet, self.land, self.fills, theme)
            if inset:
                globe.draw(sheet, inset, self.window, theme)
            placed.draw()
            basemap.scale_bar(sheet, bar, ground, theme)  # read last: it explains, and says nothing of the subject
        beneath.draw(sheet, self.listing, theme)
        return sheet.scene(), placed.remarks

    def ground(self) -> Ground:
        """Return what lies where, for the words."""
        fills = {c.iso: self.theme.map.land for c in self.land.countries}
        fills |= {iso: look.colour for iso, look in self.fills.items()}
        hatched = [iso for iso, look in self.fills.items() if look.hatch]
        size = (self.sheet.width, self.tall, self.size)
        return Ground(self.land, fills, self.theme.map.sea, size, self.fills, hatched)

    def ask(self, labels: Labels, finder: Finder, shown: list[zones.Shown], spots: list[points.Point]) -> None:
        """Ask for all words: callouts, names of states, of areas and borders, of points, names for orientation."""
        figure = self.figure
        held = {c.iso: c for c in self.land.countries if c.iso}
        led = {c.iso for c in figure.callouts}
        for callout in figure.callouts:
            if callout.iso in held:
                look = self.fills.get(callout.iso)
                shape = held[callout.iso].geometry
                labels.callout(callout.name, callout.text, shape, look.colour if look else None)
            else:
                labels.unseen.append(callout.name)
        for area in figure.areas:
            if area.iso in held and area.iso not in led:
                look, focus = self.fills.get(area.iso), self.roles.get(area.iso) == "focus"
                colour = look.colour if look else None
                labels.country(area.name, held[area.iso].geometry, fill=colour, focus=focus)
            elif area.iso not in led:
                labels.lost(area.name, needed=area.category is not None)
        zones.ask(shown, labels, finder, self.theme, numbered=self.numbered)
        shapes = [c.geometry for c in held.values()]
        points.ask(spots, labels, finder, shapes, self.theme, numbered=self.numbered)
        if figure.ground.orient:
            self.orient(labels, held)

    def orient(self, labels: Labels, held: dict[str, Country]) -> None:
        """Ask for the names of other countries that show enough of themselves."""
        named = {a.iso for a in self.figure.areas}
        least = frames.LEAST_SHOWN * self.size**2
        for iso, country in held.items():
            if iso not in named and country.geometry.area >= least:
                name = atlas.name(atlas.countries()[iso], self.figure.ground.language, self.figure.ground.day)
                labels.orient(name, country.geometry)
