"""Stacked bars laid out: parts, numbers in them, names below. Needs only the widths of text."""

from ..model.base import Value
from ..model.charts import Part, Stack, Stacks
from ..typeset import text as typeset
from . import faults
from .faces import Lettering
from .naming import Placed, placed

HEAD_GAP, NAMES_GAP, BETWEEN = 0.45, 0.5, 1.0
"""Below a bar's name, above its parts' names and between bars, in em."""
THICKNESS = {"pdf": 2.2, "pptx": 2.7}
THICKEST, WIDEST = 1.5, 2.2
"""How far bars may thicken and part (times) where there is height to spare."""
PAD = 0.45
"""Space beside a number within its part, in em."""
APART = 0.9
"""The least space between two names on a line, in em."""
LEADING = 1.25
SAFETY = 1.03


class Piece(Value, frozen=True, kw_only=True):
    """A part: from where to where it reaches, whether its number stands inside, what stands below it and where.

    A part that another bar names has nothing below it, or its number if that has no room inside.
    """

    part: Part
    low: float
    high: float
    inside: bool
    name: str
    place: Placed | None


class Row(Value, frozen=True, kw_only=True):
    """A bar: its own name in lines (none where there is only one bar), its pieces, and lines of their names."""

    stack: Stack
    head: tuple[str, ...]
    pieces: tuple[Piece, ...]
    lines: int


class Plan(Value, frozen=True, kw_only=True):
    """All bars; `thickness` is that of a bar, `between` the space between bars."""

    rows: tuple[Row, ...]
    text: float
    thickness: float
    between: float
    height: float


def plan(
    figure: Stacks, width: float, text: float, letters: Lettering, format: str, height: float | None = None
) -> Plan:
    """Return the bars at a width; with a height given, bars and gaps grow into it.

    Raises InputError for no bars, and for names that have no room below them.
    """
    check(figure)
    longest = max(sum(p.value for p in stack.parts) for stack in figure.stacks)
    rows = tuple(
        _row(figure, stack, figure.naming[n], width / longest, width, text, letters)
        for n, stack in enumerate(figure.stacks)
    )
    thickness, between = THICKNESS[format] * text, BETWEEN * text
    fixed = sum(_words(row, text, letters) for row in rows)
    least = fixed + len(rows) * thickness + (len(rows) - 1) * between
    if height is not None and height > least:
        spare = height - least
        growth = min(THICKEST - 1, spare / 2 / (len(rows) * thickness))
        spare -= growth * len(rows) * thickness
        thickness *= 1 + growth
        if len(rows) > 1:
            between = min(between * WIDEST, between + spare / (len(rows) - 1))
    total = fixed + len(rows) * thickness + (len(rows) - 1) * between
    return Plan(rows=rows, text=text, thickness=thickness, between=between, height=total)


def heights(figure: Stacks, width: float, text: float, letters: Lettering, format: str) -> tuple[float, float]:
    """Return the least and the greatest height that the bars can use."""
    least = plan(figure, width, text, letters, format)
    return least.height, plan(figure, width, text, letters, format, height=1e6).height


def check(figure: Stacks) -> None:
    """Raise InputError where there is nothing to stack."""
    if not figure.stacks or not any(p.value > 0 for stack in figure.stacks for p in stack.parts):
        message = "there are no parts with a number above zero"
        raise faults.fault(faults.NOTHING_TO_SHOW, figure.words.id, message, "give its data a row")


def _words(row: Row, text: float, letters: Lettering) -> float:
    """Return the height of a bar's name and of its parts' names."""
    head = len(row.head) * letters.leading * text + (HEAD_GAP * text if row.head else 0.0)
    return head + (NAMES_GAP * text + row.lines * LEADING * text if row.lines else 0.0)


def _row(
    figure: Stacks,
    stack: Stack,
    naming: frozenset[str],
    scale: float,
    width: float,
    text: float,
    letters: Lettering,
) -> Row:
    head: tuple[str, ...] = ()
    if len(figure.stacks) > 1:
        head = typeset.lines(stack.label, letters.bold.file, text, width, SAFETY)
    ends, inside, names = [], [], []
    at = 0.0
    for part in stack.parts:
        low, at = at, at + part.value * scale
        ends.append((low, at))
        fits = at - low >= letters.bold.width(part.printed, text) * SAFETY + 2 * PAD * text
        inside.append(fits)
        name = part.label if part.label in naming else ""
        names.append(name if fits else f"{name} {part.printed}".strip())
    told = [n for n, name in enumerate(names) if name]
    widths = [letters.regular.width(names[n], text) * SAFETY for n in told]
    places = placed([ends[n] for n in told], widths, (0.0, width), APART * text)
    if places is None:
        message = f"the names of the parts of {stack.label[:40]!r} have no room below their bar"
        hint = "say them shorter, or join the smaller parts with `keep`"
        raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, hint)
    at_part = dict(zip(told, places, strict=True))
    pieces = tuple(
        Piece(part=part, low=low, high=high, inside=fits, name=name, place=at_part.get(n))
        for n, (part, (low, high), fits, name) in enumerate(zip(stack.parts, ends, inside, names, strict=True))
    )
    return Row(stack=stack, head=head, pieces=pieces, lines=1 + max((p.line for p in places), default=-1))
