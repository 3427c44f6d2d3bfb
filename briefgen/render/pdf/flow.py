"""Document -> the ways to set it: boxes and notes in the measure of the page they stand on, for the breaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from msgspec.structs import replace

from ...model.theme import Construction
from ...typeset import filling
from ...typeset import pages as breaker
from . import band, inlines, summary, twin
from .blocks import measured
from .boxes import Measured, Passage
from .endnotes import note_column
from .paragraph import Setting, resumed, set_lines
from .sheet import grid
from .stack import Context

ENOUGH = 2.0
"""Pages' height of boxes that are set to the measure of page one."""


@dataclass(frozen=True)
class Flow:
    """Boxes and notes in one measure; `later` is all of it in the measure of later pages, where that is another."""

    boxes: tuple[Measured, ...]
    notes: dict[int, Setting]
    later: "Flow | None" = None

    def pages(self, sheet: breaker.Sheet, scale: float = 0.0) -> tuple[breaker.Page, ...]:
        """Return the pages. Raises Overfull."""
        return breaker.paginate(self._boxes, self._lines, sheet, scale, self._turned)

    def grown(self, sheet: breaker.Sheet) -> float:
        """Return how far pictures may grow (0-1)."""
        return filling.grown(self._boxes, self._lines, sheet, turn=self._turned)

    def shown(self, pages: tuple[breaker.Page, ...]) -> tuple[Measured, ...]:
        """Return the boxes that the slices of pages count."""
        if self.later is None or not pages:
            return self.boxes
        last = pages[0].slices[-1]
        done = last.stop == len(self.boxes[last.box].box.heights)
        at, line = (last.box + 1, 0) if done else (last.box, last.stop)
        return self.boxes[: last.box + 1] + (self._rest(at, line)[0] if at < len(self.boxes) else ())

    def noted(self, pages: tuple[breaker.Page, ...]) -> dict[int, Setting]:
        """Return the notes as they are set on pages."""
        if self.later is None or not pages:
            return self.notes
        return self.later.notes | {p.note: self.notes[p.note] for p in pages[0].notes}

    @cached_property
    def _boxes(self) -> tuple[breaker.Box, ...]:
        return tuple(m.box for m in self.boxes)

    @cached_property
    def _lines(self) -> dict[int, breaker.NoteLines]:
        return {n: breaker.NoteLines(lines=len(s.lines), leading=s.leading) for n, s in self.notes.items()}

    @property
    def _turned(self) -> breaker.Turn | None:
        return self._turn if self.later is not None else None

    def _turn(self, at: int, line: int) -> breaker.Rest:
        assert self.later is not None
        boxes, line = self._rest(at, line)
        return breaker.Rest(boxes=tuple(m.box for m in boxes), notes=self.later._lines, line=line)

    def _rest(self, at: int, line: int) -> tuple[tuple[Measured, ...], int]:
        """Return the boxes that go on behind a line of a box, and the line of the first at which they do.

        What only page one has (a label above its text) is no box of later pages.
        """
        assert self.later is not None
        one, then = self.boxes[at], self.later.boxes
        known = {(m.block, m.box.id): n for n, m in enumerate(then)}
        first = next(known[key] for m in self.boxes[at:] if (key := (m.block, m.box.id)) in known)
        rest = then[first:]
        if line and isinstance(one.body, Passage) and isinstance(rest[0].body, Passage):
            return (_continued(one, one.body, rest[0], rest[0].body, line), *rest[1:]), 0
        return rest, line


def _continued(one: Measured, was: Passage, wide: Measured, body: Passage, line: int) -> Measured:
    """Return what is left of a passage behind a line, set as `wide` is."""
    setting = resumed(was.words.setting, line, body.words.setting.width)
    words = replace(body.words, setting=setting, outline=None, spoken=None)
    box = replace(
        wide.box,
        heights=(setting.leading,) * len(setting.lines),
        calls=setting.calls() if one.box.calls else (),
        side=0.0,
    )
    return replace(wide, box=box, body=Passage(words=words), beside=None)


def flows(context: Context) -> Iterator[Flow]:
    """Yield the ways to set a document, best first; another is for a first page that does not hold what it must."""
    notes = _notes(context, context.grid.width)
    match context.look.theme.construction:
        case Construction.MARGIN:
            yield Flow(boxes=(*summary.title(context), *measured(context)), notes=notes)
        case Construction.BAND if summary.one_page(context.document.length):
            for opening, done in band.single(context):
                yield Flow(boxes=(*opening, *measured(context, done)), notes=notes)
        case Construction.BAND:
            first = grid(context.look.theme, context.document.sheet, opening=True)
            narrow = replace(context, grid=first, opening=True)
            if not twin.wanted(context.document, context.look.theme) and (found := band.beside(narrow)) is not None:
                opening, done = found
                boxes = (*opening, *_enough(measured(narrow, done), ENOUGH * first.height))
                later = Flow(boxes=tuple(measured(context, done)), notes=notes)
                yield Flow(boxes=boxes, notes=_notes(narrow, first.edge), later=later)
            opening, done = band.across(context)
            yield Flow(boxes=(*opening, *measured(context, done)), notes=notes)
        case _:
            assert_never(context.look.theme.construction)


def _enough(boxes: Iterator[Measured], height: float) -> Iterator[Measured]:
    """Yield boxes until they are higher than asked."""
    for one in boxes:
        yield one
        height -= one.box.height
        if height < 0:
            return


def _notes(context: Context, width: float) -> dict[int, Setting]:
    """Return the notes that stand at the foot of pages, by number, set to a width with their numbers."""
    if not context.document.footnotes:
        return {}
    style, column = context.look.style.note, note_column(context)
    return {
        one.number: set_lines(
            inlines.note(one, style, context.language), width - column, leading=style.leading, baseline=style.baseline
        )
        for one in context.document.notes
    }
