"""Numbers -> Scene: a rule over each, the numeral large, its unit small beside it, what it means below."""

from pathlib import Path

from ..model.figure import Target
from ..model.numbers import Numbers
from ..model.scene import Scene
from ..model.theme import Construction, Theme
from .faces import Lettering, lettering
from .numberplan import BETWEEN, OVER, PANEL_GAP, PANEL_PAD, SMALL, Plan, Told, plan, under
from .sheet import Sheet
from .sizing import STEP, fitting

RULE = {"pdf": 1.6, "pptx": 2.25}


def draw(figure: Numbers, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type that the height allows; raises InputError where none does."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters, target.format).height

    size = fitting(target, figure.words.id, need, "the numbers", "show fewer, or say them shorter", step=STEP)
    layout = plan(figure, target.width, size, letters, target.format, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    y = target.height
    for number, (row, tall) in enumerate(zip(layout.rows, layout.tall, strict=True)):
        y -= BETWEEN * layout.between * size if number else 0.0
        for one in row:
            with sheet.group(f"Number {one.number.figure}"):
                _number(sheet, one, layout, letters, theme, y, RULE[target.format])
        y -= tall
    if layout.so_what:
        with sheet.group("What they mean"):
            _panel(sheet, layout, letters, theme, y - PANEL_GAP * layout.between * size)
    return sheet.scene()


def _number(sheet: Sheet, one: Told, layout: Plan, letters: Lettering, theme: Theme, top: float, rule: float) -> None:
    size, number = layout.text, one.number
    colour = theme.colour.head if theme.construction is Construction.BAND else theme.colour.accent
    ends = [(one.x, top - rule / 2), (one.x + layout.column, top - rule / 2)]
    sheet.line("Rule", [ends], theme.colour.signal, rule)
    base = top - OVER * size - letters.numeral_height * layout.numeral
    small = layout.numeral * SMALL
    if number.before:
        sheet.text("Before", one.x, base, number.before, colour, size=small, face=letters.numeral)
    at = one.x + one.before
    sheet.text("Numeral", at, base, number.figure, colour, size=layout.numeral, face=letters.numeral)
    if one.after:
        gap = letters.numeral.width(" ", small)
        sheet.text("After", at + one.figure + gap, base, one.after, colour, size=small, face=letters.numeral)
    first = base - under(size, layout.numeral) - 0.78 * letters.leading * size
    sheet.text("Meaning", one.x, first, "\n".join(one.lines), theme.colour.ink)


def _panel(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme, top: float) -> None:
    size = layout.text
    tall = (len(layout.so_what) * letters.leading + 2 * PANEL_PAD) * size
    sheet.rectangle("Ground", 0, top - tall, sheet.width, tall, theme.colour.panel)
    first = top - PANEL_PAD * size - 0.78 * letters.leading * size
    sheet.text("Sentence", 1.2 * size, first, "\n".join(layout.so_what), theme.colour.ink)
