"""A picture and its words as one Scene, for a figure that stands alone: headline and key above it, source below."""

import math
from collections.abc import Callable, Iterable
from pathlib import Path as File

from msgspec.structs import replace

from ..model.base import Value
from ..model.measures import mm
from ..model.scene import Command, Group, Ink, Label, Mark, Path, Pattern, Picture, Scene, Swatch
from ..model.theme import PageFamily, Theme, TypeStyle
from ..typeset import fonts
from ..typeset.text import lines

BOLD = 600
MARGIN = 11.0
"""Points around everything; the largest mark of a picture stays inside its own edges."""
GAPS = {"rule": 7.0, "line": 3.0, "picture": 9.0, "key": 6.0}
"""Points below the rule, between words, around the picture, above the key."""
SAMPLE, SAMPLE_GAP, ENTRY_GAP = (12.0, 7.5), 4.0, 14.0
"""Size of a key's sample, and points from it to its label and from an entry to the next."""
HATCH_STEP, HATCH_WIDTH = 3.4, 0.8
UNKNOWN_LEVEL = "#FFFFFF"


class Around(Value, frozen=True, kw_only=True):
    """The words around a picture that stands alone."""

    headline: str
    subtitle: str
    source: str
    marking: str | None = None


def inner(width: float) -> float:
    """Return how wide the picture is in a frame of a width."""
    return width - 2 * MARGIN


def files(theme: Theme, folders: tuple[File, ...]) -> Callable[[Label], File]:
    """Return what tells the font file of a page's label."""

    def file(label: Label) -> File:
        family = theme.font.text if label.font == "text" else theme.font.label
        bold = label.weight >= BOLD
        upright, slanted = (family.bold, family.bold_italic) if bold else (family.regular, family.italic)
        return fonts.find(slanted if label.italic else upright, folders)

    return file


def framed(scene: Scene, around: Around, key: tuple[Swatch, ...], theme: Theme, folders: tuple[File, ...]) -> Scene:
    """Return a picture with its words, each part a group of its own: "Headline", "Picture" and so on."""
    text, label, kinds = theme.font.text, theme.font.label, theme.type
    colour = theme.colour
    width = scene.width
    setting = _Setting(theme, folders, width)
    small = replace(kinds.caption, weight=400)
    beside = setting.marking(around.marking) if around.marking else 0.0
    setting.words("Headline", around.headline, text, kinds.figure_head, colour.ink, beside=beside)
    if around.subtitle:
        setting.down(GAPS["line"])
        setting.words("Subtitle", around.subtitle, label, small, colour.mute)
    if key:
        setting.down(GAPS["key"])
        setting.key(key, small)
    setting.down(GAPS["picture"])
    setting.picture(scene)
    setting.down(GAPS["picture"])
    setting.words("Source", around.source, label, small, colour.mute)
    return setting.scene()


class _Setting:
    """The parts of a frame, set one below the other; heights are counted from the top until all are known."""

    def __init__(self, theme: Theme, folders: tuple[File, ...], width: float) -> None:
        self.theme, self.folders, self.width = theme, folders, width
        self.parts: list[Group] = []
        self.y = -MARGIN
        ends: tuple[Command, ...] = (("M", MARGIN, self.y), ("L", MARGIN + width, self.y))
        rule = Path(name="Head rule", commands=ends, stroke=_ink(theme.colour.head), width=theme.rule.table_outer)
        self.parts.append(Group(name="Rule", marks=(rule,)))
        self.down(GAPS["rule"])

    def down(self, height: float) -> None:
        """Leave a space."""
        self.y -= height

    def marking(self, text: str) -> float:
        """Hang a handling mark from the rule, at the right; return how much room it takes from the headline."""
        mark, file = self.theme.marking, fonts.find(self.theme.font.label.bold, self.folders)
        said = fonts.width(file, text, mark.size)
        wide, high = said + 2 * mm(mark.pad_x_mm), fonts.metrics(file).cap_height * mark.size + 2 * mm(mark.pad_y_mm)
        left, foot = MARGIN + self.width - wide, -MARGIN - high
        label = Label(
            name="Marking",
            text=text,
            x=left + mm(mark.pad_x_mm),
            y=foot + mm(mark.pad_y_mm),
            size=mark.size,
            font="label",
            weight=BOLD,
            ink=_ink(mark.colours.get(text, UNKNOWN_LEVEL)),
            width=said,
        )
        box = _box("Marking ground", left, foot, wide, high, _ink(mark.ground))
        self.parts.append(Group(name="Marking", marks=(box, label)))
        return wide + ENTRY_GAP

    def words(
        self, name: str, text: str, family: PageFamily, kind: TypeStyle, colour: str, *, beside: float = 0.0
    ) -> None:
        """Set a text over the width, less what stands beside it."""
        bold = kind.weight >= BOLD
        file = fonts.find(family.bold if bold else family.regular, self.folders)
        broken = lines(text, file, kind.size, self.width - beside)
        capital = fonts.metrics(file).cap_height * kind.size
        label = Label(
            name=name,
            text="\n".join(broken),
            x=MARGIN,
            y=self.y - capital,
            size=kind.size,
            font="text" if family is self.theme.font.text else "label",
            weight=BOLD if bold else 400,
            ink=_ink(colour),
            width=max(fonts.width(file, line, kind.size) for line in broken),
            leading=kind.leading if len(broken) > 1 else 0.0,
        )
        self.parts.append(Group(name=name, marks=(label,)))
        self.down(capital + (len(broken) - 1) * kind.leading + fonts.metrics(file).descent * kind.size)

    def key(self, key: tuple[Swatch, ...], kind: TypeStyle) -> None:
        """Set a key's entries side by side, as many in a row as there is room for."""
        file = fonts.find(self.theme.font.label.regular, self.folders)
        capital, (wide, high) = fonts.metrics(file).cap_height * kind.size, SAMPLE
        marks: list[Mark] = []
        x = MARGIN
        for swatch in key:
            said = fonts.width(file, swatch.label, kind.size)
            if x > MARGIN and x + wide + SAMPLE_GAP + said > MARGIN + self.width:
                x = MARGIN
                self.down(kind.leading)
            base = self.y - capital
            label = Label(
                name=f"Key {swatch.label}",
                text=swatch.label,
                x=x + wide + SAMPLE_GAP,
                y=base,
                size=kind.size,
                font="label",
                weight=400,
                ink=_ink(self.theme.colour.ink),
                width=said,
            )
            marks += [_sample(swatch, x, base + (capital - high) / 2), label]
            x += wide + SAMPLE_GAP + said + ENTRY_GAP
        self.down(capital)
        self.parts.append(Group(name="Key", marks=tuple(marks)))

    def picture(self, scene: Scene) -> None:
        """Place the picture."""
        self.down(scene.height)
        marks = tuple(moved(mark, MARGIN, self.y) for mark in scene.marks)
        self.parts.append(Group(name="Picture", marks=marks))

    def scene(self) -> Scene:
        """Return all parts on a sheet as tall as they need."""
        height = MARGIN - self.y
        marks = tuple(moved(part, 0.0, height) for part in self.parts)
        return Scene(width=self.width + 2 * MARGIN, height=round(height, 2), marks=marks)


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark at another place."""
    match mark:
        case Group():
            return replace(mark, marks=tuple(moved(one, dx, dy) for one in mark.marks))
        case Path():
            pattern = mark.pattern and replace(mark.pattern, lines=_moved(mark.pattern.lines, dx, dy))
            return replace(mark, commands=_moved(mark.commands, dx, dy), pattern=pattern)
        case Label() | Picture():
            return replace(mark, x=round(mark.x + dx, 2), y=round(mark.y + dy, 2))


def _moved(commands: Iterable[Command], dx: float, dy: float) -> tuple[Command, ...]:
    return tuple(
        (letter, *(round(float(v) + (dy if n % 2 else dx), 3) for n, v in enumerate(numbers)))
        for letter, *numbers in commands
    )


def _sample(swatch: Swatch, x: float, y: float) -> Path:
    wide, high = SAMPLE
    box = _box(f"Sample {swatch.label}", x, y, wide, high, swatch.fill)
    if swatch.hatch is None:
        return box
    lines = _hatched(x, y, wide, high)
    return replace(box, pattern=Pattern(kind="up", ink=swatch.hatch, width=HATCH_WIDTH, lines=lines))


def _box(name: str, x: float, y: float, wide: float, high: float, fill: Ink) -> Path:
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
    commands: tuple[Command, ...] = tuple(("L" if n else "M", *corner) for n, corner in enumerate(corners))
    return Path(name=name, commands=(*commands, ("Z",)), fill=fill)


def _hatched(x: float, y: float, wide: float, high: float) -> tuple[Command, ...]:
    """Return the lines of a hatch at 45 degrees, cut to a rectangle."""
    out: list[Command] = []
    for n in range(-math.floor(high / HATCH_STEP), math.ceil(wide / HATCH_STEP)):
        start = n * HATCH_STEP
        first, last = max(0.0, -start), min(high, wide - start)
        if last > first:
            out += [("M", x + start + first, y + first), ("L", x + start + last, y + last)]
    return tuple(out)


def _ink(colour: str) -> Ink:
    return Ink(rgb=colour.removeprefix("#"))
