"""Document -> pages: every block measured into boxes, boxes broken into pages, pictures grown, nothing drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...model.document import Document, FigureBlock, TableBlock, target
from ...model.figure import Target
from ...model.measures import mm
from ...model.scene import Sketch
from ...model.theme import Theme
from ...typeset import pages as breaker
from . import floats, inlines
from .blocks import measured
from .boxes import Lead, Measured, Passage, Picture
from .paragraph import Setting, set_lines, width_of
from .sheet import Grid, grid
from .stack import Context
from .styles import Look, look

NOTE_COLUMN_MM = 4.0
"""The column of a note's number; its text hangs behind it."""
NOTE_RULE = 18.0
"""Points between the text and the notes; a short rule stands in them."""
FEATHER_MOST = 1.6
SMALLEST = 8.0
"""Points below which nothing on paper is set."""


@dataclass(frozen=True)
class Layout:
    """A document in pages. `pages` are broken with pictures at their least height; growing them moves no page."""

    document: Document
    look: Look
    grid: Grid
    boxes: tuple[Measured, ...]
    notes: dict[int, Setting]
    note_x: float
    sheet: breaker.Sheet
    needed: float
    room: float
    broken: tuple[breaker.Page, ...]
    where: str | None = None

    @property
    def fits(self) -> bool:
        """Tell whether the document keeps to its length."""
        return self.where is None and len(self.broken) <= self.document.length.pages

    @cached_property
    def roomy(self) -> bool:
        """Tell whether it keeps to its length with every picture at its full height."""
        if not self.fits:
            return False
        try:
            return len(self._paginate(1.0)) <= self.document.length.pages
        except breaker.Overfull:
            return False

    @cached_property
    def scale(self) -> float:
        """Return how far the pictures have grown, from 0 (least) to 1 (most)."""
        return breaker.grown([m.box for m in self.boxes], self._lines, self.sheet)

    @cached_property
    def pages(self) -> tuple[breaker.Page, ...]:
        """Return the pages with grown pictures."""
        return self._paginate(self.scale) if self.scale else self.broken

    @cached_property
    def fills(self) -> tuple[float, ...]:
        """Return how full each page is (0-1), with grown pictures, before its gaps are stretched."""
        return tuple(round(breaker.fill(p, self.sheet), 4) for p in self.pages)

    def stretch(self, number: int) -> float:
        """Return the factor for the gaps of a page (from 0); the last page of an open length stays as it is."""
        last = number == len(self.pages) - 1
        if last and not self.document.length.exact:
            return 1.0
        return breaker.feather(self.pages[number], self.sheet, FEATHER_MOST)

    def places(self) -> dict[str, tuple[int, ...]]:
        """Return the pages, from 1, on which each unit stands."""
        found: dict[str, dict[int, None]] = {}
        for number, page in enumerate(self.pages, 1):
            for part in page.slices:
                one = self.boxes[part.box]
                for unit in one.units or _units(one, part.start, part.stop):
                    found.setdefault(unit, {})[number] = None
        return {unit: tuple(numbers) for unit, numbers in found.items()}

    def pictured(self) -> dict[str, tuple[int, ...]]:
        """Return the pages, from 1, on which each figure and table stands."""
        found: dict[str, dict[int, None]] = {}
        for number, page in enumerate(self.pages, 1):
            for part in page.slices:
                at = self.boxes[part.box].block
                match self.document.blocks[at] if at >= 0 else None:
                    case FigureBlock(figure=figure):
                        found.setdefault(figure.words.id, {})[number] = None
                    case TableBlock(words=words):
                        found.setdefault(words.id, {})[number] = None
        return {name: tuple(numbers) for name, numbers in found.items()}

    @cached_property
    def led_to(self) -> dict[int, str]:
        """Return the boxes, by index, at which blocks begin that the contents lead to, and the names of these."""
        wanted = {m.body.target for m in self.boxes if isinstance(m.body, Lead)}
        found: dict[str, int] = {}
        for n, one in enumerate(self.boxes):
            name = target(self.document.blocks[one.block]) if one.block >= 0 else None
            if name in wanted and name is not None:
                found.setdefault(name, n)
        return {n: name for name, n in found.items()}

    @cached_property
    def stands(self) -> dict[str, int]:
        """Return the page, from 1, on which each block begins that the contents lead to, by its name."""
        pages = {part.box: n for n, page in enumerate(self.pages, 1) for part in page.slices if part.start == 0}
        return {name: pages[box] for box, name in self.led_to.items()}

    @property
    def _lines(self) -> dict[int, breaker.NoteLines]:
        return {n: breaker.NoteLines(lines=len(s.lines), leading=s.leading) for n, s in self.notes.items()}

    def _paginate(self, scale: float) -> tuple[breaker.Page, ...]:
        return breaker.paginate([m.box for m in self.boxes], self._lines, self.sheet, scale)


def layout(document: Document, theme: Theme, sketches: Mapping[str, Sketch], fonts: tuple[Path, ...]) -> Layout:
    """Return a document laid out on its sheet; `sketches` by figure id, at `picture_width`.

    Text that was measured before in this process is not measured again. Where a figure or table would leave a page
    half empty, it changes places with a paragraph of its section.
    """
    ready, place = look(theme, fonts), grid(theme, document.sheet)
    shapes = dict(sketches)

    def plain(one: Document) -> Layout:
        return _plain(Context(document=one, look=ready, grid=place, sketches=shapes))

    return floats.settled(plain(document), plain)


def _plain(context: Context) -> Layout:
    document, place = context.document, context.grid
    boxes = measured(context)
    note_x = _note_column(context)
    notes = _notes(context, note_x) if document.length.full_notes else {}
    sheet = breaker.Sheet(height=place.height, rule=NOTE_RULE)
    room = document.length.pages * place.height
    broken: tuple[breaker.Page, ...] = ()
    where = None
    try:
        lines = {n: breaker.NoteLines(lines=len(s.lines), leading=s.leading) for n, s in notes.items()}
        broken = breaker.paginate([m.box for m in boxes], lines, sheet)
        needed = sum(p.used for p in broken)
    except breaker.Overfull as error:
        where, needed, room = error.box, error.needed, error.there
    return Layout(
        document=document,
        look=context.look,
        grid=place,
        boxes=boxes,
        notes=notes,
        note_x=note_x,
        sheet=sheet,
        needed=needed,
        room=room,
        broken=broken,
        where=where,
    )


def targets(found: Layout) -> dict[str, Target]:
    """Return the final size of every picture by figure id."""
    text = found.look.theme.type.table.size
    return {
        m.body.figure: Target(
            format="pdf",
            width=round(m.body.width, 2),
            height=round(m.body.least + found.scale * m.body.grow, 2),
            text=text,
            smallest=SMALLEST,
        )
        for m in found.boxes
        if isinstance(m.body, Picture)
    }


def _note_column(context: Context) -> float:
    """Return where notes hang: wide enough for the largest number."""
    style, notes = context.look.style.note, context.document.notes
    if not notes:
        return mm(NOTE_COLUMN_MM)
    widest = max(notes, key=lambda n: n.number)
    return max(mm(NOTE_COLUMN_MM), width_of((inlines.number(widest, style, style.colour),)) + context.look.space.hair)


def _notes(context: Context, column: float) -> dict[int, Setting]:
    style = context.look.style.note
    width = context.grid.width - column
    return {
        one.number: set_lines(
            inlines.note(one, style, context.language), width, leading=style.leading, baseline=style.baseline
        )
        for one in context.document.notes
    }


def _units(one: Measured, start: int, stop: int) -> tuple[str, ...]:
    """Return the statements that lines of a passage are part of."""
    if not isinstance(one.body, Passage):
        return ()
    setting = one.body.words.setting
    parts = (n for line in setting.lines[start:stop] for n, _, _ in line.parts)
    return tuple(dict.fromkeys(u for n in parts if (u := setting.pieces[n].unit)))
