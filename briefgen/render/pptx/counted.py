"""Statements that each name a number: the number large, the statement below it."""

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Statement
from briefgen.typeset import language as lang
from briefgen.typeset.furniture import furniture

from .deck import PANEL_RULE, Box, Panel, Paragraph, Problem, Rule, Shape, Span, TextBox
from .frame import Setting
from .grid import GUTTER
from .lists import Look, entry
from .manner import manner
from .measure import face_for, height, largest, steps, text_width, tidy
from .panels import inside

LEAST, MOST = 3, 4
"""Numbers that a slide may show."""
PRINTED = {None: False, "exact": False, "counted": False, "rounded": True, "about": True}
"""Precisions whose number may stand alone, and whether it stands as "about": not "at least", which is a bound."""
SMALLEST = 48.0
GAP = 6.0


class Counted(Value, frozen=True, kw_only=True):
    """A number as it is printed, the word before it, and its unit."""

    before: str
    number: str
    unit: str


def counted(
    setting: Setting, statements: tuple[Statement, ...], line: str | None
) -> tuple[str, tuple[Shape, ...], tuple[Problem, ...]] | None:
    """Return the layout of three or four key figures; None where the statements have not so many, or no room.

    What they mean stands below: the one statement without a number, else the section's `line`.
    """
    named = [(s, found) for s in statements if (found := number_of(s, setting.document.language))]
    rest = tuple(s for s in statements if s not in [s for s, _ in named])
    if not LEAST <= len(named) <= MOST or len(rest) > 1:
        return None
    deck, using = setting.theme.deck.type, setting.using
    box, foot = setting.box("key_figures", "figures"), setting.box("key_figures", "so_what")
    wide = (box.w - (len(named) - 1) * GUTTER) / len(named)
    sizes = [s for s in steps(deck.figure, SMALLEST) if all(_wide(setting, f, s) <= wide for _, f in named)]
    if not sizes:
        return None
    look, figures = Look(slot="text"), [_figure(setting, found, sizes[0], wide) for _, found in named]
    tall = max(height(f, using, wide) for f in figures)
    room = Box(x=box.x, y=box.y + GAP + tall + GAP, w=wide, h=box.h - tall - 2 * GAP)
    size, _, fits = largest(
        steps(deck.body, deck.body_min),
        lambda size: max(height(entry(s, size, look), using, wide) for s, _ in named),
        room.h,
    )
    said = (*entry(rest[0], deck.body, look),) if rest else _line(line, deck.body)
    place = inside(setting, foot)
    if not fits or height(said, using, place.w) > place.h:
        return None
    shapes: list[Shape] = []
    for n, ((statement, _), figure) in enumerate(zip(named, figures, strict=True)):
        x = box.x + n * (wide + GUTTER)
        top = Box(x=x, y=box.y, w=wide, h=0.0)
        shapes.append(Rule(name=f"Figure rule {n + 1}", box=top, colour="signal", width=PANEL_RULE))
        upper = Box(x=x, y=box.y + GAP, w=wide, h=tall)
        shapes.append(TextBox(slot=f"figure {n + 1}", name=f"Figure {n + 1}", box=upper, paragraphs=figure))
        text = entry(statement, size, look)
        lower = replace(room, x=x, w=tidy(text, using, wide))
        shapes.append(TextBox(slot=f"text {n + 1}", name=f"Meaning {n + 1}", box=lower, paragraphs=text))
    if said:
        name = "Conclusion" if rest else "Bottom line"
        shapes.append(Panel(name="Panel", box=foot, colour="panel"))
        shapes.append(TextBox(slot="conclusion", name=name, box=place, paragraphs=said))
    return "key_figures", tuple(shapes), ()


def number_of(statement: Statement, language: str) -> Counted | None:
    """Return the first number that a statement names and that may stand alone."""
    for one in statement.quantities:
        if isinstance(one.value, int | float) and one.precision in PRINTED:
            about = furniture(language).about if PRINTED[one.precision] else ""
            return Counted(before=about, number=lang.number(one.value, language), unit=one.unit)
    return None


def _line(line: str | None, size: float) -> tuple[Paragraph, ...]:
    return (Paragraph(spans=(Span(text=line),), size=size),) if line else ()


def _wide(setting: Setting, one: Counted, size: float) -> float:
    """Return the width of a number with the word before it."""
    strong, unit = manner(setting.theme).strong, setting.theme.deck.type.unit
    number = text_width((Span(text=one.number, strong=strong),), setting.using, "head", size)
    before = text_width((Span(text=f"{one.before} "),), setting.using, "head", unit) if one.before else 0.0
    return number + before


def _figure(setting: Setting, one: Counted, size: float, wide: float) -> tuple[Paragraph, ...]:
    """Return a number with its unit on the same base line where there is room, else below it."""
    deck, strong = setting.theme.deck.type, manner(setting.theme).strong
    face = face_for(setting.using, "head", one.number + one.unit)
    unit = Span(text=f" {one.unit}", size=deck.unit)
    before = (Span(text=f"{one.before} ", size=deck.unit),) if one.before else ()
    number = (*before, Span(text=one.number, strong=strong))
    room = wide - _wide(setting, one, size)
    whole = Paragraph(spans=(*number, unit), size=size, face=face, colour="lead", leading=0.9)
    if text_width((replace(unit, size=None),), setting.using, face, deck.unit) <= room:
        return (whole,)
    below = Paragraph(spans=(Span(text=one.unit, strong=True),), size=deck.body, colour="lead")
    return (replace(whole, spans=number), below)
