"""Building boxes: the context that all share, words set in a style, and columns of words beside a box."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from ...model.base import Value
from ...model.document import Document
from ...model.scene import Sketch, Swatch
from ...typeset import pages
from . import inlines
from .boxes import Beside, Hairline, Measured, Outline, Part, Passage, Path, Rule, Sample, Words
from .paragraph import Piece, set_lines
from .sheet import Grid
from .styles import Look, Style


class Context(Value, frozen=True, kw_only=True):
    """What measuring needs to know beside the block: the document's own words, the look and the grid.

    `opening`: the grid is that of page one, whose label column has the key judgements. `outermost`: contents list no
    sections nested in others.
    """

    document: Document
    look: Look
    grid: Grid
    sketches: dict[str, Sketch]
    opening: bool = False
    outermost: bool = False

    @property
    def language(self) -> str:
        """Return the document's language."""
        return self.document.language


def put(
    pieces: tuple[Piece, ...],
    style: Style,
    width: float,
    *,
    x: float,
    path: Path,
    indent: float = 0.0,
    down: float = 0.0,
    outline: Outline | None = None,
    spoken: str | None = None,
) -> Words:
    """Return pieces set in a style at a place."""
    setting = set_lines(
        pieces, width, leading=style.leading, baseline=style.baseline, indent=indent, balance=style.balance
    )
    return Words(setting=setting, x=x, path=path, down=down, outline=outline, spoken=spoken)


_SLOT = re.compile(r"\{\w*\}")


def filled(template: str, *values: object) -> str:
    """Return a label with its slots filled in order; a value without a slot follows the words."""
    rest = list(values)
    text = _SLOT.sub(lambda _: str(rest.pop(0)) if rest else "", template)
    return " ".join((text.strip(), *map(str, rest))).strip()


def say(text: str, style: Style, width: float, context: Context, *, x: float, path: Path) -> Words:
    """Return plain words of the furniture set in a style at a place."""
    return replace(put(own(text, style, context), style, width, x=x, path=path), spoken=text if style.caps else None)


def own(text: str, style: Style, context: Context, *, strong: bool = False) -> tuple[Piece, ...]:
    """Return plain words of the furniture, in whose language they are spoken where it is not the document's."""
    language = context.document.labels.language
    run = inlines.words(text, style, language, strong=strong)
    return run if language == context.language else tuple(replace(p, language=language) for p in run)


def label(text: str, key: str, context: Context, *, inset: float = 0.0) -> Words:
    """Return a label of the label column, a heading of its own."""
    style, place = context.look.style.label, context.grid
    found = say(text, style, place.label - inset, context, x=place.label_x + inset, path=(("H2", key),))
    return replace(found, outline=Outline(title=text, level=1))


def passage(
    words: Words,
    name: str,
    *,
    before: float,
    after: float = 0.0,
    keep: bool = False,
    split: bool = True,
    least: int = 2,
    head: Words | None = None,
    beside: Beside | None = None,
    clear: bool = False,
    panel: str | None = None,
    pad: float = 0.0,
    notes: bool = False,
    units: tuple[str, ...] = (),
) -> Measured:
    """Return a text as a box; `notes` brings the notes that it calls to the page's foot."""
    setting = words.setting
    box = pages.Box(
        id=name,
        heights=(setting.leading,) * len(setting.lines),
        before=before,
        after=after,
        keep=keep,
        split=split,
        least=least,
        calls=setting.calls() if notes else (),
        side=beside.height if beside else 0.0,
        clear=clear,
        panel=panel,
        pad=pad,
    )
    return Measured(box=box, body=Passage(words=words, head=head), beside=beside, units=units)


def rule(
    name: str, context: Context, *, width: float, colour: str, before: float, after: float, parts: bool = True
) -> Measured:
    """Return a rule over both columns, kept with what follows; see `boxes.Rule`."""
    box = pages.Box(id=name, heights=(width,), before=before, after=after, keep=True, split=False, clear=True)
    line = Hairline(x=0.0, length=context.grid.width, width=width, colour=colour)
    return Measured(box=box, body=Rule(line=line, parts=parts))


def beside(parts: Iterable[tuple[float, Words]], *, start: float = 0.0) -> Beside:
    """Return words one under the other, each (gap above, words), the first `start` below the box's top."""
    out: list[Part] = []
    down = start
    for n, (gap, words) in enumerate(parts):
        down += gap if n else 0.0
        out.append(replace(words, down=down))
        down += words.setting.height
    return Beside(parts=tuple(out), height=max(down, 0.0))


def aligned(words: Words, *rest: tuple[float, Words], to: Style) -> Beside:
    """Return words beside a text, the first baselines of both on one line."""
    return beside(((0.0, words), *rest), start=to.baseline - words.setting.baseline)


def keyed(below: Beside, swatches: tuple[Swatch, ...], context: Context, path: Path, gap: float) -> Beside:
    """Return a column with a key under it: a sample and its words a row."""
    style, space = context.look.style.key, context.look.space
    width, sample = 3.2 * space.hair, 2.2 * space.hair
    x = width + space.small
    left = context.grid.label_x
    parts, down = list(below.parts), below.height + gap
    for n, swatch in enumerate(swatches):
        words = put(
            inlines.words(swatch.label, style, context.language),
            style,
            context.grid.label - x,
            x=left + x,
            path=(*path, ("P", f"key.{n}")),
            down=down,
        )
        middle = down + style.baseline - style.cap / 2
        parts.append(Sample(swatch=swatch, x=left, down=middle - sample / 2, width=width, height=sample))
        parts.append(words)
        down += words.setting.height + (space.hair if n < len(swatches) - 1 else 0.0)
    return Beside(parts=tuple(parts), height=down)


def keyed_across(
    swatches: tuple[Swatch, ...], context: Context, path: Path, x: float, width: float, start: float
) -> Beside:
    """Return a key in rows over a wide picture: samples with their words side by side, from `start` down."""
    style, space = context.look.style.key, context.look.space
    sample, wide = 2.2 * space.hair, 3.2 * space.hair
    parts: list[Part] = []
    at, down = x, start
    for n, swatch in enumerate(swatches):
        run = inlines.words(swatch.label, style, context.language)
        step = (*path, ("P", f"key.{n}"))
        words = put(run, style, width, x=at + wide + space.small, path=step, down=down)
        right = words.x + max(line.width for line in words.setting.lines)
        if right > x + width and at > x:
            at, down = x, down + style.leading
            words = replace(words, x=at + wide + space.small, down=down)
            right = words.x + max(line.width for line in words.setting.lines)
        middle = down + style.baseline - style.cap / 2
        parts += [Sample(swatch=swatch, x=at, down=middle - sample / 2, width=wide, height=sample), words]
        at = right + space.medium
    return Beside(parts=tuple(parts), height=down + style.leading if parts else 0.0)
