"""Blocks -> slides in order: the opening, each section with its divider, the closing, under headlines that differ."""

from collections import Counter
from typing import TypeVar

from msgspec.structs import replace

from briefgen.model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
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

from .backup import Pictured, backed, backup, linked
from .closing import closing
from .deck import Span
from .frame import AGENDA, LONG, METHOD, SOURCES, Planned, Setting, anchored, headline, section_anchor
from .kept import about
from .method import method, scale, with_method
from .opening import agenda, display, divider, summary, title
from .parted import evenly
from .sections import Group, section
from .single import one_slide
from .template import GROUND, SECTIONS
from .words import Spans, in_furniture, spans
from .works import FEW, works

B = TypeVar("B")
DIVIDED = 16
"""Slides above which a deck has dividers though others would have to make room for them."""


def storyline(setting: Setting) -> list[Planned]:
    """Return the slides of a deck in order; a deck of one slide is that slide."""
    if setting.document.length.slides == 1:
        return _unique(setting, _sure(setting, _one(setting)))
    aside = backed(setting.document)
    while True:
        slides = _unique(setting, _sure(setting, _several(setting, aside)))
        found, unled = linked(setting, slides, aside)
        if not unled:
            return found
        aside = tuple(block for block in aside if block not in unled)  # what no slide leads to stays in its section


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


def _several(setting: Setting, aside: tuple[Pictured, ...]) -> list[Planned]:
    blocks, most = setting.document.blocks, setting.document.length.slides
    groups, closing_title = _groups(tuple(block for block in blocks if block not in aside))
    numbered = tuple(g.heading for g in groups if g.heading and g.heading.level == 1)
    signed = setting.long and len(numbered) > 1
    before, after = _before(setting, numbered if signed else ()), _after(setting, closing_title, aside)
    titles = frozenset(s.slide.headline for s in (*before, *after))
    divided = frozenset(h.section for h in numbered) if signed and most > DIVIDED else frozenset()
    told_of = _told(setting, groups, titles, divided)
    used = sum(map(len, told_of))
    if signed and len(before) + used + len(after) <= LONG:
        before = _before(setting, ())
    # in a deck of middle length, dividers take only the room that statements and figures leave
    free = most > DIVIDED or len(before) + used + len(after) + len(numbered) <= most
    worth = _worth(groups, told_of) if signed and free else frozenset()
    if divided != worth:
        divided = worth
        told_of = _told(setting, groups, titles, divided)
    slides, opened = list(before), set[str]()
    for group, some in zip(groups, told_of, strict=True):
        own = list(some)
        if group.heading and group.heading.level == 1 and group.heading.section in divided:
            own.insert(0, divider(about(setting), group.heading))
        if own and group.top and group.top.section not in opened:
            opened.add(group.top.section)
            own[0] = anchored(own[0], section_anchor(group.top))
        slides += own
    return [*slides, *after]


def _worth(groups: list[Group], told_of: list[tuple[Planned, ...]]) -> frozenset[str]:
    """Return the sections that a divider is worth its slide for: those of more than one, where there are two such."""
    counts: Counter[str] = Counter()
    for group, some in zip(groups, told_of, strict=True):
        if group.top:
            counts[group.top.section] += len(some)
    several = frozenset(section for section, count in counts.items() if count > 1)
    return several if len(several) > 1 else frozenset()


def _before(setting: Setting, numbered: tuple[Heading, ...]) -> list[Planned]:
    """Return the slides before the sections: title, agenda of the headings given, summary."""
    blocks = setting.document.blocks
    bottom, judgements = _first(blocks, BottomLine), _first(blocks, KeyJudgements)
    found = [title(about(setting))]
    found += [
        anchored(agenda(about(setting), some), AGENDA) for some in evenly(numbered, -(-len(numbered) // SECTIONS))
    ]
    if bottom or judgements:
        found.append(summary(about(setting, bottom, judgements), bottom, judgements))
    return found


def _after(setting: Setting, closing_title: str | None, aside: tuple[Pictured, ...]) -> list[Planned]:
    """Return the slides after the sections: outlook with what to watch, backup, method and scale, sources."""
    blocks, labels = setting.document.blocks, setting.document.labels
    outlook, watch, colophon = _first(blocks, Outlook), _first(blocks, Watch), _colophon(blocks)
    found: list[Planned] = []
    if outlook:
        seen = about(setting, outlook, watch) if watch else setting  # without signs to watch, works stand there
        found.append(closing(seen, outlook, watch, colophon, closing_title))
    elif watch:
        listed = Bullets(headline=labels.watch, statements=watch.statements)
        found += section(setting, Group(heading=None, blocks=(listed,)), taken=frozenset(), divided=False)
    for block in aside:
        found += backup(about(setting, block), block)
    how, terms = _first(blocks, Method), _first(blocks, Scale)
    if how and setting.document.length.apparatus:
        found.append(anchored(method(about(setting), how, _first(blocks, Colophon)), METHOD))
        found += scale(about(setting, terms.table), terms, how.label) if terms else ()
    if setting.long and len(setting.document.references) > FEW:
        found.append(anchored(works(setting, colophon), SOURCES))
    return found


def _sure(setting: Setting, slides: list[Planned]) -> list[Planned]:
    """Return slides whose last says in its notes how sure the report is, where no slide of its own does."""
    found = _first(setting.document.blocks, Method)
    if found is None or (setting.document.length.apparatus and len(slides) > 1):
        return slides
    return [*slides[:-1], with_method(slides[-1], setting, found)]


def _told(
    setting: Setting, groups: list[Group], titles: frozenset[str], divided: frozenset[str]
) -> list[tuple[Planned, ...]]:
    """Return the slides of each group of blocks under headlines that no other slide has."""
    tops = [g.heading for g in groups if g.heading and g.heading.level == 1]
    taken = titles | {h.headline for h in tops if h.section in divided}
    found: list[tuple[Planned, ...]] = []
    for group in groups:
        parted = group.top is not None and group.top.section in divided
        some = section(setting, group, taken=taken, divided=parted)
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
            case FigureBlock(section=None) | TableBlock(section=None):  # of no section above it
                found += [(None, [block]), (None, [])]
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
