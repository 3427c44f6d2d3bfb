"""An overview of formats laid out: names, columns of actors that sit alike, counts. Needs only the widths of text."""

import math
from itertools import pairwise

from ..model.base import Value
from ..model.seats import Bloc, Format, Seat, Seats
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .keylines import lined

NAMES_MOST, NAME_LINES = 0.32, 4
"""The part of the width that names of formats may take, and their lines at the most, with what is said below."""
GAP, PITCH = 0.9, 1.3
"""Space between columns, and from the middle of one seat to the next, in em."""
APART = 0.22
"""Space between two names over a column, in em."""
BARS, NUMBER_GAP = 4.2, 0.45
"""Length of the longest bar, and space between a bar and its number, in em."""
LEAST, PAD, HEAD_PAD, FOOT = 2.1, 0.5, 0.5, 1.65
"""Height of a row at the least, space in it about its words, space under the heads, and the row of counts, in em."""
LOOSEST = 1.6
"""How far rows may grow (times)."""
KEY_GAP, KEY_LINE, SAMPLE = 0.6, 1.4, 1.5
SAFETY = 1.03


class Column(Value, frozen=True, kw_only=True):
    """A bloc's column: its ends, its names in lines, and where its seats stand."""

    bloc: Bloc
    left: float
    right: float
    names: tuple[tuple[str, ...], ...]
    seats: tuple[float, ...]


class Row(Value, frozen=True, kw_only=True):
    """A format's row: its name and what it is in lines, and its height."""

    format: Format
    name: tuple[str, ...]
    about: tuple[str, ...]
    height: float


class Entry(Value, frozen=True, kw_only=True):
    """An entry of the key: where its sample stands, its words, its line from 0."""

    seat: Seat | None
    label: str
    x: float
    line: int


class Plan(Value, frozen=True, kw_only=True):
    """Everything from the top: heads, rows, the row of counts, the key; bars begin at `bars`, a seat is `unit` long."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Entry, ...]
    head: float
    bars: float
    unit: float
    height: float


def plan(figure: Seats, width: float, text: float, letters: Lettering, height: float | None = None) -> Plan:
    """Return the overview at a width; with a height given, rows grow into it.

    Raises InputError where its words leave no room for the columns.
    """
    if len(figure.formats) < 2 or not figure.blocs:
        hint = "name two groups or more, and actors that are in them"
        raise faults.fault(faults.NOTHING_TO_SHOW, figure.words.id, "it has no two formats with somebody in them", hint)
    words = [_words(figure, one, width, text, letters) for one in figure.formats]
    taken = max(
        letters.cut(bold).width(line, text) * SAFETY
        for name, about in words
        for bold, lines in ((True, name), (False, about))
        for line in lines
    )
    taken = max(taken, letters.slanted.width(figure.held, text) * SAFETY)
    number = max(letters.bold.width(one.printed, text) for one in figure.formats) * SAFETY
    counted = max((BARS + NUMBER_GAP) * text + number, letters.regular.width(figure.named, text) * SAFETY)
    right = width - counted - GAP * text
    columns = _columns(figure, taken + GAP * text, right, text, letters)
    most = max(f.full + f.part for f in figure.formats)
    head = (max(_tall(c.names, letters) for c in columns) + HEAD_PAD) * text
    rows = tuple(
        Row(
            format=one,
            name=name,
            about=about,
            height=max(LEAST, (len(name) + len(about)) * letters.leading + PAD) * text,
        )
        for one, (name, about) in zip(figure.formats, words, strict=True)
    )
    key = _key(figure, width, text, letters)
    foot = (FOOT + KEY_GAP + (1 + key[-1].line) * KEY_LINE) * text
    used = sum(r.height for r in rows)
    if height is not None and height > head + used + foot:
        growth = min(LOOSEST, (height - head - foot) / used)
        rows = tuple(Row(format=r.format, name=r.name, about=r.about, height=r.height * growth) for r in rows)
    return Plan(
        columns=columns,
        rows=rows,
        key=key,
        head=head,
        bars=width - counted,
        unit=BARS * text / max(1, most),
        height=head + sum(r.height for r in rows) + foot,
    )


def heights(figure: Seats, width: float, text: float, letters: Lettering) -> tuple[float, float]:
    """Return the least and the greatest height that the rows can use."""
    return plan(figure, width, text, letters).height, plan(figure, width, text, letters, height=1e6).height


def _words(
    figure: Seats, one: Format, width: float, text: float, letters: Lettering
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a format's name, and what is said below it, in lines."""
    room = NAMES_MOST * width
    name = typeset.lines(one.name, letters.bold.file, text, room, SAFETY)
    about = typeset.lines(one.about, letters.regular.file, text, room, SAFETY) if one.about else ()
    if len(name) + len(about) > NAME_LINES:
        message = f"the words on {one.name[:40]!r} take {len(name) + len(about)} lines; {NAME_LINES} at most"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "say it shorter with `beneath`")
    return name, about


def _columns(figure: Seats, left: float, right: float, text: float, letters: Lettering) -> tuple[Column, ...]:
    """Return a column for each bloc, as wide as its longest word and its seats, with an equal share of what is over."""
    least = [
        max(
            PITCH * text * len(bloc.names),
            *(letters.cut(bloc.stressed).width(word, text) * SAFETY for name in bloc.names for word in name.split()),
        )
        + GAP * text
        for bloc in figure.blocs
    ]
    over = right - left - sum(least)
    if over < 0:
        message = f"{len(least)} columns need {sum(least):.0f} pt beside the names; there are {right - left:.0f}"
        hint = "name fewer `actors`, or fewer `groups`, so that more actors sit alike"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, hint)
    wide = _eased(figure, least, over, text, letters)
    share = (right - left - sum(wide)) / len(wide)
    out = []
    at = left
    for bloc, own in zip(figure.blocs, wide, strict=True):
        names = _names(bloc, own, text, letters)
        first = at + (own + share) / 2 - (len(names) - 1) / 2 * PITCH * text
        seats = tuple(first + n * PITCH * text for n in range(len(names)))
        out.append(Column(bloc=bloc, left=at, right=at + own + share, names=names, seats=seats))
        at += own + share
    return tuple(out)


def _eased(figure: Seats, least: list[float], over: float, text: float, letters: Lettering) -> list[float]:
    """Return widths at which the names over columns take fewer lines: room goes to the tallest, as long as it helps."""
    wide = list(least)
    while True:
        heads = [_tall(_names(bloc, own, text, letters), letters) for bloc, own in zip(figure.blocs, wide, strict=True)]
        n = heads.index(max(heads))
        bloc = figure.blocs[n]
        face = letters.cut(bloc.stressed)
        broken = [lines for lines in _names(bloc, wide[n], text, letters) if len(lines) > 1]
        # a line less: its last word moves up to the one before it
        asked = [
            face.width(f"{one} {other.split()[0]}", text) * SAFETY + (GAP + 0.01) * text
            for lines in broken
            for one, other in pairwise(lines)
        ]
        more = min((a for a in asked if a > wide[n]), default=math.inf) - wide[n]
        if more > over:
            return wide
        wide[n] += more
        over -= more


def _names(bloc: Bloc, across: float, text: float, letters: Lettering) -> tuple[tuple[str, ...], ...]:
    """Return the names over a column in lines."""
    face = letters.cut(bloc.stressed).file
    return tuple(typeset.lines(name, face, text, across - GAP * text, SAFETY) for name in bloc.names)


def _tall(names: tuple[tuple[str, ...], ...], letters: Lettering) -> float:
    """Return the height of a column's names in em."""
    return sum(map(len, names)) * letters.leading + (len(names) - 1) * APART


def _key(figure: Seats, width: float, text: float, letters: Lettering) -> tuple[Entry, ...]:
    rooms = [(SAMPLE + 0.4) * text + letters.regular.width(label, text) * SAFETY for _, label in figure.key]
    places = lined(rooms, width, 1.4 * text)
    return tuple(
        Entry(seat=seat, label=label, x=x, line=line)
        for (seat, label), (x, line) in zip(figure.key, places, strict=True)
    )
