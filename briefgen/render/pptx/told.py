"""Slides of words: the statements of points as rows of leads and texts."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Heading, Statement

from .deck import HAIR, Box, Panel, Paragraph, Problem, Rule, Shape, Slide, Span, TextBox
from .frame import Contents, Planned, Setting, headline, planned
from .grid import cells
from .lists import Look, Say, rows
from .measure import Ruler, face_for, height, largest, steps, tidy
from .panels import inside
from .words import full, sentence, short

CAPACITY = 4
LINE = "Bottom line"
FIRST_RULE = 1.5
ROW_PAD = 10.0
SIZES = {1: 28.0, 2: 24.0, 3: 24.0}
"""The largest type for slides of one, two and three statements; more are set in the theme's body size."""
FULL_TEXT_MOST = 2
"""Statements that share a slide and may still be set in full."""
FULL_TEXT_LEAST = 20.0


def told(
    setting: Setting,
    text: str,
    statements: tuple[Statement, ...],
    heading: Heading | None,
    *,
    line: str | None = None,
) -> Planned:
    """Return the slide of one or more points.

    Statements that all have leads stand in rows, with the section's bottom `line` below where there is room. Others
    stand beside the line, or in cells where it has been said.
    """
    head, problems = headline(setting, sentence(text))
    section = heading.headline if heading else setting.document.short_title
    contents = Contents(section=section, shown=statements)
    layout = "statements"
    if all(s.lead for s in statements):
        shapes, trouble = _led(setting, statements, line)
    elif line or len(statements) == 1:
        shapes, trouble = _beside(setting, statements, line)
    else:
        layout = "two_columns"
        shapes, trouble = cells(setting, statements)
    return planned(setting, layout, head, shapes, contents, (*problems, *trouble))


def says_line(slide: Slide) -> bool:
    """Tell whether a slide says its section's bottom line."""
    return any(isinstance(s, TextBox) and s.name == LINE for s in slide.shapes)


class Columns(Value, frozen=True, kw_only=True):
    """The columns of leads and of texts; `face` sets the texts."""

    left: Box
    right: Box
    using: Ruler
    face: str

    def pair(self, statement: Statement, say: Say, size: float) -> tuple[Paragraph, Paragraph]:
        """Return a statement's lead and its text."""
        lead = Span(text=statement.lead or "", strong=True)
        return (
            Paragraph(spans=(lead,), size=size, colour="accent"),
            Paragraph(spans=say(statement), size=size, face=self.face),
        )

    def tall(self, statement: Statement, say: Say, size: float) -> float:
        """Return the height of a row: its taller side and the space above and below."""
        lead, body = self.pair(statement, say, size)
        sides = height((lead,), self.using, self.left.w), height((body,), self.using, self.right.w)
        return max(sides) + 2 * ROW_PAD

    def needed(self, statements: tuple[Statement, ...], say: Say, size: float) -> float:
        """Return the height of all rows."""
        return sum(self.tall(s, say, size) for s in statements)


def _led(
    setting: Setting, statements: tuple[Statement, ...], line: str | None
) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return rows over the whole height: the lead in the left column, the text in the right one."""
    left, right = setting.box("statement_chart", "text"), setting.box("statement_chart", "chart_head")
    least, most = setting.theme.deck.type.body_min, SIZES.get(len(statements), setting.theme.deck.type.body)
    alone = "head" if len(statements) == 1 else "body"
    face = face_for(setting.using, alone, "".join(s.text for s in full(statements[0])))
    columns = Columns(left=left, right=right, using=setting.using, face=face)
    whole = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    room = whole.h
    last: tuple[Shape, ...] = ()
    if line and len(statements) < CAPACITY:
        panel, used = _conclusion(setting, line, whole)
        if columns.needed(statements, short, most) <= whole.h - used:
            room, last = whole.h - used, panel
    for say, floor in _forms(statements, least):
        size, need, fits = largest(steps(most, floor), partial(columns.needed, statements, say), room)
        if fits:
            break
    natural = [columns.tall(s, say, size) for s in statements]
    equal = room / len(statements)
    spread = max(0.0, room - need) / len(statements)
    heights = [equal] * len(natural) if max(natural) <= equal else [t + spread for t in natural]
    shapes: list[Shape] = []
    y = left.y
    for n, (statement, tall) in enumerate(zip(statements, heights, strict=True), 1):
        colour, width = ("accent", FIRST_RULE) if n == 1 else ("hair", HAIR)
        shapes.append(Rule(name=f"Row rule {n}", box=replace(whole, y=y, h=0.0), colour=colour, width=width))
        lead, body = columns.pair(statement, say, size)
        for slot, column, paragraph in (("lead", left, lead), ("text", right, body)):
            wide = tidy((paragraph,), setting.using, column.w)
            place = Box(x=column.x, y=y + ROW_PAD, w=wide, h=tall - 2 * ROW_PAD)
            shapes.append(TextBox(slot=f"{slot} {n}", name=f"{slot.title()} {n}", box=place, paragraphs=(paragraph,)))
        y += tall
    problems = () if fits else (Problem(where="statements", needed=need, there=room),)
    return (*shapes, *last), problems


def _conclusion(setting: Setting, text: str, box: Box) -> tuple[tuple[Shape, ...], float]:
    """Return a section's bottom line in a panel at a box's foot, and the height that it takes from the box."""
    paragraph = Paragraph(spans=(Span(text=text),), size=setting.theme.deck.type.body)
    room = inside(setting, box)
    tall = height((paragraph,), setting.using, room.w) + 2 * (room.y - box.y)
    place = replace(box, y=box.bottom - tall, h=tall)
    within = inside(setting, place)
    body = TextBox(slot="conclusion", name=LINE, box=within, paragraphs=(paragraph,))
    return (Panel(name="Panel", box=place, colour="panel"), body), tall + ROW_PAD


def _forms(statements: tuple[Statement, ...], least: float) -> Iterable[tuple[Say, float]]:
    """Yield how statements may be said: in full where there are few and the type stays large, else short."""
    if len(statements) <= FULL_TEXT_MOST:
        yield full, max(FULL_TEXT_LEAST, least)
    yield short, least


def _beside(
    setting: Setting, statements: tuple[Statement, ...], line: str | None
) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return the section's bottom line in the left column and statements as a list in the right one."""
    left, right = setting.box("statement_chart", "text"), setting.box("statement_chart", "chart_head")
    deck, look = setting.theme.deck.type, Look(slot="text", ruled_first=True)
    shapes: list[Shape] = []
    box = Box(x=right.x, y=left.y, w=right.w, h=left.h)
    if line:
        face = face_for(setting.using, "head", line)
        paragraph = Paragraph(spans=(Span(text=line),), size=deck.statement, face=face, colour="accent")
        shapes.append(TextBox(slot="lead 1", name=LINE, box=left, paragraphs=(paragraph,)))
    else:
        box = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    for say, least in _forms(statements, deck.body_min):
        laid = rows(statements, box, look, setting.theme, setting.using, where="Statement", say=say, least=least)
        if not laid.problems:
            break
    return (*shapes, *laid.shapes), laid.problems
