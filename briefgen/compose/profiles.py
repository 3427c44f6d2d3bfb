"""The specs of profiles and the report -> counts of the works that it cites, and of statements by how sure they are."""

from collections import Counter

from ..model.charts import Bar, Bars, Part, Stack, Stacks
from ..model.profiles import SourcesBy, SourcesSpec, StrengthBy, StrengthSpec
from ..model.report import Kind, Reference, Report, Unit
from ..typeset import language as lang
from ..typeset.figurewords import FigureWords, figure_words
from ..typeset.furniture import Furniture
from .captions import refuse, words
from .charts import joined
from .stacks import coloured, kept, told

KINDS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("fact", (Kind.FACT, Kind.BACKGROUND)),
    ("judgement", (Kind.JUDGEMENT, Kind.KEY_JUDGEMENT, Kind.BOTTOM_LINE)),
    ("forecast", (Kind.FORECAST, Kind.OUTLOOK)),
    ("quotation", (Kind.QUOTATION,)),
)
"""Kinds of unit that are counted as one."""


def sources(spec: SourcesSpec, report: Report, furniture: Furniture) -> Stacks | Bars:
    """Return the works cited, the report itself aside; raises InputError where it cites none."""
    said = figure_words(furniture.language)
    works = [w for w in report.references if w.id != report.self_reference]
    if not works:
        raise refuse(spec, "the report cites no works", "take the figure out")
    subtitle = spec.subtitle or said.works_cited.format(count=lang.number(len(works), furniture.language))
    if spec.by == (SourcesBy.YEAR,):
        return _years(spec, works, subtitle, furniture, said)
    found: dict[str, list[tuple[str, float]]] = {}
    rest, remarks = {said.other, said.unknown}, []
    for by in spec.by:
        counts = Counter(_counted(work, by, report.language, said) for work in works)
        unknown = counts.pop(said.unknown, 0)
        parts, tail = kept([(n, float(c)) for n, c in counts.most_common()], spec.keep, set())
        if tail:
            parts.append((said.other, sum(c for _, c in tail)))
            remarks.append(joined(said.joined, said.other, [n for n, _ in tail], furniture))
        found[said.by[by.value]] = parts + ([(said.unknown, float(unknown))] if unknown else [])
    colours = coloured(found, rest)
    stacks = tuple(
        Stack(
            label=name,
            parts=tuple(
                Part(label=n, value=c, printed=lang.number(c, furniture.language), colour=colours[name, n])
                for n, c in parts
            ),
        )
        for name, parts in found.items()
    )
    remarks = [*dict.fromkeys(remarks), said.of_the_report]
    return Stacks(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", *map(told, stacks), *remarks]), remarks),
        stacks=stacks,
        unit=said.works,
        period=report.date,
    )


def _years(spec: SourcesSpec, works: list[Reference], subtitle: str, furniture: Furniture, said: FigureWords) -> Bars:
    """Return works by year of issue as columns; years without any are columns of none."""
    counts = Counter(str(w.issued[0]) for w in works if w.issued)
    undated = sum(not w.issued for w in works)
    known = [int(year) for year in counts]
    years = [str(y) for y in range(min(known), max(known) + 1)] if known else []
    bars = tuple(
        Bar(id=y, label=y, value=float(counts[y]), printed=lang.number(counts[y], furniture.language)) for y in years
    )
    remarks = [said.undated.format(count=lang.number(undated, furniture.language))] if undated else []
    remarks.append(said.of_the_report)
    shown = "; ".join(f"{b.label}: {b.printed}" for b in bars if b.value)
    return Bars(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", f"{shown}.", *remarks]), remarks),
        bars=bars,
        unit=said.works,
        period=f"{years[0]}–{years[-1]}" if years else "",
        upright=True,
        timed=True,
    )


def _counted(work: Reference, by: SourcesBy, language: str, said: FigureWords) -> str:
    """Return what a work counts as."""
    match by:
        case SourcesBy.TYPE:
            return said.types.get(work.type, said.types["document"])
        case SourcesBy.LANGUAGE:
            tag = (work.language or language).partition("-")[0]
            return said.languages.get(tag, tag)
        case SourcesBy.OUTLET:
            return work.container or said.unknown
        case SourcesBy.YEAR:
            return str(work.issued[0]) if work.issued else said.unknown


def strength(spec: StrengthSpec, report: Report, furniture: Furniture) -> Stacks | Bars:
    """Return statements by how sure they are: bars of each kind in three parts, or one bar for each strength."""
    said = figure_words(furniture.language)
    subtitle = spec.subtitle or said.statements_counted.format(count=lang.number(len(report.units), furniture.language))
    if spec.by is StrengthBy.STRENGTH:
        return _strengths(spec, report, subtitle, furniture, said)
    stacks = []
    for name, kinds in KINDS:
        units = [u for u in report.units if u.kind in kinds]
        counts = Counter(_sure(u) for u in units)
        parts = tuple(
            Part(
                label=said.sureness[key],
                value=float(counts[key]),
                printed=lang.number(counts[key], furniture.language),
                colour=colour,
            )
            for colour, key in enumerate(("outright", "caution", "likelihood"))
            if counts[key]
        )
        if parts:
            stacks.append(Stack(label=said.kinds[name], parts=parts))
    remarks = [said.of_the_report]
    return Stacks(
        words=words(spec, subtitle, " ".join([f"{subtitle}.", *map(told, stacks), *remarks]), remarks),
        stacks=tuple(stacks),
        unit=said.statements,
        period=report.date,
    )


def _sure(unit: Unit) -> str:
    if unit.hedge is None:
        return "outright"
    return "caution" if unit.hedge.strength is None else "likelihood"


def _strengths(spec: StrengthSpec, report: Report, subtitle: str, furniture: Furniture, said: FigureWords) -> Bars:
    counts = Counter("outright" if u.hedge is None else u.hedge.strength or "caution" for u in report.units)
    order: list[str | int] = ["outright", *range(6, 0, -1), "caution"]
    bars = tuple(
        Bar(
            id=str(key),
            label=said.sureness[str(key)],
            value=float(counts[key]),
            printed=lang.number(counts[key], furniture.language),
        )
        for key in order
        if counts[key]
    )
    shown = "; ".join(f"{b.label}: {b.printed}" for b in bars)
    return Bars(
        words=words(spec, subtitle, f"{subtitle}. {shown}. {said.of_the_report}", [said.of_the_report]),
        bars=bars,
        unit=said.statements,
        period=report.date,
    )
