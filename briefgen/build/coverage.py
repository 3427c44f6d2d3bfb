"""Can the theme's page fonts set what a brief may show? Asked before layout, so that the answer names a line.

A title that they cannot set gives way to its translation, with a warning; other text is an error at its place.
"""

from pathlib import Path

from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError
from ..model.inline import Citation, plain
from ..model.report import Origin, Reference, Report
from ..model.theme import Theme
from ..typeset import fonts

ALWAYS = frozenset(map(chr, range(0x20, 0x17F))) | frozenset(
    "\n–—‘’“”…•−\u00ad\u2002\u2003\u2007\u2009\u200b\u200d\u2011\u202f\u2060\ufeff"
)
"""Characters that need no look: Latin letters, which a page font must have, and marks that layout replaces."""


def covered(report: Report, theme: Theme, folders: tuple[Path, ...]) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Return the report with titles that can be set, and warnings; raises InputError for what cannot be set."""
    faces = [fonts.find(family.regular, folders) for family in (theme.font.text, theme.font.label)]

    def missing(text: str) -> str:
        rare = "".join(dict.fromkeys(c for c in text if c not in ALWAYS))
        return "".join(c for c in rare if all(fonts.missing(face, c) for face in faces)) if rare else ""

    wrong: list[Diagnostic] = []
    told: list[Diagnostic] = []
    works = []
    cited = _cited(report)
    for work in report.references:
        lacking = missing(work.title) if work.id in cited else ""
        if lacking and work.title_en:
            told.append(_told(work.origin, "title", lacking, "its translation stands in its place", Severity.WARNING))
            work = replace(work, title=work.title_en, title_en=None, language=report.language)
        elif lacking:
            wrong.append(_told(work.origin, "title", lacking, "give a translation as `custom: {title-en: ...}`"))
        rest = missing(_around(work)) if work.id in cited else ""
        if rest:
            wrong.append(_told(work.origin, "container-title", rest, "write names in Latin letters"))
        works.append(work)
    hint = "write it in letters that the fonts have, or give the theme fonts that have these"
    for unit in report.units:
        for key, text in (("text", plain(unit.text)), ("lead", unit.lead or ""), ("short", unit.short)):
            if lacking := missing(text):
                wrong.append(_told(unit.origin, key, lacking, hint))
    for section in report.sections:
        if lacking := missing(section.headline + "".join(p.headline for p in section.points)):
            wrong.append(_told(section.origin, "headline", lacking, hint))
    if wrong:
        raise InputError(tuple(wrong))
    return replace(report, references=tuple(works)), tuple(told)


def _cited(report: Report) -> set[str]:
    """Return the works that units and figures cite."""
    units = {w.reference for u in report.units for i in u.text if isinstance(i, Citation) for w in i.works}
    return units | {c for f in report.figures for c in f.cites} | {report.self_reference}


def _around(work: Reference) -> str:
    names = (n.literal or f"{n.given or ''} {n.family or ''}" for n in work.authors)
    return " ".join(p for p in (*names, work.container, work.publisher, work.title_en) if p)


def _told(origin: Origin, key: str, lacking: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    some = lacking[:12] + ("…" if len(lacking) > 12 else "")
    return Diagnostic(
        code="BG405",
        severity=severity,
        message=f"the theme's page fonts have no glyphs for “{some}” in `{key}`",
        file=origin.file,
        path=(*origin.path, key),
        hint=hint,
    )
