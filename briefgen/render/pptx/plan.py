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
    Outlook,
    Prose,
    Statement,
    Watch,
)
from briefgen.model.figure import Bars, Choropleth, Figure, Target, Timeline
from briefgen.model.measures import INCH
from briefgen.model.scene import Sketch
from briefgen.model.theme import Theme

from .bound import bound
from .boxes import box
from .closing import closing
from .deck import Deck, Drawing, Span
from .frame import Planned, Setting, headline
from .measure import metrics, ruler
from .opening import agenda, display, divider, summary, title
from .parted import evenly
from .sections import Group, section
from .single import one_slide
from .template import GROUND, SECTIONS
from .words import Spans, in_furniture, spans
from .works import works

B = TypeVar("B")
DIVIDED = 16
"""Slides above which a deck has dividers in any case."""


def plan(document: Document, theme: Theme, sketches: Mapping[str, Sketch], fonts: tuple[Path, ...]) -> Deck:
    """Return the deck of a document; `fonts` are folders with the theme's font files.

    Slides beyond the budget are planned all the same and make `Deck.fits` false, as does text without room.
    """
    document = bound(document)
    setting = Setting(document=document, theme=theme, using=ruler(theme, fonts), sketches=sketches)
    slides = _unique(setting, _one(setting) if document.length.slides == 1 else _several(setting))
    using = setting.using
    return Deck(
        title=document.title,
        issuer=document.issuer,
        subject=document.subtitle or document.report_line,
        language=document.language,
        furniture=document.labels.language,
        date=document.date,
        width=theme.deck.width_in * INCH,
        height=theme.deck.height_in * INCH,
        slides=tuple(s.slide for s in slides),
        budget=document.length.slides,
        problems=tuple(replace(p, where=f"slide “{s.slide.headline}”, {p.where}") for s in slides for p in s.problems),
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
    single = document.length.slides == 1

    def wide(figure: Figure) -> float:
        match figure:
            case _ if single:
                return box(theme, "one_slide", "figure_or_outlook").w
            case Choropleth():
                return box(theme, "map_takeaways", "map").w
            case Timeline():
                return box(theme, "timeline", "chart").w
            case Bars():
                return box(theme, "statement_chart", "chart").w
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
    blocks, most = setting.document.blocks, setting.document.length.slides
    groups, closing_title = _groups(blocks)
    numbered = tuple(g.heading for g in groups if g.heading and g.heading.level == 1)
    parted = setting.long and len(numbered) > 1
    before = _before(setting, numbered if parted else ())
    after = _after(setting, closing_title)
    # in a deck of middle length, dividers take only the room that statements and figures leave
    divided = parted and most > DIVIDED
    told_of = _told(setting, groups, (*before, *after), divided=divided)
    used = len(before) + sum(map(len, told_of)) + len(after)
    if parted and not divided and used + len(numbered) <= most:
        divided, told_of = True, _told(setting, groups, (*before, *after), divided=True)
    slides = list(before)
    for group, some in zip(groups, told_of, strict=True):
        if divided and group.heading and group.heading.level == 1:
            slides.append(divider(setting, group.heading))
        slides += some
    return [*slides, *after]


def _before(setting: Setting, numbered: tuple[Heading, ...]) -> list[Planned]:
    """Return the slides before the sections: title, agenda of the headings given, summary."""
    blocks = setting.document.blocks
    bottom, judgements = _first(blocks, BottomLine), _first(blocks, KeyJudgements)
    found = [title(setting)]
    found += [agenda(setting, some) for some in evenly(numbered, -(-len(numbered) // SECTIONS))]
    if bottom or judgements:
        found.append(summary(setting, bottom, judgements))
    return found


def _after(setting: Setting, closing_title: str | None) -> list[Planned]:
    """Return the slides after the sections: outlook with what to watch, sources."""
    blocks, labels = setting.document.blocks, setting.document.labels
    outlook, watch, colophon = _first(blocks, Outlook), _first(blocks, Watch), _colophon(blocks)
    found: list[Planned] = []
    if outlook:
        found.append(closing(setting, outlook, watch, colophon, closing_title))
    elif watch:
        listed = Bullets(headline=labels.watch, statements=watch.statements)
        found += section(setting, Group(heading=None, blocks=(listed,)), taken=frozenset(), divided=False)
    if setting.long:
        found.append(works(setting, colophon))
    return found


def _told(
    setting: Setting, groups: list[Group], others: tuple[Planned, ...], *, divided: bool
) -> list[tuple[Planned, ...]]:
    """Return the slides of each group of blocks under headlines that no other slide has."""
    taken = {one.slide.headline for one in others}
    if divided:
        taken |= {g.heading.headline for g in groups if g.heading and g.heading.level == 1}
    found: list[tuple[Planned, ...]] = []
    for group in groups:
        some = section(setting, group, taken=frozenset(taken), divided=divided)
        taken |= {one.slide.headline for one in some}
        if group.top:
            some = tuple(replace(s, slide=replace(s.slide, section=group.top.headline)) for s in some)
        found.append(some)
    return found


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
    groups: list[Group] = []
    top: Heading | None = None
    for heading, some in found:
        top = heading if heading is None or heading.level == 1 else top
        if heading or some:
            groups.append(Group(heading=heading, blocks=tuple(some), top=top))
    return groups, closing_title


def _colophon(blocks: tuple[Block, ...]) -> Spans:
    found = _first(blocks, Colophon)
    return spans(found.text) if found else ()


def _first(blocks: tuple[Block, ...], kind: type[B]) -> B | None:
    """Return the first block of a kind."""
    return next((b for b in blocks if isinstance(b, kind)), None)


def _unique(setting: Setting, slides: list[Planned]) -> list[Planned]:
    """Return slides whose headlines differ, as outlines and screen readers need them."""
    before, _, after = setting.document.labels.continued.partition("{headline}")
    seen: dict[str, int] = {}
    found = []
    for one in slides:
        text = one.slide.headline
        count = seen[text] = seen.get(text, 0) + 1
        if count > 1:
            ending = after + (f" {count - 1}" if count > 2 else "")
            parts = (in_furniture(setting.document, before), (Span(text=text),), in_furniture(setting.document, ending))
            words = tuple(s for part in parts for s in part if s.text)
            again = "".join(s.text for s in words)
            layout = one.slide.layout
            box, problems = display(setting, layout, again) if layout in GROUND else headline(setting, words)
            slide = replace(one.slide, headline=again, shapes=(box, *one.slide.shapes[1:]))
            one = replace(one, slide=slide, problems=(*one.problems, *problems))
        found.append(one)
    return found
