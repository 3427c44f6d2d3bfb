"""The slides that open a deck or a section: title, summary, agenda, dividers."""

from msgspec.structs import replace

from briefgen.model.document import (
    BottomLine,
    Heading,
    KeyJudgements,
    Statement,
)
from briefgen.typeset import fonts

from .deck import HAIR, Box, Paragraph, Problem, Rule, Shape, Span, TextBox
from .frame import Contents, Planned, Setting, headline, planned, title_text
from .lists import Laid, Look, rows
from .measure import SLACK, face_for, height, lines, steps, without_orphan
from .panels import inside, labelled
from .words import full, sentence, short

PUBLISHER = 14.0
SUBTITLE = 22.0
DIVIDER_NUMBER = 200.0
DIVIDER_TITLE = 38.0
AGENDA = 22.0
TITLE_LEAST = 32.0
FULL_TEXT_LEAST = 20.0
"""A bottom line is set in full only at this size or more; below it the short text says it better."""


def title(setting: Setting) -> Planned:
    """Return the title slide: publisher, the finding, subtitle, date, whose report it is and who reviewed it."""
    document, deck = setting.document, setting.theme.deck.type
    head, problems = _display(setting, "title", "title", document.title, deck.title, TITLE_LEAST)
    publisher = setting.box("title", "publisher")
    line: tuple[Span, ...] = (Span(text=document.issuer, strong=True),)
    if document.issuer_line:
        line = (*line, Span(text=f"   {document.issuer_line}", colour="mute"))
    shapes: list[Shape] = [
        TextBox(
            slot="publisher",
            name="Publisher",
            box=publisher,
            paragraphs=(Paragraph(spans=line, size=PUBLISHER),),
        )
    ]
    if document.subtitle:
        paragraph = Paragraph(spans=(Span(text=document.subtitle),), size=SUBTITLE, colour="mute")
        box = setting.box("title", "subtitle")
        box = replace(box, w=without_orphan(paragraph, setting.using, box.w))
        shapes.append(TextBox(slot="subtitle", name="Subtitle", box=box, paragraphs=(paragraph,)))
    said = [document.as_of, ", ".join(p for p in (document.author_line, _series(setting)) if p), document.review]
    dated = tuple(Paragraph(spans=(Span(text=text),), size=PUBLISHER, colour="mute") for text in said if text)
    shapes.append(TextBox(slot="date", name="Date", box=setting.box("title", "date"), paragraphs=dated))
    mark = setting.box("all", "marking_top")
    contents = Contents(
        section=document.short_title,
        running=False,
        sourced=False,
        marking_top=replace(mark, y=publisher.y),
    )
    return planned(setting, "title", head, tuple(shapes), contents, (*problems, *_outside(setting, shapes)))


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


def _display(
    setting: Setting, layout: str, slot: str, text: str, most: float, least: float
) -> tuple[TextBox, tuple[Problem, ...]]:
    """Return a title in large type, at the largest size that its box holds."""
    box, face = setting.box(layout, slot), face_for(setting.using, "head", text)
    for size in steps(most, min(most, least)):
        paragraph = title_text(text, size, face)
        need = height((paragraph,), setting.using, box.w)
        if need <= box.h and lines(paragraph, setting.using, box.w) <= 3:
            break
    problems = () if need <= box.h else (Problem(where=f"title “{text}”", needed=need, there=box.h),)
    wide = without_orphan(paragraph, setting.using, box.w)
    place = replace(box, w=wide)
    return TextBox(slot="title", name="Headline", box=place, paragraphs=(paragraph,)), problems


def summary(setting: Setting, bottom: BottomLine | None, judgements: KeyJudgements | None) -> Planned:
    """Return the slide that must survive being the only one sent: bottom line and key judgements."""
    document, labels = setting.document, setting.document.labels
    shown = judgements.statements if judgements else ()
    head, problems = headline(setting, labels.key_judgements)
    shapes: list[Shape] = []
    if bottom:
        room = inside(setting, setting.box("summary", "panel"))
        texts = ((full(bottom.statement), FULL_TEXT_LEAST), (short(bottom.statement), 0.0))
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
    look = Look(slot="item", hang=setting.box("summary", "numbers").w)
    label = setting.document.labels.key_judgements
    return rows(statements, box, look, setting.theme, setting.using, where=label)


def agenda(setting: Setting, headings: tuple[Heading, ...]) -> Planned:
    """Return the sections by number, headline and bottom line."""
    head, problems = headline(setting, setting.document.subtitle or setting.document.short_title)
    if problems:
        head, problems = headline(setting, setting.document.short_title)
    box, hang = setting.box("agenda", "list"), setting.box("agenda", "numbers").w
    wide = replace(box, w=setting.box("all", "headline").w)
    deck = setting.theme.deck.type
    tall = wide.h / max(1, len(headings))
    shapes: list[Shape] = []
    for n, heading in enumerate(headings):
        y = wide.y + n * tall
        if n:
            line = Box(x=wide.x + hang, y=y, w=wide.w - hang, h=0.0)
            shapes.append(Rule(name=f"Hairline {n}", box=line, colour="hair", width=HAIR))
        text = [
            Paragraph(
                spans=(Span(text=heading.headline, strong=True),),
                size=AGENDA,
                hang=hang,
                number=heading.number or n + 1,
            )
        ]
        if heading.bottom_line:
            below = Span(text=heading.bottom_line)
            text.append(Paragraph(spans=(below,), size=deck.table, colour="mute", hang=hang))
        need = height(text, setting.using, wide.w)
        place = Box(x=wide.x, y=y + 8.0, w=wide.w, h=tall - 16.0)
        shapes.append(TextBox(slot=f"item {n + 1}", name=f"Section {n + 1}", box=place, paragraphs=tuple(text)))
        if need > place.h:
            problems += (Problem(where=f"agenda, {heading.headline}", needed=need, there=place.h),)
    contents = Contents(section=setting.document.short_title, sourced=False)
    return planned(setting, "agenda", head, tuple(shapes), contents, problems)


def _rise(setting: Setting, size: float) -> float:
    """Return how far capitals stand below the top of their line."""
    m = fonts.metrics(setting.using.head.regular)
    return size * (m.win_ascent - m.cap_height)


def divider(setting: Setting, heading: Heading) -> Planned:
    """Return a section's opening: its number, headline and bottom line on tinted ground."""
    head, problems = _display(setting, "divider", "title", heading.headline, DIVIDER_TITLE, 28.0)
    number = Paragraph(spans=(Span(text=str(heading.number or "")),), size=DIVIDER_NUMBER, face="head", colour="accent")
    shapes: list[Shape] = []
    if heading.number:
        box = setting.box("divider", "number")
        tall = height((number,), setting.using, box.w)
        # the figure's top stands level with the title's capitals
        place = replace(box, y=head.box.y - _rise(setting, DIVIDER_NUMBER) + _rise(setting, DIVIDER_TITLE), h=tall)
        shapes.append(TextBox(slot="number", name="Section number", box=place, paragraphs=(number,)))
    if heading.bottom_line:
        line = Paragraph(spans=(Span(text=heading.bottom_line),), size=setting.theme.deck.type.body, colour="mute")
        shapes.append(TextBox(slot="line", name="Bottom line", box=setting.box("divider", "line"), paragraphs=(line,)))
    contents = Contents(section=heading.headline, sourced=False)
    return planned(setting, "divider", head, tuple(shapes), contents, problems)
