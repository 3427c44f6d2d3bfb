"""The whole brief on one slide: bottom line, a figure or the outlook, the first judgements; the rest is spoken."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.model.document import BottomLine, FigureBlock, KeyJudgements, Outlook, Statement

from .boxes import Box
from .deck import Paragraph, Problem, Shape, TextBox
from .frame import Contents, Planned, Setting, headline, planned
from .measure import face_for, height, steps, tidy
from .opening import judgement_rows
from .panels import Labelled, ground, inside, label, labelled
from .small import small_picture
from .words import Spans, full, in_furniture, joined, remarks, short

JUDGEMENTS = 4


def one_slide(
    setting: Setting,
    bottom: BottomLine | None,
    judgements: KeyJudgements | None,
    outlook: Outlook | None,
    figures: tuple[FigureBlock, ...],
    rest: tuple[Statement, ...],
) -> Planned:
    """Return the single slide; judgements beyond the fourth and all else that has no room stand in its notes.

    Without judgements the first statements take their place.
    """
    document = setting.document
    head, problems = headline(setting, document.title)
    picture = next((p for f in figures if (p := small_picture(setting, f))), None)
    if figures and not picture:
        room = setting.box("one_slide", "figure_or_outlook").h
        tall = min(setting.sketches[f.figure.words.id].least for f in figures)
        problems += (Problem(where=f"figure {figures[0].figure.words.id}", needed=tall, there=room),)
    left: tuple[Shape, ...] = ()
    drawn = picture.shapes if picture else ()  # read after all text
    told = picture is None  # the outlook stands below the bottom line
    if picture and bottom:
        made = _panel(setting, bottom, setting.box("one_slide", "bottom_line"))
        left, problems = made.shapes, (*problems, *made.problems)
    elif bottom and outlook:
        made = _shared(setting, bottom, outlook)
        if made.problems and setting.theme.house:  # a house's layout may have no room for both: one is spoken only
            made, told = _panel(setting, bottom, setting.box("summary", "panel")), False
        left, problems = made.shapes, (*problems, *made.problems)
    elif bottom:
        made = _panel(setting, bottom, setting.box("summary", "panel"))
        left, problems = made.shapes, (*problems, *made.problems)
    statements = judgements.statements if judgements else rest[:JUDGEMENTS]
    rest = rest if judgements else rest[JUDGEMENTS:]
    count = min(JUDGEMENTS, len(statements))
    laid = judgement_rows(setting, statements[:count], setting.box("one_slide", "list"))
    if laid.problems and count == JUDGEMENTS:
        count -= 1
        laid = judgement_rows(setting, statements[:count], setting.box("one_slide", "list"))
    shown = ((bottom.statement,) if bottom else ()) + statements[:count]
    if outlook and bottom and told:
        shown += outlook.statements
    elif outlook:
        rest = (*outlook.statements, *rest)
    contents = Contents(
        section=document.short_title,
        shown=shown,
        spoken=(*statements[count:], *rest),
        words=picture.words if picture else None,
        notes=picture.notes if picture else (),
        remarks=joined(
            (
                remarks(document, picture.remarks if picture else f"{document.as_of}."),
                in_furniture(document, document.review),
            )
        ),
        source_lines=picture.source_lines if picture else 2,
    )
    return planned(setting, "one_slide", head, (*left, *laid.shapes, *drawn), contents, (*problems, *laid.problems))


def _panel(setting: Setting, bottom: BottomLine, box: Box) -> Labelled:
    """Return the bottom line in its panel, in full where the type stays large."""
    texts = ((full(bottom.statement), setting.theme.deck.type.body), (short(bottom.statement), 0.0))
    made = labelled(setting, setting.document.labels.bottom_line, texts, inside(setting, box))
    return replace(made, shapes=(*ground(box), *made.shapes))


def _shared(setting: Setting, bottom: BottomLine, outlook: Outlook) -> Labelled:
    """Return bottom line and outlook one below the other; the panel is as tall as its text, the outlook has the rest.

    The bottom line stays the strongest: the outlook is cut before it is set smaller than the judgements.
    """
    labels, deck, using = setting.document.labels, setting.theme.deck.type, setting.using
    column = setting.box("summary", "panel")
    text = short(bottom.statement)
    face = face_for(using, "head", bottom.statement.short)
    room = inside(setting, column)
    head, below = label(setting, labels.bottom_line, room)
    sizes = steps(deck.statement - 2, deck.body), steps(deck.body - 1, deck.body_min)
    trials = [(size, said) for some in sizes for said in _outlooks(outlook) for size in some]
    found: Labelled | None = None
    for size, said in trials:
        paragraph = Paragraph(spans=text, size=size, face=face)
        tall = height((paragraph,), using, below.w)
        panel = replace(column, h=below.y - column.y + tall + room.y - column.y)
        gap = room.y - column.y
        lower = Box(x=column.x, y=panel.bottom + gap, w=column.w, h=column.bottom - panel.bottom - gap)
        made = labelled(
            setting,
            labels.outlook,
            ((said, 0.0),),
            lower,
            slots=("label 2", "statement 2"),
            most=deck.body,
            face="body",
        )
        body = TextBox(
            slot="statement",
            name=f"{labels.bottom_line}, text",
            box=replace(below, w=tidy((paragraph,), using, below.w), h=tall),
            paragraphs=(paragraph,),
        )
        found = replace(made, shapes=(*ground(panel), head, body, *made.shapes))
        if not made.problems:
            break
    assert found is not None, "there is at least one trial"
    return found


def _outlooks(outlook: Outlook) -> Sequence[Spans]:
    """Return how the outlook may be said, best first: in full, in short texts, in fewer of them."""
    statements = outlook.statements
    fewer = [joined(short(s) for s in statements[:n]) for n in range(len(statements), 0, -1)]
    return [joined(full(s) for s in statements), *fewer]
