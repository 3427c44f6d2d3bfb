"""How a brief was made, said from data alone: method note, scale of likelihood, and how the brief is cited."""

from collections.abc import Iterable, Sequence

from ..model.document import Block, FigureBlock, Method, Remark, Scale, TableBlock, statements
from ..model.figure import Mapped, Words
from ..model.inline import Inlines, Text
from ..model.report import Column, Report
from ..model.spec import BriefSpec, Length
from ..typeset import language as lang
from ..typeset.method import Sentence, told, yardstick
from . import imprint
from .references import foreign


def method(report: Report, spec: BriefSpec, length: Length, blocks: Sequence[Block]) -> Iterable[Block]:
    """Yield the note on a document's method and the report's scale; a shorter length only says how sure it is."""
    words, labels = told(spec.furniture), lang.labels(spec.furniture)
    scale = yardstick(report.likelihood) if report.likelihood else None
    named = {"scale": scale.name} if scale else {}
    headline = (words.scaled_headline if scale else words.unscaled_headline).format(**named)
    tabled = words.tabled if scale and length.apparatus else ""
    sure = _remark(words.scaled if scale else words.unscaled, tabled, **named)
    if not length.apparatus:
        yield Method(label=labels.how_sure, headline=headline, remarks=(sure,))
        return
    remarks = (_basis(report, spec), sure, _status(report, spec, blocks), _selection(report, spec, blocks))
    yield Method(label=labels.method, headline=headline, remarks=(*remarks, *_maps(spec, blocks)))
    if scale:
        yield Scale(
            name=scale.name,
            table=TableBlock(
                words=Words(
                    id="scale",
                    headline=words.scale_headline,
                    subtitle=words.scale_subtitle,
                    alt=words.scale_headline,
                    description="; ".join(f"{term}: {per_cent} %" for term, per_cent in scale.terms),
                ),
                number=None,
                section=None,
                columns=(
                    Column(name="term", kind="text", label=words.term),
                    Column(name="range", kind="text", label=words.range),
                ),
                rows=scale.terms,
                source=(
                    Text(text=f"{labels.source}: ", language=foreign(spec.furniture, spec.language)),
                    Text(text=scale.source, language=foreign("en", spec.language)),
                ),
                origin=report.origin,
            ),
        )


def _remark(sentence: Sentence, more: str = "", **values: object) -> Remark:
    text = sentence.text.format(**values)
    return Remark(lead=sentence.lead, text=f"{text} {more}".strip(), short=sentence.short.format(**values))


def _basis(report: Report, spec: BriefSpec) -> Remark:
    return _remark(
        told(spec.furniture).basis,
        authors=imprint.authors(report, spec.furniture),
        date=lang.long_date(report.as_of, spec.furniture),
    )


def _status(report: Report, spec: BriefSpec, blocks: Sequence[Block]) -> Remark:
    """Return how steps are named that are not done, and what editor's notes are where some stand."""
    words = told(spec.furniture)
    noted = {s.unit for s in statements(blocks) if s.editor_note}
    disputed = any(u.disputed and u.id in noted for u in report.units)
    return _remark(words.status, (words.disputed if disputed else words.noted) if noted else "")


def _selection(report: Report, spec: BriefSpec, blocks: Sequence[Block]) -> Remark:
    words = told(spec.furniture)
    shown, total = len({s.unit for s in statements(blocks)}), len(report.units)
    more = words.abridged if spec.redact else ""
    return _remark(words.all_ if shown == total else words.some, more, shown=shown, total=total)


def _maps(spec: BriefSpec, blocks: Sequence[Block]) -> Iterable[Remark]:
    words = told(spec.furniture)
    maps = [b.figure for b in blocks if isinstance(b, FigureBlock) and isinstance(b.figure, Mapped)]
    for preset in dict.fromkeys(one.ground.boundaries.id for one in maps):
        yield _remark(words.maps, preset=preset, how=words.preset.get(preset, ""))


def citation(report: Report, spec: BriefSpec, edition: str) -> tuple[Inlines, ...]:
    """Return the lines of a brief's imprint: the report's rights, how the brief is cited, whom to ask."""
    words, language = told(spec.furniture), spec.furniture
    said = foreign(language, spec.language)
    about = (
        imprint.issuer_line(spec),
        lang.long_date(spec.as_of, language),
        words.edition.format(edition=edition) if edition else "",
    )
    cited = (
        Text(text=f"{spec.issuer.name}, "),
        Text(text=spec.title, emphasis=True),
        Text(text="".join(f", {part}" for part in about if part) + ".", language=said),
    )
    lines = (
        (words.rights, (Text(text=report.rights or "", language=foreign(report.language, spec.language)),)),
        (words.cite_as, cited),
        (words.contact, (Text(text=spec.issuer.contact or ""),)),
    )
    return tuple(
        (Text(text=f"{lead}: ", strong=True, language=said), *text) for lead, text in lines if all(t.text for t in text)
    )
