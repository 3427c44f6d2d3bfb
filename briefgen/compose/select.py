"""BriefSpec + Report -> the candidates: units for each slot, units of the body, figures and tables in order."""

from typing import assert_never

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..model.base import Value
from ..model.figure import FigureSpec
from ..model.inline import Citation, Inlines
from ..model.report import Kind, Report, Unit
from ..model.spec import (
    BottomLine,
    BriefSpec,
    Figures,
    KeyJudgements,
    Outlook,
    Sections,
    Selector,
    Sources,
    Tables,
    Units,
    Watch,
)

SLOT_KINDS = frozenset({Kind.BOTTOM_LINE, Kind.KEY_JUDGEMENT, Kind.OUTLOOK})
OUTLOOK_MOST = 4


class Candidates(Value, frozen=True, kw_only=True):
    """What a brief may show. `body` is in report order, `sections` in the order in which the brief shows them."""

    bottom_line: Unit | None
    judgements: tuple[Unit, ...]
    outlook: tuple[Unit, ...]
    watch: tuple[Unit, ...]
    body: tuple[Unit, ...]
    sections: tuple[str, ...]
    figures: tuple[FigureSpec, ...]
    tables: tuple[FigureSpec, ...]


def select(report: Report, spec: BriefSpec) -> tuple[Candidates, tuple[Diagnostic, ...]]:
    """Return the candidates, with the issuer's own words in place, and what is missing for the slots asked for."""
    units = worded(report, spec)
    by_rank = sorted(units, key=lambda u: -u.rank)
    figures = {f.id: f for f in report.figures}
    found: list[Diagnostic] = []
    bottom_line: Unit | None = None
    judgements: tuple[Unit, ...] = ()
    outlook: tuple[Unit, ...] = ()
    watch: tuple[Unit, ...] = ()
    sections: list[str] = []
    chosen: set[str] = set()
    drawn: list[str] = []
    tables: list[str] = []

    def missing(index: int, what: str, kind: str) -> None:
        found.append(
            Diagnostic(
                code="BG501",
                message=f"the content asks for {what}, but report {report.id!r} has no unit of kind {kind!r}",
                file=spec.origin.file,
                path=("content", index),
                hint=f"give one unit `kind: {kind}`, or take this line out of the content",
            )
        )

    for index, entry in enumerate(spec.content):
        match entry:
            case BottomLine():
                bottom_line = next((u for u in by_rank if u.kind is Kind.BOTTOM_LINE), None)
                if bottom_line is None:
                    missing(index, "a bottom line", "bottom-line")
            case KeyJudgements(count=count):
                judgements = tuple(u for u in by_rank if u.kind is Kind.KEY_JUDGEMENT)[:count]
                if not judgements:
                    missing(index, "key judgements", "key-judgement")
            case Sections(ids=ids):
                sections += [s for i in ids for s in _with_children(report, i) if s not in sections]
            case Units(choose=choose):
                matched = [u for u in units if meets(u, choose)]
                chosen.update(u.id for u in matched)
                sections += [s for s in dict.fromkeys(u.section for u in matched) if s not in sections]
            case Figures(ids=ids):
                drawn += [i for i in ids if i not in drawn]
            case Tables(ids=ids):
                tables += [i for i in ids if i not in tables]
            case Outlook():
                best = [u.id for u in by_rank if u.kind is Kind.OUTLOOK][:OUTLOOK_MOST]
                outlook = tuple(u for u in units if u.id in best)
                if not outlook:
                    missing(index, "an outlook", "outlook")
            case Watch(count=count):
                watch = tuple(u for u in by_rank if "watch" in u.topics and u.kind not in SLOT_KINDS)[:count]
            case Sources():
                pass
            case _:
                assert_never(entry)

    asked = {s for e in spec.content if isinstance(e, Sections) for i in e.ids for s in _with_children(report, i)}
    taken = {u.id for u in watch}
    body = tuple(
        u for u in units if u.kind not in SLOT_KINDS and u.id not in taken and (u.section in asked or u.id in chosen)
    )
    return (
        Candidates(
            bottom_line=bottom_line,
            judgements=judgements,
            outlook=outlook,
            watch=watch,
            body=body,
            sections=tuple(sections),
            figures=tuple(figures[i] for i in drawn if i in figures),
            tables=tuple(figures[i] for i in tables if i in figures),
        ),
        tuple(found),
    )


def worded(report: Report, spec: BriefSpec) -> tuple[Unit, ...]:
    """Return the report's units as a brief says them: with the issuer's own words where it has some."""
    words = {r.unit: r for r in spec.replace}

    def own(unit: Unit) -> Unit:
        if (new := words.get(unit.id)) is None:
            return unit
        return replace(
            unit,
            lead=new.lead if new.lead is not None else unit.lead,
            text=_cited(new.text, unit.text) if new.text is not None else unit.text,
            short=new.short if new.short is not None else unit.short,
            hedge=new.hedge if new.hedge is not None else unit.hedge,
        )

    return tuple(map(own, report.units))


def meets(unit: Unit, choose: Selector) -> bool:
    """Tell whether a unit is named, or meets every condition given."""
    if unit.id in choose.ids:
        return True
    tests = (
        (choose.topics, bool(set(choose.topics) & set(unit.topics))),
        (choose.actors, bool(set(choose.actors) & set(unit.actors))),
        (choose.kinds, unit.kind in choose.kinds),
        (choose.period, choose.period is not None and any(d.meets(choose.period) for d in unit.dates)),
    )
    given = [passed for condition, passed in tests if condition]
    return bool(given) and all(given) and unit.kind not in SLOT_KINDS


def _cited(text: Inlines, original: Inlines) -> Inlines:
    """Return the issuer's words with the citations of the words that they replace, unless they have their own."""
    if any(isinstance(i, Citation) for i in text):
        return text
    return (*text, *(i for i in original if isinstance(i, Citation)))


def _with_children(report: Report, section: str) -> list[str]:
    """Return a section and those nested in it, in reading order."""
    inside = {section}
    for s in report.sections:
        if s.parent in inside:
            inside.add(s.id)
    return [s.id for s in report.sections if s.id in inside]
