"""The slide that closes a deck: the outlook, and beside it what to watch or how the brief was made."""

from functools import partial

from msgspec.structs import replace

from briefgen.model.document import Outlook, Statement, Watch

from .bound import bind
from .deck import Paragraph, Problem, Shape, Span, TextBox
from .frame import Contents, Planned, Setting, headline, planned
from .lists import Look, rows
from .measure import Ruler, face_for, set_in, steps, tidy
from .panels import inside, label, labelled
from .words import Spans, full, in_furniture, joined, sentence, short

PARAGRAPH_GAP = 9.0
LABEL_EXTRA = 4.0


def closing(
    setting: Setting,
    outlook: Outlook,
    watch: Watch | None,
    colophon: Spans,
    title: str | None,
) -> Planned:
    """Return the closing slide under `title`, else the outlook's headline, else its shortest sentence."""
    labels = setting.document.labels
    shortest = min((s.short for s in outlook.statements), key=len)
    over = title or outlook.headline or sentence(shortest)
    label_first = () if title or outlook.headline else (Span(text=bind(f"{labels.outlook}: ", labels.language)),)
    head, problems = headline(setting, (*in_furniture(setting.document, label_first), Span(text=over)))
    said, trouble = _outlook(setting, outlook.statements)
    problems += trouble
    room = inside(setting, setting.box("closing", "panel"))
    panel: tuple[Shape, ...]
    if watch:
        title_box, below = label(setting, labels.watch, room)
        below = replace(below, y=below.y + LABEL_EXTRA, h=below.h - LABEL_EXTRA)
        look = Look(slot="item", ruled_first=True)
        laid = rows(setting, watch.statements, below, look, where=labels.watch)
        panel, trouble = (title_box, *laid.shapes), laid.problems
    else:
        drawn = in_furniture(setting.document, colophon)
        texts = ((joined((drawn, in_furniture(setting.document, labels.hedges))), 0.0), (drawn, 0.0))
        made = labelled(
            setting,
            labels.sources,
            texts,
            room,
            slots=("label", "item 1"),
            most=setting.theme.deck.type.body,
            face="body",
        )
        panel, trouble = (made.shapes, made.problems) if colophon else ((), ())
    shown = outlook.statements + (watch.statements if watch else ())
    contents = Contents(section=labels.outlook, shown=shown)
    return planned(setting, "closing", head, (said, *panel), contents, (*problems, *trouble))


def _outlook(setting: Setting, statements: tuple[Statement, ...]) -> tuple[TextBox, tuple[Problem, ...]]:
    """Return the outlook in statement type, a paragraph each, in full where the type stays large."""
    box, deck, using = setting.box("closing", "text"), setting.theme.deck.type, setting.using
    for say, least in ((full, deck.table), (short, deck.body_min)):
        paragraphs, need, fits = set_in(
            steps(deck.statement, max(least, deck.body_min)),
            partial(_said, using, [say(s) for s in statements]),
            using,
            box.w,
            box.h,
        )
        if fits:
            break
    problems = () if fits else (Problem(where=setting.document.labels.outlook, needed=need, there=box.h),)
    place = replace(box, w=tidy(paragraphs, using, box.w))
    return TextBox(slot="statement", name="Outlook", box=place, paragraphs=paragraphs), problems


def _said(using: Ruler, texts: list[Spans], size: float) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            spans=text,
            size=size,
            face=face_for(using, "head", "".join(s.text for s in text)),
            before=PARAGRAPH_GAP if n else 0.0,
        )
        for n, text in enumerate(texts)
    )
