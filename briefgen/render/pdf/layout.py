"""Document -> pages: every block measured into boxes, boxes broken into pages, pictures grown, nothing drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ...model.document import Document, FigureBlock, TableBlock, target
from ...model.figure import Target
from ...model.scene import Sketch
from ...model.theme import Theme
from ...typeset import filling
from ...typeset import pages as breaker
from . import contents, floats
from .boxes import Lead, Measured, Passage, Twin
from .endnotes import note_column
from .flow import Flow, flows
from .inside import pictured
from .paragraph import Setting
from .sheet import Grid, grid
from .stack import Context
from .styles import Look, look

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
    flow: Flow
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
            return len(self.flow.pages(self.sheet, 1.0)) <= self.document.length.pages
        except breaker.Overfull:
            return False

    @cached_property
    def scale(self) -> float:
        """Return how far the pictures have grown, from 0 (least) to 1 (most)."""
        return self.flow.grown(self.sheet) if self.where is None else 0.0

    @cached_property
    def pages(self) -> tuple[breaker.Page, ...]:
        """Return the pages with grown pictures, and loose boxes where there is room left."""
        pages = self.flow.pages(self.sheet, self.scale) if self.scale else self.broken
        boxes = [m.box for m in self.flow.shown(pages)]
        return tuple(filling.loosened(p, boxes, self.sheet) for p in pages)

    @cached_property
    def boxes(self) -> tuple[Measured, ...]:
        """Return the boxes that stand on the pages."""
        return self.flow.shown(self.pages)

    @cached_property
    def notes(self) -> dict[int, Setting]:
        """Return the notes that stand at the foot of pages, by number."""
        return self.flow.noted(self.pages)

    @cached_property
    def fills(self) -> tuple[float, ...]:
        """Return how full each page is (0-1), with grown pictures, before its gaps are stretched."""
        return tuple(round(filling.fill(p, self.sheet), 4) for p in self.pages)

    def stretch(self, number: int) -> float:
        """Return the factor for the gaps of a page (from 0); the last page of an open length stays as it is."""
        last = number == len(self.pages) - 1
        if last and not self.document.length.exact:
            return 1.0
        return filling.feather(self.pages[number], self.sheet, FEATHER_MOST)

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

    @property
    def contents_stop(self) -> int:
        """Return the page, from 1, on which the contents' last section stands; 0 without contents."""
        listed = {n for n, m in enumerate(self.boxes) if m.box.id.startswith(contents.NAME)}
        return max((n for n, page in enumerate(self.pages, 1) for p in page.slices if p.box in listed), default=0)

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


def layout(document: Document, theme: Theme, sketches: Mapping[str, Sketch], fonts: tuple[Path, ...]) -> Layout:
    """Return a document laid out on its sheet; `sketches` by figure id, at `picture_width`.

    Text that was measured before in this process is not measured again. Contents that would run on from page one list
    outermost sections alone where that keeps them there. Where a figure or table would leave a page half empty, it
    changes places with a paragraph of its section.
    """
    ready, place = look(theme, fonts), grid(theme, document.sheet)
    shapes = dict(sketches)

    def plain(one: Document, *, outermost: bool = False) -> Layout:
        return _plain(Context(document=one, look=ready, grid=place, sketches=shapes, outermost=outermost))

    found = plain(document)
    if found.contents_stop > 1 and (brief := plain(document, outermost=True)).contents_stop == 1:
        return floats.settled(brief, partial(plain, outermost=True))
    return floats.settled(found, plain)


def _plain(context: Context) -> Layout:
    document, place = context.document, context.grid
    for flow in flows(context):
        sheet = breaker.Sheet(height=place.height, rule=NOTE_RULE, apart=flow.later is not None)
        try:
            broken, failed = flow.pages(sheet), None
        except breaker.Overfull as error:
            broken, failed = (), error
        if failed is None and (len(broken) == 1 or document.length.pages > 1):
            break
    return Layout(
        document=document,
        look=context.look,
        grid=place,
        flow=flow,
        note_x=note_column(context),
        sheet=sheet,
        # what breaking leaves empty is needed too
        needed=failed.needed if failed else (len(broken) - 1) * place.height + broken[-1].used,
        room=failed.there if failed else document.length.pages * place.height,
        broken=broken,
        where=failed.box if failed else None,
    )


def targets(found: Layout) -> dict[str, Target]:
    """Return the final size of every picture by figure id."""
    text = found.look.theme.type.table.size
    return {
        picture.figure: Target(
            format="pdf", width=round(picture.width, 2), height=round(height, 2), text=text, smallest=SMALLEST
        )
        for page in found.pages
        for part in page.slices
        for picture, height in pictured(found.boxes[part.box], part.height)
    }


def _units(one: Measured, start: int, stop: int) -> tuple[str, ...]:
    """Return the statements that lines of a passage are part of."""
    match one.body:
        case Passage(words=words):
            shown = [(words.setting, start, stop)]
        case Twin():
            shown = [(s.words.setting, s.start, s.stop) for s in one.body.strands(start, stop)]
        case _:
            return ()
    pieces = (s.pieces[n] for s, a, b in shown for line in s.lines[a:b] for n, _, _ in line.parts)
    return tuple(dict.fromkeys(p.unit for p in pieces if p.unit))
