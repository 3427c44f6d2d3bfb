"""The shapes of a report's files -> Report: ids checked, texts and dates read, sections in reading order."""

from pathlib import Path
from typing import Any

from ..model.markings import Markings
from ..model.report import Author, Claim, Origin, Report, Series, Unit
from . import facts, labels, needs, pictures, sections, shorts, tables, units, works
from .dates import DAY, DateError, day, remedy, span
from .decoding import Parsed, decode
from .files import Source
from .findings import Findings
from .ids import Ids
from .markup import clean
from .reports import LISTS
from .shapes import ReportShape

KINDS = {"source": "claims"}
"""File kinds whose ids are called otherwise."""


def resolve(
    name: str,
    sources: dict[str, Source],
    lost: tuple[str, ...],
    findings: Findings,
    folder: Path | None,
    sha256: str,
    markings: Markings,
) -> Report | None:
    """Return the report, or None where it cannot be made; everything that is wrong is noted."""
    lists: dict[str, Parsed[Any]] = {}
    ids = _lost(lost)
    head: Parsed[ReportShape] | None = (
        decode(sources["report.yaml"], "report", findings, folder) if "report.yaml" in sources else None
    )
    for kind in LISTS:
        found = KINDS.get(kind, kind)
        source = sources.get(f"{kind}.yaml")
        parsed = decode(source, kind, findings, folder) if source else None
        if parsed is None:
            if source is not None:
                ids.close(found)
            continue
        lists[kind] = parsed
        for index, entry in enumerate(parsed.value):
            ids.add(found, entry.id, parsed.file, (parsed.index(index),), findings)
        ids.note(found, parsed.ids, parsed.file)
        if not parsed.sure:
            ids.close(found)
    shapes = sections.gather(sources, findings, folder, ids)
    datasets = _datasets(sources, findings, folder, ids)
    if head is not None:
        _head(name, head, ids, findings)
        order = sections.order(head, shapes, ids, findings)
    else:
        order = [(p, None) for p in shapes.values()]
    made: list[Unit] = []
    for parsed, _ in order:
        made += units.units(parsed, ids, lists.get("quantities"), findings)
    needs.check(tuple(made), findings)
    events = facts.events(lists.get("events"), ids, findings)
    cautious = {u.id: u.hedge.here for u in made if u.hedge}
    figures = pictures.figures(lists.get("figures"), lists, datasets, cautious, ids, findings)
    references = works.references(lists["references"], findings) if "references" in lists else ()
    actors = facts.actors(lists.get("actors"), ids, findings)
    places = facts.places(lists.get("places"), ids, findings)
    groups = facts.groups(lists.get("groups"), ids, findings)
    relations = facts.relations(lists.get("relations"), ids, findings)
    quantities = facts.quantities(lists.get("quantities"), ids, findings)
    labels.check((*made, *events), lists.get("figures"), sources, datasets, markings, findings)
    shorts.check_all(made, events, quantities, findings)
    if head is None or findings.failed:
        return None
    shape = head.value
    return Report(
        id=shape.id,
        title=clean(shape.title),
        short_title=clean(shape.short_title or shape.title),
        authors=tuple(Author(family=clean(a.family), given=clean(a.given), role=a.role) for a in shape.authors),
        date=str(shape.date),
        as_of=day(shape.as_of),
        language=shape.language,
        sections=tuple(sections.section(p, parent) for p, parent in order),
        units=tuple(made),
        self_reference=shape.self_,
        sha256=sha256,
        origin=Origin(file=head.file),
        publisher=shape.publisher,
        series=Series(
            name=shape.series.name, number=str(shape.series.number) if shape.series.number is not None else None
        )
        if shape.series
        else None,
        rights=shape.rights,
        reviewed=shape.reviewed,
        likelihood=shape.likelihood,
        claims=tuple(
            Claim(id=c.id, paragraph=c.paragraph, page=c.page, notes=c.notes, kind=c.kind)
            for c in (lists["source"].value if "source" in lists else ())
        ),
        events=events,
        datasets=tuple(d for d in datasets.values() if d is not None),
        figures=figures,
        references=references,
        actors=actors,
        places=places,
        groups=groups,
        relations=relations,
        quantities=quantities,
    )


def _lost(names: tuple[str, ...]) -> Ids:
    """Return ids that keep silent about what files that cannot be read may hold."""
    ids = Ids()
    for name in names:
        stem = name.removesuffix(".yaml").removesuffix(".csv")
        if name.startswith("sections/"):
            ids.note("sections", (stem.removeprefix("sections/"),), name)
            ids.close("units")
            ids.close("points")
        elif name.startswith("data/"):
            ids.note("datasets", (stem.removeprefix("data/"),), name)
        elif stem in LISTS:
            ids.close(KINDS.get(stem, stem))
    return ids


def _head(name: str, head: Parsed[ReportShape], ids: Ids, findings: Findings) -> None:
    """Check what report.yaml says of itself."""
    shape, file = head.value, head.file
    if shape.id != name:
        findings.error(
            "BG118",
            f"the report is called `{shape.id}`, its folder `{name}`",
            file,
            ("id",),
            hint="give both the same name",
        )
    ids.check(shape.self_, "references", file, ("self",), findings)
    try:
        if span(shape.date).approximate or "/" in str(shape.date) or "X" in str(shape.date):
            raise DateError(f"`{shape.date}` is no day, month or year")
    except DateError as error:
        findings.error("BG309", str(error), file, ("date",), hint=remedy(shape.date, "2021-11-14, 2021-11 or 2021"))
    try:
        day(shape.as_of)
    except DateError as error:
        findings.error("BG309", str(error), file, ("as_of",), hint=remedy(shape.as_of, DAY, exact=True))


def _datasets(sources: dict[str, Source], findings: Findings, folder: Path | None, ids: Ids) -> dict[str, Any]:
    """Return the tables of data/ by name; None for one that is there and cannot be used."""
    out: dict[str, Any] = {}
    known = ids.names("datasets")  # those that have a file that cannot be read, which has been told
    for name, source in sources.items():
        if not name.startswith("data/"):
            continue
        stem = name.removeprefix("data/").rpartition(".")[0]
        ids.note("datasets", (stem,), source.name)
        out.setdefault(stem, None)
        other = f"data/{stem}.csv" if name.endswith(".yaml") else f"data/{stem}.yaml"
        if other not in sources and stem not in known:
            missing = "the table itself" if name.endswith(".yaml") else "the description of its columns"
            findings.error(
                "BG626", f"{missing}, {other}, is missing", source.name, line=1, column=1, hint=f"add {other}"
            )
        elif name.endswith(".yaml") and other in sources:
            parsed = decode(source, "data", findings, folder)
            if parsed is not None:
                ids.check_all(parsed.value.cites, "references", source.name, ("cites",), findings)
                before = len(findings.found)
                table = tables.dataset(stem, parsed, sources[other], findings)
                # what is wrong in a table is told once, not again by each figure that draws it
                out[stem] = table if len(findings.found) == before else None
    return out
