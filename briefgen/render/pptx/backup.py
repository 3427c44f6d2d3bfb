"""Backup: tables, and figures of points that a deck does not tell, behind its closing, with links to them and back."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefgen.model.caption import Words
from briefgen.model.document import Document, FigureBlock, Prose, TableBlock

from .bound import bind
from .boxes import optional
from .deck import Logo, Paragraph, Shape, Span, TextBox
from .frame import Planned, Setting, anchored, source
from .kept import kept
from .pictured import pictured
from .tables import tabled
from .words import in_furniture

BACKED = 12
"""Slides above which a deck has backup."""
LINK_GAP = 4.0
"""The least space between what a slide shows and a line that leads to another."""
WHOLE = ("summary", "closing")
"""Layouts of the slides that what belongs to no section supports."""

Pictured = FigureBlock | TableBlock
Lead = tuple[str, str]
"""The headline and the anchor of a slide that another leads to."""


def backed(document: Document) -> tuple[Pictured, ...]:
    """Return what supports the argument of a long deck: tables, and figures of points that it does not tell."""
    if document.length.slides <= BACKED:
        return ()
    told = {b.point for b in document.blocks if isinstance(b, Prose) and b.point}
    return tuple(
        b for b in document.blocks if isinstance(b, TableBlock) or (isinstance(b, FigureBlock) and _of(b) not in told)
    )


@kept
def backup(setting: Setting, block: Pictured) -> tuple[Planned, ...]:
    """Return the slides of a figure or table in the section of backup."""
    some = tabled(setting, block, None) if isinstance(block, TableBlock) else (pictured(setting, block, (), None),)
    section = setting.document.labels.backup
    return tuple(anchored(replace(s, slide=replace(s.slide, section=section)), _anchor(block)) for s in some)


def linked(
    setting: Setting, slides: Sequence[Planned], aside: tuple[Pictured, ...]
) -> tuple[list[Planned], tuple[Pictured, ...]]:
    """Return slides that lead to the backup which supports them, and back; and what no slide has room to lead to."""
    labels, found = setting.document.labels, list(slides)
    leads: dict[int, tuple[Lead, ...]] = {}
    unled: list[Pictured] = []
    for block in aside:
        own = [n for n, one in enumerate(slides) if one.slide.anchor == _anchor(block)]
        to = (slides[own[0]].slide.headline, _anchor(block))
        for n in _supported(setting.document, slides, block):
            name = found[n].slide.anchor or f"supported/{_words(block).id}"
            there = _leading(setting, slides[n], labels.backup, (*leads.get(n, ()), to))
            back = [_leading(setting, slides[k], labels.supports, ((slides[n].slide.headline, name),)) for k in own]
            if there and all(back):
                leads[n] = (*leads.get(n, ()), to)
                found[n] = anchored(there, name)
                for k, one in zip(own, back, strict=True):
                    found[k] = one or found[k]
                break
        else:
            unled.append(block)
    return found, tuple(unled)


def _supported(document: Document, slides: Sequence[Planned], block: Pictured) -> Iterator[int]:
    """Yield the slides that a figure or table supports: of its point, of its section, without one of the whole."""
    prose = [b for b in document.blocks if isinstance(b, Prose)]
    for some in (
        [b for b in prose if b.point and b.point == _of(block)],
        [b for b in prose if b.section == block.section],
    ):
        units = {s.unit for b in some for s in b.statements}
        yield from (n for n, one in enumerate(slides) if units & set(one.slide.units))
    if block.section is None:
        yield from (n for n, one in enumerate(slides) if one.slide.layout in WHOLE)


def _leading(setting: Setting, one: Planned, label: str, leads: tuple[Lead, ...]) -> Planned | None:
    """Return a slide with lines that lead to others over its source line, which may get shorter; None without room."""
    lines = tuple(_line(setting, label, lead) for lead in leads)
    others = [s for s in one.slide.shapes if not (isinstance(s, TextBox) and s.slot == "source")]
    framed = next(
        n for n, s in enumerate(others) if isinstance(s, Logo) or (isinstance(s, TextBox) and s.slot == "running")
    )
    panel = optional(setting.theme, one.slide.layout, "panel") if one.slide.layout in WHOLE else None
    low = max((*(s.box.bottom for s in others[:framed]), panel.bottom if panel else 0.0))
    for count in range(one.contents.source_lines, 0, -1):
        foot, _ = source(setting, replace(one.contents, source_lines=count), lines)
        if not foot or _opening(foot) != _opening(one.slide.shapes):  # it would name no work any more
            continue
        if foot[0].box.y >= low + LINK_GAP:
            return replace(one, slide=replace(one.slide, shapes=(*others[:framed], *foot, *others[framed:])))
    return None


def _opening(shapes: Iterable[Shape]) -> Span | None:
    """Return how a slide's source line begins."""
    lines = (s.paragraphs[-1] for s in shapes if isinstance(s, TextBox) and s.slot == "source")
    return next((line.spans[0] for line in lines if not (line.spans[-1].href or "").startswith("#")), None)


def _line(setting: Setting, label: str, lead: Lead) -> Paragraph:
    """Return a line that names a slide and leads to it."""
    headline, anchor = lead
    before = in_furniture(setting.document, bind(f"{label}: ", setting.document.labels.language))
    spans = (*before, Span(text=headline, href=f"#{anchor}"))
    return Paragraph(spans=spans, size=setting.theme.deck.type.source, colour="mute")


def _anchor(block: Pictured) -> str:
    return f"backup/{_words(block).id}"


def _words(block: Pictured) -> Words:
    return block.figure.words if isinstance(block, FigureBlock) else block.words


def _of(block: Pictured) -> str | None:
    return _words(block).point
