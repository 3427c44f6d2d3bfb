"""How the brief was made: a slide of its own in a long deck, and in the notes of every deck that says it."""

from msgspec.structs import replace

from briefgen.model.document import Colophon, Document, Method, Remark, Scale

from .deck import Paragraph, Problem, Shape, Span
from .frame import Contents, Planned, Setting, headline, planned
from .kept import kept
from .measure import height, largest, steps
from .notes import SIZE
from .tables import tabled
from .told import ROW_PAD, ROWS, Columns, ruled
from .words import spans

MOST = 20.0


@kept
def method(setting: Setting, block: Method, colophon: Colophon | None) -> Planned:
    """Return the slide on method: a row for each of the first remarks in short, all of them in full in its notes."""
    head, problems = headline(setting, block.headline)
    for count in range(min(ROWS, len(block.remarks)), 0, -1):  # in a house's layout there may be room for fewer
        shapes, trouble = _rows(setting, block.remarks[:count])
        if not trouble:
            break
    contents = Contents(section=block.label, sourced=False)
    slide = planned(setting, "statements", head, shapes, contents, (*problems, *trouble))
    return replace(slide, slide=replace(slide.slide, notes=spoken(setting.document, block, colophon)))


@kept
def scale(setting: Setting, block: Scale, section: str) -> tuple[Planned, ...]:
    """Return the slides of the report's scale of likelihood, in the section of the method."""
    return tuple(replace(one, slide=replace(one.slide, section=section)) for one in tabled(setting, block.table, None))


def spoken(document: Document, block: Method, colophon: Colophon | None) -> tuple[Paragraph, ...]:
    """Return the remarks in full, and how the brief is cited, as paragraphs of speaker notes."""
    language = document.labels.language if document.labels.language != document.language else None
    found = [Paragraph(spans=(Span(text=block.label, strong=True, language=language),), size=SIZE, before=6.0)]
    for remark in block.remarks:
        lead = (Span(text=f"{remark.lead}. ", strong=True, language=language),) if len(block.remarks) > 1 else ()
        found.append(Paragraph(spans=(*lead, Span(text=remark.text, language=language)), size=SIZE))
    lines = colophon.imprint if colophon else ()
    return (*found, *(Paragraph(spans=spans(line), size=SIZE) for line in lines))


def with_method(last: Planned, setting: Setting, block: Method) -> Planned:
    """Return a slide in whose notes stands what the brief says of its method."""
    notes = (*last.slide.notes, *spoken(setting.document, block, None))
    return replace(last, slide=replace(last.slide, notes=notes))


def _rows(setting: Setting, remarks: tuple[Remark, ...]) -> tuple[tuple[Shape, ...], tuple[Problem, ...]]:
    """Return rows of equal height over the slide's body: the lead in the left column, the remark in the right one."""
    left, right = setting.box("statement_chart", "text"), setting.box("statement_chart", "chart_head")
    columns, tall = Columns(left=left, right=right, using=setting.using), left.h / len(remarks)
    labels = setting.document.labels
    language = labels.language if labels.language != setting.document.language else None

    def pair(remark: Remark, size: float) -> tuple[Paragraph, Paragraph]:
        lead = Span(text=remark.lead, strong=True, language=language)
        return (
            Paragraph(spans=(lead,), size=size, colour="lead"),
            Paragraph(spans=(Span(text=remark.short, language=language),), size=size),
        )

    def needed(size: float) -> float:
        sides = [(height((a,), setting.using, left.w), height((b,), setting.using, right.w)) for a, b in pairs(size)]
        return max(max(both) for both in sides) + 2 * ROW_PAD

    def pairs(size: float) -> list[tuple[Paragraph, Paragraph]]:
        return [pair(r, size) for r in remarks]

    size, need, fits = largest(steps(MOST, setting.theme.deck.type.body_min), needed, tall)
    shapes = ruled(setting, columns, pairs(size), [tall] * len(remarks))
    return shapes, () if fits else (Problem(where="method", needed=need, there=tall),)
