"""Document -> Deck: which slides there are, in which order, and whether they fit. Pure; nothing is written."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, assert_never

from msgspec.structs import replace

from briefgen.model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Document,
    FigureBlock,
    Heading,
    KeyJudgements,
    Method,
    Outlook,
    Prose,
    Scale,
    Statement,
    TableBlock,
    Watch,
)
from briefgen.model.figure import Bars, Choropleth, Figure, Target, Timeline
from briefgen.model.measures import INCH
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme

from .bound import bound
from .closing import closing
from .deck import Chart, Deck, Drawing, Table
from .frame import Planned, Setting, headline
from .measure import metrics, ruler
from .method import method, scale, with_method
from .opening import agenda, divider, summary, title
from .sections import Group, section
from .single import one_slide
from .told import told
from .words import Spans, spans
from .works import works

B = TypeVar("B")
Pictured = FigureBlock | TableBlock
LONG = 8
"""Slides above which a deck has an agenda, dividers where there is room, and a slide of sources."""
DIVIDED = 16
"""Slides above which a deck has dividers in any case."""


def plan(document: Document, theme: Theme, sketches: Mapping[str, Sketch], fonts: tuple[Path, ...]) -> Deck:
    """Return the deck of a document; `fonts` are folders with the theme's font files.

    Slides beyond the budget are planned all the same and make `Deck.fits` false, as does text without room.
    """
    document = bound(document)
    setting = Setting(document=document, theme=theme, using=ruler(theme, fonts), sketches=sketches)
    slides = _unique(setting, _sure(setting, _one(setting) if document.length.slides == 1 else _several(setting)))
    using = setting.using
    return Deck(
        title=document.title,
        issuer=document.issuer,
        subject=document.subtitle or document.report_line,
        language=document.language,
        date=document.date,
        width=theme.deck.width_in * INCH,
        height=theme.deck.height_in * INCH,
        slides=tuple(s.slide for s in slides),
        budget=document.length.slides,
        problems=tuple(replace(p, where=f"slide “{s.slide.headline}”, {p.where}") for s in slides for p in s.problems),
        head=metrics(using.head),
        body=metrics(using.body),
    )


def targets(deck: Deck) -> dict[str, Target]:
    """Return the drawings that a deck needs by the id of their figure; native charts are none."""
    return {
        shape.figure: Target(
            format="pptx",
            width=shape.box.w,
            height=shape.box.h,
            text=shape.text,
            smallest=shape.smallest,
        )
        for slide in deck.slides
        for shape in slide.shapes
        if isinstance(shape, Drawing)
    }


def widths(document: Document, theme: Theme) -> dict[str, float]:
    """Return the width in points at which each figure of a document stands, to sketch it for `plan`."""
    layouts, single = theme.deck.layouts, document.length.slides == 1

    def wide(figure: Figure) -> float:
        match figure:
            case _ if single:
                return layouts["one_slide"]["figure_or_outlook"][2] * INCH
            case Choropleth():
                return layouts["map_takeaways"]["map"][2] * INCH
            case Timeline():
                return layouts["timeline"]["chart"][2] * INCH
            case Bars():
                return layouts["statement_chart"]["chart"][2] * INCH
            case _:
                assert_never(figure)

    return {b.figure.words.id: wide(b.figure) for b in document.blocks if isinstance(b, FigureBlock)}


def places(deck: Deck) -> dict[str, tuple[int, ...]]:
    """Return the slides, from 1, on which each unit stands or in whose notes it is spoken."""
    found: dict[str, tuple[int, ...]] = {}
    for n, slide in enumerate(deck.slides, 1):
        for unit in (*slide.units, *slide.spoken):
            found[unit] = (*found.get(unit, ()), n)
    return found


def pictured(deck: Deck, document: Document) -> dict[str, tuple[int, ...]]:
    """Return the slides, from 1, on which each figure and table stands; shapes bear their alternative texts."""
    shown_as = bound(document).blocks
    words = [b.figure.words if isinstance(b, FigureBlock) else b.words for b in shown_as if isinstance(b, Pictured)]
    found: dict[str, tuple[int, ...]] = {}
    for n, slide in enumerate(deck.slides, 1):
        shown = {shape.alt for shape in slide.shapes if isinstance(shape, Drawing | Chart | Table)}
        for one in words:
            if one.alt in shown:
                found[one.id] = (*found.get(one.id, ()), n)
    return found


def _one(setting: Setting) -> list[Planned]:
    blocks = setting.document.blocks
    rest: list[Statement] = []
    for block in blocks:
        if isinstance(block, Prose | Bullets | Watch):
            rest += block.statements
    return [
        one_slide(
            setting,
            _first(blocks, BottomLine),
            _first(blocks, KeyJudgements),
            _first(blocks, Outlook),
            tuple(b for b in blocks if isinstance(b, FigureBlock)),
            tuple(rest),
        )
    ]


def _several(setting: Setting) -> list[Planned]:
    document = setting.document
    blocks = document.blocks
    long = document.length.slides > LONG
    bottom, judgements = _first(blocks, BottomLine), _first(blocks, KeyJudgements)
    outlook, watch = _first(blocks, Outlook), _first(blocks, Watch)
    groups, closing_title = _groups(blocks)
    colophon = _colophon(blocks)
    slides = [title(setting)]
    numbered = tuple(g.heading for g in groups if g.heading and g.heading.level == 1)
    if long and len(numbered) > 1:
        slides.append(agenda(setting, numbered))
    if bottom or judgements:
        slides.append(summary(setting, bottom, judgements))
    told_of = [(g, section(setting, g)) for g in groups]
    after: list[Planned] = []
    if outlook:
        after.append(closing(setting, outlook, watch, colophon, closing_title))
    elif watch:
        after.append(told(setting, document.labels.watch, watch.statements, None))
    how, terms = _first(blocks, Method), _first(blocks, Scale)
    if how and document.length.apparatus:
        after.append(method(setting, how, _first(blocks, Colophon)))
        after += scale(setting, terms, how.label) if terms else ()
    if long:
        after.append(works(setting, colophon))
    used = len(slides) + sum(len(s) for _, s in told_of) + len(after)
    # in a deck of middle length, dividers take only the room that statements and figures leave
    room = long and used + len(numbered) <= document.length.slides
    divided = len(numbered) > 1 and (document.length.slides > DIVIDED or room)
    for group, some in told_of:
        if divided and group.heading and group.heading.level == 1:
            slides.append(divider(setting, group.heading))
        slides += some
    return [*slides, *after]


def _sure(setting: Setting, slides: list[Planned]) -> list[Planned]:
    """Return slides whose last says in its notes how sure the report is, where no slide of its own does."""
    found = _first(setting.document.blocks, Method)
    if found is None or (setting.document.length.apparatus and len(slides) > 1):
        return slides
    return [*slides[:-1], with_method(slides[-1], setting, found)]


def _groups(blocks: tuple[Block, ...]) -> tuple[list[Group], str | None]:
    """Return the blocks between the headings, and the headline of a section that holds only the outlook."""
    found: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    closing_title: str | None = None
    for block in blocks:
        match block:
            case Heading():
                found.append((block, []))
            case Outlook():
                heading, inside = found[-1]
                if heading and not inside:
                    closing_title = heading.headline
                    found.pop()
                found.append((None, []))
            case BottomLine() | KeyJudgements() | Watch():
                found.append((None, []))
            case _:
                found[-1][1].append(block)
    groups = [Group(heading=h, blocks=tuple(some)) for h, some in found]
    return [g for g in groups if g.heading or g.blocks], closing_title


def _colophon(blocks: tuple[Block, ...]) -> Spans:
    found = _first(blocks, Colophon)
    return spans(found.text) if found else ()


def _first(blocks: tuple[Block, ...], kind: type[B]) -> B | None:
    """Return the first block of a kind."""
    return next((b for b in blocks if isinstance(b, kind)), None)


def _unique(setting: Setting, slides: list[Planned]) -> list[Planned]:
    """Return slides whose headlines differ, as outlines and screen readers need them."""
    pattern = setting.document.labels.continued
    seen: dict[str, int] = {}
    found = []
    for one in slides:
        text = one.slide.headline
        count = seen[text] = seen.get(text, 0) + 1
        if count > 1:
            again = pattern.format(headline=text) + (f" {count - 1}" if count > 2 else "")
            box, problems = headline(setting, again)
            slide = replace(one.slide, headline=again, shapes=(box, *one.slide.shapes[1:]))
            one = replace(one, slide=slide, problems=(*one.problems, *problems))
        found.append(one)
    return found
