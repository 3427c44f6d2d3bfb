"""Seats -> Scene: a line for each format that joins the seats of those in it, counts at its end and below."""

import math
from itertools import pairwise
from pathlib import Path

from ..errors import InputError
from ..model.figure import Target
from ..model.scene import Scene
from ..model.seats import Seat, Seats
from ..model.theme import Theme
from .faces import Lettering, lettering
from .seatplan import APART, FOOT, HEAD_PAD, KEY_GAP, KEY_LINE, NUMBER_GAP, SAMPLE, Column, Plan, Row, plan
from .sheet import Point, Sheet
from .sizing import STEP, fitting

HEAD_RULE, FOOT_RULE, HAIR, EDGE, RING = 1.0, 0.8, 0.4, 0.7, 1.3
RADIUS, DOT = 0.42, 0.1
"""Radius of a seat, and of the dot for what is not stated, in em."""
JOINED, PASSING = 0.26, 0.08
"""Width of a line between neighbours, and where it passes over others, in em."""
OPENING = 0.45
"""How far a passing line stays away from what it passes over, in em."""
BAR = 0.95


def draw(figure: Seats, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type that the height allows; raises InputError where none does."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        try:
            return plan(figure, target.width, size, letters).height
        except InputError:
            if size <= target.smallest:
                raise
            return math.inf

    what = f"{len(figure.formats)} formats"
    size = fitting(target, figure.words.id, need, what, "show fewer formats", step=STEP)
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    top = target.height - layout.head
    bottom = top - sum(r.height for r in layout.rows) - FOOT * size
    for column in layout.columns:
        if column.bloc.stressed:
            wide = column.right - column.left
            sheet.rectangle("Ground", column.left, bottom, wide, target.height - bottom, theme.colour.panel)
    _heads(sheet, figure, layout, letters, theme, top)
    y = top
    for row in layout.rows:
        with sheet.group(f"Format {row.format.name}"):
            _row(sheet, row, layout, letters, theme, y - row.height / 2)
        y -= row.height
        last = row is layout.rows[-1]
        colour, width = (theme.colour.ink, FOOT_RULE) if last else (theme.colour.hair, HAIR)
        sheet.line(f"Rule below {row.format.name}", [[(0, y), (target.width, y)]], colour, width)
    sheet.line("Head rule", [[(0, top), (target.width, top)]], theme.colour.ink, HEAD_RULE)
    _held(sheet, figure, layout, letters, theme, y - FOOT * size / 2)
    _key(sheet, layout, letters, theme, bottom)
    return sheet.scene()


def _heads(sheet: Sheet, figure: Seats, layout: Plan, letters: Lettering, theme: Theme, rule: float) -> None:
    """Set the names of each column one upon the other, the last on the rule."""
    size, foot = sheet.size, rule + HEAD_PAD * sheet.size
    with sheet.group("Names"):
        for column in layout.columns:
            middle, y = (column.left + column.right) / 2, foot
            for name, lines in zip(reversed(column.bloc.names), reversed(column.names), strict=True):
                base = y + (len(lines) - 1) * letters.leading * size
                bold = column.bloc.stressed
                words = "\n".join(lines)
                sheet.text(f"Name {name}", middle, base, words, theme.colour.ink, bold=bold, anchor="center")
                y += (len(lines) * letters.leading + APART) * size
        sheet.text("Head of counts", layout.bars, foot, figure.named, theme.colour.mute)


def _row(sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, middle: float) -> None:
    size, ink = sheet.size, theme.colour.ink
    half = (len(row.name) + len(row.about) - 1) / 2 * letters.leading * size
    base = middle + half - letters.cap_height * size / 2
    sheet.text("Name", 0, base, "\n".join(row.name), ink, bold=True)
    if row.about:
        base -= len(row.name) * letters.leading * size
        sheet.text("About", 0, base, "\n".join(row.about), theme.colour.mute)
    _lines(sheet, row, layout, theme, middle)
    for column, seat in zip(layout.columns, row.format.seats, strict=True):
        colour = theme.chart.focus if column.bloc.stressed else ink
        for x, name in zip(column.seats, column.bloc.names, strict=True):
            said = f"{name}: {seat.value}" if seat else f"{name}: not stated"
            mark(sheet, f"Seat {said}", seat, x, middle, colour, theme)
    _bar(sheet, row, layout, letters, theme, middle)


def _lines(sheet: Sheet, row: Row, layout: Plan, theme: Theme, y: float) -> None:
    """Join the seats of a format: boldly from neighbour to neighbour, thinly and in pieces over those not in it."""
    at = [n for n, seat in enumerate(row.format.seats) if seat not in (None, Seat.ABSENT)]
    if not at:
        return
    columns, size = layout.columns, sheet.size
    joined: list[list[Point]] = []
    passing: list[list[Point]] = []
    start = columns[at[0]].seats[0]
    for one, other in pairwise(at):
        if other > one + 1:
            joined.append([(start, y), (columns[one].seats[-1], y)])
            start = columns[other].seats[0]
            passing += _pieces(columns[one : other + 1], y, OPENING * size)
    joined.append([(start, y), (columns[at[-1]].seats[-1], y)])
    joined = [line for line in joined if line[0] != line[-1]]
    if passing:
        sheet.line("Line that passes", passing, theme.colour.mute, PASSING * size)
    if joined:
        sheet.line("Line", joined, theme.colour.mute, JOINED * size)


def _pieces(columns: tuple[Column, ...], y: float, opening: float) -> list[list[Point]]:
    """Return a line from a column's last seat to another's first, open about the seats between."""
    stops = [x for column in columns[1:-1] for x in column.seats]
    ends = [
        columns[0].seats[-1],
        *(x for stop in stops for x in (stop - opening, stop + opening)),
        columns[-1].seats[0],
    ]
    return [[(a, y), (b, y)] for a, b in zip(ends[::2], ends[1::2], strict=True) if b > a]


def mark(sheet: Sheet, name: str, seat: Seat | None, x: float, y: float, colour: str, theme: Theme) -> None:
    """Draw a seat: five marks that differ in shape and filling, whatever their colour."""
    radius, paper = RADIUS * sheet.size, theme.colour.paper
    match seat:
        case Seat.HOST:
            with sheet.group(name):
                sheet.disc("Ring", x, y, radius * 1.32, paper, edge=colour, width=RING)
                sheet.disc("Disc", x, y, radius * 0.8, colour)
        case Seat.FULL:
            sheet.disc(name, x, y, radius, colour)
        case Seat.PART:
            sheet.disc(name, x, y, radius - RING / 2, paper, edge=colour, width=RING)
        case Seat.ABSENT:
            d = radius * 0.75
            strokes = [[(x - d, y - d), (x + d, y + d)], [(x - d, y + d), (x + d, y - d)]]
            sheet.line(name, strokes, colour, RING)
        case None:
            sheet.disc(name, x, y, DOT * sheet.size, theme.colour.mute)


def _bar(sheet: Sheet, row: Row, layout: Plan, letters: Lettering, theme: Theme, middle: float) -> None:
    """Draw how many seats a format has: filled in full, outlined in part."""
    size, high, x = sheet.size, BAR * sheet.size, layout.bars
    full, part = row.format.full * layout.unit, row.format.part * layout.unit
    if full:
        sheet.rectangle("Seats in full", x, middle - high / 2, full, high, theme.chart.other)
    if part:
        inset = EDGE / 2
        x0, x1, y0, y1 = x + full + inset, x + full + part - inset, middle - high / 2 + inset, middle + high / 2 - inset
        ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
        sheet.area("Seats in part", [ring], theme.colour.paper, edge=theme.colour.ink, width=EDGE)
    at = x + full + part + NUMBER_GAP * size
    sheet.text("Count", at, middle - letters.cap_height * size / 2, row.format.printed, theme.colour.ink, bold=True)


def _held(sheet: Sheet, figure: Seats, layout: Plan, letters: Lettering, theme: Theme, middle: float) -> None:
    """Say below each column in how many formats its actors are."""
    base = middle - letters.cap_height * sheet.size / 2
    with sheet.group("Seats held"):
        sheet.text("Head", 0, base, figure.held, theme.colour.mute, italic=True)
        for column, count in zip(layout.columns, figure.counts, strict=True):
            name = f"Count {', '.join(column.bloc.names)}"
            middle_ = (column.left + column.right) / 2
            sheet.text(name, middle_, base, count, theme.colour.ink, bold=True, anchor="center")


def _key(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme, foot: float) -> None:
    """Explain the seats below the counts."""
    size = sheet.size
    for entry in layout.key:
        y = foot - (KEY_GAP + (entry.line + 0.5) * KEY_LINE) * size
        with sheet.group(f"Key {entry.label}"):
            mark(sheet, "Seat", entry.seat, entry.x + SAMPLE / 2 * size, y, theme.colour.ink, theme)
            x = entry.x + (SAMPLE + 0.4) * size
            sheet.text("Label", x, y - letters.cap_height * size / 2, entry.label, theme.colour.mute)
