"""Timeline -> Scene: lanes of actors, one line for each event, one accent line for the key date."""

from pathlib import Path

from ..model.figure import Target, Timeline
from ..model.scene import Scene
from ..model.theme import Theme
from . import faults, statusmarks
from .faces import Lettering, lettering
from .lanes import GAP, RADIUS, SPAN, Plan, plan, sample
from .packing import Slot
from .rows import Down, down, heights
from .sheet import Anchor, Sheet
from .sizing import STEP, sizes

BAR = 0.46
"""Thickness of a span's bar, in em."""
RULE, END_RULE, KEY_RULE = 0.4, 0.8, 1.5
SCRAP = 0.5
"""Rules shorter than this, in points, are not drawn."""
CUT = 1.3
"""Points that a rule keeps from a label."""


def draw(figure: Timeline, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type that the target's height allows; every mark is in it.

    Raises InputError where even the smallest type is too large.
    """
    letters = lettering(theme, target.format, fonts)
    layout = _fitting(figure, target, letters)
    sheet = Sheet(target.width, target.height, letters, layout.text)
    _Drawing(figure, layout, down(layout, letters, target.height), theme, letters, sheet).everything()
    return sheet.scene()


def _fitting(figure: Timeline, target: Target, letters: Lettering) -> Plan:
    """Return the plan at the largest type that fits, sooner one where no label crosses the key date."""
    crossing, least = None, 0.0
    for size in sizes(target, STEP):
        layout = plan(figure, target.width, size, letters)
        least, _ = heights(layout, letters)
        if least <= target.height + 0.01:
            if not layout.crossed:
                return layout
            crossing = crossing or layout
    if crossing:
        return crossing
    message = f"{len(figure.marks)} events need {least:.0f} pt of height; there are {target.height:.0f}"
    raise faults.fault(faults.TARGET_TOO_SMALL, figure.words.id, message, "name fewer events")


class _Drawing:
    """What every part of one drawing needs."""

    def __init__(
        self, figure: Timeline, layout: Plan, heights: Down, theme: Theme, letters: Lettering, sheet: Sheet
    ) -> None:
        self.figure, self.layout, self.down = figure, layout, heights
        self.theme, self.letters, self.sheet, self.size = theme, letters, sheet, layout.text

    def everything(self) -> None:
        """Draw grounds, breaks, rules, names, events and legend, in this order."""
        self.grounds()
        self.breaks()
        self.rules()
        for number, lane in enumerate(self.layout.lanes):
            self.name(number, lane.lines)
            for row, slots in enumerate(lane.rows):
                for slot in slots:
                    self.event(slot, self.row(number, row))
        self.legend()

    def y(self, from_top: float) -> float:
        """Return a height from the foot."""
        return self.sheet.height - from_top

    def row(self, lane: int, row: int) -> float:
        """Return the middle of a row: a lane's rows stand in its middle."""
        top, tall = self.down.lanes[lane]
        rows = len(self.layout.lanes[lane].rows)
        return self.y(top + tall / 2 + (row - (rows - 1) / 2) * self.down.pitch)

    def baseline(self, middle: float) -> float:
        """Return the baseline of a line whose capitals stand about a middle."""
        return middle - self.letters.cap_height * self.size / 2

    def grounds(self) -> None:
        """Fill every second lane."""
        for number, (top, tall) in enumerate(self.down.lanes):
            if number % 2 == 0:
                name = f"Ground {self.figure.lanes[number]}"
                self.sheet.rectangle(name, 0, self.y(top + tall), self.sheet.width, tall, self.theme.colour.panel)

    def breaks(self) -> None:
        """Tear the lanes where days are left out of the axis."""
        foot = sum(self.down.lanes[-1])
        top, bottom = self.y(self.down.head), self.y(foot)
        colour = self.theme.colour
        for number, (low, high) in enumerate(self.layout.breaks, 1):
            with self.sheet.group(f"Years left out {number}"):
                self.sheet.rectangle("Gap", low, bottom, high - low, top - bottom, colour.paper)
                sides = [piece for x in (low, high) for piece in self.upright(x, self.down.head, foot)]
                self.sheet.line("Edges", sides, colour.mute, RULE, dash=(1.5, 2.0))

    def level(self, name: str, y: float) -> None:
        """Draw a level rule, with two slanted strokes at each break."""
        at, lines, strokes = 0.0, [], []
        for low, high in self.layout.breaks:
            lines.append([(at, y), (low, y)])
            slant = 0.3 * self.size
            strokes += [[(x - slant / 2, y - slant), (x + slant / 2, y + slant)] for x in (low, high)]
            at = high
        lines.append([(at, y), (self.sheet.width, y)])
        self.sheet.line(name, lines, self.theme.colour.ink, END_RULE)
        if strokes:
            self.sheet.line(f"{name} break", strokes, self.theme.colour.ink, END_RULE)

    def rules(self) -> None:
        """Draw the months' rules, head and foot, and the key date; upright ones stop at labels."""
        theme, size = self.theme, self.size
        foot = sum(self.down.lanes[-1])
        for tick in self.layout.ticks:
            with self.sheet.group(f"From {tick.name}"):
                # a rule without a name starts below the name before it, which reaches into its month
                lines = self.upright(tick.x, 0.25 * size if tick.label else self.down.head, foot)
                self.sheet.line("Rule", lines, theme.colour.hair, RULE)
                if tick.label:
                    base = self.baseline(self.y(self.down.head / 2))
                    self.sheet.text("Name", tick.x + 0.4 * size, base, tick.label, theme.colour.mute)
        for name, at in (("Head rule", self.down.head), ("Foot rule", foot)):
            self.level(name, self.y(at))
        if self.layout.key is not None:
            lines = self.upright(self.layout.key, self.down.head, foot)
            self.sheet.line("Key date", lines, theme.colour.accent, KEY_RULE)

    def upright(self, x: float, top: float, foot: float) -> list[list[tuple[float, float]]]:
        """Return an upright line at x in the pieces that labels leave of it."""
        half = self.down.pitch / 2
        taken = []
        for number, lane in enumerate(self.layout.lanes):
            for row, slots in enumerate(lane.rows):
                if any(slot.left - CUT < x < slot.right + CUT for slot in slots):
                    middle = self.sheet.height - self.row(number, row)
                    taken.append((middle - half, middle + half))
        out, at = [], top
        for low, high in taken:
            if low > at + SCRAP:
                out.append([(x, self.y(at)), (x, self.y(low))])
            at = max(at, high)
        if foot > at + SCRAP:
            out.append([(x, self.y(at)), (x, self.y(foot))])
        return out

    def name(self, number: int, lines: tuple[str, ...]) -> None:
        """Set a lane's name, its lines about the lane's middle."""
        top, tall = self.down.lanes[number]
        lift = (len(lines) - 1) / 2 * self.letters.leading * self.size
        base = self.baseline(self.y(top + tall / 2)) + lift
        name = f"Lane {self.figure.lanes[number]}"
        self.sheet.text(name, 0.6 * self.size, base, "\n".join(lines), self.theme.colour.ink, bold=True)

    def event(self, slot: Slot, y: float) -> None:
        """Draw a mark and its label."""
        mark = slot.mark
        colour = self.theme.colour.accent if mark.key else self.theme.colour.ink
        with self.sheet.group(f"Event {mark.event} {mark.label}"):
            at = y - self.down.pitch if slot.over else y
            if mark.spans:
                self.bar(slot.first, slot.last, at, mark.status)
            else:
                self.marker(mark.status, (slot.first + slot.last) / 2, at, colour)
            right = slot.left > slot.first or slot.over
            x = slot.left if right else slot.right
            anchor: Anchor = "left" if right else "right"
            self.sheet.text("Label", x, self.baseline(y), mark.label, colour, bold=mark.key, anchor=anchor)

    def bar(self, first: float, last: float, y: float, status: str) -> None:
        """Draw a span: filled where it is done, else open with its status at the start; breaks tear it."""
        high, theme = BAR * self.size, self.theme
        if status == "done":
            ends = [first, *(x for torn in self.layout.breaks if first < torn[0] < torn[1] < last for x in torn), last]
            for start, end in zip(ends[::2], ends[1::2], strict=True):
                self.sheet.rectangle("Marker", start, y - high / 2, end - start, high, theme.colour.bar)
            return
        ring = [(first, y - high / 2), (last, y - high / 2), (last, y + high / 2), (first, y + high / 2)]
        self.sheet.area("Period", [ring], theme.colour.paper, edge=theme.colour.bar, width=statusmarks.EDGE)
        self.marker(status, first + RADIUS * self.size, y, theme.colour.ink)

    def marker(self, status: str, x: float, y: float, colour: str) -> None:
        """Draw the shape of a status."""
        statusmarks.mark(self.sheet, status, (x, y), RADIUS * self.size, colour, self.theme)

    def legend(self) -> None:
        """Explain the shapes that are shown."""
        for entry in self.layout.legend:
            wide = sample(entry.status, self.size)
            y = self.y(self.down.legend + entry.line * self.letters.leading * self.size)
            with self.sheet.group(f"Key {entry.label}"):
                if entry.status == SPAN:
                    self.bar(entry.x, entry.x + wide, y, "done")
                else:
                    self.marker(entry.status, entry.x + wide / 2, y, self.theme.colour.ink)
                x = entry.x + wide + GAP * self.size
                self.sheet.text("Label", x, self.baseline(y), entry.label, self.theme.colour.mute)
