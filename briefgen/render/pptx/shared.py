"""Slides that several points share: a cell for each, or a panel for one beside the other."""

import re

from msgspec.structs import replace

from briefgen.model.document import Heading, Statement
from briefgen.typeset.furniture import lead_in

from .boxes import Box
from .deck import Paragraph, Problem, Shape, Span, TextBox
from .forms import Say
from .frame import Contents, Planned, Setting, headline, planned
from .grid import cells, parted
from .lists import Look, entry, rows
from .measure import set_in, steps, tidy
from .panels import inside
from .parted import Left
from .words import Spans, full, joined, sentence

GAP = 6.0
SHORT_END = re.compile(r" (?=\S{1,5}$)")
"""The space before a short last word, which does not stand alone on a line of a narrow column."""


def shared(setting: Setting, title: str | None, points: tuple[Left, ...], heading: Heading | None) -> Planned:
    """Return the slide of several points under a title, else under the headline of the first of them."""
    first = points[0]
    head, problems = headline(setting, title or sentence(first.headline))
    look = Look(slot="cell", lead="lead")

    def texts(say: Say, size: float) -> list[tuple[Paragraph, ...]]:
        found = [point_cell(p, say, size) for p in points]
        if not title:
            found[0] = parted([entry(s, size, look, say=say) for s in first.statements], GAP)
        return found

    shapes, trouble = cells(setting, texts, len(points), most=setting.theme.deck.type.statement)
    shown = tuple(s for p in points for s in p.statements)
    contents = Contents(heading=heading, shown=shown)
    return planned(setting, "two_columns", head, shapes, contents, (*problems, *trouble))


def hosted(
    setting: Setting, statements: tuple[Statement, ...], guest: Left
) -> tuple[str, tuple[Shape, ...], tuple[Problem, ...]]:
    """Return a point's statements as a list, and beside it the one statement of another point in a panel."""
    box, side = setting.box("map_takeaways", "map"), setting.box("map_takeaways", "takeaways")
    panel = Box(x=side.x, y=box.y, w=side.w, h=side.bottom - box.y)
    deck = setting.theme.deck.type
    look = Look(slot="text", lead="lead", ruled_first=True)
    laid = rows(
        setting, statements, replace(box, h=panel.h), look, where="Statement", most=deck.statement, filling=True
    )
    room = inside(setting, panel)

    def texts(size: float) -> tuple[Paragraph, ...]:
        return point_cell(guest, full, size)

    paragraphs, need, fits = set_in(steps(deck.agenda, deck.body_min), texts, setting.using, room.w, room.h)
    place = replace(room, w=tidy(paragraphs, setting.using, room.w))
    body = TextBox(slot="aside", name="Beside", box=place, paragraphs=paragraphs)
    problems = () if fits else (Problem(where="panel", needed=need, there=room.h),)
    return "aside", (*laid.shapes, body), (*laid.problems, *problems)


def point_cell(point: Left, say: Say, size: float) -> tuple[Paragraph, ...]:
    """Return a point's headline in bold, and each of its statements as a paragraph, its lead before it."""
    over = SHORT_END.sub("\u00a0", sentence(point.headline))
    top = Paragraph(spans=(Span(text=over, strong=True),), size=size, colour="lead")
    return parted([(top,), *((Paragraph(spans=_said(s, say), size=size),) for s in point.statements)], GAP)


def _said(statement: Statement, say: Say) -> Spans:
    lead = ((Span(text=lead_in(statement.lead), strong=True),),) if statement.lead else ()
    return joined((*lead, say(statement)))
