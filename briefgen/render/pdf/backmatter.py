"""What ends a brief: how sure it is and how it was made, the works cited, and how it is cited itself."""

from collections.abc import Iterator

from ...model.document import Colophon, FigureTable, Method, References, Remark, Scale
from ...model.inline import Text
from ...model.measures import mm
from . import inlines, summary, tables
from .boxes import Measured, Words
from .endnotes import GAP
from .stack import Context, aligned, filled, label, passage, put

HANG_MM = 4.0
"""How far an entry of the references hangs behind its first line."""
WHOLE = 3
"""Lines up to which an entry of the references is not broken."""


def method(block: Method, context: Context) -> Iterator[Measured]:
    """Yield how the brief was made, a paragraph for each remark; a single one needs no lead beside the label."""
    style, space = context.look.style.text, context.look.space
    head = label(block.label, "part/method", context)
    yield summary.hairline("method.rule", context)
    for n, remark in enumerate(block.remarks):
        yield passage(
            _remark(remark, n, context, led=len(block.remarks) > 1),
            f"method.{n}",
            before=space.thin if n else 0.0,
            beside=aligned(head, to=style) if n == 0 else None,
            clear=n == 0,
        )


def _remark(remark: Remark, n: int, context: Context, *, led: bool) -> Words:
    language, style = context.document.labels.language, context.look.style.text
    text = Text(text=remark.text, language=language)
    lead = Text(text=f"{remark.lead}. ", strong=True, language=language)
    run = tuple(inlines.pieces((lead, text) if led else (text,), style, context.language))
    return put(run, style, context.grid.text, x=context.grid.text_x, path=(("P", f"method/{n}"),))


def scale(block: Scale, context: Context) -> Iterator[Measured]:
    """Yield the report's scale of likelihood as a table, called by its name."""
    return tables.table(block.table, context, name=block.name)


def figure_table(block: FigureTable, context: Context) -> Iterator[Measured]:
    """Yield what a figure shows as a table, called as the figure is."""
    name = filled(context.document.labels.figure, *(() if block.number is None else (block.number,)))
    return tables.table(block.table, context, name=name)


def references(block: References, context: Context) -> Iterator[Measured]:
    """Yield the works cited as a list of hanging entries over both columns, as the notes are set."""
    style, space, hang = context.look.style.note, context.look.space, mm(HANG_MM)
    head = label(context.document.labels.references, "part/references", context)
    yield summary.hairline("references.rule", context)
    yield passage(head, "references", before=0.0, after=space.thin, keep=True, split=False, clear=True)
    for n, work in enumerate(block.works):
        words = put(
            tuple(inlines.pieces(work.text, style, context.language)),
            style,
            context.grid.width - hang,
            x=hang,
            indent=-hang,
            path=(("L", "references"), ("LI", work.reference), ("LBody", "body")),
        )
        short = len(words.setting.lines) <= WHOLE
        yield passage(words, f"references.{n}", before=GAP if n else 0.0, split=not short, clear=n == 0)


def colophon(block: Colophon, context: Context) -> Iterator[Measured]:
    """Yield whose report the brief is drawn from, then rights, citation and contact, a line each."""
    if block.imprint:
        yield summary.hairline("colophon.rule", context)
    yield from summary.colophon(block, context)
    style = context.look.style.caption
    for n, line in enumerate(block.imprint):
        words = put(
            tuple(inlines.pieces(line, style, context.language)),
            style,
            context.grid.text,
            x=context.grid.text_x,
            path=(summary.IMPRINT, ("P", f"imprint/{n}")),
        )
        yield passage(words, f"imprint.{n}", before=context.look.space.hair, split=False)
