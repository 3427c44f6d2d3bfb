"""A speaker's words set large, the sentence that they stand in below them, and what else the point says as context."""

import re

from msgspec.structs import replace

from briefgen.model.document import Statement
from briefgen.model.report import Kind

from .deck import Paragraph, Problem, Shape, Span, TextBox
from .frame import Setting
from .grid import columns
from .manner import manner
from .measure import face_for, height, steps, without_orphan
from .words import short

WORDS = re.compile(r"[“„«]\s?[^“”„«»]+?\s?[”“»]")
"""Quoted words with their marks."""
MARKS = "“”„«» \u00a0\u202f"
LEAST, MOST = 2, 30
"""Words of a quotation that may stand alone."""
SMALLEST = 32.0
GAP = 8.0
CONTEXT = range(2, 5)
"""Statements beside a quotation, so that the words are not left hanging."""
FIRST = 2
"""Of the statements that a slide tells, a quotation leads it only as the first or second."""


def quoted(
    setting: Setting, statements: tuple[Statement, ...]
) -> tuple[str, tuple[Shape, ...], tuple[Problem, ...]] | None:
    """Return the layout of a quotation with its context; None where no statement quotes, or there is no room."""
    found = next(((s, text) for s in statements[:FIRST] if (text := words_of(s))), None)
    others = tuple(s for s in statements if found and s is not found[0])
    if not found or len(others) not in CONTEXT:
        return None
    one, text = found
    deck, using, how = setting.theme.deck.type, setting.using, manner(setting.theme)
    box, speaker, context = (setting.box("quotation", name) for name in ("quote", "speaker", "context"))
    face = face_for(using, "head", text)
    said = Span(
        text=text if how.quoted else text.strip(MARKS),
        strong=how.strong,
        emphasis=not how.strong,
        language=one.language,
    )
    for size in steps(deck.quote, SMALLEST):
        words = Paragraph(spans=(said,), size=size, face=face, colour="quote", leading=0.9)
        tall = height((words,), using, box.w)
        if tall <= box.h:
            break
    sentence = Paragraph(spans=short(one), size=deck.subtitle, colour="mute")
    below = max(speaker.y, box.y + tall + GAP)
    need = height((sentence,), using, speaker.w)
    shapes, _ = columns(setting, others, context, "context", "Context", most=deck.body, foot=False)
    if below + need + GAP > context.y or not shapes:
        return None
    return (
        "quotation",
        (
            TextBox(slot="quote", name="Quotation", box=replace(box, h=max(box.h, tall)), paragraphs=(words,)),
            TextBox(
                slot="speaker",
                name="Speaker",
                box=replace(speaker, y=below, w=without_orphan(sentence, using, speaker.w), h=context.y - GAP - below),
                paragraphs=(sentence,),
            ),
            *shapes,
        ),
        (),
    )


def words_of(statement: Statement) -> str | None:
    """Return the longest words that a quotation's short text quotes, with their marks, where they can stand alone."""
    if statement.kind is not Kind.QUOTATION:
        return None
    texts = [t for t in WORDS.findall(statement.short) if LEAST <= len(t.split()) <= MOST]
    return max(texts, key=len, default=None)
