"""The page breaker: measured boxes -> pages of line ranges and note ranges. Pure; it knows numbers only.

Greedy, by the smallest lawful addition: kept boxes (headings, a figure's head) whole, then the first lines of
what follows, then line after line, never leaving fewer than `least` behind; every addition brings the notes that
it calls. Widows, orphans, keep-with-next, notes at the page's foot and split notes all follow from this one rule.
Where page one has a measure of its own, `turn` gives what goes on behind it, set to the measure of later pages.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from ..model.base import Value

EPSILON = 1e-6


class Box(Value, frozen=True, kw_only=True):
    """A run of lines or rows. `calls` says on which line each note is first called.

    `keep`: with the next box. `least`: lines that may stand alone. `grow`: points a picture may gain; `loose`: points
    that a box may gain where its page has room left when all is broken.
    `repeat`: height of a table's head, set again above each later part. `side`: height of what stands beside the
    box in the label column; the next full-width box begins below it. `panel`: boxes of one name share a ground,
    with `pad` above and below.
    """

    id: str
    heights: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    split: bool = True
    least: int = 2
    grow: float = 0.0
    loose: float = 0.0
    calls: tuple[tuple[int, int], ...] = ()
    repeat: float = 0.0
    side: float = 0.0
    clear: bool = False
    panel: str | None = None
    pad: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return sum(self.heights)


class NoteLines(Value, frozen=True, kw_only=True):
    """A measured note: its number of lines, and their leading."""

    lines: int
    leading: float


class Sheet(Value, frozen=True, kw_only=True):
    """The room of a page and the rules of breaking; `ragged` is how much may stay empty before a note is split.

    `apart`: notes on page one stand under the text alone, so that what is beside it may reach the page's foot.
    """

    height: float
    rule: float = 9.0
    note_gap: float = 1.5
    least: int = 2
    ragged: float = 60.0
    apart: bool = False


class Slice(Value, frozen=True, kw_only=True):
    """Lines `start` to `stop` of a box, `gap` below what stands above; `height` without the gap.

    `drop`: how far below the slice's top the label column is free for what stands beside it. `reach`: how far below
    the slice's top that ends.
    """

    box: int
    start: int
    stop: int
    gap: float
    height: float
    drop: float = 0.0
    reach: float = 0.0


class NotePart(Value, frozen=True, kw_only=True):
    """Lines `start` to `stop` of a note."""

    note: int
    start: int
    stop: int


class Page(Value, frozen=True, kw_only=True):
    """What stands on a page: `body` is the height of the slices, `floor` where the label column ends.

    `tail` is the padding that closes an open panel, `after` the space that the last box wants below itself; for
    `apart` see Sheet.
    """

    slices: tuple[Slice, ...] = ()
    notes: tuple[NotePart, ...] = ()
    body: float = 0.0
    floor: float = 0.0
    foot: float = 0.0
    tail: float = 0.0
    after: float = 0.0
    apart: bool = False

    @property
    def used(self) -> float:
        """Return the height taken."""
        return max(self.text, self.floor) if self.apart else max(self.body + self.tail, self.floor) + self.foot

    @property
    def text(self) -> float:
        """Return the height taken in the text's own column: that of all, where notes stand under all."""
        return self.body + self.tail + self.foot if self.apart else self.used


class Overfull(Exception):  # noqa: N818 -- the word for it in typesetting
    """What must stand together is taller than a page. No value: Python sets attributes on exceptions."""

    def __init__(self, box: str, needed: float, there: float) -> None:
        """Keep the box, the points needed and the points there."""
        super().__init__(f"{box}: {needed:.0f} of {there:.0f} pt")
        self.box, self.needed, self.there = box, needed, there


class Rest(Value, frozen=True, kw_only=True):
    """What goes on behind page one, in the measure of later pages, from a `line` of its first box; all notes in it."""

    boxes: tuple[Box, ...]
    notes: dict[int, NoteLines]
    line: int = 0


Turn = Callable[[int, int], Rest]
"""The box and line at which page one ends -> what goes on."""


def paginate(
    boxes: Sequence[Box],
    notes: Mapping[int, NoteLines],
    sheet: Sheet,
    scale: float = 0.0,
    turn: Turn | None = None,
) -> tuple[Page, ...]:
    """Return the pages in O(lines). `scale` (0-1) grows the pictures. Raises Overfull.

    With a `turn`, slices of later pages count on from the last box that page one shows.
    """
    pages: list[Page] = []
    seen: set[int] = set()
    carry: NotePart | None = None
    at, line = 0, 0

    def foot(parts: Sequence[NotePart]) -> float:
        height = sum((p.stop - p.start) * notes[p.note].leading + sheet.note_gap for p in parts)
        return height + (sheet.rule if parts else 0.0)

    def put(page: Page, index: int, start: int, stop: int) -> Page:
        """Return the page with lines of a box, and whole all notes first called there."""
        box = boxes[index]
        height = sum(box.heights[start:stop]) + scale * box.grow
        last = page.slices[-1] if page.slices else None
        body, tail, floor = page.body, page.tail, page.floor
        if last and last.box == index:
            slices = (*page.slices[:-1], replace(last, stop=stop, height=last.height + height))
            body += height
        else:
            joined = last is not None and box.panel is not None and boxes[last.box].panel == box.panel
            gap = max(box.before, page.after) if last else 0.0
            if not joined:
                gap += tail  # the padding below the panel that ends here
            if box.clear and last:
                gap = max(gap, floor - body + box.before)
            if box.panel and not joined:
                gap += box.pad
            tail = box.pad if box.panel else 0.0
            height += box.repeat if start else 0.0
            body += gap
            drop = max(floor - body, 0.0) if box.side and not start else 0.0
            reach = drop + box.side + (box.pad if box.panel else 0.0) if box.side and not start else 0.0
            if reach:
                floor = body + reach
            part = Slice(box=index, start=start, stop=stop, gap=gap, height=height, drop=drop, reach=reach)
            slices = (*page.slices, part)
            body += height
        have = seen.union(p.note for p in page.notes)
        called = [n for at_line, n in box.calls if start <= at_line < stop and n in notes]
        new = dict.fromkeys(n for n in called if n not in have)
        parts = page.notes + tuple(NotePart(note=n, start=0, stop=notes[n].lines) for n in new)
        return Page(
            slices=slices,
            notes=parts,
            body=body,
            floor=floor,
            foot=foot(parts) if new else page.foot,
            tail=tail,
            after=box.after if stop == len(box.heights) else 0.0,
            apart=page.apart,
        )

    def stop_of(page: Page, index: int, start: int) -> int:
        """Return the first line after `start` where the box may be broken."""
        box = boxes[index]
        total = len(box.heights)
        least = min(box.least, sheet.least) if box.repeat else box.least
        step = 1 if page.slices and page.slices[-1].box == index else least
        behind = total - start - step  # a headline asks for more lines under it, not for more on the next page
        return start + step if box.split and behind >= min(least, sheet.least) else total

    def add(page: Page) -> Page:
        """Return the page with the smallest lawful addition."""
        index, start = at, line
        while boxes[index].keep and index + 1 < len(boxes):
            page = put(page, index, start, len(boxes[index].heights))
            index, start = index + 1, 0
        return put(page, index, start, stop_of(page, index, start))

    def cut(page: Page) -> tuple[Page, NotePart | None]:
        """Return the page with its last note split so that all fits, and the rest of the note."""
        if not page.notes:
            return page, None
        last = page.notes[-1]
        drop = max(sheet.least, math.ceil((page.used - sheet.height - EPSILON) / notes[last.note].leading))
        if last.stop - drop - last.start < sheet.least:
            return page, None
        parts = (*page.notes[:-1], replace(last, stop=last.stop - drop))
        shorter = replace(page, notes=parts, foot=foot(parts))
        fits = shorter.used <= sheet.height + EPSILON  # not where something beside the text is too tall
        return (shorter, replace(last, start=last.stop - drop)) if fits else (page, None)

    while at < len(boxes) or carry:
        page, tail = Page(apart=sheet.apart and not pages), None
        if carry:
            page = replace(page, notes=(carry,), foot=foot((carry,)))
            if page.used > sheet.height:
                page, tail = cut(page)
        while at < len(boxes) and tail is None:
            trial = add(page)
            if trial.used > sheet.height + EPSILON:
                if page.slices and sheet.height - page.used <= sheet.ragged:
                    break
                trial, tail = cut(trial)
                if tail is None:
                    if not page.slices and not page.notes:
                        raise Overfull(boxes[at].id, trial.used, sheet.height)
                    break
            page, last = trial, trial.slices[-1]
            done = last.stop == len(boxes[last.box].heights)
            at, line = (last.box + 1, 0) if done else (last.box, last.stop)
        seen.update(p.note for p in page.notes)
        carry = tail
        pages.append(page)
        if turn is not None and len(pages) == 1 and at < len(boxes):
            rest, shown = turn(at, line), page.slices[-1].box + 1
            boxes, notes, at, line = (*boxes[:shown], *rest.boxes), rest.notes, shown, rest.line
    return tuple(pages)
