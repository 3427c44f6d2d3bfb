"""A report and a spec that asks for an abridged edition -> both without what is marked more strictly than the brief.

No later phase meets what is withheld: units, and those that lean on them; events, figures and data that are marked or
that only such units bring; places, actors, works and whatever else nothing that stays still names; points and sections
of which nothing is left. What a house writes of its own stays as written: titles, headlines, captions and bottom lines
of sections that keep a unit.
"""

import hashlib
from collections.abc import Collection, Iterable

import msgspec
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity
from ..model.base import Value
from ..model.figure import FigureSpec, NumbersSpec, PlacesSpec, TimelineSpec
from ..model.inline import Citation
from ..model.markings import Markings, drawn, marked
from ..model.report import Kind, Report, Section, Unit
from ..model.spec import (
    BottomLine,
    BriefSpec,
    Content,
    Figures,
    KeyJudgements,
    Outlook,
    Sections,
    Tables,
    Units,
    Watch,
)

SLOTS = {BottomLine: Kind.BOTTOM_LINE, KeyJudgements: Kind.KEY_JUDGEMENT, Outlook: Kind.OUTLOOK}


class Redacted(Value, frozen=True, kw_only=True):
    """What a brief may show, and the keys of what it may not: "<kind>/<id>"."""

    report: Report
    spec: BriefSpec
    withheld: tuple[str, ...] = ()
    told: tuple[Diagnostic, ...] = ()


def redacted(report: Report, spec: BriefSpec, house: Markings) -> Redacted:
    """Return report and spec without what is marked above the brief, if the spec asks for that.

    `spec.redact` then says whether anything was withheld: whether the edition is abridged.
    """
    gone = _withheld(report, spec, house) if spec.redact else set()
    if not gone:
        return Redacted(report=report, spec=replace(spec, redact=False))
    less = _without(report, gone)
    content = tuple(_kept(spec.content, less, gone))
    units = {u.id for u in less.units}
    return Redacted(
        report=less,
        spec=replace(
            spec,
            content=content,
            pin=tuple((name, tuple(i for i in ids if i in units)) for name, ids in spec.pin),
            omit=tuple((name, tuple(i for i in ids if i in units)) for name, ids in spec.omit),
            replace=tuple(r for r in spec.replace if r.unit in units),
        ),
        withheld=tuple(sorted(gone)),
        told=tuple(_emptied(spec, content)),
    )


def _withheld(report: Report, spec: BriefSpec, house: Markings) -> set[str]:
    """Return the keys of all that is withheld."""
    labels = marked(report, house)
    gone = {key for key, label in labels.items() if house.above(label, spec.marking)}
    leaning = {f"unit/{u.id}": {f"unit/{n}" for n in u.needs} for u in report.units}
    while more := {key for key, needs in leaning.items() if key not in gone and needs & gone}:
        gone |= more
    points: dict[str | None, set[str]] = {}
    for unit in report.units:
        points.setdefault(unit.point, set()).add(f"unit/{unit.id}")
    stated: dict[str, set[str]] = {}
    for unit in report.units:
        for one in unit.quantities:
            stated.setdefault(one, set()).add(f"unit/{unit.id}")
    for figure in report.figures:
        words = _words(figure)
        events = {f"event/{e.id}" for e in drawn(figure, report)}
        numbers = (stated[w] for w in words & stated.keys()) if isinstance(figure, NumbersSpec) else ()
        whole = (events, points.get(figure.point) if figure.point else None, *numbers)
        # a figure that draws what a unit says would say it
        if any(some and some <= gone for some in whole) or any(f"unit/{w}" in gone for w in words):
            gone.add(f"figure/{figure.id}")
    names = _names(report) | {"spec": _own_works(spec, gone)}
    while more := _only_by(gone, names) - {f"reference/{report.self_reference}"}:
        gone |= more
    return gone


def _own_works(spec: BriefSpec, gone: Collection[str]) -> set[str]:
    """Return the works that the house's own words cite for units that stay."""
    texts = (r.text or () for r in spec.replace if f"unit/{r.unit}" not in gone)
    return {f"reference/{w.reference}" for text in texts for i in text if isinstance(i, Citation) for w in i.works}


def _only_by(gone: Collection[str], names: dict[str, set[str]]) -> set[str]:
    """Return what things that are withheld name, and nothing that stays does; units go by their markings alone."""
    lost = {n for key in gone for n in names.get(key, ())}
    kept = {n for key, some in names.items() if key not in gone for n in some}
    return {n for n in lost - kept if n in names and n not in gone and not n.startswith("unit/")}


def _names(report: Report) -> dict[str, set[str]]:
    """Return the keys of all things of a report, each with those that it names."""

    def keys(kind: str, ids: Iterable[str | None]) -> set[str]:
        return {f"{kind}/{i}" for i in ids if i}

    actors = {a.id for a in report.actors}
    out: dict[str, set[str]] = {}
    for u in report.units:
        works = {w.reference for i in u.text if isinstance(i, Citation) for w in i.works}
        out[f"unit/{u.id}"] = (
            keys("event", u.events)
            | keys("place", u.places)
            | keys("actor", u.actors)
            | keys("quantity", u.quantities)
            | keys("claim", u.covers)
            | keys("reference", works)
        )
    for e in report.events:
        brought = keys("actor", e.actors) | keys("place", [e.place]) | keys("claim", e.covers)
        out[f"event/{e.id}"] = brought | keys("reference", e.cites)
    kinds: list[tuple[str, Iterable[Value]]] = [
        *(("dataset", report.datasets), ("event", report.events), ("actor", report.actors), ("place", report.places)),
        *(("group", report.groups), ("relation", report.relations), ("quantity", report.quantities)),
    ]
    known: dict[str, set[str]] = {}
    for kind, things in kinds:
        for t in things:
            known.setdefault(t.id, set()).add(f"{kind}/{t.id}")  # type: ignore[attr-defined]
    for f in report.figures:
        named = keys("reference", f.cites).union(*(known.get(word, ()) for word in _words(f)))
        # a word of other figures may chance to be a number's id
        out[f"figure/{f.id}"] = {n for n in named if isinstance(f, NumbersSpec) or not n.startswith("quantity/")}
    for d in report.datasets:
        cells = {c for row in d.rows for c in row if isinstance(c, str)}
        out[f"dataset/{d.id}"] = keys("actor", cells & actors) | keys("reference", d.cites)
    for g in report.groups:
        out[f"group/{g.id}"] = keys("actor", (m.actor for m in g.members)) | keys("reference", g.cites)
    for r in report.relations:
        ends = keys("actor", (r.source, r.target)) | keys("group", (r.source, r.target))
        out[f"relation/{r.id}"] = ends | keys("reference", r.cites)
    for q in report.quantities:
        out[f"quantity/{q.id}"] = keys("reference", q.cites)
    out |= {f"actor/{a.id}": keys("actor", [a.of]) for a in report.actors}
    out |= {f"place/{p.id}": keys("actor", [p.capital_of]) for p in report.places}
    out |= {f"reference/{w.id}": set() for w in report.references} | {f"claim/{c.id}": set() for c in report.claims}
    return out


def _words(figure: FigureSpec) -> set[str]:
    """Return every string in the fields of a figure, whatever its kind: ids stand in them, alone or in lists."""
    found: set[str] = set()
    waiting: list[object] = [msgspec.to_builtins(figure)]
    while waiting:
        match waiting.pop():
            case str() as word:
                found.add(word)
            case dict() as fields:
                waiting += fields.values()
            case (list() | tuple()) as some:
                waiting += some
            case _:
                pass
    return found


def _without(report: Report, gone: Collection[str]) -> Report:
    """Return a report without things; its hash is that of what is left, and says nothing of what is not."""

    def kept(kind: str, things: Iterable[Value]) -> tuple[Value, ...]:
        return tuple(t for t in things if f"{kind}/{t.id}" not in gone)  # type: ignore[attr-defined]

    units = tuple(
        replace(u, events=tuple(e for e in u.events if f"event/{e}" not in gone))
        for u in report.units
        if f"unit/{u.id}" not in gone
    )
    less = replace(
        report,
        units=units,
        sections=tuple(_sections(report, units)),
        figures=tuple(_less(f, report, gone) for f in report.figures if f"figure/{f.id}" not in gone),
        events=kept("event", report.events),
        datasets=kept("dataset", report.datasets),
        actors=kept("actor", report.actors),
        places=kept("place", report.places),
        groups=kept("group", report.groups),
        relations=kept("relation", report.relations),
        quantities=kept("quantity", report.quantities),
        references=kept("reference", report.references),
        claims=kept("claim", report.claims),
        sha256="",
    )
    return replace(less, sha256=hashlib.sha256(msgspec.msgpack.encode(less)).hexdigest())


def _sections(report: Report, units: tuple[Unit, ...]) -> Iterable[Section]:
    """Yield the sections and points of which something is left, or never had anything."""
    before = {u.section for u in report.units}
    after = {u.section for u in units}
    for section in report.sections:
        if section.id in after:
            for parent in _parents(section, report):
                after.add(parent)
    stays = {s.id for s in report.sections if s.id in after or s.id not in before}
    had = {u.point for u in report.units}
    has = {u.point for u in units}
    for section in report.sections:
        if section.id in stays:
            points = tuple(p for p in section.points if p.id in has or p.id not in had)
            yield replace(section, points=points)


def _parents(section: Section, report: Report) -> Iterable[str]:
    by_id = {s.id: s for s in report.sections}
    above = section.parent
    while above is not None:
        yield above
        above = by_id[above].parent


def _less(figure: FigureSpec, report: Report, gone: Collection[str]) -> FigureSpec:
    """Return a figure without the events that are withheld, and without lanes that are empty for that."""
    if not isinstance(figure, PlacesSpec | TimelineSpec):
        return figure
    shown = tuple(e for e in figure.events if f"event/{e}" not in gone)
    if isinstance(figure, PlacesSpec):
        return replace(figure, events=shown)
    lanes = []
    for lane in figure.lanes:
        theirs = [e for e in drawn(figure, report) if e.actors[0] in lane.actors]
        if not theirs or any(f"event/{e.id}" not in gone for e in theirs):
            lanes.append(lane)
    return replace(
        figure,
        events=shown,
        key_event=None if f"event/{figure.key_event}" in gone else figure.key_event,
        lanes=tuple(lanes),
    )


def _kept(content: Iterable[Content], report: Report, gone: Collection[str]) -> Iterable[Content]:
    """Yield the entries of a brief's content that still have something to show."""
    sections = {s.id for s in report.sections}
    kinds = {u.kind for u in report.units}
    for entry in content:
        match entry:
            case Sections(ids=ids):
                if left := tuple(i for i in ids if i in sections):
                    yield replace(entry, ids=left)
            case Figures(ids=ids) | Tables(ids=ids):
                if left := tuple(i for i in ids if f"figure/{i}" not in gone):
                    yield replace(entry, ids=left)
            case Units(choose=choose):
                yield replace(
                    entry, choose=replace(choose, ids=tuple(i for i in choose.ids if f"unit/{i}" not in gone))
                )
            case BottomLine(unit=str() as unit):
                if f"unit/{unit}" not in gone:
                    yield entry
            case KeyJudgements(units=named) | Outlook(units=named) | Watch(units=named) if named:
                if left := tuple(i for i in named if f"unit/{i}" not in gone):
                    yield replace(entry, units=left)
            case _:
                if SLOTS.get(type(entry)) in (None, *kinds):
                    yield entry


def _emptied(spec: BriefSpec, content: tuple[Content, ...]) -> Iterable[Diagnostic]:
    """Yield a warning for each slot of which nothing is left."""
    names = {BottomLine: "bottom line", KeyJudgements: "key judgements", Outlook: "outlook", Watch: "list to watch"}
    left = {type(entry) for entry in content}
    for index, entry in enumerate(spec.content):
        if (name := names.get(type(entry))) and type(entry) not in left:
            yield Diagnostic(
                code="BG446",
                severity=Severity.WARNING,
                message=f"the abridged edition has no {name}: all that could stand there is marked more strictly",
                file=spec.origin.file,
                path=("content", index),
                hint="mark one of them less strictly, if that is right, or take the slot out of the content",
            )
