"""Slides of words: which form a point's statements take, by how many there are and what they hold."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Heading, Statement

from .boxes import Box
from .counted import counted
from .deck import HAIR, Panel, Paragraph, Problem, Rule, Shape, Slide, Span, TextBox
from .forms import Say, form
from .frame import Contents, Planned, Setting, headline, large, planned
from .grid import cells
from .lists import Look, entry, rows
from .measure import Ruler, face_for, height, lines, steps, tidy
from .panels import inside
from .parted import CAPACITY, Left
from .quoted import quoted
from .shared import hosted
from .words import full, sentence, short

ROWS = 4
"""Rows of a list, at most; a further statement stands large beside them."""
CELL_LEADS = 2
"""Leads among four statements that make cells look full."""
LARGER = {1: 1.5, 2: 1.15}
"""How much larger than the headline one or two statements may be that have a slide to themselves."""
LINE = "Bottom line"
THOUGHT_LINES = 6
"""Lines of a thought that stands large; one that takes more is set smaller."""
FIRST_RULE = 1.5
ROW_PAD = 10.0

Made = tuple[str, tuple[Shape, ...], tuple[Problem, ...]]
"""A layout, its shapes, and what does not fit."""


def told(
    setting: Setting,
    text: str,
    statements: tuple[Statement, ...],
    heading: Heading | None,
    *,
    line: str | None = None,
    asserted: Statement | None = None,
    guest: Left | None = None,
) -> Planned:
    """Return the slide of a point; `line` is a section's bottom line that no slide has said yet.

    `asserted` is the statement whose words are the headline: it is shown, though not repeated below. `guest` is
    another point's statement, in a panel beside the others.
    """
    head, problems = headline(setting, (Span(text=sentence(text), language=asserted.language if asserted else None),))
    made = hosted(setting, statements, guest) if guest else _arranged(setting, statements, line)
    layout, shapes, trouble = made
    shown = (*((asserted,) if asserted else ()), *statements, *(guest.statements if guest else ()))
    contents = Contents(heading=heading, shown=shown)
    return planned(setting, layout, head, shapes, contents, (*problems, *trouble))


def _arranged(setting: Setting, statements: tuple[Statement, ...], line: str | None) -> Made:
    count = len(statements)
    special = quoted(setting, statements) or counted(setting, statements, line)
    if special:
        return special
    leads = sum(bool(s.lead) for s in statements)
    if 1 < leads == count <= ROWS:
        return _led(setting, statements, line)
    if count == 1 or (count == 2 and not line):
        return _stacked(setting, statements, line)
    if (line and count <= ROWS) or count in (3, CAPACITY) or (count == ROWS and leads < CELL_LEADS):
        return _beside(setting, statements, line)
    look, deck = Look(slot="cell", lead="lead"), setting.theme.deck.type

    def texts(say: Say, size: float) -> list[tuple[Paragraph, ...]]:
        return [entry(s, size, look, say=say) for s in statements]

    return "two_columns", *cells(setting, texts, count, most=deck.statement)


def says_line(slide: Slide) -> bool:
    """Tell whether a slide says its section's bottom line."""
    return any(isinstance(s, TextBox) and s.name == LINE for s in slide.shapes)


class Columns(Value, frozen=True, kw_only=True):
    """The columns of leads and of texts."""

    left: Box
    right: Box
    using: Ruler

    def pair(self, statement: Statement, say: Say, size: float) -> tuple[Paragraph, Paragraph]:
        """Return a statement's lead and its text."""
        lead = Span(text=statement.lead or "", strong=True)
        return (
            Paragraph(spans=(lead,), size=size, colour="lead"),
            Paragraph(spans=say(statement), size=size),
        )

    def tall(self, statement: Statement, say: Say, size: float) -> float:
        """Return the height of a row: its taller side and the space above and below."""
        lead, body = self.pair(statement, say, size)
        sides = height((lead,), self.using, self.left.w), height((body,), self.using, self.right.w)
        return max(sides) + 2 * ROW_PAD

    def needed(self, statements: tuple[Statement, ...], say: Say, size: float) -> float:
        """Return the height of all rows."""
        return sum(self.tall(s, say, size) for s in statements)


def _led(setting: Setting, statements: tuple[Statement, ...], line: str | None) -> Made:
    """Return rows over the whole height: the lead in the left column, the text in the right one."""
    left, right = setting.box("statement_chart", "text"), setting.box("statement_chart", "chart_head")
    deck = setting.theme.deck.type
    most = deck.statement if len(statements) < ROWS else deck.body
    columns = Columns(left=left, right=right, using=setting.using)
    whole = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    room = whole.h
    last: tuple[Shape, ...] = ()
    if line and len(statements) < ROWS:
        panel, used = _conclusion(setting, line, whole)
        if columns.needed(statements, short, most) <= whole.h - used:
            room, last = whole.h - used, panel
    found = form(setting, partial(columns.needed, statements), room, most=most)
    natural = [columns.tall(s, found.say, found.size) for s in statements]
    equal = room / len(statements)
    spread = max(0.0, room - found.need) / len(statements)
    heights = [equal] * len(natural) if max(natural) <= equal else [t + spread for t in natural]
    pairs = [columns.pair(s, found.say, found.size) for s in statements]
    shapes = ruled(setting, columns, pairs, heights)
    problems = () if found.fits else (Problem(where="statements", needed=found.need, there=room),)
    return "statements", (*shapes, *last), problems


def ruled(
    setting: Setting, columns: Columns, pairs: Sequence[tuple[Paragraph, Paragraph]], heights: Sequence[float]
) -> tuple[Shape, ...]:
    """Return rows under rules, the first of them heavier: what leads in the left column, what follows in the right."""
    left, right = columns.left, columns.right
    shapes: list[Shape] = []
    y = left.y
    for n, (pair, tall) in enumerate(zip(pairs, heights, strict=True), 1):
        line = Box(x=left.x, y=y, w=right.right - left.x, h=0.0)
        colour, width = ("lead", FIRST_RULE) if n == 1 else ("hair", HAIR)
        shapes.append(Rule(name=f"Row rule {n}", box=line, colour=colour, width=width))
        for slot, column, paragraph in zip(("lead", "text"), (left, right), pair, strict=True):
            wide = tidy((paragraph,), setting.using, column.w)
            place = Box(x=column.x, y=y + ROW_PAD, w=wide, h=tall - 2 * ROW_PAD)
            shapes.append(TextBox(slot=f"{slot} {n}", name=f"{slot.title()} {n}", box=place, paragraphs=(paragraph,)))
        y += tall
    return tuple(shapes)


def _conclusion(setting: Setting, text: str, box: Box) -> tuple[tuple[Shape, ...], float]:
    """Return a section's bottom line in a panel at a box's foot, and the height that it takes from the box."""
    paragraph = Paragraph(spans=(Span(text=text),), size=setting.theme.deck.type.body)
    room = inside(setting, box)
    tall = height((paragraph,), setting.using, room.w) + 2 * (room.y - box.y)
    place = replace(box, y=box.bottom - tall, h=tall)
    within = inside(setting, place)
    within = replace(within, w=tidy((paragraph,), setting.using, within.w))
    body = TextBox(slot="conclusion", name=LINE, box=within, paragraphs=(paragraph,))
    return (Panel(name="Panel", box=place, colour="panel"), body), tall + ROW_PAD


def _stacked(setting: Setting, statements: tuple[Statement, ...], line: str | None) -> Made:
    """Return one or two statements large over the whole width, and the section's bottom line below them."""
    left, right = setting.box("two_columns", "left"), setting.box("two_columns", "right")
    room = Box(x=left.x, y=left.y, w=right.right - left.x, h=left.h)
    last: tuple[Shape, ...] = ()
    if line:
        last, used = _conclusion(setting, line, room)
        room = replace(room, h=room.h - used)
    said = "".join(s.text for one in statements for s in full(one))
    face = face_for(setting.using, "head", said)
    look = Look(slot="text", lead="lead", ruled_first=True, face=face, spread=room.h / len(statements))
    most = round(2 * LARGER[len(statements)] * setting.theme.deck.type.headline) / 2
    laid = rows(setting, statements, room, look, where="Statement", most=most, filling=True)
    return "statements", (*laid.shapes, *last), laid.problems


def _beside(setting: Setting, statements: tuple[Statement, ...], line: str | None) -> Made:
    """Return one thought large in the left column, the statements that follow as a list in the right one.

    The thought is the section's bottom line where the list has room for all statements, else the first of them.
    """
    left, right = setting.box("statement_chart", "text"), setting.box("statement_chart", "chart_head")
    deck = setting.theme.deck.type
    paragraphs: tuple[Paragraph, ...]
    if line and len(statements) < CAPACITY:
        size = next((s for s in steps(deck.statement, deck.body) if _short(setting, line, s, left.w)), deck.body)
        name, paragraphs, listed = LINE, (large(setting, (Span(text=line),), size),), statements
    else:
        first, listed = statements[0], statements[1:]
        name, paragraphs = "Statement", (large(setting, short(first), deck.statement),)
        if first.lead:
            lead = replace(paragraphs[0], spans=(Span(text=first.lead, strong=True),))
            paragraphs = (lead, replace(paragraphs[0], spans=short(first), colour="ink"))
    need = height(paragraphs, setting.using, left.w)
    problems = () if need <= left.h else (Problem(where=name, needed=need, there=left.h),)
    place = replace(left, w=tidy(paragraphs, setting.using, left.w))
    thought = TextBox(slot="lead 1", name=name, box=place, paragraphs=paragraphs)
    box = Box(x=right.x, y=left.y, w=right.w, h=left.h)
    look = Look(slot="text", ruled_first=True)
    most = deck.statement if len(listed) < ROWS else deck.body
    laid = rows(setting, listed, box, look, where="Listed", most=most, filling=True)
    return "statements", (thought, *laid.shapes), (*problems, *laid.problems)


def _short(setting: Setting, text: str, size: float, width: float) -> bool:
    return lines(large(setting, (Span(text=text),), size), setting.using, width) <= THOUGHT_LINES
