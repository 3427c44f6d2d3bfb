"""Paragraphs -> points, and the largest lawful size that fits: all measuring of slides.

PowerPoint and LibreOffice set lines about 1.2 em apart whatever the font asks for; some faces ask for more and may
get it. The budget of a line is therefore the larger of the two, and widths carry 2 % for the difference between
the stand-in's widths and the real font's.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from briefgen.model.base import Value
from briefgen.model.theme import DeckFamily, Theme
from briefgen.typeset import fonts
from briefgen.typeset import language as lang
from briefgen.typeset.text import roughness, stops

from .breaking import Named, broken, named
from .deck import Metrics, Paragraph, Span

PITCH = 1.2
BASELINE = 1.0
"""How far LibreOffice sets the baseline below the top of a line, in em, whatever the font."""
SAFETY = 1.02
NARROWEST = 0.97
"""What programs may set a text to, of what it is measured with `SAFETY`."""
TITLE_LINES = 2
LOOSEST = 0.86
"""The part of its column that a text takes at least where it is set narrower to end well."""
UNBROKEN = "\\"
"""A character as wide as a slash, after which no line ends."""
SLACK = 0.01
"""Points by which a sum may exceed its room: float addition, not typography."""


class Faces(Value, frozen=True, eq=False):
    """The four files of a deck font: regular, bold, italic, bold italic; told apart by identity, see `_ruler`."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    def of(self, strong: bool, emphasis: bool) -> Path:
        """Return the file of one style."""
        if strong:
            return self.bold_italic if emphasis else self.bold
        return self.italic if emphasis else self.regular


class Ruler(Value, frozen=True, eq=False):
    """The fonts that a deck is measured with; told apart by identity, see `_ruler`."""

    head: Faces
    body: Faces

    def faces(self, face: str) -> Faces:
        """Return the faces of "head" or "body"."""
        return self.head if face == "head" else self.body


def ruler(theme: Theme, folders: tuple[Path, ...]) -> Ruler:
    """Return the stand-in fonts of a theme; raises InputError for a file that is not there."""
    return _ruler(_names(theme.font.deck_head), _names(theme.font.deck_body), folders)


def ready(theme: Theme, folders: tuple[Path, ...], language: str) -> None:
    """Make ready what every deck of a theme and language is measured with. Raises InputError for a missing font."""
    lang.bind("", language)
    using = ruler(theme, folders)
    for faces in (using.head, using.body):
        for file in (faces.regular, faces.bold):
            pitch(file)


def _names(family: DeckFamily) -> tuple[str, ...]:
    return (family.regular, family.bold, family.italic, family.bold_italic)


@lru_cache(maxsize=64)
def _ruler(head: tuple[str, ...], body: tuple[str, ...], folders: tuple[Path, ...]) -> Ruler:
    """Return one ruler for the same fonts each time: what is measured with it is then found by identity."""
    return Ruler(*(Faces(*(fonts.find(name, folders) for name in names)) for names in (head, body)))


@lru_cache(maxsize=64)
def pitch(font: Path) -> float:
    """Return the budget of a line in em."""
    m = fonts.metrics(font)
    return max(PITCH, m.ascent + m.descent + m.line_gap, m.win_ascent + m.win_descent)


def metrics(faces: Faces) -> Metrics:
    """Return where a face's baseline lies and how far its lines are apart, as programs set them.

    LibreOffice sets the baseline one em below the top of a line, others at the face's own ascent: half-way between,
    labels are out by less than a point in either.
    """
    m = fonts.metrics(faces.regular)
    return Metrics(ascent=(m.win_ascent + BASELINE) / 2, pitch=pitch(faces.regular))


def face_for(using: Ruler, face: str, text: str) -> str:
    """Return the face that can set a text: the head font's stand-in may lack Cyrillic, the body's does not."""
    return "body" if face == "head" and fonts.missing(using.head.regular, text) else face


def _runs(spans: tuple[Span, ...], faces: Faces, size: float) -> tuple[Named, ...]:
    return tuple((s.text, named(faces.of(s.strong, s.emphasis)), s.size or size) for s in spans)


@lru_cache(maxsize=1 << 15)
def _lines(spans: tuple[Span, ...], faces: Faces, size: float, width: float) -> int:
    runs = _runs(spans, faces, size)
    count = len(broken(runs, width, SAFETY))
    if any("/" in text for text, _, _ in runs):  # not every program ends a line after a slash
        unbroken = tuple((text.replace("/", UNBROKEN), face, size) for text, face, size in runs)
        count = max(count, len(broken(unbroken, width, SAFETY)))
    return count


def on_one_line(paragraph: Paragraph, using: Ruler, width: float) -> Paragraph:
    """Return a paragraph of one span on one line: what has no room ends in an ellipsis."""
    if lines(paragraph, using, width) <= 1:
        return paragraph
    (span,) = paragraph.spans

    def cut(count: int) -> Paragraph:
        text = f"{span.text[:count].rstrip()}…"
        return replace(paragraph, spans=(replace(span, text=text),))

    room = bisect_right(range(1, len(span.text)), 1, key=lambda count: lines(cut(count), using, width))
    return cut(room)


@lru_cache(maxsize=1 << 15)
def lines(paragraph: Paragraph, using: Ruler, width: float) -> int:
    """Return how many lines a paragraph takes at a width."""
    size = paragraph.size * (1 + paragraph.tracking)
    return _lines(paragraph.spans, using.faces(paragraph.face), size, round(width - paragraph.hang, 2))


def height(paragraphs: Iterable[Paragraph], using: Ruler, width: float) -> float:
    """Return the height of paragraphs in points; the space above the first does not count."""
    total = 0.0
    for n, p in enumerate(paragraphs):
        line = p.size * p.leading * pitch(using.faces(p.face).regular)
        total += lines(p, using, width) * line + (p.before if n else 0)
    return total


@lru_cache(maxsize=1 << 12)
def wrapped(paragraph: Paragraph, using: Ruler, width: float) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a paragraph in each of the ways that programs may set them."""
    runs = _runs(paragraph.spans, using.faces(paragraph.face), paragraph.size)
    room = round(width - paragraph.hang, 2)
    return tuple(broken(runs, room, safety) for safety in (0.99, 1.0, SAFETY))  # between the outer two


@lru_cache(maxsize=1 << 12)
def last_words(paragraph: Paragraph, using: Ruler, width: float) -> int:
    """Return how many words the last line of a paragraph holds; 0 where it has only one line."""
    ways = [way[-1] for way in wrapped(paragraph, using, width) if len(way) > 1]
    # words that are bound together count as one
    return min((count for last in ways if (count := len([w for w in last.split(" ") if w]))), default=0)


@lru_cache(maxsize=1 << 13)
def without_orphan(paragraph: Paragraph, using: Ruler, width: float, least: int = 3) -> float:
    """Return a width, narrower if it must be, at which the last of several lines holds `least` words or more."""
    count, narrow = lines(paragraph, using, width), width
    while narrow > 0.6 * width and lines(paragraph, using, narrow) == count:
        if last_words(paragraph, using, narrow) not in range(1, least):
            return narrow
        narrow -= 6.0
    return width


@lru_cache(maxsize=1 << 12)
def by_sense(paragraph: Paragraph, using: Ruler, width: float) -> float:
    """Return a width, narrower if it must be, at which a title of two lines is broken where a reader would pause."""
    if lines(paragraph, using, width) != TITLE_LINES:
        return without_orphan(paragraph, using, width)
    text, room = "".join(s.text for s in paragraph.spans), width - paragraph.hang
    if "/" in text:  # programs differ in where they break it
        return width
    ends = [*stops(text), (len(text), len(text))]

    def wide(start: int, stop: int) -> float:
        strong = paragraph.spans[0].strong
        return text_width((Span(text=text[start:stop], strong=strong),), using, paragraph.face, paragraph.size)

    best, found = 2 * room, room
    for (stop, resume), (further, _) in pairwise(ends):
        first, second = wide(0, stop), wide(resume, len(text))
        # between the width that both lines need and the one at which a further word would join the first
        least, most = max(first, second), min(room, wide(0, further) * NARROWEST)
        cost = roughness(first, second, text[:stop], text[resume:], room)
        if least <= most and cost < best:
            best, found = cost, (least + most) / 2 if most < room else room
    return found + paragraph.hang


@lru_cache(maxsize=1 << 13)
def tidy(paragraphs: tuple[Paragraph, ...], using: Ruler, width: float) -> float:
    """Return a width, narrower if it must be, at which no paragraph ends on a line of one word."""
    narrow = min((without_orphan(p, using, width, 2) for p in paragraphs), default=width)
    same = all(lines(p, using, narrow) == lines(p, using, width) for p in paragraphs)
    return narrow if same else width


def text_width(spans: Iterable[Span], using: Ruler, face: str, size: float) -> float:
    """Return the width of one line in points, with the safety."""
    faces = using.faces(face)
    return SAFETY * sum(fonts.width(faces.of(s.strong, s.emphasis), s.text, s.size or size) for s in spans)


def steps(most: float, least: float) -> tuple[float, ...]:
    """Return the sizes to try: from the largest down to the floor in whole points."""
    found, size = [], most
    while size > least:
        found.append(size)
        size -= 1
    return (*found, least)


def largest(sizes: Iterable[float], needed: Callable[[float], float], there: float) -> tuple[float, float, bool]:
    """Return the first size whose need is met, what it needs, and True; else the last size tried, and False."""
    size = need = 0.0
    for size in sizes:
        need = needed(size)
        if need <= there + SLACK:
            return size, need, True
    return size, need, False


def set_in(
    sizes: Iterable[float],
    paragraphs: Callable[[float], tuple[Paragraph, ...]],
    using: Ruler,
    width: float,
    there: float,
) -> tuple[tuple[Paragraph, ...], float, bool]:
    """Return paragraphs at the first size at which they fit, what they need, and whether they do.

    A size up to two points smaller is taken where no paragraph then ends on a line of one word.
    """
    tried = tuple(sizes)
    size, need, fits = largest(tried, lambda size: height(paragraphs(size), using, width), there)
    if fits:
        for less in (0.0, 0.5, 1.0, 1.5, 2.0):
            found = paragraphs(size - less)
            if size - less >= tried[-1] and not _alone(found, using, tidy(found, using, width)):
                return found, height(found, using, width), True
    return paragraphs(size), need, fits


def looser(paragraphs: tuple[Paragraph, ...], using: Ruler, width: float, there: float) -> float:
    """Return a width at which no paragraph ends on a line of one word, narrower where the height allows a line more."""
    narrow = tidy(paragraphs, using, width)
    if not _alone(paragraphs, using, narrow):
        return narrow
    least = LOOSEST * width
    while narrow > least and height(paragraphs, using, narrow) <= there + SLACK:
        if not _alone(paragraphs, using, narrow):
            return narrow
        narrow -= 4.0
    return tidy(paragraphs, using, width)


def _alone(paragraphs: tuple[Paragraph, ...], using: Ruler, width: float) -> bool:
    """Tell whether a paragraph ends on a line of one word."""
    return any(last_words(p, using, width) == 1 for p in paragraphs)
