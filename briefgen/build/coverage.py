"""Can the theme's page fonts set what a brief may show? Asked before layout, so that the answer names a line.

A title of a work that they cannot set gives way to its translation, with a warning; other text is an error at its
place. Labels of drawings have one font; other text is set in the other family where its own lacks a letter, and in the
theme's Arabic font where both do.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError
from ..model.figure import Figure
from ..model.inline import Citation, plain
from ..model.report import Origin, Reference, Report
from ..model.spec import BriefSpec
from ..model.theme import PageFamily, ScriptFamily, Theme
from ..typeset import bidi, fonts
from .typefaces import CUTS

REPLACED = frozenset("\n\u00a0\u00ad\u2002\u2003\u2007\u2009\u200b\u200d\u2011\u202f\u2060\ufeff")
"""Characters that need no glyph: layout replaces them."""
SHAPED = bidi.MARKS | frozenset("\u200c")
"""Characters that need none in a text from right to left: they say how its letters stand."""

Lacking = Callable[[str], str]
Written = tuple[Origin, tuple[str | int, ...], str]
"""An entry, the keys in it under which a text is written, and the text."""

HINT = "write it in letters that the fonts have, or give the theme fonts that have these"


def covered(
    report: Report, spec: BriefSpec, theme: Theme, folders: tuple[Path, ...]
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Return the report with titles that can be set, and warnings; raises InputError for what cannot be set."""
    missing = _lacking(folders, theme.font.text, theme.font.label, arabic=theme.font.arabic)
    wrong = [
        _told(_under(origin, *keys), lacking, HINT)
        for origin, keys, text in (*_of_spec(spec), *_of_report(report))
        if text and (lacking := missing(text))
    ]
    told: list[Diagnostic] = []
    works = []
    cited = _cited(report)
    for work in report.references:
        lacking = missing(work.title) if work.id in cited else ""
        title = _under(work.origin, "title")
        if lacking and work.title_en:
            told.append(_told(title, lacking, "its translation stands in its place", Severity.WARNING))
            work = replace(work, title=work.title_en, title_en=None, language=report.language)
        elif lacking:
            wrong.append(_told(title, lacking, "give a translation as `custom: {title-en: ...}`"))
        rest = missing(_around(work)) if work.id in cited else ""
        if rest:
            wrong.append(_told(_under(work.origin, "container-title"), rest, "write names in Latin letters"))
        works.append(work)
    if wrong:
        raise InputError(tuple(wrong))
    return replace(report, references=tuple(works)), tuple(told)


def drawable(drawn: Mapping[str, Figure], theme: Theme, folders: tuple[Path, ...]) -> None:
    """Raise InputError for figures whose labels the font of labels cannot set."""
    missing = _lacking(folders, theme.font.label)
    wrong = []
    for name, figure in drawn.items():
        parts = {k: v for k, v in msgspec.to_builtins(figure).items() if k != "words"}
        if lacking := missing("".join(_texts(parts))):
            message = f"figure `{name}`: the theme's font of labels has no glyphs for {_shown(lacking)}"
            wrong.append(Diagnostic(code="BG405", message=message, path=(name,), hint=HINT))
    if wrong:
        raise InputError(tuple(wrong))


def _lacking(folders: tuple[Path, ...], *families: PageFamily, arabic: ScriptFamily | None = None) -> Lacking:
    """Return what tells the characters of a text for which some cut has no glyph in any of the families.

    `arabic` is asked for what these lack.
    """
    cuts = [[fonts.find(getattr(family, cut), folders) for family in families] for cut in CUTS]

    @cache
    def nowhere(character: str) -> bool:
        return any(all(fonts.missing(face, character) for face in faces) for faces in cuts) and none(character)

    def none(character: str) -> bool:
        files = (arabic.regular, arabic.bold) if arabic else ()
        return (
            not files
            or bidi.rightward(character)
            or any(fonts.missing(fonts.find(file, folders), character) for file in files)
        )

    settable = set(REPLACED)

    def missing(text: str) -> str:
        if settable.issuperset(text):  # all but a few texts
            return ""
        shaped = SHAPED if arabic and bidi.leftward(text) else frozenset[str]()
        lacking = "".join(c for c in dict.fromkeys(text) if c not in settable and c not in shaped and nowhere(c))
        settable.update(c for c in text if c not in lacking and c not in shaped)
        return lacking

    return missing


def _of_spec(spec: BriefSpec) -> Iterator[Written]:
    """Yield the issuer's own words."""
    for key in ("title", "short_title", "kicker", "subtitle"):
        yield spec.origin, (key,), getattr(spec, key) or ""
    for key in ("name", "series", "number", "contact"):
        yield spec.origin, ("issuer", key), getattr(spec.issuer, key) or ""
    for new in spec.replace:
        for key, text in (("lead", new.lead), ("text", plain(new.text or ())), ("short", new.short)):
            yield spec.origin, ("replace", new.unit, key), text or ""


def _of_report(report: Report) -> Iterator[Written]:
    """Yield the report's words, those of works aside."""
    folder = report.origin.file.rpartition("/")[0]
    for key in ("title", "publisher"):
        yield report.origin, (key,), getattr(report, key) or ""
    for n, author in enumerate(report.authors):
        yield report.origin, ("authors", n), author.given + author.family
    if report.series:
        yield report.origin, ("series",), report.series.name + (report.series.number or "")
    for unit in report.units:
        text = plain(unit.text)
        own = unit.short if unit.short not in text else None
        lines = (("lead", unit.lead), ("short", own), ("editor_note", unit.editor_note), ("aside", unit.aside))
        for key, line in (("text", text), *lines):
            yield unit.origin, (key,), line or ""
    for section in report.sections:
        yield section.origin, ("headline",), section.headline
        yield section.origin, ("bottom_line",), section.bottom_line or ""
        for n, point in enumerate(section.points):
            yield section.origin, ("points", n, "headline"), point.headline
    for n, figure in enumerate(report.figures):
        entry = Origin(file=f"{folder}/figures.yaml", path=(n,))
        for key in ("headline", "subtitle", "note"):
            yield entry, (key,), getattr(figure, key) or ""
    for table in report.datasets:
        about = Origin(file=f"{folder}/data/{table.id}.yaml", path=("columns",))
        for column in table.columns:
            yield about, (column.name,), "".join((column.label or "", column.unit or "", column.period or ""))
        cells = Origin(file=f"{folder}/data/{table.id}.csv")
        for n, row in enumerate(table.rows):
            for column, cell in zip(table.columns, row, strict=True):
                yield cells, (n, column.name), cell if isinstance(cell, str) else ""


def _under(origin: Origin, *path: str | int) -> Origin:
    """Return the place of a part of what is written at a place."""
    return Origin(file=origin.file, path=(*origin.path, *path))


def _texts(value: object) -> Iterable[str]:
    """Yield all texts of a plain value."""
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)
        case _:
            pass


def _cited(report: Report) -> set[str]:
    """Return the works that units and figures cite."""
    units = {w.reference for u in report.units for i in u.text if isinstance(i, Citation) for w in i.works}
    return units | {c for f in report.figures for c in f.cites} | {report.self_reference}


def _around(work: Reference) -> str:
    names = (n.literal or f"{n.given or ''} {n.family or ''}" for n in work.authors)
    return " ".join(p for p in (*names, work.container, work.publisher, work.title_en) if p)


def _told(origin: Origin, lacking: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    key = next((k for k in reversed(origin.path) if isinstance(k, str)), "")
    return Diagnostic(
        code="BG405",
        severity=severity,
        message=f"the theme's page fonts have no glyphs for {_shown(lacking)} in `{key}`",
        file=origin.file,
        path=origin.path,
        hint=hint,
    )


def _shown(lacking: str) -> str:
    """Return the first of some characters as they can be shown: what cannot be seen by its number."""
    seen = "".join(c for c in lacking if unicodedata.category(c)[0] in "LNPS")
    hidden = [f"U+{ord(c):04X}" for c in lacking if c not in seen]
    parts = [f"“{seen[:12]}{'…' if len(seen) > 12 else ''}”"] if seen else []
    return ", ".join((*parts, *hidden[:6]))
