"""What stands under a figure: the works that it rests on, what is to be told of it, its day."""

from ..model.figure import Figure, FigureSpec
from ..model.inline import Inlines, Text, plain
from ..model.report import Report
from ..model.spec import BriefSpec
from ..typeset import language as lang
from . import imprint, references
from .captions import cited
from .cite import source_of


def remarks(spec: FigureSpec, figure: Figure | None, brief: BriefSpec) -> Inlines:
    """Return what follows a figure's sources: the report's note, what the figure tells of itself, its day."""
    day = lang.labels(brief.furniture).as_of.format(date=lang.long_date(brief.as_of, brief.furniture))
    own = figure.words.remarks if figure else ""
    note = (Text(text=f" {spec.note}"),) if spec.note else ()
    return (*note, Text(text="".join(f" {r}" for r in (own, f"{day}.") if r), language=imprint.said(brief)))


def alone(spec: FigureSpec, figure: Figure, report: Report, brief: BriefSpec) -> str:
    """Return the source line of a figure that stands alone: no notes to call, so the brief is named that it is from."""
    known = source_of(report)
    works = [references.short(known.works[w], brief.furniture, self_id=known.self_id) for w in cited(spec, report)]
    sources = f"{lang.labels(brief.furniture).source}: {'; '.join(map(plain, works))}."
    opening, closing = references.QUOTES.get(brief.furniture, references.QUOTES["en"])
    series = f"{brief.issuer.name}, {opening}{brief.short_title}{closing}."
    return f"{sources}{plain(remarks(spec, figure, brief))} {series}"
