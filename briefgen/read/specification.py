"""The shape of a brief's file -> BriefSpec: lengths, dates, words of the issuer's own; every id checked."""

import datetime as dt

import msgspec

from ..model.base import Value
from ..model.choice import choice
from ..model.inline import plain
from ..model.markings import Markings
from ..model.report import Hedge, Origin, Report
from ..model.spec import BriefSpec, Emphasis, Format, Issuer, Length, Replacement
from . import ceilings, labels, lengths, pins, shorts, units
from .contents import content
from .dates import DAY, DateError, day, remedy
from .decoding import Parsed
from .findings import Findings, Keys, guess
from .ids import Ids
from .markup import clean
from .project import Project, stems, theme_file
from .shapes import SpecShape
from .shapes.spec import ReplaceShape


class Head(Value, frozen=True, kw_only=True):
    """What can be read of a spec without its report; `known` are all lengths that a pin may name."""

    as_of: dt.date | None
    lengths: tuple[Length, ...]
    known: dict[str, Length]
    markings: Markings = Markings()


def head(parsed: Parsed[SpecShape], project: Project, markings: Markings, findings: Findings) -> Head:
    """Return what needs no report, checked: theme, lengths, day, and that a spec repeats nothing."""
    shape, file = parsed.value, parsed.file
    found, known = lengths.lengths(shape, file, findings)
    lengths.check(shape, known, file, findings)
    if theme_file(shape.theme, project) is None:
        findings.error(
            "BG411",
            f"there is no theme `{shape.theme}`",
            file,
            ("theme",),
            hint=guess(shape.theme, stems(project.themes), "themes"),
        )
    for index, one in enumerate(shape.formats):
        if one in shape.formats[:index]:
            findings.warning("BG421", f"`{one.value}` stands twice", file, ("formats", index), hint="take one out")
    if shape.figure_tables and not (Format.PDF in shape.formats and any(one.apparatus for one in found)):
        findings.warning(
            "BG427",
            "`figure_tables` has no effect: none of these lengths has a PDF of eight pages or more",
            file,
            ("figure_tables",),
            hint="add `full`, or take it out",
        )
    labels.known(shape.marking, markings, Origin(file=file), findings)
    as_of = None
    try:
        as_of = day(shape.as_of)
    except DateError as error:
        findings.error("BG309", str(error), file, ("as_of",), hint=remedy(shape.as_of, DAY, exact=True))
    return Head(as_of=as_of, lengths=found, known=known, markings=markings)


def resolve(
    name: str, parsed: Parsed[SpecShape], read: Head, sha256: str, report: Report, findings: Findings
) -> BriefSpec | None:
    """Return the spec, or None where it cannot be made; everything that is wrong is noted."""
    shape, file = parsed.value, parsed.file
    ids = ids_of(report)
    if read.as_of and read.as_of < report.as_of:
        findings.error(
            "BG413",
            f"the brief stands for {read.as_of}, but the report tells events up to {report.as_of}",
            file,
            ("as_of",),
            hint=f"write {report.as_of} or a later day",
        )
    if shape.language != report.language:
        findings.error(
            "BG414",
            f"the report is in `{report.language}`; there is no content in `{shape.language}`",
            file,
            ("language",),
            hint=f"write `language: {report.language}`; labels have a language of their own, `furniture`",
        )
    entries = content(shape, report, ids, file, findings)
    pin = lengths.by_length(shape.pin, "pin", read.known, ids, file, findings)
    omit = lengths.by_length(shape.omit, "omit", read.known, ids, file, findings)
    gone = dict(omit).get(read.lengths[-1].name, ()) if read.lengths else ()
    chosen = choice(report, entries)
    ceilings.check(shape, entries, chosen, gone, report, read.markings, file, findings)
    pins.check(shape, chosen, read.known, report, file, findings)
    emphasis = _emphasis(shape, ids, file, findings)
    replace = _replacements(shape, report, ids, file, findings)
    if read.as_of is None or findings.failed:
        return None
    issuer = shape.issuer
    return BriefSpec(
        id=name,
        report=shape.report,
        title=clean(shape.title),
        short_title=clean(shape.short_title) if shape.short_title else report.short_title,
        issuer=Issuer(
            name=clean(issuer.name),
            series=clean(issuer.series) if issuer.series else None,
            number=str(issuer.number) if issuer.number is not None else None,
            contact=clean(issuer.contact) if issuer.contact else None,
        ),
        as_of=read.as_of,
        theme=shape.theme,
        lengths=read.lengths,
        content=entries,
        origin=Origin(file=file),
        sha256=sha256,
        kicker=clean(shape.kicker) if shape.kicker else None,
        subtitle=clean(shape.subtitle) if shape.subtitle else None,
        audience=clean(shape.audience) if shape.audience else None,
        language=shape.language,
        furniture=shape.furniture,
        page=shape.page,
        marking=shape.marking,
        redact=shape.redact,
        figure_tables=shape.figure_tables,
        attach=shape.attach,
        standard=shape.standard,
        notes=shape.notes,
        formats=tuple(dict.fromkeys(shape.formats)),
        emphasise=emphasis,
        pin=pin,
        omit=omit,
        replace=replace,
    )


def ids_of(report: Report) -> Ids:
    """Return all ids of a report."""
    ids, file = Ids(), report.origin.file
    for kind, found in (
        ("sections", report.sections),
        ("units", report.units),
        ("actors", report.actors),
        ("references", report.references),
        ("figures", report.figures),
    ):
        ids.note(kind, (x.id for x in found), file)
    ids.note("topics", (t for u in report.units for t in u.topics), file)
    return ids


def _emphasis(shape: SpecShape, ids: Ids, file: str, findings: Findings) -> Emphasis:
    if shape.emphasise is None:
        return Emphasis()
    parts = {"topics": shape.emphasise.topics, "actors": shape.emphasise.actors, "sections": shape.emphasise.sections}
    for kind, factors in parts.items():
        for name in factors:
            ids.check(name, kind, file, ("emphasise", kind, name), findings)
    return Emphasis(**{kind: tuple(sorted(factors.items())) for kind, factors in parts.items()})


def _replacements(shape: SpecShape, report: Report, ids: Ids, file: str, findings: Findings) -> tuple[Replacement, ...]:
    """Return the issuer's own words; they keep the source's caution."""
    by_id = {u.id: u for u in report.units}
    out = []
    for name, new in shape.replace.items():
        at: Keys = ("replace", name)
        unit = by_id.get(name)
        if unit is None:
            ids.check(name, "units", file, at, findings)
            continue
        if new == ReplaceShape():
            findings.warning(
                "BG420",
                f"nothing is replaced in `{name}`",
                file,
                at,
                key=True,
                hint="give `lead`, `text`, `short` or `hedge`",
            )
        full = units.text(new.text, file, (*at, "text"), ids, findings) if new.text else None
        brief = units.short(new.short, file, (*at, "short"), findings) if new.short else None
        if brief and len(brief) > units.SHORT_MOST:
            findings.warning(
                "BG315",
                f"`short` has {len(brief)} characters; at most {units.SHORT_MOST} read well",
                file,
                (*at, "short"),
                hint="say it shorter",
            )
        hedge = unit.hedge
        if new.hedge:
            source = new.hedge.source or (unit.hedge.source if unit.hedge else new.hedge.here)
            hedge = Hedge(source=clean(source), here=clean(new.hedge.here))
        if hedge:
            # the source's word stays the measure, whatever the spec says that it is
            allowed = Hedge(source=unit.hedge.source if unit.hedge else hedge.source, here=hedge.here)
            units.check_hedge(
                allowed, plain(full if full is not None else unit.text), brief or unit.short, file, at, findings
            )
        if new.lead:
            units.check_lead(new.lead, file, (*at, "lead"), findings)
        if full is not None or brief:
            said = msgspec.structs.replace(
                unit,
                text=full if full is not None else unit.text,
                short=brief or unit.short,
                origin=Origin(file=file, path=at),
            )
            shorts.check_all((said,), report.events, report.quantities, findings)
        out.append(
            Replacement(
                unit=name,
                lead=clean(new.lead) if new.lead else None,
                text=full,
                short=brief,
                hedge=hedge if new.hedge else None,
            )
        )
    return tuple(out)
