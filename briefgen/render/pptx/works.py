"""The slide of sources: the works cited most, in two columns under their note numbers."""

from collections import Counter

from briefgen.model.document import Document

from .boxes import Box
from .deck import Paragraph, Span, TextBox
from .frame import Contents, Planned, Setting, headline, planned
from .measure import Ruler, height, largest, steps
from .sourceline import distinct
from .words import Spans, in_furniture, joined

WORKS = 10
FEW = 4
"""Works that need no slide of their own: they stand on the closing slide, where it has room, and in the notes."""
WORKS_LEAST = 14.0
WORKS_GAP = 9.0
WORKS_HANG = 25.0


def works(setting: Setting, colophon: Spans) -> Planned:
    """Return the works cited most, in two columns under their note numbers."""
    document, using, labels = setting.document, setting.using, setting.document.labels
    several = len(document.references) > 1
    head, problems = headline(setting, in_furniture(document, labels.works if several else labels.sources))
    left, right = setting.box("sources", "left"), setting.box("sources", "right")
    cited = list(most_cited(document).items())
    for count in range(len(cited), -1, -1):
        size, columns, fits = _balanced(cited[:count], using, left, setting.theme.deck.type.works)
        if fits:
            break
    shapes = tuple(
        TextBox(slot=slot, name=f"Sources, {slot}", box=box, paragraphs=entries(some, size))
        for slot, box, some in (("left", left, columns[0]), ("right", right, columns[1]))
        if some
    )
    notes = tuple(n.number for n in document.notes)
    remarks = in_furniture(document, joined(t for t in (colophon, (Span(text=labels.hedges),)) if t))
    contents = Contents(section=labels.sources, notes=notes, remarks=remarks, source_lines=3, named=False)
    return planned(setting, "sources", head, shapes, contents, problems)


def _balanced(
    works: list[tuple[int, Spans]], using: Ruler, box: Box, most: float
) -> tuple[float, tuple[list[tuple[int, Spans]], list[tuple[int, Spans]]], bool]:
    """Return the largest size, works in two columns of nearly equal height, and whether they fit."""

    def cut(size: float) -> tuple[float, int]:
        """Return the height of the taller column and the length of the first where they differ least."""
        talls = [height((entry,), using, box.w) for entry in entries(works, size)]

        def taller(n: int) -> float:
            return max(sum(some) + WORKS_GAP * (len(some) - 1) for some in (talls[:n], talls[n:]))

        return min((taller(n), n) for n in range((len(works) + 1) // 2, len(works) + 1))

    size, _, fits = largest(steps(most, min(WORKS_LEAST, most)), lambda size: cut(size)[0], box.h)
    at = cut(size)[1]
    return size, (works[:at], works[at:]), fits


def entries(works: list[tuple[int, Spans]], size: float) -> tuple[Paragraph, ...]:
    """Return works in full under their note numbers."""
    return tuple(
        Paragraph(
            spans=(Span(text=f"{number}\t", strong=True, colour="lead"), *text),
            size=size,
            before=WORKS_GAP,
            hang=WORKS_HANG,
        )
        for number, text in works
    )


def most_cited(document: Document) -> dict[int, Spans]:
    """Return the works cited most often, at most ten, by the number of their first note."""
    numbers = {n.number: n.references for n in document.notes}
    counts: Counter[tuple[str, ...]] = Counter()
    for block in document.blocks:
        for statement in getattr(block, "statements", ()):
            counts.update(numbers[n] for n in statement.notes if n in numbers)
    works = distinct(document.notes, lambda n: n.full)
    best = sorted(works, key=lambda n: (-counts[numbers[n]], n))[:WORKS]
    return {n: works[n] for n in sorted(best)}
