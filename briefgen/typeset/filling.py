"""Broken pages -> how full they are, how far their gaps stretch, and how much taller their pictures may be."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from .pages import Box, NoteLines, Overfull, Page, Sheet, Turn, paginate


def loosened(page: Page, boxes: Sequence[Box], sheet: Sheet) -> Page:
    """Return the page with the room that it has left given to its loose boxes, as far as they go."""
    loose = [boxes[s.box].loose if s.stop - s.start == len(boxes[s.box].heights) else 0.0 for s in page.slices]
    slack = min(sheet.height - page.used, sum(loose))
    if slack <= 0:
        return page
    share = slack / sum(loose)
    slices = tuple(replace(s, height=s.height + share * more) for s, more in zip(page.slices, loose, strict=True))
    return replace(page, slices=slices, body=page.body + slack)


def feather(page: Page, sheet: Sheet, most: float = 1.6) -> float:
    """Return the factor for the page's gaps that fills it, at most `most`. Never moves a break."""
    gaps = sum(s.gap for s in page.slices)
    slack = sheet.height - page.text
    factor = min(most, 1 + slack / gaps) if gaps and slack > 0 else 1.0
    body = above = 0.0
    for part in page.slices if page.apart else ():  # what stands beside moves down with its text
        above += part.gap
        body += part.gap
        if part.reach and above:
            factor = min(factor, 1 + max(sheet.height - body - part.reach, 0.0) / above)
        body += part.height
    return factor


def fill(page: Page, sheet: Sheet) -> float:
    """Return how much of the page is used (0-1)."""
    return min(1.0, page.text / sheet.height)


def grown(
    boxes: Sequence[Box],
    notes: Mapping[int, NoteLines],
    sheet: Sheet,
    steps: int = 6,
    turn: Turn | None = None,
) -> float:
    """Return the largest growth of the pictures (0-1, to 1/2**steps) that keeps the number of pages."""
    if turn is None and not any(b.grow for b in boxes):
        return 0.0
    count = len(paginate(boxes, notes, sheet, turn=turn))

    def fits(scale: float) -> bool:
        try:
            return len(paginate(boxes, notes, sheet, scale, turn)) <= count
        except Overfull:
            return False

    if fits(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
