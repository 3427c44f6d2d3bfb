"""The words of one map: each wants a place, all are placed at once, then drawn; what found none is told."""

from collections.abc import Callable, Sequence
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from ...diagnostics import Diagnostic
from ...errors import InputError
from ...model.colour import contrast
from ...model.theme import Theme
from .. import faults
from ..colours import readable
from ..sheet import Sheet
from . import candidates
from .candidates import MARKER
from .finder import Finder, Words
from .ground import READABLE
from .leading import led_out, led_to
from .placing import MISSED, Place, Wish, choose
from .raster import Box
from .touching import Segment

Align = Literal["left", "center", "right"]
ALIGN: dict[str, Align] = {"start": "left", "middle": "center", "end": "right"}
LEADER, THIN = 0.093, 0.06
"""Em of a callout's leader, and of one from a point."""
DOT = 0.17
CASING, STEPS, VISIBLE = 0.7, 40, 3.0
"""Points of a leader's casing on each side; where its ground is looked at; the least contrast of a mark (1.4.11)."""
CLEAR = 0.85
"""Em between where a leader ends in a country and other words, which would be read as what it leads to."""
AIR = 0.4
"""Em about the name of a country that is there for orientation."""
FEW = 5
"""A subject with fewer good places for its name than this may also be led out."""
LED_OUT = 6.0
"""Cost of leading a name out of its country instead of setting it inside."""
LOUD = 4.0
"""What it costs a name that is there for orientation to stand where only a stronger ink can be read."""
CRAMPED, LED = 5.0, 2.0
"""A point whose name costs so much beside it may have it led out, to ground that the map is not about, for that."""
SPARE = 5.0
"""What it costs to leave out a name that is there for orientation only and that the figure does not name."""
FOCUS, CALLED_OUT, SUBJECT, POINT, ORIENTATION = 0, 1, 2, 3, 4
"""Ranks of words: the first chooses first."""

Draw = Callable[[Place], None]


class Placed:
    """Words that have their places: their boxes, what was left out, and how to draw them."""

    def __init__(self, found: Sequence[tuple[Place, Draw, Box | None]], remarks: tuple[Diagnostic, ...]) -> None:
        self.found, self.remarks = found, remarks

    @property
    def boxes(self) -> list[Box]:
        """Return what the words and their markers cover."""
        return [box for place, _, marker in self.found for box in (place.box, marker) if box is not None]

    def draw(self) -> None:
        """Draw all words."""
        for place, draw, _ in self.found:
            draw(place)


class Labels:
    """What every word of one map needs, and the wishes so far."""

    def __init__(self, figure: str, sheet: Sheet, finder: Finder, theme: Theme) -> None:
        self.figure, self.sheet, self.finder, self.theme = figure, sheet, finder, theme
        self.size = sheet.size
        self.wishes: list[Wish] = []
        self.draws: list[tuple[Draw, Box | None]] = []
        self.unseen: list[str] = []
        self.spare: set[int] = set()

    def wish(
        self,
        name: str,
        places: Sequence[Place],
        rank: int,
        needed: bool,
        draw: Draw,
        *,
        missed: float = MISSED,
        marker: Box | None = None,
    ) -> None:
        """Ask for one of several places; `missed` is what it costs to leave out what may be, `marker` what goes too."""
        air = CLEAR * self.size if marker is None else 0.0  # a marker is seen to be what its own words name
        self.wishes.append(Wish(name, tuple(places), rank, needed, missed, air))
        self.draws.append((draw, marker))

    def country(self, name: str, shape: BaseGeometry, *, fill: str | None, focus: bool) -> None:
        """Ask for a country's name; without a fill of its own it is there for orientation only."""
        subject = fill is not None
        colour = self.theme.colour
        inks = self.inks() if subject else (colour.mute, *self.inks())
        places = candidates.area(self.finder, name, shape, inks, bold=subject)
        places = places if subject else self.apart(places)
        if subject and sum(place.cost < LED_OUT for place in places) < FEW:
            places += led_out(self.finder, name, "", shape, self.inks(), LED_OUT)
        rank = FOCUS if focus else SUBJECT if subject else ORIENTATION

        def draw(place: Place) -> None:
            if place.leader is not None:
                self.block(f"Callout {name}", place, bold=len(place.detail.lines))
            else:
                self.line(f"Name {name}", place, bold=subject)

        self.wish(name, places, rank, subject, draw)

    def callout(self, name: str, text: str, shape: BaseGeometry, fill: str | None) -> None:
        """Ask for words led out of a country, its name in its colour where that can be read."""
        places = led_out(self.finder, name, text, shape, self.inks())
        self.wish(name, places, CALLED_OUT, True, lambda place: self.block(f"Callout {name}", place, bold=1, head=fill))

    def spot(
        self,
        name: str,
        lines: tuple[str, ...],
        at: tuple[float, float],
        home: BaseGeometry | None,
        symbol: Draw,
        *,
        needed: bool,
        bold: bool = False,
    ) -> None:
        """Ask for a name beside a point; `symbol` draws what marks the point itself."""
        wide = self.finder.width(lines, bold)
        places = candidates.spot(self.finder, lines, wide, at, home, self.inks())
        if not any(place.cost < CRAMPED for place in places):
            own = home if home is not None else shapely.Point(at)
            places += led_to(self.finder, [(wide, lines)], at, own, self.inks(), LED)

        def draw(place: Place) -> None:
            with self.sheet.group(f"Place {name}"):
                self.thread(place)
                symbol(place)
                self.line("Label", place, bold=bold)

        self.wish(name, places, SUBJECT if needed else POINT, needed, draw, marker=marked(at, self.size))

    def thread(self, place: Place) -> None:
        """Draw the thin line from a point to a label that stands farther off."""
        if place.leader is not None:
            self.leader(place.leader, place.detail.ink, THIN)

    def orient(self, name: str, shape: BaseGeometry) -> None:
        """Ask for the name of a country that the figure does not speak of; nobody is told where it has no room."""
        places = self.apart(
            candidates.area(self.finder, name, shape, (self.theme.colour.mute, *self.inks()), bold=False)
        )
        draw: Draw = lambda place: self.line(f"Name {name}", place, bold=False)  # noqa: E731
        self.wish(name, places, ORIENTATION, False, draw, missed=SPARE)
        self.spare.add(len(self.wishes) - 1)

    def apart(self, places: Sequence[Place]) -> tuple[Place, ...]:
        """Return places with air about them, so that a quiet name does not read on from another."""
        air, mute = AIR * self.size, self.theme.colour.mute
        out = []
        for place in places:
            x0, y0, x1, y1 = place.box
            cost = place.cost + (0.0 if place.detail.ink == mute else LOUD)
            out.append(place._replace(box=(x0 - air, y0 - air / 2, x1 + air, y1 + air / 2), cost=cost))
        return tuple(out)

    def zone(self, name: str, places: Sequence[Place]) -> None:
        """Ask for the name of an area or border that is a place."""

        def draw(place: Place) -> None:
            if place.leader is not None:
                self.block(f"Area {name}", place, bold=len(place.detail.lines))
            else:
                self.line(f"Area {name}", place, bold=False)

        self.wish(name, places, SUBJECT, True, draw)

    def lost(self, name: str, *, needed: bool) -> None:
        """Take in a state that the map does not show; raises InputError where the map is about it."""
        if needed:
            message = f"its frame does not show {name}"
            raise faults.fault(faults.OUTSIDE_FRAME, self.figure, message, "widen `frame`, or leave the state out")
        self.unseen.append(name)

    def place(self, target: str) -> "Placed":
        """Place all words; raises InputError where one that is needed finds no room."""
        chosen, _ = choose(self.wishes)
        without = [k for k, place in enumerate(chosen) if place is None]
        needed = [self.wishes[k].name for k in without if self.wishes[k].needed]
        if needed:
            raise self.no_room(needed, target)
        missing = [self.wishes[k].name for k in without if k not in self.spare]
        found = [(p, draw, marker) for p, (draw, marker) in zip(chosen, self.draws, strict=True) if p is not None]
        return Placed(found, self.remarks(missing))

    def remarks(self, missing: Sequence[str]) -> tuple[Diagnostic, ...]:
        """Return one warning for all names without room, and one for what does not lie in the map."""
        hint = "give the map more room, or take them out of the figure"
        out = []
        if missing:
            count = "1 name" if len(missing) == 1 else f"{len(missing)} names"
            message = f"no room for {count}: {', '.join(missing)}"
            out.append(faults.remark(faults.LEFT_OUT, self.figure, message, hint))
        if self.unseen:
            message = f"beyond the edge of the map: {', '.join(self.unseen)}"
            out.append(faults.remark(faults.LEFT_OUT, self.figure, message, hint))
        return tuple(out)

    def no_room(self, names: Sequence[str], target: str) -> InputError:
        """Return the error of a map without the name of what it is about."""
        message = f"no room at {target} to name {', '.join(names)}"
        hint = "give the map more height, a `frame` closer about its states, or fewer and shorter callouts"
        return faults.fault(faults.NO_ROOM_ON_MAP, self.figure, message, hint)

    def inks(self) -> tuple[str, str]:
        """Return the inks of words, the first that can be read to be taken."""
        return (self.theme.colour.ink, self.theme.colour.paper)

    def line(self, name: str, place: Place, *, bold: bool) -> None:
        """Set a label at its place."""
        words: Words = place.detail
        text, anchor = "\n".join(words.lines), ALIGN[words.anchor]
        self.sheet.text(name, words.x, words.baseline, text, words.ink, bold=bold, anchor=anchor, halo=words.halo)

    def block(self, name: str, place: Place, *, bold: int, head: str | None = None) -> None:
        """Set words led out: a line to what they speak of, the first lines bold, in the fill's colour if readable."""
        words: Words = place.detail
        grounds = self.finder.ground.colours_in(place.box)
        seen = head is not None and all(contrast(head, ground) >= READABLE for ground in grounds)
        with self.sheet.group(name):
            self.lead(place)
            top = "\n".join(words.lines[:bold])
            self.sheet.text("Name", words.x, words.baseline, top, head if seen and head else words.ink, bold=True)
            if len(words.lines) > bold:
                below = words.baseline - bold * self.finder.leading
                self.sheet.text("Text", words.x, below, "\n".join(words.lines[bold:]), words.ink)

    def lead(self, place: Place) -> None:
        """Draw the line from words to what they speak of, and the dot in which it ends."""
        assert place.leader is not None
        colour, (_, _, x1, y1) = self.theme.colour, place.leader
        self.leader(place.leader, colour.ink, LEADER)
        self.sheet.disc("Dot", x1, y1, DOT * self.size, colour.ink, edge=colour.paper, width=0.6)

    def leader(self, line: Segment, ink: str, width: float) -> None:
        """Draw a leader; over ground on which its ink is not seen it has a casing."""
        x0, y0, x1, y1 = line
        ends, wide = [[(x0, y0), (x1, y1)]], width * self.size
        steps = [k / STEPS for k in range(STEPS + 1)]
        below = {self.finder.ground.at(x0 + (x1 - x0) * s, y0 + (y1 - y0) * s) for s in steps}
        if any(contrast(ink, colour) < VISIBLE for colour in below):
            casing = readable(ink, self.theme.colour.ink, self.theme.colour.paper)
            self.sheet.line("Leader casing", ends, casing, wide + 2 * CASING)
        self.sheet.line("Leader", ends, ink, wide)

    def marker(self, x: float, y: float, *, capital: bool) -> None:
        """Draw a point: a square for a capital, a disc for another place."""
        half, colour = MARKER * self.size, self.theme.colour
        edge = 0.9 * self.size / 8.6
        if capital:
            ring = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
            self.sheet.area("Marker", [ring], colour.paper, edge=colour.ink, width=edge)
        else:
            self.sheet.disc("Marker", x, y, half, colour.ink, edge=colour.paper, width=edge)


def marked(at: tuple[float, float], size: float) -> Box:
    """Return the box of a marker at a point."""
    half = (MARKER + 0.08) * size
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half
