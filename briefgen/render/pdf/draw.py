"""Pages -> marks on the canvas: the slices go where the breaker put them, the lines as they were measured."""

from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace

from ...model.document import Note
from ...model.measures import mm
from ...typeset.language import extent
from ...typeset.pages import NotePart, Page, Slice
from . import inlines
from .boxes import (
    Band,
    Beside,
    Columns,
    Ground,
    Hairline,
    Lead,
    Measured,
    Part,
    Passage,
    Pen,
    Picture,
    Row,
    Rows,
    Rule,
    Sample,
    Twin,
    Words,
)
from .inside import stacked
from .layout import Layout
from .leaders import lead
from .operators import area, rule, stroke
from .paragraph import set_lines
from .seam import number
from .stack import filled
from .structure import Artifact
from .tagged import TaggedCanvas
from .words import Typist

NOTE_RULE_GAP = 5.0
"""Points between the rule over the notes and the first of them."""
HATCH_STEP, HATCH_WIDTH = 3.2, 0.7
TITLE_SINKS, BELOW_SINKS = 0.6, 0.9
"""The shares of what a band grows by that its title moves down, and what stands below that."""


@dataclass
class Drawing:
    """One document on one canvas."""

    canvas: TaggedCanvas
    found: Layout
    typist: Typist

    def page(self, page: Page, stretch: float) -> None:
        """Draw what stands on a page."""
        grid = self.found.grid
        tops, y = [], grid.top
        for part in page.slices:
            y -= part.gap * stretch
            tops.append(y)
            y -= part.height
        self._panels(page, tops)
        for n, (part, top) in enumerate(zip(page.slices, tops, strict=True)):
            self._slice(part, top, first=n == 0)
        self._notes(page)

    def _panels(self, page: Page, tops: list[float]) -> None:
        """Draw the ground of each panel, and its top rule where it begins."""
        look, grid = self.found.look, self.found.grid
        boxes = self.found.boxes
        runs: dict[str, list[int]] = {}
        for n, part in enumerate(page.slices):
            if (name := boxes[part.box].box.panel) is not None:
                runs.setdefault(name, []).append(n)
        for name, run in runs.items():
            first, last = page.slices[run[0]], page.slices[run[-1]]
            pad = boxes[first.box].box.pad
            top = tops[run[0]] + pad
            foot = tops[run[-1]] - last.height
            for n in run:
                column = boxes[page.slices[n].box].beside
                if column is not None and page.slices[n].start == 0:
                    foot = min(foot, tops[n] - page.slices[n].drop - column.height)
            foot -= pad
            colour = look.theme.colour
            self.canvas.mark(Artifact.PLAIN, area(grid.left, foot, grid.width, top - foot, colour.panel))
            if first.start == 0 and (first.box == 0 or boxes[first.box - 1].box.panel != name):
                self.canvas.mark(
                    Artifact.PLAIN,
                    rule(grid.left, top, grid.width, look.theme.rule.panel_top, colour.signal),
                )

    def _slice(self, part: Slice, top: float, *, first: bool) -> None:
        one = self.found.boxes[part.box]
        column = one.beside if part.start == 0 else None
        if part.start == 0 and (name := self.found.led_to.get(part.box)) is not None:
            self.canvas.anchor(name, self.found.grid.left, top)
        if column is not None and not column.aside:
            self._beside(column, top - part.drop)
        match one.body:
            case Passage():
                self._passage(one.body, part, top)
            case Twin():
                self._twin(one.body, part, top)
            case Picture():
                self._picture(one.body, top - part.height, part.height)
            case Rows():
                self._rows(one.body, part, top)
            case Rule():
                if not (first and one.body.parts):
                    self._part(one.body.line, top)
            case Band():
                self._band(one.body, part, top)
            case Columns():
                self._columns(one.body, part, top)
            case Lead():
                self._lead(one.body, top)
            case _:
                assert_never(one.body)
        if column is not None and column.aside:
            self._beside(column, top - part.drop)
        self._touch(one, part)

    def _touch(self, one: Measured, part: Slice) -> None:
        """Give each note its place in the tree: behind the text that first calls it, wherever its page ends."""
        for line, note in one.box.calls:
            if part.start <= line < part.stop and note in self.found.notes:
                self.canvas.tree.at((("Note", f"note-{note}"),))

    def _passage(self, body: Passage, part: Slice, top: float) -> None:
        if body.head is not None and part.start == 0:
            self.typist.words(body.head, top)
        self.typist.words(body.words, top, part.start, part.stop)

    def _twin(self, body: Twin, part: Slice, top: float) -> None:
        for strand in body.strands(part.start, part.stop):
            words = replace(strand.words, x=strand.words.x + (body.shift if strand.right else 0.0))
            down = strand.down * words.setting.leading
            self.typist.words(words, top - down, strand.start, strand.stop)

    def _lead(self, body: Lead, top: float) -> None:
        found, labels = self.found, self.found.document.labels
        page = found.stands[body.target]
        lead(
            body,
            top,
            self.typist,
            found.grid,
            page=page,
            colour=found.look.theme.colour.mute,
            spoken=f"{body.title}, {filled(labels.page, page, len(found.pages))}",
        )

    def _beside(self, column: Beside, top: float) -> None:
        for part in column.parts:
            self._part(part, top)

    def _part(self, part: Part, top: float) -> None:
        left = self.found.grid.left
        match part:
            case Words():
                self.typist.words(part, top)
            case Hairline():
                code = rule(left + part.x, top - part.down, part.length, part.width, part.colour)
                self.canvas.mark(Artifact.PLAIN, code)
            case Sample():
                self._sample(part, top)
            case Ground():
                y = top - part.down - part.height
                self.canvas.mark(Artifact.PLAIN, area(left + part.x, y, part.width, part.height, part.colour))
            case _:
                assert_never(part)

    def _band(self, body: Band, part: Slice, top: float) -> None:
        """Draw what the band says; its ground is drawn with the running head, which stands in it too."""
        more = part.height - body.least
        self.typist.words(body.title, top - TITLE_SINKS * more)
        for words in (
            body.below if body.count is None else (*body.below[:-1], self._counted(body.below[-1], body.count))
        ):
            self.typist.words(words, top - BELOW_SINKS * more)

    def _counted(self, words: Words, piece: int) -> Words:
        """Return words with the number of pages, which is known by now, in a piece of theirs."""
        was = words.setting
        text = extent(len(self.found.pages), self.found.document.labels.language)
        pieces = (*was.pieces[:piece], replace(was.pieces[piece], text=text), *was.pieces[piece + 1 :])
        return replace(words, setting=set_lines(pieces, was.width, leading=was.leading, baseline=was.baseline))

    def _columns(self, body: Columns, part: Slice, top: float) -> None:
        if body.ground is not None:
            self._part(replace(body.ground, height=part.height), top)
        for cell in body.cells:
            for strip, down, high in stacked(cell, part.height):
                for one in strip.parts:
                    self._part(one, top - down)
                if strip.picture is not None:
                    self._picture(strip.picture, top - down - high, high)

    def _sample(self, sample: Sample, top: float) -> None:
        """Draw a key's swatch, hatched where the picture is."""
        x, y = self.found.grid.left + sample.x, top - sample.down - sample.height
        code = area(x, y, sample.width, sample.height, sample.swatch.fill.rgb)
        if sample.swatch.hatch is not None:
            clip = f"{number(x)} {number(y)} {number(sample.width)} {number(sample.height)} re W n"
            lines, at = [], x - sample.height
            while at < x + sample.width:
                lines.append(f"{number(at)} {number(y)} m {number(at + sample.height)} {number(y + sample.height)} l")
                at += HATCH_STEP
            code += f" q {clip} {stroke(sample.swatch.hatch.rgb, HATCH_WIDTH)} {' '.join(lines)} S Q"
        self.canvas.mark(Artifact.PLAIN, code)

    def _picture(self, body: Picture, y: float, height: float) -> None:
        element = self.canvas.tree.at(body.path)
        x = self.found.grid.left + body.x
        element.attributes["Alt"] = body.alt
        element.layout = {
            "O": "Layout",
            "Placement": "Block",
            "BBox": [round(v, 2) for v in (x, y, x + body.width, y + height)],
        }
        self.canvas.mark(element, f"q 1 0 0 1 {number(x)} {number(y)} cm {self.canvas.use(body.figure)} Q")

    def _rows(self, body: Rows, part: Slice, top: float) -> None:
        """Draw a table's rows under its head; the head is content once, then an artifact, as is what heads a group."""
        ruling, x = body.ruling, self.found.grid.left

        def line(at: float, pen: Pen | None, within: float = 0.0) -> None:
            if pen is not None:
                self.canvas.mark(Artifact.PLAIN, rule(x + within, at, body.width - within, *pen))

        def row(cells: Row, at: float, ground: str | None, owner: Artifact | None = None) -> float:
            if ground is not None:
                self.canvas.mark(Artifact.PLAIN, area(x, at - cells.height, body.width, cells.height, ground))
            for cell in cells.cells:
                self.typist.words(cell, at, owner=owner)
            return at - cells.height

        line(top, ruling.top)
        y = row(body.head, top, ruling.head_ground, Artifact.PLAIN if part.start else None)
        line(y, ruling.head)
        for n in range(part.start, part.stop):
            top, y = y, row(body.rows[n], y, ruling.stripe if n % 2 else None)
            if n == part.start and (name := body.rows[n].name) is not None:
                self.typist.words(name, top, owner=Artifact.PLAIN)
            if n < part.stop - 1:
                below = body.rows[n + 1]
                line(y, ruling.row, below.cells[0].x if below.name else 0.0)
        line(y, ruling.foot)
        if body.source is not None and part.stop == len(body.rows):
            self.typist.words(body.source, y)

    def _notes(self, page: Page) -> None:
        """Draw the notes at the page's foot, a rule above them: a short one, or one as wide as they are."""
        if not page.notes:
            return
        grid, look = self.found.grid, self.found.look
        y = grid.foot + page.foot - self.found.sheet.rule
        widest = max(self.found.notes[p.note].width for p in page.notes)
        short = look.roles.note_rule_mm
        length = self.found.note_x + widest if short is None else mm(short)
        self.canvas.mark(
            Artifact.PLAIN, rule(grid.left, y + NOTE_RULE_GAP, length, look.theme.rule.head, look.roles.note_rule)
        )
        known = {n.number: n for n in self.found.document.notes}
        for part in page.notes:
            y = self._note(known[part.note], part, y) - self.found.sheet.note_gap

    def _note(self, note: Note, part: NotePart, y: float) -> float:
        look = self.found.look
        setting = self.found.notes[note.number]
        path = (("Note", f"note-{note.number}"), ("P", "body"))
        if part.start == 0:
            head = inlines.number(note, look.style.note, look.theme.colour.accent)
            line = y - setting.baseline
            self.typist.piece(
                replace(head, note=None), self.canvas.tree.at(path), "label", self.found.grid.left, line, head.text
            )
        body = Words(setting=setting, x=self.found.note_x, path=path)
        self.typist.words(body, y, part.start, part.stop)
        return y - (part.stop - part.start) * setting.leading
