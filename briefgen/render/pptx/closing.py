"""The slide that closes a deck: the outlook, and beside it what to watch or how the brief was made."""

from functools import partial
from itertools import product

from msgspec.structs import replace

from briefgen.model.document import Outlook, Statement, Watch
from briefgen.typeset.furniture import behind_colon

from .bound import bind
from .boxes import Box
from .deck import Paragraph, Problem, Shape, Span, TextBox
from .frame import Contents, Planned, Setting, headline, planned
from .kept import kept
from .lists import Look, rows
from .measure import Ruler, face_for, set_in, steps, tidy
from .panels import inside, label
from .words import Spans, full, in_furniture, joined, sentence, short
from .works import FEW, entries, most_cited

PARAGRAPH_GAP = 9.0
LABEL_EXTRA = 4.0


@kept
def closing(
    setting: Setting,
    outlook: Outlook,
    watch: Watch | None,
    colophon: Spans,
    title: str | None,
) -> Planned:
    """Return the closing slide under `title`, else the outlook's headline, else its shortest sentence.

    Where that sentence is all that the outlook says, the word outlook stands over it.
    """
    labels = setting.document.labels
    shortest = min((s.short for s in outlook.statements), key=len)
    over = title or outlook.headline
    if over:
        words: Spans = (Span(text=over),)
    elif [_text(full(s)) for s in outlook.statements] == [shortest]:
        words = in_furniture(setting.document, labels.outlook)
    else:
        label_first = (Span(text=bind(f"{labels.outlook}: ", labels.language)),)
        words = (*in_furniture(setting.document, label_first), Span(text=behind_colon(sentence(shortest))))
    head, problems = headline(setting, words)
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
        panel, trouble = _rests(setting, colophon, room)
    shown = outlook.statements + (watch.statements if watch else ())
    contents = Contents(section=labels.outlook, shown=shown)
    return planned(setting, "closing", head, (said, *panel), contents, (*problems, *trouble))


def _text(spans: Spans) -> str:
    return "".join(s.text for s in spans)


def _rests(setting: Setting, colophon: Spans, room: Box) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return what the brief rests on: its works where they are few, whose report it is, and whose hedges."""
    document, labels = setting.document, setting.document.labels
    cited = list(most_cited(document).items())
    drawn = in_furniture(document, colophon)
    said = [t for t in (drawn, joined((drawn, in_furniture(document, labels.hedges)))) if t]
    title_box, below = label(setting, labels.sources, room)
    deck = setting.theme.deck.type
    for listed, text in product((cited if len(cited) <= FEW else [], []), reversed(said or [()])):
        paragraphs, need, fits = set_in(
            steps(deck.body, deck.body_min), partial(_resting, listed, text), setting.using, below.w, below.h
        )
        if fits:
            break
    if not paragraphs:
        return (), ()
    place = replace(below, w=tidy(paragraphs, setting.using, below.w))
    body = TextBox(slot="item 1", name=labels.sources, box=place, paragraphs=paragraphs)
    problems = () if fits else (Problem(where=labels.sources, needed=need, there=below.h),)
    return (title_box, body), problems


def _resting(listed: list[tuple[int, Spans]], text: Spans, size: float) -> tuple[Paragraph, ...]:
    last = (Paragraph(spans=text, size=size, before=PARAGRAPH_GAP, colour="mute" if listed else "ink"),) if text else ()
    return (*entries(listed, size), *last)


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
            face=face_for(using, "head", _text(text)),
            before=PARAGRAPH_GAP if n else 0.0,
        )
        for n, text in enumerate(texts)
    )
