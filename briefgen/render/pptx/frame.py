"""What every slide has: headline, source line, short title, number and markings; and what arranging needs to know."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Document, Heading, Statement
from briefgen.model.figure import Words
from briefgen.model.measures import mm
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme

from .boxes import Box, box
from .deck import TITLE_LEADING, Key, Mark, Number, Paragraph, Problem, Shape, Slide, Span, TextBox
from .logo import logo
from .manner import manner
from .measure import (
    SLACK,
    Ruler,
    by_sense,
    face_for,
    height,
    lines,
    on_one_line,
    pitch,
    steps,
    text_width,
)
from .notes import speaker_notes
from .sourceline import source_line
from .template import GROUND
from .words import Spans, called

HEADLINE_LEAST = 24.0
HEADLINE_LINES = 2
SOURCE_LINES = 2
LONG = 8
"""Slides above which a deck has an agenda, dividers where there is room, and a slide of sources."""
AGENDA, METHOD, SOURCES = "agenda", "method", "sources"
"""Anchors of slides that others lead to; `section_anchor` names those of sections."""
NUMBER_GAP_MM = 8.0
"""The least space between number and marking."""


class Setting(Value, frozen=True, kw_only=True):
    """What all slides of a deck share."""

    document: Document
    theme: Theme
    using: Ruler
    sketches: Mapping[str, Sketch]

    def box(self, layout: str, slot: str) -> Box:
        """Return a box of the theme in points."""
        return box(self.theme, layout, slot)

    @property
    def long(self) -> bool:
        """Tell whether a deck needs signs of where one is: agenda, dividers, sections in the frame, sources."""
        return self.document.length.slides > LONG


class Contents(Value, frozen=True, kw_only=True):
    """What a slide says: statements shown and statements only spoken, its picture, the notes and remarks below.

    It belongs to the `section` of its `heading`, else to the one named. `sourced` slides have a source line, which
    gives the works by name where they are `named`, else the remarks alone. `also` is said in the notes only.
    """

    section: str = ""
    heading: Heading | None = None
    shown: tuple[Statement, ...] = ()
    spoken: tuple[Statement, ...] = ()
    words: Words | None = None
    also: tuple[Spans, ...] = ()
    notes: tuple[int, ...] = ()
    remarks: Spans = ()
    source_lines: int = SOURCE_LINES
    marking_top: Box | None = None
    running: bool = True
    sourced: bool = True
    named: bool = True


class Planned(Value, frozen=True, kw_only=True):
    """A slide, what does not fit on it, the statements that it shows, and what it was planned from."""

    slide: Slide
    contents: Contents
    problems: tuple[Problem, ...] = ()

    @property
    def shown(self) -> tuple[Statement, ...]:
        """Return the statements that it shows."""
        return self.contents.shown


def planned(
    setting: Setting,
    layout: str,
    headline: TextBox,
    shapes: tuple[Shape, ...],
    contents: Contents,
    problems: tuple[Problem, ...] = (),
) -> Planned:
    """Return a slide with its headline, its own shapes in reading order, and the frame."""
    document = setting.document
    foot, trouble = source(setting, contents)
    said = (*contents.shown, *contents.spoken)
    title = "".join(s.text for p in headline.paragraphs for s in p.spans)
    furniture = _furniture(setting, layout, title, contents)
    slide = Slide(
        layout=layout,
        headline=title,
        shapes=(headline, *shapes, *foot, *logo(setting.theme, layout, furniture), *furniture),
        notes=speaker_notes(document, said, words=contents.words, notes=contents.notes, also=contents.also),
        section=contents.heading.headline if contents.heading else contents.section or document.short_title,
        units=tuple(s.unit for s in contents.shown),
        spoken=tuple(s.unit for s in contents.spoken),
    )
    problems = (*problems, *trouble, *_wide_keys(setting, shapes, contents))
    return Planned(slide=slide, contents=contents, problems=problems)


def _wide_keys(setting: Setting, shapes: tuple[Shape, ...], contents: Contents) -> Iterator[Problem]:
    """Yield the keys of figures that reach beyond the slide's right margin: their labels are not broken."""
    # a house's content may reach further than its headlines
    most = max(setting.box("all", "headline").right, setting.box("map_takeaways", "key").right)
    for shape in shapes:
        if isinstance(shape, Key) and contents.words and shape.box.right > most + SLACK:
            where = f"key of figure {contents.words.id}"
            yield Problem(where=where, needed=shape.box.w, there=most - shape.box.x)


def headline(setting: Setting, said: str | Spans) -> tuple[TextBox, tuple[Problem, ...]]:
    """Return the headline in at most two lines, at the largest size that allows it."""
    box, size = setting.box("all", "headline"), setting.theme.deck.type
    words = (Span(text=said),) if isinstance(said, str) else said
    text = "".join(s.text for s in words)
    face = face_for(setting.using, "head", text)
    least = min(HEADLINE_LEAST, size.headline)
    for points, most in ((size.headline, 1), (size.headline - 1, 1), *((s, 2) for s in steps(size.headline, least))):
        paragraph = title_text(words, points, face)
        count = lines(paragraph, setting.using, box.w)
        if count <= most:
            break
    width = by_sense(paragraph, setting.using, box.w)
    problems: tuple[Problem, ...] = ()
    if count > HEADLINE_LINES:
        line = points * TITLE_LEADING * pitch(setting.using.faces(face).bold)
        problems = (Problem(where=f"headline “{text}”", needed=count * line, there=HEADLINE_LINES * line),)
    return (
        TextBox(slot="title", name="Headline", box=replace(box, w=width), paragraphs=(paragraph,)),
        problems,
    )


def section_anchor(heading: Heading) -> str:
    """Return the anchor of a section's first slide."""
    return f"section/{heading.section}"


def anchored(planned: Planned, anchor: str) -> Planned:
    """Return a slide that others can lead to."""
    return replace(planned, slide=replace(planned.slide, anchor=anchor))


def title_text(words: Spans, size: float, face: str) -> Paragraph:
    """Return a headline's paragraph."""
    spans = tuple(replace(s, strong=True) for s in words)
    return Paragraph(spans=spans, size=size, face=face, leading=TITLE_LEADING)


def large(setting: Setting, said: Spans, size: float) -> Paragraph:
    """Return a statement that leads its slide, in the head font and the theme's colour."""
    face = face_for(setting.using, "head", "".join(s.text for s in said))
    strong = manner(setting.theme).strong
    return Paragraph(spans=tuple(replace(s, strong=strong) for s in said), size=size, face=face, colour="lead")


def source(
    setting: Setting, contents: Contents, leading: tuple[Paragraph, ...] = ()
) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return the source line of a slide, below the lines that lead to other slides; nothing where there is none."""
    if not contents.sourced:
        return (), ()
    notes = tuple(dict.fromkeys((*contents.notes, *called(contents.shown))))
    box, size = setting.box("all", "source"), setting.theme.deck.type.source
    line = source_line(
        setting.document,
        notes if contents.named else (),
        contents.remarks,
        setting.using,
        size=size,
        width=box.w,
        most=contents.source_lines,
    )
    said = (*leading, line) if line.spans else leading
    if not said:
        return (), ()
    needed = height((line,), setting.using, box.w)
    one = size * pitch(setting.using.body.regular)
    room = contents.source_lines * one
    tall = max(box.h, height(said, setting.using, box.w))
    problems: tuple[Problem, ...] = ()
    if needed > room + 0.5:
        problems = (Problem(where="source line", needed=needed, there=room),)
    place = Box(x=box.x, y=box.bottom - tall, w=box.w, h=tall)
    return (TextBox(slot="source", name="Source", box=place, paragraphs=said, leads=SOURCES),), problems


def _furniture(setting: Setting, layout: str, title: str, contents: Contents) -> tuple[Shape, ...]:
    document, deck = setting.document, setting.theme.deck
    found: list[Shape] = []
    if contents.running:
        box = setting.box(layout if layout in GROUND else "all", "short_title")
        running = on_one_line(_running(setting, box.w, layout, title, contents.heading), setting.using, box.w)
        found.append(TextBox(slot="running", name="Short title", box=box, paragraphs=(running,), leads=AGENDA))
        found.append(Number(box=_number(setting), size=deck.type.running))
    if document.marking:
        top = contents.marking_top or setting.box("all", "marking_top")
        found.append(_mark(setting, "Marking, top", top, document.marking))
        found.append(_mark(setting, "Marking, foot", setting.box("all", "marking_foot"), document.marking))
    return tuple(found)


def _running(setting: Setting, width: float, layout: str, title: str, heading: Heading | None) -> Paragraph:
    """Return the short title, in a long deck with the section's headline where it is not the slide's own."""
    document, italic = setting.document, manner(setting.theme).running_head
    plain = Paragraph(
        spans=(Span(text=document.short_title, emphasis=italic),),
        size=setting.theme.deck.type.running,
        face=face_for(setting.using, "head" if italic else "body", document.short_title),
        colour="pale" if layout in GROUND else "running",
    )
    if not heading or not setting.long or heading.headline == title:
        return plain
    whole = replace(plain, spans=(Span(text=f"{document.short_title}  ·  {heading.headline}", emphasis=italic),))
    return whole if lines(whole, setting.using, width) == 1 else plain


def _number(setting: Setting) -> Box:
    """Return the number's box, moved left where the marking would come too close."""
    box, marking = setting.box("all", "number"), setting.document.marking
    if not marking:
        return box
    foot = _mark(setting, "", setting.box("all", "marking_foot"), marking).box
    if foot.right <= box.x:  # a house may have its number at the very edge
        return box
    return replace(box, x=min(box.x, foot.x - mm(NUMBER_GAP_MM) - box.w))


def _mark(setting: Setting, name: str, place: Box, text: str) -> Mark:
    """Return the mark with its right edge on the right edge of its place."""
    marking = setting.theme.marking
    wide = text_width((Span(text=text, strong=True),), setting.using, "body", marking.size)
    wide += 2 * mm(marking.pad_x_mm)
    tall = marking.size * 1.2 + 0.4 * mm(marking.pad_y_mm)
    return Mark(
        name=name,
        box=Box(x=place.right - wide, y=place.y, w=wide, h=tall),
        text=text,
        size=marking.size,
        colour=marking.colours.get(text, "#FFFFFF").lstrip("#"),
        ground=marking.ground.lstrip("#"),
    )
