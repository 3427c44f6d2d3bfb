"""What a document shows, by key and in words: the trace record inside its file."""

import re
from collections.abc import Mapping

from ..model import document as doc
from ..model.figure import Timeline
from ..model.inline import plain
from ..model.report import Report
from ..model.spec import Format
from ..model.trace import Trace, TracedFigure, TracedUnit
from .shown import View, Views, said


def figures_of(document: doc.Document) -> tuple[str, ...]:
    """Return the ids of the figures and tables shown."""
    out = []
    for block in document.blocks:
        if isinstance(block, doc.FigureBlock):
            out.append(block.figure.words.id)
        elif isinstance(block, doc.TableBlock):
            out.append(block.words.id)
    return tuple(out)


def events_of(document: doc.Document, report: Report) -> tuple[str, ...]:
    """Return the ids of the events that the units and timelines shown tell of."""
    told = {u.id: u.events for u in report.units}
    ids = dict.fromkeys(e for u in document.units for e in told[u])
    return tuple(sorted({*ids, *drawn_events(document)}))


def drawn_events(document: doc.Document) -> set[str]:
    """Return the ids of the events on a document's timelines."""
    figures = [b.figure for b in document.blocks if isinstance(b, doc.FigureBlock)]
    return {mark.event for figure in figures if isinstance(figure, Timeline) for mark in figure.marks}


def texts_of(document: doc.Document, found: Mapping[str, View], *, slides: bool) -> dict[str, str]:
    """Return in words what a document shows, by key: no word that is not in the file stands here.

    A list on paper has the short texts of its units, running text no leads, a short brief the short forms of works;
    of events only timelines tell more than units do.
    """
    drawn = {f"event/{i}" for i in drawn_events(document)}
    out = {key: view.forms[0] for key, view in found.items() if not key.startswith("event/") or key in drawn}
    for block in document.blocks:
        for one in doc.statements([block]):
            led = slides or isinstance(block, doc.KeyJudgements | doc.Watch)
            whole = said(one.lead if led else None, one.text)
            out[f"unit/{one.unit}"] = one.short if isinstance(block, doc.Bullets) and not slides else whole
    for key in document.references if not document.length.full_notes else ():
        out[f"reference/{key}"] = found[f"reference/{key}"].forms[-1]
    return dict(sorted(out.items()))


def keys_of(document: doc.Document, report: Report) -> tuple[str, ...]:
    """Return the keys of all that a document shows: "<kind>/<id>"."""
    parts = (
        ("event", events_of(document, report)),
        ("figure", figures_of(document)),
        ("reference", document.references),
        ("unit", document.units),
    )
    return tuple(sorted({f"{kind}/{one}" for kind, some in parts for one in some}))


def trace_of(
    document: doc.Document,
    places: dict[str, tuple[int, ...]],
    pictured: dict[str, tuple[int, ...]],
    views: Views,
    *,
    edition: str,
    format_: str,
) -> Trace:
    """Return the trace record of one file; `places` are pages or slides by unit, `pictured` by figure."""
    report = views.report
    shown = {s.unit: s for s in doc.statements(document.blocks)}
    found = {key: view for key in keys_of(document, report) if (view := views.at(key))}
    return Trace(
        brief=document.brief,
        edition=edition,
        title=document.title,
        short_title=document.short_title,
        as_of=document.date.isoformat(),
        length=document.length.name,
        format=format_,
        report=report.id,
        report_sha256=report.sha256,
        units=tuple(
            TracedUnit(
                id=unit,
                at=places.get(unit, ()),
                paragraphs=shown[unit].paragraphs,
                references=shown[unit].references,
            )
            for unit in document.units
        ),
        hashes={key: view.sha256 for key, view in found.items()},
        marking=document.marking,
        figures=tuple(TracedFigure(id=i, at=pictured.get(i, ())) for i in figures_of(document)),
        texts=texts_of(document, found, slides=format_ == Format.PPTX.value),
    )


def words_of(document: doc.Document, *, slides: bool) -> int:
    """Return the number of words that a reader sees, notes included."""
    parts = [document.title]
    for block in document.blocks:
        match block:
            case doc.Heading():
                parts.append(block.headline)
            case doc.FigureBlock(figure=figure):
                parts += [figure.words.headline, figure.words.subtitle, plain(block.source)]
            case doc.TableBlock():
                parts += [block.words.headline, plain(block.source), *(c for row in block.rows for c in row)]
            case doc.Contents() if not slides:
                parts += [f"{one.mark} {one.title}" for one in (*block.parts, *block.figures)]
            case doc.Method():
                parts += [one.short if slides else f"{one.lead} {one.text}" for one in block.remarks]
            case doc.Scale():
                parts += [cell for row in block.table.rows for cell in row]
            case doc.References():
                parts += [plain(work.text) for work in block.works]
            case doc.Colophon():
                parts += map(plain, (block.text, *(() if slides else block.imprint)))
            case _:
                pass
    for one in doc.statements(document.blocks):
        parts += [one.lead or "", one.short if slides else plain(one.text)]
    for note in document.notes:
        form = note.full if document.length.full_notes else note.short
        parts.append(plain(form))
    return sum(len(re.findall(r"\w[\w’'.-]*", p)) for p in parts)
