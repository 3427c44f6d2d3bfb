"""Units of a section: texts, dates and ids read, and each rule of good units checked."""

import re

from ..model.inline import Citation, Inlines, Text, plain
from ..model.report import Attribution, Hedge, Kind, Origin, Point, Span, Speaker, Unit
from . import hedges, numbers
from .dates import ANY, DateError, remedy, span
from .decoding import Parsed
from .findings import Findings, Keys
from .ids import Ids
from .markup import MARKED, clean, inlines
from .shapes import QuantityShape, SectionShape
from .shapes.base import Edtf
from .shapes.report import UnitShape

_NAMED = re.compile(r"(?<![\w.@/\[])(?<!\[\s)@([a-z0-9]+(?:[.-][a-z0-9]+)*)")

SHORT_MOST = 110
LEAD_MOST = 6
HEADLINE_MOST = 60
POINT_MOST = 75


def points(parsed: Parsed[SectionShape]) -> tuple[Point, ...]:
    """Return the points of a section."""
    return tuple(Point(id=p.id, headline=clean(p.headline)) for p in parsed.value.points)


def units(
    parsed: Parsed[SectionShape], ids: Ids, quantities: Parsed[list[QuantityShape]] | None, findings: Findings
) -> list[Unit]:
    """Return the units of a section in its order; what is wrong with each is noted."""
    shape, file = parsed.value, parsed.file
    _headline(shape.headline, HEADLINE_MOST, file, ("headline",), findings)
    for index, point in enumerate(shape.points):
        _headline(point.headline, POINT_MOST, file, ("points", index, "headline"), findings)
    mine = tuple(p.id for p in shape.points)
    known = {q.id: q for q in quantities.value} if quantities else {}
    return [
        _unit(unit, shape.id, mine, Origin(file=file, path=("units", parsed.index(i))), ids, known, findings)
        for i, unit in enumerate(shape.units)
    ]


def text(value: str, file: str, path: Keys, ids: Ids, findings: Findings) -> Inlines:
    """Return a text as inlines, its works checked."""
    found, faults = inlines(value)
    for f in faults:
        note = findings.warning if f.warning else findings.error
        note(f.code, f.message, file, path, hint=f.hint, needle=f.needle)
    for inline in found:
        if isinstance(inline, Citation):
            for work in inline.works:
                ids.check(work.reference, "references", file, path, findings, needle=f"@{work.reference}")
        for name in _NAMED.findall(inline.text) if isinstance(inline, Text) else ():
            if name in ids.known["references"]:
                findings.error(
                    "BG310",
                    f"`@{name}` stands outside of square brackets and would be printed",
                    file,
                    path,
                    hint=f"write [@{name}]",
                    needle=f"@{name}",
                )
    return found


def short(value: str, file: str, path: Keys, findings: Findings) -> str:
    """Return a short text, which has no markup."""
    line = clean(value)
    if match := MARKED.search(line):
        findings.error(
            "BG314",
            f"a short text has no citations and no markup: `{match[0]}`",
            file,
            path,
            hint="take it out: notes come from `text`",
            needle=match[0],
        )
    return line


def spans(values: tuple[Edtf, ...], file: str, path: Keys, findings: Findings) -> tuple[Span, ...]:
    """Return dates and periods; those that do not exist are noted."""
    out = []
    for index, value in enumerate(values):
        try:
            out.append(span(value))
        except DateError as error:
            findings.error(
                "BG309",
                str(error),
                file,
                (*path, index),
                hint=remedy(value, ANY),
            )
    return tuple(out)


def check_hedge(hedge: Hedge, full: str, brief: str | None, file: str, path: Keys, findings: Findings) -> None:
    """Note a word of caution that is missing from the texts, or stronger than the source's; `brief` where it is own."""
    for key, where in (("text", full), ("short", brief)):
        if where is not None and not hedges.stands_in(hedge.here, where):
            findings.error(
                "BG305",
                f"the hedge `{hedge.here}` does not stand in `{key}`",
                file,
                (*path, "hedge", "here"),
                hint=f"the source says `{hedge.source}`: put the word into `{key}`, or name the one that is there",
            )
    if hedges.stronger(hedge.here, hedge.source):
        findings.error(
            "BG306",
            f"`{hedge.here}` claims more than the source's `{hedge.source}`",
            file,
            (*path, "hedge", "here"),
            hint="use a word that is no stronger, in `text` and `short` too",
        )


def _hedge(source: str, here: str) -> Hedge:
    return Hedge(source=source, here=here, strength=hedges.strength(here))


def _first_sentence(words: str, hedge: Hedge | None) -> str:
    """Return a text's first sentence, or all of it where the word of caution stands only later."""
    first = re.split(r"(?<=[.!?])\s", words, maxsplit=1)[0]
    return first if hedge is None or hedges.stands_in(hedge.here, first) else words


def _unit(
    shape: UnitShape,
    section: str,
    mine: tuple[str, ...],
    origin: Origin,
    ids: Ids,
    known: dict[str, QuantityShape],
    findings: Findings,
) -> Unit:
    file, at = origin.file, origin.path
    full = text(shape.text, file, (*at, "text"), ids, findings)
    words = plain(full)
    hedge = _hedge(clean(shape.hedge.source), clean(shape.hedge.here)) if shape.hedge else None
    if shape.short is not None:
        brief = short(shape.short, file, (*at, "short"), findings)
    else:
        brief = _first_sentence(words, hedge)
        if len(words) > SHORT_MOST:
            findings.warning(
                "BG307",
                f"unit `{shape.id}` has no `short`, and its text has {len(words)} characters",
                file,
                at,
                hint=f"add `short`, of at most {SHORT_MOST} characters; slides show the first sentence till then",
            )
    if shape.short is not None and len(brief) > SHORT_MOST:
        findings.warning(
            "BG315",
            f"`short` has {len(brief)} characters; at most {SHORT_MOST} read well",
            file,
            (*at, "short"),
            hint="say it shorter; detail belongs into `text`",
        )
    if hedge:
        check_hedge(hedge, words, brief if shape.short is not None else None, file, at, findings)
    _lead(shape, file, at, findings)
    if shape.point and shape.point not in mine:
        elsewhere = shape.point in ids.names("points")
        if elsewhere:
            findings.error(
                "BG301",
                f"point `{shape.point}` belongs to another section",
                file,
                (*at, "point"),
                hint=f"points here: {', '.join(mine) or 'none'}",
            )
        else:
            ids.check(shape.point, "points", file, (*at, "point"), findings)
    for kind, names in (
        ("actors", shape.actors),
        ("places", shape.places),
        ("events", shape.events),
        ("quantities", shape.quantities),
    ):
        ids.check_all(names, kind, file, (*at, kind), findings)
    ids.check_all(shape.covers, "claims", file, (*at, "covers"), findings)
    ids.check_all(shape.needs, "units", file, (*at, "needs"), findings)
    for index, name in enumerate(shape.quantities):
        if name not in known or known[name].precision == "counted":
            continue  # a list that the reader can count states its number
        if not numbers.stands_in(known[name].value, words):
            value = numbers.written(known[name].value)
            findings.warning(
                "BG308",
                f"`text` does not state the number of `{name}`, {value} {known[name].unit}",
                file,
                (*at, "quantities", index),
                hint="state it, or take the quantity out",
            )
    who = shape.attribution
    if who and who.by is Speaker.SPEAKER and not who.who:
        findings.error("BG316", "a speaker needs a name", file, (*at, "attribution"), hint="add `who`")
    if shape.status and shape.kind is not Kind.FACT:
        findings.warning(
            "BG318",
            f"`status` is for facts; this is a {shape.kind.value}",
            file,
            (*at, "status"),
            key=True,
            hint="take it out",
        )
    return Unit(
        id=shape.id,
        section=section,
        kind=shape.kind,
        text=full,
        short=brief,
        rank=shape.rank,
        origin=origin,
        point=shape.point,
        lead=clean(shape.lead) if shape.lead else None,
        covers=shape.covers,
        hedge=hedge,
        attribution=Attribution(by=who.by, who=clean(who.who) if who.who else None)
        if who
        else Attribution(by=Speaker.AUTHOR),
        status=shape.status,
        dates=spans(shape.dates, file, (*at, "dates"), findings),
        actors=shape.actors,
        places=shape.places,
        topics=shape.topics,
        events=shape.events,
        quantities=shape.quantities,
        needs=shape.needs,
        marking=shape.marking,
        disputed=shape.disputed,
        editor_note=clean(shape.editor_note) if shape.editor_note else None,
        aside=clean(shape.aside) if shape.aside else None,
        language=shape.language,
    )


def _lead(shape: UnitShape, file: str, at: Keys, findings: Findings) -> None:
    if shape.lead is None:
        why = (
            "is a key judgement"
            if shape.kind is Kind.KEY_JUDGEMENT
            else "has the topic `watch`"
            if "watch" in shape.topics
            else None
        )
        if why:
            findings.error(
                "BG303",
                f"unit `{shape.id}` {why} and has no `lead`",
                file,
                at,
                hint="add two to six words that are already the point",
            )
        return
    check_lead(shape.lead, file, (*at, "lead"), findings)


def check_lead(lead: str, file: str, path: Keys, findings: Findings) -> None:
    """Note a lead that is a sentence of its own, or too long to be read at a glance."""
    if lead.rstrip().endswith("."):
        findings.warning(
            "BG315", "a lead ends without a full stop: it is set with one", file, path, hint="take it away"
        )
    if (count := len(lead.split())) > LEAD_MOST:
        findings.warning(
            "BG315",
            f"the lead has {count} words; at most {LEAD_MOST} read as one",
            file,
            path,
            hint="say it shorter",
        )


def _headline(line: str, most: int, file: str, path: Keys, findings: Findings) -> None:
    line = clean(line)
    if len(line) > most:
        findings.warning(
            "BG315",
            f"the headline has {len(line)} characters; at most {most} stay on two lines",
            file,
            path,
            hint="say it shorter",
        )
    if line.endswith("."):
        findings.warning("BG315", "a headline ends without a full stop", file, path, hint="take it away")
