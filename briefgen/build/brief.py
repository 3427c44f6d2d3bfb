"""Inputs -> the files of one brief: compose each length for each format, draw, render, check, record."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from .. import __version__, compose
from ..compose.assemble import Material
from ..compose.cite import source_of
from ..diagnostics import Diagnostic, Severity
from ..errors import CheckError
from ..model.base import Value
from ..model.document import Document
from ..model.figure import TableSpec
from ..model.spec import Format, Length
from .backends import BACKENDS
from .beside import Finished, Found
from .coverage import covered, drawable
from .inputs import Inputs
from .manifest import MANIFEST, Built, Entry, Hashed, LeftOut, Manifest, SpecHash
from .record import events_of, figures_of, trace_of, words_of
from .scenes import Pictures, Sketched, Tried, draw
from .shown import Views

Step = Callable[[str], None]
Checking = Callable[[Finished], Found]


class Made(Value, frozen=True, kw_only=True):
    """One finished artifact."""

    entry: Entry
    data: bytes
    warnings: tuple[Diagnostic, ...]


def make(inputs: Inputs, cache: Path | None, check: Checking, step: Step) -> list[Made]:
    """Return the artifacts asked for, each checked while the next is drawn and written.

    Raises CheckError for the first that breaks a promise.
    """
    material = material_of(inputs)
    out: list[Made] = []
    waiting: tuple[Made, Found] | None = None

    def settle() -> None:
        if waiting:
            out.append(_proved(*waiting))
            step(out[-1].entry.file)

    for format_ in inputs.formats:
        dressed = BACKENDS[format_].dressed(inputs)
        BACKENDS[format_].recall(inputs, cache)
        for fitted, layout in climbed(material, dressed, format_, cache):
            if fitted.document.length in inputs.lengths:
                made = _finish(dressed, fitted, layout, format_, material, cache)
                settle()
                size, marking = BACKENDS[format_].size(layout), made.entry.marking
                waiting = made, check(Finished(format=format_, data=made.data, size=size, marking=marking))
        BACKENDS[format_].remember(inputs, cache)
    settle()
    return out


def material_of(inputs: Inputs) -> Material:
    """Return what every length is made from; raises InputError for text that the theme's fonts cannot set."""
    spec = inputs.spec
    report, told = covered(inputs.report, spec, inputs.theme, inputs.fonts)
    candidates = compose.select(report, spec)
    drawn = {
        f.id: compose.resolve(f, report, spec, inputs.preset())
        for f in candidates.figures
        if not isinstance(f, TableSpec)
    }
    drawable(drawn, inputs.theme, inputs.fonts)
    return Material(
        report=report,
        spec=spec,
        candidates=candidates,
        figures=drawn,
        source=source_of(report),
        edition=inputs.edition,
        warnings=told,
    )


def pictures_of(material: Material, inputs: Inputs, cache: Path | None) -> Pictures:
    """Return a brief's figures and what they are drawn with."""
    return Pictures(
        figures=material.figures,
        theme=inputs.theme,
        fonts=inputs.fonts,
        dress=inputs.dress,
        cache=cache,
    )


def climbed(
    material: Material, inputs: Inputs, format_: Format, cache: Path | None = None
) -> list[tuple[compose.Fitted, Any]]:
    """Return each length up to the longest that is asked for, with its layout; longer ones start from shorter ones."""
    lengths = sorted(inputs.spec.lengths, key=_place)
    count = 1 + max(lengths.index(one) for one in inputs.lengths)
    layouts: dict[Length, Any] = {}

    def fit(length: Length, floor: compose.Selection | None, ceiling: compose.Selection | None) -> compose.Fitted:
        fitted, layouts[length] = composed(material, inputs, length, format_, floor, cache, ceiling)
        return fitted

    def part(length: Length, base: compose.Selection | None, floor: compose.Selection) -> compose.Selection | None:
        sketched = Sketched(pictures_of(material, inputs, cache))

        def measure(document: Document) -> compose.Room:
            return BACKENDS[format_].measure(document, sketched, inputs)[1]

        return compose.part(material, length, base, floor, measure, slides=format_ is Format.PPTX)

    steps = compose.ladder(lengths, count, fit, part)
    return [(one, layouts[one.document.length]) for one in steps]


def _place(length: Length) -> tuple[int, int]:
    return length.pages, length.slides


def composed(
    material: Material,
    inputs: Inputs,
    length: Length,
    format_: Format,
    floor: compose.Selection | None,
    cache: Path | None = None,
    ceiling: compose.Selection | None = None,
) -> tuple[compose.Fitted, Any]:
    """Return the fitted document of one length, and the layout that was measured for it."""
    backend = BACKENDS[format_]
    pictures = pictures_of(material, inputs, cache)
    sketched, tried = Sketched(pictures), Tried(pictures)
    layouts: dict[int, Any] = {}
    kept: list[Document] = []

    def measure(document: Document) -> compose.Room:
        layout, room = backend.measure(document, sketched, inputs)
        if room.fits and format_ is Format.PPTX and inputs.theme.house:  # whose layouts may be lower than any of ours
            narrow = tried.narrow(backend.targets(layout))
            room = replace(room, fits=not narrow, narrow=narrow)
        layouts[id(document)] = layout
        kept.append(document)  # an id is only good while its document lives
        return room

    search = compose.fit_pages if format_ is Format.PDF else compose.fit_deck
    fitted = search(material, length, floor, measure, ceiling)
    return fitted, layouts[id(fitted.document)]


def _finish(
    inputs: Inputs, fitted: compose.Fitted, layout: Any, format_: Format, material: Material, cache: Path | None
) -> Made:
    """Return the finished artifact, not yet checked."""
    backend, document = BACKENDS[format_], fitted.document
    places = backend.places(layout)
    views = Views(inputs.report, inputs.spec, inputs.preset())
    pictured = backend.pictured(layout, document)
    trace = trace_of(document, places, pictured, views, edition=inputs.edition, format_=format_.value)
    scenes, left = draw(pictures_of(material, inputs, cache), backend.targets(layout))
    data = backend.write(layout, scenes, inputs, trace)
    name = f"{inputs.name}-{document.length.name}.{format_.value}"
    paper = format_ is Format.PDF
    entry = Entry(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format_.value,
        length=document.length.name,
        language=document.language,
        marking=document.marking,
        page=document.sheet.value if paper else None,
        pages=backend.size(layout) if paper else None,
        slides=None if paper else backend.size(layout),
        fill=tuple(round(f, 3) for f in fitted.room.fills) if paper else None,
        words=words_of(document, slides=not paper),
        statements=document.units,
        events=events_of(document, inputs.report),
        figures=figures_of(document),
        references=document.references,
        left_out=tuple(LeftOut(id=i, why=w) for i, w in fitted.left_out),
        hashes=trace.hashes,
    )
    return Made(entry=entry, data=data, warnings=(*material.warnings, *fitted.warnings, *left))


def _proved(made: Made, found: Found) -> Made:
    """Return an artifact with what preflight warns of; raises CheckError if it breaks a promise."""
    told = tuple(replace(d, file=made.entry.file) for d in found())
    wrong = tuple(d for d in told if d.severity is Severity.ERROR)
    if wrong:
        raise CheckError(wrong)
    return replace(made, warnings=(*made.warnings, *told))


def manifest_of(inputs: Inputs, entries: tuple[Entry, ...]) -> Manifest:
    """Return the manifest of a brief over all its artifacts, in the order of lengths and formats."""
    lengths = [one.name for one in sorted(inputs.spec.lengths, key=_place)]
    return Manifest(
        briefgen=__version__,
        brief=inputs.name,
        edition=inputs.edition,
        title=inputs.spec.title,
        issuer=inputs.spec.issuer.name,
        as_of=inputs.spec.as_of.isoformat(),
        spec=SpecHash(sha256=inputs.spec.sha256),
        report=Hashed(id=inputs.spec.report, sha256=inputs.report.sha256),
        theme=Hashed(id=inputs.spec.theme, sha256=inputs.theme.sha256),
        artifacts=tuple(sorted(entries, key=lambda e: (lengths.index(e.length), e.format))),
        withheld=inputs.withheld,
    )


def built(inputs: Inputs, made: list[Made], kept: tuple[Entry, ...]) -> Built:
    """Return a brief's files; `kept` are entries of the same edition that this build did not make anew."""
    files = {one.entry.file: one.data for one in made}
    entries = (*(one.entry for one in made), *(e for e in kept if e.file not in files))
    manifest = manifest_of(inputs, entries)
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    return Built(
        name=inputs.name,
        artifacts=manifest.artifacts,
        files={**files, MANIFEST: text},
        made=tuple(files),
        withheld=len(inputs.withheld),
        warnings=tuple(dict.fromkeys(w for one in made for w in one.warnings)),
    )
