"""What a file says of itself: the trace record inside it, and its entry in the brief's manifest."""

import hashlib
import re

import msgspec
from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..model import document as doc
from ..model.base import Value
from ..model.figure import Timeline
from ..model.inline import plain
from ..model.report import Origin, Report
from ..model.trace import Trace, TracedUnit

NOWHERE = Origin(file="")
MANIFEST = "manifest.json"


class LeftOut(Value, frozen=True, kw_only=True):
    """A unit that a length does not show, and why."""

    id: str
    why: str


class Entry(Value, frozen=True, kw_only=True, omit_defaults=False):
    """An artifact in the manifest. `fill` is per page, before feathering; None for a deck."""

    file: str
    sha256: str
    format: str
    length: str
    language: str
    marking: str | None
    page: str | None
    pages: int | None
    slides: int | None
    fill: tuple[float, ...] | None
    words: int
    statements: tuple[str, ...]
    events: tuple[str, ...]
    figures: tuple[str, ...]
    references: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    hashes: dict[str, str]


class Hashed(Value, frozen=True, kw_only=True):
    """An input by its id and the hash of its bytes."""

    id: str
    sha256: str


class SpecHash(Value, frozen=True, kw_only=True):
    """The hash of the spec's bytes."""

    sha256: str


class Manifest(Value, frozen=True, kw_only=True):
    """All artifacts of one brief."""

    schema: str = "briefgen/manifest/1"
    briefgen: str
    brief: str
    edition: str
    title: str
    issuer: str
    as_of: str
    spec: SpecHash
    report: Hashed
    theme: Hashed
    artifacts: tuple[Entry, ...]


class Built(Value, frozen=True, kw_only=True):
    """A brief's artifacts; `files` to write, the manifest last, and `made` the artifacts among them."""

    name: str
    artifacts: tuple[Entry, ...]
    files: dict[str, bytes] = msgspec.field(default_factory=dict)
    made: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    def told(self, *, verbose: bool, lengths: tuple[str, ...] = (), formats: tuple[str, ...] = ()) -> str:
        """Return a line for each artifact asked for; `verbose` lists the units used and left out."""
        lines = []
        for entry in self.artifacts:
            if (lengths and entry.length not in lengths) or (formats and entry.format not in formats):
                continue
            size = f"{entry.pages} p." if entry.pages else f"{entry.slides} sl."
            full = f", {min(entry.fill):.0%} full" if entry.fill else ""
            left = f", {len(entry.left_out)} left out" if entry.left_out else ""
            new = "" if entry.file in self.made else "  (unchanged)"
            lines.append(f"{self.name}/{entry.file}  {size}{full}, {len(entry.statements)} units{left}{new}")
            if verbose:
                lines.append(f"    units: {', '.join(entry.statements)}")
                lines += [f"    left out: {u.id} ({u.why})" for u in entry.left_out]
        return "\n".join(lines)


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
    for block in document.blocks:
        if isinstance(block, doc.FigureBlock) and isinstance(block.figure, Timeline):
            ids.update(dict.fromkeys(m.event for m in block.figure.marks))
    return tuple(sorted(ids))


def hashes_of(document: doc.Document, report: Report) -> dict[str, str]:
    """Return the hashes of all that a document shows, by "<kind>/<id>", wherever it was written."""
    units = {u.id: replace(u, origin=NOWHERE) for u in report.units}
    events = {e.id: replace(e, origin=NOWHERE) for e in report.events}
    works = {r.id: replace(r, origin=NOWHERE) for r in report.references}
    drawn = {b.figure.words.id: b.figure for b in document.blocks if isinstance(b, doc.FigureBlock)}
    tables = {b.words.id: (b.words, b.columns, b.rows) for b in document.blocks if isinstance(b, doc.TableBlock)}
    out = {f"unit/{i}": _hash(units[i]) for i in document.units}
    out |= {f"event/{i}": _hash(events[i]) for i in events_of(document, report)}
    out |= {f"figure/{i}": _hash(found) for i, found in {**drawn, **tables}.items()}
    out |= {f"reference/{i}": _hash(works[i]) for i in document.references}
    return dict(sorted(out.items()))


def _hash(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()


def trace_of(
    document: doc.Document,
    places: dict[str, tuple[int, ...]],
    report: Report,
    *,
    edition: str,
    format_: str,
) -> Trace:
    """Return the trace record of one file; `places` are pages or slides by unit."""
    shown = {s.unit: s for s in doc.statements(document.blocks)}
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
        hashes=hashes_of(document, report),
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
