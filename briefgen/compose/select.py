"""BriefSpec + Report -> the candidates: units for each slot, units of the body, figures and tables in order."""

from collections.abc import Iterable

from msgspec.structs import replace

from ..model.base import Value
from ..model.choice import choice, named
from ..model.figure import FigureSpec
from ..model.inline import Citation, Inlines
from ..model.report import Report, Unit
from ..model.spec import BriefSpec, Figures, Replacement, Tables


class Candidates(Value, frozen=True, kw_only=True):
    """What a brief may show: slots in their order, `body` in report order, and the sections at each entry of content.

    `named` are the units that the content picks for slots, `brought` pairs of a unit and the one that needs it.
    """

    bottom_line: Unit | None
    judgements: tuple[Unit, ...]
    outlook: tuple[Unit, ...]
    watch: tuple[Unit, ...]
    body: tuple[Unit, ...]
    places: tuple[tuple[str, ...], ...]
    figures: tuple[FigureSpec, ...]
    tables: tuple[FigureSpec, ...]
    named: tuple[str, ...] = ()
    brought: tuple[tuple[str, str], ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections in the order in which the brief shows them."""
        return tuple(s for names in self.places for s in names)


def select(report: Report, spec: BriefSpec) -> Candidates:
    """Return the candidates, with the issuer's own words in place."""
    known = {u.id: u for u in worded(report, spec)}
    found = choice(report, spec.content)
    drawn = {f.id: f for f in report.figures}

    def units(ids: Iterable[str]) -> tuple[Unit, ...]:
        return tuple(known[i] for i in ids)

    def pictures(kind: type[Figures] | type[Tables]) -> tuple[FigureSpec, ...]:
        ids = dict.fromkeys(i for e in spec.content if isinstance(e, kind) for i in e.ids)
        return tuple(drawn[i] for i in ids if i in drawn)

    return Candidates(
        bottom_line=next(iter(units(found.bottom_line)), None),
        judgements=units(found.judgements),
        outlook=units(found.outlook),
        watch=units(found.watch),
        body=units(found.body),
        places=found.places,
        figures=pictures(Figures),
        tables=pictures(Tables),
        named=tuple(i for e in spec.content for i in named(e)),
        brought=found.brought,
    )


def worded(report: Report, spec: BriefSpec) -> tuple[Unit, ...]:
    """Return the report's units as a brief says them: with the issuer's own words where it has some."""
    words = {r.unit: r for r in spec.replace}
    return tuple(_own(u, words[u.id]) if u.id in words else u for u in report.units)


def _own(unit: Unit, new: Replacement) -> Unit:
    """Return a unit in the issuer's words; covers, citations and all else that it rests on stay."""
    return replace(
        unit,
        lead=new.lead if new.lead is not None else unit.lead,
        text=_cited(new.text, unit.text) if new.text is not None else unit.text,
        short=new.short if new.short is not None else unit.short,
        hedge=new.hedge if new.hedge is not None else unit.hedge,
    )


def _cited(text: Inlines, original: Inlines) -> Inlines:
    """Return the issuer's words with the citations of the words that they replace, unless they have their own."""
    if any(isinstance(i, Citation) for i in text):
        return text
    return (*text, *(i for i in original if isinstance(i, Citation)))
