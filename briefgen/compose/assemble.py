"""A selection of candidates -> the Document of one length: blocks in the spec's order, notes numbered."""

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..model import document as doc
from ..model import spec as content
from ..model.base import Value
from ..model.figure import Figure, FigureSpec, TableSpec
from ..model.inline import Call, Text
from ..model.report import Report, Section, Unit
from ..model.spec import BriefSpec, Length
from ..typeset import furniture as words
from ..typeset import language as lang
from . import cite, imprint
from . import credits as credits_
from .annex import annex
from .captions import cited
from .contents import with_contents
from .method import citation, method
from .outline import groups, outermost, paragraphs, reading, standing
from .select import Candidates
from .tables import table

HEADLINE_MOST = 100
"""Characters of a slide's headline of two lines."""


class Selection(Value, frozen=True, kw_only=True):
    """How much of the candidates a length shows: ids of body units and of figures, and the first n of the rest."""

    body: tuple[str, ...] = ()
    judgements: int = 5
    figures: tuple[str, ...] = ()
    tables: int = 0
    watch: int = 0


class Material(Value, frozen=True, kw_only=True):
    """What every length of a brief is made from."""

    report: Report
    spec: BriefSpec
    candidates: Candidates
    figures: dict[str, Figure]
    source: cite.Source
    edition: str = ""
    warnings: tuple[Diagnostic, ...] = ()


def assemble(material: Material, length: Length, selection: Selection, *, slides: bool) -> doc.Document:
    """Return the document of one length. For `slides` every point keeps its own block; paper may merge short ones."""
    report, spec, found = material.report, material.spec, material.candidates
    labels = lang.labels(spec.furniture)
    notes = cite.Notes(material.source, spec.furniture, full=length.full_notes, content=spec.language)
    chosen = set(selection.body)
    units = [u for u in found.body if u.id in chosen]
    figures = [f for f in found.figures if f.id in selection.figures]
    tables = list(found.tables[: selection.tables])
    numbered = len(figures) > 1
    blocks: list[doc.Block] = []
    waiting: list[FigureSpec] = [*figures, *tables]
    counts = {"figure": 0, "table": 0, "section": 0}
    places = {p.id: s.id for s in report.sections for p in s.points}
    sections = {s.id: s for s in report.sections}
    parents = {s.id: s.parent for s in report.sections}
    prose = length.prose or slides

    def statements(some: Sequence[Unit], *, each: bool) -> tuple[doc.Statement, ...]:
        return notes.statements(tuple(some), each=each)

    def headline(unit: Unit) -> str:
        """Return the headline of the section that only a slot shows, unless the brief itself chose the unit."""
        other = unit.section in found.sections or unit.id in found.named
        return "" if other else sections[unit.section].headline

    def picture(spec_: FigureSpec, section: str | None) -> doc.Block:
        waiting.remove(spec_)
        said = imprint.said(spec)
        under = credits_.remarks(spec_, material.figures.get(spec_.id), spec)
        cites = cited(spec_, report)
        source = (
            cite.source_line(cites, notes, labels.source, under, said)
            if slides or length.full_notes
            else cite.source_numbers(cites, notes, words.furniture(spec.furniture), under, said)
        )
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
        pictured = {places[f.point] for f in waiting if f.point in places}
        # a slide of a figure has its section in its frame; on paper a heading without a word under it says nothing
        stand = standing(names, {u.section for u in units} | (pictured if slides else set()), parents)
        tops = outermost(report.sections, names)
        close = not slides and length.pages <= 2
        count = Counter(u.section for u in units)
        joined = {n for n in names if close and tops[n] != n and count[n] < 2 and n not in pictured}
        for name in reading(names, tops, joined):
            if name not in stand or not prose:
                continue
            section = sections[name]
            mine = [u for u in units if u.section == name]
            drawn = [f for f in waiting if f.point and places.get(f.point) == name]
            level = 1 if tops[name] == name else 2
            counts["section"] += level == 1
            if name not in joined:
                blocks.append(
                    doc.Heading(
                        section=name,
                        level=level,
                        headline=section.headline,
                        number=counts["section"] if level == 1 else None,
                        bottom_line=section.bottom_line,
                    )
                )
            some_groups = groups(section, mine, merge=close, drawn=drawn)
            for point, some, pictures in some_groups:
                for part in ([some] if slides else paragraphs(some)) if some else ():
                    blocks.append(
                        doc.Prose(
                            section=name,
                            point=point.id if point else None,
                            headline=point.headline if point else _asserted(section, slides=slides),
                            statements=statements(part, each=False),
                        )
                    )
                blocks.extend(picture(f, name) for f in pictures)

    def bullets() -> None:
        """Add the units as a list, once, where they are no prose: before outlook or sources, whichever is first."""
        if units and not prose and not any(isinstance(b, doc.Bullets) for b in blocks):
            blocks.append(doc.Bullets(headline="", statements=statements(units, each=True)))

    for entry, names in zip(spec.content, found.places, strict=False):
        section_blocks(names)
        match entry:
            case content.BottomLine():
                if found.bottom_line:
                    one = statements([found.bottom_line], each=True)[0]
                    blocks.append(doc.BottomLine(statement=one, headline=headline(found.bottom_line)))
            case content.KeyJudgements():
                some = found.judgements[: selection.judgements]
                if some:
                    blocks.append(doc.KeyJudgements(statements=statements(some, each=True), hint=labels.hedges))
            case content.Sections() | content.Units():
                pass  # their sections stand already
            case content.Figures() | content.Tables():
                wanted = [f for f in waiting if isinstance(f, TableSpec) == isinstance(entry, content.Tables)]
                blocks.extend(picture(f, None) for f in wanted)
            case content.Outlook():
                if found.outlook:
                    bullets()
                    told = statements(found.outlook, each=False)
                    blocks.append(doc.Outlook(statements=told, headline=headline(found.outlook[0])))
            case content.Watch():
                some = found.watch[: selection.watch]
                if some:
                    told = statements(some, each=not length.full_notes)
                    blocks.append(doc.Watch(statements=told if length.full_notes else tuple(map(_in_short, told))))
            case content.Sources():
                bullets()
                blocks.append(doc.Sources())
            case _:
                assert_never(entry)
    section_blocks(found.places[-1])
    bullets()
    if not any(isinstance(b, doc.Sources) for b in blocks):
        blocks.append(doc.Sources())
    if length.full_notes:
        blocks += method(report, spec, length, blocks)
    if spec.figure_tables and length.apparatus and not slides:
        blocks += annex(blocks, report, words.furniture(spec.furniture))
    if length.apparatus and not slides:
        blocks.append(doc.References(works=notes.listed()))
    said = citation(report, spec, material.edition) if length.apparatus else ()
    blocks.append(doc.Colophon(text=imprint.colophon(report, spec), imprint=said))
    if length.apparatus and not slides:
        blocks = with_contents(blocks, labels, spec.language)
    people = imprint.people(report, spec.furniture)
    return doc.Document(
        brief=spec.id,
        length=length,
        title=spec.title,
        short_title=spec.short_title,
        issuer=spec.issuer.name,
        issuer_line=imprint.issuer_line(spec),
        report_line=imprint.report_line(report, spec.furniture),
        author_line=labels.after.format(author=people) if people else "",
        review=lang.review(spec.furniture, reviewed=report.reviewed, abridged=spec.redact),
        as_of=labels.as_of.format(date=lang.long_date(spec.as_of, spec.furniture)),
        date=spec.as_of,
        language=spec.language,
        labels=labels,
        sheet=spec.page,
        blocks=tuple(blocks),
        notes=notes.made,
        units=tuple(s.unit for s in doc.statements(blocks)),
        references=notes.cited,
        kicker=spec.kicker,
        subtitle=spec.subtitle,
        marking=spec.marking,
        endnotes=spec.notes == "end",
    )


def _asserted(section: Section, *, slides: bool) -> str:
    """Return what heads statements of no point: on slides the section's bottom line; a divider has its headline."""
    line = (section.bottom_line or "").rstrip(".")
    return line if slides and 0 < len(line) <= HEADLINE_MOST else section.headline


def _in_short(one: doc.Statement) -> doc.Statement:
    """Return a statement that says its short text, with the calls of the long one."""
    called = (Call(notes=one.notes),) if one.notes else ()
    return replace(one, text=(Text(text=one.short, language=one.language), *called))
