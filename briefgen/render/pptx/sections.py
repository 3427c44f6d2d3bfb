"""One section -> its slides: figures with their takeaways, a table where it stands, then what statements are left."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.document import Block, Bullets, FigureBlock, Heading, Prose, Statement, TableBlock

from .frame import Planned, Setting, headline
from .kept import about, kept
from .native import Native
from .parted import Left, Part, parts
from .pictured import pictured
from .shared import shared
from .tables import tabled
from .told import says_line, told
from .words import promoted, sentence


class Group(Value, frozen=True, kw_only=True):
    """The blocks from one heading to the next; `top` is the numbered heading that they stand under."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    top: Heading | None = None


def section(setting: Setting, group: Group, *, taken: frozenset[str], divided: bool) -> tuple[Planned, ...]:
    """Return the slides of a section in the order of its blocks, a figure before the rest of its point.

    `taken` are headlines of other slides; a `divided` section has said its bottom line on its divider.
    """
    return _section(about(setting, *group.blocks), group, taken & _titles(group), divided)


def _titles(group: Group) -> frozenset[str]:
    """Return the headlines that the slides of a group may get."""
    over = (group.heading.headline, group.heading.bottom_line or "") if group.heading else ()
    own = (block.headline for block in group.blocks if isinstance(block, Prose | Bullets))
    return frozenset(sentence(text) for text in (*over, *own))


@kept
def _section(setting: Setting, group: Group, taken: frozenset[str], divided: bool) -> tuple[Planned, ...]:
    left = [
        Left(
            place=n,
            point=block.point if isinstance(block, Prose) else None,
            headline=block.headline,
            statements=block.statements,
        )
        for n, block in enumerate(group.blocks)
        if isinstance(block, Prose | Bullets)
    ]
    found: list[tuple[int, int, Planned]] = []
    for n, block in enumerate(group.blocks):
        match block:
            case FigureBlock():
                point = block.figure.words.point
                own = [one for one in left if point is not None and one.point == point]
                place = min((one.place for one in own), default=n)
                slide, left = _with_figure(setting, block, left, group.heading)
                found.append((place, 0, slide))
            case TableBlock():
                found += [(n, 0, slide) for slide in tabled(setting, block, group.heading)]
            case _:
                pass
    seen = taken | {slide.slide.headline for _, _, slide in found}
    heading = group.heading
    said = divided and heading is not None and heading.level == 1
    line = None if said or not heading else heading.bottom_line
    for part in parts(left):
        slide = _worded(setting, part, heading, line, seen)
        seen |= {slide.slide.headline}
        line = None if line and (says_line(slide.slide) or line.startswith(slide.slide.headline)) else line
        found.append((part.place, 1, slide))
    return tuple(slide for _, _, slide in sorted(found, key=lambda f: f[:2]))


def _worded(setting: Setting, part: Part, heading: Heading | None, line: str | None, seen: frozenset[str]) -> Planned:
    """Return a slide of words under a headline that no other slide has, where there is one.

    Points that share a slide stand under what their section says. A later part of a point stands under one of its
    own statements.
    """
    first = part.points[0]
    if len(part.points) > 1:
        over = (heading.headline, heading.bottom_line or "") if heading else ()
        titles = [t for t in map(sentence, over) if t and t not in seen and not headline(setting, t)[1]]
        # without a title of their section, the points stand under the first of their headlines that is free
        points = sorted(part.points, key=lambda p: not titles and sentence(p.headline) in seen)
        return shared(setting, titles[0] if titles else None, tuple(points), heading)
    text, statements = sentence(first.headline), first.statements
    line = None if line and line.startswith(text) else line  # the slide says it already
    asserted = promoted(statements) if part.again or text in seen else None
    if asserted and not headline(setting, sentence(asserted.short))[1]:
        statements = tuple(s for s in statements if s is not asserted)
        return told(setting, asserted.short, statements, heading, line=line, asserted=asserted, guest=part.guest)
    return told(setting, text, statements, heading, line=line, guest=part.guest)


def _with_figure(
    setting: Setting, block: FigureBlock, left: list[Left], heading: Heading | None
) -> tuple[Planned, list[Left]]:
    """Return a figure's slide and what is left after it. A point is not split where that saves no slide.

    Maps and timelines take statements of other points where their own leave room; a chart argues its point alone.
    """
    point = block.figure.words.point
    first = [one for one in left if point is not None and one.point == point]
    others = [] if isinstance(block.figure, Native) else [one for one in left if one not in first]
    order = [*first, *others]
    pool = tuple(s for one in order for s in one.statements)
    slide = pictured(setting, block, pool, heading, whole=sum(len(one.statements) for one in first))
    count = len(slide.shown)
    for fewer in (_whole(order, count), count - 1):
        if 1 < fewer < count and _cost(left, pool[:fewer]) < _cost(left, slide.shown):
            slide = pictured(setting, block, pool[:fewer], heading)
            break
    return slide, _without(left, slide.shown)


def _cost(left: list[Left], shown: tuple[Statement, ...]) -> tuple[int, int, int]:
    """Return what showing some statements with a figure leads to: text slides, points split, statements alone."""
    rest = _without(left, shown)
    before = {one.headline: len(one.statements) for one in left}
    split = sum(len(one.statements) < before[one.headline] for one in rest)
    slides = parts(rest)
    return len(slides), split, sum(part.count == 1 for part in slides)


def _whole(order: Sequence[Left], count: int) -> int:
    """Return how many of the first `count` statements belong to points that are taken whole."""
    taken = 0
    for one in order:
        if taken + len(one.statements) > count:
            break
        taken += len(one.statements)
    return taken


def _without(left: Iterable[Left], shown: tuple[Statement, ...]) -> list[Left]:
    gone = {s.unit for s in shown}
    kept = []
    for one in left:
        statements = tuple(s for s in one.statements if s.unit not in gone)
        if statements:
            kept.append(replace(one, statements=statements, rest=one.rest or len(statements) < len(one.statements)))
    return kept
