"""The slides that open a deck or a section: title, summary, agenda, dividers."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from briefgen.model.document import (
    BottomLine,
    Heading,
    KeyJudgements,
    Statement,
)
from briefgen.typeset import fonts

from .boxes import Box
from .deck import HAIR, TITLE_LEADING, Paragraph, Problem, Rule, Shape, Span, TextBox
from .frame import METHOD, Contents, Planned, Setting, headline, planned, section_anchor, title_text
from .grid import GUTTER
from .kept import kept
from .lists import Laid, Look, rows
from .manner import manner
from .measure import (
    BASELINE,
    PITCH,
    SLACK,
    Ruler,
    by_sense,
    face_for,
    height,
    largest,
    lines,
    steps,
    tidy,
)
from .panels import inside, labelled
from .words import full, in_furniture, joined, sentence, short

TITLE_LEAST = 32.0
DIVIDER_LEAST = 24.0
DISPLAY_LINES = 3
COLUMN_MOST = 5
"""Sections that an agenda lists in one column."""
AGENDA_PAD = 8.0
LINE_GAP = 3.0


@kept
def title(setting: Setting) -> Planned:
    """Return the title slide: publisher, the finding, subtitle, date, whose report it is and who reviewed it."""
    document, deck = setting.document, setting.theme.deck.type
    head, problems = display(setting, "title", document.title)
    publisher = setting.box("title", "publisher")
    line: tuple[Span, ...] = (Span(text=document.issuer, strong=True),)
    if document.issuer_line:
        line = (*line, Span(text=f"   {document.issuer_line}", colour="pale"))
    shapes: list[Shape] = [
        TextBox(
            slot="publisher",
            name="Publisher",
            box=publisher,
            paragraphs=(Paragraph(spans=line, size=deck.label, colour="on_ground"),),
        )
    ]
    if document.subtitle:
        paragraph = Paragraph(spans=(Span(text=document.subtitle),), size=deck.subtitle, colour="pale")
        box = setting.box("title", "subtitle")
        box = replace(box, w=by_sense(paragraph, setting.using, box.w))
        shapes.append(TextBox(slot="subtitle", name="Subtitle", box=box, paragraphs=(paragraph,)))
    said = [document.as_of, ", ".join(p for p in (document.author_line, _series(setting)) if p), document.review]
    shapes.append(_dated(setting, said))
    mark = setting.box("all", "marking_top")
    also = tuple((Span(text=f"{sentence(text)}."),) for text in (document.title, document.subtitle) if text)
    contents = Contents(
        also=(*also, joined(in_furniture(document, f"{sentence(text)}.") for text in said if text)),
        running=False,
        sourced=False,
        marking_top=replace(mark, y=publisher.y),
    )
    return planned(setting, "title", head, tuple(shapes), contents, (*problems, *_outside(setting, shapes)))


def _dated(setting: Setting, said: list[str]) -> TextBox:
    """Return the lines on date, report and review; where they are too long, the report's series stays in the notes."""
    document, box = setting.document, setting.box("title", "date")
    for texts in (said, [said[0], document.author_line, said[2]]):
        words = (in_furniture(document, text) for text in texts if text)
        dated = tuple(Paragraph(spans=one, size=setting.theme.deck.type.label, colour="pale") for one in words)
        if height(dated, setting.using, box.w) <= box.h + SLACK:
            break
    return TextBox(slot="date", name="Date", box=box, paragraphs=dated, leads=METHOD)


def _outside(setting: Setting, shapes: list[Shape]) -> tuple[Problem, ...]:
    """Return the lines of the title slide that do not fit their boxes."""
    found = []
    for shape in shapes:
        if isinstance(shape, TextBox):
            need = height(shape.paragraphs, setting.using, shape.box.w)
            if need > shape.box.h + SLACK:
                found.append(Problem(where=shape.name.lower(), needed=need, there=shape.box.h))
    return tuple(found)


def _series(setting: Setting) -> str:
    """Return the series of the report: the report's line without the authors, whom the line before it names."""
    parts = setting.document.report_line.split(", ")
    named = (n for n in range(len(parts), 0, -1) if setting.document.author_line.endswith(", ".join(parts[:n])))
    return ", ".join(parts[next(named, 0) :])


def display(setting: Setting, layout: str, text: str) -> tuple[TextBox, tuple[Problem, ...]]:
    """Return the title of a slide on coloured ground, at the largest size that its box holds."""
    deck = setting.theme.deck.type
    most, least = (deck.title, TITLE_LEAST) if layout == "title" else (deck.divider, DIVIDER_LEAST)
    box, face = setting.box(layout, "title"), face_for(setting.using, "head", text)
    least = min(least, box.h / (DISPLAY_LINES * PITCH * TITLE_LEADING))  # a house's box may be low
    for size in steps(most, min(most, least)):
        paragraph = replace(title_text((Span(text=text),), size, face), colour="on_ground")
        need = height((paragraph,), setting.using, box.w)
        if need <= box.h and lines(paragraph, setting.using, box.w) <= DISPLAY_LINES:
            break
    problems = () if need <= box.h else (Problem(where=f"title “{text}”", needed=need, there=box.h),)
    wide = by_sense(paragraph, setting.using, box.w)
    place = replace(box, w=wide)
    return TextBox(slot="title", name="Headline", box=place, paragraphs=(paragraph,)), problems


@kept
def summary(setting: Setting, bottom: BottomLine | None, judgements: KeyJudgements | None) -> Planned:
    """Return the slide that must survive being the only one sent: bottom line and key judgements."""
    document, labels = setting.document, setting.document.labels
    shown = judgements.statements if judgements else ()
    head, problems = headline(setting, in_furniture(document, labels.key_judgements))
    shapes: list[Shape] = []
    if bottom:
        room = inside(setting, setting.box("summary", "panel"))
        texts = ((full(bottom.statement), setting.theme.deck.type.body), (short(bottom.statement), 0.0))
        panel = labelled(setting, labels.bottom_line, texts, room)
        shapes += panel.shapes
        problems += panel.problems
        asserted, trouble = headline(setting, bottom.headline or sentence(bottom.statement.short))
        if not trouble and (bottom.headline or panel.said == texts[0][0]):
            head = asserted
    laid = judgement_rows(setting, shown, setting.box("summary", "list"))
    said = ((bottom.statement,) if bottom else ()) + shown
    contents = Contents(section=document.short_title, shown=said)
    return planned(setting, "summary", head, (*shapes, *laid.shapes), contents, (*problems, *laid.problems))


def judgement_rows(setting: Setting, statements: tuple[Statement, ...], box: Box) -> Laid:
    """Return key judgements as a numbered list."""
    look = Look(slot="item", hang=setting.box("summary", "numbers").w, spread=box.h / max(1, len(statements)))
    label = setting.document.labels.key_judgements
    return rows(setting, statements, box, look, where=label, filling=True)


@kept
def agenda(setting: Setting, headings: tuple[Heading, ...]) -> Planned:
    """Return the sections by number and headline, in two columns where they are many, with their bottom lines.

    The lines are left out where they would have no room: each stands on its section's own slides.
    """
    labels, deck, using = setting.document.labels, setting.theme.deck.type, setting.using
    head, problems = headline(setting, in_furniture(setting.document, labels.agenda))
    box, hang = setting.box("agenda", "list"), setting.box("agenda", "numbers").w
    across = 1 if len(headings) <= COLUMN_MOST else 2
    down = -(-len(headings) // across)
    wide = (setting.box("all", "headline").w - (across - 1) * GUTTER) / across
    tall = box.h / down

    def texts(lined: bool, size: float) -> list[tuple[Paragraph, ...]]:
        below = max(deck.body_min, round(2 * size * deck.table / deck.agenda) / 2)
        return [_section(h, n, size, below if lined else None, hang) for n, h in enumerate(headings, 1)]

    for lined in (True, False):
        most = deck.headline if len(headings) <= COLUMN_MOST / 2 else deck.statement
        sizes = steps(most if lined else deck.agenda, deck.body_min)
        needed = partial(_tallest, using, wide, partial(texts, lined))
        size, need, fits = largest(sizes, needed, tall - 2 * AGENDA_PAD)
        if fits:
            break
    problems += () if fits else (Problem(where="agenda", needed=need, there=tall - 2 * AGENDA_PAD),)
    shapes: list[Shape] = []
    for n, text in enumerate(texts(lined, size)):
        x, y = box.x + n // down * (wide + GUTTER), box.y + n % down * tall
        if n % down:
            line = Box(x=x + hang, y=y, w=wide - hang, h=0.0)
            shapes.append(Rule(name=f"Hairline {n}", box=line, colour="hair", width=HAIR))
        narrow = by_sense(text[0], using, wide) if len(text) == 1 else tidy(text, using, wide)
        place = Box(x=x, y=y + AGENDA_PAD, w=narrow, h=tall - 2 * AGENDA_PAD)
        shapes.append(
            TextBox(
                slot=f"item {n + 1}",
                name=f"Section {n + 1}",
                box=place,
                paragraphs=text,
                leads=section_anchor(headings[n]),
            )
        )
    also = tuple((Span(text=f"{h.number or n}. {_told(h)}"),) for n, h in enumerate(headings, 1))
    contents = Contents(sourced=False, also=also)
    return planned(setting, "agenda", head, tuple(shapes), contents, problems)


def _section(heading: Heading, n: int, size: float, below: float | None, hang: float) -> tuple[Paragraph, ...]:
    """Return a section's headline under its number, and its bottom line where a size is given for it."""
    over = Span(text=heading.headline, strong=True)
    found = [Paragraph(spans=(over,), size=size, hang=hang, number=heading.number or n)]
    if heading.bottom_line and below:
        line = Span(text=heading.bottom_line)
        found.append(Paragraph(spans=(line,), size=below, colour="mute", hang=hang, before=LINE_GAP))
    return tuple(found)


def _told(heading: Heading) -> str:
    """Return a section's headline and bottom line as they are said."""
    return " ".join(p for p in (f"{sentence(heading.headline)}.", heading.bottom_line) if p)


def _tallest(using: Ruler, width: float, texts: Callable[[float], list[tuple[Paragraph, ...]]], size: float) -> float:
    return max(height(text, using, width) for text in texts(size))


def _rise(setting: Setting, size: float, leading: float = 1.0) -> float:
    """Return how far capitals stand below the top of their first line; a tighter line is cut at its top."""
    return size * (BASELINE - PITCH * (1 - leading) - fonts.metrics(setting.using.head.bold).cap_height)


@kept
def divider(setting: Setting, heading: Heading) -> Planned:
    """Return a section's opening: its number, headline and bottom line on coloured ground."""
    deck = setting.theme.deck.type
    head, problems = display(setting, "divider", heading.headline)
    said = Span(text=str(heading.number or ""), strong=manner(setting.theme).strong)
    number = Paragraph(spans=(said,), size=deck.numeral, face="head", colour="numeral")
    shapes: list[Shape] = []
    if heading.number:
        box = setting.box("divider", "number")
        tall = height((number,), setting.using, box.w)
        # the figure's top stands level with the title's capitals
        said_at = head.paragraphs[0].size
        place = replace(
            box, y=head.box.y - _rise(setting, deck.numeral) + _rise(setting, said_at, TITLE_LEADING), h=tall
        )
        shapes.append(TextBox(slot="number", name="Section number", box=place, paragraphs=(number,)))
    if heading.bottom_line:
        line = Paragraph(spans=(Span(text=heading.bottom_line),), size=deck.body, colour="pale")
        shapes.append(TextBox(slot="line", name="Bottom line", box=setting.box("divider", "line"), paragraphs=(line,)))
    contents = Contents(section=heading.headline, sourced=False, also=((Span(text=_told(heading)),),))
    return planned(setting, "divider", head, tuple(shapes), contents, problems)
