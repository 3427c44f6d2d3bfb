"""Who made what: how a brief names the report that it is drawn from, and who reviewed it."""

from ..model.inline import Inlines, Text
from ..model.report import Report
from ..model.spec import BriefSpec
from ..typeset import furniture as words
from ..typeset import language as lang


def people(report: Report, language: str) -> str:
    """Return the report's authors as a list of names."""
    return words.joined([f"{a.given} {a.family}".strip() for a in report.authors], language)


def authors(report: Report, language: str) -> str:
    """Return whose report it is: its authors, else its publisher, else what it is called."""
    return people(report, language) or report.publisher or report.short_title


def issuer_line(spec: BriefSpec) -> str:
    """Return the issuer's series with the brief's number: "Policy brief no. 12", "Policy brief, abridged edition"."""
    parts = (spec.issuer.series, words.numbered(spec.issuer.number, spec.furniture))
    line = " ".join(p for p in parts if p)
    if not spec.redact:
        return line
    what = lang.abridged(spec.furniture)
    return f"{line}, {what}" if line else f"{what[0].upper()}{what[1:]}"


def series(report: Report) -> str:
    """Return the report's series with its number: "Recherches & Documents 17/2021"."""
    return f"{report.series.name} {report.series.number or ''}".strip() if report.series else ""


def report_line(report: Report, language: str) -> str:
    """Return how the report is called: "Ivan U. Klyszcz, Recherches & Documents 17/2021"."""
    return ", ".join(p for p in (people(report, language), series(report) or report.title) if p)


def colophon(report: Report, spec: BriefSpec) -> Inlines:
    """Return whose report the brief is drawn from, and who did not review it, the title set in italics."""
    mark = "\0"
    text = lang.colophon(spec.furniture, reviewed=report.reviewed, abridged=spec.redact).format(
        authors=authors(report, spec.furniture),
        title=mark,
        series=", ".join(p for p in (series(report), report.publisher) if p),
        date=words.partial_date(tuple(int(p) for p in report.date.split("-")), spec.furniture),
    )
    before, _, after = text.replace("(, ", "(").partition(mark)
    title = Text(text=report.title, emphasis=True)
    return (Text(text=before, language=said(spec)), title, Text(text=after, language=said(spec)))


def said(spec: BriefSpec) -> str | None:
    """Return the language of a brief's own words where it is not that of its content."""
    return spec.furniture if spec.furniture != spec.language else None
