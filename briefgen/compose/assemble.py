"""A selection of candidates -> the Document of one length: blocks in the spec's order, notes numbered."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from ..model import document as doc
from ..model import spec as content
from ..model.base import Value
from ..model.figure import Figure, FigureSpec, TableSpec
from ..model.inline import Call, Inline, Inlines, Text
from ..model.report import Point, Report, Section, Unit
from ..model.spec import BriefSpec, Length
from ..typeset import furniture as words
from ..typeset import language as lang
from . import cite
from .figures import table
from .select import Candidates

MERGED_MOST = 4
"""Statements that a paragraph of a two-page brief may hold when a point of a single statement joins it."""


class Selection(Value, frozen=True, kw_only=True):
    """How much of the candidates a length shows: ids of body units, and the first n of the rest."""

    body: tuple[str, ...] = ()
    judgements: int = 5
    figures: int = 0
    tables: int = 0
    watch: int = 0


class Material(Value, frozen=True, kw_only=True):
    """What every length of a brief is made from."""

    report: Report
    spec: BriefSpec
    candidates: Candidates
    figures: dict[str, Figure]
    source: cite.Source


def assemble(material: Material, length: Length, selection: Selection, *, slides: bool) -> doc.Document:
    """Return the document of one length. For `slides` every point keeps its own block; paper may merge short ones."""
    report, spec, found = material.report, material.spec, material.candidates
    labels = lang.labels(spec.furniture)
    notes = cite.Notes(material.source, spec.furniture, full=length.full_notes)
    chosen = set(selection.body)
    units = [u for u in found.body if u.id in chosen]
    figures = list(found.figures[: selection.figures])
    tables = list(found.tables[: selection.tables])
    numbered = len(figures) > 1
    blocks: list[doc.Block] = []
    waiting: list[FigureSpec] = [*figures, *tables]
    counts = {"figure": 0, "table": 0, "section": 0}
    places = {p.id: s.id for s in report.sections for p in s.points}
    shown: list[str] = [u.id for u in units]
    prose = length.prose or slides

    def statements(some: Sequence[Unit], *, each: bool) -> tuple[doc.Statement, ...]:
        return notes.statements(tuple(some), each=each)

    def picture(spec_: FigureSpec, section: str | None) -> doc.Block:
        waiting.remove(spec_)
        remarks = {
            0: spec_.note or "",
            1: labels.as_of.format(date=lang.long_date(spec.as_of, spec.furniture)) + ".",
        }
        cites = spec_.cites or (report.self_reference,)
        source = cite.source_line(cites, notes, labels.source, remarks)
        if isinstance(spec_, TableSpec):
            about, columns, rows = table(spec_, report, spec.furniture)
            counts["table"] += 1
            return doc.TableBlock(
                words=about,
                number=counts["table"] if len(tables) > 1 else None,
                section=section,
                columns=columns,
                rows=rows,
                source=source,
                origin=report.origin,
            )
        counts["figure"] += 1
        return doc.FigureBlock(
            figure=material.figures[spec_.id],
            number=counts["figure"] if numbered else None,
            section=section,
            source=source,
            origin=report.origin,
        )

    def section_blocks(names: Sequence[str]) -> None:
        by_id = {s.id: s for s in report.sections}
        for name in names:
            section = by_id[name]
            mine = [u for u in units if u.section == name]
            drawn = [f for f in waiting if f.point and places.get(f.point) == name]
            inside = [s.id for s in report.sections if _inside(s, name, by_id) and s.id in names]
            stands = mine or drawn or any(u.section in inside for u in units)
            if not stands or not prose:
                continue
            level = 1 if section.parent not in names else 2
            counts["section"] += level == 1
            blocks.append(
                doc.Heading(
                    section=name,
                    level=level,
                    headline=section.headline,
                    number=counts["section"] if level == 1 else None,
                    bottom_line=section.bottom_line,
                )
            )
            groups = _groups(section, mine, merge=not slides and length.pages <= 2, drawn=drawn)
            for point, some, pictures in groups:
                if some:
                    blocks.append(
                        doc.Prose(
                            section=name,
                            point=point.id if point else None,
                            headline=point.headline if point else section.headline,
                            statements=statements(some, each=False),
                        )
                    )
                blocks.extend(picture(f, name) for f in pictures)

    for entry in spec.content:
        match entry:
            case content.BottomLine():
                if found.bottom_line:
                    shown.append(found.bottom_line.id)
                    blocks.append(doc.BottomLine(statement=statements([found.bottom_line], each=True)[0]))
            case content.KeyJudgements():
                some = found.judgements[: selection.judgements]
                if some:
                    shown += [u.id for u in some]
                    blocks.append(doc.KeyJudgements(statements=statements(some, each=True), hint=labels.hedges))
            case content.Sections(ids=ids):
                section_blocks([s for s in found.sections if _asked(s, ids, report)])
            case content.Units():
                done = {b.section for b in blocks if isinstance(b, doc.Heading)}
                rest = [u.section for u in units if u.section not in done]
                asked = {
                    s
                    for e in spec.content
                    if isinstance(e, content.Sections)
                    for s in found.sections
                    if _asked(s, e.ids, report)
                }
                section_blocks([s for s in dict.fromkeys(rest) if s not in asked])
            case content.Figures() | content.Tables():
                wanted = [f for f in waiting if isinstance(f, TableSpec) == isinstance(entry, content.Tables)]
                blocks.extend(picture(f, None) for f in wanted)
            case content.Outlook():
                if found.outlook:
                    if units and not prose:
                        blocks.append(doc.Bullets(headline=labels.evidence, statements=statements(units, each=True)))
                    shown += [u.id for u in found.outlook]
                    blocks.append(doc.Outlook(statements=statements(found.outlook, each=False)))
            case content.Watch():
                some = found.watch[: selection.watch]
                if some:
                    shown += [u.id for u in some]
                    blocks.append(doc.Watch(statements=statements(some, each=False)))
            case content.Sources():
                blocks.append(doc.Sources())
            case _:
                assert_never(entry)
    if units and not prose and not any(isinstance(b, doc.Bullets) for b in blocks):
        blocks.append(doc.Bullets(headline=labels.evidence, statements=statements(units, each=True)))
    if not any(isinstance(b, doc.Sources) for b in blocks):
        blocks.append(doc.Sources())
    blocks.append(doc.Colophon(text=_colophon(report, spec)))
    series = " ".join(p for p in (spec.issuer.series, words.numbered(spec.issuer.number, spec.furniture)) if p)
    people = words.joined([f"{a.given} {a.family}".strip() for a in report.authors], spec.furniture)
    return doc.Document(
        brief=spec.id,
        length=length,
        title=spec.title,
        short_title=spec.short_title,
        issuer=spec.issuer.name,
        issuer_line=series,
        report_line=_report_line(report),
        author_line=labels.after.format(author=people) if people else "",
        as_of=labels.as_of.format(date=lang.long_date(spec.as_of, spec.furniture)),
        date=spec.as_of,
        language=spec.language,
        labels=labels,
        sheet=spec.page,
        blocks=tuple(blocks),
        notes=notes.made,
        units=tuple(_reading_order(blocks)),
        references=tuple(dict.fromkeys(r for n in notes.made for r in n.references)),
        kicker=spec.kicker,
        subtitle=spec.subtitle,
        marking=spec.marking,
    )


def _groups(
    section: Section, units: list[Unit], *, merge: bool, drawn: list[FigureSpec]
) -> list[tuple[Point | None, list[Unit], list[FigureSpec]]]:
    """Return (point, its units, the pictures after it) in reading order; with `merge` scraps join their neighbours."""
    points: list[Point | None] = [None, *section.points]
    groups: list[tuple[Point | None, list[Unit], list[FigureSpec]]] = []
    for point in points:
        name = point.id if point else None
        some = [u for u in units if u.point == name]
        pictures = [f for f in drawn if f.point == name]
        last = groups[-1] if groups else None
        scraps = last is not None and min(len(last[1]), len(some)) == 1 and len(last[1]) + len(some) <= MERGED_MOST
        if merge and last and not last[2] and scraps:
            groups[-1] = (last[0], [*last[1], *some], pictures)
        elif some or pictures:
            groups.append((point, some, pictures))
    return groups


def _inside(section: Section, name: str, by_id: dict[str, Section]) -> bool:
    """Tell whether a section is nested, at any depth, in the one named."""
    parent = section.parent
    while parent is not None:
        if parent == name:
            return True
        parent = by_id[parent].parent
    return False


def _asked(section: str, ids: tuple[str, ...], report: Report) -> bool:
    """Tell whether a section is one of those asked for, or nested in one."""
    by_id = {s.id: s for s in report.sections}
    return section in ids or any(_inside(by_id[section], i, by_id) for i in ids)


def _reading_order(blocks: Sequence[doc.Block]) -> list[str]:
    """Return the ids of all units shown, in the order of the blocks."""
    out: list[str] = []
    for block in blocks:
        match block:
            case doc.BottomLine(statement=one):
                out.append(one.unit)
            case doc.KeyJudgements() | doc.Prose() | doc.Bullets() | doc.Outlook() | doc.Watch():
                out += [s.unit for s in block.statements]
            case doc.Heading() | doc.FigureBlock() | doc.TableBlock() | doc.Sources() | doc.Colophon():
                pass
            case _:
                assert_never(block)
    return out


def _report_line(report: Report) -> str:
    """Return how the report is called: "Ivan U. Klyszcz, Recherches & Documents 17/2021"."""
    people = words.joined([f"{a.given} {a.family}".strip() for a in report.authors], report.language)
    series = f"{report.series.name} {report.series.number or ''}".strip() if report.series else report.title
    return ", ".join(p for p in (people, series) if p)


def _colophon(report: Report, spec: BriefSpec) -> Inlines:
    """Return whose report the brief is drawn from, and who did not review it, the title set in italics."""
    text = lang.colophon(spec.furniture, reviewed=report.reviewed)
    filled = text.format(
        issuer=spec.issuer.name,
        authors=words.joined([f"{a.given} {a.family}".strip() for a in report.authors], spec.furniture) or report.title,
        title="\0",
        series=", ".join(
            p
            for p in (
                f"{report.series.name} {report.series.number or ''}".strip() if report.series else "",
                report.publisher or "",
            )
            if p
        ),
        date=words.partial_date(tuple(int(p) for p in report.date.split("-")), spec.furniture),
    ).replace("(, ", "(")
    before, _, after = filled.partition("\0")
    out: list[Inline] = [Text(text=before), Text(text=report.title, emphasis=True), Text(text=after)]
    return tuple(out)


def calls(text: Inlines) -> tuple[int, ...]:
    """Return the numbers of the notes that a text calls."""
    return tuple(n for i in text if isinstance(i, Call) for n in i.notes)


def with_sections(selection: Selection, body: Sequence[str]) -> Selection:
    """Return the selection with other body units."""
    return replace(selection, body=tuple(body))
