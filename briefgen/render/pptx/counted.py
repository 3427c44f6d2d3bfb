"""Statements that each name a number: the number large, the statement below it."""

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Statement
from briefgen.typeset import language as lang
from briefgen.typeset.furniture import quantity

from .boxes import Box
from .deck import PANEL_RULE, Panel, Paragraph, Problem, Rule, Shape, Span, TextBox
from .frame import Setting
from .grid import GUTTER
from .lists import Look, entry
from .manner import manner
from .measure import face_for, height, largest, steps, text_width, tidy
from .panels import inside
from .words import Spans

LEAST, MOST = 3, 4
"""Numbers that a slide may show."""
PRINTED = {None: False, "exact": False, "counted": False, "rounded": True, "about": True}
"""Precisions whose number may stand alone, and whether it stands as "about": not "at least", which is a bound."""
SMALLEST = 48.0
BESIDE_LEAST = 0.75
"""The part of their full size down to which numbers shrink to have their words beside them."""
GAP = 6.0


class Counted(Value, frozen=True, kw_only=True):
    """A number as it is printed, and the words before and after it: "about USD", "100", "million"."""

    before: str
    number: str
    after: str

    @property
    def printed(self) -> str:
        """The whole."""
        return " ".join(p for p in (self.before, self.number, self.after) if p)


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
    sized = _sized(setting, [found for _, found in named], wide)
    if not sized:
        return None
    look, figures = Look(slot="text"), [_figure(setting, found, *sized) for _, found in named]
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
            number = lang.number(one.value, language)
            printed = quantity(one.value, one.unit, language, rounded=PRINTED[one.precision])
            before, _, after = printed.partition(number)
            return Counted(before=before.strip(), number=number, after=after.strip())
    return None


def _line(line: str | None, size: float) -> tuple[Paragraph, ...]:
    return (Paragraph(spans=(Span(text=line),), size=size),) if line else ()


def _sized(setting: Setting, numbers: list[Counted], wide: float) -> tuple[float, bool] | None:
    """Return the size of the numbers, and whether their words stand beside them: all do, or none does."""
    deck, using = setting.theme.deck.type, setting.using
    for beside in (True, False):
        for size in steps(deck.figure, BESIDE_LEAST * deck.figure if beside else SMALLEST):
            lines = (_spans(setting, one, beside) for one in numbers)
            if all(text_width(spans, using, "head", size) <= wide for spans in lines):
                return size, beside
    return None


def _spans(setting: Setting, one: Counted, beside: bool) -> Spans:
    """Return a number, in large type, with its words where they stand beside it."""
    unit, number = setting.theme.deck.type.unit, Span(text=one.number, strong=manner(setting.theme).strong)
    before = (Span(text=f"{one.before} ", size=unit),) if one.before and beside else ()
    after = (Span(text=f" {one.after}", size=unit),) if one.after and beside else ()
    return (*before, number, *after)


def _figure(setting: Setting, one: Counted, size: float, beside: bool) -> tuple[Paragraph, ...]:
    """Return a number with its words on the same base line, or with the whole quantity below it."""
    face = face_for(setting.using, "head", one.printed)
    number = Paragraph(spans=_spans(setting, one, beside), size=size, face=face, colour="lead", leading=0.9)
    if beside:
        return (number,)
    whole = Span(text=one.printed, strong=True)
    return (number, Paragraph(spans=(whole,), size=setting.theme.deck.type.body, colour="lead"))
