"""Key figures laid out: columns, the size of the numerals, words in lines. Needs only the widths of text."""

from ..model.base import Value
from ..model.numbers import Number, Numbers
from ..typeset import text as typeset
from . import faults
from .faces import Lettering

NUMERAL = {"pdf": 3.2, "pptx": 4.8}
"""Size of the numerals in em of the words."""
SMALLEST = 0.5
"""How far numerals may shrink (times) before words go below them."""
SMALL = 0.4
"""Size of the small words beside a numeral, as a part of it."""
GUTTER = 1.8
NARROWEST = 8.5
"""Width of a column in em, below which numbers stand in two rows."""
OVER, UNDER, BETWEEN = 0.8, 0.6, 1.6
"""Space over a numeral, under it, and between rows, in em."""
PANEL_GAP, PANEL_PAD = 1.4, 0.9
LOOSEST = 1.35
SAFETY = 1.03
STEP = 0.04


class Told(Value, frozen=True, kw_only=True):
    """A number in its column: widths of the small words before the numeral, of the numeral, and lines below."""

    number: Number
    x: float
    before: float
    figure: float
    after: str
    lines: tuple[str, ...]


class Plan(Value, frozen=True, kw_only=True):
    """Rows of numbers, the numerals' size, and the lines of what they mean together; heights from the top."""

    rows: tuple[tuple[Told, ...], ...]
    tall: tuple[float, ...]
    column: float
    numeral: float
    so_what: tuple[str, ...]
    text: float
    between: float
    height: float


def plan(
    figure: Numbers, width: float, text: float, letters: Lettering, format: str, height: float | None = None
) -> Plan:
    """Return the numbers at a width; with a height given, the space between their parts grows into it.

    Raises InputError where there are none, or a number is wider than its column.
    """
    if not figure.numbers:
        raise faults.fault(faults.NOTHING_TO_SHOW, figure.words.id, "there are no numbers", "name some quantities")
    count = len(figure.numbers)
    across = count if (width - (count - 1) * GUTTER * text) / count >= NARROWEST * text else min(count, 2)
    column = (width - (across - 1) * GUTTER * text) / across
    numeral = _numeral(figure, column, NUMERAL[format] * text, letters)
    told = [
        _told(number, (n % across) * (column + GUTTER * text), column, numeral, text, letters)
        for n, number in enumerate(figure.numbers)
    ]
    rows = tuple(tuple(told[n : n + across]) for n in range(0, count, across))
    cap = letters.numeral_height * numeral
    tall = tuple(
        OVER * text + under(text, numeral) + cap + max(len(i.lines) for i in row) * letters.leading * text
        for row in rows
    )
    so_what: tuple[str, ...] = ()
    if figure.so_what:
        so_what = typeset.lines(figure.so_what, letters.regular.file, text, width - 2.4 * text, SAFETY)
    panel = (len(so_what) * letters.leading + 2 * PANEL_PAD) * text if so_what else 0.0
    gaps = (len(rows) - 1) * BETWEEN + (PANEL_GAP if so_what else 0.0)
    stretch = 1.0
    if height is not None and gaps:
        stretch = max(1.0, min(LOOSEST, (height - sum(tall) - panel) / (gaps * text)))
    return Plan(
        rows=rows,
        tall=tall,
        column=column,
        numeral=numeral,
        so_what=so_what,
        text=text,
        between=stretch,
        height=sum(tall) + panel + gaps * stretch * text,
    )


def under(text: float, numeral: float) -> float:
    """Return the space between a numeral and the words below it."""
    return UNDER * text + 0.12 * numeral


def heights(figure: Numbers, width: float, text: float, letters: Lettering, format: str) -> tuple[float, float]:
    """Return the least and the greatest height that the numbers can use."""
    least = plan(figure, width, text, letters, format).height
    return least, plan(figure, width, text, letters, format, height=1e6).height


def _numeral(figure: Numbers, column: float, size: float, letters: Lettering) -> float:
    """Return the largest size at which all numerals fit their columns, with their small words if that goes."""
    for whole in (True, False):
        share = 1.0
        while share >= SMALLEST:
            if all(_wide(n, size * share, letters, whole=whole) <= column for n in figure.numbers):
                return size * share
            share -= STEP
    longest = max(figure.numbers, key=lambda n: letters.numeral.width(n.figure, size))
    message = f"the number {longest.figure!r} is wider than its column"
    raise faults.fault(faults.LABEL_TOO_LONG, figure.words.id, message, "show fewer numbers, or say it shorter")


def _wide(number: Number, size: float, letters: Lettering, *, whole: bool) -> float:
    wide = letters.numeral.width(number.figure, size) * SAFETY
    small = [number.before, number.after if whole or number.after.startswith(":") else ""]
    return wide + sum(letters.numeral.width(f"{w} ", size * SMALL) * SAFETY for w in small if w)


def _told(number: Number, x: float, column: float, numeral: float, text: float, letters: Lettering) -> Told:
    before = letters.numeral.width(f"{number.before} ", numeral * SMALL) * SAFETY if number.before else 0.0
    figure = letters.numeral.width(number.figure, numeral) * SAFETY
    beside = not number.after or _wide(number, numeral, letters, whole=True) <= column
    words = number.text if beside else f"{number.after}: {number.text}"
    return Told(
        number=number,
        x=x,
        before=before,
        figure=figure,
        after=number.after if beside else "",
        lines=typeset.lines(words, letters.regular.file, text, column, SAFETY),
    )
